"""Face, finger or device code opens Hearth on one device, beside the passphrase: set up, used, refused, taken off, ended."""

import re

import pytest

from authenticator import Authenticator
from engines import expect
from kept import RAW
from people import PHONE, Person

pytestmark = pytest.mark.walk

ROW = "Open with face, finger or device code"
USE = "Use face, finger or device code"
WORDS = "The bread was still warm"
NEW = "harvest moon over trams"


@pytest.fixture(scope="module")
def person(browser, engine, relay):
    person = Person(browser, relay, f"passkey-{engine}", "Noor", "Slate", "amber kettle sleeping fox")
    person.sign_up()
    person.open("/")
    person.give_thanks(WORDS)
    person.everything_sent()
    person.authenticator = Authenticator(person.page) if engine == "chromium" else None
    yield person
    person.close()


def panel(person, name):
    person.open("/settings")
    person.row(name).click()
    expect(person.page.locator(".panel h1")).to_be_visible()


def passphrase(person):
    return person.page.get_by_label("Your passphrase", exact=True)


def set_up(person):
    panel(person, ROW)
    passphrase(person).fill(person.passphrase)
    person.press("Set it up")
    person.sees("From now on this device opens Hearth.")


def come_locked(person, path="/jar"):
    person.open(path)
    person.heading("Locked")
    expect(person.page.get_by_text(WORDS)).to_have_count(0)


@pytest.mark.only("chromium")
def test_it_is_set_up_by_whoever_knows_the_passphrase(person):
    panel(person, ROW)
    person.sees("whoever knows this device’s code", exact=False)
    passphrase(person).fill("a guess")
    person.press("Set it up")
    person.sees("That isn’t your passphrase.", exact=False)
    assert person.authenticator.passkeys == []
    passphrase(person).fill(person.passphrase)
    person.press("Set it up")
    person.sees("From now on this device opens Hearth.")
    assert len(person.authenticator.passkeys) == 1
    # Nothing of it went to the relay.
    asked = [exchange.path for exchange in person.wire.exchanges if exchange.method not in ("GET", "HEAD")]
    assert not any(re.search("passphrase|recovery|passkey|credential", path) for path in asked)


@pytest.mark.only("chromium")
def test_the_button_stands_first_and_opens_what_was_locked(person):
    come_locked(person)
    buttons = person.page.locator("main button, main input").evaluate_all(
        "found => found.map((one) => one.id || one.innerText)"
    )
    assert buttons[0] == ROW and buttons.index("lock-code") > 0
    assert "'usages'" not in str(person.page.evaluate(RAW))
    person.press(ROW)
    person.sees(WORDS)
    assert "'usages'" not in str(person.page.evaluate(RAW)), "no key lies there unwrapped"


@pytest.mark.only("chromium")
def test_it_opens_without_a_network(person):
    person.settled()
    person.lose_network()
    come_locked(person)
    person.press(ROW)
    person.sees(WORDS)
    person.find_network()


@pytest.mark.only("chromium")
def test_whoever_cancels_is_told_and_types(person):
    come_locked(person)
    person.page.evaluate(
        "() => { CredentialsContainer.prototype.get = async () => { throw new DOMException('', 'NotAllowedError'); }; }"
    )
    person.press(ROW)
    person.sees("This device didn’t open it.", exact=False)
    passphrase(person).fill("a guess")
    person.press("Unlock")
    person.sees("That isn’t your passphrase.", exact=False)
    passphrase(person).fill(person.passphrase)
    person.press("Unlock")
    person.sees(WORDS)


@pytest.mark.only("chromium")
def test_an_open_phone_takes_it_for_an_answer(person):
    person.open("/data")
    person.press(ROW)
    person.heading("Your data")
    person.press("Only the page")
    with person.page.expect_download():
        person.press(USE)


@pytest.mark.only("chromium")
def test_removed_in_the_devices_settings_it_is_set_up_again(person):
    person.authenticator.forget()
    come_locked(person)
    person.press(ROW)
    person.sees("If Hearth’s passkey was removed in the device’s settings", exact=False)
    passphrase(person).fill(person.passphrase)
    person.press("Unlock")
    person.sees(WORDS)
    person.mine()
    person.row("Settings").click()
    person.row(ROW).click()
    person.press("Take it off")
    passphrase(person).fill(person.passphrase)
    person.press("Take it off")
    person.sees("It’s off. You type to open Hearth here.")
    come_locked(person)
    expect(person.button(ROW)).to_have_count(0)
    passphrase(person).fill(person.passphrase)
    person.press("Unlock")
    person.sees(WORDS)
    person.mine()
    person.row("Settings").click()
    person.row(ROW).click()
    passphrase(person).fill(person.passphrase)
    person.press("Set it up")
    person.sees("From now on this device opens Hearth.")


@pytest.mark.only("chromium")
def test_a_new_passphrase_ends_it_and_locks_by_itself(person):
    come_locked(person, "/settings")
    person.press(ROW)
    person.row("Passphrase").click()
    person.page.get_by_label("Current passphrase").fill(person.passphrase)
    person.page.get_by_label("New passphrase").fill(NEW)
    person.press("Set it")
    person.heading("Your new passphrase is set")
    person.keep_new_code()
    come_locked(person)
    expect(person.button(ROW)).to_have_count(0)
    passphrase(person).fill(person.passphrase)
    person.press("Unlock")
    person.sees("That isn’t your passphrase.", exact=False)
    person.passphrase = NEW
    passphrase(person).fill(NEW)
    person.press("Unlock")
    person.sees(WORDS)


@pytest.mark.only("chromium")
def test_it_ends_on_a_device_that_another_one_signed_out(person):
    other = person.another_device(PHONE)
    Authenticator(other.page)
    other.sign_in()
    other.heading(re.compile("Noor"))
    set_up(other)
    come_locked(person, "/settings")
    passphrase(person).fill(person.passphrase)
    person.press("Unlock")
    person.row("Where you’re signed in").click()
    person.page.get_by_role("button", name=re.compile("^Sign out the device")).click()
    person.sees("Signed out.")
    other.open("/")
    other.heading("Locked")
    other.press(ROW)
    other.sees("You’ve been signed out here.", exact=False)
    other.at_rest()
    other.open("/")
    other.heading("Locked")
    expect(other.button(ROW)).to_have_count(0)
    other.close()


@pytest.mark.only("chromium")
def test_turning_the_lock_off_ends_it(person):
    come_locked(person, "/settings")
    passphrase(person).fill(person.passphrase)
    person.press("Unlock")
    person.row(ROW).click()
    passphrase(person).fill(person.passphrase)
    person.press("Set it up")
    person.sees("From now on this device opens Hearth.")
    person.row("App lock").click()
    person.sees("On. Hearth asks for your passphrase here.")
    person.press("Turn it off by face, finger or device code")
    person.sees("The lock is off.")
    person.open("/jar")
    person.sees(WORDS)
    panel(person, ROW)
    expect(person.button("Set it up")).to_be_visible()


@pytest.mark.only("firefox", "webkit")
def test_where_it_cannot_be_had_that_is_said(person):
    panel(person, ROW)
    person.sees(re.compile("This browser can’t do that|finds no face, finger or device code"))
    expect(person.button("Set it up")).to_have_count(0)
    expect(passphrase(person)).to_have_count(0)
