// @ts-check
// What the first page doesn't need: the content and the rest of the core.

import { Failure } from './bytes.js';
import { completeCore } from './core.js';
import { fetchRest } from './wasm.js';

const contentPath = '/content-en.json';

/** @type {Promise<Uint8Array> | undefined} */
let content;

async function fetchContent() {
  const response = await fetch(contentPath);
  if (!response.ok) throw new Error(`content: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Fetches what will soon be wanted. @returns {Promise<[Uint8Array, unknown]>} the content, and the rest as it is compiled */
export function anticipate() {
  content ??= fetchContent().catch((error) => {
    content = undefined;
    throw error;
  });
  return Promise.all([content, fetchRest()]);
}

/** Lets a worker that came too late to see it keep it too, so that Hearth opens without a network. */
async function keep() {
  const { serviceWorker } = navigator;
  if (!serviceWorker || serviceWorker.controller) return;
  await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  await Promise.all(['/rest.wasm', contentPath].map((path) => fetch(path)));
}

/** @type {Record<string, import('./effects.js').Effect>} */
export const later = {
  async content() {
    try {
      keep().catch(console.error);
      const [content] = await anticipate();
      await completeCore();
      return { content };
    } catch (error) {
      if (!(error instanceof TypeError)) console.error(error); // which is what a browser throws without a network
      throw new Failure('offline');
    }
  },
};
