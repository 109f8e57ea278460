// @ts-check
// WebCrypto, as docs/protocol.md uses it. A key wraps or encrypts, never both: its usages say so.

import { Failure, join, random, utf8 } from './bytes.js';

const { subtle } = crypto;

/** Rounds of PBKDF2 for the code of the app lock and for cards that are compared, and the fewest for a passphrase. */
const fewest = 600_000;
/** More than any device should have to do. */
const most = 10_000_000;

const aes = { name: 'AES-GCM', length: 256 };
const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
export const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const none = new Uint8Array();

/** @param {Uint8Array} bytes @returns {Promise<Uint8Array>} SHA-256 */
export const digest = async (bytes) => new Uint8Array(await subtle.digest('SHA-256', bytes));

/** @param {Uint8Array} bytes @returns {Promise<CryptoKey>} input of HKDF */
export const rootKey = (bytes) => subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits', 'deriveKey']);

/**
 * The master of a passphrase (in NFKC) or of a lock's code.
 * @param {string} passphrase
 * @param {Uint8Array} salt 16 bytes
 * @param {number} [rounds] a host that asks for fewer than there ever were gets nothing: fails with `badRounds`
 * @returns {Promise<CryptoKey>} input of HKDF
 */
export async function master(passphrase, salt, rounds = fewest) {
  if (!(rounds >= fewest && rounds <= most)) throw new Failure('badRounds');
  return rootKey(await stretch(utf8(passphrase.normalize('NFKC')), salt, rounds));
}

/**
 * @param {Uint8Array} bytes
 * @param {Uint8Array} salt
 * @param {number} [iterations]
 * @returns {Promise<Uint8Array>} 32 bytes that take a while, so that nobody tries many
 */
export async function stretch(bytes, salt, iterations = fewest) {
  const key = await subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await subtle.deriveBits(parameters, key, 256));
}

/** @param {string | Uint8Array} label @param {Uint8Array} [salt] */
const hkdf = (label, salt = none) => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt,
  info: typeof label === 'string' ? utf8(label) : label,
});

/** @param {CryptoKey} root @param {string} label @param {number} count of bytes @returns {Promise<Uint8Array>} */
export const derive = async (root, label, count) =>
  new Uint8Array(await subtle.deriveBits(hkdf(label), root, count * 8));

/** @param {CryptoKey} root @param {string} label @returns {Promise<CryptoKey>} wraps other keys */
export const wrappingKey = (root, label) => subtle.deriveKey(hkdf(label), root, aes, false, ['wrapKey', 'unwrapKey']);

/** @param {CryptoKey} root @param {Uint8Array} label @param {Uint8Array} [salt] @returns {Promise<CryptoKey>} encrypts */
export const entryKey = (root, label, salt) =>
  subtle.deriveKey(hkdf(label, salt), root, aes, false, ['encrypt', 'decrypt']);

/** @param {CryptoKey} root @param {string} label @param {Uint8Array} [salt] @returns {Promise<CryptoKey>} */
export const macKey = (root, label, salt) => subtle.deriveKey(hkdf(label, salt), root, hmac, false, ['sign', 'verify']);

/** @param {CryptoKey} key @param {...Uint8Array} parts @returns {Promise<Uint8Array>} HMAC-SHA-256 of all parts */
export const authenticate = async (key, ...parts) =>
  new Uint8Array(await subtle.sign('HMAC', key, join(...parts)));

/** @param {Uint8Array} nonce @param {Uint8Array} label */
const gcm = (nonce, label) => ({ name: 'AES-GCM', iv: nonce, additionalData: label });

/**
 * @param {CryptoKey} key extractable, for this moment
 * @param {CryptoKey} by
 * @param {Uint8Array} label
 * @param {'raw' | 'pkcs8'} [format]
 * @returns {Promise<Uint8Array>} nonce ‖ encrypted key ‖ tag
 */
export async function wrap(key, by, label, format = 'raw') {
  const nonce = random(12);
  return join(nonce, new Uint8Array(await subtle.wrapKey(format, key, by, gcm(nonce, label))));
}

/** What a key is for once it is unwrapped: [format, algorithm, usages]. */
export const uses = {
  wrapping: /** @type {const} */ (['raw', aes, ['wrapKey', 'unwrapKey']]),
  encrypting: /** @type {const} */ (['raw', aes, ['encrypt', 'decrypt']]),
  deriving: /** @type {const} */ (['raw', 'HKDF', ['deriveBits', 'deriveKey']]),
  signing: /** @type {const} */ (['pkcs8', ecdsa, ['sign']]),
};

/**
 * @param {Uint8Array} wrapped
 * @param {CryptoKey} by
 * @param {Uint8Array} label
 * @param {(typeof uses)[keyof typeof uses]} use
 * @param {boolean} [extractable] only to wrap it again at once
 * @returns {Promise<CryptoKey>} throws when `by` or `label` is not the one it was wrapped with
 */
export const unwrap = (wrapped, by, label, [format, algorithm, usages], extractable = false) =>
  subtle.unwrapKey(
    format,
    wrapped.subarray(12),
    by,
    gcm(wrapped.subarray(0, 12), label),
    algorithm,
    extractable,
    /** @type {any} */ (usages),
  );

/**
 * @param {(typeof uses)[keyof typeof uses]} use
 * @param {boolean} [extractable] to be wrapped
 * @returns {Promise<CryptoKey>} a random one
 */
export const freshKey = ([, , usages], extractable = true) =>
  subtle.generateKey(aes, extractable, /** @type {any} */ (usages));

/**
 * @param {CryptoKey} key
 * @param {Uint8Array} plain
 * @param {Uint8Array} about additional data
 * @param {Uint8Array} nonce 12 bytes
 * @returns {Promise<Uint8Array>} with its tag
 */
export const encrypt = async (key, plain, about, nonce) =>
  new Uint8Array(await subtle.encrypt(gcm(nonce, about), key, plain));

/**
 * @param {CryptoKey} key
 * @param {Uint8Array} cipher with its tag
 * @param {Uint8Array} about additional data
 * @param {Uint8Array} nonce 12 bytes
 * @returns {Promise<Uint8Array>} throws when it was encrypted otherwise
 */
export const decrypt = async (key, cipher, about, nonce) =>
  new Uint8Array(await subtle.decrypt(gcm(nonce, about), key, cipher));
