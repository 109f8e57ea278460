"""An evening for a talk: asked for, agreed, on both screens that day, called off kindly; and what was talked about when."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from engines import expect
from people import ZONE, newly_paired

pytestmark = pytest.mark.storing


@pytest.fixture(scope="module")
def two(usual, relay):
    one, other = newly_paired(usual, relay, "talkevening", called=("Una", "Per"))
    yield one, other
    for person in (one, other):
        assert person.complaints == []
        person.close()


def ask(person, partner, moment):
    person.open("/conversation/dreams")
    person.page.get_by_label("Day").fill(f"{moment:%Y-%m-%d}")
    person.page.get_by_label("Time").fill(f"{moment:%H:%M}")
    person.press(f"Ask {partner}")
    person.path("/conversations")
    person.sees(f"It’s on once it suits {partner} too.")


@pytest.mark.only("chromium", "webkit")  # what drives Firefox tells nothing of what is saved
def test_it_is_asked_for_agreed_and_called_off_without_a_reason(two):
    una, per = two
    una.open("/conversation/dreams")
    una.press("Ask Per")
    una.sees("Choose a day and a time first.")
    # The last minute of the day, so that it is still to come whenever the test runs.
    today = datetime.now(ZoneInfo(ZONE)).replace(hour=23, minute=59)
    ask(una, "Per", today)
    per.open("/")
    per.row("Una would like to talk one evening").click()
    per.path("/conversations")
    per.press("Yes, gladly")
    with per.page.expect_download() as saved:
        per.press("Save it for my calendar")
    with open(saved.value.path(), "rb") as file:
        content = file.read().decode()
    assert "SUMMARY:An evening for two\r\n" in content and "DESCRIPTION:An evening for two\r\n" in content
    for person in (una, per):
        person.open("/")
        person.sees("Today at 23:59")
    per.open("/conversations")
    per.press("Not this evening")
    per.sees("It’s off. Nobody needs to say why.")
    una.sees("Not this evening, after all")


def test_a_no_leaves_nothing(two):
    una, per = two
    ask(una, "Per", datetime.now(ZoneInfo(ZONE)) + timedelta(days=2))
    per.open("/conversations")
    per.press("Not this one")
    per.sees("It’s off your page. Una isn’t told.")
    expect(per.page.get_by_text("Una would like to talk")).to_have_count(0)
    una.reload()
    una.sees("It’s on once it suits Per too.")
    una.press("Take it back")
    expect(una.page.get_by_text("It’s on once it suits Per too.")).to_have_count(0)


def test_of_a_talk_that_was_the_name_and_the_day_stay_and_a_line_that_both_keep(two):
    una, per = two
    una.open("/conversation/weekly-check-in")
    una.press("Begin")
    una.heading("Turn to each other and let one long breath go.")
    # Two presses within 400 ms count as one.
    una.page.locator(".talk-actions button.primary").click(delay=500)
    una.press("Pause")
    una.press("Stop here for good")
    una.press("Done")
    una.open("/conversations")
    una.sees("What you’ve talked about")
    una.press("Keep a line of it")
    una.page.get_by_label("A line you’d both keep").fill("More evenings on the bench.")
    una.press("Suggest it")
    una.sees("It stays once Per keeps it too.")
    per.open("/conversations")
    per.sees("Una would keep")
    per.press("Keep it")
    for person in (una, per):
        person.sees("“More evenings on the bench.”")
        expect(person.page.get_by_text("would keep")).to_have_count(0)
    per.press("Take it back")
    per.sees("Una would keep")
