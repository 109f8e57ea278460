"""A day that begins at four in the morning, and yesterday filled in."""

from datetime import UTC, datetime, timedelta

import pytest

from engines import expect
from people import Person

pytestmark = pytest.mark.storing

# A quarter past two last night.
NIGHT = datetime.now(UTC).replace(hour=2, minute=15, second=0)


@pytest.fixture
def odd(usual, relay):
    person = Person(usual, relay, "odd-owl", "Odd", "Moss", "quiet granite window pear", timezone_id="UTC")
    person.page.clock.install(time=NIGHT)
    person.sign_up()
    yield person
    assert person.complaints == []
    person.close()


def weekday(person):
    return person.page.locator(".today .heading .over")


def test_a_day_begins_when_one_says(odd):
    odd.open("/")
    expect(weekday(odd)).to_contain_text(f"{NIGHT:%A}")
    odd.mine()
    odd.row("Settings").click()
    odd.row("When your day begins").click()
    odd.page.get_by_role("button", name="four", exact=True).click()
    odd.sees("At four in the morning.", exact=False)
    odd.everything_sent()
    odd.open("/")
    expect(weekday(odd)).to_contain_text(f"{NIGHT - timedelta(days=1):%A}")
    odd.write_journal("Still awake")
    expect(odd.page.locator(".journal-day h2")).to_have_text("Today")
    odd.reload()
    expect(odd.page.locator(".journal-day h2")).to_have_text("Today")
    odd.page.clock.set_fixed_time(NIGHT + timedelta(hours=2))
    odd.open("/")
    expect(weekday(odd)).to_contain_text(f"{NIGHT:%A}")
    odd.open("/journal")
    expect(odd.page.locator(".journal-day h2")).to_have_text("Yesterday")
