"""Photos in the shim: chosen, scaled, encrypted, kept, sent, fetched and shown, in every engine."""

import base64
import hashlib
import re
import struct
from pathlib import Path

import pytest

from pictures import PLACE, as_a_phone_takes_it, file, picture, segments
from shim_host import effect, octets, perform
from waiting import eventually, pauses

SPACE = bytes(range(16))
KEEP_SHOWN = """() => {
  const plain = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    if (blob instanceof Blob && !(blob instanceof File)) globalThis.lastShown = blob;
    return plain.call(URL, blob);
  };
}"""
SHOWN = "async () => Array.from(new Uint8Array(await lastShown.arrayBuffer()))"
COLOURS = """async (id) => {
  const image = document.getElementById(id);
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight });
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const at = (x, y) => Array.from(context.getImageData(x * canvas.width, y * canvas.height, 1, 1).data.slice(0, 3));
  return { size: [canvas.width, canvas.height], corners: [at(0.1, 0.1), at(0.9, 0.1), at(0.1, 0.9), at(0.9, 0.9)] };
}"""


@pytest.fixture
def photos(hearth):
    """A page with a file field, a place for a photo, and words for what may be in its way."""
    perform(
        hearth,
        ["create", 2, "input"], ["attr", 2, "type", "file"], ["attr", 2, "id", "field"], ["insert", 1, 2, 0],
        ["create", 3, "figure"], ["create", 4, "img"], ["attr", 4, "id", "shown"], ["attr", 4, "alt", "A photo"],
        ["create", 5, "p"], ["insert", 3, 4, 0], ["insert", 3, 5, 0], ["insert", 1, 3, 0],
        ["create", 6, "span"], ["attr", 6, "id", "photo-missing"], ["text", 7, "not here yet"], ["insert", 6, 7, 0],
        ["create", 8, "span"], ["attr", 8, "id", "photo-broken"], ["text", 9, "something else"], ["insert", 8, 9, 0],
        ["create", 10, "span"], ["attr", 10, "id", "photo-unsent"], ["text", 11, "only here"], ["insert", 10, 11, 0],
        ["insert", 1, 6, 0], ["insert", 1, 8, 0], ["insert", 1, 10, 0],
    )  # fmt: skip
    hearth.evaluate(KEEP_SHOWN)
    return hearth


def choose(page, name, content, kind="image/jpeg"):
    page.locator("#field").set_input_files(file(name, content, kind))
    return effect(page, "choosePhotos", element="field", most=4)


def show(page, photo):
    told = {"element": "shown", "space": octets(SPACE), **{name: octets(photo[name]) for name in ("id", "key", "hash")}}
    assert effect(page, "showPhotos", photos=[told])["ok"]


def note(page, words):
    eventually(lambda: page.evaluate("document.querySelector('figure p').textContent") == words, words, pause=pauses(page))


def is_shown(page):
    eventually(lambda: page.evaluate("document.getElementById('shown').naturalWidth > 0"), "it is shown", pause=pauses(page))


def test_a_photo_is_scaled_the_right_way_up_and_tells_nothing_else(photos):
    taken = as_a_phone_takes_it(picture(photos, 3000, 1500))
    assert PLACE in taken
    made = choose(photos, "IMG_1.jpg", taken)
    assert made["ok"] and "refused" not in made
    [photo] = made["photos"]
    assert (photo["width"], photo["height"]) == (1024, 2048)
    show(photos, photo)
    is_shown(photos)
    jpeg = bytes(photos.evaluate(SHOWN))
    # Where it was taken, by what and when, is gone: nothing but what a picture needs is left.
    assert PLACE not in jpeg and set(segments(jpeg)) <= {0xE0, 0xDB, 0xC0, 0xC2, 0xC4, 0xDD, 0xE2, 0xEE}
    assert 0xE1 not in segments(jpeg) and 0xFE not in segments(jpeg)
    seen = photos.evaluate(COLOURS, "shown")
    assert seen["size"] == [1024, 2048]
    # A quarter turn to the right: what was in the upper left is in the upper right.
    red = [corner[0] > 128 > corner[2] for corner in seen["corners"]]
    assert red == [False, True, False, False]
    assert photos.complaints == []


