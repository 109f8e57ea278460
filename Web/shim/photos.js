// @ts-check
// Photos: chosen, scaled, encrypted, kept, sent, fetched, shown, and put into what is printed or saved. None ever passes through Swift,
// which knows of each only what an entry carries: id, key, hash, size, width and height (docs/protocol.md, Photos).

import { base64url } from './base64url.js';
import { Failure, hex, join, random, text, utf8 } from './bytes.js';
import { decrypt, digest, encrypt } from './crypto.js';
import { pad } from './envelope.js';
import { save } from './files.js';
import { network } from './network.js';
import { patience, within } from './wait.js';

/** The longest side that is kept, in pixels, and the largest file that is looked at, in bytes. */
const longestSide = 2048;
const largestFile = 64 * 1024 * 1024;

/** How a photo is encoded, and how well: the first of these that makes it no larger than many proxies let through. */
const type = 'image/jpeg';
const qualities = [0.82, 0.7, 0.55];
const easySize = 900 * 1024;

/**
 * @typedef {object} Photo
 * @property {string} name of its id, as the relay spells it
 * @property {string} space
 * @property {Uint8Array} id
 * @property {Uint8Array} key
 * @property {Uint8Array} hash of its blob
 */

// What this device keeps: a database of its own, so that older versions of this page go on with theirs.

const database = 'hearth-photos';

/** How each version of the database becomes the next one. A step that was released is never changed. */
const steps = [
  (/** @type {IDBDatabase} */ found) => {
    found.createObjectStore('blobs'); // by name: nonce ‖ ciphertext
    found.createObjectStore('unsent'); // by name: {space, time}; a space only once an entry carries the photo
  },
];

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

/** @returns {Promise<IDBDatabase>} */
function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(database, steps.length);
    request.onupgradeneeded = ({ oldVersion }) => steps.slice(oldVersion).forEach((step) => step(request.result));
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.onversionchange = close;
      request.result.onclose = () => (opened = undefined);
      resolve(request.result);
    };
  });
  opened.catch(() => (opened = undefined));
  return opened;
}

function close() {
  opened?.then(
    (found) => found.close(),
    () => {},
  );
  opened = undefined;
}

// A page that is left must not hold a database (store.js).
addEventListener('pagehide', close);

/**
 * Runs one transaction over both stores.
 * @param {'readonly' | 'readwrite'} mode
 * @param {(blobs: IDBObjectStore, unsent: IDBObjectStore) => IDBRequest | void} work
 * @returns {Promise<any>} what came of the request that `work` returned, once all is on disk
 */
async function use(mode, work) {
  const run = async () => {
    const transaction = (await open()).transaction(['blobs', 'unsent'], mode);
    const request = work(transaction.objectStore('blobs'), transaction.objectStore('unsent'));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    return request?.result;
  };
  try {
    return await within(patience.store, run());
  } catch (error) {
    close();
    const failed = /** @type {any} */ (error);
    throw new Failure(failed?.name === 'QuotaExceededError' ? 'full' : 'storage');
  }
}

// Making one.

/** @param {number} width @param {number} height @returns {any} something to draw on, away from the page where there is such a thing */
function canvasOf(width, height) {
  if (globalThis.OffscreenCanvas?.prototype.convertToBlob) {
    const canvas = new OffscreenCanvas(width, height);
    if (canvas.getContext('2d')) return canvas;
  }
  return Object.assign(document.createElement('canvas'), { width, height });
}

/** @param {any} canvas @param {number} quality @returns {Promise<Blob | null>} */
const encoded = (canvas, quality) =>
  canvas.convertToBlob?.({ type, quality }) ?? new Promise((resolve) => canvas.toBlob(resolve, type, quality));

/** Browsers that hide how they draw give pages noise in place of what they drew. */
function isNoisy() {
  const colour = [192, 96, 32, 255];
  const context = canvasOf(8, 8).getContext('2d');
  context.fillStyle = `rgb(${colour.slice(0, 3)})`;
  context.fillRect(0, 0, 8, 8);
  const { data } = context.getImageData(0, 0, 8, 8);
  return data.some((/** @type {number} */ value, /** @type {number} */ place) => Math.abs(value - colour[place % 4]) > 8);
}

