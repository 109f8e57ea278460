// @ts-check
// Effects that need keys. Keys stay in here; Swift sees wrapped keys, sealed envelopes and plain bodies.

import { Failure, counted, join, nameOf, random, text, utf8 } from './bytes.js';
import { derive, ecdsa, freshKey, master, rootKey, unwrap, uses, wrap, wrappingKey } from './crypto.js';
import { seal } from './envelope.js';
import { keptPerson, keptRing, Keyring, personLabel, signingLabel, spaceLabel } from './keyring.js';
import { dismissOpeners, openMany } from './openers.js';
import { recoveryText } from './recovery-code.js';
import { send } from './core.js';
import { all, forgetKey, get, isNew, wipe, write } from './store.js';
import { patience, within } from './wait.js';

/** @type {Keyring | undefined} */
let opened;

/** @type {{wrap?: CryptoKey, recovery?: CryptoKey}} from passphrase or recovery code, until the relay has answered */
export let pending = {};

/** @param {typeof pending} keys */
export const keepPending = (keys) => void (pending = keys);

/** Hearth in other tabs; none where the browser blocks what pages share. @type {BroadcastChannel | undefined} */
let tabs;
try {
  tabs = new BroadcastChannel('hearth');
} catch {}

/** @returns {Keyring} fails with `locked` */
export function ring() {
  if (!opened) throw new Failure('locked');
  return opened;
}

/** @param {CryptoKey} root of a passphrase */
export const byPassphrase = async (root) => ({
  wrap: await wrappingKey(root, 'hearth/v1/wrap'),
  secret: await derive(root, 'hearth/v1/sign-in', 32),
});

/** @param {Uint8Array} code 16 bytes */
export async function byRecovery(code) {
  const root = await rootKey(code);
  return {
    wrap: await wrappingKey(root, 'hearth/v1/recovery/wrap'),
    secret: await derive(root, 'hearth/v1/recovery/sign-in', 32),
  };
}

/**
 * The person key in its short extractable life, to be wrapped once more.
 * @param {Uint8Array} wrapped
 * @param {CryptoKey} by
 * @param {string} failure what it means when it doesn't open
 */
export const personToWrap = (wrapped, by, failure) =>
  unwrap(wrapped, by, personLabel, uses.wrapping, true).catch(() => {
    throw new Failure(failure);
  });

/** @param {string} passphrase @param {CryptoKey} person extractable @param {number} [rounds] of PBKDF2 @param {Uint8Array} [salt] */
export async function wrapByPassphrase(passphrase, person, rounds, salt = random(16)) {
  const { wrap: by, secret } = await byPassphrase(await master(passphrase, salt, rounds));
  return { by, fields: { salt, rounds, secret, personByPassphrase: await wrap(person, by, personLabel) } };
}

/** @param {CryptoKey} person extractable */
export async function wrapByRecovery(person) {
  const code = random(16);
  const { wrap: by, secret } = await byRecovery(code);
  return {
    recoveryCode: await recoveryText(code),
    recoverySecret: secret,
    personByRecovery: await wrap(person, by, personLabel),
  };
}

/** @param {CryptoKey} person */
async function makeSpace(person) {
  const space = random(16);
  return { space, key: await wrap(await freshKey(uses.encrypting), person, spaceLabel(space)) };
}

/** @param {any[]} spaces @param {import('./core.js').Bytes} bytes */
const readSpaces = (spaces, bytes) => spaces.map(({ id, key }) => ({ id: bytes(id).slice(), key: bytes(key).slice() }));

/**
 * @param {Record<string, any>} account what the relay has of the passphrase
 * @param {import('./core.js').Bytes} bytes
 * @returns {import('./keyring.js').Lock} whose code is the passphrase
 */
export const lockByPassphrase = ({ personByPassphrase, salt, rounds }, bytes) => ({
  salt: bytes(salt).slice(),
  person: bytes(personByPassphrase).slice(),
  rounds,
  passphrase: true,
});

/** Tells Hearth in other tabs that the store changed, or that what is open there is not to be used any more. */
export const tellTabs = (/** @type {'stored' | 'forgotten'} */ what) => tabs?.postMessage(what);

/** @param {Keyring} found @returns {Promise<string | null>} the account record that Swift kept */
async function keptAccount(found) {
  const value = await get('records', 'account');
  return value ? found.reveal('records', 'account', value).then(text, () => null) : null;
}

/** @param {Keyring} found goes on with these keys */
export const use = async (found) => ({ account: await keptAccount((opened = found)) });

/** @type {Promise<any>} the latest change to the store; the next waits for it */
let storing = Promise.resolve();

/**
 * Changes the store, after all that it was asked for before, however long the records take to be made: nothing that was
 * deleted, or put anew, comes back.
 * @param {Promise<{store: string, key: string, value: Uint8Array}[]>} making the records to be put
 * @param {{store: string, key?: string}[]} [deletions]
 * @param {boolean} [quiet]
 */
async function change(making, deletions, quiet) {
  const ready = within(patience.keys, making);
  ready.catch(() => {}); // told when its turn has come
  const earlier = storing;
  const work = async () => {
    await earlier.catch(() => {});
    await write(await ready, deletions);
  };
  await (storing = work());
  if (!quiet) tellTabs('stored');
}

/** Puts the keys away. */
function close() {
  opened = undefined;
  pending = {};
  dismissOpeners();
}

async function forget() {
  close();
  await storing.catch(() => {});
  await wipe();
  tellTabs('forgotten');
}

/**
 * @param {Record<string, any>} how the space, and the public keys of its authors
 * @param {Uint8Array[]} envelopes
 * @param {import('./core.js').Bytes} bytes
 */
