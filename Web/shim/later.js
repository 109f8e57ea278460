// @ts-check
// What the first page doesn't need: the content and the rest of the core.

import { Failure } from './bytes.js';
import { completeCore } from './core.js';
import { fetchWithin, patience } from './wait.js';
import { fetchRest, once } from './wasm.js';

const contentPath = '/content-en.json';

/** @param {string} path @returns {Promise<Uint8Array>} */
const file = (path) =>
  fetchWithin(
    patience.download,
    (signal) => fetch(path, { signal }),
    async (response) => {
      if (!response.ok) throw response;
      return new Uint8Array(await response.arrayBuffer());
    },
  );

const fetchContent = once(() => file(contentPath));

/** Fetches what will soon be wanted: the content, and the rest as it is compiled. */
export const anticipate = () => Promise.all([fetchContent(), fetchRest()]);

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
      if (rest) return { content: await file('/content-en-rest.json') };
      keep().catch(console.error);
      const [content] = await anticipate();
      await completeCore();
      return { content };
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw new Failure('offline'); // or refused, which the browser writes down: either way it is asked for again
    }
  },
};
