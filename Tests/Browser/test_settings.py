"""Keys and devices, as their owner cares for them: app lock, new passphrase, new code, signing out."""

import re

import pytest

from engines import expect
from people import LAPTOP, PHONE, Person

pytestmark = pytest.mark.walk


@pytest.fixture(scope="module")
def person(browser, engine, relay):
    person = Person(browser, relay, f"keeper-{engine}", "Noor", "Slate", "amber kettle sleeping fox")
    person.sign_up()
    person.open("/")
    person.give_thanks("The bread was still warm")
    person.everything_sent()
    yield person
    person.close()


def panel(person, name):
    person.open("/settings")
    person.row(name).click()
    expect(person.page.locator(".panel h1")).to_be_visible()


def passphrase(person, label="Your passphrase"):
    return person.page.get_by_label(label, exact=True)


def go_elsewhere(page):
    """Another app comes to the front."""
    page.evaluate(
        """() => {
          Object.defineProperty(document, 'hidden', {value: true, configurable: true});
          document.dispatchEvent(new Event('visibilitychange'));
        }"""
    )


def come_back(page, after):
    """Hearth comes to the front again, after so many seconds."""
    page.evaluate(
        """(seconds) => {
          const now = Date;
          const later = 1000 * seconds;
          window.Date = class extends now {
            constructor(...at) { at.length ? super(...at) : super(+new now() + later); }
          };
          delete document.hidden;
          document.dispatchEvent(new Event('visibilitychange'));
        }""",
        after,
    )


def test_the_app_lock_asks_for_its_code_whenever_hearth_is_opened(person):
    page = person.page
    panel(person, "App lock")
    page.get_by_label("Code", exact=True).fill("12")
    passphrase(person).fill(person.passphrase)
    person.press("Turn on")
    person.sees("At least six characters.")
    page.get_by_label("Code", exact=True).fill("pebble7")
    person.press("Turn on")
    person.sees("The lock is on.")
    person.open("/jar")
    person.heading("Locked")
    expect(page.get_by_text("The bread was still warm")).to_have_count(0)
    page.get_by_label("Your code").fill("pebble8")
    person.press("Unlock")
    person.sees("That isn’t the code.")
    page.get_by_label("Your code").fill("pebble7")
    person.press("Unlock")
    person.sees("The bread was still warm")
    frame = page.locator(".frame")
    go_elsewhere(page)
    expect(frame).to_have_css("opacity", "0")
    come_back(page, after=30)
    expect(frame).to_have_css("opacity", "1")
    person.sees("The bread was still warm")
    go_elsewhere(page)
    come_back(page, after=61)
    person.heading("Locked")
    expect(page.get_by_text("The bread was still warm")).to_have_count(0)
    page.get_by_label("Your code").fill("pebble7")
    person.press("Unlock")
    person.sees("The bread was still warm")
    person.path("/jar")
    person.mine()
    person.row("Settings").click()
    person.row("App lock").click()
    # Whoever was handed the open phone doesn't turn it off.
    person.press("Turn the lock off")
    person.sees("Type your passphrase.")
    passphrase(person).fill("a guess")
    person.press("Turn the lock off")
    person.sees("That isn’t your passphrase.", exact=False)
    passphrase(person).fill("pebble7")
    person.press("Turn the lock off")
    person.sees("The lock is off.")
    person.open("/jar")
    person.sees("The bread was still warm")


def test_a_new_passphrase_signs_every_other_device_out(person):
    other = person.another_device(PHONE)
    other.sign_in()
    other.heading(re.compile("Noor"))
    other.settled()
    person.open("/settings")
    person.sees("Someone has signed in to your account on another device.", exact=False)
    person.press("Close")
    panel(person, "Passphrase")
    passphrase(person, "Current passphrase").fill("not this one")
    passphrase(person, "New passphrase").fill("twelve")
    person.press("Set it")
    expect(person.page.get_by_role("alert").first).to_be_visible()
    passphrase(person, "New passphrase").fill("harvest moon over trams")
    person.press("Set it")
    person.sees("That isn’t your passphrase.", exact=False)
    passphrase(person, "Current passphrase").fill(person.passphrase)
    person.press("Set it")
    person.heading("Your new passphrase is set")
    person.keep_new_code()
    old, person.passphrase = person.passphrase, "harvest moon over trams"
    other.open("/")
    other.sees("You’ve been signed out here.", exact=False)
    other.press("Sign in again")
    passphrase(other, "Passphrase").fill(old)
    other.press("Come in")
    other.sees("That name and passphrase don’t belong together.", exact=False)
    passphrase(other, "Passphrase").fill(person.passphrase)
    other.press("Come in")
    # What was done elsewhere is told here, once.
    other.sees("Your passphrase was changed on another device.", exact=False)
    other.press("Close")
    other.sees("A new recovery code was made on another device", exact=False)
    other.press("Close")
    expect(other.page.locator(".banner")).to_have_count(0)
    other.open("/")
    other.heading(re.compile("Noor"))
    other.settled()
    expect(other.page.locator(".banner")).to_have_count(0)
    # And the sign-in there is told on the first device, which ends it.
    panel(person, "Where you’re signed in")
    person.sees("Someone has signed in to your account on another device.", exact=False)
    person.sees("This device")
    person.page.get_by_role("button", name=re.compile("^Sign out the device")).click()
    person.sees("Signed out.")
    other.open("/")
    other.sees("You’ve been signed out here.", exact=False)
    other.close()


