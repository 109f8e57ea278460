// @ts-check
// The envelope of one entry: header 114 ‖ ciphertext ‖ signature 64 (docs/protocol.md, Envelope).

import { Failure, hex, join, random, utf8 } from './bytes.js';
import { authenticate, decrypt, digest, ecdsa, encrypt, entryKey, macKey } from './crypto.js';

const headerSize = 114;
const tagSize = 16;
const signatureSize = 64;
export const hashSize = 32;
const largest = 65536;
const smallestBody = 256;

/**
 * @template T
 * @param {Map<string, T>} made
 * @param {string} name
 * @param {() => T} make
 * @returns {T} what is made under that name when it is first asked for
 */
function once(made, name, make) {
  if (!made.has(name)) made.set(name, make());
  return /** @type {T} */ (made.get(name));
}

/** The keys of one space, derived from its space key when they are first needed. */
export class SpaceKeys {
  /** @type {Map<string, Promise<CryptoKey>>} */
  #derived = new Map();

  /** @param {Uint8Array} id 16 bytes @param {CryptoKey} root the space key, input of HKDF */
  constructor(id, root) {
    this.id = id;
    this.root = root;
  }

  /** @param {Uint8Array} epoch 4 bytes */
  entry(epoch) {
    const label = join(utf8('hearth/v1/entry'), epoch);
    return once(this.#derived, hex(epoch), () => entryKey(this.root, label, this.id));
  }

  /** @param {'seal' | 'match'} purpose */
  mac(purpose) {
    return once(this.#derived, purpose, () => macKey(this.root, `hearth/v1/${purpose}`, this.id));
  }

  /** @param {string} name @returns {Promise<Uint8Array>} 16 bytes under which both answers to the same thing meet */
  async sealId(name) {
    return (await authenticate(await this.mac('seal'), utf8(name))).slice(0, 16);
  }

  /** @param {string} name @returns {Promise<Uint8Array>} 16 bytes */
  async topicId(name) {
    return (await authenticate(await this.mac('match'), utf8(`topic\0${name}`))).slice(0, 16);
  }

  /** @param {Uint8Array} topic @param {string} item @returns {Promise<Uint8Array>} 16 bytes */
  async matchToken(topic, item) {
    return (await authenticate(await this.mac('match'), topic, utf8(`\0${item}`))).slice(0, 16);
  }
}

/**
 * @param {number} length
 * @returns {number} rounded up so that only the leading bits of a size show: PADMÉ (Nikitin et al., “Reducing Metadata
 *   Leakage from Encrypted Files and Communication with PURBs”, PoPETs 2019, §4)
 */
function paddedLength(length) {
  if (length < smallestBody) return smallestBody;
  const exponent = 31 - Math.clz32(length);
  const mask = (1 << (exponent - (32 - Math.clz32(exponent)))) - 1;
  return (length + mask) & ~mask;
}

/** @param {Uint8Array} content @returns {Uint8Array} its length in 4 bytes, itself, and zeros up to the padded length */
export function pad(content) {
  const padded = new Uint8Array(paddedLength(4 + content.length));
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, 4);
  return padded;
}

/**
 * @param {SpaceKeys} space
 * @param {CryptoKey} signing
 * @param {Uint8Array} header from Swift, nonce empty
 * @param {Uint8Array} body
 * @param {string} [sealName] of a sealed entry
 * @returns {Promise<{envelope: Uint8Array, hash: Uint8Array}>}
 */
export async function seal(space, signing, header, body, sealName) {
  const padded = pad(body);
  if (headerSize + padded.length + tagSize + signatureSize > largest) throw new Failure('entryTooLarge');

  const head = header.slice();
  if (sealName !== undefined) head.set(await space.sealId(sealName), 54);
  const nonce = random(12);
  head.set(nonce, 102);
  const key = await space.entry(head.subarray(18, 22));
  const signed = join(head, await encrypt(key, padded, head, nonce));
  const signature = await crypto.subtle.sign(ecdsa, signing, signed);
  const envelope = join(signed, new Uint8Array(signature));
  return { envelope, hash: await digest(envelope) };
}

/**
 * What came of opening an envelope. Failure: `format`, `unknownAuthor`, `signature`, `decrypt`; never thrown, so that one bad
 * entry can't hide the others.
 * @typedef {{body?: Uint8Array, failure?: string, hash: Uint8Array}} Opened
 */

/** Public keys of authors, by themselves in hexadecimal. @type {Map<string, Promise<CryptoKey | undefined>>} */
const verifyingKeys = new Map();

/** @param {Uint8Array} raw @returns {Promise<CryptoKey | undefined>} nothing for what is no key at all */
const verifyingKey = (raw) =>
  once(verifyingKeys, hex(raw), () =>
    crypto.subtle.importKey('raw', raw, ecdsa, false, ['verify']).catch(() => undefined),
  );

/**
 * @param {SpaceKeys} space
 * @param {Record<string, Uint8Array>} authors public keys of accounts, by their ids in hexadecimal
 * @param {Uint8Array[]} envelopes
 * @returns {Promise<Opened[]>} in their order
 */
export const openAll = (space, authors, envelopes) => Promise.all(envelopes.map((one) => open(space, authors, one)));

/**
 * @param {SpaceKeys} space
 * @param {Record<string, Uint8Array>} authors
 * @param {Uint8Array} envelope
 * @returns {Promise<Opened>}
 */
async function open(space, authors, envelope) {
  const hash = await digest(envelope);
  try {
    return { body: await read(space, authors, envelope), hash };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { failure: error.message, hash };
  }
}

/**
 * @param {SpaceKeys} space
 * @param {Record<string, Uint8Array>} authors
 * @param {Uint8Array} envelope
 */
async function read(space, authors, envelope) {
  const [version, suite] = envelope;
  const size = envelope.length - headerSize - tagSize - signatureSize;
  const header = envelope.subarray(0, headerSize);
  if (
    version !== 1 ||
    suite !== 1 ||
    size !== paddedLength(size) ||
    envelope.length > largest ||
    hex(header.subarray(2, 18)) !== hex(space.id)
  ) {
    throw new Failure('format');
  }

  const name = hex(header.subarray(22, 38));
  const author = Object.hasOwn(authors, name) && (await verifyingKey(authors[name]));
  if (!author) throw new Failure('unknownAuthor');
  const signed = envelope.subarray(0, -signatureSize);
  const authentic = await crypto.subtle.verify(ecdsa, author, envelope.subarray(-signatureSize), signed);
  if (!authentic) throw new Failure('signature');

  const key = await space.entry(header.subarray(18, 22));
  const padded = await decrypt(key, signed.subarray(headerSize), header, header.subarray(102)).catch(() => {
    throw new Failure('decrypt');
  });
  const end = 4 + new DataView(padded.buffer).getUint32(0);
  if (end > size || paddedLength(end) !== size || padded.subarray(end).some(Boolean)) throw new Failure('format');
  return padded.subarray(4, end);
}