/** @param {Blob} file @returns {Promise<any>} the picture in it, the right way up */
async function pictureIn(file) {
  const bitmap = await globalThis.createImageBitmap?.(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (bitmap) return bitmap;
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    if (image.naturalWidth) return image;
  } catch {
  } finally {
    URL.revokeObjectURL(image.src);
  }
  // A container of this kind begins with its length, then "ftyp" and a brand.
  const start = String.fromCharCode(...new Uint8Array(await file.slice(4, 12).arrayBuffer()));
  throw new Failure(/^ftyp(hei|hev|mif|msf|avi)/.test(start) ? 'pictureUnknown' : 'notPicture');
}

/**
 * @param {Blob} file
 * @param {number} most how long its longest side may be
 * @returns {Promise<{content: Uint8Array, width: number, height: number}>} drawn anew, so that nothing else is left
 */
async function drawn(file, most = longestSide) {
  if (isNoisy()) throw new Failure('unavailable');
  const picture = await pictureIn(file);
  const [wide, high] = [picture.naturalWidth ?? picture.width, picture.naturalHeight ?? picture.height];
  const scale = Math.min(1, most / Math.max(wide, high));
  const [width, height] = [wide, high].map((side) => Math.max(1, Math.round(side * scale)));
  const canvas = canvasOf(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff'; // behind what can be seen through
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  picture.close?.();
  let found = null;
  for (const quality of qualities) {
    found = await encoded(canvas, quality);
    if (!found || found.size <= easySize) break;
  }
  if (found?.type !== type) throw new Failure('notPicture');
  return { content: new Uint8Array(await found.arrayBuffer()), width, height };
}

/** @param {Uint8Array} id @returns {Uint8Array} what its blob is about */
const about = (id) => join(utf8('hearth/v1/photo'), id);

/** @param {Uint8Array} key @param {KeyUsage} usage */
const imported = (key, usage) => crypto.subtle.importKey('raw', key, 'AES-GCM', false, [usage]);

/** @param {Uint8Array} content @param {Uint8Array} id @param {Uint8Array} key @returns {Promise<Uint8Array>} its blob */
async function conceal(content, id, key) {
  const nonce = random(12);
  return join(nonce, await encrypt(await imported(key, 'encrypt'), pad(content), about(id), nonce));
}

/** @param {Photo} photo @param {Uint8Array} blob @returns {Promise<Uint8Array>} its content; may throw */
async function reveal({ id, key }, blob) {
  const by = await imported(key, 'decrypt');
  const padded = await decrypt(by, blob.subarray(12), about(id), blob.subarray(0, 12));
  const content = padded.subarray(4, 4 + new DataView(padded.buffer).getUint32(0));
  // Whoever keeps a photo may have changed their Hearth: a few bytes of another format can be a picture that fills a phone's memory.
  if (!(longestOf(content) <= longestSide)) throw new Failure('broken');
  return content;
}

/**
 * @param {Uint8Array} content
 * @returns {number} the longest side of a JPEG, as its first frame header tells (ITU-T T.81, B.2.2); not a number for anything else
 */
function longestOf(content) {
  if (content[0] !== 0xff || content[1] !== 0xd8) return NaN;
  const number = (/** @type {number} */ at) => content[at] * 256 + content[at + 1];
  for (let at = 2; content[at] === 0xff; at += content[at + 1] === 0xff ? 1 : 2 + number(at + 2)) {
    const marker = content[at + 1];
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return Math.max(number(at + 5), number(at + 7));
  }
  return NaN;
}

/** @param {File} file @returns {Promise<object>} what an entry carries of the photo, which is kept */
async function taken(file) {
  if (!file.size) throw new Failure('emptyFile');
  if (file.size > largestFile) throw new Failure('pictureTooLarge');
  const { content, width, height } = await drawn(file);
  const [id, key] = [random(16), random(32)];
  const blob = await conceal(content, id, key);
  const hash = await digest(blob);
  const name = base64url(id);
  await use('readwrite', (blobs, unsent) => {
    blobs.put(blob, name);
    unsent.put({ time: Date.now() }, name);
  });
  return { id, key, hash, size: blob.length, width, height };
}

// Sending and fetching.

/**
 * @param {string} method
 * @param {string} space
 * @param {string} name
 * @param {Uint8Array} [body]
 * @returns {Promise<{status: number, answer: Uint8Array, refused?: string}>} fails with `offline` or `timeout`
 */
async function ask(method, space, name, body) {
  const asked = { method, path: `/api/spaces/${space}/blobs/${name}`, body, type: 'application/octet-stream' };
  const { status, body: answer, foreign } = await network.http(asked, (/** @type {any} */ whole) => whole);
  if (status === 413) return { status, answer, refused: 'blobTooLarge' }; // a proxy's word is as good
  if (!foreign && status < 300) return { status, answer };
  let refused;
  try {
    refused = !foreign && JSON.parse(text(answer)).error;
  } catch {}
  if (!refused) throw new Failure('offline'); // whoever answers isn't the relay
  return { status, answer, refused };
}

/** What is on its way to the relay, by name. @type {Map<string, Promise<string | undefined>>} */
const sending = new Map();

/** @param {string} name @returns {Promise<string | undefined>} the relay's name for why it doesn't take it */
function send(name) {
  const work = async () => {
    const standing = await use('readonly', (_, unsent) => unsent.get(name));
    if (!standing?.space) return;
    const blob = await use('readonly', (blobs) => blobs.get(name));
    // What the browser has cleared can't be sent, and holds up nothing.
    if (blob) {
      const { status, refused } = await ask('PUT', standing.space, name, blob);
      if (refused) return refused;
      if (status !== 204) throw new Failure('offline'); // no other answer is the relay's word that it has it
    }
    await use('readwrite', (_, unsent) => unsent.delete(name));
    for (const image of shown.keys()) if (wanted.get(image.id)?.name === name) mark(image, 'here');
  };
  const under = sending.get(name) ?? work().finally(() => sending.delete(name));
  sending.set(name, under);
  return under;
}

/** Sends what could not be sent before. */
async function sendRest() {
  for (const name of await use('readonly', (_, unsent) => unsent.getAllKeys())) await send(name);
}

/**
 * @param {Photo} photo
 * @param {boolean} [isHereOnly] whether the relay isn't asked
 * @returns {Promise<Uint8Array>} its content, of this device or of the relay; fails with `offline`, `missing` or `broken`
 */
async function contentOf(photo, isHereOnly) {
  const { name, space, hash } = photo;
  const isRight = async (/** @type {Uint8Array} */ blob) => hex(await digest(blob)) === hex(hash);
  const kept = await use('readonly', (blobs) => blobs.get(name)).catch(() => undefined);
  if (kept && (await isRight(kept))) return reveal(photo, kept);
  if (isHereOnly) throw new Failure('offline');
  const { status, answer } = await ask('GET', space, name);
  if (status === 404) throw new Failure('missing');
  if (status !== 200) throw new Failure('offline');
  if (!(await isRight(answer))) throw new Failure('broken');
  const content = await reveal(photo, answer);
  // A full disk is no reason not to show it, and whoever has signed out meanwhile wants nothing kept.
  if (isShown(photo)) use('readwrite', (blobs) => void blobs.put(answer, name)).catch(() => {});
  return content;
}

// Showing.

/** What is to be shown, by the id of its element. @type {Map<string, Photo>} */
let wanted = new Map();

/** @param {Photo} photo */
const isShown = ({ name }) => [...wanted.values()].some((one) => one.name === name);

/** Addresses of what is shown, by its element. @type {Map<HTMLImageElement, string>} */
const shown = new Map();

/** How long something is near before it counts as looked at, in milliseconds: what one hurries past isn't decoded. */
const glance = 100;

/** What is near what one looks at. @type {Set<HTMLImageElement>} */
const near = new Set();

/** How often what is near has been looked for in vain, and the timer for the next time. */
let failures = 0;
let retry = 0;

/**
 * @param {HTMLImageElement} image
 * @param {string} how it stands; where there are words for that on the page, they are told beneath it
 */
function mark(image, how) {
  const note = image.nextElementSibling;
  if (note) note.textContent = document.getElementById(`photo-${how}`)?.textContent ?? '';
}

/** @param {HTMLImageElement} image */
async function show(image) {
  const photo = wanted.get(image.id);
  if (!photo || shown.has(image)) return;
  try {
    const content = await contentOf(photo);
    if (wanted.get(image.id)?.name !== photo.name || !near.has(image) || shown.has(image)) return;
    const address = URL.createObjectURL(new Blob([/** @type {any} */ (content)], { type }));
    shown.set(image, address);
    image.decoding = 'async';
    image.src = address;
    const how = await image.decode().then(
      () => 'here',
      () => 'broken',
    );
    const isUnsent = !!(await use('readonly', (_, unsent) => unsent.get(photo.name)).catch(() => {}))?.space;
    if (shown.has(image)) mark(image, how === 'here' && isUnsent ? 'unsent' : how);
    failures = 0;
  } catch (error) {
    // Whatever else keeps it away, a server that can be reached brings it.
    const why = error instanceof Failure ? error.message : 'broken';
    mark(image, ['missing', 'broken'].includes(why) ? why : 'offline');
    clearTimeout(retry);
    retry = setTimeout(showNear, Math.min(60, 2 ** ++failures) * 1000);
  }
}

/** @param {HTMLImageElement} image */
function hide(image) {
  const address = shown.get(image);
  if (!address) return;
  shown.delete(image);
  image.removeAttribute('src');
  URL.revokeObjectURL(address);
}

const showNear = () => near.forEach(show);
addEventListener('online', showNear);

/** Decodes what one is about to look at, and lets go of what lies far behind: each takes a dozen megabytes. */
const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      const image = /** @type {HTMLImageElement} */ (target);
      if (isIntersecting) {
        near.add(image);
        setTimeout(() => near.has(image) && show(image), glance);
      } else {
        near.delete(image);
        hide(image);
      }
    }
  },
  { rootMargin: '100% 0px' },
);

