// @ts-check
// The Swift core, compiled to WebAssembly in two parts (script/wasm), and the little of a host that it needs. The first
// part suffices for the first pages; the rest joins it when it is wanted. Calling into what hasn't come throws `missing`.

import { fetchWithin, patience } from './wait.js';

/**
 * @typedef {object} Core
 * @property {{buffer: ArrayBuffer}} memory
 * @property {(length: number) => number} hearth_allocate a buffer for an input frame
 * @property {(pointer: number, length: number) => number} hearth_receive takes the input, gives the output frame
 * @property {(pointer: number) => void} hearth_release an output frame that was read
 */

/** Thrown by a core that needs its rest. What it was doing is half done, so it must not be used any more. */
export const missing = new Error();

/**
 * What the core seeds its hash tables with: random, so that nobody who sends ids can choose ones that collide, and for every
 * core of this page the same, so that one that is told the same frames is the same in everything.
 */
const seeds = crypto.getRandomValues(new Uint8Array(256));

/** Loads the first part, compiled while it downloads. @returns {Promise<Core>} */
export async function loadCore() {
  /** @type {any} */
  let core;
  let spent = 0;
  const badDescriptor = () => 8; // what libc is told when it wants to write to a file: there are none
  const absent = () => {
    throw missing;
  };
  const host = {
    env: {
      /** @param {number} pointer @param {number} length */
      arc4random_buf(pointer, length) {
        if (spent + length > seeds.length) throw new Error('the core has randomness from its messages only');
        const seed = seeds.subarray(spent, (spent += length));
        new Uint8Array(core.memory.buffer, pointer >>> 0, length).set(seed);
      },
    },
    wasi_snapshot_preview1: { fd_close: badDescriptor, fd_seek: badDescriptor, fd_write: badDescriptor },
    placeholder: new Proxy({}, { get: () => absent }),
  };
  const loaded = await fetchWithin(
    patience.download,
    (signal) => fetch('/browser.wasm', { signal }),
    (response) => WebAssembly.instantiateStreaming(response, host),
  );
  core = loaded.instance.exports;
  core._initialize?.();
  return core;
}

/** @template T @param {() => Promise<T>} load @returns {() => Promise<T>} what is loaded once, and again only after a failure */
export function once(load) {
  /** @type {Promise<T> | undefined} */
  let loading;
  return () =>
    (loading ??= load().catch((error) => {
      loading = undefined;
      throw error;
    }));
}

/** @param {string} name @returns {string | undefined} the integrity of a late file, which must be of the same build */
export const integrityOf = (name) =>
  /** @type {HTMLElement | null} */ (document.querySelector('[type=module]'))?.dataset[name];

/** Fetches the rest. */
export const fetchRest = once(() =>
  fetchWithin(
    patience.download,
    (signal) => fetch('/rest.wasm', { integrity: integrityOf('rest'), signal }),
    (response) => WebAssembly.compileStreaming(response),
  ),
);

/** Joins the rest to a core. @param {Core} core */
export async function complete(core) {
  await WebAssembly.instantiate(await fetchRest(), { primary: /** @type {any} */ (core) });
}
