// @ts-check
// Before everything else: shows strangers the page that is drawn in index.html, and keeps what they press on it until the core is
// there to hear of it (shim/main.js). Whoever has had keys here has a database, and sees the opening mark instead.

(async () => {
  document.addEventListener(
    'click',
    (event) => {
      const pressed = /** @type {Element} */ (event.target).closest('.early :is(a, button)');
      if (!pressed || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      document.querySelector('.early [aria-busy]')?.removeAttribute('aria-busy');
      pressed.setAttribute('aria-busy', 'true');
    },
    true,
  );
  const { pathname, hash } = location;
  if (!isSecureContext || hash || !/^\/(welcome)?$/.test(pathname)) return;
  const kept = await indexedDB.databases?.();
  if (kept && !kept.some(({ name }) => name === 'hearth')) document.documentElement.classList.add('stranger');
})().catch(console.error);
