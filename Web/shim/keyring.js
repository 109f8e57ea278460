// @ts-check
// The keys of the person who is signed in on this device. Everything hangs from the person key: signing key, space keys
// and the key of the local store are kept wrapped under it. The person key itself is kept wrapped too: under the lock's code
// or, without the app lock, under a key of this device that lies apart (store.js) and that no script can read. With the lock there is
// no such key, and each time that the lock is taken off there is a new one.

import { Failure, fromBase64url, hex, join, random, utf8 } from './bytes.js';
import { decrypt, encrypt, freshKey, unwrap, uses, wrap } from './crypto.js';
import { SpaceKeys } from './envelope.js';
import { get, keepKey, keptKey, write } from './store.js';

/** @typedef {{id: Uint8Array, key: Uint8Array}} WrappedSpace */

/**
 * @typedef {object} Lock the person key wrapped under the code
 * @property {Uint8Array} salt
 * @property {Uint8Array} person
 * @property {true} [passphrase] the code is the passphrase, and this is what the relay has too
 * @property {number} [rounds] of PBKDF2, where the passphrase has others than a code
 *
 * @typedef {object} Passkey the person key wrapped under what a passkey gives (passkey.js)
 * @property {Uint8Array} id the credential's
 * @property {Uint8Array} salt what it is asked with
 * @property {Uint8Array} person
 */

/**
 * @typedef {object} Kept what the database holds
 * @property {Lock} [lock]
 * @property {Passkey} [passkey] with the lock on only
 * @property {Uint8Array} [device] the person key wrapped under the device's; neither with the lock on, nor where an earlier version
 *   kept the person key itself: then that is what lies apart
 * @property {CryptoKey} [person] the same, as the earlier version left it
 * @property {Uint8Array} signing wrapped
 * @property {Uint8Array} local wrapped
 * @property {WrappedSpace[]} spaces
 */

const label = (/** @type {string} */ name) => utf8(`hearth/v1/${name}`);
export const personLabel = label('person-key');
export const signingLabel = label('signing-key');
const localLabel = label('local-key');

/** @param {Uint8Array} space @returns {Uint8Array} */
export const spaceLabel = (space) => join(label('space-key'), space);

/** @returns {Promise<Kept | undefined>} what this device has */
export const keptRing = () => get('keys', 'ring');

/** @param {Kept} kept */
const save = (kept) => write([{ store: 'keys', key: 'ring', value: kept }]);

/**
 * @param {Kept} kept without a lock
 * @returns {Promise<CryptoKey | undefined>} the person key; nothing when the browser has cleared what opens it
 */
export async function keptPerson(kept) {
  const { person, ...rest } = kept;
  if (person) {
    await keepKey(person).then(() => save(rest), console.error); // a full disk is no reason to fail
    return person;
  }
  const key = await keptKey();
  return key && kept.device ? unwrap(kept.device, key, personLabel, uses.wrapping).catch(() => undefined) : key;
}

/** @param {CryptoKey} person extractable, for this moment @returns {Promise<Uint8Array>} it under a new key of this device */
export async function wrapByDevice(person) {
  const device = await freshKey(uses.wrapping, false);
  await keepKey(device);
  return wrap(person, device, personLabel);
}

export class Keyring {
  /** @type {Map<string, SpaceKeys>} by id in hexadecimal */
  #spaces = new Map();

  /** @param {CryptoKey} person @param {CryptoKey} signing @param {CryptoKey} local @param {Kept} kept */
  constructor(person, signing, local, kept) {
    this.person = person;
    this.signing = signing;
    this.local = local;
    this.kept = kept;
  }

  /** @param {CryptoKey} person @param {Kept} kept @returns {Promise<Keyring>} throws when it is not this person's */
  static async open(person, kept) {
    const ring = new Keyring(
      person,
      await unwrap(kept.signing, person, signingLabel, uses.signing),
      await unwrap(kept.local, person, localLabel, uses.encrypting),
      kept,
    );
    await ring.#unwrapSpaces(kept.spaces);
    return ring;
  }

