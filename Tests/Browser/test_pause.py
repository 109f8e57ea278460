"""A break that either of two calls from anywhere, and coming back from it."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from engines import expect
from people import newly_paired

pytestmark = pytest.mark.storing

UNTIL = re.compile(r"^A break until \d+:\d\d$")


@pytest.fixture(scope="module")
def two(usual, relay):
    one, other = newly_paired(usual, relay, "pause", called=("Edda", "Piet"))
    yield one, other
    for person in (one, other):
        assert person.complaints == []
        person.close()


def bar(person):
    return person.page.locator(".pause-bar")


def told(person):
    """What the bar says, without the button that leads to the break."""
    return bar(person).locator("span")


def test_one_calls_it_in_two_taps_the_other_sees_it_wherever_they_are_and_both_end_it(two):
    edda, piet = two
    piet.open("/promises")
    piet.settled()
    edda.open("/story")
    edda.mine()
    edda.row("A break").click()
    edda.path("/break")
    edda.press("In an hour")
    edda.heading("You’re both on a break")
    expect(told(piet)).to_have_text(UNTIL)
    piet.place("Today")
    expect(told(piet)).to_have_text(UNTIL)
    # A page that stands alone says so too, and nothing is locked.
    piet.open("/check")
    expect(told(piet)).to_have_text(UNTIL)
    piet.press("Look")
    piet.press("I’d come back sooner")
    piet.sees("It ends once Edda would, too", exact=False)
    edda.sees("Piet would come back sooner.", exact=False)
    edda.press("I’m back, too")
    expect(edda.button("In 20 minutes")).to_be_visible()
    expect(piet.button("In 20 minutes")).to_be_visible()


def test_it_survives_a_reload_and_being_offline(two):
    edda, piet = two
    edda.settled()
    edda.lose_network()
    edda.press("In 20 minutes")
    edda.heading("You’re both on a break")
    expect(edda.button("I’d come back sooner")).to_be_visible()
    edda.find_network()
    edda.everything_sent()
    edda.open("/us")
    expect(told(edda)).to_have_text(UNTIL)
    piet.heading("You’re both on a break")


def test_at_its_time_both_are_called_back_and_either_ends_it(two):
    edda, piet = two
    later = datetime.now(UTC) + timedelta(minutes=21)
    # Without a network: else the relay would tell them that their clocks are ahead.
    for person in two:
        person.everything_sent()
        person.settled()
        person.lose_network()
        person.page.clock.install(time=later)
        person.open("/")
        expect(bar(person)).to_contain_text("The break is over")
    piet.press("Look")
    piet.heading("The break is over")
    piet.press("We’re back")
    piet.sees("Welcome back.")
    for person in (piet, edda):
        person.find_network()
    piet.everything_sent()
    expect(bar(edda)).to_have_count(0)


def test_there_is_something_to_come_to_rest_by(two):
    edda, _ = two
    edda.open("/help")
    edda.row("A break").click()
    edda.page.locator(".exercise-tile", has_text="A longer breath out").click()
    edda.heading("A longer breath out")
    edda.press("Begin")
    edda.sees("Three minutes left")
    edda.press("Stop here")
    expect(edda.button("Begin")).to_be_visible()
    edda.press("Back")
    edda.path("/break")
