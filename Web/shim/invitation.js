// @ts-check
// Invitations: one secret in a link, from which everything else comes (docs/protocol.md, Invitation).

import { base64url } from './base64url.js';
import { Failure, fromBase64url, join, utf8 } from './bytes.js';
import { authenticate, derive, digest, entryKey, macKey, rootKey, stretch, wrappingKey } from './crypto.js';

/** Who made a card. */
export const role = { inviter: 1, invited: 2 };

/** @param {Uint8Array} account @param {Uint8Array} signingPublic @returns {Uint8Array} 81 bytes: who someone is */
export const card = (account, signingPublic) => join(account, signingPublic);

export class Invitation {
  /** @param {Uint8Array} secret 16 bytes @param {CryptoKey} root */
  constructor(secret, root) {
    this.text = base64url(secret);
    this.root = root;
  }

  /** @param {Uint8Array} secret */
  static async of(secret) {
    return new Invitation(secret, await rootKey(secret));
  }

  /** @param {string} text as in the link; fails with `badInvitation` */
  static async read(text) {
    const found = /^[\w-]{22}$/.test(text) && (await Invitation.of(fromBase64url(text)));
    if (!found || found.text !== text) throw new Failure('badInvitation');
    return found;
  }

  /** @returns {Promise<Uint8Array>} 16 bytes by which the relay finds it */
  lookup() {
    return derive(this.root, 'hearth/v1/invite/lookup', 16);
  }

  /** @returns {Promise<CryptoKey>} under which the space key travels */
  wrappingKey() {
    return wrappingKey(this.root, 'hearth/v1/invite/wrap');
  }

  /** @returns {Promise<CryptoKey>} under which the greeting travels */
  greetingKey() {
    return entryKey(this.root, 'hearth/v1/invite/greeting');
  }

  /**
   * @param {number} from a role
   * @param {Uint8Array} space
   * @param {Uint8Array} about a card
   * @returns {Promise<Uint8Array>} 32 bytes that vouch for it
   */
  async mac(from, space, about) {
    return authenticate(await macKey(this.root, 'hearth/v1/invite/mac'), Uint8Array.of(from), space, about);
  }

  /**
   * @param {number} from a role
   * @param {Uint8Array} space
   * @param {Uint8Array} about a card
   * @param {Uint8Array} mac what came with it
   * @returns {Promise<boolean>} whether it was made by someone who knows the secret
   */
  async verifies(from, space, about, mac) {
    const message = join(Uint8Array.of(from), space, about);
    return crypto.subtle.verify('HMAC', await macKey(this.root, 'hearth/v1/invite/mac'), mac, message);
  }
}

/**
 * What both people of a space compare, over a voice each knows. Each half is one person's and follows from their card alone, so that
 * whoever exchanges both cards can't choose among pairs.
 * @param {Uint8Array[]} cards two of them, in any order
 * @param {Uint8Array} space
 * @returns {Promise<string>} eight groups of five digits
 */
export async function numberToCompare(cards, space) {
  const salt = join(utf8('hearth/v1/number'), space);
  const halves = ascending(cards).map(async (about) => fingerprint([await stretch(about, salt), space]));
  return (await Promise.all(halves)).join(' ');
}

/** @param {Uint8Array[]} parts two of them @returns {Uint8Array[]} in ascending byte order */
function ascending([one, other]) {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  return one[at] > other[at] ? [other, one] : [one, other];
}

/**
 * @param {Uint8Array[]} parts two byte strings, in any order
 * @returns {Promise<string>} four groups of five digits
 */
export async function fingerprint(parts) {
  const hash = await digest(join(utf8('hearth/v1/fingerprint'), ...ascending(parts)));
  const groups = [0, 20, 40, 60].map((bit) => {
    const [a, b, c] = hash.subarray(bit >> 3);
    const number = bit & 4 ? ((a & 15) << 16) | (b << 8) | c : (a << 12) | (b << 4) | (c >> 4);
    return String(number % 100_000).padStart(5, '0');
  });
  return groups.join(' ');
}
