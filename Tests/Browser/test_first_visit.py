"""The first page stands in index.html, and the core comes in two parts: the first pages need only the first."""

import re
import shutil

import pytest

from engines import expect
from people import Device, Person
from relay import Relay
from test_accessibility import COLOURS, EVERYTHING, violations
from waiting import eventually, pauses

LATE = ["/content-en.json", "/rest.wasm"]
# What comes once Today stands there.
LAST = "/content-en-rest.json"

# Writes down whatever of the page for strangers can be seen in any frame.
SEEN = """
    globalThis.seen = [];
    const look = () => {
        const found = document.querySelector('.welcome');
        if (found?.checkVisibility()) seen.push(found.innerText);
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
"""

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
def slow(chromium, relay):
    """A stranger to whom the core comes only when the test lets it."""
    device = Device(chromium, relay)
    held = []
    device.page.route("**/browser.wasm", lambda route: held.append(route))

    def come():
        eventually(lambda: held, "the core is asked for", pause=pauses(device.page))
        for route in held:
            route.continue_()
        device.page.unroute("**/browser.wasm")
        expect(device.page.locator("#hearth.early")).to_have_count(0)

    device.core_comes = come
    yield device
    device.close()


TITLE = "A little closer, on purpose"


def test_a_stranger_reads_before_the_core_is_there(slow):
    slow.open()
    slow.heading(TITLE)
    expect(slow.page.locator(".splash")).to_be_hidden()
    # What stands there is taken over as it is: the same elements, where one looked and stood.
    slow.page.set_viewport_size({"width": 390, "height": 400})
    slow.page.evaluate("document.querySelector('h1').seen = 'yes'")
    slow.button("I have an invitation").focus()
    slow.page.evaluate("scrollTo(0, 200)")
    before = slow.page.evaluate("[scrollY, document.querySelector('#hearth .frame').outerHTML]")
    assert before[0] == 200
    slow.core_comes()
    slow.path("/welcome")
    assert slow.page.evaluate("[scrollY, document.querySelector('#hearth .frame').outerHTML]") == before
    assert slow.page.evaluate("[...document.querySelectorAll('h1')].map((one) => one.seen)") == ["yes"]
    assert slow.page.evaluate("document.activeElement.innerText") == "I have an invitation"
    assert slow.page.locator("#hearth > *").count() == 1
    # And it is alive.
    slow.page.keyboard.press("Enter")
    slow.path("/invitation")
    assert slow.complaints == []


@pytest.mark.parametrize(
    "name, path", [("Make a place for us", "/sign-up"), ("How that works", "/how-it-works"), ("Help", "/help")]
)
def test_what_is_pressed_before_the_core_is_there_is_answered(slow, name, path):
    slow.open()
    slow.press("Sign in")
    pressed = slow.page.locator(".early :is(a, button)", has_text=name)
    pressed.click()
    # The last press counts, and shows that it does.
    expect(pressed).to_have_attribute("aria-busy", "true")
    assert slow.page.locator("[aria-busy]").count() == 1
    slow.core_comes()
    slow.path(path)
    expect(slow.page.locator("main h1").first).to_be_visible()
    assert slow.page.locator("[aria-busy=true]").count() == 0 and slow.complaints == []
    slow.page.go_back()
    slow.heading(TITLE)


@pytest.fixture
def looked_at(chromium, relay):
    """A stranger to whom the core never comes, on a page that axe may look into."""
    device = Device(chromium, relay, bypass_csp=True, reduced_motion="reduce")
    device.page.route("**/browser.wasm", lambda route: None)
    yield device
    device.close()


@pytest.mark.parametrize("scheme, ground", [("light", "rgb(250, 246, 240)"), ("dark", "rgb(22, 19, 15)")])
def test_everybody_can_use_the_first_page_before_the_core_is_there(looked_at, scheme, ground):
    page = looked_at.page
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    looked_at.open()
    looked_at.heading(TITLE)
    assert violations(page, EVERYTHING if scheme == "light" else COLOURS) == []
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == ground
    expect(page.get_by_role("link", name="How that works")).to_have_attribute("href", "/how-it-works")


def test_nobody_who_lives_here_sees_the_strangers_page(chromium, relay):
    """Not for a moment, whether the worker serves the page or, reloaded past it with a slow network, the relay."""
    person = Person(chromium, relay, "ulf", "Ulf", "Clay", "quiet granite window pear")
    person.sign_up()
    person.context.add_init_script(SEEN)
    person.page.evaluate("navigator.serviceWorker.ready")
    person.open()
    person.heading(", Ulf")
    assert person.page.evaluate("seen") == []
    session = person.context.new_cdp_session(person.page)
    session.send("Network.enable")
    session.send("Network.setBypassServiceWorker", {"bypass": True})
    held = []
    person.page.route("**/browser.wasm", lambda route: held.append(route))
    person.open()
    expect(person.page.locator(".splash")).to_be_visible()
    eventually(lambda: held, "the core is asked for", pause=pauses(person.page))
    for route in held:
        route.continue_()
    # A page that needs the rest before it is there loads the core once more: that isn’t kept waiting.
    person.page.unroute("**/browser.wasm")
    person.heading(", Ulf")
    assert person.page.evaluate("seen") == []
    person.close()


