"""The story that two people tell in chapters, each apart, and a day of theirs that comes back each year."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from engines import expect
from people import ZONE, newly_paired

pytestmark = pytest.mark.storing

MET = "How did we meet, the way you tell it?"
NOTICED = "What did you notice about me first?"
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


def tell(person, chapter, words, to):
    person.open("/story")
    row(person, "Our story, told by both").click()
    row(person, chapter).click()
    person.page.get_by_label("Your answer").fill(words)
    person.press(f"Seal it for {to}")
    person.sees("Yours is in the envelope.", exact=False)
    person.everything_sent()


def test_a_chapter_is_told_apart_and_opened_together(two):
    inga, sten = two
    tell(inga, MET, "At the ferry, in the wrong queue.", "Sten")
    inga.open("/our-story")
    expect(row(inga, MET)).to_contain_text("until Sten has told it too")
    sten.open("/story")
    expect(row(sten, "Our story, told by both")).to_contain_text("Inga has told a chapter")
    row(sten, "Our story, told by both").click()
    expect(row(sten, MET)).to_contain_text("It opens with yours")
    assert sten.page.get_by_text("wrong queue").count() == 0
    row(sten, MET).click()
    sten.page.get_by_label("Your answer").fill("You had my umbrella.")
    sten.press("Seal it for Inga")
    sten.sees("At the ferry, in the wrong queue.")
    sten.everything_sent()
    for person in two:
        person.open("/our-story")
        chapter = person.page.locator("section", has=person.page.get_by_role("heading", name=MET))
        expect(chapter).to_contain_text("Chapter one")
        expect(chapter).to_contain_text("At the ferry, in the wrong queue.")
        expect(chapter).to_contain_text("You had my umbrella.")


def test_one_can_be_left_out_and_nobody_is_told(two):
    inga, sten = two
    sten.open("/our-story")
    row(sten, NOTICED).click()
    sten.press("Pass")
    sten.press("Back")
    sten.path("/our-story")
    expect(row(sten, NOTICED)).to_contain_text("Left out, for now")
    sten.everything_sent()
    inga.open("/our-story")
    expect(row(inga, NOTICED)).to_be_visible()
    assert "Left out" not in inga.page.locator("body").inner_text()


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
