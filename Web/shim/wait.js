// @ts-check
// No wait is without end: whatever storage, keys or network do, it comes to an end that can be told.

import { Failure } from './bytes.js';

/** How long each kind of work may take before it counts as stuck, in milliseconds. */
export const patience = { opening: 10_000, store: 10_000, answer: 20_000, keys: 60_000, download: 120_000 };

/**
 * @template T
 * @param {number} limit in milliseconds
 * @param {Promise<T> | T} work
 * @param {() => void} [giveUp] stops the work when it has taken too long
 * @returns {Promise<T>} what comes of the work; fails with `stuck` when it takes longer
 */
export function within(limit, work, giveUp) {
  let timer = 0;
  const end = new Promise((_, reject) => {
    const fail = () => {
      reject(new Failure('stuck'));
      giveUp?.();
    };
    // In two halves: a device that slept in the first still gives the work the second.
    timer = setTimeout(() => (timer = setTimeout(fail, limit / 2)), limit / 2);
  });
  return Promise.race([work, end]).finally(() => clearTimeout(timer));
}

/**
 * @param {number} limit in milliseconds
 * @param {(signal: AbortSignal) => Promise<Response>} ask
 * @param {(response: Response) => any} read
 * @returns {Promise<any>} what was read of the answer, in time or not at all
 */
export function fetchWithin(limit, ask, read) {
  const stop = new AbortController();
  return within(limit, ask(stop.signal).then(read), () => stop.abort());
}
