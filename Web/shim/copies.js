// @ts-check
// An encrypted copy of everything, under a passphrase of its own (docs/protocol.md, "An encrypted copy").

import { base64url } from './base64url.js';
import { Failure, fromBase64url, hex, join, random, text, utf8 } from './bytes.js';
import { decrypt, digest, encrypt, entryKey, rootKey, stretch } from './crypto.js';

/** Rounds of PBKDF2 for a new copy, and the fewest and the most that an older or a newer one may ask for. */
const rounds = 600_000;
const allowed = { fewest: 100_000, most: 10_000_000 };
const label = utf8('hearth/v1/copy');
/** The most bytes of a head, and the bytes of the checksum at the end. */
const headLimit = 4096;
const sumLength = 32;

/** @param {unknown} spelled @param {number} length @returns {boolean} whether so many bytes are spelled */
const spells = (spelled, length) =>
  typeof spelled === 'string' && /^[\w-]*$/.test(spelled) && fromBase64url(spelled).length === length;

/** @param {string} passphrase @param {Uint8Array} salt @param {number} iterations @returns {Promise<CryptoKey>} */
const copyKey = async (passphrase, salt, iterations) =>
  entryKey(await rootKey(await stretch(utf8(passphrase.normalize('NFKC')), salt, iterations)), label);

/** @param {Uint8Array} file @returns {{head: any, start: number} | undefined} nothing when it can't be read */
function readHead(file) {
  const end = file.subarray(0, headLimit).indexOf(10);
  try {
    return { head: JSON.parse(text(file.subarray(0, end))), start: end + 1 };
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
    const whole = join(head, await encrypt(await copyKey(passphrase, salt, rounds), plain, head, nonce));
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
    const isWhole = [head.bytes, head.rounds].every(Number.isInteger) && spells(head.salt, 16) && spells(head.nonce, 12);
    const isAllowed = head.bytes >= 16 && head.rounds >= allowed.fewest && head.rounds <= allowed.most;
    if (!isWhole || !isAllowed) return { flaw: 'changed' };
    if (file.length < end + sumLength) return { flaw: 'cut' };
    const whole = file.subarray(0, end);
    if (file.length > end + sumLength || hex(await digest(whole)) !== hex(file.subarray(end))) return { flaw: 'changed' };
    const key = await copyKey(passphrase, fromBase64url(head.salt), head.rounds);
    try {
      const nonce = fromBase64url(head.nonce);
      return { content: await decrypt(key, file.subarray(start, end), file.subarray(0, start), nonce) };
    } catch {
      throw new Failure('wrongPassphrase');
    }
  },
};