  /**
   * Signs in: takes over what this device kept when it belongs to the same person, and lets go of it otherwise.
   * @param {CryptoKey} person
   * @param {CryptoKey} extractable the same, for this moment
   * @param {Uint8Array} signing wrapped
   * @param {WrappedSpace[]} spaces
   * @param {() => Promise<void>} forget what another person kept here
   * @param {() => Lock} lock by the passphrase as it is now
   * @returns {Promise<Keyring>}
   */
  static async enter(person, extractable, signing, spaces, forget, lock) {
    const before = await keptRing();
    // The passphrase may be another one: a passkey ends with it.
    const now = { signing, spaces, passkey: undefined, lock: before?.lock?.passphrase ? lock() : before?.lock };
    const again = before && (await Keyring.open(person, { ...before, ...now }).catch(() => {}));
    const fresh = async () => wrap(await freshKey(uses.encrypting), person, localLabel);
    const entered = again || (await Keyring.open(person, { signing, local: await fresh(), spaces }));
    if (before && !again) await forget();
    if (!entered.kept.lock) entered.kept.device = await wrapByDevice(extractable);
    await save(entered.kept);
    return entered;
  }

  /**
   * Changes what is kept, as it is now: another tab may have turned the lock.
   * @param {Partial<Kept>} changes
   */
  async change(changes) {
    const now = await keptRing();
    if (!now) throw new Failure('locked');
    await save((this.kept = { ...now, ...changes }));
  }

  /**
   * @returns {Promise<Uint8Array>} 65 bytes: the public half of the signing key. It comes of the private half, which only
   *   the person key opens, so nobody else can say what it is
   */
  async ownKey() {
    const pair = await unwrap(this.kept.signing, this.person, signingLabel, uses.signing, true);
    const { x, y } = await crypto.subtle.exportKey('jwk', pair);
    return join(Uint8Array.of(4), fromBase64url(/** @type {string} */ (x)), fromBase64url(/** @type {string} */ (y)));
  }

  /** @param {WrappedSpace[]} spaces @returns {Promise<Uint8Array[]>} ids of those that don't open */
  async openSpaces(spaces) {
    const failed = await this.#unwrapSpaces(spaces);
    const ids = new Set(spaces.map(({ id }) => hex(id)));
    await this.change({ spaces: [...this.kept.spaces.filter(({ id }) => !ids.has(hex(id))), ...spaces] });
    return failed;
  }

  /** @param {WrappedSpace[]} spaces */
  async #unwrapSpaces(spaces) {
    /** @type {Uint8Array[]} */
    const failed = [];
    const unwrapping = spaces.map(async ({ id, key }) => {
      try {
        const root = await unwrap(key, this.person, spaceLabel(id), uses.deriving);
        this.#spaces.set(hex(id), new SpaceKeys(id, root));
      } catch {
        failed.push(id);
      }
    });
    await Promise.all(unwrapping);
    return failed;
  }

  /** @param {Uint8Array} id @returns {SpaceKeys} fails with `unknownSpace` */
  space(id) {
    const found = this.#spaces.get(hex(id));
    if (!found) throw new Failure('unknownSpace');
    return found;
  }

  /** @param {string} store @param {string} key @param {Uint8Array} bytes @returns {Promise<Uint8Array>} to be kept */
  async conceal(store, key, bytes) {
    const nonce = random(12);
    return join(nonce, await encrypt(this.local, bytes, place(store, key), nonce));
  }

  /** @param {string} store @param {string} key @param {Uint8Array} value @returns {Promise<Uint8Array>} may throw */
  reveal(store, key, value) {
    return decrypt(this.local, value.subarray(12), place(store, key), value.subarray(0, 12));
  }
}

/** @param {string} store @param {string} key @returns {Uint8Array} so that a record can't be moved to another place */
const place = (store, key) => utf8(`${store}\0${key}`);
