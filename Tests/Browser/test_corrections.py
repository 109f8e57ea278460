"""What one has written can be changed and taken back: a line about a deed, words about a sign; the other sees that it was changed, and
not what stood there."""

import pytest

from engines import expect
from people import newly_paired, sheet

pytestmark = pytest.mark.storing

SIGN = "We only talk about who does what"
PRACTICE = "/practice/ten-real-minutes"
LINE = "A line about it. Sten can read it too."


@pytest.fixture(scope="module")
def two(usual, relay):
    one, other = newly_paired(usual, relay, "corrections", called=("Inga", "Sten"))
    yield one, other
    for person in (one, other):
        assert person.complaints == []
        person.close()


def test_words_about_a_sign(two):
    inga, sten = two
    inga.open("/signs")
    mark = sheet(inga, SIGN)
    mark.get_by_role("button", name="I’ve noticed this").click()
    words = mark.get_by_label("A word to yourself about it")
    words.fill("You never ask about the ferry")
    mark.get_by_role("button", name="Share it with my words").click()
    # It doesn't lie unseen: Today says that it is there, and not what it says.
    sten.open("/")
    news = sten.page.locator(".from-partner")
    expect(news).to_contain_text("with words for you")
    expect(news).not_to_contain_text("ferry")
    news.get_by_role("button", name=SIGN).click()
    sten.path("/signs")
    theirs = sten.page.locator(".of-both .side-by-side", has_text=SIGN)
    expect(theirs).to_contain_text("about the ferry")
    expect(theirs).not_to_contain_text("changed")
    words.fill("I’d like to tell you about the ferry")
    mark.get_by_role("button", name="Share these words instead").click()
    expect(theirs).to_contain_text("I’d like to tell you")
    expect(theirs).to_contain_text("changed")
    expect(theirs).not_to_contain_text("never ask")
    mark.get_by_role("button", name="Take it back").click()
    expect(theirs).to_have_count(0)
    sten.place("Today")
    expect(news).to_have_count(0)
    sten.open("/search")
    sten.page.get_by_label("Words to look for").fill("ferry")
    sten.sees("Nothing found.")


def test_a_line_about_a_deed(two):
    inga, sten = two
    inga.open(PRACTICE)
    inga.press("We did this today")
    inga.press("Good")
    inga.press("Add a line")
    inga.page.get_by_label(LINE).fill("On the thrid bench")
    inga.press("Keep the line")
    inga.everything_sent()
    sten.open(PRACTICE)
    theirs = sten.page.locator(".deed-lines")
    expect(theirs).to_contain_text("On the thrid bench")
    assert sten.button("Change or take back").count() == 0
    inga.press("Change or take back")
    inga.press("Change it")
    inga.page.get_by_label("Change it", exact=True).fill("On the third bench")
    inga.press("Keep the change")
    inga.sees("Changed.")
    expect(theirs).to_contain_text("On the third bench")
    expect(theirs).to_contain_text("changed")
    inga.reload()
    inga.page.locator(".deed-lines").get_by_role("button", name="Change or take back").click()
    inga.press("Take it back")
    inga.sees("Taken back.")
    expect(theirs).to_have_count(0)
