"""Reloading at any moment: the page comes to something that can be used, or to a sentence and a way on, in bounded time."""

import itertools
import re
import time

import pytest

from people import Person, eventually

pytestmark = pytest.mark.storing

# How long anybody may look at the opening mark, in seconds. Whatever the page waits for, it gives up before that.
BOUND = 30

# After how many seconds of what is under way the page is reloaded. No test could find all moments; these lie among the
# writes that follow a new account.
MOMENTS = [0, 0.05, 0.3]

# Each has a name that nobody else has.
NUMBERS = itertools.count()


def comes_to_something(person):
    """Either a page with its heading stands there, or the notice that Hearth stopped, with its link."""
    found = person.page.locator("main h1, #stopped:not([hidden]) a").first
    eventually(lambda: found.count() and found.is_visible(), "the page comes to something", seconds=BOUND)


def reload_often(person, times=3):
    """Reloads, and again as soon as the files are there and before the page can have come to rest."""
    for _ in range(times):
        person.reload()
    comes_to_something(person)


@pytest.fixture
def somebody(browser, engine, relay):
    person = Person(browser, relay, f"{engine}-{next(NUMBERS)}", "Uma", "Clay", "quiet granite window pear")
    yield person
    person.close()


def gets_in_and_writes(person, words):
    """What was begun can be ended: whoever has a place is in it or signs in, whoever has none makes it."""
    person.open("/")
    comes_to_something(person)
    home = person.page.locator("nav.places")
    if not home.count():
        person.sign_in()
        refused = person.page.get_by_text("That name and passphrase don’t belong together.")
        eventually(lambda: home.count() or refused.count(), "signed in or refused")
        if refused.count():
            person.sign_up()
    person.open("/")
    person.heading(re.compile(f", {person.called}$"))  # at whichever moment they left
    person.give_thanks(words)
    person.everything_sent()
    person.open("/jar")
    person.sees(words)


def test_reloading_at_each_step_of_making_a_place(somebody):
    person = somebody
    person.open("/")
    reload_often(person)
    person.open("/sign-up")
    person.type_key()
    reload_often(person)
    person.open("/sign-up")
    person.type_key()
    person.press("Next")
    person.page.get_by_label("What you like to be called").fill(person.called)
    person.press("Make our place")
    # Keys are being made. Once they are kept the place goes on by itself, whether the relay has heard of it or not.
    reload_often(person)
    person.open("/sign-up")
    code = person.page.get_by_role("heading", name="Your recovery code")
    door = person.page.get_by_label("Sign-in name")
    eventually(lambda: code.is_visible() or door.is_visible(), "the code, or the form at which it began")
    if door.is_visible():
        person.type_key()
        person.press("Next")
        person.page.get_by_label("What you like to be called").fill(person.called)
        person.press("Make our place")
    person.heading("Your recovery code")
    shown = person.page.locator("main").inner_text()
    reload_often(person)
    person.heading("Your recovery code")
    assert person.page.locator("main").inner_text() == shown, "the same code is still there to be written down"
    gets_in_and_writes(person, "After many reloads")


@pytest.mark.parametrize("moment", MOMENTS)
def test_reloading_as_soon_as_the_place_is_made(somebody, moment):
    person = somebody
    person.open("/")
    person.press("Make a place for us")
    person.make_place()
    time.sleep(moment)  # the moment is what is tried, and any will do
    reload_often(person)
    # Not only once: what one visit left hanging must not hold up the next.
    person.reload()
    comes_to_something(person)
    gets_in_and_writes(person, f"After {moment} seconds")


def test_reloading_in_the_first_minutes(somebody):
    person = somebody
    person.sign_up()
    for path in ("/", "/check", "/journal", "/settings"):
        person.open(path)
        reload_often(person, times=2)
    person.open("/")
    person.page.locator("#thanks").fill("Pressed and gone")
    person.press("Into the jar")
    reload_often(person)
    gets_in_and_writes(person, "And written after it")
