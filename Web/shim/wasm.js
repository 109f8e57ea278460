// @ts-check
// The Swift core, compiled to WebAssembly, and the little of a host that it needs.

/**
 * @typedef {object} Core
 * @property {{buffer: ArrayBuffer}} memory
 * @property {(length: number) => number} hearth_allocate a buffer for an input frame
 * @property {(pointer: number, length: number) => number} hearth_receive takes the input, gives the output frame
 * @property {(pointer: number) => void} hearth_release an output frame that was read
 */

/** @returns {Promise<Core>} compiled while it downloads */
export async function loadCore() {
  /** @type {any} */
  let core;
  const badDescriptor = () => 8; // what libc is told when it wants to write to a file: there are none
  const host = {
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
  };
  core = (await WebAssembly.instantiateStreaming(fetch('/browser.wasm'), host)).instance.exports;
  core._initialize?.();
  return core;
}
