// @ts-check
// A passkey of this device opens the app lock beside its code: what its PRF extension gives for a salt that only this device keeps
// wraps the person key once more. The relay never hears of it.

import { base64url } from './base64url.js';
import { Failure, hex, random } from './bytes.js';
import { rootKey, unwrap, uses, wrap, wrappingKey } from './crypto.js';
import { Keyring, keptRing, personLabel } from './keyring.js';
import { personByPassphrase, putOn, takeOff } from './lock.js';
import { lockByPassphrase, ring, use } from './vault.js';
import { patience, within } from './wait.js';

/** @typedef {import('./keyring.js').Passkey} Passkey */

/** How long a person may take to show their face, find their finger or type the device's code, in milliseconds. */
const limit = 120_000;

/** What the page's address is called to passkeys. */
const relyingParty = () => location.hostname;

/**
 * Why no passkey can open Hearth here; nothing when one may.
 * @returns {Promise<'browser' | 'device' | 'address' | undefined>}
 */
async function missing() {
  const { PublicKeyCredential: known } = /** @type {any} */ (globalThis);
  if (!known || !navigator.credentials) return 'browser';
  if (/^[\d.]+$|:/.test(relyingParty())) return 'address'; // passkeys belong to names
  const can = await known.getClientCapabilities?.();
  if (can?.['extension:prf'] === false) return 'browser';
  if (!(await known.isUserVerifyingPlatformAuthenticatorAvailable())) return 'device';
}

/**
 * Has the browser ask the person.
 * @param {(signal: AbortSignal) => Promise<any>} asking
 * @returns {Promise<any>} the credential
 */
async function asked(asking) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), limit);
  try {
    const found = await asking(stop.signal);
    if (found) return found;
    throw new DOMException('', 'NotAllowedError');
  } catch (error) {
    if (stop.signal.aborted) throw new Failure('timeout');
    const { name } = /** @type {Error} */ (error);
    // Browsers don't say whether somebody said no or has no such passkey any more.
    if (name === 'NotAllowedError' || name === 'AbortError') throw new Failure('cancelled');
    console.info('passkey', error);
    throw new Failure('unavailable');
  } finally {
    clearTimeout(timer);
  }
}

/** @param {Uint8Array} salt */
const extensions = (salt) => ({ prf: { eval: { first: salt } } });

/** @param {any} credential @returns {BufferSource | undefined} what its PRF has given */
const output = (credential) => credential.getClientExtensionResults().prf?.results?.first;

/** @param {BufferSource} given 32 bytes of a PRF @returns {Promise<CryptoKey>} wraps the person key */
const passkeyKey = async (given) =>
  wrappingKey(await rootKey(/** @type {any} */ (given)), 'hearth/v1/passkey/wrap');

/**
 * @param {Omit<Passkey, 'person'>} passkey
 * @returns {Promise<CryptoKey>} what it wraps with, once the person has shown who they are
 */
async function keyOf({ id, salt }) {
  const publicKey = /** @type {any} */ ({
    challenge: random(32),
    rpId: relyingParty(),
    allowCredentials: [{ type: 'public-key', id, transports: ['internal'] }],
    userVerification: 'required',
    hints: ['client-device'],
    extensions: extensions(salt),
  });
  const found = await asked((signal) => navigator.credentials.get({ publicKey, signal }));
  if (hex(new Uint8Array(found.rawId)) !== hex(id)) throw new Failure('otherPasskey');
  const given = output(found);
  if (!given) throw new Failure('noPRF');
  return passkeyKey(given);
}

/** @param {boolean} [extractable] only to wrap it again at once @returns {Promise<CryptoKey>} the person key */
async function personByPasskey(extractable) {
  const { passkey } = (await keptRing()) ?? {};
  if (!passkey) throw new Failure('otherPasskey');
  const by = await keyOf(passkey);
  return unwrap(passkey.person, by, personLabel, uses.wrapping, extractable).catch(() => {
    throw new Failure('otherPasskey');
  });
}

/** Lets the device know that a passkey opens nothing any more, where it can hear that. @param {Uint8Array} id */
function tellGone(id) {
  const { PublicKeyCredential: known } = /** @type {any} */ (globalThis);
  const gone = known?.signalUnknownCredential?.({ rpId: relyingParty(), credentialId: base64url(id) });
  gone?.catch(console.info);
}

/**
 * @param {string} name what the device calls it
 * @param {Uint8Array} salt
 * @returns {Promise<{id: Uint8Array, key: CryptoKey}>} a new passkey, and what it wraps with
 */
async function make(name, salt) {
  const publicKey = /** @type {any} */ ({
    challenge: random(32),
    rp: { id: relyingParty(), name: 'Hearth' },
    user: { id: random(16), name, displayName: name },
    pubKeyCredParams: [-7, -257].map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: {
      authenticatorAttachment: 'platform',
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
    hints: ['client-device'],
    extensions: extensions(salt),
  });
  const made = await asked((signal) => navigator.credentials.create({ publicKey, signal }));
  const id = new Uint8Array(made.rawId);
  try {
    const given = output(made);
    if (given) return { id, key: await passkeyKey(given) };
    if (!made.getClientExtensionResults().prf?.enabled) throw new Failure('noPRF');
    return { id, key: await keyOf({ id, salt }) }; // some give nothing until they are asked once more
  } catch (error) {
    tellGone(id);
    throw error;
  }
}

/** @type {Record<string, import('./effects.js').Effect>} */
export const passkey = {
  async passkeyState() {
    const why = await within(patience.opening, missing()).catch(() => 'browser');
    return { on: !!(await keptRing())?.passkey, ...(why && { missing: why }) };
  },

  async passkeyOn(effect, bytes) {
    const person = await personByPassphrase(effect, bytes);
    const salt = random(32);
    const { id, key } = await make(effect.called, salt);
    const before = await keptRing();
    // Whoever has no code yet has the passphrase for one.
    const lock = before?.lock ?? lockByPassphrase(effect, bytes);
    await putOn({ lock, passkey: { id, salt, person: await wrap(person, key, personLabel) } });
    if (before?.passkey) tellGone(before.passkey.id);
  },

  /** Takes it off; where the lock's code is the passphrase, it is the one that counts now. */
  async passkeyOff(effect, bytes) {
    const before = await keptRing();
    if (!before) throw new Failure('locked');
    const lock = before.lock?.passphrase ? lockByPassphrase(effect, bytes) : before.lock;
    await ring().change({ lock, passkey: undefined });
    if (before.passkey) tellGone(before.passkey.id);
  },

  async unlockByPasskey() {
    const person = await personByPasskey();
    const found = await keptRing();
    if (!found) throw new Failure('locked');
    return use(await Keyring.open(person, found));
  },

  proveByPasskey: async () => void (await personByPasskey()),
  unlockOffByPasskey: async () => takeOff(await personByPasskey(true)),
};
