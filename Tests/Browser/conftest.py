"""What all tests share: the engines, each started once, and real relays to drive them against."""

import os
import shutil

import pytest

from engines import Engines, is_chromium
from people import Device
from relay import Relay, built_page
from shim_host import hearth, host, page  # noqa: F401 (fixtures of the shim's own tests)
from waiting import COMPLAIN
from webkit import engine_crashes


@pytest.fixture(scope="session")
def engines():
    """Browsers by the name of their engine."""
    engines = Engines()
    yield engines
    engines.close()


@pytest.fixture(scope="session")
def chromium(engines):
    """For tests of what is the same in every engine, or is about Chromium itself."""
    return engines["chromium"]


@pytest.fixture(scope="session")
def usual(engines):
    """Where what a couple practises is walked: Chromium, or the engine that HEARTH_ENGINE names."""
    return engines[os.environ.get("HEARTH_ENGINE", "chromium")]


@pytest.fixture(scope="module", params=["chromium", "firefox", "webkit"])
def engine(request):
    """The name of each engine: tests that want it, or `browser`, run once in each."""
    return request.param


@pytest.fixture(scope="module")
def browser(engines, engine):
    return engines[engine]


@pytest.fixture(scope="module")
def shared_context(browser):
    """Where pages take long to begin, the tests of a file share a context with one: each has an origin of its own."""
    if is_chromium(browser):
        yield None
        return
    context = browser.new_context()
    context.add_init_script(COMPLAIN)
    context.new_page()
    yield context
    context.close()


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


# What the kernel has told of WebKit's crashes while this ran.
CRASHES = set()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Shows with a failure what stood on every screen.

    The steps of a walk stand on each other: after one has failed, the rest would only say so again. A test whose WebKit has crashed in its
    own code, by the kernel's word, tells nothing of ours: it is skipped and says so, unless that happens more than twice.
    """
    report = yield
    if report.failed:
        crashed = any(device.context.has_crashed() for device in Device.living if hasattr(device.context, "has_crashed"))
        CRASHES.update(engine_crashes() if crashed else [])
        if crashed and 0 < len(CRASHES) <= 2:
            report.outcome = "skipped"
            reason = f"Skipped: WebKit crashed in its own code: {sorted(CRASHES)[-1][:200]}"
            report.longrepr = (str(item.path), item.location[1] or 0, reason)
        if item.get_closest_marker("walk"):
            item.parent.broken_at = {**broken_walks(item), round_of(item): item.name}
        for device in Device.living:
            report.sections.append((f"screen of {device}", device.screen()))
    return report


def round_of(item):
    """A walk is gone once in each engine, or pair of them."""
    if "usual" in getattr(item, "fixturenames", ()):
        return os.environ.get("HEARTH_ENGINE", "chromium")
    return item.callspec.params.get("engine") if hasattr(item, "callspec") else None


def broken_walks(item):
    return getattr(item.parent, "broken_at", {})


def pytest_runtest_setup(item):
    broken_at = broken_walks(item).get(round_of(item))
    if broken_at:
        pytest.skip(f"{broken_at} failed before")


def pytest_configure(config):
    config.addinivalue_line("markers", "walk: tests of this file are steps that stand on each other")
    config.addinivalue_line("markers", "only(*names): the test is about what these engines have, or lets tests do")
    config.addinivalue_line("markers", "storing: the test leaves pages while they store, which WebKitGTK may not survive")


def pytest_collection_modifyitems(config, items):
    """Leaves out the rounds of a test in engines that it isn't about, and those that WebKitGTK doesn't go through reliably: once in a
    while its storage hangs for good after a page is left in the middle of a write. `HEARTH_WEBKIT_STORING=1` tries them."""
    out = []
    for item in items:
        only = item.get_closest_marker("only")
        is_risky = item.get_closest_marker("storing") and "webkit" in (round_of(item) or ())
        if only and round_of(item) not in (None, *only.args):
            out.append(item)
        elif is_risky and not os.environ.get("HEARTH_WEBKIT_STORING"):
            out.append(item)
    config.hook.pytest_deselected(items=out)
    items[:] = [item for item in items if item not in out]
