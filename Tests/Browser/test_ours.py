"""Something of two people that goes on for weeks: begun by one, joined by the other, a next step, notes, a look back."""

import datetime

import pytest

from engines import expect
from people import newly_paired

pytestmark = pytest.mark.storing


@pytest.fixture(scope="module")
def two(usual, relay):
    one, other = newly_paired(usual, relay, "ours", called=("Nell", "Kai"))
    yield one, other
    for person in (one, other):
        assert person.complaints == []
        person.close()


@pytest.mark.only("chromium", "webkit")  # what drives Firefox tells nothing of what is saved
def test_one_begins_it_the_other_joins_and_both_write(two):
    nell, kai = two
    nell.open("/together")
    nell.door("Do", "Something of ours")
    nell.path("/ours")
    nell.press("A trip")
    nell.page.get_by_label("What do you call it?").fill("The night train south")
    nell.press("Begin it")
    nell.sees("It belongs to you both once Kai says yes.")
    kai.open("/ours")
    kai.sees("Nell would like to begin")
    kai.press("Yes, with you")
    kai.row("The night train south").click()
    kai.page.get_by_label("The next step").fill("Look up the bunks")
    day = datetime.date.today() + datetime.timedelta(days=3)
    kai.page.get_by_label("A day, if you like").fill(day.isoformat())
    kai.press("That’s next")
    nell.sees("Look up the bunks")
    with nell.page.expect_download() as saved:
        nell.press("Save it for my calendar")
    with open(saved.value.path(), "rb") as file:
        content = file.read()
    assert b"SUMMARY:Look up the bunks\r\n" in content
    assert f"DTSTART;VALUE=DATE:{day:%Y%m%d}\r\n".encode() in content
    nell.page.get_by_label("A note for you both").fill("The upper one is mine.")
    nell.press("Keep the note")
    kai.sees("The upper one is mine.")
    kai.press("We’ve done that")
    expect(nell.page.get_by_label("The next step")).to_be_visible()


def test_it_is_let_go_by_either_and_looked_back_on_by_both(two):
    nell, kai = two
    nell.press("Let it go")
    nell.sees("It’s let go. No reasons needed.")
    kai.sees("Let go on", exact=False)
    kai.page.get_by_label("What stays with you of it?").fill("Half the fun was the timetable.")
    kai.press("Keep the note")
    nell.sees("Half the fun was the timetable.")
    nell.open("/ours")
    nell.page.get_by_text("Looking back", exact=True).click()
    expect(nell.row("The night train south")).to_be_visible()


def test_words_outlive_a_reload_and_a_no_is_nobody_elses_business(two):
    nell, kai = two
    nell.open("/ours")
    nell.page.get_by_label("What do you call it?").fill("Ten songs")
    nell.at_rest()
    nell.reload()
    expect(nell.page.get_by_label("What do you call it?")).to_have_value("Ten songs")
    nell.press("Begin it")
    nell.sees("It belongs to you both once Kai says yes.")
    kai.open("/ours")
    kai.press("Not this one")
    kai.sees("It’s off your page. Nell isn’t told.")
    expect(kai.page.get_by_text("Nell would like to begin")).to_have_count(0)
    nell.reload()
    nell.sees("It belongs to you both once Kai says yes.")
