"""The shim without Swift: a fake core in JavaScript drives it, real browsers show what comes of it."""

import time

import pytest

from engines import expect
from shim_host import complaints, effect, fake_core, messages, octets, open_hearth, perform, wait_for
from waiting import eventually, pauses


def field(page, kind="input", *events):
    """Puts one element, node 2, into the page."""
    perform(
        page,
        ["create", 2, kind],
        ["attr", 2, "id", "it"],
        *[["listen", 2, event] for event in events],
        ["insert", 1, 2, 0],
    )
    return page.locator("#it")


def test_started_says_where_and_on_what_hearth_runs(hearth):
    started = messages(hearth, "started")[0]
    assert started["path"] == "/" and started["hash"] == "" and started["origin"] == hearth.host.url
    assert started["stored"] == {"storage": True, "keys": False, "locked": False, "account": None}
    assert started["standalone"] is False
    changes = started["zone"]
    assert changes and all(one["from"] < next["from"] for one, next in zip(changes, changes[1:]))
    for change in changes:
        assert change["offset"] == -hearth.evaluate(f"new Date({change['from']}).getTimezoneOffset()")
    frame = hearth.evaluate("fake.frames[0]")
    assert abs(frame["now"] / 1000 - time.time()) < 60
    assert frame["offset"] == -hearth.evaluate("new Date().getTimezoneOffset()")
    assert len(frame["entropy"]) == 128 and frame["entropy"] != hearth.evaluate(
        "fake.frames.at(-1).entropy.replace(/./, '-')"
    )
    assert hearth.evaluate("fake.allocated") == 0
    assert hearth.complaints == []


def test_patches_build_change_and_remove_elements(hearth):
    perform(
        hearth,
        ["create", 2, "section"],
        ["text", 3, "one"],
        ["create", 4, "b"],
        ["insert", 2, 3, 0],
        ["insert", 2, 4, 3],
        ["attr", 4, "class", "strong"],
        ["createSVG", 5, "svg"],
        ["createSVG", 6, "circle"],
        ["attr", 6, "r", "4"],
        ["insert", 5, 6, 0],
        ["insert", 2, 5, 0],
        ["insert", 1, 2, 0],
        ["prop", 4, "--share", "0.5"],
    )
    assert hearth.inner_html("#hearth") == (
        '<section><b class="strong" style="--share: 0.5;"></b>one<svg><circle r="4"></circle></svg></section>'
    )
    assert hearth.evaluate("document.querySelector('circle') instanceof SVGCircleElement")
    perform(hearth, ["setText", 3, "two"], ["attr", 4, "class", None], ["insert", 2, 4, 0], ["remove", 5])
    assert hearth.inner_html("#hearth") == '<section>two<b style="--share: 0.5;"></b></section>'
    assert hearth.complaints == []


def test_a_removed_tree_is_forgotten_and_its_ids_can_be_used_again(hearth):
    perform(hearth, ["create", 2, "ul"], ["create", 3, "li"], ["insert", 2, 3, 0], ["insert", 1, 2, 0], ["remove", 2])
    perform(hearth, ["attr", 3, "class", "gone"])
    assert "no node 3" in complaints(hearth)[0]
    perform(hearth, ["create", 3, "p"], ["insert", 1, 3, 0])
    assert hearth.inner_html("#hearth") == "<p></p>"


@pytest.mark.parametrize(
    "patch",
    [
        ["attr", 2, "onclick", "document.title = 'owned'"],
        ["attr", 2, "ONFOCUS", "1"],
        ["attr", 2, "srcdoc", "<p>"],
        ["attr", 2, "style", "color: red"],
        ["attr", 2, "href", "javascript:document.title='owned'"],
        ["attr", 2, "href", " java\nscript:document.title='owned'"],
        ["attr", 2, "href", "\x01JAVASCRIPT:1"],
        ["attr", 2, "href", "data:text/html,<script>"],
        ["prop", 2, "innerHTML", "<img>"],
        ["prop", 2, "outerHTML", "<img>"],
        ["create", 3, "script"],
        ["create", 3, "IFRAME"],
        ["createSVG", 3, "script"],
        ["constructor", 2, "x"],
    ],
)
def test_patches_that_could_run_script_are_refused_and_the_rest_goes_on(hearth, patch):
    perform(hearth, ["create", 2, "a"], patch, ["attr", 2, "class", "after"], ["insert", 1, 2, 0])
    assert hearth.inner_html("#hearth") == '<a class="after"></a>'
    assert len(complaints(hearth)) == 1


