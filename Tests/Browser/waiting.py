"""How tests wait: for what they can see, with much patience, and never for a while that should be enough."""

import os
import time

# How long to wait for anything, in seconds: the machine may be busy with other things.
PATIENCE = int(os.environ.get("HEARTH_PATIENCE", 60))

# Collects in a page what it complains about, where the browser doesn't tell it, or not in full.
COMPLAIN = """(() => {
  const complained = globalThis.complained = [];
  const plain = console.error;
  console.error = (...all) => {
    complained.push(all.map((one) => one?.message ?? String(one)).join(' '));
    plain.apply(console, all);
  };
  addEventListener('error', (event) => event.message && complained.push(event.message));
  addEventListener('unhandledrejection', (event) => complained.push(String(event.reason)));
})();"""

# Counts in every page what has begun and not ended yet: keys at work, workers, requests, the store; and pauses of up to a second. One
# thing leads to the next within a turn of the page, so while there is a chain of them the count is never nothing. What keeps words on this
# device, keys and the store, is counted once more by itself.
COUNT_WORK = """(() => {
  const work = globalThis.work = { begun: 0, open: 0, keeping: 0, pauses: 0 };
  const { setTimeout: later, clearTimeout: never, fetch: ask } = globalThis;
  const begin = (isKeeping = false) => {
    work.begun++;
    work.open++;
    work.keeping += isKeeping;
    return () => later(() => { work.open--; work.keeping -= isKeeping; });
  };
  const count = (of, name, isKeeping) => {
    const plain = of[name];
    of[name] = function (...all) {
      const end = begin(isKeeping);
      const outcome = plain.apply(this, all);
      outcome.then(end, end);
      return outcome;
    };
  };
  for (const name of Object.getOwnPropertyNames(globalThis.SubtleCrypto?.prototype ?? {})) {
    if (name !== 'constructor') count(SubtleCrypto.prototype, name, true);
  }
  count(globalThis, 'fetch');
  count(Response.prototype, 'arrayBuffer');
  const until = (target, ...events) => {
    const end = begin(true);
    let ended = false;
    for (const event of events) target.addEventListener(event, () => ended || (ended = true, end()));
    return target;
  };
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...all) { return until(open.apply(this, all), 'success', 'error'); };
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...all) {
    return until(transaction.apply(this, all), 'complete', 'abort');
  };
  // A worker answers all that it is told, in any order.
  const told = new WeakMap();
  const { postMessage, terminate } = Worker.prototype;
  Worker.prototype.postMessage = function (...all) {
    if (!told.has(this)) {
      const ends = [];
      told.set(this, ends);
      this.addEventListener('message', () => ends.shift()?.());
    }
    told.get(this).push(begin());
    return postMessage.apply(this, all);
  };
  Worker.prototype.terminate = function () {
    for (const end of told.get(this)?.splice(0) ?? []) end();
    return terminate.call(this);
  };
  const pauses = new Set();
  const end = (handle) => { if (pauses.delete(handle)) work.pauses--; };
  globalThis.setTimeout = (then, after = 0, ...all) => {
    const handle = later((...given) => { try { then(...given); } finally { end(handle); } }, after, ...all);
    if (after <= 1000) { pauses.add(handle); work.pauses++; }
    return handle;
  };
  globalThis.clearTimeout = (handle) => { end(handle); never(handle); };
})();"""


def eventually(condition, what, seconds=PATIENCE, pause=time.sleep):
    """Waits for something that no locator shows, and gives it.

    Where a page must get on meanwhile (routes, downloads), `pause` is `pauses(page)`.
    """
    until = time.monotonic() + seconds
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > until:
            raise AssertionError(f"never happened: {what}")
        pause(0.05)


def pauses(page):
    """A pause in which Playwright goes on hearing what the page tells."""
    return lambda seconds: page.wait_for_timeout(1000 * seconds)
