// @ts-check
// Ending a session without a network. What signs in is a cookie that no script can read or take away: only an answer of the relay
// can. So a mark that says nothing else stays until the relay has heard that the session is to end.

import { Failure } from './bytes.js';
import { fetchWithin, patience } from './wait.js';
import { vault } from './vault.js';

/** @type {Promise<void> | undefined} one at a time */
let ending;

async function end() {
  const ask = (/** @type {AbortSignal} */ signal) =>
    fetch('/api/session', {
      method: 'DELETE',
      headers: { 'X-Hearth': '1' },
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
      signal,
    });
  const status = await fetchWithin(patience.answer, ask, ({ status }) => status).catch(() => 0);
  // Whatever else answers isn't the relay's word that it has ended.
  if (status !== 204 && status !== 401) throw new Failure('offline');
  localStorage.removeItem('left');
}

/** @type {Record<string, import('./effects.js').Effect>} */
export const session = {
  async forgetLeavingSession(effect, bytes) {
    await vault.forget(effect, bytes);
    localStorage.left = 1;
  },
  endLeftSession: () => (localStorage.left ? (ending ??= end().finally(() => (ending = undefined))) : undefined),
};