def test_hostile_words_stay_words(hearth):
    perform(
        hearth,
        ["create", 2, "p"],
        ["text", 3, "<script>document.title='owned'</script>"],
        ["attr", 2, "aria-label", "javascript: is a word here"],
        ["insert", 2, 3, 0],
        ["insert", 1, 2, 0],
    )
    assert hearth.locator("#hearth p").inner_text() == "<script>document.title='owned'</script>"
    assert hearth.title() == "Hearth" and hearth.complaints == []


def test_typing_tells_the_text_and_keeps_the_caret(hearth):
    box = field(hearth, "input", "input", "change", "blur")
    box.fill("kind words")
    hearth.evaluate("document.querySelector('#it').setSelectionRange(4, 4)")
    box.press("s")
    assert messages(hearth, "event")[-1] == {
        "type": "event",
        "target": 2,
        "event": "input",
        "text": "kinds words",
        "checked": False,
    }
    perform(hearth, ["prop", 2, "value", "kinds words"])
    assert hearth.evaluate("document.querySelector('#it').selectionStart") == 5
    box.blur()
    assert [message["event"] for message in messages(hearth, "event")[-2:]] == ["change", "blur"]


def test_a_field_that_is_moved_keeps_its_focus(hearth):
    box = field(hearth, "input", "blur")
    perform(hearth, ["create", 3, "p"], ["insert", 1, 3, 0])
    box.focus()
    perform(hearth, ["insert", 1, 2, 0])
    assert hearth.evaluate("document.activeElement.id") == "it"
    assert messages(hearth, "event") == []


def test_press_finds_the_nearest_listener_and_links_stay_in_the_page(hearth):
    perform(
        hearth,
        ["create", 2, "a"],
        ["attr", 2, "href", "/us"],
        ["listen", 2, "press"],
        ["insert", 1, 2, 0],
        ["create", 3, "b"],
        ["text", 4, "us"],
        ["insert", 3, 4, 0],
        ["insert", 2, 3, 0],
        ["create", 5, "button"],
        ["text", 6, "now"],
        ["listen", 5, "press"],
        ["insert", 5, 6, 0],
        ["insert", 1, 5, 0],
    )
    hearth.locator("b").click()
    hearth.locator("button").focus()
    hearth.keyboard.press("Enter")
    assert [(event["event"], event["target"]) for event in messages(hearth, "event")] == [("press", 2), ("press", 5)]
    assert hearth.url == hearth.host.url + "/"
    perform(hearth, ["unlisten", 5, "press"])
    hearth.locator("button").click()
    assert len(messages(hearth, "event")) == 2


def test_checked_selected_and_submitted(hearth):
    perform(
        hearth,
        ["create", 2, "form"],
        ["listen", 2, "submit"],
        ["insert", 1, 2, 0],
        ["create", 3, "input"],
        ["attr", 3, "type", "checkbox"],
        ["listen", 3, "change"],
        ["insert", 2, 3, 0],
        ["create", 4, "select"],
        ["prop", 4, "value", "b"],
        ["listen", 4, "change"],
        ["insert", 2, 4, 0],
        ["create", 5, "option"],
        ["attr", 5, "value", "a"],
        ["insert", 4, 5, 0],
        ["create", 6, "option"],
        ["attr", 6, "value", "b"],
        ["insert", 4, 6, 0],
        ["create", 7, "button"],
        ["insert", 2, 7, 0],
    )
    assert hearth.locator("select").input_value() == "b"
    hearth.locator("input").check()
    hearth.locator("select").select_option("a")
    hearth.locator("button").click()
    told = messages(hearth, "event")
    assert [(event["target"], event["event"]) for event in told] == [(3, "change"), (4, "change"), (2, "submit")]
    assert told[0]["checked"] is True and told[1]["text"] == "a"


