"""Waits of the shim come to an end, whatever storage, keys, network and workers do, and what hung can be used again."""

import json
import re
import threading
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from people import Person
from shim_host import ROOT, effect, fake_core, leave_by, messages, octets, open_hearth, perform, wait_for
from waiting import eventually, pauses

pytestmark = pytest.mark.only("chromium", "firefox")  # WebKit's driver can't put a page's clock forward

# Storage, or all work with keys, that never answers as long as `hangs` names it.
HANGING = """
  globalThis.hangs = sessionStorage.hangs ?? '';
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...all) { return hangs === 'open' ? {} : open.apply(this, all); };
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...all) {
    const store = new Proxy({}, { get: () => () => ({}) });
    const silent = { objectStore: () => store, abort: () => { globalThis.aborted = true; } };
    return hangs === 'transaction' ? silent : transaction.apply(this, all);
  };
  for (const name of ['deriveBits', 'encrypt', 'generateKey']) {
    const plain = SubtleCrypto.prototype[name];
    SubtleCrypto.prototype[name] = function (...all) {
      return hangs === 'keys' ? new Promise(() => {}) : plain.apply(this, all);
    };
  }
"""


# Storage that can't be opened once, for the reason that `fails` names.
FAILING = """
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...all) {
    const name = sessionStorage.fails;
    if (!name) return open.apply(this, all);
    delete sessionStorage.fails;
    if (name === 'SecurityError') throw new DOMException('', name);
    const request = Object.assign(new EventTarget(), { error: new DOMException('', name) });
    request.addEventListener('error', (event) => request.onerror(event));
    setTimeout(() => request.dispatchEvent(new Event('error')));
    return request;
  };
"""


@contextmanager
def blocking(engines, engine, folder):
    """A page in a browser whose settings block all cookies, and with them whatever else a page keeps."""
    if engine == "chromium":
        settings = {"profile": {"default_content_setting_values": {"cookies": 2}}}
        (folder / "Default").mkdir()
        (folder / "Default/Preferences").write_text(json.dumps(settings))
        context = engines.keeping(folder)
    else:
        context = engines["firefox_without_cookies"].new_context()
    page = context.new_page()
    yield page
    context.close()


@pytest.fixture
def hearth(host, page):
    """A started page on which time can be made to pass and things can be made to hang."""
    page.clock.install()
    page.add_init_script(HANGING)
    fake_core(host, page)
    open_hearth(page)
    return page


@pytest.fixture
def silence(host):
    """Makes an address of the host take requests and never answer them."""
    over = threading.Event()

    def fall(path):
        host.answers[path] = lambda *_: over.wait()

    yield fall
    over.set()


def hang(page, what):
    page.evaluate("what => { hangs = what; }", what)


def begin(page, name, **fields):
    """Asks for one effect without waiting for its answer."""
    perform(page, effects=[{"do": name, "id": 7, **fields}])


def answer(page):
    found = [message for message in messages(page, "response") if message["id"] == 7]
    return found[0] if found else None


def pass_time(page, seconds):
    """Limits run in two halves, the second from the end of the first."""
    page.clock.fast_forward(500 * seconds)
    page.clock.fast_forward(500 * seconds)


def fails(page, failure):
    eventually(lambda: answer(page), "an answer", pause=pauses(page))
    assert answer(page)["failure"] == failure


STORED = {"put": [], "delete": [{"store": "records", "key": "draft/1"}]}


def signed_in(page):
    """Opens keys, so that there is something to store with."""
    account = effect(page, "makeAccount", passphrase="quiet granite window pear")
    assert effect(
        page,
        "openAccount",
        **{name: octets(account[name]) for name in ("personByPassphrase", "signingPrivate")},
        spaces=[{"id": octets(account["space"]), "key": octets(account["spaceKey"])}],
    )["ok"]


# Storage