// On paper and in files.

/**
 * What is ready to be printed or saved, or on its way there, by its element.
 * @type {Map<string, {picture?: Blob, address?: string}>}
 */
const ready = new Map();

/** @param {string} element */
function release(element) {
  const { address } = ready.get(element) ?? {};
  ready.delete(element);
  if (!address) return;
  document.getElementById(element)?.removeAttribute('src');
  URL.revokeObjectURL(address);
}

/**
 * @param {Photo} photo
 * @param {number} [side] how long its longest side may be; as it is without
 * @param {boolean} [isHereOnly] whether the relay isn't asked
 * @returns {Promise<Blob>}
 */
async function pictureOf(photo, side, isHereOnly) {
  const whole = new Blob([/** @type {any} */ (await contentOf(photo, isHereOnly))], { type });
  if (!side || isNoisy()) return whole;
  return new Blob([/** @type {any} */ ((await drawn(whole, side)).content)], { type });
}

/** @param {Blob} picture @returns {Promise<string>} an address that holds all of it */
const dataAddress = (picture) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(/** @type {string} */ (reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(picture);
  });

/** How long a photo that no entry carries may lie here, in milliseconds: as long as somebody may come back to a draft. */
const draftLife = 90 * 86_400_000;

/**
 * @param {any} told
 * @param {import('./core.js').Bytes} bytes
 * @returns {Photo} copied: what Swift hands over lasts no longer than the call
 */
