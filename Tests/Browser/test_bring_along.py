"""A journal from elsewhere brought along, and an encrypted copy of everything taken along and opened again."""

import base64
import hashlib
import io
import json
import zipfile

import pytest

from engines import expect
from people import Person

pytestmark = pytest.mark.storing

PHRASE = "copper lantern river boat"

DAYLIO = """full_date,date,weekday,time,mood,activities,note_title,note
"2024-03-01","March 1","Friday","8:15 pm","good","walk | friends","At the sea","Wind.<br>And salt."
"2024-02-30","","","9:00","good","","","No such day"
"""

DAY_ONE = {
    "metadata": {"version": "1.0"},
    "entries": [
        {
            "creationDate": "2019-07-04T20:15:00Z",
            "timeZone": "Asia/Tokyo",
            "text": "![](dayone-moment://ABC)\nTea by the window\\.",
            "photos": [{"md5": "a"}, {"md5": "b"}],
            "richText": "{}",
        },
        {"creationDate": "2018-01-05T12:00:00Z", "timeZone": "Europe/London", "text": "Rain all day\\."},
    ],
}


def archive(files, compression=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return buffer.getvalue()


# Opens a copy as docs/protocol.md says, without any of Hearth's own code.
OPEN = """async ([file, phrase]) => {
  const { subtle } = crypto;
  const utf8 = (text) => new TextEncoder().encode(text);
  const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  const whole = bytes(file);
  const start = whole.indexOf(10) + 1;
  const head = JSON.parse(new TextDecoder().decode(whole.subarray(0, start)));
  const end = start + head.bytes;
  const sum = new Uint8Array(await subtle.digest('SHA-256', whole.subarray(0, end)));
  if (String(sum) !== String(whole.subarray(end))) return 'changed';
  const typed = await subtle.importKey('raw', utf8(phrase), 'PBKDF2', false, ['deriveBits']);
  const stretching = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(head.salt), iterations: head.rounds };
  const master = await subtle.deriveBits(stretching, typed, 256);
  const root = await subtle.importKey('raw', master, 'HKDF', false, ['deriveKey']);
  const labelling = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8('hearth/v1/copy') };
  const key = await subtle.deriveKey(labelling, root, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
  const cipher = { name: 'AES-GCM', iv: bytes(head.nonce), additionalData: whole.subarray(0, start) };
  return new TextDecoder().decode(await subtle.decrypt(cipher, key, whole.subarray(start, end)));
}"""


def with_head(copy, **fields):
    """The copy with other words at its head, and the checksum that goes with them."""
    head, rest = copy.split(b"\n", 1)
    whole = json.dumps(json.loads(head) | fields, separators=(",", ":")).encode() + b"\n" + rest[:-32]
    return whole + hashlib.sha256(whole).digest()


@pytest.fixture(scope="module")
def iris(chromium, relay):
    person = Person(chromium, relay, "iris.brings", "Iris", "Slate", "paper boat in november")
    person.sign_up()
    yield person
    assert person.complaints == []
    person.close()


def choose(person, name, content):
    person.page.locator("#file").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )


def bring(person, name, content, *lines):
    """Chooses a file, reads what is told of it, and says yes."""
    person.open("/data")
    choose(person, name, content)
    person.heading("In this file")
    for line in lines:
        person.sees(line)
    person.press("Bring them in")
    person.sees("It’s here now.")
    # A second time there is nothing new.
    choose(person, name, content)
    person.sees("Everything in it is in your journal already.")
    person.press("Leave it")


def test_text_comes_by_its_days_and_by_paste(iris):
    iris.open("/data")
    choose(iris, "journal.md", b"# 2021-05-01\nLilac.\n\n## 2 May 2021\nMore lilac.\n")
    iris.heading("In this file")
    iris.sees("2 pages, from text")
    iris.press("Leave it")
    iris.open("/journal")
    expect(iris.page.locator("main")).not_to_contain_text("Lilac.")
    bring(iris, "journal.md", b"# 2021-05-01\nLilac.\n\n## 2 May 2021\nMore lilac.\n", "1 May 2021 to 2 May 2021")
    iris.page.get_by_label("Or paste text").fill("3 May 2021\nThe lilac is over.")
    iris.press("Read it")
    iris.sees("One page, from text")
    iris.press("Bring them in")
    iris.open("/journal")
    iris.heading("Monday, 3 May 2021")
    iris.sees("The lilac is over.")


def test_daylio_comes_by_its_table(iris):
    bring(iris, "daylio_export.csv", DAYLIO.encode(), "One page, from Daylio", "Line 3: it says no day that there is.")
    iris.open("/journal")
    iris.heading("Friday, 1 March 2024")
    iris.sees("good · walk, friends")