export function openAll({ space, authors }, envelopes, bytes) {
  const known = Object.entries(authors).map(([account, key]) => [account, bytes(key)]);
  return openMany(ring().space(bytes(space)), Object.fromEntries(known), envelopes);
}

/** @type {Record<string, import('./effects.js').Effect>} */
export const vault = {
  async makeAccount({ passphrase, target }) {
    const person = await freshKey(uses.wrapping);
    const pair = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify']);
    const { by, fields } = await wrapByPassphrase(passphrase, person, target);
    pending = { wrap: by };
    const { space, key } = await makeSpace(person);
    return {
      account: random(16),
      ...fields,
      ...(await wrapByRecovery(person)),
      signingPublic: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)),
      signingPrivate: await wrap(pair.privateKey, person, signingLabel, 'pkcs8'),
      space,
      spaceKey: key,
    };
  },

  async signInSecret({ passphrase, salt, rounds }, bytes) {
    const { wrap: by, secret } = await byPassphrase(await master(passphrase, bytes(salt), rounds));
    pending = { wrap: by };
    return { secret };
  },

  async openAccount({ personByPassphrase, salt, rounds, signingPrivate, spaces }, bytes) {
    if (!pending.wrap) throw new Failure('locked');
    const { wrap: by } = pending;
    const extractable = await personToWrap(bytes(personByPassphrase), by, 'wrongPassphrase');
    const person = await unwrap(bytes(personByPassphrase), by, personLabel, uses.wrapping);
    pending = {};
    const wrapped = readSpaces(spaces, bytes);
    const lock = () => lockByPassphrase({ personByPassphrase, salt, rounds }, bytes);
    const entered = await Keyring.enter(person, extractable, bytes(signingPrivate).slice(), wrapped, forget, lock);
    const failed = await entered.openSpaces(wrapped);
    opened = entered;
    return { failed };
  },

  openSpaces: async ({ spaces }, bytes) => ({ failed: await ring().openSpaces(readSpaces(spaces, bytes)) }),

  ownKey: async () => ({ key: await ring().ownKey() }),

  makeSpace: () => makeSpace(ring().person),

  async seal({ space, header, sealName, body, keep: { store, key, bytes: start } }, bytes) {
    const keys = ring();
    const making = seal(keys.space(bytes(space)), keys.signing, bytes(header), bytes(body), sealName);
    const concealing = making.then(async ({ envelope, hash }) => {
      const item = join(bytes(start), counted(envelope), counted(hash));
      return [{ store, key, value: await keys.conceal(store, key, item) }];
    });
    const keeping = change(concealing);
    keeping.catch(() => {}); // told below, unless there is no envelope
    const made = await making;
    // It is good where it can't be kept; that is told before all of this counts as stuck.
    const unkept = await within(patience.keys / 2, keeping).catch((error) => nameOf(error, 'seal'));
    return { ...made, unkept };
  },

  open: async ({ envelopes, ...how }, bytes) => ({ results: await openAll(how, envelopes.map(bytes), bytes) }),

  async sealIds({ space, names }, bytes) {
    const keys = ring().space(bytes(space));
    return { ids: await Promise.all(names.map((/** @type {string} */ name) => keys.sealId(name))) };
  },

  async store({ put = [], delete: deletions = [], quiet }, bytes) {
    const keys = ring();
    const concealing = put.map(async (/** @type {any} */ { store, key, bytes: range }) => {
      return { store, key, value: await keys.conceal(store, key, bytes(range)) };
    });
    await change(Promise.all(concealing), deletions, quiet);
  },

  async load({ store }) {
    const keys = ring();
    await storing.catch(() => {});
    /** @type {string[]} */
    const unreadable = [];
    const found = (await all(store)).map(([key, value]) =>
      keys.reveal(store, key, value).then(
        (bytes) => ({ key, bytes }),
        () => void unreadable.push(key),
      ),
    );
    return { records: (await Promise.all(found)).filter(Boolean), unreadable };
  },

  forget,

  /** Puts the keys away, as if Hearth had just been opened. */
  lockNow() {
    if (!opened?.kept.lock) throw new Failure('unlocked');
    close();
  },
};

/**
 * Opens what this device has kept.
 * @returns {Promise<{storage: boolean, keys: boolean, locked: boolean, account: string | null, passkey?: boolean,
 *   passphrase?: boolean, stuck?: boolean, blocked?: boolean}>} whether a passkey opens the lock, and whether its code is the
 *   passphrase; storage is false when what is kept can't be read: it does not answer, which is told as stuck, or is blocked by the
 *   browser's settings
 */
export async function kept() {
  const nothing = { storage: true, keys: false, locked: false, account: null };
  const look = async () => {
    const found = (await isNew()) ? undefined : await keptRing();
    if (!found) return nothing;
    const { lock, passkey } = found;
    if (lock) {
      forgetKey().catch(console.error); // what was locked is locked, whatever came in between then
      return { ...nothing, keys: true, locked: true, passkey: passkey && true, passphrase: lock.passphrase };
    }
    const person = await keptPerson(found);
    if (!person) return nothing;
    opened = await Keyring.open(person, found);
    return { ...nothing, keys: true, account: await keptAccount(opened) };
  };
  try {
    return await within(patience.opening, look());
  } catch (error) {
    console.error(error);
    const stuck = (error instanceof Failure && error.message === 'stuck') || undefined;
    let blocked;
    try {
      void localStorage?.length;
    } catch {
      blocked = true; // settings that block one block all that a page could keep
    }
    return { ...nothing, storage: false, stuck, blocked };
  }
}

/** Listens to Hearth in other tabs. */
export function watchTabs() {
  tabs?.addEventListener('message', ({ data }) => {
    if (data !== 'forgotten') return send({ type: 'otherTab' });
    close();
    location.reload();
  });
}
