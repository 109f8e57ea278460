// @ts-check
// The recovery code as people see it, in seven groups of four characters: 26 of Crockford's base 32 for 128 bits and two
// zero bits, then two for the first ten bits of the code's SHA-256.

import { hex } from './bytes.js';
import { digest } from './crypto.js';

export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

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