function photoOf({ space, id, key, hash }, bytes) {
  const [copy, by, sum] = [id, key, hash].map((range) => bytes(range).slice());
  return { name: base64url(copy), space: base64url(bytes(space)), id: copy, key: by, hash: sum };
}

/** Takes away what no entry carries any more. @param {Set<string>} names that entries carry */
async function sweep(names) {
  const waiting = await use('readonly', (_, unsent) => unsent.getAllKeys());
  const kept = await use('readonly', (blobs) => blobs.getAllKeys());
  const gone = kept.filter((/** @type {string} */ name) => !names.has(name) && !waiting.includes(name));
  for (const name of waiting) {
    const { space, time } = (await use('readonly', (_, unsent) => unsent.get(name))) ?? {};
    if (!space && time < Date.now() - draftLife) gone.push(name);
  }
  if (gone.length) await forget(gone);
}

/** @param {string[]} names */
const forget = (names) =>
  use('readwrite', (blobs, unsent) => {
    for (const name of names) {
      blobs.delete(name);
      unsent.delete(name);
    }
  });

/** @type {Record<string, import('./effects.js').Effect>} */
export const photos = {
  async choosePhotos({ element, most }) {
    const input = /** @type {HTMLInputElement} */ (document.getElementById(element));
    const files = [...(input.files ?? [])];
    input.value = ''; // so that the same file can be chosen again
    const made = [];
    let refused = files.length > most ? 'tooMany' : undefined;
    for (const file of files.slice(0, most)) {
      try {
        made.push(await taken(file));
      } catch (error) {
        if (!(error instanceof Failure)) console.error('photo', error);
        refused = error instanceof Failure ? error.message : 'notPicture';
      }
    }
    return { photos: made, refused };
  },

  async sendPhotos({ space, ids }, bytes) {
    const place = base64url(bytes(space));
    const names = ids.map((/** @type {[number, number]} */ id) => base64url(bytes(id)));
    const waiting = await use('readonly', (_, unsent) => unsent.getAllKeys());
    const own = names.filter((/** @type {string} */ name) => waiting.includes(name));
    await use('readwrite', (_, unsent) => own.forEach((name) => unsent.put({ space: place, time: Date.now() }, name)));
    let refused;
    for (const name of own) refused = (await send(name)) ?? refused;
    return { refused };
  },

  async showPhotos({ photos: told }, bytes) {
    wanted = new Map();
    for (const one of told) wanted.set(one.element, photoOf(one, bytes));
    for (const image of near) {
      if (wanted.has(image.id) && image.isConnected) continue;
      near.delete(image);
      observer.unobserve(image);
      hide(image);
    }
    for (const image of shown.keys()) if (!wanted.has(image.id) || !image.isConnected) hide(image);
    for (const element of wanted.keys()) {
      const image = document.getElementById(element);
      if (image) observer.observe(image);
    }
    if (!told.length) return;
    showNear();
    if (navigator.onLine) sendRest().catch(() => {});
    sweep(new Set([...wanted.values()].map(({ name }) => name))).catch(() => {});
  },

  forgetPhotos: async ({ ids }, bytes) =>
    void (await forget(ids.map((/** @type {[number, number]} */ id) => base64url(bytes(id))))),

  async savePhoto({ element, name }) {
    const photo = wanted.get(element);
    if (!photo) throw new Failure('missing');
    save(name, type, await contentOf(photo));
  },

  /** Has a photo ready for paper or a file, and shows it where its element is on the page. */
  async preparePhoto({ photo: told, side, hereOnly }, bytes) {
    const { element } = told;
    const photo = photoOf(told, bytes);
    const place = /** @type {{picture?: Blob, address?: string}} */ ({});
    release(element);
    ready.set(element, place);
    try {
      const picture = await pictureOf(photo, side, hereOnly);
      if (ready.get(element) !== place) throw new Failure('cancelled');
      place.picture = picture;
      const image = /** @type {HTMLImageElement | null} */ (document.getElementById(element));
      if (image) {
        image.src = place.address = URL.createObjectURL(picture);
        await image.decode().catch(() => {
          throw new Failure('broken');
        });
      }
      return { size: picture.size };
    } catch (error) {
      if (ready.get(element) === place) release(element);
      throw error;
    }
  },

  releasePhotos: ({ elements }) => elements.forEach(release),

  /**
   * Saves a page of HTML with the photos that are ready for it. People's words are escaped in it, so that nothing else in it reads
   * like an image.
   */
  async saveWithPhotos({ name, type: kind, bytes: range }, bytes) {
    const page = text(bytes(range));
    const pictures = new Map([...ready].map(([element, { picture }]) => [element, picture]));
    const parts = [];
    let done = 0;
    for (const { 0: start, 1: element, index } of page.matchAll(/<img id="([^"]+)"/g)) {
      const picture = pictures.get(element);
      if (!picture) continue;
      const end = index + start.length;
      // Each is put away as a blob at once, so that no more than one is held as text.
      parts.push(page.slice(done, end), new Blob([` src="${await dataAddress(picture)}"`]));
      done = end;
    }
    save(name, kind, ...parts, page.slice(done));
  },
};
