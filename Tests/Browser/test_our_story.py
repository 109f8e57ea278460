"""A day of two people that comes back each year, with a word before it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from engines import expect
from people import ZONE, newly_paired

pytestmark = pytest.mark.storing

TICK = "A word about it each year, from a week before"


@pytest.fixture(scope="module")
def two(browser, relay, engine):
    one, other = newly_paired(browser, relay, f"story-{engine}", called=("Inga", "Sten"))
    yield one, other
    for person in (one, other):
        assert person.complaints == []
        person.close()


def row(person, words):
    """A row by part of what it says."""
    return person.page.locator("button.row", has_text=words)


def test_a_day_comes_back_with_a_word_before_it(two):
    inga, sten = two
    today = datetime.now(ZoneInfo(ZONE)).date()
    # Three days before it comes back; four where that would be 29 February, which five years ago wasn't there.
    ahead = next(day for day in (today + timedelta(3), today + timedelta(4)) if (day.month, day.day) != (2, 29))
    weekday = f"On {ahead:%A} it’s five years"
    inga.open("/story")
    inga.press("Add a day")
    inga.page.get_by_label("A moment worth remembering").fill("The day we met")
    inga.page.get_by_label("When it was").fill(ahead.replace(year=ahead.year - 5).isoformat())
    expect(inga.page.get_by_label(TICK)).to_be_checked()
    inga.press("Keep it")
    inga.everything_sent()
    for person in two:
        person.open("/")
        expect(row(person, weekday)).to_contain_text("The day we met")
    row(sten, weekday).click()
    sten.path("/story")
    sten.press("Write a line")
    expect(sten.page.locator("#moment")).to_be_focused()
    sten.press("Plan a date")
    sten.path("/dates")

    # Whoever wants no word has none, and the other has theirs.
    sten.open("/story")
    sten.button("No word about it for me").first.click()
    expect(sten.button("Plan a date")).to_have_count(0)
    sten.everything_sent()
    sten.open("/")
    sten.at_rest()
    expect(row(sten, weekday)).to_have_count(0)
    inga.open("/")
    expect(row(inga, weekday)).to_be_visible()
    sten.open("/story")
    row(sten, "The day we met").click()
    sten.press("Say a word to me again")
    sten.everything_sent()
    sten.open("/")
    expect(row(sten, weekday)).to_be_visible()
