"""A journey of two people, from one's wish to what they keep, and one that somebody walks alone."""

import pytest

from engines import expect
from people import eventually, newly_paired, octets

JOURNEY = "The first month"
WEEKS = 4


@pytest.fixture(scope="module")
def ida(usual, relay):
    ida, ole = newly_paired(usual, relay, "journey")
    ida.partner = ole
    yield ida
    ida.close()
    ole.close()


@pytest.fixture(scope="module")
def ole(ida):
    return ida.partner


@pytest.fixture(autouse=True)
def nothing_complained(ida):
    yield
    for person in (ida, ida.partner):
        assert person.complaints == []


def go_to(person, name):
    """By the ways that a person has: Together, journeys, a door."""
    person.open("/")
    person.place("Together")
    person.door("Do", "Journeys")
    person.page.locator(".journey-door", has_text=name).click()
    person.heading(name)


def fold(person, name):
    person.page.locator("summary", has_text=name).click()


def answer_statements(person, key):
    """Answers every statement with one key for how it is; gives how many there were."""
    page = person.page
    person.press("Look at them")
    count = 0
    while not page.get_by_role("heading", name="That’s all of them").count():
        statement = page.locator("#look-statement")
        before = statement.inner_text()
        person.set_line(page.locator("#line-felt"), key)
        if page.locator("#line-wished").count():
            person.set_line(page.locator("#line-wished"), "End")
        person.press("Next")
        expect(statement).not_to_have_text(before)
        count += 1
    person.press("Seal them")
    return count


def both_go_on(one, other, to):
    one.press("Ready for the next week")
    other.sees("is ready for what comes next", exact=False)
    other.press("I’m ready too")
    for person in (one, other):
        person.sees(to)


def test_one_says_yes_and_the_other_is_asked(ida, ole):
    go_to(ida, JOURNEY)
    ida.sees("Ole will see that you’d like it.", exact=False)
    ida.press("I’d like this with Ole")
    ida.sees("It begins when you’ve both said yes.", exact=False)
    ole.open("/together")
    ole.sees("Ida would like to walk this with you")
    ole.press("Have a look")
    ole.heading(JOURNEY)


def test_it_begins_for_both_with_the_second_yes(ida, ole):
    ole.press("Yes, with you")
    for person in (ida, ole):
        person.sees("First week of four")


def test_the_first_statements_are_sealed_until_both_are_in(ida, ole):
    assert answer_statements(ida, "Home") == 4
    ida.sees("Ole’s aren’t in yet", exact=False)
    ida.everything_sent()
    shared = ida.space("shared")
    _, own = ida.sealed(shared)
    assert len(own) == 1 and own[0].entry not in [found.entry for found in ole.entries(shared)]
    assert own[0].content not in ole.wire.heard()
    ole.sees("Ida’s answers are in, sealed.", exact=False)
    assert answer_statements(ole, "ArrowLeft") == 4
    for person in (ida, ole):
        person.sees("Both your answers are in.")


def test_the_week_stands_on_together_and_is_done(ida, ole):
    ida.place("Together")
    ida.sees(f"{JOURNEY} · First week of four")
    ida.press("Open this week")
    name = ida.page.locator(".week-deed h2").first.inner_text()
    ida.press("We did this")
    ida.press("Flat")
    ida.everything_sent()
    # Either found it flat: both are offered the lighter one, and nobody is told whose word it was.
    ole.sees("Or something lighter")
    expect(ole.page.get_by_text("Ida: flat")).to_have_count(0)
    expect(ole.page.locator(".week-deed h2", has_text=name)).to_be_visible()


def test_a_week_begins_when_both_go_on(ida, ole):
    ida.press("Ready for the next week")
    ida.sees("It goes on when Ole is too", exact=False)
    ida.press("Not yet, after all")
    both_go_on(ida, ole, "Second week of four")
    ole.reload()
    ole.sees("Second week of four")
    both_go_on(ole, ida, "Third week of four")
    ida.sees("Halfway")


def test_either_lets_it_rest_and_both_come_back(ida, ole):
    fold(ole, "Slower, or not now")
    ole.press("Let it rest")
    for person in (ida, ole):
        person.heading("It’s resting")
    ida.place("Together")
    ida.sees("Resting")
    ida.row(JOURNEY).click()
    # One goes on without the network, and it arrives later.
    ida.lose_network()
    ida.press("Go on")
    ida.sees("You’d go on. It does when Ole would too.")
    ida.find_network()
    ole.sees("Ida would go on.", exact=False)
    ole.press("Go on")
    for person in (ida, ole):
        person.sees("Third week of four")


def test_one_goes_back_a_week_for_both(ida, ole):
    fold(ida, "Slower, or not now")
    ida.press("Go back a week")
    for person in (ida, ole):
        person.sees("Second week of four")
    both_go_on(ole, ida, "Third week of four")


def test_the_end_says_what_moved_and_what_is_kept(ida, ole):
    both_go_on(ida, ole, "Fourth week of four")
    ida.press("Ready to look back")
    ole.press("I’m ready too")
    for person in (ida, ole):
        person.heading("The end of it, for now")
    answer_statements(ida, "End")
    ida.sees("For you, there is more of it than at the start.")
    ida.sees("For you both it can be said once Ole’s answers are in too.")
    answer_statements(ole, "ArrowLeft")
    ole.sees("For you, too little has moved to tell it from chance.")
    for person, other in ((ida, ole), (ole, ida)):
        person.sees(f"Taking you and {other.called} together, there is more of it than at the start.")
    # What both keep is in their plan, and what one keeps is told to nobody.
    ida.page.get_by_role("button", name="Keep it: ").first.click()
    ida.sees("kept", exact=True)
    ida.everything_sent()
    expect(ole.page.get_by_text("in your plan")).to_have_count(0)
    ole.page.get_by_role("button", name="Keep it: ").first.click()
    for person in (ida, ole):
        person.sees("in your plan")


def test_it_is_put_away_without_a_word(ida, ole):
    ida.press("Put the journey away")
    for person in (ida, ole):
        expect(person.page.get_by_role("heading", name="The end of it, for now")).to_have_count(0)
    ole.place("Together")
    expect(ole.page.locator(".plan-row")).to_have_count(1)


def test_one_alone_leaves_nothing_in_the_space_of_both(ida, ole):
    ida.everything_sent()
    shared = ida.space("shared")
    before = len(ole.entries(shared))
    go_to(ida, "Somebody is missing")
    ida.press("Walk it alone")
    ida.sees("Yours alone")
    ida.sees("First week of eight")
    ida.press("I did this")
    ida.press("On to the next week")
    ida.sees("Second week of eight")
    fold(ida, "Slower, or not now")
    ida.press("Let it rest")
    ida.heading("It’s resting")
    ida.press("Go on")
    ida.sees("Second week of eight")
    ida.everything_sent()
    assert len(ole.entries(shared)) == before
    assert octets(ida.space("private")) not in ole.wire.heard()
    ole.open("/journeys")
    eventually(lambda: ole.page.locator(".journey-door").count() == 10, "ten doors")
    expect(ole.page.get_by_text("First week of eight")).to_have_count(0)
    ida.press("Stop this journey")
    ida.press("Stop here")
    expect(ida.button("Walk it alone")).to_be_visible()
