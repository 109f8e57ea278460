// @ts-check
// The keys of the person who is signed in on this device. Everything hangs from the person key: signing key, space keys
// and the key of the local store are kept wrapped under it. The person key itself is kept as a CryptoKey that can't be
// read or, with the app lock on, only wrapped under the lock's code.

import { Failure, fromBase64url, hex, join, random, utf8 } from './bytes.js';
import { decrypt, encrypt, freshKey, master, unwrap, uses, wrap, wrappingKey } from './crypto.js';
import { SpaceKeys } from './envelope.js';
import { get, write } from './store.js';

/** @typedef {{id: Uint8Array, key: Uint8Array}} WrappedSpace */

/**
 * @typedef {object} Kept what the database holds
 * @property {CryptoKey} [person] absent with the lock on
 * @property {{salt: Uint8Array, person: Uint8Array}} [lock] the person key wrapped under the code
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

/** @param {string} code @param {Uint8Array} salt */
const lockKey = async (code, salt) => wrappingKey(await master(code, salt), 'hearth/v1/lock/wrap');

/** @returns {Promise<Kept | undefined>} what this device has */
export const keptRing = () => get('keys', 'ring');

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
   * Signs in: takes over what this device kept when it belongs to the same person.
   * @param {CryptoKey} person
   * @param {Uint8Array} signing wrapped
   * @param {WrappedSpace[]} spaces
   * @returns {Promise<[Keyring, boolean]>} and whether this device has kept another person's records
   */
  static async enter(person, signing, spaces) {
    const before = await keptRing();
    if (before) {
      const { lock, local } = before;
      const kept = { ...(lock ? { lock } : { person }), signing, local, spaces };
      const same = await Keyring.open(person, kept).catch(() => {});
      if (same) return [same, false];
    }
    const local = await wrap(await freshKey(uses.encrypting), person, localLabel);
    return [await Keyring.open(person, { person, signing, local, spaces }), !!before];
  }

  /** @param {Kept} kept @param {string} code @returns {Promise<Keyring>} fails with `wrongCode` */
  static async unlock(kept, code) {
    const { salt, person } = /** @type {NonNullable<Kept['lock']>} */ (kept.lock);
    const opened = await unwrap(person, await lockKey(code, salt), personLabel, uses.wrapping).catch(() => {
      throw new Failure('wrongCode');
    });
    return Keyring.open(opened, kept);
  }

  /** @param {string} code @returns {Promise<boolean>} whether it is the lock's; never without a lock */
  async isCode(code) {
    const { lock } = this.kept;
    if (!lock) return false;
    const by = await lockKey(code, lock.salt);
    return unwrap(lock.person, by, personLabel, uses.wrapping).then(
      () => true,
      () => false,
    );
  }

  /** @param {CryptoKey} person extractable, for this moment @param {string} code */
  async lock(person, code) {
    const salt = random(16);
    this.kept.lock = { salt, person: await wrap(person, await lockKey(code, salt), personLabel) };
    delete this.kept.person;
    await this.save();
  }

  async unlockForGood() {
    this.kept.person = this.person;
    delete this.kept.lock;
    await this.save();
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

  save() {
    return write([{ store: 'keys', key: 'ring', value: this.kept }]);
  }

  /** @param {WrappedSpace[]} spaces @returns {Promise<Uint8Array[]>} ids of those that don't open */
  async openSpaces(spaces) {
    const failed = await this.#unwrapSpaces(spaces);
    const ids = new Set(spaces.map(({ id }) => hex(id)));
    this.kept.spaces = [...this.kept.spaces.filter(({ id }) => !ids.has(hex(id))), ...spaces];
    await this.save();
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
