"""The service worker and the assembled bundle in real browsers: offline, updates, hosts that serve something else."""

import hashlib
import json
import re
import struct
import subprocess
import sys

import pytest

from engines import expect
from shim_host import ROOT, Host, effect, fake_core, leave_by, messages, open_hearth, wait_for
from waiting import eventually, pauses


def publish(host, version, content=None):
    """Has the host serve a version: every file of the page as it is now, and the list that the worker goes by."""
    if content:
        host.files["/content-en.json"] = content
    worker = (ROOT / "Web/sw.js").read_text().replace("'development'", f"'{version}'")
    host.files["/sw.js"] = worker.encode()
    for path in (ROOT / "Web").rglob("*.*"):
        host.files.setdefault(f"/{path.relative_to(ROOT / 'Web')}", path.read_bytes())
    listed = {path: content for path, content in host.files.items() if path not in ("/sw.js", "/assets.json")}
    files = {path: {"sha256": hashlib.sha256(content).hexdigest()} for path, content in listed.items()}
    host.files["/assets.json"] = json.dumps({"version": version, "files": files}).encode()


def content(page):
    return bytes.fromhex(effect(page, "content")["content"])


@pytest.fixture
def installed(host, page):
    """A page whose worker holds version one."""
    fake_core(host, page)
    publish(host, "one", b"one")
    open_hearth(page)
    wait_for_worker(page)
    return page


def wait_for_worker(page):
    eventually(lambda: page.evaluate("!!navigator.serviceWorker.controller"), "the worker takes over", pause=pauses(page))


def check_for_update(page):
    """Has the browser look for a newer version, and gives what became of its worker: `installed`, or `redundant` if it was refused."""
    return page.evaluate(
        """async () => {
          const found = await navigator.serviceWorker.getRegistration();
          const worker = new Promise((begun) => {
            found.addEventListener('updatefound', () => begun(found.installing), { once: true });
          });
          await found.update().catch(() => {});
          const newer = await worker;
          const isOver = () => newer.state === 'installed' || newer.state === 'redundant';
          while (!isOver()) await new Promise((next) => newer.addEventListener('statechange', next, { once: true }));
          return newer.state;
        }"""
    )


def test_after_one_visit_every_address_opens_without_a_host(installed):
    installed.host.close()
    open_hearth(installed, "/us")
    assert content(installed) == b"one" and messages(installed, "started")[0]["path"] == "/us"
    assert installed.locator("#hearth").count() == 1
    assert installed.evaluate("fetch('/icons/hearth.svg').then((found) => found.status)") == 200
    assert effect(installed, "http", method="GET", path="/api/account")["failure"] == "offline"


def test_what_the_relay_answers_never_passes_through_the_worker(installed):
    answers = iter([b"1", b"2"])
    installed.host.answers["/api/account"] = lambda request, _: request.reply(200, "application/json", next(answers))
    bodies = [effect(installed, "http", method="GET", path="/api/account")["body"] for _ in range(2)]
    assert bodies == [b"1".hex(), b"2".hex()]
    cached = installed.evaluate("""caches.keys().then(([name]) => caches.open(name)).then((cache) => cache.keys())
          .then((keys) => keys.map((key) => key.url))""")
    assert cached and not [url for url in cached if "/api" in url or "sw.js" in url]


def test_an_update_is_announced_and_comes_when_it_is_asked_for(installed):
    publish(installed.host, "two", b"two")
    check_for_update(installed)
    wait_for(installed, "updateReady")
    open_hearth(installed)
    assert content(installed) == b"one"
    wait_for(installed, "updateReady")
    with installed.expect_navigation():
        leave_by(installed, "applyUpdate")
    installed.wait_for_selector("#hearth:empty", state="attached")
    assert content(installed) == b"two"
    assert installed.evaluate("caches.keys()") == ["hearth-two"]
    installed.wait_for_timeout(100)
    assert messages(installed, "updateReady") == []


