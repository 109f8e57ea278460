// @ts-check
// The recovery code as people see it, in seven groups of four characters: 26 of Crockford's base 32 for 128 bits and two
// zero bits, then two for the first ten bits of the code's SHA-256.

import { Failure, hex } from './bytes.js';
import { digest } from './crypto.js';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param {Uint8Array} code 16 bytes @returns {Promise<string>} */
export async function recoveryText(code) {
  const [first, second] = await digest(code);
  let number = (BigInt(`0x${hex(code)}`) << 12n) | BigInt((first << 2) | (second >> 6));
  let text = '';
  for (let place = 0; place < 28; place++) {
    text = alphabet[Number(number & 31n)] + text;
    number >>= 5n;
  }
  return /** @type {string[]} */ (text.match(/..../g)).join('-');
}

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
