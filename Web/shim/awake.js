// @ts-check
// Keeping the screen on while two talk by it.

/** @type {Promise<any> | undefined} what keeps the screen on */
let lock;

/** @type {Record<string, import('./effects.js').Effect>} */
export const awake = {
  /** Where a browser can't keep the screen on, or won't to save its battery, it goes dark as ever. */
  async keepAwake({ on }) {
    const before = lock;
    lock = on ? navigator.wakeLock?.request('screen').catch(() => undefined) : undefined;
    await (await before)?.release();
    await lock;
  },
};