def test_keys_reach_a_control_and_arrows_do_not_scroll_the_page(hearth):
    dial = field(hearth, "div", "key")
    perform(hearth, ["attr", 2, "tabindex", "0"])
    for id in range(10, 150):
        perform(
            hearth, ["create", id, "p"], ["text", id + 1000, "line"], ["insert", id, id + 1000, 0], ["insert", 1, id, 0]
        )
    dial.focus()
    hearth.keyboard.press("ArrowDown")
    hearth.keyboard.press("Control+Enter")
    assert [event["key"] for event in messages(hearth, "event")] == ["ArrowDown", "Control+Control", "Control+Enter"]
    assert hearth.evaluate("scrollY") == 0


def test_a_drag_is_told_in_shares_of_the_box_and_once_a_frame(hearth):
    perform(
        hearth,
        ["createSVG", 2, "svg"],
        ["attr", 2, "width", "200"],
        ["attr", 2, "height", "100"],
        ["listen", 2, "pointer"],
        ["insert", 1, 2, 0],
    )
    box = hearth.locator("svg").bounding_box()
    hearth.mouse.move(box["x"] + 50, box["y"] + 50)
    hearth.mouse.down()
    hearth.mouse.move(box["x"] + 900, box["y"] + 25)
    hearth.evaluate("""() => {
          const svg = document.querySelector('svg');
          for (let x = 0; x < 50; x++) svg.dispatchEvent(new PointerEvent('pointermove', {clientX: x}));
        }""")
    hearth.mouse.move(box["x"] + 900, box["y"] + 25)
    hearth.mouse.up()
    told = messages(hearth, "event")
    assert [told[0][name] for name in ("phase", "x", "y")] == ["down", 0.25, 0.5]
    assert [told[-1][name] for name in ("phase", "x", "y")] == ["up", 1, 0.25]
    assert {event["phase"] for event in told[1:-1]} <= {"move"}
    assert len(told) < 8
    hearth.mouse.move(box["x"], box["y"])
    assert len(messages(hearth, "event")) == len(told)


def draggable(hearth):
    """An element that is dragged, in a page that scrolls."""
    perform(
        hearth,
        ["create", 2, "div"],
        ["attr", 2, "id", "it"],
        ["listen", 2, "pointer"],
        ["insert", 1, 2, 0],
        ["create", 3, "p"],
        ["insert", 1, 3, 0],
    )
    hearth.evaluate(
        """() => {
          Object.assign(document.querySelector('#it').style, { height: '200px', width: '220px', padding: '0 10px', margin: '200px 0' });
          document.querySelector('#hearth > p').style.height = '3000px';
        }"""
    )
    return hearth.locator("#it").bounding_box()


def touches(hearth, *points):
    """A finger that goes through these points, as the browser itself is told of it."""
    session = hearth.context.new_cdp_session(hearth)
    for kind, point in zip(["touchStart"] + ["touchMove"] * (len(points) - 1), points):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": point[0], "y": point[1]}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    session.detach()


@pytest.mark.only("chromium")
def test_a_tap_on_what_is_dragged_tells_where_and_a_finger_that_scrolls_across_it_tells_nothing(hearth):
    box = draggable(hearth)
    x, y = box["x"] + 10 + 55, box["y"] + 100
    touches(hearth, (x, y))
    wait_for(hearth, "event")
    told = messages(hearth, "event")
    share = round(55 / (box["width"] - 20), 2)
    assert [(event["phase"], round(event["x"], 2)) for event in told] == [("down", share), ("up", share)]
    touches(hearth, (x, y), (x + 3, y - 30), (x + 5, y - 90), (x + 5, y - 150))
    eventually(lambda: hearth.evaluate("scrollY") > 0, "the page scrolls")
    pauses(hearth)(0.3)
    assert messages(hearth, "event") == told


