// @ts-check
/// <reference lib="webworker" />
// Keeps Hearth usable offline: exactly the files that assets.json lists, each as its hash says, served from here first.
// The relay's answers (/api) never pass through.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** Written by script/web: a hash of every asset, so that a new version is a new worker. */
const version = 'development';
const cacheName = `hearth-${version}`;

/** Written by script/web: what is kept only once it was asked for. @type {string[]} */
const late = [];

/** How long what is kept here may take to be found before the host is asked, in milliseconds. */
const patience = 3000;

/** @template T @param {Promise<T>} work @returns {Promise<T | undefined>} nothing when it fails or takes too long */
const soon = (work) =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, patience, undefined))]).catch(() => {});

/**
 * @param {any} listed
 * @param {string} path
 * @param {RequestCache} [cache]
 * @param {string} [address] where else it is to be had
 * @returns {Promise<Response>} the file that the list means, and no other
 */
function fetchListed(listed, path, cache = 'no-cache', address = path) {
  const bytes = listed.files[path].sha256.match(/../g).map((/** @type {string} */ pair) => parseInt(pair, 16));
  return fetch(address, { integrity: `sha256-${btoa(String.fromCharCode(...bytes))}`, cache });
}

/** Downloads the whole version beside the one in use, or fails as a whole and is tried again later. */
async function download() {
  const list = await fetch('/assets.json', { cache: 'no-store' });
  const listed = await list.clone().json();
  if (listed.version !== version) throw new Error('mixed versions');
  const isFirst = !(await caches.keys()).length;
  const cache = await caches.open(cacheName);
  const downloads = Object.keys(listed.files).map(async (path) => {
    if (late.includes(path) && !(await caches.match(path))) return;
    const again = () => fetchListed(listed, path);
    // On the first visit the page has just loaded most of them, and itself mostly from the root.
    const address = path === '/index.html' ? '/' : path;
    const response = await (isFirst ? fetchListed(listed, path, 'force-cache', address).catch(again) : again());
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    await cache.put(path, response);
  });
  await Promise.all([cache.put('/assets.json', list), ...downloads]);
}

/** Drops older versions and takes over open pages, the very first one included. */
async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** @param {Request} request @param {string} path @returns {Promise<Response>} every page of the app is index.html */
async function answer(request, path) {
  const cache = await soon(caches.open(cacheName));
  const kept = async (/** @type {string} */ name) => cache && soon(cache.match(name));
  const found = (await kept(path)) ?? (request.mode === 'navigate' && (await kept('/index.html')));
  const list = !found && late.includes(path) && (await kept('/assets.json'));
  if (found || !list || !cache) return found || fetch(request);
  const fetched = await fetchListed(await list.json(), path);
  if (fetched.ok) await cache.put(path, fetched.clone()).catch(() => {}); // a full disk is no reason to fail
  return fetched;
}

worker.addEventListener('install', (event) => event.waitUntil(download()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('message', ({ data }) => data === 'apply' && worker.skipWaiting());
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || /^\/(api\/|health$)/.test(pathname)) return;
  event.respondWith(answer(request, pathname));
});
