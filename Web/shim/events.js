// @ts-check
// What people do to the page, told to Swift. One listener a kind at the root; the tree knows which nodes care.

import { send } from './core.js';
import { listener } from './tree.js';
import { patience, within } from './wait.js';

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
    if (!file) return tell(found, 'change', held(event.target));
    // A file that lies elsewhere may never come: it is then told as an empty one.
    const content = await within(patience.keys, file.arrayBuffer()).catch(() => new ArrayBuffer(0));
    const bytes = new Uint8Array(content);
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

  on('submit', (event) => {
    event.preventDefault();
    tell(listener(event.target, 'submit'), 'submit');
  });

  on('focusout', (event) => tell(listener(event.target, 'blur'), 'blur', held(event.target)));

  on('toggle', (event) => tell(listener(event.target, 'toggle'), 'toggle', { checked: event.target.open }));

  on('pointerdown', (event) => {
    const found = listener(event.target, 'pointer');
    if (!found || event.button || !event.isPrimary) return;
    drag(found, event);
  });
}

/**
 * Follows one finger or mouse until it lets go; moves are told once a frame at most.
 * @param {{id: number, node: Element}} found
 * @param {PointerEvent} start
 */
function drag(found, start) {
  const { node } = found;
  let last = start;
  let frame = 0;
  const within = (/** @type {number} */ share) => Math.min(1, Math.max(0, share)) || 0;
  const say = (/** @type {string} */ phase) => {
    const box = node.getBoundingClientRect();
    const x = within((last.clientX - box.left) / box.width);
    const y = within((last.clientY - box.top) / box.height);
    tell(found, 'pointer', { phase, x, y });
  };
  const move = (/** @type {any} */ event) => {
    last = event;
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      say('move');
    });
  };
  const end = (/** @type {any} */ event) => {
    if (event.type === 'pointerup') last = event;
    cancelAnimationFrame(frame);
    node.removeEventListener('pointermove', move);
    node.removeEventListener('pointerup', end);
    node.removeEventListener('pointercancel', end);
    say('up');
  };
  node.setPointerCapture(start.pointerId);
  node.addEventListener('pointermove', move);
  node.addEventListener('pointerup', end);
  node.addEventListener('pointercancel', end);
  say('down');
}
