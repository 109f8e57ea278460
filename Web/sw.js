// @ts-check
/// <reference lib="webworker" />
// Keeps Hearth usable offline: exactly the files that assets.json lists, each as its hash says, served from here first.
// The relay's answers (/api) never pass through.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** Written by script/web: a hash of every asset, so that a new version is a new worker. */
const version = 'development';
const cacheName = `hearth-${version}`;

/** Written by script/web. @type {Record<string, string>} the integrity of what is kept only once it was asked for */
const late = {};

/** Downloads the whole version beside the one in use, or fails as a whole and is tried again later. */
async function download() {
  const listed = await (await fetch('/assets.json', { cache: 'no-store' })).json();
  if (listed.version !== version) throw new Error('the host is between two versions');
  const cache = await caches.open(cacheName);
  const downloads = Object.entries(listed.files).map(async ([path, { sha256 }]) => {
    if (late[path] && !(await caches.match(path))) return;
    const bytes = sha256.match(/../g).map((/** @type {string} */ pair) => parseInt(pair, 16));
    const integrity = `sha256-${btoa(String.fromCharCode(...bytes))}`;
    const response = await fetch(path, { integrity, cache: 'no-cache' });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    await cache.put(path, response);
  });
  await Promise.all(downloads);
}

/** Drops older versions and takes over open pages, the very first one included. */
async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** @param {Request} request @param {string} path @returns {Promise<Response>} every page of the app is index.html */
async function answer(request, path) {
  const cache = await caches.open(cacheName);
  const found = (await cache.match(path)) ?? (request.mode === 'navigate' && (await cache.match('/index.html')));
  if (found || !late[path]) return found || fetch(request);
  const fetched = await fetch(path, { integrity: late[path], cache: 'no-cache' });
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
