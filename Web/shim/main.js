// @ts-check
// Starts Hearth: core and local keys are fetched side by side, and what a person who lives here needs at once; then Swift
// takes over.

import { connect, send } from './core.js';
import { carryOut } from './effects.js';
import { listenTo } from './events.js';
import { anticipate } from './later.js';
import { follow, isSessionLeft } from './network.js';
import { address, register, repair, watch, zone } from './page.js';
import { patch, plant, show } from './tree.js';
import { kept, watchTabs } from './vault.js';
import { loadCore } from './wasm.js';

const root = /** @type {HTMLElement} */ (document.getElementById('hearth'));

/** @param {unknown} error */
function stopped(error) {
  console.error(error);
  // Browsers give keys and workers to pages that came over TLS or from this very machine, and to no others.
  const notice = document.getElementById(isSecureContext ? 'stopped' : 'insecure');
  /** @type {HTMLElement} */ (notice).hidden = false;
  document.getElementById('slow')?.remove();
  repair(error).catch(console.error);
}

/** What was pressed before the core was there. @type {HTMLElement | null} */
let pressed = null;

/** Goes over from what index.html shows to what the core has drawn. */
function takeOver() {
  pressed = root.querySelector('[aria-busy]');
  pressed?.removeAttribute('aria-busy');
  document.getElementById('slow')?.remove();
  show(root);
}

/** What this device has kept. Where somebody lives, what the first page doesn't need is wanted at once. */
async function findKept() {
  const found = await kept();
  if (found.keys) anticipate().catch(() => {}); // it is asked for again, and a failure told, when it is needed
  return found;
}

try {
  if (!isSecureContext) throw new Error('the address is not secure');
  const [core, stored] = await Promise.all([loadCore(), findKept()]);
  plant();
  connect(
    core,
    ({ patches = [], effects = [] }, bytes) => {
      patch(patches);
      if (root.className) takeOver();
      for (const effect of effects) carryOut(effect, bytes);
    },
    stopped,
  );
  listenTo(root);
  send({
    type: 'started',
    ...address(),
    origin: location.origin,
    stored,
    standalone: matchMedia('(display-mode: standalone)').matches,
    online: navigator.onLine,
    left: isSessionLeft(),
    zone: zone(),
  });
  pressed?.click();
  watch(follow);
  watchTabs();
  register().catch(console.error);
} catch (error) {
  stopped(error);
}
