"""The year's book: each chooses in private, what both chose is in it, and it comes out on A5."""

import re

import pytest

from engines import expect
from people import newly_paired

pytestmark = pytest.mark.storing

BOTH = "The lake froze, and we walked on it"
ONE = "Only one of us wants this in a book"


@pytest.fixture(scope="module")
def two(chromium, relay):
    one, other = newly_paired(chromium, relay, "book", called=("Runa", "Per"))
    yield one, other
    for person in (one, other):
        assert person.complaints == []
        person.close()


def keep_moment(person, words):
    person.open("/story")
    person.page.locator("#moment").fill(words)
    person.press("Keep it")
    person.sees(words)


def choose(person, *moments):
    person.open("/book")
    this_year = person.page.evaluate("new Date().getFullYear()")
    year = person.button(str(this_year))
    if year.count():
        year.click()
    for words in moments:
        box = person.page.get_by_label(re.compile(re.escape(words)))
        box.check()
        expect(box).to_be_checked()
    person.press("That’s all for now")
    person.sees("Your choice is in for this week.", exact=False)
    person.everything_sent()


def test_what_both_chose_is_in_it_and_nothing_else(two):
    runa, per = two
    keep_moment(runa, BOTH)
    keep_moment(runa, ONE)
    runa.everything_sent()
    per.open("/story")
    per.sees(ONE)
    choose(runa, BOTH, ONE)
    choose(per, BOTH)
    for person in (per, runa):
        person.sees("One thing is in it.")
    runa.press("Make the book")
    runa.page.get_by_label("Your passphrase", exact=True).fill(runa.passphrase)
    runa.press("Make the book")
    runa.heading("Here it is")
    with runa.page.expect_download() as download:
        runa.press("Save it as a page")
    page = download.value.path().read_text()
    assert BOTH in page and ONE not in page and "Runa &amp; Per" in page
    # By itself, from a file, it looks the same and fetches nothing.
    alone = runa.context.new_page()
    asked = []
    alone.on("request", lambda request: asked.append(request.url))
    alone.set_content(page)
    expect(alone.get_by_role("heading", name="Runa & Per")).to_be_visible()
    assert asked == []
    alone.close()


def test_it_is_printed_on_a5_from_a_title_page(two):
    runa, _ = two
    runa.page.evaluate("window.print = () => { window.printed = true; }")
    runa.press("Print it")
    runa.page.wait_for_function("window.printed")
    runa.page.emulate_media(media="print")
    expect(runa.page.locator(".paper .title h1")).to_be_visible()
    expect(runa.page.locator("main .card-ways").first).to_be_hidden()
    pdf = runa.page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert len(sizes) >= 3
    for width, height in sizes:
        # A5 in points.
        assert abs(float(width) - 420) < 2 and abs(float(height) - 595) < 2
    runa.page.emulate_media(media="screen")


def test_leaving_something_out_counts_at_once(two):
    runa, per = two
    per.open("/book")
    per.page.get_by_label(re.compile(re.escape(BOTH))).uncheck()
    per.everything_sent()
    runa.press("Back")
    runa.sees("Nothing yet. It fills as soon as you and Per have both chosen something.")
