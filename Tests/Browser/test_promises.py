"""What two people promise each other, on two phones."""

import pytest

from engines import expect
from people import newly_paired

pytestmark = pytest.mark.storing


@pytest.fixture(scope="module")
def two(usual, relay):
    one, other = newly_paired(usual, relay, "promises")
    yield one, other
    for person in (one, other):
        assert person.complaints == []
        person.close()


def promise(person, words, to, day="Tomorrow"):
    person.open("/promises")
    person.page.get_by_label(f"I promise {to}").fill(words)
    person.press(day)
    person.press("Promise it")
    expect(person.page.locator(".slip", has_text=words)).to_be_visible()


def slip(person, words):
    return person.page.locator(".slip", has_text=words)


def test_one_is_made_and_kept_by_a_tap_of_the_other(two):
    ida, ole = two
    promise(ida, "to ring your mother", "Ole", "Sometime today")
    ole.open("/")
    ole.row("to ring your mother").click()
    ole.path("/promises")
    slip(ole, "to ring your mother").get_by_role("button", name="It was kept").click()
    kept = "section.block:has(h2:text-is('Kept'))"
    for person in (ole, ida):
        expect(person.page.locator(kept)).to_contain_text("to ring your mother")


def test_one_is_let_go_with_a_word_offline_too(two):
    ida, ole = two
    promise(ole, "to mend the gate", "Ida")
    ida.open("/promises")
    expect(slip(ida, "to mend the gate")).to_be_visible()
    ida.lose_network()
    slip(ida, "to mend the gate").get_by_role("button", name="What to do about").click()
    slip(ida, "to mend the gate").get_by_role("button", name="Let it go").click()
    ida.page.get_by_label("A word to go with it, if you like").fill("Rain all week")
    slip(ida, "to mend the gate").get_by_role("button", name="Let it go").click()
    expect(slip(ida, "to mend the gate")).to_contain_text("You let this go")
    ida.find_network()
    expect(slip(ole, "to mend the gate")).to_contain_text("Ida let this go")
    expect(slip(ole, "to mend the gate")).to_contain_text("Rain all week")


def test_what_is_half_typed_outlives_a_reload(two):
    ida, _ = two
    ida.open("/promises")
    ida.page.get_by_label("I promise Ole").fill("to sleep on your side")
    ida.press("In a week")
    ida.at_rest()
    ida.reload()
    expect(ida.page.get_by_label("I promise Ole")).to_have_value("to sleep on your side")
    expect(ida.button("In a week")).to_have_attribute("aria-pressed", "true")
