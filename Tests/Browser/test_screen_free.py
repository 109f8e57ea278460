"""A time without phones that two people agree on."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from engines import expect
from people import ZONE, newly_paired

pytestmark = pytest.mark.storing


@pytest.fixture(scope="module")
def two(usual, relay):
    one, other = newly_paired(usual, relay, "screenfree", called=("Tove", "Jan"))
    yield one, other
    for person in (one, other):
        assert person.complaints == []
        person.close()


def test_one_offers_it_the_other_agrees_and_either_ends_it(two):
    tove, jan = two
    weekday = datetime.now(ZoneInfo(ZONE)).strftime("%A")
    tove.open("/screen-free")
    tove.press(weekday)
    # The whole day, so that it is now whenever the test runs.
    tove.page.get_by_label("From", exact=True).fill("00:00")
    tove.page.get_by_label("Until", exact=True).fill("23:59")
    tove.press("Offer it to Jan")
    tove.sees("It counts once Jan says yes.")
    jan.open("/screen-free")
    jan.sees(f"{weekday}, 00:00 to 23:59")
    jan.press("Yes, gladly")
    expect(tove.button("End it")).to_be_visible()
    tove.open("/")
    tove.row("Screen-free until 23:59").click()
    tove.path("/screen-free")
    jan.press("End it")
    for person in (tove, jan):
        person.sees("Over for now.", exact=False)
        expect(person.button("End it")).to_have_count(0)
