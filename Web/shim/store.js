// @ts-check
// What this device keeps: an IndexedDB database of encrypted records. Only its store `keys` holds something else: a
// CryptoKey that can be used here but never read, and wrapped keys.

import { Failure } from './bytes.js';
import { patience, within } from './wait.js';

const stores = ['keys', 'segments', 'outbox', 'records'];

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

/** While the page is left: until it is shown again. @type {Promise<any> | undefined} */
let left;

/** @returns {Promise<IDBDatabase>} */
async function database() {
  await left;
  return (opened ??= open());
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  const opening = new Promise((resolve, reject) => {
    const request = indexedDB.open('hearth', 1);
    request.onupgradeneeded = () => stores.forEach((name) => request.result.createObjectStore(name));
    request.onsuccess = () => {
      const found = request.result;
      if (opened !== whole) {
        found.close(); // it came too late, or the page was left meanwhile
        return resolve(database());
      }
      found.onversionchange = close;
      found.onclose = () => (opened = undefined); // the browser took it away: the next use opens it again
      resolve(found);
    };
    request.onerror = () => reject(new Failure('storage'));
  });
  const whole = within(patience.store, opening);
  whole.catch(() => opened === whole && (opened = undefined));
  return whole;
}

/** @returns {Promise<boolean>} whether nothing was ever kept here, by a look that leaves no database behind */
export async function isNew() {
  const found = await indexedDB.databases?.();
  return !!found && !found.some(({ name }) => name === 'hearth');
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
  await within(patience.store, done, () => {
    close();
    transaction.abort();
  });
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
