"""Reminders by the phone's own calendar: chosen hours in a file that says nothing, and screen-free times in another."""

import re

import pytest

from engines import expect
from people import newly_paired

pytestmark = pytest.mark.storing


@pytest.fixture(scope="module")
def two(usual, relay):
    one, other = newly_paired(usual, relay, "reminders", called=("Mia", "Sol"))
    yield one, other
    for person in (one, other):
        assert person.complaints == []
        person.close()


def saved(person, button):
    with person.page.expect_download() as download:
        person.press(button)
    assert download.value.suggested_filename == "evening.ics"
    with open(download.value.path(), "rb") as file:
        content = file.read()
    assert content.startswith(b"BEGIN:VCALENDAR\r\n") and content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    return content.decode()


@pytest.mark.only("chromium", "webkit")  # what drives Firefox tells nothing of what is saved
def test_none_by_default_and_hours_of_ones_own_in_a_file_that_says_nothing(two):
    mia, _ = two
    mia.open("/mine")
    mia.row("Reminders").click()
    mia.path("/reminders")
    mia.sees("No reminders")
    mia.sees("there’s no address to subscribe to", exact=False)
    mia.press("Tuesday")
    mia.press("Thursday")
    mia.page.get_by_label("Time", exact=True).fill("21:15")
    mia.press("Add it")
    mia.sees("Tuesday and Thursday, 21:15")
    first = saved(mia, "Save them for my calendar")
    assert "SUMMARY:Something is waiting\r\n" in first and "BEGIN:VALARM\r\n" in first
    assert "RRULE:FREQ=WEEKLY;BYDAY=TU,TH\r\n" in first and re.search(r"\r\nDTSTART:\d{8}T211500\r\n", first)
    mia.settled()
    mia.reload()
    mia.sees("Tuesday and Thursday, 21:15")
    again = saved(mia, "Save them for my calendar")
    uid = re.compile(r"\r\nUID:(\S+)")
    assert uid.findall(first) == uid.findall(again)
    mia.press("Take it out")
    mia.sees("No reminders")


@pytest.mark.only("chromium", "webkit")  # what drives Firefox tells nothing of what is saved
def test_a_screen_free_time_of_both_goes_into_the_calendar(two):
    mia, sol = two
    mia.open("/screen-free")
    mia.press("Wednesday")
    mia.press("Offer it to Sol")
    mia.sees("It counts once Sol says yes.")
    expect(mia.button("Save it for my calendar")).to_have_count(0)
    sol.open("/screen-free")
    sol.press("Yes, gladly")
    file = saved(sol, "Save it for my calendar")
    assert "SUMMARY:Screen-free time\r\n" in file and "RRULE:FREQ=WEEKLY;BYDAY=WE\r\n" in file
    assert re.search(r"\r\nDTSTART:\d{8}T200000\r\n", file) and "DURATION:PT60M\r\n" in file