@pytest.mark.parametrize("compression", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_day_one_comes_out_of_its_archive_where_it_was_written(iris, compression):
    entries = [{**entry, "text": entry["text"] + str(compression)} for entry in DAY_ONE["entries"]]
    journal = json.dumps({**DAY_ONE, "entries": entries})
    files = {"Journal.json": journal, "photos/a.jpeg": b"\xff\xd8", "__MACOSX/._Journal.json": b"{}"}
    packed = archive(files, compression)
    bring(iris, "Export.zip", packed, "2 pages, from Day One", "2 pictures and recordings stay out.")
    iris.open("/journal")
    # A quarter past eight in the evening by Greenwich is the next morning in Tokyo.
    iris.heading("Friday, 5 July 2019")
    iris.sees(f"Tea by the window.{compression}")


def liar():
    """An archive whose list says that something huge is small."""
    packed = bytearray(archive({"Journal.json": b"0" * 4_000_000}))
    place = packed.rfind(b"PK\x01\x02")
    packed[place + 24 : place + 28] = (1000).to_bytes(4, "little")
    return bytes(packed)


def locked():
    packed = bytearray(archive({"Journal.json": json.dumps(DAY_ONE)}))
    packed[packed.rfind(b"PK\x01\x02") + 8] |= 1
    return bytes(packed)


BAD = {
    "no-archive.zip": (b"not packed at all", "called a ZIP archive and isn’t one"),
    "locked.zip": (locked(), "locked with a password"),
    "bomb.zip": (archive({"Journal.json": b"0" * (80 << 20)}), "too large to unpack"),
    "liar.zip": (liar(), "is damaged, or was cut off"),
    "cut.zip": (archive({"Journal.json": json.dumps(DAY_ONE)})[:-40], "is damaged, or was cut off"),
    "pictures.zip": (archive({"photos/a.jpeg": b"\xff\xd8"}), "holds no journal of Day One’s"),
    "bank.csv": (b"day,sum\n1,2\n", "This table isn’t as Daylio exports it"),
    "latin.txt": ("über".encode("latin-1"), "isn’t written in UTF-8"),
    "picture.md": (b"\x89PNG\r\n\x1a\n\0\0", "This isn’t text."),
    "empty.txt": (b"", "There’s nothing in it to read."),
    "notes.json": (b'{"notes": []}', "neither from Day One nor from Hearth"),
    "many.txt": (b"# 2024-03-01\nEntry\n" * 100_000, "100000 pages are more than can come in at once"),
}


@pytest.mark.parametrize("name", BAD)
def test_each_bad_file_is_told_why(iris, name):
    content, sentence = BAD[name]
    iris.open("/data")
    choose(iris, name, content)
    expect(iris.page.get_by_role("alert")).to_contain_text(sentence)
    expect(iris.button("Bring them in")).to_have_count(0)


def test_a_copy_is_locked_and_opens_again_elsewhere(iris, chromium, relay):
    iris.open("/journal")
    iris.page.get_by_label("A new page").fill("The turquoise lamp.")
    iris.press("Keep it")
    iris.open("/data")
    iris.press("An encrypted copy")
    iris.page.get_by_label("Your passphrase").fill("paper boat in november")
    iris.press("An encrypted copy")
    iris.page.get_by_label("A passphrase for this copy").fill(PHRASE)
    with iris.page.expect_download() as saved:
        iris.press("Save the copy")
    with open(saved.value.path(), "rb") as file:
        copy = file.read()
    assert saved.value.suggested_filename.endswith(".hearth")
    assert b"turquoise" not in copy
    lines = iris.page.evaluate(OPEN, [base64.b64encode(copy).decode(), PHRASE])
    assert "The turquoise lamp." in lines and lines.startswith('{"hearth":"export"')

    new = Person(chromium, relay, "iris.elsewhere", "Iris", "Slate", "another boat in november")
    new.sign_up()

    def attempt(content, phrase):
        new.open("/data")
        choose(new, "hearth-copy.hearth", content)
        new.page.get_by_label("The copy’s passphrase").fill(phrase)
        new.press("Open it")

    attempt(copy, "paper boat in november")
    expect(new.page.get_by_role("alert")).to_contain_text("That isn’t this copy’s passphrase.")
    attempt(copy[:-100], PHRASE)
    expect(new.page.get_by_role("alert")).to_contain_text("its end is missing")
    changed = bytearray(copy)
    changed[len(copy) // 2] ^= 1
    attempt(bytes(changed), PHRASE)
    expect(new.page.get_by_role("alert")).to_contain_text("has changed since it was saved")
    # Whoever made another head can make its checksum, too.
    for wrong in ({"salt": "!!!"}, {"salt": None}, {"nonce": "AAAA"}, {"rounds": "600000"}, {"rounds": 600000.5}):
        attempt(with_head(copy, **wrong), PHRASE)
        expect(new.page.get_by_role("alert")).to_contain_text("has changed since it was saved")
    attempt(copy, PHRASE)
    new.heading("In this file")
    new.press("Bring it in")
    new.sees("It’s here now.")
    new.open("/journal")
    new.sees("The turquoise lamp.")
    new.close()