@pytest.mark.only("chromium")
def test_a_finger_that_goes_sideways_drags_and_scrolls_nothing(hearth):
    box = draggable(hearth)
    x, y = box["x"] + 30, box["y"] + 100
    touches(hearth, (x, y), (x + 20, y + 4), (x + 60, y + 6), (x + 110, y + 60))
    told = messages(hearth, "event")
    assert [told[0]["phase"], told[-1]["phase"]] == ["down", "up"]
    assert told[-1]["x"] > told[0]["x"] and hearth.evaluate("scrollY") == 0


def test_what_is_held_is_told_once_it_was_held_for_long_enough(hearth):
    field(hearth, "button", "press", "hold")
    button = hearth.locator("#it")
    button.click()
    button.focus()
    hearth.keyboard.press("Enter")
    pauses(hearth)(0.3)
    assert {event["event"] for event in messages(hearth, "event")} == {"press"}
    box = button.bounding_box()
    hearth.mouse.move(box["x"] + 5, box["y"] + 5)
    hearth.mouse.down()
    eventually(lambda: any(event["event"] == "hold" for event in messages(hearth, "event")), "it was held")
    hearth.mouse.up()
    pauses(hearth)(0.3)
    assert sum(event["event"] == "hold" for event in messages(hearth, "event")) == 1


def test_details_say_when_they_open(hearth):
    perform(
        hearth,
        ["create", 2, "details"],
        ["create", 3, "summary"],
        ["text", 4, "why"],
        ["insert", 3, 4, 0],
        ["insert", 2, 3, 0],
        ["listen", 2, "toggle"],
        ["insert", 1, 2, 0],
    )
    hearth.locator("summary").click()
    assert wait_for(hearth, "event")[0]["checked"] is True


def test_a_chosen_file_is_read(hearth):
    box = field(hearth, "input", "change")
    perform(hearth, ["attr", 2, "type", "file"])
    box.set_input_files({"name": "hearth.jsonl", "mimeType": "text/plain", "buffer": b"{}\n"})
    told = wait_for(hearth, "event")[0]
    assert told["text"] == "hearth.jsonl" and bytes.fromhex(told["bytes"]) == b"{}\n"


def test_focus_goes_where_swift_wants_it(hearth):
    perform(
        hearth,
        ["create", 2, "h1"],
        ["attr", 2, "id", "top"],
        ["attr", 2, "tabindex", "-1"],
        ["insert", 1, 2, 0],
        effects=[{"do": "focus", "element": "top"}, {"do": "focus", "element": "nowhere"}],
    )
    assert hearth.evaluate("document.activeElement.id") == "top"


def test_the_screen_stays_on_until_it_need_not_and_a_refusal_is_no_fault(hearth):
    hearth.evaluate("""() => {
      globalThis.locks = [];
      Object.defineProperty(navigator, 'wakeLock', {
        configurable: true,
        value: {
          async request(kind) {
            if (globalThis.refuses) throw new DOMException('low battery', 'NotAllowedError');
            locks.push(kind);
            return { async release() { locks.push('let go'); } };
          },
        },
      });
    }""")
    assert effect(hearth, "keepAwake", on=True)["ok"]
    assert effect(hearth, "keepAwake", on=False)["ok"]
    assert hearth.evaluate("locks") == ["screen", "let go"]
    hearth.evaluate("globalThis.refuses = true")
    assert effect(hearth, "keepAwake", on=True)["ok"]
    assert effect(hearth, "keepAwake", on=False)["ok"]
    hearth.evaluate("void Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: undefined })")
    assert effect(hearth, "keepAwake", on=True)["ok"]
    assert hearth.evaluate("locks") == ["screen", "let go"]


def test_http_asks_this_origin_and_gives_back_status_and_bytes(hearth):
    hearth.host.answers["/api/echo"] = lambda request, body: request.reply(409, "application/octet-stream", body[::-1])
    body = octets([1, 2, 255])
    got = effect(hearth, "http", method="POST", path="/api/echo", body=body, type="application/octet-stream")
    assert (got["ok"], got["status"], got["body"]) == (True, 409, "ff0201")
    assert got["clock"]["time"] % 1000 == 0 and abs(got["clock"]["time"] - got["clock"]["heard"]) < 60_000
    _, _, headers, _ = [request for request in hearth.host.requests if request[1] == "/api/echo"][0]
    assert headers["X-Hearth"] == "1" and headers["Content-Type"] == "application/octet-stream"
    got = effect(hearth, "http", method="GET", path="//example.org/")
    assert got["failure"] == "internal"


