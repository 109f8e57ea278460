// Elements as people tell them apart: by role and name, by label, by words. A chain of steps leads from the document to them;
// Tests/Browser/webkit.py calls `find` where an engine's own driver knows selectors only.

const tidy = (text) => text.replace(/[\u200b\u00ad]/g, '').replace(/\s+/g, ' ').trim();

const says = ({ words, exact, pattern, flags }, text) => {
  if (pattern !== undefined) return new RegExp(pattern, flags).test(text) || new RegExp(pattern, flags).test(tidy(text));
  return exact ? tidy(text) === tidy(words) : tidy(text).toLowerCase().includes(tidy(words).toLowerCase());
};

const IMPLICIT = {
  A: (element) => element.hasAttribute('href') && 'link',
  BUTTON: () => 'button', SUMMARY: () => 'button', NAV: () => 'navigation', FOOTER: () => 'contentinfo', MAIN: () => 'main',
  H1: () => 'heading', H2: () => 'heading', H3: () => 'heading', H4: () => 'heading',
  UL: () => 'list', OL: () => 'list', LI: () => 'listitem', IMG: () => 'img', FIELDSET: () => 'group', TEXTAREA: () => 'textbox',
  TABLE: () => 'table', TR: () => 'row', TD: () => 'cell', SELECT: () => 'combobox',
  TH: (element) => (element.scope === 'row' ? 'rowheader' : 'columnheader'),
  INPUT: ({ type }) =>
    ({ checkbox: 'checkbox', radio: 'radio', range: 'slider', button: 'button', submit: 'button' })[type] ?? 'textbox',
};
const role = (element) => element.getAttribute('role') ?? (IMPLICIT[element.tagName]?.(element) || undefined);

const isDrawn = (element) => element.checkVisibility({ visibilityProperty: true });
const isHeard = (element) => isDrawn(element) && !element.closest('[aria-hidden=true]');

const spoken = (element) => {
  const label = element.getAttribute('aria-label');
  if (label) return label;
  if (element.getAttribute('aria-hidden') === 'true' || !isDrawn(element)) return '';
  if (element.tagName === 'IMG') return element.alt;
  const inside = [...element.childNodes].map((node) =>
    node.nodeType === Node.TEXT_NODE ? node.data : node.nodeType === Node.ELEMENT_NODE ? spoken(node) : '');
  const text = inside.join('');
  return getComputedStyle(element).display.startsWith('inline') ? text : ` ${text} `;
};
const NAMED_BY_THEIR_WORDS = /^(button|link|heading|cell|columnheader|rowheader|row|radio|checkbox|listitem)$/;
const named = (element) => {
  const by = element.getAttribute('aria-labelledby');
  if (by) return tidy(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
  if (element.getAttribute('aria-label')) return tidy(element.getAttribute('aria-label'));
  if (element.labels?.length) return tidy([...element.labels].map(spoken).join(' '));
  const title = element.querySelector(':scope > legend, :scope > caption, :scope > title');
  if (title) return tidy(title.textContent);
  if (NAMED_BY_THEIR_WORDS.test(role(element))) return tidy(spoken(element));
  return tidy(element.getAttribute('alt') ?? element.getAttribute('title') ?? '');
};

const words = (element) => (/^(SCRIPT|STYLE|NOSCRIPT|HEAD)$/i.test(element.tagName) ? '' : element.textContent);
const labelled = (element) => {
  if (element.getAttribute('aria-labelledby') || element.getAttribute('aria-label')) return [named(element)];
  return [...(element.labels ?? [])].map((label) => label.textContent);
};

const within = (root) => [...(root.nodeType === Node.ELEMENT_NODE ? [root] : []), ...root.querySelectorAll('*')];
const STEPS = {
  css: (root, { css }) => [...root.querySelectorAll(css)],
  text: (root, step) =>
    within(root).filter((one) => says(step, words(one)) && ![...one.children].some((child) => says(step, words(child)))),
  label: (root, step) => within(root).filter((one) => labelled(one).some((text) => says(step, text))),
  role: (root, step) =>
    [...root.querySelectorAll('*')].filter((one) =>
      role(one) === step.role && isHeard(one) && (!step.name || says(step.name, named(one))) &&
      (step.level === undefined || one.tagName === `H${step.level}`)),
};
const find = (steps, root = document) => {
  let found = [root];
  for (const step of steps) {
    if (step.nth !== undefined) found = found.slice(step.nth, step.nth + 1 || undefined);
    else if (step.or) found = [...document.querySelectorAll('*')].filter((one) => [...found, ...find(step.or)].includes(one));
    else if (step.filter) {
      const { hasText, has } = step.filter;
      found = found.filter((one) => (!hasText || says(hasText, words(one))) && (!has || find(has, one).length));
    } else found = [...new Set(found.flatMap((one) => STEPS[step.by](one, step)))];
  }
  return found;
};

const told = (element) => {
  const box = element.getBoundingClientRect();
  return {
    text: element.textContent, inner: element.innerText ?? element.textContent, value: element.value ?? null,
    isVisible: isDrawn(element) && box.width > 0 && box.height > 0, isDisabled: element.matches(':disabled'),
    isChecked: element.checked === true, isFocused: document.activeElement === element,
    isOnScreen: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
    box: { x: box.x, y: box.y, width: box.width, height: box.height },
  };
};

/** Whether one can press an element now: it is there alone, seen, at rest, and nothing lies over it. */
const ready = async (steps) => {
  const found = find(steps);
  if (found.length !== 1) return { count: found.length };
  const [element] = found;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const before = element.getBoundingClientRect();
  await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
  const { x, y, width, height } = element.getBoundingClientRect();
  if (!element.isConnected || before.x !== x || before.y !== y || !told(element).isVisible) return { count: 1 };
  const hit = document.elementFromPoint(x + width / 2, y + height / 2);
  const isFree = hit && (element.contains(hit) || hit.closest('label')?.control === element || element.labels?.length > 0);
  return { count: 1, isFree, isDisabled: element.matches(':disabled'), element };
};
