"""The year's book: each chooses in private, what both chose is in it, photos too, and it comes out on A5."""

import base64
import re

import pytest

from demo import demo_person
from engines import expect
from people import newly_paired
from pictures import file, picture

pytestmark = pytest.mark.storing

BOTH = "The lake froze, and we walked on it"
ONE = "Only one of us wants this in a book"


@pytest.fixture(scope="module")
def two(usual, relay):
    one, other = newly_paired(usual, relay, "book", called=("Runa", "Per"))
    yield one, other
    for person in (one, other):
        assert person.complaints == []
        person.close()


def keep_moment(person, words, photo=None):
    person.open("/story")
    person.page.locator("#moment").fill(words)
    if photo:
        person.page.locator("#moment-photos").set_input_files(file("IMG_1.jpg", photo))
        expect(person.page.locator(".chosen .photo")).to_have_count(1)
    person.press("Keep it")
    person.sees(words)


def make_book(person):
    person.press("Make the book")
    person.page.get_by_label("Your passphrase", exact=True).fill(person.passphrase)
    person.press("Make the book")
    person.heading("Here it is")


def saved_book(person):
    with person.page.expect_download() as download:
        person.press("Save it as a page")
    return download.value.path().read_text()


SEEN = "[...document.querySelectorAll('.plates img')].map((image) => [image.naturalWidth, image.naturalHeight])"


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


@pytest.mark.only("chromium", "webkit")  # what drives Firefox tells nothing of what is saved
def test_what_both_chose_is_in_it_and_nothing_else(two):
    runa, per = two
    keep_moment(runa, BOTH, picture(runa.page, 2000, 1000))
    keep_moment(runa, ONE, picture(runa.page, 800, 800))
    runa.everything_sent()
    per.open("/story")
    per.sees(ONE)
    choose(runa, BOTH, ONE)
    choose(per, BOTH)
    for person in (per, runa):
        person.sees("One thing is in it.")
    make_book(runa)
    page = saved_book(runa)
    # The photo of what both chose is in it, the right size for a small book, and the other isn't.
    [photo] = re.findall(r'src="data:image/jpeg;base64,([^"]+)"', page)
    assert base64.b64decode(photo)[:2] == b"\xff\xd8" and page.count("<img") == 1
    assert BOTH in page and ONE not in page and "Runa &amp; Per" in page
    # By itself, from a file, it looks the same and fetches nothing.
    alone = runa.context.new_page()
    asked = []
    alone.on("request", lambda request: asked.append(request.url))
    alone.set_content(page)
    expect(alone.get_by_role("heading", name="Runa & Per")).to_be_visible()
    assert asked == []
    assert alone.evaluate(SEEN) == [[1400, 700]]
    alone.close()


@pytest.mark.only("chromium")  # the others can't be told to show what is printed
def test_it_is_printed_on_a5_from_a_title_page(two):
    runa, _ = two
    runa.page.evaluate("window.print = () => { window.printed = true; }")
    runa.press("Print it")
    runa.page.wait_for_function("window.printed")
    runa.page.emulate_media(media="print")
    expect(runa.page.locator(".paper .title h1")).to_be_visible()
    expect(runa.page.locator("main .card-ways").first).to_be_hidden()
    expect(runa.page.get_by_alt_text("Photo kept by Runa")).to_be_visible()
    assert runa.page.evaluate(SEEN) == [[1400, 700]]
    pdf = runa.page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert len(sizes) >= 3
    assert re.search(rb"/Subtype\s*/Image\b", pdf), "the photo is printed"
    for width, height in sizes:
        # A5 in points.
        assert abs(float(width) - 420) < 2 and abs(float(height) - 595) < 2
    runa.page.emulate_media(media="screen")


# What a browser does that needs room.
CLEAR_PHOTOS = """() => new Promise((resolve, reject) => {
  const request = indexedDB.open('hearth-photos');
  request.onsuccess = () => {
    const transaction = request.result.transaction('blobs', 'readwrite');
    transaction.objectStore('blobs').clear();
    transaction.oncomplete = () => { request.result.close(); resolve(); };
    transaction.onabort = reject;
  };
})"""


@pytest.mark.only("chromium", "webkit")  # what drives Firefox tells nothing of what is saved
def test_a_photo_that_is_not_on_this_device_is_left_out_and_that_is_said(two):
    _, per = two
    per.sees("One thing is in it.")
    per.page.evaluate(CLEAR_PHOTOS)
    per.lose_network()
    make_book(per)
    per.sees("One photo is left out: it isn’t on this device, and the server can’t be reached.")
    page = saved_book(per)
    assert BOTH in page and "<img" not in page
    # With the network it comes.
    per.find_network()
    per.press("Try again")
    expect(per.page.get_by_alt_text("Photo kept by Runa")).to_be_visible()
    page = saved_book(per)
    assert page.count('src="data:image/jpeg;base64,') == 1


def test_the_demos_couple_has_photos_too(chromium, demo):
    ben = demo_person(chromium, demo, "ben")
    ben.open("/story")
    photos = ben.page.get_by_alt_text("Photo kept by")
    expect(photos).to_have_count(4)
    for photo in photos.all():
        photo.scroll_into_view_if_needed()
        expect(photo).to_have_js_property("naturalWidth", 480)
    assert ben.complaints == []
    ben.close()


@pytest.mark.only("chromium", "webkit")  # what drives Firefox tells nothing of what is saved
def test_leaving_something_out_counts_at_once(two):
    runa, per = two
    per.open("/book")
    per.page.get_by_label(re.compile(re.escape(BOTH))).uncheck()
    per.everything_sent()
    runa.press("Back")
    runa.sees("Nothing yet. It fills as soon as you and Per have both chosen something.")
