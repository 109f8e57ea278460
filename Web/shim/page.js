// @ts-check
// The browser around the page: timers, address, clipboard, sharing, installing, updating.

import { Failure } from './bytes.js';
import { send } from './core.js';
import { patience, within } from './wait.js';
import { workerAddress } from './workers.js';

/** The longest a browser's timer can wait, in milliseconds. */
const longest = 2 ** 31 - 1;

/** @type {Map<string, () => void>} how to stop each running timer */
const timers = new Map();

/** @type {(() => void)[]} what waits until the page that it is about has been painted, in order */
const unpainted = [];

/**
 * Does something when the page that was just drawn has been painted: its address and its title take a browser as long as a third
 * of all the rest, and nobody waits for them.
 * @param {() => void} work
 */
function oncePainted(work) {
  unpainted.push(work);
  if (document.hidden) catchUp(); // nothing is painted
  else if (unpainted.length === 1) requestAnimationFrame(() => setTimeout(catchUp));
}

/** Does what waits for the paint: before anything else that is done to the address, and when nothing will be painted. */
function catchUp() {
  for (const work of unpainted.splice(0)) {
    try {
      work();
    } catch (error) {
      console.error(error); // Safari takes no more than a hundred addresses in half a minute
    }
  }
}

/** @type {any} the browser's offer to install, kept until it is wanted */
let offer;

/** @type {ServiceWorkerRegistration | undefined} */
let registration;

/** @type {Record<string, import('./effects.js').Effect>} */
export const page = {
  timer({ name, after, every }) {
    timers.get(name)?.();
    timers.delete(name);
    const tick = () => send({ type: 'ticked', timer: name });
    if (every !== undefined) {
      const handle = setInterval(tick, every);
      timers.set(name, () => clearInterval(handle));
    } else if (after !== undefined) {
      const handle = setTimeout(tick, Math.min(after, longest));
      timers.set(name, () => clearTimeout(handle));
    }
  },

  navigate: ({ path, replace, back }) =>
    oncePainted(() => {
      if (back) history.back();
      else history[replace ? 'replaceState' : 'pushState'](null, '', path);
    }),
  clearHash() {
    catchUp();
    history.replaceState(null, '', location.pathname);
  },
  title: ({ text }) => oncePainted(() => (document.title = text)),
  scrollTop: () => scrollTo(0, 0),
  focus: ({ element }) => document.getElementById(element)?.focus(),
  reload() {
    catchUp();
    location.reload();
  },
  /** Goes somewhere harmless at once; the back button doesn't lead here again. */
  leaveQuickly() {
    catchUp();
    document.documentElement.hidden = true;
    location.replace('https://www.google.com/');
  },

  async copy({ text }) {
    await navigator.clipboard.writeText(text).catch(refused);
  },
  async share({ text, url }) {
    if (!navigator.share) throw new Failure('unavailable');
    await navigator.share({ text, url }).catch(refused);
  },
  print: () => window.print(),

  /** Which version of the page this is: the worker keeps it under that name, and a newer one that waits behind it. */
  async version() {
    const [name = ''] = (await within(patience.store, globalThis.caches?.keys())) ?? [];
    return { version: name.replace('hearth-', '') };
  },

  persist: async () => ({ granted: (await navigator.storage?.persist?.()) ?? false }),
  async install() {
    if (!offer) throw new Failure('unavailable');
    const asked = offer;
    offer = undefined;
    await asked.prompt();
    return { accepted: (await asked.userChoice).outcome === 'accepted' };
  },

  applyUpdate() {
    const reload = () => location.reload();
    const newer = registration?.waiting;
    if (!newer) return reload(); // another tab has let it in
    navigator.serviceWorker.addEventListener('controllerchange', reload);
    setTimeout(reload, patience.opening); // a worker that doesn't answer is no reason to stay
    newer.postMessage('apply');
  },

  announce({ text }) {
    const region = /** @type {HTMLElement} */ (document.getElementById('announcer'));
    region.textContent = '';
    setTimeout(() => (region.textContent = text), 50); // a reader hears changes, so the same words twice need a gap
  },
};

/** @param {Error} error */
function refused(error) {
  throw new Failure(error.name === 'AbortError' ? 'cancelled' : 'refused');
}

/** What the clocks of this time zone show at other times: from when on they are ahead of UTC by so many minutes. */
export function zone() {
  /** @param {number} time */
  const offset = (time) => -new Date(time).getTimezoneOffset();
  /** @type {{ from: number, offset: number }[]} */
  const changes = [];
  // Hearth has written nothing before.
  let before = Date.UTC(2020, 0);
  const end = Date.now() + 400 * 86_400_000;
  for (let time = before; time < end; time += 14 * 86_400_000) {
    const known = changes.at(-1)?.offset;
    if (offset(time) !== known) {
      let late = time;
      while (late - before > 60_000) {
        const middle = Math.floor((before + late) / 120_000) * 60_000;
        if (offset(middle) === known) before = middle;
        else late = middle;
      }
      changes.push({ from: late, offset: offset(time) });
    }
    before = time;
  }
  return changes;
}

/** Where the page is: path, and fragment without its `#`. */
export const address = () => ({ path: location.pathname, hash: location.hash.slice(1) });

/**
 * Tells Swift what the browser does to the page.
 * @param {() => void} follow reconsiders the live stream
 */
export function watch(follow) {
  // Brought back as it was left, a page could show what was locked or signed out of since: it begins anew.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    document.documentElement.hidden = true;
    location.reload();
  });
  addEventListener('popstate', () => send({ type: 'navigated', ...address() }));
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) catchUp();
    follow();
    if (!document.hidden) lookForNewer(registration); // an installed app may stay open for weeks
    send({ type: 'visibility', visible: !document.hidden });
  });
  for (const event of ['online', 'offline']) {
    addEventListener(event, () => {
      follow();
      send({ type: 'network', online: navigator.onLine });
    });
  }
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event;
    send({ type: 'installOffered' });
  });
}

/**
 * Without network, or before the first worker is there, nothing is found: the next opening looks again.
 * @param {ServiceWorkerRegistration | undefined} found
 */
const lookForNewer = (found) => found?.update().catch(() => {});

/**
 * Hearth could not go on: lets a newer version, if there is one, take over when the page is opened again. A worker that
 * hangs is let go; the page registers it anew.
 * @param {unknown} error
 */
export async function repair(error) {
  const found = await navigator.serviceWorker?.getRegistration();
  if (error instanceof Failure && navigator.onLine) return void (await found?.unregister());
  found?.waiting?.postMessage('apply');
  await lookForNewer(found);
}

/** Registers the worker that keeps the page usable offline, and says when it holds a newer version. */
export async function register() {
  if (!navigator.serviceWorker) return; // private windows of some browsers have none: Hearth then needs the network
  const found = await navigator.serviceWorker.register(workerAddress('keeper'), { updateViaCache: 'none' });
  registration = found;
  // Without a controller the worker is the first: nothing is newer than it. Nor is the one that has just taken the page over, which
  // a browser may still call a waiting one.
  const ready = () => {
    const { controller } = navigator.serviceWorker;
    if (found.waiting && controller && found.waiting !== controller) send({ type: 'updateReady' });
  };
  found.addEventListener('updatefound', () => found.installing?.addEventListener('statechange', ready));
  ready();
}