def test_storage_that_does_not_open_at_the_start_is_told(host, page):
    page.add_init_script(HANGING)
    fake_core(host, page)
    open_hearth(page)
    signed_in(page)
    page.evaluate("sessionStorage.hangs = 'open'")
    page.clock.install()
    page.goto(host.url)
    # The first half may only run out once the page waits.
    eventually(
        lambda: page.clock.fast_forward(5000) or page.evaluate("globalThis.fake?.messages.length"),
        "the core is told",
        pause=pauses(page),
    )
    started = messages(page, "started")[0]
    assert started["stored"] == {"storage": False, "keys": False, "locked": False, "account": None, "stuck": True}


def test_storage_that_cannot_be_read_at_the_start_is_told(host, page):
    page.add_init_script(FAILING)
    fake_core(host, page)
    open_hearth(page)
    signed_in(page)
    for reason in ("UnknownError", "SecurityError"):
        page.evaluate("reason => { sessionStorage.fails = reason; }", reason)
        open_hearth(page)
        nothing = {"storage": False, "keys": False, "locked": False, "account": None}
        assert messages(page, "started")[0]["stored"] == nothing
    open_hearth(page)
    assert messages(page, "started")[0]["stored"]["keys"] is True


def test_a_browser_that_blocks_what_pages_keep_is_told_apart(engines, engine, host, tmp_path):
    with blocking(engines, engine, tmp_path) as page:
        fake_core(host, page)
        open_hearth(page)
        nothing = {"storage": False, "keys": False, "locked": False, "account": None}
        assert messages(page, "started")[0]["stored"] == {**nothing, "blocked": True}


@pytest.mark.parametrize("what", ["open", "transaction"])
def test_storage_that_hangs_is_told_and_used_again_once_it_answers(hearth, what):
    signed_in(hearth)
    if what == "open":
        hearth.evaluate("dispatchEvent(new Event('pagehide')); dispatchEvent(new Event('pageshow'))")
    hang(hearth, what)
    begin(hearth, "store", **STORED)
    pass_time(hearth, 8)
    assert answer(hearth) is None
    pass_time(hearth, 10)
    fails(hearth, "stuck")
    assert hearth.evaluate("!!globalThis.aborted") == (what == "transaction")
    hang(hearth, "")
    assert effect(hearth, "store", **STORED)["ok"]
    assert effect(hearth, "load", store="records")["ok"]


def test_a_page_that_is_left_holds_no_database_and_opens_it_again_when_it_is_shown(hearth):
    signed_in(hearth)
    hearth.evaluate("dispatchEvent(new Event('pagehide'))")
    begin(hearth, "load", store="records")
    # Whoever holds it would be in the way of this.
    hearth.evaluate(
        """() => new Promise((resolve, reject) => {
          const request = indexedDB.open('hearth', 2);
          request.onblocked = reject;
          request.onsuccess = () => {
            request.result.close();
            indexedDB.deleteDatabase('hearth').onsuccess = resolve;
          };
        })"""
    )
    assert answer(hearth) is None
    hearth.evaluate("dispatchEvent(new Event('pageshow'))")
    eventually(lambda: answer(hearth), "it is read", pause=pauses(hearth))
    assert answer(hearth)["ok"]


def test_a_database_that_another_page_took_away_is_opened_again(hearth):
    signed_in(hearth)
    hearth.evaluate(
        """() => new Promise((resolve, reject) => {
          const request = indexedDB.deleteDatabase('hearth');
          request.onblocked = reject;
          request.onsuccess = resolve;
        })"""
    )
    assert effect(hearth, "store", **STORED)["ok"]


# Keys


def test_keys_that_hang_are_told(hearth):
    hang(hearth, "keys")
    begin(hearth, "makeAccount", passphrase="quiet granite window pear")
    pass_time(hearth, 50)
    assert answer(hearth) is None
    pass_time(hearth, 60)
    fails(hearth, "stuck")


def test_what_could_not_be_locked_in_time_is_not_in_the_way_of_what_comes_after(hearth):
    signed_in(hearth)
    hang(hearth, "keys")
    begin(hearth, "store", put=[{"store": "records", "key": "draft/1", "bytes": octets("aa")}], delete=[])
    hang(hearth, "")
    pass_time(hearth, 60)
    fails(hearth, "stuck")
    later = effect(hearth, "store", put=[{"store": "records", "key": "draft/2", "bytes": octets("bb")}], delete=[])
    assert later["ok"]
    records = effect(hearth, "load", store="records")["records"]
    assert [(record["key"], record["bytes"]) for record in records if "draft" in record["key"]] == [("draft/2", "bb")]


