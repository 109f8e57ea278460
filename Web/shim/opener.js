// @ts-check
/// <reference lib="webworker" />
// A worker: opens envelopes beside the page, which goes on meanwhile (openers.js).

import { join } from './bytes.js';
import { openAll, SpaceKeys } from './envelope.js';

const worker = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.onmessage = async ({ data: { job, space, root, authors, envelopes } }) => {
  const results = await openAll(new SpaceKeys(space, root), authors, envelopes);
  // All bytes in one block, which goes over without being copied.
  const block = join(...results.flatMap(({ hash, body }) => (body ? [hash, body] : [hash])));
  const outcomes = results.map(({ body, failure }) => failure ?? body?.length);
  worker.postMessage({ job, block, outcomes }, [block.buffer]);
};
