// @ts-check
// The relay, asked over HTTP and listened to over server-sent events. This origin only.

import { send } from './core.js';
import { Failure } from './bytes.js';
import { lastEnvelopes } from './entry-page.js';
import { openAll } from './vault.js';
import { fetchWithin, patience, within } from './wait.js';

/** @type {EventSource | undefined} */
let stream;
let wanted = false;
let failures = 0;
let retry = 0;

/** @type {Record<string, import('./effects.js').Effect>} */
export const network = {
  async http({ method, path, body, type, open }, bytes) {
    if (!path.startsWith('/') || path.startsWith('//')) throw new Error(`refused path ${path}`);
    /** @type {RequestInit} */
    const request = {
      method,
      headers: { 'X-Hearth': '1', ...(body && { 'Content-Type': type }) },
      body: body && bytes(body),
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
    };
    let answer;
    try {
      answer = await fetchWithin(
        patience.answer,
        (signal) => fetch(path, { ...request, signal }),
        async (response) => ({ status: response.status, body: new Uint8Array(await response.arrayBuffer()) }),
      );
    } catch (error) {
      throw new Failure(error instanceof Failure ? 'timeout' : 'offline');
    }
    return open && answer.status === 200 ? { ...answer, ...(await opened(open, answer.body, bytes)) } : answer;
  },

  live({ open }) {
    wanted = open;
    failures = 0;
    follow();
  },
};

/**
 * Opens the envelopes of a page of entries when nothing follows it. Whatever goes wrong here is left to Swift, which
 * asks for the envelopes themselves.
 * @param {Record<string, any>} how
 * @param {Uint8Array} page
 * @param {import('./core.js').Bytes} bytes
 */
async function opened(how, page, bytes) {
  try {
    const items = lastEnvelopes(page);
    if (!items) return;
    const results = await within(patience.keys, openAll(how, items.filter((envelope) => envelope !== null), bytes));
    return { opened: items.map((envelope) => envelope && results.shift()) };
  } catch {}
}

/** Opens or closes the stream, as wanted and as there is someone to see it. */
export function follow() {
  clearTimeout(retry);
  stream?.close();
  stream = undefined;
  if (!wanted || document.hidden || !navigator.onLine) return;

  const source = (stream = new EventSource('/api/live'));
  const slow = setTimeout(() => stream === source && source.onerror?.(new Event('error')), patience.answer);
  source.onopen = () => {
    clearTimeout(slow);
    failures = 0;
    send({ type: 'live', event: 'open', data: '' });
  };
  source.onerror = () => {
    clearTimeout(slow);
    source.close();
    send({ type: 'live', event: 'closed', data: '' });
    if (stream !== source) return;
    // One second, two, four … a minute, each a little off, so that a relay that restarts is not stormed.
    const delay = Math.min(60, 2 ** failures++) * (750 + Math.random() * 500);
    retry = setTimeout(follow, delay);
  };
  for (const event of ['space', 'sealed', 'match', 'account']) {
    source.addEventListener(event, (/** @type {MessageEvent} */ { data }) => send({ type: 'live', event, data }));
  }
}
