"""Something big has changed: named in private, shared by choice, and looked at in envelopes by both."""

import pytest

from engines import expect
from people import newly_paired, octets, text

pytestmark = pytest.mark.storing


@pytest.fixture(scope="module")
def two(usual, relay):
    one, other = newly_paired(usual, relay, "change", called=("Runa", "Per"))
    yield one, other
    for person in (one, other):
        assert person.complaints == []
        person.close()


def name_a_move(person):
    person.open("/us")
    person.row("Something big has changed").click()
    person.heading("Something big has changed")
    person.tile("A new place")
    person.heading("The next twelve weeks")


def look(person, key, button):
    """Answers the statements of a look, each with the same key."""
    person.press("Begin")
    while person.button(button).count() == 0:
        for line in ("felt", "wished"):
            mark = person.page.locator(f"#line-{line}")
            if mark.count():
                person.set_line(mark, key)
        person.press("Next")
        person.settled()
    person.press(button)
    person.everything_sent()


def test_nothing_of_it_reaches_the_other_until_it_is_shared(two):
    runa, per = two
    runa.everything_sent()
    runa.settled()
    before = [envelope.content for envelope in per.entries(per.space("shared"))]
    name_a_move(runa)
    look(runa, "Home", "Keep it")
    runa.sees("You’ve looked.", exact=False)
    assert [envelope.content for envelope in per.entries(per.space("shared"))] == before
    private = octets(runa.space("private"))
    assert private not in per.wire.heard() and text(private).encode() not in per.wire.heard()
    per.open("/us")
    expect(per.button("Look at it")).to_have_count(0)
    # It outlives a reload.
    runa.reload()
    runa.heading("The next twelve weeks")


def test_shared_both_look_each_in_an_envelope(two):
    runa, per = two
    runa.press("Share it with Per")
    runa.sees("Per can see this.")
    runa.everything_sent()
    per.open("/us")
    per.press("Look at it")
    per.sees("Runa has shared this with you.")
    look(per, "End", "Put it in the envelope")
    per.sees("In its envelope, until Runa has looked as well.", exact=False)
    per.press("Put this away")
    per.heading("Something big has changed")
    runa.sees("Per can see this.")


def test_the_weeks_lead_on(two):
    runa, _ = two
    runa.row("Talk about it, step by step").click()
    runa.path("/conversation/life-change")
