// @ts-check
// What this device keeps: an IndexedDB database of encrypted records. Only its store `keys` holds something else: a
// CryptoKey that can be used here but never read, and wrapped keys.

import { Failure } from './bytes.js';

const stores = ['keys', 'segments', 'outbox', 'records'];

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

/** @returns {Promise<IDBDatabase>} */
function database() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('hearth', 1);
    request.onupgradeneeded = () => stores.forEach((name) => request.result.createObjectStore(name));
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      request.result.onclose = () => (opened = undefined); // the browser took it away: the next use opens it again
      resolve(request.result);
    };
    request.onerror = () => reject(new Failure('storage'));
  });
  return opened;
}

/**
 * Runs one transaction.
 * @template T
 * @param {string[]} names the stores it touches
 * @param {'readonly' | 'readwrite'} mode
 * @param {(store: (name: string) => IDBObjectStore) => T} work issues requests, synchronously
 * @returns {Promise<T>} what `work` returned, once everything is on disk
 */
async function transact(names, mode, work) {
  const transaction = (await database()).transaction(names, mode, { durability: 'strict' });
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () =>
      reject(new Failure(transaction.error?.name === 'QuotaExceededError' ? 'full' : 'storage'));
  });
  const result = work((name) => transaction.objectStore(name));
  await done;
  return result;
}

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

/** Forgets everything. */
export const wipe = () => write([], stores.map((store) => ({ store })));