def path(photo):
    """Where the relay keeps its blob."""
    space, name = (base64.urlsafe_b64encode(id).decode().rstrip("=") for id in (SPACE, bytes.fromhex(photo["id"])))
    return f"/api/spaces/{space}/blobs/{name}"


def test_what_is_kept_and_sent_is_one_padded_ciphertext(photos, host):
    sent = {}

    def take(request, body):
        sent[request.path.split("/")[-1]] = body
        request.send_response(204)
        request.end_headers()

    [photo] = choose(photos, "a.png", picture(photos, 640, 480, "image/png"), "image/png")["photos"]
    show(photos, photo)
    is_shown(photos)
    note(photos, "")
    host.answers[path(photo)] = take
    answered = effect(photos, "sendPhotos", space=octets(SPACE), ids=[octets(photo["id"])])
    assert answered["ok"] and "refused" not in answered
    [blob] = sent.values()
    assert len(blob) == photo["size"] and hashlib.sha256(blob).hexdigest() == photo["hash"]
    assert b"JFIF" not in blob and (len(blob) - 28) % 64 == 0
    # It is sent once.
    sent.clear()
    assert effect(photos, "sendPhotos", space=octets(SPACE), ids=[octets(photo["id"])])["ok"]
    assert sent == {}


@pytest.mark.parametrize(
    ("status", "kind", "content"),
    [
        (200, "text/html", b"<p>Welcome aboard. Sign in to go online.</p>"),
        (200, "application/octet-stream", b""),
        (502, "text/html", b"<p>Bad gateway</p>"),
        (503, "text/plain", b""),
        (503, "application/json", b'{"message":"busy"}'),
    ],
)
def test_one_that_somebody_else_answered_for_stays_unsent(photos, host, status, kind, content):
    [photo] = choose(photos, "a.jpg", picture(photos, 64, 64))["photos"]
    send = {"space": octets(SPACE), "ids": [octets(photo["id"])]}
    host.answers[path(photo)] = lambda request, _: request.reply(status, kind, content)
    assert effect(photos, "sendPhotos", **send)["failure"] == "offline"
    show(photos, photo)
    is_shown(photos)
    note(photos, "only here")
    sent = []

    def take(request, body):
        sent.append(body)
        request.send_response(204)
        request.end_headers()

    host.answers[path(photo)] = take
    assert effect(photos, "sendPhotos", **send)["ok"]
    [blob] = sent
    assert hashlib.sha256(blob).hexdigest() == photo["hash"]
    note(photos, "")


def test_none_is_sent_before_the_relay_has_heard_that_a_session_ended(photos, host):
    [photo] = choose(photos, "a.jpg", picture(photos, 64, 64))["photos"]
    photos.evaluate("localStorage.left = 1")
    host.answers["/api/session"] = lambda request, _: request.reply(503, "application/json", b"{}")
    host.requests.clear()
    answered = effect(photos, "sendPhotos", space=octets(SPACE), ids=[octets(photo["id"])])
    assert answered["failure"] == "offline"
    assert {path for _, path, _, _ in host.requests if path.startswith("/api/")} == {"/api/session"}


@pytest.mark.parametrize(
    ("name", "content", "failure"),
    [
        ("a.jpg", b"this is no picture", "notPicture"),
        ("a.jpg", b"", "emptyFile"),
        ("IMG_2.HEIC", b"\0\0\0\x18ftypheic" + bytes(200), "pictureUnknown"),
    ],
)
def test_what_is_no_picture_is_told_by_name(photos, name, content, failure):
    made = choose(photos, name, content)
    assert made["ok"] and made["photos"] == [] and made["refused"] == failure


