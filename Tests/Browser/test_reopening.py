"""A place that one of two has left is opened again by both together, and by nobody alone."""

import json

import pytest

from engines import expect
from people import after_thanks, hold


@pytest.fixture
def couple(browser, engine, relay):
    couple = after_thanks(browser, relay, f"again-{engine}")
    yield couple
    for person in couple:
        person.close()


def leave(person):
    person.open("/leaving")
    expect(person.button("Leave now")).to_be_visible()
    hold(person, person.button("Leave now"))
    person.heading("You’ve left")


def quiet_page(person):
    person.open("/leaving")
    person.row("If you’d open it again").click()
    person.heading("If you’d open it again")


def rests(person, space):
    """The relay has heard all that this device has to say, and the device all that the relay has."""
    person.everything_sent()
    person.settled()
    return json.dumps([record for record in person.account()["spaces"] if record["id"] == space])


def test_two_people_open_their_place_again(couple):
    leaver, other = couple
    shared = leaver.space("shared")
    leave(leaver)
    other.open("/")
    other.sees("This space is closed")
    before = rests(other, shared)
    # The leaver says so, takes it back, and says it again: nothing of it is anywhere for the other.
    quiet_page(leaver)
    leaver.press("I’d open it again")
    leaver.sees("You’ve said that you’d open it again.")
    leaver.press("Take it back")
    leaver.press("I’d open it again")
    leaver.press("Take it back")
    expect(leaver.button("I’d open it again")).to_be_visible()
    rests(leaver, shared)
    quiet_page(other)
    assert rests(other, shared) == before
    expect(other.page.get_by_text("You’ve said")).to_have_count(0)

    # The other alone opens nothing either.
    other.press("I’d open it again")
    other.sees("You’ve said that you’d open it again.")
    rests(other, shared)
    assert other.space("shared") is None
    quiet_page(leaver)
    expect(leaver.page.get_by_text("You’ve said")).to_have_count(0)

    leaver.press("I’d open it again")
    for person in couple:
        person.sees("You both opened it again.")
        assert person.space("shared") == shared
    for person in couple:
        person.open("/")
        person.give_thanks(f"{person.called} again")
        person.everything_sent()
    for person in couple:
        person.open("/jar")
        person.heading("The jar")
        for words in ("Ida at first", "Ole at first", "Ida again", "Ole again"):
            expect(person.page.locator("main")).to_contain_text(words)
        assert not person.complaints

    # Whoever leaves again has left: what opened it once opens it no more.
    leave(other)
    leaver.open("/")
    leaver.sees("This space is closed")
    for person in couple:
        person.open("/leaving")
        person.sees("The place you shared is closed.")
        rests(person, shared)
        assert person.space("shared") is None
