// @ts-check
// What this device keeps: an IndexedDB database of encrypted records and wrapped keys. The one key that isn't wrapped, which scripts
// can use but never read, lies apart: browsers leave what was deleted in their files until they tidy up, so it has files of its own,
// which go when it does.

import { Failure } from './bytes.js';
import { patience, within } from './wait.js';

const name = 'hearth';
const stores = ['keys', 'segments', 'outbox', 'records'];

/** The place of the key that isn't wrapped: a bucket where all databases share files, a database where each has its own. */
const apart = 'hearth-key';

/** @type {IDBTransactionOptions} */
const strict = { durability: 'strict' };

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

/** While the page is left: until it is shown again. @type {Promise<any> | undefined} */
let left;

/** @returns {Promise<IDBDatabase>} */
async function database() {
  await left;
  return (opened ??= open());
}

/** @param {any} error */
const failed = (error) => new Failure(error?.name === 'QuotaExceededError' ? 'full' : 'storage');

/** @param {IDBRequest} request @returns {Promise<any>} */
const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });

/** @param {string} name @param {string[]} stores @param {any} [bucket] @returns {Promise<IDBDatabase>} */
async function opening(name, stores, bucket) {
  try {
    const request = ((await bucket)?.indexedDB ?? indexedDB).open(name, 1);
    request.onupgradeneeded = () => stores.forEach((name) => request.result.createObjectStore(name));
    await settled(request);
    request.result.onversionchange = () => request.result.close(); // nobody who comes too late is in another's way
    return request.result;
  } catch (error) {
    throw failed(error);
  }
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  const whole = within(
    patience.store,
    opening(name, stores).then((found) => {
      if (opened !== whole) {
        found.close(); // it came too late, or the page was left meanwhile
        return database();
      }
      found.onversionchange = close;
      found.onclose = () => (opened = undefined); // the browser took it away: the next use opens it again
      return found;
    }),
  );
  whole.catch(() => opened === whole && (opened = undefined));
  return whole;
}

/** @returns {Promise<boolean>} whether nothing was ever kept here, by a look that leaves no database behind */
export async function isNew() {
  const found = await indexedDB.databases?.();
  return !!found && !found.some((one) => one.name === name);
}

/** Lets go of the database once its transactions are through. The next use opens it again. */
function close() {
  opened?.then(
    (found) => found.close(),
    () => {},
  );
  opened = undefined;
}

// A page that is left must not hold the database: in WebKit the next page then waits for it without end.
addEventListener('pagehide', () => {
  left ??= new Promise((resolve) => addEventListener('pageshow', () => resolve((left = undefined)), { once: true }));
  close();
});

/**
 * Runs one transaction.
 * @template T
 * @param {IDBTransaction} transaction
 * @param {(store: (name: string) => IDBObjectStore) => T} work issues requests, synchronously
 * @param {() => void} [giveUp] beside aborting it
 * @returns {Promise<T>} what `work` returned, once everything is on disk
 */
async function run(transaction, work, giveUp) {
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(failed(transaction.error));
  });
  const result = work((name) => transaction.objectStore(name));
  await within(patience.store, done, () => {
    giveUp?.();
    transaction.abort();
  });
  return result;
}

/**
 * Runs one transaction over the records.
 * @template T
 * @param {string[]} names the stores it touches
 * @param {'readonly' | 'readwrite'} mode
 * @param {(store: (name: string) => IDBObjectStore) => T} work
 */
const transact = async (names, mode, work) => run((await database()).transaction(names, mode, strict), work, close);

/** @param {string} store @param {string} key @returns {Promise<any>} */
export const get = async (store, key) => (await transact([store], 'readonly', (of) => of(store).get(key))).result;

/** @param {string} store @returns {Promise<[string, any][]>} every record, by key */
export async function all(store) {
  const [keys, values] = await transact([store], 'readonly', (of) => [of(store).getAllKeys(), of(store).getAll()]);
  return keys.result.map((/** @type {any} */ key, /** @type {number} */ index) => [key, values.result[index]]);
}

/**
 * Changes records, all of them or none. A deletion without a key empties its store.
 * @param {{store: string, key: string, value: any}[]} puts
 * @param {{store: string, key?: string}[]} [deletions]
 */
export async function write(puts, deletions = []) {
  const names = [...new Set([...puts, ...deletions].map(({ store }) => store))];
  if (!names.length) return;
  await transact(names, 'readwrite', (of) => {
    for (const { store, key } of deletions) key === undefined ? of(store).clear() : of(store).delete(key);
    for (const { store, key, value } of puts) of(store).put(value, key);
  });
}

/**
 * Uses the store that holds nothing but the key that isn't wrapped.
 * @template T
 * @param {'readonly' | 'readwrite'} mode
 * @param {(store: IDBObjectStore) => T} work
 */
async function useApart(mode, work) {
  const found = await within(patience.store, opening(apart, ['key'], buckets()?.open(apart, { persisted: true })));
  try {
    return await run(found.transaction('key', mode, strict), (of) => work(of('key')));
  } finally {
    found.close();
  }
}

/** @returns {any} where each bucket has files of its own */
const buckets = () => /** @type {any} */ (navigator).storageBuckets;

/** @returns {Promise<CryptoKey | undefined>} the key that isn't wrapped */
export const keptKey = async () => (await useApart('readonly', (store) => store.get(apart))).result;

/** @param {CryptoKey} key that can't be read */
export const keepKey = (key) => useApart('readwrite', (store) => store.put(key, apart));

/** @param {string} name */
const remove = (name) => settled(indexedDB.deleteDatabase(name));

/** Forgets the key that isn't wrapped, so that nothing of it stays in the browser's files. */
export const forgetKey = () => within(patience.store, Promise.all([buckets()?.delete(apart), remove(apart)]));

/** Forgets everything. */
export async function wipe() {
  await forgetKey();
  await write([], stores.map((store) => ({ store })));
  close();
  try {
    for (const storage of [localStorage, sessionStorage]) storage.clear();
  } catch {} // a browser that keeps none has none to forget
  const all = Promise.all([remove(name), remove(name + '-photos')]); // theirs are in photos.js
  await within(patience.store, all).catch(() => {}); // it is empty: a tab that holds on to it is no matter
}