def test_http_tells_what_is_not_the_relays(hearth):
    def say(kind, content):
        hearth.host.answers["/api/x"] = lambda request, _: request.reply(502, kind, content)
        return effect(hearth, "http", method="GET", path="/api/x")["foreign"]

    assert say("text/html", b"<html>") and say("", b"<html>")
    assert not say("application/json", b"{}") and not say("application/octet-stream", b"1") and not say("", b"")


@pytest.mark.only("chromium")  # the drivers of the others can't take the network away
def test_http_offline_is_a_failure_with_a_name(hearth):
    hearth.context.set_offline(True)
    assert effect(hearth, "http", method="GET", path="/api/x")["failure"] == "offline"
    assert wait_for(hearth, "network")[-1]["online"] is False
    hearth.context.set_offline(False)
    assert wait_for(hearth, "network", 2)[-1]["online"] is True


def test_live_events_arrive_and_a_broken_stream_is_opened_again(hearth):
    opened = []

    def stream(request, _):
        opened.append(time.time())
        content = b"event: space\ndata: abc 7\n\n"
        request.reply(200, "text/event-stream", content)

    hearth.host.answers["/api/live"] = stream
    perform(hearth, effects=[{"do": "live", "open": True}])
    told = wait_for(hearth, "live", 6)
    assert [(event["event"], event["data"]) for event in told[:3]] == [("open", ""), ("space", "abc 7"), ("closed", "")]
    assert opened[1] - opened[0] > 0.5
    perform(hearth, effects=[{"do": "live", "open": False}])
    # What was on its way when the stream was closed has arrived when a later request is answered.
    assert effect(hearth, "http", method="GET", path="/icons/hearth.svg")["ok"]
    count = len(opened)
    hearth.wait_for_timeout(2500)
    assert len(opened) == count


def test_timers_tick_and_can_be_stopped_and_replaced(hearth):
    perform(
        hearth,
        effects=[
            {"do": "timer", "name": "once", "after": 30},
            {"do": "timer", "name": "often", "every": 20},
            {"do": "timer", "name": "never", "after": 50},
            {"do": "timer", "name": "never", "cancel": True},
            {"do": "timer", "name": "replaced", "after": 20},
            {"do": "timer", "name": "replaced", "after": 5_000_000_000},
        ],
    )
    def ticked():
        return [message["timer"] for message in messages(hearth, "ticked")]

    eventually(lambda: ticked().count("often") > 9 and "once" in ticked(), "both tick", pause=pauses(hearth))
    assert ticked().count("once") == 1 and set(ticked()) == {"once", "often"}


@pytest.mark.only("chromium", "firefox")  # WebKit's back button passes over pages that came without a press
def test_pages_have_addresses_and_the_back_button_works(hearth):
    perform(hearth, effects=[{"do": "navigate", "path": "/us"}, {"do": "title", "text": "Us"}])
    expect(hearth).to_have_url(hearth.host.url + "/us")
    expect(hearth).to_have_title("Us")
    hearth.go_back()
    assert wait_for(hearth, "navigated")[0]["path"] == "/"
    perform(hearth, effects=[{"do": "navigate", "path": "/today", "replace": True}])
    expect(hearth).to_have_url(hearth.host.url + "/today")


# Notes what becomes of the address, and beside it when the turn ends and when a frame is about to be painted.
RECORDED = """async (effects) => {
  const calls = [];
  for (const name of ['pushState', 'replaceState']) {
    const real = history[name].bind(history);
    history[name] = (state, _, path) => { calls.push(path); real(state, '', path); };
  }
  await fake.perform([], effects);
  calls.push('the turn ends');
  await new Promise((painted) => requestAnimationFrame(() => {
    calls.push('the frame');
    setTimeout(() => setTimeout(painted));
  }));
  return [...calls, document.title];
}"""


