"""Oneself: the journal's questions, feelings and short form, care by taps, and what one grows in."""

import pytest

from engines import expect
from people import newly_paired, octets, text

pytestmark = pytest.mark.storing

STEP = "telling Per on Sunday"


@pytest.fixture(scope="module")
def two(usual, relay):
    one, other = newly_paired(usual, relay, "self", called=("Runa", "Per"))
    yield one, other
    for person in (one, other):
        assert person.complaints == []
        person.close()


def choose(person, *words):
    """Presses some of what there is to choose from, pill by pill."""
    for word in words:
        person.page.locator("button.pill", has_text=word).first.click()


def test_the_journal_offers_what_is_wanted_and_gives_the_other_nothing(two):
    runa, per = two
    runa.settled()
    per.settled()
    shared = runa.space("shared")
    before = [envelope.content for envelope in per.entries(shared)]
    runa.open("/journal")
    runa.press("Something to begin with")
    choose(runa, "Hard days")
    prompt = runa.page.locator(".journal-prompt > p")
    first = prompt.inner_text()
    runa.press("Another question")
    expect(prompt).not_to_have_text(first)
    asked = prompt.inner_text()
    runa.press("Name the feeling")
    choose(runa, "tiredness", "worn out", "calm", "at ease")
    runa.page.get_by_label("A new page").fill("Two buses, and the sea at the end.")
    runa.press("Keep it")
    page = runa.page.locator(".journal-page").first
    expect(page).to_contain_text(asked)
    expect(page).to_contain_text("Felt: worn out, at ease")

    runa.press("Something set me off")
    runa.page.get_by_label("What happened").fill("The plan changed again.")
    runa.page.get_by_label("What I did").fill("I left the room.")
    # What is typed is kept in a moment.
    runa.at_rest()
    runa.reload()
    expect(runa.page.get_by_label("What I did")).to_have_value("I left the room.")
    runa.page.get_by_label("What I’d like").fill("A word the day before.")
    runa.press("Keep it")
    expect(runa.page.locator(".journal-page").first).to_contain_text("A word the day before.")

    runa.everything_sent()
    assert [envelope.content for envelope in per.entries(shared)] == before
    private = octets(runa.space("private"))
    assert private not in per.wire.heard() and text(private).encode() not in per.wire.heard()


def test_care_is_a_tap_each_and_told_in_words_offline_too(two):
    runa, _ = two
    runa.open("/mine")
    runa.row("Myself").click()
    runa.lose_network()
    runa.press("Slept enough")
    runa.press("Was with a friend")
    runa.sees("This week you slept enough once and were with a friend once.")
    runa.press("Slept enough")
    runa.sees("This week you were with a friend once.")
    runa.find_network()
    runa.everything_sent()
    runa.reload()
    runa.sees("This week you were with a friend once.")


def test_growth_is_shown_by_one_tap_backed_and_shown_no_more(two):
    runa, per = two
    runa.open("/myself")
    runa.page.get_by_label("I’m growing in").fill("saying sooner when it’s too much")
    runa.page.get_by_label("A next step, if you like").fill(STEP)
    runa.press("Keep it")
    runa.everything_sent()
    per.open("/myself")
    expect(per.page.locator("main")).not_to_contain_text(STEP)
    runa.press("Show Per")
    per.sees(STEP)
    per.press("I’m with you")
    runa.sees("Per is with you in this")
    runa.press("Stop showing it")
    expect(per.page.locator("main")).not_to_contain_text(STEP)
    expect(runa.page.locator("main")).to_contain_text(STEP)
