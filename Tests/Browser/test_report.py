"""A report for a counsellor: one's own alone, without a trace; of both, with a yes to exactly what was seen."""

import re

import pytest

from engines import expect
from people import newly_paired, octets, sheet, text

pytestmark = pytest.mark.storing


@pytest.fixture(scope="module")
def two(usual, relay):
    one, other = newly_paired(usual, relay, "report", called=("Runa", "Per"))
    yield one, other
    for person in (one, other):
        assert person.complaints == []
        person.close()


def first_sign(person):
    """Marks the first sign of the list, and gives its name."""
    person.open("/signs")
    name = person.page.locator(".sheet-name").first.inner_text()
    found = sheet(person, name)
    found.get_by_role("button", name="I’ve noticed this").click()
    return name, found


def make(person, button):
    person.press(button)
    person.page.get_by_label("Your passphrase", exact=True).fill(person.passphrase)
    person.press(button)
    person.heading("Here it is")


def saved(person):
    with person.page.expect_download() as download:
        person.press("Save it as a file")
    assert re.fullmatch(r"report-\d{4}-\d\d-\d\d\.html", download.value.suggested_filename)
    return download.value.path().read_text()


@pytest.mark.only("chromium", "webkit")  # what drives Firefox tells nothing of what is saved
def test_ones_own_alone_leaves_no_trace(two):
    runa, per = two
    runa.write_journal("Nobody is to read this but whoever I give it to")
    runa.everything_sent()
    runa.settled()
    before = [envelope.content for envelope in per.entries(per.space("shared"))]
    runa.open("/report")
    runa.page.get_by_text("Pages of your journal").click()
    runa.page.get_by_label(re.compile("Nobody is to read this")).check()
    runa.page.get_by_label("A line of your own").fill("I’d like to talk about the evenings.")
    make(runa, "Make mine")
    page = saved(runa)
    assert "I’d like to talk about the evenings." in page and "Nobody is to read this" in page
    assert "no diagnosis" in page and "not for a court" in page and "Per" not in page
    assert [envelope.content for envelope in per.entries(per.space("shared"))] == before
    private = octets(runa.space("private"))
    assert private not in per.wire.heard() and text(private).encode() not in per.wire.heard()


@pytest.mark.only("chromium")  # the others can't be told to show what is printed
def test_it_is_printed_black_on_white_without_anything_around_it(two):
    runa, _ = two
    runa.page.evaluate("window.print = () => { window.printed = true; }")
    runa.press("Print it")
    runa.page.wait_for_function("window.printed")
    runa.page.emulate_media(media="print", color_scheme="dark")
    expect(runa.page.locator(".paper")).to_be_visible()
    for chrome in (".back-bar", ".places", ".top-bar", "main .page > .heading", "main .card-ways"):
        for found in runa.page.locator(chrome).all():
            expect(found).to_be_hidden()
    assert runa.page.locator(".paper h1").evaluate("(e) => getComputedStyle(e).color") == "rgb(0, 0, 0)"
    pdf = runa.page.pdf(prefer_css_page_size=True)
    # A4 in points, as the sheet says.
    width, height = map(float, re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf).groups())
    assert abs(width - 595) < 2 and abs(height - 842) < 2
    runa.page.emulate_media(media="screen", color_scheme="light")
    runa.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert runa.page.evaluate("document.adoptedStyleSheets.length") == 0


@pytest.mark.only("chromium", "webkit")  # what drives Firefox tells nothing of what is saved
def test_of_the_others_only_what_they_saw_and_said_yes_to(two):
    runa, per = two
    name, found = first_sign(per)
    found.get_by_role("button", name="Share with Runa").click()
    per.everything_sent()
    runa.open("/report")
    runa.sees("Ask Per", exact=False)
    runa.press("Ask Per")
    runa.everything_sent()
    per.open("/us")
    per.press("See what of yours would be in it")
    expect(per.page.locator(".report-excerpt")).to_contain_text(name)
    per.press("Yes, it may go in")
    per.everything_sent()
    make(runa, "Make it of us both")
    assert name in saved(runa) and "Per" in saved(runa)
    runa.everything_sent()
    per.sees("Runa has made the report with what you saw here.")
    expect(per.button("Take my yes back")).to_have_count(0)
