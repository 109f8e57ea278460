"""What is pasted, typed on another keyboard or passed on by a messenger is still what it was."""

import pytest

from engines import expect
from people import Person

LETTERS = "qvmzkwtrxbplhdncgfsj" * 11 + "velvetotte"


def paste(field, text):
    """As a password manager or a person does: the browser keeps to the field's limits."""
    field.focus()
    field.page.keyboard.insert_text(text)


def test_a_long_passphrase_with_a_phones_signs_opens_where_there_are_plain_ones(chromium, relay):
    assert len(LETTERS) == 230
    person = Person(chromium, relay, "vera", "Vera", "Clay", f"don’t – “wait” {LETTERS}")
    person.sign_up()
    device = person.another_device()
    for passphrase in (f"don't - \"wait\" {LETTERS}", f"don’t — ”wait“ {LETTERS}"):
        device.open("/sign-in")
        device.page.get_by_label("Sign-in name").fill("vera")
        paste(device.page.get_by_label("Passphrase", exact=True), passphrase)
        device.press("Come in")
        device.heading("Vera")
        device.context.clear_cookies()
        device.page.evaluate("navigator.storageBuckets.delete('hearth-key')")
        device.reload()
        device.button("Make a place for us").wait_for()
    device.close()
    person.close()


def test_nothing_that_is_pasted_is_cut_without_a_word(chromium, relay):
    person = Person(chromium, relay, "vito", "Vito", "Clay", "quiet granite window pear")
    person.open()
    person.press("Make a place for us")
    page = person.page
    page.get_by_label("Sign-in name").fill("vito")
    paste(page.get_by_label("Passphrase", exact=True), "quiet granite " + "a" * 990)
    person.press("Next")
    person.sees("That’s longer than a passphrase can be: 1000 characters at most.")
    page.get_by_label("Passphrase", exact=True).fill(person.passphrase)
    person.press("Next")
    paste(page.get_by_label("What you like to be called"), "Maximiliana Theodora of the Seven Hills and Rivers")
    person.press("Make our place")
    person.sees("too long.", exact=False)
    page.get_by_label("What you like to be called").fill("Vito")
    person.press("Make our place")
    person.heading("Your recovery code")
    person.close()


@pytest.fixture(scope="module")
def invitation(chromium, relay):
    person = Person(chromium, relay, "vega", "Vega", "Clay", "quiet granite window pear")
    person.sign_up()
    yield person, person.invite()
    person.close()


def test_an_address_that_leads_nowhere_else_is_told_beside_the_link(invitation):
    person, _ = invitation
    person.sees("This link only works on this very device", exact=False)


@pytest.mark.parametrize("end", ["”).", "%20", "\u200b", "?fbclid=IwAR0x-y", "…", ">"])
def test_a_link_that_signs_have_joined_leads_in(chromium, relay, invitation, end):
    _, link = invitation
    stranger = Person(chromium, relay, "vivi", "Vivi", "Moss", "early ferry under clouds")
    stranger.page.goto(link + end)
    stranger.button("Make my place").wait_for()
    stranger.page.goto(relay.url + "/health")
    stranger.page.goto(link.replace("#invite/", "#invite%2F") + end)
    stranger.button("Make my place").wait_for()
    stranger.open()
    stranger.press("I have an invitation")
    paste(stranger.page.get_by_label("Invitation link"), f"Here: {link}{end} Come!")
    stranger.page.keyboard.press("Enter")
    stranger.button("Make my place").wait_for()
    expect(stranger.page.locator(".problem")).to_have_count(0)
    stranger.close()
