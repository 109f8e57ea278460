// @ts-check
// Effects: what Swift asks for, carried out.

import { nameOf } from './bytes.js';
import { send } from './core.js';
import { later, seldomEffects } from './later.js';
import { network } from './network.js';
import { page } from './page.js';
import { vault } from './vault.js';
import { patience, within } from './wait.js';

/**
 * @typedef {(effect: any, bytes: import('./core.js').Bytes) => any} Effect
 *   gives the fields of its response, or throws a `Failure` with the name of what went wrong
 */

/** @type {Record<string, Effect>} */
const table = { ...later, ...network, ...page, ...vault };

/**
 * Carries out one effect. It starts at once, so that what a browser allows only during a tap is still allowed.
 * @param {Record<string, any>} effect
 * @param {import('./core.js').Bytes} bytes
 */
export async function carryOut(effect, bytes) {
  const { do: name, id } = effect;
  let outcome;
  try {
    const late = !Object.hasOwn(table, name) && (await seldomEffects());
    const known = late ? late.seldom : table;
    if (!Object.hasOwn(known, name)) throw new Error('unknown effect');
    const work = known[name](effect, bytes);
    // What the page and passkeys do may wait for a person; what keys and storage do waits for nobody.
    const isPatient = late ? late.patient.has(name) : !Object.hasOwn(vault, name);
    outcome = { ok: true, ...(await (isPatient ? work : within(patience.keys, work))) };
  } catch (error) {
    outcome = { ok: false, failure: nameOf(error, name) };
  }
  if (id !== undefined) send({ type: 'response', id, ...outcome });
}
