// @ts-check
// Which version of the page this is.

import { patience, within } from './wait.js';

/** @type {Record<string, import('./effects.js').Effect>} */
export const version = {
  /** The worker keeps it under that name, and a newer one that waits behind it. */
  async version() {
    const [name = ''] = (await within(patience.store, globalThis.caches?.keys())) ?? [];
    return { version: name.replace('hearth-', '') };
  },
};
