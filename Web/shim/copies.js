// @ts-check
// An encrypted copy of everything, under a passphrase of its own (docs/protocol.md, "An encrypted copy").

import { base64url, Failure, fromBase64url, join, random, utf8 } from './bytes.js';

const { subtle } = crypto;

/** Rounds of PBKDF2 for a new copy, and the fewest and the most that an older or a newer one may ask for. */
const rounds = 600_000;
const allowed = { fewest: 100_000, most: 10_000_000 };
const label = utf8('hearth/v1/copy');
/** The most bytes of a head, and the bytes of the checksum at the end. */
const headLimit = 4096;
const sumLength = 32;

/** @param {string} passphrase @param {Uint8Array} salt @param {number} iterations @returns {Promise<CryptoKey>} */
async function copyKey(passphrase, salt, iterations) {
  const typed = utf8(passphrase.normalize('NFKC'));
  const key = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const stretching = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  const master = await subtle.deriveBits(/** @type {any} */ (stretching), key, 256);
  const root = await subtle.importKey('raw', master, 'HKDF', false, ['deriveKey']);
  const labelling = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: label };
  return subtle.deriveKey(labelling, root, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** @param {Uint8Array} nonce @param {Uint8Array} head */
const gcm = (nonce, head) => ({ name: 'AES-GCM', iv: nonce, additionalData: head });

/** @param {Uint8Array} bytes @returns {Promise<Uint8Array>} SHA-256 */
const digest = async (bytes) => new Uint8Array(await subtle.digest('SHA-256', /** @type {any} */ (bytes)));

/** @param {Uint8Array} one @param {Uint8Array} other */
const isSame = (one, other) => one.length === other.length && one.every((byte, index) => byte === other[index]);

/** @param {Uint8Array} file @returns {{head: any, start: number} | undefined} nothing when it can't be read */
function readHead(file) {
  const end = file.subarray(0, headLimit).indexOf(10);
  try {
    return { head: JSON.parse(new TextDecoder().decode(file.subarray(0, end))), start: end + 1 };
  } catch {
    return undefined;
  }
}

/** @type {Record<string, import('./effects.js').Effect>} */
export const copies = {
  async sealCopy({ passphrase, bytes: range }, bytes) {
    const plain = bytes(range);
    const [salt, nonce] = [random(16), random(12)];
    const head = utf8(
      JSON.stringify({
        hearth: 'copy',
        version: 1,
        key: 'PBKDF2-HMAC-SHA-256, HKDF-SHA-256',
        rounds,
        salt: base64url(salt),
        cipher: 'AES-256-GCM',
        nonce: base64url(nonce),
        bytes: plain.length + 16,
      }) + '\n',
    );
    const sealed = await subtle.encrypt(gcm(nonce, head), await copyKey(passphrase, salt, rounds), plain);
    const whole = join(head, new Uint8Array(sealed));
    return { file: join(whole, await digest(whole)) };
  },

  /** Tells what is wrong with the file before it asks whether the passphrase is right. */
  async openCopy({ passphrase, bytes: range }, bytes) {
    const file = bytes(range);
    if (!file.subarray(0, headLimit).includes(10)) return { flaw: 'cut' };
    const found = readHead(file);
    if (found?.head?.hearth !== 'copy') return { flaw: 'changed' };
    const { head, start } = found;
    if (head.version !== 1) return { flaw: head.version > 1 ? 'tooNew' : 'changed' };
    const end = start + head.bytes;
    if (!(head.bytes >= 16 && head.rounds >= allowed.fewest && head.rounds <= allowed.most)) return { flaw: 'changed' };
    if (file.length < end + sumLength) return { flaw: 'cut' };
    const whole = file.subarray(0, end);
    if (!isSame(await digest(whole), file.subarray(end))) return { flaw: 'changed' };
    const key = await copyKey(passphrase, fromBase64url(head.salt), head.rounds);
    try {
      const parameters = gcm(fromBase64url(head.nonce), file.subarray(0, start));
      return { content: new Uint8Array(await subtle.decrypt(parameters, key, file.subarray(start, end))) };
    } catch {
      throw new Failure('wrongPassphrase');
    }
  },
};