def test_the_worker_that_has_the_page_is_no_update_although_it_is_still_called_a_waiting_one(installed):
    installed.evaluate("""async () => {
      const found = await navigator.serviceWorker.getRegistration();
      const { controller } = navigator.serviceWorker;
      for (const name of ['installing', 'waiting']) Object.defineProperty(found, name, { get: () => controller });
      found.dispatchEvent(new Event('updatefound'));
      controller.dispatchEvent(new Event('statechange'));
    }""")
    installed.wait_for_timeout(100)
    assert messages(installed, "updateReady") == []


def test_each_of_two_tabs_lets_the_same_update_in(installed):
    other = installed.context.new_page()
    other.host = installed.host
    open_hearth(other)
    publish(installed.host, "two", b"two")
    check_for_update(installed)
    for page in (installed, other):
        wait_for(page, "updateReady")
    for page in (installed, other):
        # Only what is done at once counts, not what is done when a worker doesn't answer for long.
        page.evaluate("""() => {
          const plain = setTimeout;
          globalThis.setTimeout = (then, after) => (after > 2000 ? 0 : plain(then, after));
        }""")
        with page.expect_navigation():
            leave_by(page, "applyUpdate")
        page.wait_for_selector("#hearth:empty", state="attached")
        assert content(page) == b"two"
    other.close()


@pytest.mark.parametrize("fault", ["changed", "missing", "listed under another version"])
def test_a_version_that_is_not_what_it_says_is_not_taken(installed, fault):
    publish(installed.host, "two", b"two")
    if fault == "changed":
        installed.host.files["/content-en.json"] = b"evil"
    elif fault == "missing":
        installed.host.answers["/style.css"] = lambda request, _: request.reply(404, "text/css", b"")
    else:
        installed.host.files["/assets.json"] = installed.host.files["/assets.json"].replace(b'"two"', b'"three"')
    assert check_for_update(installed) == "redundant"
    assert messages(installed, "updateReady") == []
    open_hearth(installed)
    assert content(installed) == b"one"
    # Once the host is whole again, so is the update.
    installed.host.answers.clear()
    publish(installed.host, "two", b"two")
    check_for_update(installed)
    wait_for(installed, "updateReady")


def test_a_version_that_cannot_start_gives_way_to_the_next(installed):
    publish(installed.host, "two", b"two")
    check_for_update(installed)
    wait_for(installed, "updateReady")
    # What holds the page up here is the core; it could be any fault of version one.
    installed.evaluate("fake.answers = null")
    installed.evaluate("dispatchEvent(new Event('online'))")
    installed.locator("#stopped").wait_for()
    open_hearth(installed)
    assert content(installed) == b"two"


# The bundle as script/web puts it together


def tiny_core(answer):
    """A WebAssembly module that gives the same answer to every message."""
    text = json.dumps(answer).encode()
    frame = struct.pack("<II", 8 + len(text), len(text)) + text

    def leb(number, signed=False):
        out = b""
        while True:
            low, number = number & 0x7F, number >> 7
            if number == 0 and not (signed and low & 0x40):
                return out + bytes([low])
            out += bytes([low | 0x80])

    def section(number, *items):
        content = leb(len(items)) + b"".join(items)
        return bytes([number]) + leb(len(content)) + content

    def name(text):
        return leb(len(text)) + text.encode()

    def constant(number):
        body = b"\x00\x41" + leb(number, signed=True) + b"\x0b"
        return leb(len(body)) + body

    one, two, none = b"\x60\x01\x7f\x01\x7f", b"\x60\x02\x7f\x7f\x01\x7f", b"\x60\x01\x7f\x00"
    exports = ["hearth_allocate", "hearth_receive", "hearth_release"]
    return b"\0asm\1\0\0\0" + b"".join(
        [
            section(1, one, two, none),
            section(3, b"\x00", b"\x01", b"\x02"),
            section(5, b"\x00\x10"),
            section(
                7, name("memory") + b"\x02\x00", *[name(text) + bytes([0, index]) for index, text in enumerate(exports)]
            ),
            section(10, constant(65536), constant(1024), b"\x02\x00\x0b"),
            section(11, b"\x00\x41" + leb(1024, signed=True) + b"\x0b" + leb(len(frame)) + frame),
        ]
    )


def put_together(built, web):
    """Runs script/web in the environment of these tests, which is the project's."""
    subprocess.run([sys.executable, ROOT / "script/web", "--built", built, "--to", web], check=True)
    return web


