"""A slow phone on a slow network: Debian's Chromium with its processor and its network held back over CDP."""

from contextlib import contextmanager

from playwright.sync_api import sync_playwright

SLOWER = 4  # times
DOWN, UP, LATENCY = 1_600_000, 750_000, 150  # bit/s, bit/s, milliseconds
PATIENCE = 120_000

# Notes when a condition has come true and what shows it is on the screen: the frame after the one that made it.
WATCH = """(() => {
  window.benchUsable = new Promise((resolve) => {
    const look = () => {
      if (!(CONDITION)) return requestAnimationFrame(look);
      const painted = new MessageChannel();
      painted.port1.onmessage = () => resolve(performance.now());
      requestAnimationFrame(() => painted.port2.postMessage(null));
    };
    requestAnimationFrame(look);
  });
})()"""

# Done when the service worker has every file and has taken over the page.
KEPT = """(async () => {
  await navigator.serviceWorker.ready;
  while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 20));
})()"""


def shown(selector, words=""):
    """The condition that an element can be seen and used."""
    return (
        f"[...document.querySelectorAll({selector!r})].some((found) => found.checkVisibility() && !found.disabled "
        f"&& found.textContent.includes({words!r}))"
    )


@contextmanager
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        yield browser
        browser.close()


@contextmanager
def chromium_that_remembers(folder):
    """A browser that keeps everything on disk, as one does between two evenings."""
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            folder, executable_path="/usr/bin/chromium", viewport={"width": 390, "height": 844}, locale="en-GB"
        )
        context.set_default_timeout(PATIENCE)
        yield context
        context.close()


def slow_tab(context, *, network):
    """A new tab with a slow processor and, when asked for, a slow network."""
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    devtools = context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    if network:
        devtools.send("Network.enable")
        devtools.send(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": LATENCY, "downloadThroughput": DOWN / 8, "uploadThroughput": UP / 8},
        )
    return page


def seconds_until(page, url, condition):
    """From the start of a visit to a usable page."""
    page.add_init_script(WATCH.replace("CONDITION", condition))
    page.goto(url, wait_until="commit")
    return page.evaluate("window.benchUsable") / 1000
