"""Something kind that one plans for the other in secret: nothing of it reaches the other before it is shown."""

import pytest

from engines import expect
from people import newly_paired, octets, text

pytestmark = pytest.mark.storing

PLAN = "the blue bicycle, cleaned before Monday"


@pytest.fixture(scope="module")
def two(usual, relay):
    one, other = newly_paired(usual, relay, "kindness", called=("Runa", "Per"))
    yield one, other
    for person in (one, other):
        assert person.complaints == []
        person.close()


def test_it_stays_with_its_maker_until_it_is_shown(two):
    runa, per = two
    shared = runa.space("shared")
    runa.settled()
    per.settled()
    before = [envelope.content for envelope in per.entries(shared)]
    runa.open("/kindness")
    runa.page.get_by_label("What I’d like to do").fill(PLAN)
    runa.press("Sometime today")
    runa.press("Keep it secret")
    runa.everything_sent()
    runa.open("/")
    expect(runa.page.locator("main")).not_to_contain_text("bicycle")
    runa.row("A note you left for today").click()
    runa.press("I’ve done it")
    runa.everything_sent()
    # Nothing of it has come to the other, nor anything beside it.
    assert [envelope.content for envelope in per.entries(shared)] == before
    private = octets(runa.space("private"))
    assert private not in per.wire.heard() and text(private).encode() not in per.wire.heard()
    runa.press("Show Per")
    runa.page.get_by_label("What Per will read").fill("I cleaned the blue bicycle while you slept.")
    runa.press("Show Per")
    runa.sees("Per can read it in your story")
    per.open("/story")
    per.sees("I cleaned the blue bicycle while you slept.")