@pytest.fixture
def bundle(tmp_path):
    built = tmp_path / "built"
    (built / "wasm-out").mkdir(parents=True)
    answer = {
        "patches": [["text", 2, "Good evening"], ["insert", 1, 2, 0]],
        "effects": [{"do": "title", "text": "Today"}, {"do": "clearHash"}],
    }
    (built / "wasm-out/browser.wasm").write_bytes(tiny_core(answer))
    (built / "content-en.json").write_text("{}")
    (built / "content-en-rest.json").write_text("{}")
    (built / "first-page.html").write_text('<div class="frame"><h1>Come in</h1></div>\n')
    return put_together(built, tmp_path / "web")


def test_the_bundle_starts_under_the_strict_policy_and_again_without_a_host(bundle, page):
    host = Host(bundle)
    host.files.clear()
    page.goto(host.url)
    expect(page.locator("#hearth")).to_contain_text("Good evening")
    assert page.title() == "Today"
    wait_for_worker(page)
    assert page.complaints == []
    host.close()
    page.goto(host.url + "/us")
    expect(page.locator("#hearth")).to_contain_text("Good evening")


@pytest.mark.only("chromium", "firefox")  # WebKit's worker shares no cache with its page
def test_a_first_visit_asks_for_nothing_twice(bundle, page):
    host = Host(bundle)
    host.files.clear()
    page.goto(host.url)
    wait_for_worker(page)
    asked = [path for _, path, _, _ in host.requests]
    for path in ("/browser.wasm", "/first.js", "/shim.js", "/style.css", "/fonts/vollkorn-500.woff2"):
        assert asked.count(path) == 1, asked
    assert asked.count("/") + asked.count("/index.html") == 1, asked
    host.close()


@pytest.mark.only("chromium", "firefox")  # WebKit's driver can't hold a file back
def test_the_first_page_stands_in_the_bundle_for_strangers_alone(bundle, page):
    host = Host(bundle)
    host.files.clear()
    page.route("**/browser.wasm", lambda route: None)
    page.goto(host.url)
    page.wait_for_selector("h1:has-text('Come in')")
    assert page.locator(".splash").is_hidden()
    page.goto(host.url + "/us")
    page.wait_for_selector(".splash")
    assert page.locator("h1").is_hidden() and page.complaints == []
    host.close()


@pytest.mark.only("chromium", "firefox")  # WebKit's driver doesn't tell what it complains of before a page has begun
@pytest.mark.parametrize("name, titles", [("shim", ["Hearth"]), ("first", ["Hearth", "Today"])])
def test_a_changed_shim_does_not_run(bundle, page, name, titles):
    script = (bundle / f"{name}.js").read_text()
    (bundle / f"{name}.js").write_text(script.rstrip() + "\ndocument.title = 'owned';\n")
    host = Host(bundle)
    host.files.clear()
    page.goto(host.url)
    eventually(lambda: "integrity" in " ".join(page.complaints), "the browser refuses it", pause=pauses(page))
    assert page.title() in titles
    host.close()


def test_the_bundle_is_the_same_every_time_and_lists_what_it_holds(bundle, tmp_path):
    again = tmp_path / "again"
    put_together(tmp_path / "built", again)
    everything = {path.relative_to(bundle): path.read_bytes() for path in bundle.rglob("*") if path.is_file()}
    assert everything == {path.relative_to(again): path.read_bytes() for path in again.rglob("*") if path.is_file()}
    listed = json.loads((bundle / "assets.json").read_text())["files"]
    for path, about in listed.items():
        content = (bundle / path[1:]).read_bytes()
        assert (about["sha256"], about["bytes"]) == (hashlib.sha256(content).hexdigest(), len(content))
    unlisted = {f"/{path}" for path in everything if not re.search(r"\.(br|gz)$", str(path))} - listed.keys()
    assert unlisted == {"/sw.js", "/assets.json"}


def test_the_shim_stays_small(bundle):
    assert sum((bundle / f"{name}.br").stat().st_size for name in ("shim.js", "first.js", "sw.js")) <= 12 * 1024
    assert sum(path.stat().st_size for path in (bundle / "fonts").glob("*.woff2")) <= 40 * 1024
