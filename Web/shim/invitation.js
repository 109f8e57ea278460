// @ts-check
// Invitations: one secret in a link, from which everything else comes (docs/protocol.md, Invitation).

import { base64url, Failure, fromBase64url, join, utf8 } from './bytes.js';
import { authenticate, derive, digest, macKey, rootKey, wrappingKey } from './crypto.js';

/** @typedef {Uint8Array<any>} Bytes */

/** Who made a card. */
export const role = { inviter: 1, invited: 2 };

/** @param {Bytes} account @param {Bytes} signingPublic @returns {Bytes} 81 bytes that say who someone is */
export const card = (account, signingPublic) => join(account, signingPublic);

export class Invitation {
  /** @param {Bytes} secret 16 bytes @param {CryptoKey} root */
  constructor(secret, root) {
    this.text = base64url(secret);
    this.root = root;
  }

  /** @param {Bytes} secret */
  static async of(secret) {
    return new Invitation(secret, await rootKey(secret));
  }

  /** @param {string} text as in the link; fails with `badInvitation` */
  static async read(text) {
    const found = /^[\w-]{22}$/.test(text) && (await Invitation.of(/** @type {Bytes} */ (fromBase64url(text))));
    if (!found || found.text !== text) throw new Failure('badInvitation');
    return found;
  }

  /** @returns {Promise<Bytes>} 16 bytes by which the relay finds it */
  lookup() {
    return derive(this.root, 'hearth/v1/invite/lookup', 16);
  }

  /** @returns {Promise<CryptoKey>} under which the space key travels */
  wrappingKey() {
    return wrappingKey(this.root, 'hearth/v1/invite/wrap');
  }

  /** @param {number} from a role @param {Bytes} space @param {Bytes} about a card @returns {Promise<Bytes>} 32 bytes */
  async mac(from, space, about) {
    return authenticate(await macKey(this.root, 'hearth/v1/invite/mac'), Uint8Array.of(from), space, about);
  }

  /** @param {number} from @param {Bytes} space @param {Bytes} about @param {Bytes} mac @returns {Promise<boolean>} */
  async verifies(from, space, about, mac) {
    const message = /** @type {Bytes} */ (join(Uint8Array.of(from), space, about));
    return crypto.subtle.verify('HMAC', await macKey(this.root, 'hearth/v1/invite/mac'), mac, message);
  }
}

/**
 * What both people compare, over a voice each knows.
 * @param {Bytes[]} cards two of them, in any order
 * @returns {Promise<string>} four groups of five digits
 */
export async function fingerprint(cards) {
  const [first, second] = cards.map((bytes) => [...bytes]);
  const at = first.findIndex((byte, index) => byte !== second[index]);
  const ordered = first[at] > second[at] ? [cards[1], cards[0]] : cards;
  const hash = await digest(/** @type {Bytes} */ (join(utf8('hearth/v1/fingerprint'), ...ordered)));
  const groups = [0, 20, 40, 60].map((bit) => {
    const [a, b, c] = hash.subarray(bit >> 3);
    const number = bit & 4 ? ((a & 15) << 16) | (b << 8) | c : (a << 12) | (b << 4) | (c >> 4);
    return String(number % 100_000).padStart(5, '0');
  });
  return groups.join(' ');
}