def test_address_and_title_keep_no_paint_waiting_and_come_in_order(hearth):
    effects = [
        {"do": "navigate", "path": "/us"},
        {"do": "title", "text": "Us"},
        {"do": "navigate", "path": "/today", "replace": True},
    ]
    calls = hearth.evaluate(RECORDED, effects)
    assert calls == ["the turn ends", "the frame", "/us", "/today", "Us"]


def test_an_address_that_waits_is_there_before_the_secret_is_cleared(hearth):
    effects = [{"do": "navigate", "path": "/arrival"}, {"do": "clearHash"}]
    assert hearth.evaluate(RECORDED, effects)[:3] == ["/arrival", "/arrival", "the turn ends"]


def test_a_page_that_nobody_sees_waits_for_no_paint(hearth):
    hearth.evaluate("void Object.defineProperty(document, 'hidden', { value: true, configurable: true })")
    assert hearth.evaluate(RECORDED, [{"do": "navigate", "path": "/us"}])[:2] == ["/us", "the turn ends"]


def test_a_secret_in_the_fragment_is_told_and_then_cleared(hearth):
    hearth.goto("about:blank")
    open_hearth(hearth, "/#invite/secret")
    assert messages(hearth, "started")[0]["hash"] == "invite/secret"
    perform(hearth, effects=[{"do": "clearHash"}])
    assert hearth.url == hearth.host.url + "/"


@pytest.mark.only("chromium")  # other engines let no test read the clipboard
def test_copy_download_announce(hearth):
    assert effect(hearth, "copy", text="the code")["ok"]
    assert hearth.evaluate("navigator.clipboard.readText()") == "the code"
    with hearth.expect_download() as download:
        perform(hearth, effects=[{"do": "download", "name": "a.txt", "type": "text/plain", "bytes": octets(b"hi")}])
    assert download.value.suggested_filename == "a.txt"
    assert open(download.value.path(), "rb").read() == b"hi"
    perform(hearth, effects=[{"do": "announce", "text": "Saved"}])
    expect(hearth.locator("#announcer")).to_have_text("Saved")


def test_the_version_is_that_of_the_page_in_use(hearth):
    assert effect(hearth, "version")["version"] in ("", "development")
    hearth.evaluate("navigator.serviceWorker.ready.then(() => true)")  # it has filled its cache by then
    hearth.evaluate("caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))")
    assert effect(hearth, "version")["version"] == ""
    hearth.evaluate("caches.open('hearth-0123456789abcdef').then(() => caches.open('hearth-fedcba9876543210'))")
    assert effect(hearth, "version")["version"] == "0123456789abcdef"


def test_unknown_effects_are_reported_and_answered(hearth):
    assert effect(hearth, "toString")["failure"] == "internal"
    assert "toString" in complaints(hearth)[0]


def test_messages_sent_while_an_answer_is_carried_out_wait_their_turn(hearth):
    box = field(hearth, "input", "input")
    box.focus()
    hearth.evaluate("fake.answers.push({}, {patches: [['prop', 2, 'value', 'second']]})")
    box.type("ab")
    assert box.input_value() == "second"


def test_when_the_core_stops_the_page_says_so(hearth):
    field(hearth, "button", "press")
    hearth.evaluate("fake.answers = null")
    assert not hearth.locator("#stopped").is_visible()
    hearth.locator("#it").click()
    assert hearth.locator("#stopped").is_visible()
    hearth.locator("#it").click()
    assert len(complaints(hearth)) == 1


@pytest.mark.only("chromium")  # others can't be told where a name leads
def test_an_address_without_tls_is_told_why(hearth):
    """Browsers call only this very machine secure without TLS: another name for it is not."""
    hearth.goto(hearth.host.url.replace("localhost", "hearth.test"))
    hearth.locator("#insecure").wait_for()
    assert not hearth.locator("#stopped").is_visible()


@pytest.mark.only("chromium")  # elsewhere the tests of a file share a page
def test_a_browser_without_workers_starts_all_the_same(host, page):
    """Private windows of some browsers have none."""
    fake_core(host, page)
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    open_hearth(page)
    assert messages(page, "started") and page.evaluate("'serviceWorker' in navigator") is False
    page.wait_for_timeout(200)
    assert page.complaints == []
