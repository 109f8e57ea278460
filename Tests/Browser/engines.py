"""The three engines that people's browsers have. Each is started once, when a test first wants it."""

from playwright.sync_api import expect as playwright_expects
from playwright.sync_api import sync_playwright

from waiting import PATIENCE
from webkit import Expectation, Locator, Page, WebKit

playwright_expects.set_options(timeout=1000 * PATIENCE)


def expect(of):
    """What is to be true of a page or a locator at last, in whichever engine it is."""
    return Expectation(of) if isinstance(of, (Page, Locator)) else playwright_expects(of)


def is_webkit(browser):
    return isinstance(browser, WebKit)


def is_chromium(browser):
    return not is_webkit(browser) and browser.browser_type.name == "chromium"


CHROMIUM = {
    "executable_path": "/usr/bin/chromium",
    "args": [
        # The name leads to this machine, but isn't trusted like `localhost`.
        "--host-resolver-rules=MAP hearth.test 127.0.0.1",
        # Otherwise the browser asks its maker what kind of form it sees.
        "--disable-features=AutofillServerCommunication",
    ],
}


class Engines:
    """Chromium and Firefox by Playwright, WebKit by its own driver: all three as Debian has them."""

    def __init__(self):
        self.started = {}
        self.playwright = None

    def __getitem__(self, name):
        if name not in self.started:
            self.started[name] = getattr(self, f"_start_{name}")()
        return self.started[name]

    def _start_chromium(self):
        return self._playwright().chromium.launch(**CHROMIUM)

    def keeping(self, folder):
        """A Chromium that keeps what it keeps in files in that folder, as people's own does."""
        return self._playwright().chromium.launch_persistent_context(folder, **CHROMIUM)

    def _start_firefox(self, **preferences):
        """Debian's Firefox over the standard protocol (WebDriver BiDi); Playwright's own build is in no package registry."""
        # Each person's wire is a proxy, also to this machine.
        preferences["network.proxy.allow_hijacking_localhost"] = True
        return self._playwright().firefox.launch(
            executable_path="/usr/bin/firefox-esr", channel="moz-firefox", firefox_user_prefs=preferences
        )

    def _start_firefox_without_cookies(self):
        """One whose settings block all cookies, and with them whatever else a page keeps."""
        return self._start_firefox(**{"network.cookie.cookieBehavior": 2})

    def _start_webkit(self):
        return WebKit()

    def _playwright(self):
        self.playwright = self.playwright or sync_playwright().start()
        return self.playwright

    def close(self):
        for browser in self.started.values():
            browser.close()
        if self.playwright:
            self.playwright.stop()

