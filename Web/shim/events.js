// @ts-check
// What people do to the page, told to Swift. One listener a kind at the root; the tree knows which nodes care.

import { send } from './core.js';
import { seldomEffects } from './later.js';
import { listener } from './tree.js';

/**
 * @param {{id: number, node: any} | undefined} found
 * @param {string} event
 * @param {object} [fields]
 */
function tell(found, event, fields) {
  if (found) send({ type: 'event', target: found.id, event, ...fields });
}

/** @param {any} field @returns {object} what a form field holds now */
const held = (field) => ({ text: field.value ?? '', checked: field.checked ?? false });

/** Keys that move the page, unless the focus is on a control of ours that has its own use for them. */
const moving = /^(Arrow|Home|End|Page)/;
const fields = /^(input|textarea|select)$/;

/** @param {Element} root */
export function listenTo(root) {
  const on = (/** @type {string} */ kind, /** @type {(event: any) => void} */ handler) =>
    root.addEventListener(kind, handler, true);

  /** What the last click pressed, and what stood on it. */
  let last = { id: 0, words: '' };

  on('click', (event) => {
    const found = listener(event.target, 'press');
    const now = { id: found?.id ?? 0, words: found?.node.textContent ?? '' };
    // The second click of a double one is meant for what the first one pressed, not for what came in its place.
    if (event.detail > 1 && (now.id !== last.id || now.words !== last.words)) return event.preventDefault();
    last = now;
    if (found?.node.localName === 'a') {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab is the browser's
      event.preventDefault();
    }
    tell(found, 'press');
  });

  on('input', (event) => tell(listener(event.target, 'input'), 'input', held(event.target)));

  on('change', async (event) => {
    const found = listener(event.target, 'change');
    const file = event.target.files?.[0];
    if (!file || !found) return tell(found, 'change', held(event.target));
    // A file that lies elsewhere may never come: it is then told as an empty one.
    const bytes = await seldomEffects().then((late) => late.seldom.readFile(file)).catch(() => {});
    event.target.value = ''; // so that the same file can be chosen again
    tell(found, 'change', { text: file.name, bytes });
  });

  on('keydown', (event) => {
    const found = listener(event.target, 'key');
    if (!found || event.isComposing) return;
    const own = found.node === event.target && !fields.test(found.node.localName);
    if (own && moving.test(event.key)) event.preventDefault();
    tell(found, 'key', { key: (event.ctrlKey || event.metaKey ? 'Control+' : '') + event.key });
  });

  on('pointerdown', (event) => event.button || hold(listener(event.target, 'hold')));
  on('keydown', (event) => /^(Enter| )$/.test(event.key) && !event.repeat && hold(listener(event.target, 'hold')));
  on('contextmenu', (event) => listener(event.target, 'hold') && event.preventDefault());

  on('submit', (event) => {
    event.preventDefault();
    tell(listener(event.target, 'submit'), 'submit');
  });

  on('focusout', (event) => tell(listener(event.target, 'blur'), 'blur', held(event.target)));

  on('toggle', (event) => tell(listener(event.target, 'toggle'), 'toggle', { checked: event.target.open }));

  on('click', (event) => {
    if (lifted && lifted.id === listener(event.target, 'pointer')?.id) {
      point(lifted, 'down', event);
      point(lifted, 'up', event);
    }
    lifted = undefined;
  });

  on('pointerdown', (event) => {
    lifted = undefined;
    const found = listener(event.target, 'pointer');
    if (!found || event.button || !event.isPrimary) return;
    drag(found, event);
  });
}

/** How long something is held until it counts, in milliseconds; the stylesheet fills the element meanwhile. */
const holding = 1500;

/**
 * Tells of an element that is held down for long enough.
 * @param {{id: number, node: any} | undefined} found
 */
function hold(found) {
  if (!found || 'held' in found.node.dataset) return;
  const { node } = found;
  const ends = ['pointerup', 'pointercancel', 'keyup', 'blur'];
  const stop = () => {
    clearTimeout(timer);
    delete node.dataset.held;
    ends.forEach((end) => removeEventListener(end, stop, true));
  };
  const timer = setTimeout(() => {
    stop();
    if (node.isConnected) tell(found, 'hold');
  }, holding);
  node.dataset.held = '';
  ends.forEach((end) => addEventListener(end, stop, true));
}

/**
 * Tells where in an element's box a finger or a mouse is, without the box's padding, in shares of it.
 * @param {{id: number, node: Element}} found
 * @param {string} phase
 * @param {{clientX: number, clientY: number}} at
 */
function point(found, phase, at) {
  const { node } = found;
  const box = node.getBoundingClientRect();
  const padding = parseFloat(getComputedStyle(node).paddingLeft) || 0;
  const within = (/** @type {number} */ share) => Math.min(1, Math.max(0, share)) || 0;
  const x = within((at.clientX - box.left - padding) / (box.width - 2 * padding));
  const y = within((at.clientY - box.top) / box.height);
  tell(found, 'pointer', { phase, x, y });
  // A mouse focuses what it presses; the control within is pressed through the element around it.
  if (phase === 'up') node.querySelector('input')?.focus({ preventScroll: true });
}

/** How far a finger moves, in pixels, before it is known whether it drags sideways or scrolls. */
const slop = 8;
/** What a finger was lifted from where it had come down. Whether that was a tap, or stopped a page that rolled, the click tells. */
let lifted = /** @type {{id: number, node: Element} | undefined} */ (undefined);

/**
 * Follows one finger or mouse until it lets go; moves are told once a frame at most. Of a finger only a tap and what begins
 * sideways is told: whoever scrolls across an element changes nothing.
 * @param {{id: number, node: Element}} found
 * @param {PointerEvent} start
 */
function drag(found, start) {
  const { node } = found;
  let last = start;
  let frame = 0;
  let isMeant = start.pointerType === 'mouse';
  const move = (/** @type {any} */ event) => {
    last = event;
    if (!isMeant) {
      const [x, y] = [Math.abs(event.clientX - start.clientX), Math.abs(event.clientY - start.clientY)];
      if (Math.max(x, y) < slop) return;
      if (x <= y) return stop();
      isMeant = true;
      point(found, 'down', start);
    }
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      point(found, 'move', last);
    });
  };
  const end = (/** @type {any} */ event) => {
    const isUp = event.type === 'pointerup';
    if (isUp) last = event;
    stop();
    if (isMeant) point(found, 'up', last);
    else if (isUp) lifted = found;
  };
  const stop = () => {
    cancelAnimationFrame(frame);
    node.removeEventListener('pointermove', move);
    node.removeEventListener('pointerup', end);
    node.removeEventListener('pointercancel', end);
  };
  node.setPointerCapture(start.pointerId);
  node.addEventListener('pointermove', move);
  node.addEventListener('pointerup', end);
  node.addEventListener('pointercancel', end);
  if (isMeant) point(found, 'down', start);
}