def test_what_arrives_moves_nothing_that_a_finger_is_about_to_press(person):
    laptop = person.another_device(LAPTOP)
    laptop.sign_in()
    laptop.heading(re.compile("Noor"))
    person.open("/settings")
    person.sees("Someone has signed in to your account on another device.", exact=False)
    person.press("Close")
    for watcher, size in ((person, PHONE), (laptop, LAPTOP)):
        watcher.open("/settings")
        watcher.settled()
        row = watcher.row("Where you’re signed in")
        before = row.bounding_box()
        watcher.lose_network()
        told = watcher.page.locator(".banner")
        expect(told).to_contain_text("offline")
        assert row.bounding_box() == before
        # It lies in sight, above the four places, and what is last on the page isn't hidden by it for ever.
        watcher.page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        bar = told.bounding_box()
        end = watcher.page.locator("nav.places").bounding_box()["y"] if size == PHONE else size["height"]
        assert bar["y"] > end / 2 and bar["y"] + bar["height"] <= end + 1
        last = watcher.page.locator("main .page > *").last.bounding_box()
        assert last["y"] + last["height"] <= bar["y"]
        watcher.page.evaluate("scrollTo(0, 0)")
        watcher.find_network()
        expect(told).to_have_count(0)
        assert row.bounding_box() == before
    laptop.close()


def test_a_new_recovery_code_takes_the_place_of_the_old(person):
    panel(person, "Recovery code")
    passphrase(person).fill(person.passphrase)
    person.press("Make a new code")
    person.heading("Your new recovery code")
    old = person.code
    person.keep_new_code()
    assert old != person.code
    device = person.another_device(PHONE)
    device.open("/recover")
    device.page.get_by_label("Sign-in name").fill(person.name)
    device.page.get_by_label("Recovery code").fill("-".join(old))
    device.press("Continue")
    device.sees("That name and code don’t belong together.", exact=False)
    device.page.get_by_label("Recovery code").fill("-".join(person.code))
    device.press("Continue")
    device.heading("A new passphrase")
    device.close()


def test_signing_out_leaves_nothing_on_the_device(person):
    panel(person, "Sign out here")
    person.press("Sign out")
    person.path("/welcome")
    kept = person.page.evaluate(
        """async () => {
          const databases = await indexedDB.databases();
          if (!databases.length) return 0;
          const open = indexedDB.open('hearth');
          await new Promise((done) => (open.onsuccess = done));
          let count = 0;
          for (const name of open.result.objectStoreNames) {
            const request = open.result.transaction(name).objectStore(name).count();
            await new Promise((done) => (request.onsuccess = done));
            count += request.result;
          }
          open.result.close();
          return count;
        }"""
    )
    assert kept == 0 and person.context.cookies() == []
    person.page.go_back()
    expect(person.page.get_by_text("The bread was still warm")).to_have_count(0)
    person.sign_in()
    person.heading(re.compile("Noor"))
    person.open("/jar")
    person.sees("The bread was still warm")


@pytest.mark.parametrize("stays", [True, False], ids=["staying", "coming back"])
def test_signing_out_without_a_network_ends_the_session_later(person, stays):
    page = person.page
    person.settled()
    cookie = person.cookie
    panel(person, "Sign out here")
    person.at_rest()
    person.lose_network()
    person.sees("There’s no network, so the server can’t hear of it yet.", exact=False)
    person.press("Sign out")
    person.path("/welcome")
    person.sees("You’re signed out here. The server hears of it as soon as this device is online.")
    assert page.evaluate("({ ...localStorage })") == {"left": "1"}
    assert person.relay.ask("GET", "/api/account", None, cookie)[0] == 200, "it can’t know"
    if not stays:
        page.goto("about:blank")
    person.find_network()
    if not stays:
        person.open("/")
    person.sees("The server has heard it: your sign-in on this device has ended.")
    assert person.relay.ask("GET", "/api/account", None, cookie)[0] == 401
    assert page.evaluate("({ ...localStorage })") == {}
    # Where the relay's answer was lost on its way, a cookie may be left that opens nothing any more.
    assert person.relay.ask("GET", "/api/account", None, person.cookie)[0] == 401
    person.sign_in()
    person.heading(re.compile("Noor"))


def test_a_recovery_code_opens_once(person):
    def give(device, code):
        device.open("/recover")
        device.page.get_by_label("Sign-in name").fill(device.name)
        device.page.get_by_label("Recovery code").fill("-".join(code))
        device.press("Continue")

    used = person.code
    device = person.another_device(PHONE)
    give(device, used)
    device.heading("A new passphrase")
    device.passphrase = "copper meadow thirteen owls"
    device.page.get_by_label("New passphrase").fill(device.passphrase)
    device.press("Set it and open")
    device.heading("Your new recovery code")
    device.keep_new_code()
    assert device.code != used
    device.heading("You’re back")
    device.press("Come in")
    device.heading(re.compile("Noor"))
    device.open("/jar")
    device.sees("The bread was still warm")
    stranger = person.another_device(PHONE)
    give(stranger, used)
    stranger.sees("That name and code don’t belong together.", exact=False)
    give(stranger, device.code)
    stranger.heading("A new passphrase")
    stranger.close()
    # Whoever leaves before the new code is typed back is told at the next sign-in there.
    last = person.another_device(PHONE)
    give(last, device.code)
    last.heading("A new passphrase")
    last.passphrase = "ribbon lantern eleven geese"
    last.page.get_by_label("New passphrase").fill(last.passphrase)
    last.press("Set it and open")
    last.heading("Your new recovery code")
    last.sign_in()
    last.sees("You left before your recovery code was typed back.", exact=False)
    for one in (device, last):
        one.close()
