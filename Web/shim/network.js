// @ts-check
// The relay, asked over HTTP and listened to over server-sent events. This origin only.

import { send } from './core.js';
import { Failure } from './bytes.js';
import { lastEnvelopes } from './entry-page.js';
import { seldomEffects } from './later.js';
import { openAll } from './vault.js';
import { patience, within } from './wait.js';

/** @type {EventSource | undefined} */
let stream;
let wanted = false;
let failures = 0;
let retry = 0;

/** @type {Record<string, import('./effects.js').Effect>} */
export const network = {
  async http({ method, path, body, type, open }, bytes) {
    // Nothing else is asked of the relay before it has heard.
    if (isSessionLeft()) await (await seldomEffects()).seldom.endLeftSession({}, bytes);
    if (!path.startsWith('/') || path.startsWith('//')) throw new Error(`refused path ${path}`);
    const stop = new AbortController();
    const giveUp = () => stop.abort();
    /** @type {RequestInit} */
    const request = {
      method,
      headers: { 'X-Hearth': '1', ...(body && { 'Content-Type': type }) },
      body: body && bytes(body),
      cache: 'no-store',
      redirect: 'error',
      signal: stop.signal,
    };
    let answer;
    try {
      const response = await within(uploading(request.body), fetch(path, request), giveUp);
      // When it answered, by its clock and by this device's.
      const clock = { time: Date.parse(response.headers.get('date') ?? ''), heard: Date.now() };
      const content = await within(patience.download, response.arrayBuffer(), giveUp);
      answer = { status: response.status, clock, body: new Uint8Array(content), foreign: isForeign(response, content) };
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
 * Whether somebody signed out here while the relay could not hear of it (session.js).
 * @returns {true | undefined}
 */
export function isSessionLeft() {
  try {
    return localStorage.left && true;
  } catch {} // where nothing is kept, nobody was signed in
}

/**
 * How long an answer may take: what is sent has its time too, by a line of 8 kB a second, and not longer than the relay waits
 * for it.
 * @param {any} body
 */
const uploading = (body) => Math.min(patience.answer + (body?.length ?? 0) / 8, patience.download);

/**
 * @param {Response} response
 * @param {ArrayBuffer} content
 * @returns {boolean} whether it isn't the relay's: the page of a proxy that can't reach it, of a sign-in to a network
 */
const isForeign = ({ headers }, content) =>
  content.byteLength > 0 && !/^application\/(json|octet-stream)\b/.test(headers.get('Content-Type') ?? '');

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
