"""One Chromium for all tests: Playwright can be started only once."""

import pytest
from playwright.sync_api import sync_playwright


@pytest.fixture(scope="session")
def chromium():
    """Debian's browser. The name `hearth.test` leads to this machine, but isn't trusted like `localhost`."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--host-resolver-rules=MAP hearth.test 127.0.0.1"]
        )
        yield browser
        browser.close()
