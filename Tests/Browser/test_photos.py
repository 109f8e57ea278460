"""A moment with a photo: chosen by one, seen by the other, there without a network, taken along, gone everywhere when taken back."""

import base64
import re
import sqlite3
from pathlib import Path

import pytest

from engines import expect
from people import eventually, newly_paired, octets
from pictures import PLACE, as_a_phone_takes_it, file, picture

pytestmark = [pytest.mark.storing, pytest.mark.walk]

WORDS = "The ferry, and the gull that stole the roll."
FIELD = "A moment worth remembering"


@pytest.fixture(scope="module")
def two(browser, relay, engine):
    one, other = newly_paired(browser, relay, f"photos-{engine}", called=("Runa", "Per"))
    yield one, other
    for person in (one, other):
        assert person.complaints == []
        person.close()


def shows_a_photo(person, count=1):
    """Waits until so many photos of the story are drawn."""
    drawn = "[...document.querySelectorAll('.timeline .photo img')].filter((image) => image.naturalWidth > 0).length"
    eventually(lambda: person.page.evaluate(drawn) == count, f"{count} photos are shown")


def blobs(relay):
    """How many blobs the relay's database holds, and their bytes."""
    with sqlite3.connect(f"file:{relay.data}/hearth.sqlite?mode=ro", uri=True) as database:
        return [bytes(row[0]) for row in database.execute("SELECT bytes FROM blobs")]


def add(person, content, name="IMG_1.jpg", kind="image/jpeg"):
    person.page.locator("#moment-photos").set_input_files(file(name, content, kind))


def test_what_is_no_picture_is_refused_kindly(two):
    runa, _ = two
    runa.open("/story")
    runa.page.get_by_label(FIELD).fill(WORDS)
    add(runa, b"this is a letter", "letter.jpg")
    expect(runa.page.get_by_role("alert")).to_contain_text("isn’t a picture")
    expect(runa.page.get_by_label(FIELD)).to_have_value(WORDS)


def test_the_other_sees_it_and_nothing_of_where_it_was_taken(two, relay):
    runa, per = two
    add(runa, as_a_phone_takes_it(picture(runa.page, 2400, 1200)))
    expect(runa.page.locator(".chosen .photo")).to_have_count(1)
    expect(runa.page.get_by_role("alert")).to_have_count(0)
    runa.press("Keep it")
    runa.sees(WORDS)
    shows_a_photo(runa)
    runa.everything_sent()
    per.open("/story")
    per.sees(WORDS)
    shows_a_photo(per)
    expect(per.page.get_by_alt_text("Photo kept by Runa")).to_be_visible()
    [kept] = blobs(relay)
    assert PLACE not in kept and b"JFIF" not in kept and b"Exif" not in kept
    # The picture itself never went through the core.
    assert octets(runa.space("shared")) and PLACE not in relay.database()


def test_it_is_there_without_a_network(two):
    for person in two:
        person.lose_network()
        person.reload()
        person.sees(WORDS)
        shows_a_photo(person)
        person.find_network()


@pytest.mark.only("chromium", "webkit")  # what drives Firefox tells nothing of what is saved
def test_the_page_that_is_taken_along_holds_it(two):
    _, per = two
    per.open("/data")
    per.press("Only the page")
    per.page.get_by_label("Your passphrase", exact=True).fill(per.passphrase)
    with per.page.expect_download() as download:
        per.press("Only the page")
    page = Path(download.value.path()).read_text()
    [photo] = re.findall(r'<img id="[^"]+" src="data:image/jpeg;base64,([^"]+)" alt="Photo kept by Runa">', page)
    assert WORDS in page and base64.b64decode(photo)[:2] == b"\xff\xd8"
    per.open("/story")
    per.sees(WORDS)


def test_other_words_keep_it(two, relay):
    runa, per = two
    runa.press("Change or take back")
    runa.press("Change it")
    runa.page.get_by_label("Change it").fill(WORDS + " Again.")
    runa.press("Keep the change")
    runa.sees("Again.", exact=False)
    shows_a_photo(runa)
    runa.everything_sent()
    assert len(blobs(relay)) == 1
    per.sees("Again.", exact=False)
    shows_a_photo(per)


def test_taken_back_it_is_gone_everywhere(two, relay):
    runa, per = two
    [kept] = blobs(relay)
    runa.press("Change or take back")
    runa.press("Take it back")
    eventually(lambda: blobs(relay) == [], "it is erased at the relay")
    assert kept[1000:1064] not in relay.database()
    expect(per.page.locator(".timeline .photo")).to_have_count(0)
    count = """() => new Promise((resolve) => {
      const request = indexedDB.open('hearth-photos');
      request.onsuccess = () => {
        const count = request.result.transaction('blobs').objectStore('blobs').count();
        count.onsuccess = () => { request.result.close(); resolve(count.result); };
      };
    })"""
    eventually(lambda: runa.page.evaluate(count) == 0, "it is gone from the phone that took it")