def test_one_that_has_not_come_or_is_another_is_told(photos, host):
    def answer(status, content, kind="application/octet-stream"):
        host.answers["/api/spaces/AAECAwQFBgcICQoLDA0ODw/blobs/AAECAwQFBgcICQoLDA0ODw"] = (
            lambda request, _: request.reply(status, kind, content)
        )

    photo = {"id": SPACE.hex(), "key": bytes(32).hex(), "hash": bytes(32).hex()}
    answer(404, b'{"error":"notFound","message":""}', "application/json")
    show(photos, photo)
    note(photos, "not here yet")
    # It is looked for again by itself.
    answer(200, bytes(300))
    note(photos, "something else")
    assert photos.evaluate("!document.getElementById('shown').src")


# What a changed Hearth of the other's could put in the place of a photo, sealed as one (docs/protocol.md).
SEAL = """async ([content, id, key]) => {
  const [bytes, name] = [content, id].map((list) => new Uint8Array(list));
  const padded = new Uint8Array(Math.ceil((bytes.length + 4) / 256) * 256);
  new DataView(padded.buffer).setUint32(0, bytes.length);
  padded.set(bytes, 4);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new Uint8Array([...new TextEncoder().encode('hearth/v1/photo'), ...name]);
  const by = await crypto.subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, ['encrypt']);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, by, padded);
  return [...iv, ...new Uint8Array(sealed)];
}"""


def with_sides(jpeg, width, height):
    """The same with other sides in its frame header."""
    at = 2
    while jpeg[at + 1] not in (0xC0, 0xC2):
        at += 2 + struct.unpack_from(">H", jpeg, at + 2)[0]
    return jpeg[: at + 5] + struct.pack(">HH", height, width) + jpeg[at + 9 :]


