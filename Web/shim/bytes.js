// @ts-check
// Bytes and the few forms they take.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @param {string} text @returns {Uint8Array} its UTF-8 */
export const utf8 = (text) => encoder.encode(text);

/** @param {Uint8Array} bytes UTF-8 @returns {string} */
export const text = (bytes) => decoder.decode(bytes);

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** @param {Uint8Array} bytes @returns {string} lower-case hexadecimal */
export const hex = (bytes) => bytes.reduce((text, byte) => text + pairs[byte], '');

/** @param {number} count @returns {Uint8Array} that many random bytes */
export const random = (count) => crypto.getRandomValues(new Uint8Array(count));

/** @param {...Uint8Array} parts @returns {Uint8Array} the parts in one */
export function join(...parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {string} text base64url @returns {Uint8Array} throws when it is not */
export const fromBase64url = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0));

/** @param {Uint8Array} bytes @returns {Uint8Array} with their count in 8 bytes before them */
export function counted(bytes) {
  const count = new Uint8Array(8);
  new DataView(count.buffer).setUint32(4, bytes.length);
  return join(count, bytes);
}

/** A failure that Swift knows by name; everything else that is thrown is a defect. */
export class Failure extends Error {}

/** @param {unknown} error @param {string} effect that failed @returns {string} the name under which Swift knows it */
export function nameOf(error, effect) {
  if (error instanceof Failure) return error.message;
  console.error('effect', effect, error);
  return 'internal';
}
