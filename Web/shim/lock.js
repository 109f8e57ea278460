// @ts-check
// Effects of the app lock: setting it, opening it, taking it off, and asking an open phone who holds it.

import { Failure, random } from './bytes.js';
import { master, unwrap, uses, wrap, wrappingKey } from './crypto.js';
import { Keyring, keptRing, personLabel, wrapByDevice } from './keyring.js';
import { forgetKey } from './store.js';
import { ring, tellTabs, use } from './vault.js';
import { openedByPassphrase } from './ways-in.js';

/** @typedef {import('./keyring.js').Lock} Lock */

/** @param {string} code @param {Omit<Lock, 'person'>} lock */
const lockKey = async (code, { salt, passphrase, rounds }) =>
  wrappingKey(await master(code, salt, rounds), passphrase ? 'hearth/v1/wrap' : 'hearth/v1/lock/wrap');

/**
 * @param {Lock | undefined} lock
 * @param {string} code
 * @param {boolean} [extractable] only to wrap it again at once
 * @returns {Promise<CryptoKey | undefined>} the person key; nothing when there is no lock or it has another code
 */
async function personByCode(lock, code, extractable) {
  if (!lock) return;
  const by = await lockKey(code, lock);
  return unwrap(lock.person, by, personLabel, uses.wrapping, extractable).catch(() => undefined);
}

/**
 * @param {Record<string, any>} effect
 * @param {import('./core.js').Bytes} bytes
 * @returns {Promise<CryptoKey>} the person key, extractable; fails with `wrongPassphrase`
 */
export const personByPassphrase = async (effect, bytes) => (await openedByPassphrase(effect, bytes)).person;

/**
 * Asks an open phone who holds it: the lock's code or the passphrase. Fails with `wrongPassphrase`.
 * @param {Record<string, any>} effect what was typed, and the person key by the passphrase
 * @param {import('./core.js').Bytes} bytes
 * @returns {Promise<CryptoKey>} the person key, extractable
 */
const proven = async (effect, bytes) =>
  (await personByCode(ring().kept.lock, effect.proof, true)) ??
  personByPassphrase({ ...effect, passphrase: effect.proof }, bytes);

/** Without the lock, no passkey opens anything either. @param {CryptoKey} person extractable, for this moment */
export async function takeOff(person) {
  await ring().change({ lock: undefined, passkey: undefined, device: await wrapByDevice(person) });
  tellTabs('forgotten');
}

/** Keeps what opens the lock, and nothing that opens the keys without it. @param {Partial<import('./keyring.js').Kept>} changes */
export async function putOn(changes) {
  await ring().change({ ...changes, device: undefined });
  await forgetKey();
  tellTabs('forgotten');
}

/** @type {Record<string, import('./effects.js').Effect>} */
export const lock = {
  async lock(effect, bytes) {
    const person = await personByPassphrase(effect, bytes);
    const salt = random(16);
    await putOn({ lock: { salt, person: await wrap(person, await lockKey(effect.code, { salt }), personLabel) } });
  },
  async unlock({ code }) {
    const found = await keptRing();
    if (!found?.lock) throw new Failure('locked');
    const person = await personByCode(found.lock, code);
    if (!person) throw new Failure('wrongCode');
    return use(await Keyring.open(person, found));
  },
  prove: async (effect, bytes) => void (await proven(effect, bytes)),
  unlockOff: async (effect, bytes) => takeOff(await proven(effect, bytes)),
  lockState: () => ({ on: !!ring().kept.lock }),
};
