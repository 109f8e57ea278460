// @ts-check
// Files that somebody takes along.

/** Hands a file over. @param {string} name @param {string} type @param {(Uint8Array | Blob | string)[]} parts */
export function save(name, type, ...parts) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(/** @type {any} */ (parts), { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @type {Record<string, import('./effects.js').Effect>} */
export const files = {
  download: ({ name, type, bytes: range }, bytes) => save(name, type, bytes(range)),
};
