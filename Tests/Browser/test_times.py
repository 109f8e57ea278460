"""The ends of seasons, weeks and days, two time zones, summer time: what one has begun or answered there isn’t lost on either."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from engines import expect
from people import Person, newly_paired

pytestmark = pytest.mark.walk

BERLIN, AUCKLAND, LOS_ANGELES = "Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles"


def next_midnight(zone, is_wanted):
    """The next midnight in a zone, at least a day away, at which the day that is wanted begins."""
    day = datetime.now(ZoneInfo(zone)).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    days = (day + timedelta(days=count) for count in range(2, 400))
    return next(day for day in days if is_wanted(day)).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def paired(chromium, relay, name, zones, moment):
    """Two people, in these zones, whose clocks show that moment from now on."""
    people = newly_paired(chromium, relay, name, zones=zones)
    for person in people:
        person.everything_sent()
        person.page.clock.install(time=moment)
        person.open("/")
        person.settled()
    return people


def turn(person, moment):
    """Lets the person’s clock show another time, and something happen that makes the page look at it."""
    person.page.clock.set_system_time(moment)
    person.page.evaluate("dispatchEvent(new Event('online'))")


def take_pulse(person, circles):
    person.set_circles("pulse-felt", [circles])
    person.set_circles("pulse-wished", ["End"])
    person.press("Next")
    person.page.get_by_role("button", name=re.compile("^Seal it for")).click()


def drafts_kept(person):
    """Waits for as long as a draft does. What is counted of a page's pauses elsewhere isn't, where its clock is moved."""
    person.page.wait_for_timeout(3000)


def seal(person):
    person.page.get_by_role("button", name=re.compile("^Seal it for")).click()


@pytest.fixture
def close():
    """Closes everybody at the end."""
    everybody = []
    yield everybody.extend
    for person in everybody:
        person.close()


def test_a_check_across_the_end_of_a_season(chromium, relay, close):
    midnight = next_midnight(BERLIN, lambda day: day.day == 1 and day.month in (1, 4, 7, 10))
    evening, morning = midnight - timedelta(hours=3), midnight + timedelta(hours=9)
    people = one, two = paired(chromium, relay, "season", (BERLIN, BERLIN), evening)
    close(people)

    # One answers in time.
    one.open("/check")
    one.press("Begin")
    one.take_check(lambda number: "ArrowRight", lambda number: "End")
    seal(one)
    one.heading("Yours is in the envelope")
    one.everything_sent()

    # The other has eight answers before midnight, and the rest after it.
    two.open("/check")
    two.sees("Ida’s check is in, sealed. It opens together with yours.")
    turn(two, midnight - timedelta(minutes=2))
    two.press("Begin")
    for _ in range(8):
        before = two.page.locator("h1.statement").inner_text()
        two.set_line(two.page.locator("#line-felt"), "ArrowLeft")
        if two.page.locator("#line-wished").count():
            two.set_line(two.page.locator("#line-wished"), "End")
        two.press("Next")
        expect(two.page.locator("h1.statement", has_text=re.compile(f"^{re.escape(before)}$"))).to_have_count(0)
    drafts_kept(two)
    for person in people:
        turn(person, midnight + timedelta(minutes=2))
    two.set_line(two.page.locator("#line-felt"), "ArrowLeft")
    two.sees("Statement 9 of", exact=False)
    # After a reload as well.
    drafts_kept(two)
    two.open("/check")
    two.press("Go on")
    two.take_check(lambda number: "ArrowLeft", lambda number: "End")
    seal(two)
    two.heading("Both are in")
    for person in people:
        turn(person, morning)
    one.open("/check")
    one.heading("Both are in")
    one.press("See the picture")
    one.sees("Ole")


def test_a_pulse_on_sunday_and_on_monday(chromium, relay, close):
    midnight = next_midnight(BERLIN, lambda day: day.weekday() == 0)
    people = one, two = paired(chromium, relay, "week", (BERLIN, BERLIN), midnight - timedelta(hours=2))
    close(people)
    one.open("/pulse")
    take_pulse(one, "End")
    one.heading("Yours is in the envelope")
    one.everything_sent()

    # Begun on Sunday night, kept on Monday.
    two.open("/pulse")
    two.heading("How was this week?")
    two.set_circles("pulse-felt", ["Home"])
    drafts_kept(two)
    for person in people:
        turn(person, midnight + timedelta(minutes=2))
    two.heading("How was last week?")
    expect(two.page.locator("#pulse-felt")).to_have_attribute("aria-valuenow", "0")
    two.open("/pulse")
    two.sees("Ida’s pulse is in, sealed. It opens together with yours.")
    expect(two.page.locator("#pulse-felt")).to_have_attribute("aria-valuenow", "0")
    one.open("/pulse")
    one.heading("Yours is in the envelope")
    take_pulse(two, "Home")
    for person in people:
        person.heading("Both are in")


def test_one_question_and_one_week_in_auckland_and_los_angeles(chromium, relay, close):
    midnight = next_midnight(LOS_ANGELES, lambda day: day.weekday() == 0)
    people = one, two = paired(chromium, relay, "zones", (AUCKLAND, LOS_ANGELES), midnight - timedelta(hours=6))
    close(people)
    questions = [person.page.locator("h2.asked").inner_text() for person in people]
    assert questions[0] == questions[1]
    one.page.get_by_label("Your answer").fill("The rain")
    one.page.get_by_role("button", name=re.compile("^Seal it for")).click()
    one.sees("Yours is in the envelope.", exact=False)
    two.page.get_by_label("Your answer").fill("The sea")
    two.page.get_by_role("button", name=re.compile("^Seal it for")).click()
    for person in people:
        person.sees("The rain")
        person.sees("The sea")
        person.open("/pulse")
        person.heading("How was this week?")
    take_pulse(one, "End")
    one.heading("Yours is in the envelope")
    two.sees("Ida’s pulse is in, sealed. It opens together with yours.")
    take_pulse(two, "End")
    for person in people:
        person.heading("Both are in")


def test_a_night_in_july_stays_that_night_in_november(chromium, relay, close):
    july = next_midnight(BERLIN, lambda day: (day.month, day.day) == (7, 10)) + timedelta(minutes=30)
    person = Person(chromium, relay, "summer", "Ida", "Moss", "quiet granite window pear", timezone_id=BERLIN)
    close([person])
    person.page.clock.install(time=july)
    person.sign_up()
    person.write_journal("The first warm night")
    person.page.clock.set_system_time(july + timedelta(days=133))
    person.open("/journal")
    person.sees(", 10 July", exact=False)
    person.sees("0:30")
    assert "9 July" not in person.page.locator("main").inner_text()
