// @ts-check
// What the first page doesn't need: the content, the rest of the core, and effects that few visits need.

import { Failure } from './bytes.js';
import { completeCore } from './core.js';
import { fetchWithin, patience, within } from './wait.js';
import { fetchRest, integrityOf, once } from './wasm.js';

const contentPath = '/content-en.json';

/** Beside this script, as a module or as a file that script/web made. */
const seldomPath = new URL('seldom.js', import.meta.url).pathname;

/** @param {string} path @param {string} [integrity] */
const fetchOnce = (path, integrity) =>
  once(() =>
    fetchWithin(
      patience.download,
      (signal) => fetch(path, { integrity, signal }),
      async (response) => {
        if (!response.ok) throw response;
        return new Uint8Array(await response.arrayBuffer());
      },
    ),
  );

const fetchContent = fetchOnce(contentPath);
const fetchMoreContent = fetchOnce('/content-en-rest.json');
/** An import checks no integrity, and one that failed is never tried again: the script is fetched before. */
const fetchSeldom = fetchOnce(seldomPath, integrityOf('seldom'));

/** Fetches what will soon be wanted: the content, and the rest as it is compiled. */
export const anticipate = () => Promise.all([fetchContent(), fetchRest()]);

/** @returns {Promise<typeof import('./seldom.js')>} those that few visits need */
export async function seldomEffects() {
  await fetchSeldom().catch(unavailable);
  return within(patience.download, import(seldomPath));
}

/**
 * It is offline, or refused, which the browser writes down: either way it is asked for again.
 * @param {unknown} error
 */
function unavailable(error) {
  throw error instanceof Failure ? error : new Failure('offline');
}

/** Lets a worker that came too late to see it keep it too, so that Hearth opens without a network. */
async function keep() {
  const { serviceWorker } = navigator;
  if (serviceWorker?.controller !== null) return;
  await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  await Promise.all(['/rest.wasm', contentPath, '/fonts/vollkorn-400.woff2'].map((path) => fetch(path)));
}

/** @type {Record<string, import('./effects.js').Effect>} */
export const later = {
  async content({ rest }) {
    try {
      if (rest) return { content: await fetchMoreContent() };
      keep().catch(console.error);
      const [content] = await anticipate();
      await completeCore();
      return { content };
    } catch (error) {
      return unavailable(error);
    }
  },
};
