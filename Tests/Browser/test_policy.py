"""What the page may and may not do: the strict policy, no third party, no readable cookie, Today without a network."""

import re

import pytest

from demo import INSIDE, OUTSIDE, demo_person
from engines import expect
from kept import RAW
from people import Device, Person, eventually

POLICY = {
    "default-src": ["'none'"],
    "script-src": ["'self'", "'wasm-unsafe-eval'"],
    "style-src": ["'self'"],
    "connect-src": ["'self'"],
    "font-src": ["'self'"],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "frame-ancestors": ["'none'"],
    "require-trusted-types-for": ["'script'"],
    "trusted-types": ["hearth"],
}


@pytest.fixture(scope="module")
def ben(chromium, demo):
    """Somebody who has seen every page, while everything that was asked for was written down."""
    person = Person(chromium, demo, "ben", "Ben", "", "")
    person.requests = []
    person.context.on("request", lambda request: person.requests.append(request.url))
    for path in OUTSIDE:
        person.open(path)
        expect(person.page.locator("main h1").first).to_be_visible()
    person.close()
    signed_in = demo_person(chromium, demo, "ben")
    signed_in.requests = person.requests
    signed_in.context.on("request", lambda request: signed_in.requests.append(request.url))
    signed_in.complaints.extend(person.complaints)
    signed_in.wire.elsewhere += person.wire.elsewhere
    for path in INSIDE:
        signed_in.open(path)
        expect(signed_in.page.locator("main h1").first).to_be_visible()
    yield signed_in
    signed_in.close()


@pytest.mark.parametrize("path", ["/", "/us", "/index.html", "/shim.js", "/style.css", "/browser.wasm", "/sw.js"])
def test_every_file_of_the_page_carries_the_strict_policy(demo, path):
    _, headers, _ = demo.ask("GET", path)
    (policy,) = headers.get_all("Content-Security-Policy")
    found = {name: sources for name, *sources in (part.split() for part in policy.split(";"))}
    for name, sources in POLICY.items():
        assert found[name] == sources
    assert set(found) - set(POLICY) <= {"img-src"} and "unsafe-inline" not in policy and "*" not in policy
    # Images: files of the page, drawings in the sheet, and photos that the page itself has decrypted.
    assert set(found["img-src"]) <= {"'self'", "blob:", "data:"}
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Server" not in headers and "X-Powered-By" not in headers


def test_the_page_closes_only_what_browsers_know(chromium, demo):
    device = Device(chromium, demo)
    lines = []
    device.page.on("console", lambda line: lines.append(line.text))
    device.open("/")
    expect(device.page.locator("main h1")).to_be_visible()
    assert [line for line in lines if "Permissions-Policy" in line] == []
    device.close()


@pytest.mark.parametrize("path", ["/api/account", "/api/nothing", "/health"])
def test_answers_are_read_as_what_they_are_and_kept_nowhere(demo, path):
    _, headers, _ = demo.ask("GET", path)
    assert headers["Content-Type"] == "application/json" and headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_nothing_is_asked_of_anybody_else(ben, demo):
    assert len(ben.requests) > 100
    own = re.compile(re.escape(demo.url) + "/|blob:|data:image/")
    assert [url for url in ben.requests if not own.match(url)] == []
    # Nor behind the pages' back: everything that leaves the browser goes over the wire.
    assert ben.wire.elsewhere == []


def test_nothing_complains(ben):
    assert ben.complaints == []