# The network


def test_a_relay_that_never_answers_is_told(hearth, silence):
    silence("/api/account")
    begin(hearth, "http", method="GET", path="/api/account")
    eventually(lambda: [found for found in hearth.host.requests if found[1] == "/api/account"], "it is asked")
    pass_time(hearth, 18)
    assert answer(hearth) is None
    pass_time(hearth, 20)
    fails(hearth, "timeout")


def test_what_is_sent_has_the_time_that_a_slow_line_needs(hearth, silence):
    silence("/api/spaces/x/entries")
    body = octets(bytes(160_000))
    begin(hearth, "http", method="POST", path="/api/spaces/x/entries", body=body, type="application/octet-stream")
    eventually(lambda: [found for found in hearth.host.requests if found[0] == "POST"], "it is asked")
    pass_time(hearth, 38)
    assert answer(hearth) is None
    pass_time(hearth, 40)
    fails(hearth, "timeout")


def test_an_answer_that_comes_slowly_is_read_and_one_that_stops_is_given_up(hearth):
    over = threading.Event()

    def trickle(request, _):
        request.send_response(200)
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", "2")
        request.end_headers()
        request.wfile.write(b"{")
        over.wait()

    hearth.host.answers["/api/account"] = trickle
    begin(hearth, "http", method="GET", path="/api/account")
    eventually(lambda: [found for found in hearth.host.requests if found[1] == "/api/account"], "it is asked")
    hearth.wait_for_timeout(200)
    pass_time(hearth, 100)
    assert answer(hearth) is None
    pass_time(hearth, 120)
    fails(hearth, "timeout")
    over.set()


def test_a_stream_that_does_not_open_is_tried_again(hearth, silence):
    silence("/api/live")
    perform(hearth, effects=[{"do": "live", "open": True}])

    def asked():
        return sum(found[1] == "/api/live" for found in hearth.host.requests)

    eventually(lambda: asked() == 1, "the stream is asked for", pause=pauses(hearth))
    hearth.clock.fast_forward(20_000)
    assert wait_for(hearth, "live")[0]["event"] == "closed"
    hearth.clock.fast_forward(2000)
    eventually(lambda: asked() == 2, "the stream is asked for again", pause=pauses(hearth))


def test_content_that_does_not_come_is_told_and_asked_for_again(hearth, silence):
    silence("/content-en.json")
    begin(hearth, "content")
    eventually(lambda: [found for found in hearth.host.requests if found[1] == "/content-en.json"], "it is asked")
    pass_time(hearth, 120)
    fails(hearth, "stuck")
    hearth.host.answers.clear()
    assert effect(hearth, "content")["ok"]


# Workers and the page


def test_a_new_version_that_does_not_take_over_is_not_waited_for(hearth):
    hearth.add_init_script("""
      ServiceWorkerContainer.prototype.register = async () =>
        Object.assign(new EventTarget(), { waiting: { postMessage() {} }, update: async () => {} });
    """)
    open_hearth(hearth)
    perform(hearth, effects=[{"do": "applyUpdate"}])
    with hearth.expect_navigation():
        hearth.clock.fast_forward(10_000)


def test_the_page_can_be_loaded_anew(hearth):
    with hearth.expect_navigation():
        leave_by(hearth, "reload")


def test_a_page_whose_script_never_comes_says_so_by_itself(host, page):
    """What hides the sentence at first is the sheet alone; its clock is put forward here."""
    styles = sorted((ROOT / "Web/styles").glob("*.css"))
    host.files["/style.css"] = b"".join(path.read_bytes() for path in styles)
    page.route("**/shim/main.js", lambda route: route.abort())
    page.emulate_media(reduced_motion="reduce")
    page.goto(host.url)
    slow = page.locator("#slow")
    expect(slow).to_be_hidden()
    wait = "document.querySelector('#slow').getAnimations()[0].currentTime = "
    page.evaluate(wait + "14000")
    expect(slow).to_be_hidden()
    page.evaluate(wait + "15001")
    expect(slow).to_be_visible()
    expect(slow.get_by_role("link", name="Open it again")).to_have_attribute("href", "/")


