// @ts-check
// Effects that are about the two: inviting, joining, comparing a number, and matching what both said yes to.

import { Failure, hex, join, random, utf8 } from './bytes.js';
import { decrypt, encrypt, unwrap, uses, wrap } from './crypto.js';
import { card, Invitation, numberToCompare, role } from './invitation.js';
import { spaceLabel } from './keyring.js';
import { ring } from './vault.js';

const listLength = 64;

/** @param {Uint8Array} space */
const invitationLabel = (space) => join(utf8('hearth/v1/invitation'), space);

/** @param {Uint8Array} space */
const greetingLabel = (space) => join(utf8('hearth/v1/greeting'), space);

/** @type {Record<string, import('./effects.js').Effect>} */
export const pairing = {
  async makeInvitation({ space, key, account, signingPublic, greeting }, bytes) {
    const id = bytes(space);
    const root = await unwrap(bytes(key), ring().person, spaceLabel(id), uses.encrypting, true);
    const invitation = await Invitation.of(random(16));
    const own = card(bytes(account), bytes(signingPublic));
    const nonce = random(12);
    return {
      secret: invitation.text,
      lookup: await invitation.lookup(),
      key: await wrap(root, await invitation.wrappingKey(), invitationLabel(id)),
      card: own,
      mac: await invitation.mac(role.inviter, id, own),
      greeting: join(nonce, await encrypt(await invitation.greetingKey(), bytes(greeting), greetingLabel(id), nonce)),
    };
  },

  async openGreeting({ secret, space, greeting }, bytes) {
    const key = await (await Invitation.read(secret)).greetingKey();
    const sealed = bytes(greeting);
    const opened = decrypt(key, sealed.subarray(12), greetingLabel(bytes(space)), sealed.subarray(0, 12));
    return {
      greeting: await opened.catch(() => {
        throw new Failure('badInvitation');
      }),
    };
  },

  readInvitation: async ({ secret }) => ({ lookup: await (await Invitation.read(secret)).lookup() }),

  async acceptInvitation({ secret, space, key, card: theirs, mac, account, signingPublic }, bytes) {
    const id = bytes(space);
    const invitation = await Invitation.read(secret);
    const bad = () => {
      throw new Failure('badInvitation');
    };
    if (!(await invitation.verifies(role.inviter, id, bytes(theirs), bytes(mac)))) bad();
    const by = await invitation.wrappingKey();
    const root = await unwrap(bytes(key), by, invitationLabel(id), uses.encrypting, true).catch(bad);
    const own = card(bytes(account), bytes(signingPublic));
    return {
      key: await wrap(root, ring().person, spaceLabel(id)),
      card: own,
      mac: await invitation.mac(role.invited, id, own),
    };
  },

  async verifyCard({ secret, space, card: theirs, mac, role: from }, bytes) {
    const invitation = await Invitation.read(secret);
    if (!(await invitation.verifies(from, bytes(space), bytes(theirs), bytes(mac)))) throw new Failure('badCard');
  },

  fingerprint: async ({ cards, space }, bytes) => ({ text: await numberToCompare(cards.map(bytes), bytes(space)) }),

  async matchTokens({ space, topic: name, items }, bytes) {
    const keys = ring().space(bytes(space));
    const topic = await keys.topicId(name);
    const tokens = items.map((/** @type {string} */ item) => keys.matchToken(topic, item));
    return { topic, tokens: await Promise.all(tokens) };
  },

  async matchList(effect, bytes) {
    const { topic, tokens } = await pairing.matchTokens(effect, bytes);
    if (tokens.length > listLength) throw new Failure('tooMany');
    while (tokens.length < listLength) tokens.push(random(16));
    // Tokens look random, so their order by value says nothing about the order or the number of items.
    const named = tokens.map((/** @type {Uint8Array} */ token) => ({ token, name: hex(token) }));
    named.sort((/** @type {any} */ a, /** @type {any} */ b) => (a.name < b.name ? -1 : 1));
    return { topic, tokens: named.map((/** @type {any} */ { token }) => token) };
  },
};
