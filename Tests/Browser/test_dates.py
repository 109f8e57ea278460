"""Dates of two people on two phones: drawn, chosen, suggested, agreed, in the calendar."""

import datetime
import re

import pytest

from engines import expect
from people import newly_paired

pytestmark = pytest.mark.storing


@pytest.fixture(scope="module")
def two(usual, relay):
    one, other = newly_paired(usual, relay, "dates")
    yield one, other
    for person in (one, other):
        assert person.complaints == []
        person.close()


@pytest.mark.only("chromium", "webkit")  # what drives Firefox tells nothing of what is saved
def test_one_draws_and_the_other_chooses_and_both_agree_on_an_evening(two):
    ida, ole = two
    ida.open("/dates")
    ida.page.get_by_label("An idea of your own").fill("The boat that never leaves")
    ida.press("Into the hat")
    ida.sees("One idea in your hat")
    ida.press("Draw for Ole")
    ida.sees("Drawn, face down")
    ole.open("/")
    ole.row("Ida drew from the hat").click()
    ole.path("/dates")
    ole.sees("Turn over the one you’d like.")
    hand = ole.page.locator(".dated .tile")
    expect(hand).to_have_count(3)
    title = hand.first.locator(".tile-title").inner_text()
    hand.first.click()
    for person in (ida, ole):
        person.sees("That’s the one. Now it needs an evening.")
        person.sees(title)
    ole.press("Find an evening")
    ole.press("Suggest it to Ida")
    ole.sees("Choose a day and a time first.")
    day = datetime.date.today() + datetime.timedelta(days=3)
    ole.page.get_by_label("Day", exact=True).fill(day.isoformat())
    ole.page.get_by_label("Time", exact=True).fill("20:15")
    ole.press("Suggest it to Ida")
    ole.path("/dates")
    ole.sees("You’ve suggested it to Ida")
    ida.sees("Ole suggests a date")
    expect(ole.button("Save it for my calendar")).to_have_count(0)
    ida.press("Yes, gladly")
    for person in (ida, ole):
        person.sees("You have a date")
    with ida.page.expect_download() as saved:
        ida.press("Save it for my calendar")
    with open(saved.value.path(), "rb") as file:
        content = file.read()
    assert content.startswith(b"BEGIN:VCALENDAR\r\n") and content.endswith(b"END:VCALENDAR\r\n")
    assert re.search(rb"\r\nDTSTART:\d{8}T\d{6}Z\r\n", content)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_never_leaves_no_trace_at_the_other(two):
    ida, ole = two
    ida.open("/date/supper-on-the-floor")
    ida.press("Never for me")
    ida.sees("This is never drawn for you. Only you know.")
    ole.open("/date/supper-on-the-floor")
    ole.sees("Supper on the floor")
    expect(ole.page.get_by_text("never drawn")).to_have_count(0)
    ida.press("Let it be drawn again")
    ida.sees("Only you will know.", exact=False)


def test_what_is_put_aside_is_gone_for_one_alone(two):
    ida, ole = two
    ole.open("/dates")
    ole.press("Draw for Ida")
    ole.sees("Drawn, face down")
    ida.open("/dates")
    ida.press("None of these")
    ida.sees("It’s off your page. Ole isn’t told.")
    expect(ida.page.get_by_text("Ole drew from the hat")).to_have_count(0)
    ida.settled()
    ole.reload()
    ole.sees("Drawn, face down")
    # The evening that both agreed on stands there too, and can be put back as well.
    drawn = ole.page.locator(".dated", has_text="Drawn, face down")
    drawn.get_by_role("button", name="Put it back", exact=True).click()
    expect(ole.page.get_by_text("Drawn, face down")).to_have_count(0)
    ole.press("Undo")
    ole.sees("Drawn, face down")
