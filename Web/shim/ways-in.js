// @ts-check
// Effects for whoever comes in by the recovery code, or changes a way in.

import { Failure } from './bytes.js';
import { master } from './crypto.js';
import { alphabet, recoveryText } from './recovery-code.js';
import { byPassphrase, byRecovery, keepPending, pending, personToWrap, wrapByPassphrase, wrapByRecovery } from './vault.js';

/**
 * @param {string} typed case, spaces and hyphens don't matter; I and L read as 1, O as 0
 * @returns {Promise<Uint8Array>} the 16 bytes; fails with `badCode`
 */
export async function readRecoveryText(typed) {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  const places = [...text].map((character) => alphabet.indexOf(character));
  if (places.length !== 28 || places.includes(-1)) throw new Failure('badCode');
  const number = places.reduce((sum, place) => (sum << 5n) | BigInt(place), 0n) >> 12n;
  const code = Uint8Array.from({ length: 16 }, (_, index) => Number((number >> BigInt(120 - 8 * index)) & 255n));
  if ((await recoveryText(code)).replace(/-/g, '') !== text) throw new Failure('badCode');
  return code;
}

/**
 * @param {Record<string, any>} account what the relay has of the passphrase, and the passphrase as it was typed
 * @param {import('./core.js').Bytes} bytes
 * @returns {Promise<{person: CryptoKey, secret: Uint8Array}>} the person key, extractable; fails with `wrongPassphrase`
 */
export async function openedByPassphrase({ passphrase, personByPassphrase, salt, rounds }, bytes) {
  const { wrap: by, secret } = await byPassphrase(await master(passphrase, bytes(salt), rounds));
  return { person: await personToWrap(bytes(personByPassphrase), by, 'wrongPassphrase'), secret };
}

/** @type {Record<string, import('./effects.js').Effect>} */
export const waysIn = {
  async recoverySecret({ code }) {
    const { wrap: by, secret } = await byRecovery(await readRecoveryText(code));
    keepPending({ recovery: by });
    return { secret };
  },

  async recoverAccount({ personByRecovery, passphrase, target }, bytes) {
    if (!pending.recovery) throw new Failure('locked');
    const person = await personToWrap(bytes(personByRecovery), pending.recovery, 'badCode');
    const { by, fields } = await wrapByPassphrase(passphrase, person, target);
    keepPending({ ...pending, wrap: by });
    return { ...fields, ...(await wrapByRecovery(person)) };
  },

  async changePassphrase({ current, target, ...effect }, bytes) {
    const { person, secret } = await openedByPassphrase({ ...effect, passphrase: current }, bytes);
    const { fields } = await wrapByPassphrase(effect.passphrase, person, target);
    return { currentSecret: secret, ...fields, ...(await wrapByRecovery(person)) };
  },

  /** The same passphrase with the same salt, so that nobody takes it for another one. */
  async stretchPassphrase({ target, ...effect }, bytes) {
    const { person, secret } = await openedByPassphrase(effect, bytes);
    const { fields } = await wrapByPassphrase(effect.passphrase, person, target, bytes(effect.salt).slice());
    return { currentSecret: secret, ...fields };
  },

  async newRecoveryCode(effect, bytes) {
    const { person, secret } = await openedByPassphrase(effect, bytes);
    return { currentSecret: secret, ...(await wrapByRecovery(person)) };
  },
};
