"""The core in two parts: the first pages need only the first, whatever else is asked for waits for the rest."""

import re
import shutil

import pytest

from engines import expect
from people import Device, Person
from relay import Relay
from waiting import eventually, pauses

LATE = ["/content-en.json", "/rest.wasm"]

# Writes down each call into what has not come yet.
WATCH = """
    globalThis.missed = [];
    const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = (response, imports) => {
        const absent = imports.placeholder;
        const placeholder = new Proxy({}, { get: (_, name) => () => (missed.push(name), absent[name]()) });
        return instantiateStreaming(response, { ...imports, placeholder });
    };
"""


def late(device):
    """Which of the late files this device has asked for."""
    asked = {exchange.path for exchange in device.wire.exchanges}
    return [path for path in LATE if path in asked]


@pytest.fixture
def somebody(chromium, relay):
    person = Person(chromium, relay, "una", "Una", "Clay", "quiet granite window pear")
    person.context.add_init_script(WATCH)
    yield person
    person.close()


def test_making_a_place_never_waits_for_the_rest(somebody):
    somebody.open()
    expect(somebody.button("Make a place for us")).to_be_visible()
    somebody.page.evaluate("navigator.serviceWorker.ready")
    assert late(somebody) == []
    somebody.page.get_by_text("How that works", exact=True).click()
    somebody.heading("What is kept, and who can read it")
    somebody.page.go_back()
    somebody.press("Make a place for us")
    somebody.make_place()
    somebody.heading(re.compile(", Una$"))
    assert somebody.page.evaluate("missed") == []
    assert late(somebody) == LATE
    somebody.everything_sent()
    # Whoever made a place can open it without a network, though the worker came after the first files.
    somebody.page.wait_for_function(
        "async (paths) => (await Promise.all(paths.map((path) => caches.match(path)))).every(Boolean)", arg=LATE
    )
    somebody.wire.state = "cut"
    somebody.open("/us")
    expect(somebody.page.locator("main h1").first).to_be_visible()
    assert somebody.complaints == []


def test_an_address_further_in_gets_the_rest_by_itself(chromium, relay):
    stranger = Device(chromium, relay)
    stranger.open("/help")
    expect(stranger.page.locator("main h1").first).to_be_visible()
    assert late(stranger) == LATE and stranger.complaints == []
    stranger.close()


def test_what_was_done_before_the_rest_came_is_not_lost(chromium, relay):
    """On a network that keeps the rest back, somebody goes on, and into a page that needs it."""
    slow = Device(chromium, relay)
    held = []
    slow.page.route("**/rest.wasm", lambda route: held.append(route))
    slow.open()
    slow.press("I’ve been here before")
    slow.page.get_by_label("Sign-in name").fill("una")
    slow.page.get_by_role("contentinfo").get_by_text("Help").click()
    eventually(lambda: held, "the rest is asked for", pause=pauses(slow.page))
    for route in held:
        route.continue_()
    slow.page.unroute("**/rest.wasm")
    slow.path("/help")
    expect(slow.page.locator("main h1").first).to_be_visible()
    slow.page.go_back()
    expect(slow.page.get_by_label("Sign-in name")).to_have_value("una")
    assert slow.complaints == []
    slow.close()


def test_the_rest_of_another_build_is_refused(chromium, web, tmp_path):
    mixed = shutil.copytree(web, tmp_path / "web")
    for path in mixed.glob("rest.wasm*"):
        path.unlink()
    (mixed / "rest.wasm").write_bytes(b"\0asm\1\0\0\0")
    relay = Relay(tmp_path, mixed)
    guest = Device(chromium, relay)
    guest.open("/help")
    expect(guest.page.locator("#stopped")).to_be_visible()
    assert "integrity" in " ".join(guest.complaints)
    guest.close()
    relay.close()
