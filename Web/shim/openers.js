// @ts-check
// Opening many envelopes at once: workers do it while the page goes on. Few are opened in the page, and so are many where no
// worker is to be had.

import { Failure } from './bytes.js';
import { hashSize, openAll } from './envelope.js';
import { patience, within } from './wait.js';
import { workerAddress } from './workers.js';

/** @typedef {import('./envelope.js').Opened} Opened */

/** From how many envelopes at once on workers open them. */
const many = 64;

/** How many the page opens before it starts any: a page of entries is here sooner than a worker. */
const first = 512;

/** How long workers without work are kept, in milliseconds: one has its own memory. */
const idle = 10_000;

/** @type {Opener[]} */
let team = [];
/** Whether this page does without, because workers failed. */
let alone = false;
/** How many envelopes it has been asked to open. */
let asked = 0;
/** The timer that ends the workers. */
let dismissal = 0;

/** One worker and what it has been asked. */
class Opener {
  #worker = new Worker(/** @type {any} */ (workerAddress('opener')), { type: 'module' });
  /** @type {Map<number, {resolve: (results: Opened[]) => void, reject: (error: Failure) => void}>} by number */
  #jobs = new Map();
  #last = 0;

  constructor() {
    this.#worker.onmessage = ({ data: { job, block, outcomes } }) => {
      let at = 0;
      const take = (/** @type {number} */ count) => block.subarray(at, (at += count));
      const results = outcomes.map((/** @type {string | number} */ outcome) => {
        const hash = take(hashSize);
        return typeof outcome === 'number' ? { body: take(outcome), hash } : { failure: outcome, hash };
      });
      this.#jobs.get(job)?.resolve(results);
      this.#jobs.delete(job);
    };
    this.#worker.onerror = this.#worker.onmessageerror = (event) => {
      event.preventDefault();
      this.end('stuck');
    };
  }

  /**
   * @param {import('./envelope.js').SpaceKeys} space
   * @param {Record<string, Uint8Array>} authors
   * @param {Uint8Array[]} envelopes
   * @returns {Promise<Opened[]>}
   */
  open({ id: space, root }, authors, envelopes) {
    return new Promise((resolve, reject) => {
      const job = ++this.#last;
      this.#jobs.set(job, { resolve, reject });
      this.#worker.postMessage({ job, space, root, authors, envelopes });
    });
  }

  /** @param {string} failure of what it has been asked */
  end(failure) {
    this.#worker.terminate();
    for (const { reject } of this.#jobs.values()) reject(new Failure(failure));
    this.#jobs.clear();
  }
}

/**
 * Ends the workers, and the keys in them with them.
 * @param {string} [failure] of what they have been asked
 */
export function dismissOpeners(failure = 'locked') {
  clearTimeout(dismissal);
  for (const opener of team) opener.end(failure);
  team = [];
}

/**
 * @param {import('./envelope.js').SpaceKeys} space
 * @param {Record<string, Uint8Array>} authors public keys of accounts, by their ids in hexadecimal
 * @param {Uint8Array[]} envelopes
 * @returns {Promise<Opened[]>} in their order; fails with `locked` when the keys are put away meanwhile
 */
export async function openMany(space, authors, envelopes) {
  const here = () => openAll(space, authors, envelopes);
  asked += envelopes.length;
  if (alone || envelopes.length < many || asked <= first) return here();
  try {
    clearTimeout(dismissal);
    if (!team.length) {
      // One core stays for the page.
      const count = Math.min(3, Math.max(1, navigator.hardwareConcurrency - 1)) || 1;
      for (let made = 0; made < count; made++) team.push(new Opener());
    }
    const share = Math.ceil(envelopes.length / team.length);
    const part = (/** @type {number} */ index) => envelopes.slice(index * share, (index + 1) * share);
    const parts = team.map((opener, index) => opener.open(space, authors, part(index)));
    const results = (await within(patience.opening, Promise.all(parts))).flat();
    clearTimeout(dismissal);
    dismissal = setTimeout(dismissOpeners, idle, 'stuck');
    return results;
  } catch (error) {
    if (error instanceof Failure && error.message === 'locked') throw error;
    alone = true;
    dismissOpeners('stuck');
    return here();
  }
}
