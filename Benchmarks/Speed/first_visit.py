"""A first visit: what goes over the wire, when the first words stand there, and when a press on them is answered; then the
second visit."""

import sys
import urllib.request

from figure import Figure, kilobytes, median, seconds
from phone import KEPT, chromium, seconds_until, shown, slow_tab
from relay import ROOT, Relay

sys.path.append(str(ROOT / "Tests/Browser"))
from wire import Wire  # noqa: E402 (it hears every byte that comes to a browser, its service worker's included)

VISITS = 5
LATER = "/rest.wasm", "/content-en.json", "/content-en-rest.json", "/coach-en.bin"
WORDS = shown("h1", "A little closer, on purpose")
ANSWERED = shown("h1", "Your key to the door")
# Somebody who presses as soon as there is something to press.
PRESS = f"""(() => {{
  const look = () => ({WORDS}) ? document.querySelector('.welcome .primary').click() : requestAnimationFrame(look);
  requestAnimationFrame(look);
}})()"""


def first_visit():
    with Relay() as relay, chromium() as browser:
        total, (shim, shim_with_headers) = weigh(browser, relay)
        later = {path: compressed(relay, path) for path in LATER}
        painted, firsts, seconds_visits, plain = [], [], [], []
        for _ in range(VISITS):
            context = browser.new_context(viewport={"width": 390, "height": 844})
            page = slow_tab(context, network=True)
            painted.append(seconds_until(page, relay.url, WORDS))
            context.close()
            context = browser.new_context(viewport={"width": 390, "height": 844})
            page = slow_tab(context, network=True)
            page.add_init_script(PRESS)
            firsts.append(seconds_until(page, relay.url, ANSWERED))
            page.evaluate(KEPT)
            page.close()
            page = slow_tab(context, network=True)
            page.add_init_script(PRESS)
            seconds_visits.append(seconds_until(page, relay.url, ANSWERED))
            context.close()
            context = browser.new_context()
            plain.append(seconds_until(slow_tab(context, network=True), f"{relay.url}/fonts/OFL.txt", "document.body"))
            context.close()
            print(f"  words {seconds(painted[-1])}, pressed {seconds(firsts[-1])}, again {seconds(seconds_visits[-1])}, a text {seconds(plain[-1])}", flush=True)
    slow = "CPU 4× slower, 1.6 Mbit/s, 150 ms"
    yield Figure("first visit, all that comes over the wire", kilobytes(total), "≤ 320 KB",
                 "headers and the service worker's requests included", total <= 320_000)  # fmt: skip
    yield Figure("what follows while somebody makes a place or signs in", kilobytes(later["/rest.wasm"] + later["/content-en.json"]), "none",
                 f"the other pages {kilobytes(later['/rest.wasm'])}, the content {kilobytes(later['/content-en.json'])}; "
                 f"the content that nobody waits for, when Today stands there, {kilobytes(later['/content-en-rest.json'])}; "
                 f"the coach, when it is first used, {kilobytes(later['/coach-en.bin'])}", True)  # fmt: skip
    yield Figure("the shim's part of it", kilobytes(shim), "≤ 12 KB",
                 f"as compressed; with the headers of its answer {kilobytes(shim_with_headers)}", shim <= 12_000)  # fmt: skip
    yield Figure(f"first visit, the first words, {slow}", seconds(median(painted)), "≤ 1 s",
                 f"a text of 4 KB from the same relay: {seconds(median(plain))}", median(painted) <= 1)  # fmt: skip
    yield Figure("first visit, a press on them at once is answered", seconds(median(firsts)), "≤ 3 s",
                 f"a text of 4 KB from the same relay: {seconds(median(plain))}", median(firsts) <= 3)  # fmt: skip
    yield Figure("again, from the cache", seconds(median(seconds_visits)), "≤ 0.7 s",
                 f"the first visit: {seconds(median(firsts))}", median(seconds_visits) <= 0.7)  # fmt: skip


def compressed(relay, path):
    """What an answer's body weighs as a browser gets it."""
    request = urllib.request.Request(relay.url + path, headers={"Accept-Encoding": "br"})
    with urllib.request.urlopen(request) as answer:
        return len(answer.read())


def weigh(browser, relay):
    """Every byte that comes to a browser until its service worker has all: in total, and for the shim, without headers and with."""
    wire = Wire(relay)
    context = browser.new_context(proxy={"server": wire.url, "bypass": "<-loopback>"})
    page = context.new_page()
    page.goto(relay.url)
    page.evaluate(KEPT)
    context.close()
    wire.close()
    sizes = {}
    for exchange in wire.exchanges:
        sizes.setdefault(exchange.path, []).append(len(exchange.heard))
    shim = next(found for found in wire.exchanges if found.path == "/shim.js")
    for path, found in sorted(sizes.items(), key=lambda item: -sum(item[1])):
        print(f"  {path}: {kilobytes(sum(found))} in {len(found)} answers")
    return sum(map(sum, sizes.values())), (len(shim.body), len(shim.heard))
