// @ts-check
// Names of bytes for addresses and keys; few visits need them.

/** @param {Uint8Array} bytes @returns {string} base64url without padding */
export const base64url = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