# With the real core


def test_somebody_whose_storage_hangs_is_told_and_comes_in_once_it_answers(chromium, relay):
    person = Person(chromium, relay, "una", "Una", "Clay", "quiet granite window pear")
    person.sign_up()
    hung = "if (sessionStorage.hung) IDBFactory.prototype.open = () => new EventTarget();"
    person.context.add_init_script(hung)
    person.page.evaluate("sessionStorage.hung = 'yes'")
    person.reload()
    person.heading("This device didn’t answer")
    person.page.get_by_role("contentinfo").get_by_text("Help").click()
    person.heading("Help from people")
    person.path("/help")
    person.page.go_back()
    person.heading("This device didn’t answer")
    person.page.evaluate("delete sessionStorage.hung")
    person.press("Load it again")
    person.heading("Una")
    person.close()


def failing(person):
    """Lets the next opening of what the device keeps fail, as some browsers do once in a while."""
    person.context.add_init_script(FAILING)
    return lambda: person.page.evaluate("sessionStorage.fails = 'UnknownError'")


def test_somebody_whose_device_cannot_be_read_once_is_told_and_comes_in_by_trying_again(chromium, relay):
    person = Person(chromium, relay, "uma", "Uma", "Clay", "quiet granite window pear")
    fail_once = failing(person)
    person.sign_up()
    fail_once()
    person.reload()
    person.heading("Hearth couldn’t read this device")
    person.press("Load it again")
    person.heading("Uma")
    person.close()


@pytest.mark.parametrize("opening", range(2))
def test_a_place_is_made_whole_or_not_at_all_where_the_device_fails_once(chromium, relay, opening):
    """Whether the place of the records or the key’s fails: nothing is at the relay yet, and trying again goes on."""
    person = Person(chromium, relay, f"ula-{opening}", "Ula", "Clay", "quiet granite window pear")
    fail_once = failing(person)
    person.open()
    person.press("Make a place for us")
    person.type_key()
    person.press("Next")
    person.page.get_by_label("What you like to be called").fill("Ula")
    if opening == 0:
        fail_once()
    else:
        # The second one: what lies apart.
        person.page.evaluate(
            """(skipped) => {
              const { open } = IDBFactory.prototype;
              IDBFactory.prototype.open = function (...all) {
                if (!skipped--) sessionStorage.fails = 'UnknownError';
                return open.apply(this, all);
              };
            }""",
            opening,
        )
    person.press("Make our place")
    person.sees("Hearth couldn’t read this device. What you typed is still here; try again.")
    assert not person.wire.answers("POST", "/api/accounts")
    person.press("Make our place")
    person.heading("Your recovery code")
    person.code = person.page.locator(".code-grid .code-group").all_inner_texts()
    person.press("I’ve kept it safe")
    person.type_code_back()
    person.heading(re.compile(", Ula$"))
    person.close()


def test_a_browser_that_blocks_what_pages_keep_says_what_to_change(engines, engine, relay, tmp_path):
    with blocking(engines, engine, tmp_path) as page:
        page.goto(relay.url)
        expect(page.get_by_role("heading", name="Hearth may keep nothing here")).to_be_visible()
        expect(page.get_by_text("Allow cookies and site data for this address")).to_be_visible()
        expect(page.get_by_role("button", name="Load it again")).to_be_visible()


def test_leaving_at_any_moment_after_making_a_place_locks_nobody_out(chromium, relay):
    """The first moments of an account are busy ones for the store; a page that goes then must leave it to the next."""
    for number in range(4):
        person = Person(chromium, relay, f"brief-{number}", "Uno", "Moss", "quiet granite window pear")
        person.open()
        person.press("Make a place for us")
        person.make_place()
        for _ in range(number):
            person.page.wait_for_timeout(40)
        person.reload()
        expect(person.page.get_by_role("navigation", name="Places")).to_be_visible()
        person.heading(re.compile(", Uno$"))
        assert person.complaints == []
        person.close()