def test_scripts_cannot_read_a_cookie(ben):
    cookies = ben.context.cookies()
    assert [cookie["name"] for cookie in cookies] == ["hearth"]
    assert all(cookie["httpOnly"] and cookie["sameSite"] == "Strict" and cookie["path"] == "/" for cookie in cookies)
    assert ben.page.evaluate("document.cookie") == ""
    assert ben.page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_nothing_readable_is_kept_on_the_device(ben):
    """What IndexedDB holds is locked; keys in it can be used here and never taken out."""
    held, readable = [], []

    def look(value):
        if isinstance(value, dict):
            if "key" in value and "usages" in value:
                held.append(f"key {value['key'] == 'extractable'}".lower())
            else:
                list(map(look, value.values()))
        elif isinstance(value, list):
            list(map(look, value))
        elif isinstance(value, str) and re.fullmatch("([0-9a-f]{2})+", value):
            held.append(bytes.fromhex(value).decode("latin1"))
        else:
            readable.append(str(value))

    for _, _, value in ben.page.evaluate(RAW):
        look(value)
    assert "key false" in held and "key true" not in held
    text = "\n".join(held + readable)
    assert len(text) > 10_000
    for word in ("appreciation", "journal", "check.answered", "emotional", '"kind"'):
        assert word not in text
    # So short a word also comes up by chance among so many random bytes; a name that is kept stands in quotation marks there.
    for name in ("Ben", "Ana"):
        assert name not in "\n".join(readable) and f'"{name}"' not in text


def test_code_that_slips_into_the_page_is_refused(ben):
    """Were somebody to find a way to write into the page, the browser itself would not run it."""
    ben.open("/")
    expect(ben.page.locator("main h1").first).to_be_visible()
    done = ben.page.evaluate(
        """async () => {
          const tried = {};
          const attempt = (name, work) => { try { work(); tried[name] = 'done'; } catch { tried[name] = 'refused'; } };
          attempt('html', () => { document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>'; });
          attempt('policy', () => trustedTypes.createPolicy('other', { createHTML: (text) => text }));
          const script = document.createElement('script');
          attempt('script', () => { script.textContent = 'window.owned = 1'; });
          attempt('source', () => { script.src = 'data:text/javascript,window.owned=1'; });
          script.append('window.owned = 1');
          document.body.append(script);
          tried.owned = window.owned ?? 'no';
          tried.fetch = await fetch('https://example.org/').then(() => 'done', () => 'refused');
          const image = new Image();
          tried.image = await new Promise((resolve) => {
            image.onload = () => resolve('done');
            image.onerror = () => resolve('refused');
            image.src = 'http://127.0.0.1:1/x.png';
          });
          return tried;
        }"""
    )
    assert done.pop("owned") == "no"
    assert len(done) == 6 and set(done.values()) == {"refused"}
    assert ben.wire.elsewhere == []
    ben.complaints.clear()


def test_the_page_cannot_be_framed(ben, demo):
    other = ben.context.new_page()
    frame = f'<iframe src="{demo.url}/"></iframe>'
    other.route("**/framing", lambda route: route.fulfill(body=frame, content_type="text/html"))
    with other.expect_console_message(lambda line: "frame-ancestors 'none'" in line.text):
        other.goto("http://127.0.0.1:9/framing")
    assert other.frame_locator("iframe").locator("#hearth").count() == 0
    other.close()


def test_today_opens_without_a_network(chromium, demo):
    ana = demo_person(chromium, demo, "ana")
    ana.settled()
    today = ana.page.locator("main h1").inner_text()
    eventually(lambda: ana.page.evaluate("!!navigator.serviceWorker.controller"), "the worker has taken over")
    ana.wire.cut()
    ana.context.set_offline(True)
    ana.reload()
    ana.heading(today)
    ana.sees("You’re offline. What you write is kept here and goes out later.")
    expect(ana.page.locator(".deed")).to_be_visible()
    ana.open("/us")
    expect(ana.page.locator(".pillars .dumbbells > li")).to_have_count(4)
    ana.open("/")
    ana.give_thanks("Written on a mountain")
    ana.reload()
    ana.open("/jar")
    ana.sees("Written on a mountain")
    ana.wire.mend()
    ana.context.set_offline(False)
    ana.everything_sent()
    ana.close()


def test_hearth_can_be_installed(chromium, demo):
    device = Device(chromium, demo)
    device.open("/")
    expect(device.page.locator("main h1")).to_be_visible()
    session = device.context.new_cdp_session(device.page)
    manifest = session.send("Page.getAppManifest")
    assert manifest["errors"] == [] and manifest["url"] == demo.url + "/manifest.webmanifest"
    problems = [found["errorId"] for found in session.send("Page.getInstallabilityErrors")["installabilityErrors"]]
    assert [problem for problem in problems if problem != "in-incognito"] == []
    device.close()