def test_an_address_further_in_shows_the_mark_until_the_core_is_there(slow):
    for address in ("/sign-in", "/#invite/AAAAAAAAAAAAAAAAAAAAAA"):
        slow.open(address)
        expect(slow.page.locator(".splash")).to_be_visible()
        expect(slow.page.get_by_text(TITLE)).to_be_hidden()
        slow.page.goto("about:blank")


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
    somebody.wire.hold("/rest.wasm")
    somebody.press("Make a place for us")
    somebody.make_place()
    somebody.wire.let_through("/rest.wasm")
    somebody.heading(re.compile(", Una$"))
    assert somebody.page.evaluate("missed") == []
    assert late(somebody) == LATE
    eventually(lambda: somebody.wire.answers("GET", LAST), "the rest of the content comes", pause=pauses(somebody.page))
    somebody.everything_sent()
    # Whoever made a place can open it without a network, though the worker came after the first files.
    somebody.page.wait_for_function(
        "async (paths) => (await Promise.all(paths.map((path) => caches.match(path)))).every(Boolean)", arg=[*LATE, LAST]
    )
    somebody.wire.state = "cut"
    somebody.open("/us")
    expect(somebody.page.locator("main h1").first).to_be_visible()
    assert somebody.complaints == []


def test_an_invitation_greets_without_waiting_for_the_rest(chromium, relay):
    host = Person(chromium, relay, "unn", "Unn", "Clay", "quiet granite window pear")
    host.sign_up()
    link = host.invite()
    guest = Device(chromium, relay)
    guest.context.add_init_script(WATCH)
    guest.wire.hold("/rest.wasm")
    guest.page.goto(link)
    guest.sees("Unn would like to share it with you.", exact=False)
    guest.press("Make my place")
    expect(guest.page.get_by_label("Sign-in name")).to_be_visible()
    assert guest.page.evaluate("missed") == [] and guest.complaints == []
    guest.wire.let_through("/rest.wasm")
    guest.close()
    host.close()


def test_a_first_visit_weighs_little(web):
    """The files that come before the rest, as they are sent; with their headers, script/bench weighs them."""
    first = "index.html", "first.js", "shim.js", "style.css", "browser.wasm", "fonts/vollkorn-500.woff2"
    sent = [path if path.suffix == ".woff2" else path.with_name(path.name + ".br") for path in (web / name for name in first)]
    assert sum(path.stat().st_size for path in sent) <= 290_000


def test_nobody_waits_for_more_than_sixty_kilobytes_of_content(web):
    assert (web / "content-en.json.br").stat().st_size <= 60_000


def test_an_address_further_in_gets_the_rest_by_itself(chromium, relay):
    stranger = Device(chromium, relay)
    stranger.open("/help")
    expect(stranger.page.locator("main h1").first).to_be_visible()
    assert late(stranger) == LATE and stranger.complaints == []
    stranger.close()


def test_what_was_done_before_the_rest_came_is_not_lost(chromium, relay):
    """On a network that keeps the rest back, somebody goes on, and into a page that needs it."""
    slow = Device(chromium, relay)
    slow.wire.hold("/rest.wasm")
    slow.open()
    slow.press("Sign in")
    slow.page.get_by_label("Sign-in name").fill("una")
    slow.page.get_by_role("contentinfo").get_by_text("Help").click()
    eventually(
        lambda: slow.wire.answers("GET", "/rest.wasm"), "the rest is asked for", pause=pauses(slow.page)
    )  # fmt: skip
    slow.wire.let_through("/rest.wasm")
    slow.path("/help")
    expect(slow.page.locator("main h1").first).to_be_visible()
    slow.page.go_back()
    expect(slow.page.get_by_label("Sign-in name")).to_have_value("una")
    assert slow.complaints == []
    slow.close()


def mix(web, folder, name, content):
    """The built page with one file of another build."""
    mixed = shutil.copytree(web, folder / "web")
    for path in mixed.glob(f"{name}*"):
        path.unlink()
    (mixed / name).write_bytes(content)
    return mixed


def test_the_rest_of_another_build_is_refused(chromium, web, tmp_path):
    mixed = mix(web, tmp_path, "rest.wasm", b"\0asm\1\0\0\0")
    relay = Relay(tmp_path, mixed)
    guest = Device(chromium, relay)
    guest.open("/help")
    expect(guest.page.locator("#stopped")).to_be_visible()
    eventually(lambda: "integrity" in " ".join(guest.complaints), "the browser says why", pause=pauses(guest.page))
    guest.close()
    relay.close()


def test_effects_of_another_build_are_refused(chromium, web, tmp_path):
    relay = Relay(tmp_path, mix(web, tmp_path, "seldom.js", b"document.title = 'owned'; export const seldom = {};"))
    guest = Device(chromium, relay)
    guest.open("/#invite/AAAAAAAAAAAAAAAAAAAAAA")
    eventually(lambda: "integrity" in " ".join(guest.complaints), "the browser says why", pause=pauses(guest.page))
    assert guest.page.title() != "owned"
    guest.close()
    relay.close()
