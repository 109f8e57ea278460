// @ts-check
// The page's elements, changed by patches: data that Swift's diff yields. There is no patch that carries HTML, and what
// could run script is refused here once more.

/** @type {Map<number, Node>} */
const nodes = new Map();
/** @type {WeakMap<Node, {id: number, events: Set<string>}>} */
const marks = new WeakMap();

/** True while patches are applied. */
let patching = false;

const refusedTags = /^(script|style|iframe|frame|object|embed|base|link|meta|template)$/i;
const refusedAttributes = /^(on.*|style|srcdoc)$/i;
const addresses = /^(href|src|action|formaction|xlink:href|data|poster|ping)$/i;
const properties = /^(value|checked|disabled|open|selected|indeterminate|readOnly|inert)$/;

/** @param {number} id @returns {any} */
function node(id) {
  const found = nodes.get(id);
  if (!found) throw new Error(`no node ${id}`);
  return found;
}

/** @param {number} id @param {Node} made */
function keep(id, made) {
  nodes.set(id, made);
  marks.set(made, { id, events: new Set() });
}

/** @param {Node} gone */
function forget(gone) {
  const mark = marks.get(gone);
  if (mark) nodes.delete(mark.id);
  gone.childNodes.forEach(forget);
}

/** @param {string} tag */
function allowed(tag) {
  if (refusedTags.test(tag)) throw new Error(`refused element ${tag}`);
  return tag;
}

/** @type {Node[]} what is out of the document and still to be forgotten */
const removed = [];

/** @type {Map<any, string>} what lists are to show, once their options are in place */
const chosen = new Map();

/** @type {Record<string, (id: number, ...rest: any[]) => void>} */
const operations = {
  create: (id, tag) => keep(id, document.createElement(allowed(tag))),
  createSVG: (id, tag) => keep(id, document.createElementNS('http://www.w3.org/2000/svg', allowed(tag))),
  text: (id, string) => keep(id, document.createTextNode(string)),
  setText: (id, string) => (node(id).data = string),

  attr(id, name, value) {
    if (refusedAttributes.test(name)) throw new Error(`refused attribute ${name}`);
    if (value === null) return node(id).removeAttribute(name);
    // Browsers skip control characters and spaces when they look for the scheme.
    if (addresses.test(name) && /^(javascript|vbscript|data:text)/i.test(value.replace(/[\0- ]/g, ''))) {
      throw new Error(`refused address in ${name}`);
    }
    node(id).setAttribute(name, value);
  },

  prop(id, name, value) {
    const target = node(id);
    if (name.startsWith('--')) return target.style.setProperty(name, value);
    if (!properties.test(name)) throw new Error(`refused property ${name}`);
    if (target.localName === 'select' && name === 'value') chosen.set(target, value);
    else if (target[name] !== value) target[name] = value; // only when it differs, so that the caret stays where it is
  },

  listen(id, event) {
    const target = node(id);
    marks.get(target)?.events.add(event);
    if (event === 'pointer') {
      target.style.touchAction = 'pan-y'; // sideways it is dragged, up and down the page scrolls
      target.style.userSelect = 'none';
    }
  },
  unlisten: (id, event) => marks.get(node(id))?.events.delete(event),

  insert: (parent, child, before) => node(parent).insertBefore(node(child), before ? node(before) : null),
  remove(id) {
    const gone = node(id);
    gone.remove();
    removed.push(gone);
  },
};

/** Begins a page: what Swift knows as node 1. */
export const plant = () => keep(1, document.createElement('div'));

/**
 * Puts what Swift has made into the document. Where index.html shows the same already, that stays, with focus, selection and
 * motion.
 * @param {Element} root
 */
export function show(root) {
  const made = node(1);
  const shown = [...root.children].slice(0, made.childNodes.length);
  if (shown.length && shown.every((child, index) => child.isEqualNode(made.childNodes[index]))) {
    shown.forEach((child, index) => adopt(made.childNodes[index], child));
    [...root.childNodes].forEach((child) => marks.has(child) || child.remove());
  } else root.replaceChildren(...made.childNodes);
  root.classList.remove('early');
  keep(1, root);
}

/** @param {Node} made @param {Node} shown its like in the document, which takes its part */
function adopt(made, shown) {
  const mark = marks.get(made);
  if (mark) {
    nodes.set(mark.id, shown);
    marks.set(shown, mark);
  }
  made.childNodes.forEach((child, index) => adopt(child, shown.childNodes[index]));
}

/**
 * Applies patches in order, in one go. A patch that is refused or makes no sense is reported and skipped.
 * @param {any[][]} patches
 */
export function patch(patches) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  patching = true;
  for (const [name, ...operands] of patches) {
    try {
      if (!Object.hasOwn(operations, name)) throw new Error('unknown patch');
      operations[name](.../** @type {[number]} */ (operands));
    } catch (error) {
      console.error('patch', name, operands, error);
    }
  }
  for (const [list, value] of chosen) list.value = value;
  chosen.clear();
  // Numbers are never given twice, so that this can wait for the paint.
  if (removed.length) setTimeout(() => removed.splice(0).forEach(forget));
  // Moving an element takes the focus from it.
  if (focused?.isConnected && focused !== document.activeElement) focused.focus({ preventScroll: true });
  patching = false;
}

/**
 * The nearest node, from where an event happened up to the root, that listens for it. There is none while patches are
 * applied: events that they cause themselves (blur on removal) are no one's doing.
 * @param {EventTarget | null} target
 * @param {string} event
 * @returns {{id: number, node: any} | undefined}
 */
export function listener(target, event) {
  for (let at = /** @type {Node | null} */ (target); at && !patching; at = at.parentNode) {
    const mark = marks.get(at);
    if (mark?.events.has(event)) return { id: mark.id, node: at };
  }
}
