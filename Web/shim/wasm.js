// @ts-check
// The Swift core, compiled to WebAssembly in two parts (script/wasm), and the little of a host that it needs. The first
// part suffices for the first pages; the rest joins it when it is wanted. Calling into what hasn't come throws `missing`.

/**
 * @typedef {object} Core
 * @property {{buffer: ArrayBuffer}} memory
 * @property {(length: number) => number} hearth_allocate a buffer for an input frame
 * @property {(pointer: number, length: number) => number} hearth_receive takes the input, gives the output frame
 * @property {(pointer: number) => void} hearth_release an output frame that was read
 */

/** Thrown by a core that needs its rest. What it was doing is half done, so it must not be used any more. */
export const missing = new Error('the rest of the core is missing');

/** @type {WebAssembly.Module} */
let first;

/** @type {Promise<WebAssembly.Module> | undefined} */
let rest;

/** What the core expects of a host; `serve` says on whose memory it works. */
function makeHost() {
  /** @type {Core} */
  let core;
  const badDescriptor = () => 8; // what libc is told when it wants to write to a file: there are none
  const absent = () => {
    throw missing;
  };
  const imports = {
    env: {
      /** @param {number} pointer @param {number} length */
      arc4random_buf(pointer, length) {
        for (let at = 0; at < length; at += 65536) {
          const size = Math.min(65536, length - at);
          crypto.getRandomValues(new Uint8Array(core.memory.buffer, (pointer >>> 0) + at, size));
        }
      },
    },
    wasi_snapshot_preview1: { fd_close: badDescriptor, fd_seek: badDescriptor, fd_write: badDescriptor },
    placeholder: new Proxy({}, { get: () => absent }),
  };
  const serve = (/** @type {any} */ exports) => {
    core = exports;
    exports._initialize?.();
    return core;
  };
  return { imports, serve };
}

/** @returns {Promise<Core>} the first part, compiled while it downloads */
export async function loadCore() {
  const { imports, serve } = makeHost();
  const { module, instance } = await WebAssembly.instantiateStreaming(fetch('/browser.wasm'), imports);
  first = module;
  return serve(instance.exports);
}

/** Fetches the rest, once; it must be the one that was built with the first part. */
export function fetchRest() {
  const { rest: integrity } = /** @type {HTMLElement | null} */ (document.querySelector('script[data-rest]'))?.dataset ?? {};
  rest ??= WebAssembly.compileStreaming(fetch('/rest.wasm', { integrity })).catch((error) => {
    rest = undefined;
    throw error;
  });
  return rest;
}

/** Joins the rest to a core. @param {Core} core */
export async function complete(core) {
  await WebAssembly.instantiate(await fetchRest(), { primary: /** @type {any} */ (core) });
}

/** @returns {Promise<Core>} another core, with its rest */
export async function loadWhole() {
  const { imports, serve } = makeHost();
  const core = serve((await WebAssembly.instantiate(first, imports)).exports);
  await complete(core);
  return core;
}