@pytest.mark.parametrize(
    ("make", "is_one"),
    [
        (lambda page: picture(page, 64, 48), True),
        (lambda page: picture(page, 64, 48, "image/png"), False),
        (lambda page: with_sides(picture(page, 64, 48), 64, 2049), False),
        (lambda page: with_sides(picture(page, 64, 48), 65535, 65535), False),
        (lambda page: b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", False),
        (lambda page: b"\xff\xd8", False),
        (lambda page: b"\xff\xd8\xff\xff\xff\xff", False),
        (lambda page: b"", False),
    ],
    ids=["photo", "png", "too-high", "huge", "drawing", "cut", "filled", "empty"],
)
def test_only_a_jpeg_of_the_size_of_a_photo_is_shown(photos, host, make, is_one):
    key = bytes(range(32))
    blob = bytes(photos.evaluate(SEAL, [list(make(photos)), list(SPACE), list(key)]))
    photo = {"id": SPACE.hex(), "key": key.hex(), "hash": hashlib.sha256(blob).hexdigest()}
    host.answers[path(photo)] = lambda request, _: request.reply(200, "application/octet-stream", blob)
    show(photos, photo)
    if is_one:
        is_shown(photos)
    else:
        note(photos, "something else")
        assert photos.evaluate("!document.getElementById('shown').src")


def test_signing_out_takes_them_along(photos):
    [photo] = choose(photos, "a.jpg", picture(photos, 64, 64))["photos"]
    assert effect(photos, "showPhotos", photos=[])["ok"] and effect(photos, "forget")["ok"]
    names = photos.evaluate("async () => (await indexedDB.databases()).map(({ name }) => name)")
    assert "hearth-photos" not in names
    show(photos, photo)
    eventually(lambda: photos.evaluate("!document.getElementById('shown').src"), "nothing is shown", pause=pauses(photos))


def prepare(page, photo, **fields):
    told = {"element": "shown", "space": octets(SPACE), **{name: octets(photo[name]) for name in ("id", "key", "hash")}}
    return effect(page, "preparePhoto", photo=told, hereOnly=False, **fields)


def saved_page(page):
    """A page of two images, as it is saved."""
    words = b'<p>&lt;img id="shown"</p><img id="shown" alt="A photo"><img id="other" alt="Another">'
    with page.expect_download() as download:
        assert effect(page, "saveWithPhotos", name="book.html", type="text/html", bytes=octets(words))["ok"]
    assert download.value.suggested_filename == "book.html"
    return Path(download.value.path()).read_text()


@pytest.mark.only("chromium", "webkit")  # what drives Firefox tells nothing of what is saved
def test_a_page_is_saved_with_the_photos_that_are_ready_for_it(photos):
    [photo] = choose(photos, "a.jpg", picture(photos, 1600, 800))["photos"]
    prepared = prepare(photos, photo, side=700)
    assert prepared["ok"]
    # It is on the page, too, as small as it was asked for.
    assert photos.evaluate(COLOURS, "shown")["size"] == [700, 350]
    saved = saved_page(photos)
    [(before, picture_of, after)] = re.findall(r'(.*) src="data:image/jpeg;base64,([^"]+)"(.*)', saved)
    assert before == '<p>&lt;img id="shown"</p><img id="shown"' and after == ' alt="A photo"><img id="other" alt="Another">'
    assert len(base64.b64decode(picture_of)) == prepared["size"]
    # As it is, where it needn't be smaller.
    assert prepare(photos, photo)["ok"] and photos.evaluate(COLOURS, "shown")["size"] == [1600, 800]
    # What is let go is in no page any more.
    assert effect(photos, "releasePhotos", elements=["shown"])["ok"]
    assert not photos.evaluate("document.getElementById('shown').src") and "data:" not in saved_page(photos)
    assert photos.complaints == []


@pytest.mark.only("chromium", "webkit")  # what drives Firefox tells nothing of what is saved
def test_one_that_cannot_be_had_is_not_ready(photos, host):
    photo = {"id": SPACE.hex(), "key": bytes(32).hex(), "hash": bytes(32).hex()}
    told = {"element": "shown", "space": octets(SPACE), **{name: octets(photo[name]) for name in ("id", "key", "hash")}}
    host.requests.clear()
    assert effect(photos, "preparePhoto", photo=told, hereOnly=True)["failure"] == "offline"
    assert [path for _, path, _, _ in host.requests if "/blobs/" in path] == []
    host.answers[path(photo)] = lambda request, _: request.reply(
        404, "application/json", b'{"error":"notFound","message":""}'
    )
    assert prepare(photos, photo)["failure"] == "missing"
    host.answers[path(photo)] = lambda request, _: request.reply(200, "application/octet-stream", bytes(300))
    assert prepare(photos, photo)["failure"] == "broken"
    assert "data:" not in saved_page(photos)


SCROLL = """async () => {
  const found = { most: 0, long: [] };
  new PerformanceObserver((list) => found.long.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  });
  for (let top = 0; top < document.body.scrollHeight - innerHeight; top += 400) {
    scrollTo(0, top);
    await new Promise(requestAnimationFrame);
    found.most = Math.max(found.most, document.querySelectorAll('img[src]').length);
  }
  return found;
}"""


@pytest.mark.only("chromium")
def test_of_a_thousand_only_those_nearby_are_drawn(photos):
    [photo] = choose(photos, "a.jpg", picture(photos, 2048, 1536))["photos"]
    patches, told = [], []
    for number in range(1000):
        figure, image, note = 100 + 3 * number, 101 + 3 * number, 102 + 3 * number
        patches += [
            ["create", figure, "figure"], ["create", image, "img"], ["attr", image, "id", f"many-{number}"],
            ["attr", image, "width", "400"], ["attr", image, "height", "300"], ["attr", image, "alt", ""],
            ["create", note, "p"], ["insert", figure, image, 0], ["insert", figure, note, 0], ["insert", 1, figure, 0],
        ]  # fmt: skip
        keys = {name: octets(photo[name]) for name in ("id", "key", "hash")}
        told.append({"element": f"many-{number}", "space": octets(SPACE), **keys})
    perform(photos, *patches)
    assert effect(photos, "showPhotos", photos=told)["ok"]
    found = photos.evaluate(SCROLL)
    assert 0 < found["most"] <= 24
    last = "document.getElementById('many-999').naturalWidth > 0"
    eventually(lambda: photos.evaluate(last), "the last one is shown", pause=pauses(photos))
    assert not photos.evaluate("document.getElementById('many-0').src")
    print("long tasks:", found["long"])
