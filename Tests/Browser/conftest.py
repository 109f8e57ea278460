"""What all tests share: one Chromium, and real relays to drive it against."""

import shutil

import pytest
from playwright.sync_api import sync_playwright

from people import Device
from relay import Relay, built_page


@pytest.fixture(scope="session")
def chromium():
    """Debian's browser. The name `hearth.test` leads to this machine, but isn't trusted like `localhost`."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=[
                "--host-resolver-rules=MAP hearth.test 127.0.0.1",
                # Otherwise the browser asks its maker what kind of form it sees.
                "--disable-features=AutofillServerCommunication",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def web(tmp_path_factory):
    """The built page, copied, so that all tests of a run see the same one."""
    return shutil.copytree(built_page(), tmp_path_factory.mktemp("page") / "web")


@pytest.fixture(scope="module")
def relay(tmp_path_factory, web):
    """An empty relay for the tests of one file."""
    relay = Relay(tmp_path_factory.mktemp("relay"), web)
    yield relay
    relay.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory, web):
    """A relay with a couple, Ana and Ben, and what they wrote in a year."""
    relay = Relay(tmp_path_factory.mktemp("demo"), web, command=("demo",))
    yield relay
    relay.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Shows with a failure what stood on every screen.

    The steps of a walk stand on each other: after one has failed, the rest would only say so again.
    """
    report = yield
    if report.failed:
        if item.get_closest_marker("walk"):
            item.parent.broken_at = item.name
        for device in Device.living:
            report.sections.append((f"screen of {device}", device.screen()))
    return report


def pytest_runtest_setup(item):
    broken_at = getattr(item.parent, "broken_at", None)
    if broken_at:
        pytest.skip(f"{broken_at} failed before")


def pytest_configure(config):
    config.addinivalue_line("markers", "walk: tests of this file are steps that stand on each other")
