// @ts-check
// Files that somebody takes along.

/** @type {Record<string, import('./effects.js').Effect>} */
export const files = {
  download({ name, type, bytes: range }, bytes) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([/** @type {any} */ (bytes(range))], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
};
