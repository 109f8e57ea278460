"""WebKit as Debian has it, driven by its own driver: pages, locators and expectations as Playwright's tests know them.

Playwright drives only a WebKit of its own making, which no package registry has. So this offers what the tests use of its
pages over the WebDriver protocol. Each context is a browser process with a fresh profile.
"""

import contextlib
import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

from waiting import PATIENCE, eventually

FIND = Path(__file__).with_name("find.js").read_text(encoding="utf-8")
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
# Its window gets no narrower.
NARROWEST = 450
PHONE = {"width": 390, "height": 844}

KEYS = {
    "Control": "\ue009", "Shift": "\ue008", "Enter": "\ue007", "Tab": "\ue004", "Escape": "\ue00c", "Backspace": "\ue003",
    "PageUp": "\ue00e", "PageDown": "\ue00f", "End": "\ue010", "Home": "\ue011", "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013", "ArrowRight": "\ue014", "ArrowDown": "\ue015", "Delete": "\ue017", "Space": " ",
}  # fmt: skip


class Refused(Exception):
    """The driver's answer to a command it couldn't carry out; `kind` is the protocol's name for the reason."""

    def __init__(self, kind, message):
        super().__init__(f"{kind}: {message}")
        self.kind = kind


# Reasons that pass: the page was being redrawn.
PASSING = {
    "stale element reference", "no such element", "element not interactable", "element click intercepted",
    "javascript error", "move target out of bounds",
}  # fmt: skip


class WebKit:
    """The engine: makes contexts, which share a display and nothing else."""

    name = "webkit"

    def __init__(self):
        browsers = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
        if not browsers or not shutil.which("WebKitWebDriver") or not shutil.which("Xvfb"):
            raise SystemExit("WebKit is missing: run script/setup --test.")
        self.program = browsers[-1]
        reading, writing = os.pipe()
        self.display = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"],
            pass_fds=[writing], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as told:
            self.screen = f":{told.readline().strip()}"

    def new_context(self, **options):
        return Context(self, **options)

    def close(self):
        self.display.terminate()
        self.display.wait(30)


def engine_crashes():
    """What the kernel tells of WebKitGTK's processes that crashed in JavaScriptCore's own code in the last five minutes. Its WebAssembly
    interpreter does once in some hundred tests, at the same place each time (2.50.x: libjavascriptcoregtk +0x1e5479), whatever the page
    does; no page of ours may be able to."""
    try:
        told = subprocess.run(["dmesg", "--time-format", "iso"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return []
    since = datetime.now(UTC) - timedelta(minutes=5)
    return [
        line
        for line in told.splitlines()
        if "WebKitWebProces" in line and "segfault" in line and "in libjavascriptcoregtk" in line
        and datetime.fromisoformat(line.split()[0].replace(",", ".")) > since
    ]  # fmt: skip


class Context:
    """A person's browser: a driver, a window, a profile that ends with it."""

    def __init__(self, engine, viewport=PHONE, proxy=None, timezone_id="UTC", **_):
        self.home = Path(tempfile.mkdtemp(prefix="webkit-"))
        self.downloads = self.home / "Downloads"
        self.downloads.mkdir()
        (self.home / ".config").mkdir()
        (self.home / ".config/user-dirs.dirs").write_text('XDG_DOWNLOAD_DIR="$HOME/Downloads"\n')
        self.port = free_port()
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
            "HOME": str(self.home), "TZ": timezone_id, "DISPLAY": engine.screen, "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1",
            "LANG": "C.UTF-8", "LIBGL_ALWAYS_SOFTWARE": "1",
            # Its sandbox needs rights that root in a container doesn't have; it shows nothing but our own pages here.
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
        }  # fmt: skip
        self.driver = subprocess.Popen(
            ["WebKitWebDriver", "-p", str(self.port)],
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        eventually(self._answers, "the driver of WebKit answers")
        wanted = {
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": {
                "binary": str(engine.program),
                "args": ["--automation"],
            },
            "timeouts": {"script": 1000 * PATIENCE, "pageLoad": 1000 * PATIENCE},
        }
        if proxy:
            wanted["proxy"] = {"proxyType": "manual", "httpProxy": proxy["server"].removeprefix("http://")}
        self.session = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]
        self.tab = self.ask("GET", "/window")
        self.pages = []
        self.init_scripts = []
        self.wanted_size = {"width": max(viewport["width"], NARROWEST), "height": viewport["height"]}

    def _answers(self):
        with contextlib.suppress(OSError):
            return self._ask("GET", "/status")

    def _ask(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE + 30)
        try:
            content = json.dumps(body if body is not None else {}) if method == "POST" else None
            connection.request(method, path, content, {"Content-Type": "application/json"})
            value = json.loads(connection.getresponse().read())["value"]
        finally:
            connection.close()
        if isinstance(value, dict) and "error" in value:
            raise Refused(value["error"], value.get("message"))
        return value

    def ask(self, method, path, body=None, tab=None):
        """One command of the protocol, in one of the tabs."""
        if tab and tab != self.tab:
            self.ask("POST", "/window", {"handle": tab})
            self.tab = tab
        return self._ask(method, f"/session/{self.session}{path}", body)

    def has_crashed(self):
        """Whether the process that showed its pages is gone."""
        try:
            self._ask("GET", f"/session/{self.session}/url")
        except Refused as refusal:
            return "page crash" in str(refusal)
        except OSError:
            pass
        return False

    def add_init_script(self, script):
        """The driver can't put anything before a page's own scripts: it comes as soon as the page is there."""
        self.init_scripts.append(script)

    def new_page(self):
        if self.pages:
            page = Page(self, self.ask("POST", "/window/new", {"type": "tab"})["handle"])
        else:
            page = Page(self, self.tab)
            self._resize(page)
        self.pages.append(page)
        return page

    def _resize(self, page):
        """Gives the page the wanted size. The window has a frame of its own, whose size shows only once it is there."""
        self.ask("POST", "/window/rect", self.wanted_size)
        inside = page.evaluate("({ width: innerWidth, height: innerHeight })")
        self.ask("POST", "/window/rect", {side: 2 * size - inside[side] for side, size in self.wanted_size.items()})

    def set_default_timeout(self, _):
        """Everything here waits for PATIENCE."""

    def cookies(self):
        return self.ask("GET", "/cookie")

    def clear_cookies(self):
        self.ask("DELETE", "/cookie")

    def close(self):
        with contextlib.suppress(Refused, OSError):
            self._ask("DELETE", f"/session/{self.session}")
        self.driver.terminate()
        self.driver.wait(30)
        shutil.rmtree(self.home, ignore_errors=True)


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def words(text, exact=False):
    """What `find` compares texts with."""
    if isinstance(text, re.Pattern):
        return {"pattern": text.pattern, "flags": "i" if text.flags & re.IGNORECASE else ""}
    return {"words": text, "exact": exact}


class Finder:
    """What pages and locators have in common: ways to elements."""

    def locator(self, css, has_text=None, has=None):
        return self._step({"by": "css", "css": css}).filter(has_text=has_text, has=has)

    def get_by_role(self, role, name=None, exact=False, level=None):
        step = {"by": "role", "role": role}
        if name is not None:
            step["name"] = words(name, exact)
        if level is not None:
            step["level"] = level
        return self._step(step)

    def get_by_label(self, text, exact=False):
        return self._step({"by": "label", **words(text, exact)})

    def get_by_text(self, text, exact=False):
        return self._step({"by": "text", **words(text, exact)})


class Page(Finder):
    """A tab."""

    def __init__(self, context, handle):
        self.context = context
        self.handle = handle
        self.earlier = []
        self.keyboard = Keyboard(self)
        self.mouse = Mouse(self)

    def _step(self, step):
        return Locator(self, [step])

    def ask(self, method, path, body=None):
        return self.context.ask(method, path, body, self.handle)

    @property
    def complaints(self):
        """What this page and those before it in this tab complained about since `forget_complaints`."""
        return self.earlier + (self.evaluate("globalThis.complained ?? []"))

    def forget_complaints(self):
        self.earlier = []
        self.evaluate("() => { globalThis.complained = []; }")

    def goto(self, address):
        # A page that is left in the middle of keeping something can leave WebKit's storage waiting, so that the next page
        # says that the device didn't answer. test_reload.py tries just that, with `reload`; all other tests leave at rest.
        eventually(lambda: not self.evaluate("globalThis.work?.open ?? 0"), "nothing is under way")
        self.earlier = self.complaints
        self.ask("POST", "/url", {"url": address})
        self._begin()

    def reload(self):
        self.earlier = self.complaints
        self.ask("POST", "/refresh")
        self._begin()

    def go_back(self):
        self.ask("POST", "/back")

    def go_forward(self):
        self.ask("POST", "/forward")

    def _begin(self):
        for script in self.context.init_scripts:
            self.evaluate(f"() => {{ {script} }}")

    @property
    def url(self):
        return self.ask("GET", "/url")

    def title(self):
        return self.ask("GET", "/title")

    def evaluate(self, code, argument=None):
        """The value of an expression in the page; of a function, what it returns for the argument. Promises are awaited."""
        return self._run(f"const it = ({code}\n); return typeof it === 'function' ? it(all[0]) : it;", argument)

    def find(self, code, *all):
        """Runs code that has find.js at hand."""
        return self._run(f"{FIND}\n{code}", *all)

    def _run(self, body, *all):
        script = f"""const done = arguments[arguments.length - 1], all = [...arguments].slice(0, -1);
            (async () => {{ {body}
            }})().then((value) => done({{ value }}), (error) => done({{ error: `${{error}} ${{error.stack}}` }}));"""
        answer = self.ask("POST", "/execute/async", {"script": script, "args": list(all)})
        if "error" in answer:
            raise Refused("javascript error", answer["error"])
        return answer.get("value")

    def wait_for_timeout(self, milliseconds):
        time.sleep(milliseconds / 1000)

    def wait_for_selector(self, css, state="visible"):
        found = self.locator(css)
        eventually(found.count if state == "attached" else found.is_visible, css)

    @contextlib.contextmanager
    def expect_navigation(self):
        """What is done inside leads to another page, or to this one anew."""
        self.evaluate("() => { globalThis.isOld = true; }")
        yield
        eventually(lambda: self.evaluate("!globalThis.isOld && document.readyState === 'complete'"), "another page")

    def close(self):
        self.ask("DELETE", "/window")
        self.context.pages.remove(self)
        self.context.tab = None

    def inner_html(self, css):
        return self.evaluate("(css) => document.querySelector(css).innerHTML", css)

    @contextlib.contextmanager
    def expect_download(self):
        folder = self.context.downloads
        before = set(folder.iterdir())
        saved = SimpleNamespace(value=None)
        yield saved

        def whole():
            new = [path for path in set(folder.iterdir()) - before if path.stat().st_size]
            return new if new and not any(path.suffix == ".wkdownload" for path in new) else None

        (path,) = eventually(whole, "the file is saved")
        # Out of the folder: the browser would write the next one of this name over it.
        path = path.rename(Path(tempfile.mkdtemp(dir=self.context.home)) / path.name)
        saved.value = SimpleNamespace(suggested_filename=path.name, path=lambda: path)


class Keyboard:
    def __init__(self, page):
        self.page = page

    def press(self, chord):
        keys = [KEYS.get(name, name) for name in chord.split("+")]
        strokes = [{"type": "keyDown", "value": key} for key in keys]
        self._act(strokes + [{"type": "keyUp", "value": key} for key in reversed(keys)])

    def type(self, text):
        self._act([{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")])

    def _act(self, strokes):
        self.page.ask("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": strokes}]})


class Mouse:
    def __init__(self, page):
        self.page = page

    def move(self, x, y, steps=1):
        """Goes there, or as near as the window reaches: the driver leads nobody out of it."""
        width, height = self.page.evaluate("[innerWidth, innerHeight]")
        x, y = min(max(x, 0), width - 1), min(max(y, 0), height - 1)
        self._act({"type": "pointerMove", "x": round(x), "y": round(y), "duration": 20 * steps})

    def down(self):
        self._act({"type": "pointerDown", "button": 0})

    def up(self):
        self._act({"type": "pointerUp", "button": 0})

    def _act(self, *moves):
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": list(moves)}
        self.page.ask("POST", "/actions", {"actions": [mouse]})


class Locator(Finder):
    def __init__(self, page, steps):
        self.page = page
        self.steps = steps

    def _step(self, step):
        return Locator(self.page, [*self.steps, step])

    def filter(self, has_text=None, has=None):
        if has_text is None and has is None:
            return self
        step = {"hasText": words(has_text) if has_text is not None else None, "has": has.steps if has else None}
        return self._step({"filter": step})

    def or_(self, other):
        return self._step({"or": other.steps})

    def nth(self, index):
        return self._step({"nth": index})

    @property
    def first(self):
        return self.nth(0)

    @property
    def last(self):
        return self.nth(-1)

    def all(self):
        return [self.nth(index) for index in range(self.count())]

    # What there is

    def told(self):
        """What find.js tells of each element."""
        return self.page.find("return find(all[0]).map(told);", self.steps)

    def one(self):
        """The same of the only one, once it is there."""

        def look():
            found = self.told()
            assert len(found) < 2, f"{len(found)} are {self}"
            return found

        return eventually(look, f"{self} is there")[0]

    def count(self):
        return self.page.find("return find(all[0]).length;", self.steps)

    def is_visible(self):
        return any(one["isVisible"] for one in self.told())

    def inner_text(self):
        return self.one()["inner"]

    def text_content(self):
        return self.one()["text"]

    def all_inner_texts(self):
        return [one["inner"] for one in self.told()]

    def all_text_contents(self):
        return [one["text"] for one in self.told()]

    def input_value(self):
        return self.one()["value"]

    def bounding_box(self):
        return self.one()["box"]

    def get_attribute(self, name):
        self.one()
        return self.page.find("return find(all[0])[0].getAttribute(all[1]);", self.steps, name)

    def wait_for(self):
        eventually(self.is_visible, f"{self} is to be seen")

    # What people do

    def _act(self, act, needs_free=True):
        """Does something with the only such element, as soon as it is at rest and can be reached."""

        def attempt():
            found = self.page.find("return ready(all[0]);", self.steps)
            assert found["count"] < 2, f"{found['count']} are {self}"
            if "element" not in found or found["isDisabled"] or (needs_free and not found["isFree"]):
                return False
            try:
                act(f"/element/{found['element'][ELEMENT]}")
            except Refused as refused:
                if refused.kind in PASSING:
                    return False
                raise
            return True

        eventually(attempt, f"{self} can be used")

    def click(self, delay=0):
        if not delay:
            return self._act(lambda element: self.page.ask("POST", f"{element}/click"))

        def hold(_):
            box = self.told()[0]["box"]
            self.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            self.page.mouse.down()
            time.sleep(delay / 1000)
            self.page.mouse.up()

        return self._act(hold)

    def check(self):
        if not self.one()["isChecked"]:
            self.page.find("const [one] = find(all[0]); (one.labels?.[0] ?? one).click();", self.steps)

    def select_option(self, value):
        self._act(
            lambda _: self.page.find(
                "const [one] = find(all[0]); one.value = all[1]; one.dispatchEvent(new Event('change', { bubbles: true }));",
                self.steps,
                value,
            )
        )

    def focus(self):
        self.one()
        self.page.find("find(all[0])[0].focus();", self.steps)

    def blur(self):
        self.page.find("find(all[0])[0].blur();", self.steps)

    def scroll_into_view_if_needed(self):
        self.page.find("find(all[0])[0].scrollIntoView({ block: 'center' });", self.steps)

    def press(self, key):
        self.focus()
        self.page.keyboard.press(key)

    def press_sequentially(self, text):
        self.focus()
        self.page.keyboard.type(text)

    type = press_sequentially

    def fill(self, text):
        """Types over what stands there."""

        def write(element):
            self.page.find("const [one] = find(all[0]); one.focus(); one.select();", self.steps)
            if self.told()[0]["value"]:
                self.page.keyboard.press("Delete")
            if text:
                self.page.ask("POST", f"{element}/value", {"text": text})

        self._act(write, needs_free=False)

    def set_input_files(self, file):
        path = self.page.context.home / file["name"]
        path.write_bytes(file["buffer"])
        found = self.page.find("return find(all[0])[0];", self.steps)
        self.page.ask("POST", f"/element/{found[ELEMENT]}/value", {"text": str(path)})

    def __str__(self):
        return json.dumps(self.steps, ensure_ascii=False)


def tidy(text):
    return re.sub(r"\s+", " ", text).strip()


def fits(wanted, text, is_part=False):
    if isinstance(wanted, re.Pattern):
        return bool(wanted.search(text) or wanted.search(tidy(text)))
    return tidy(wanted) in tidy(text) if is_part else tidy(wanted) == tidy(text)


def all_fit(wanted, told, is_part=False):
    if isinstance(wanted, list):
        return len(wanted) == len(told) and all(
            fits(text, one["text"], is_part) for text, one in zip(wanted, told, strict=True)
        )
    return len(told) == 1 and fits(wanted, told[0]["text"], is_part)


class Expectation:
    """What is true at last, of a page or of a locator; with `not_` before its name, what isn't."""

    def __init__(self, of):
        self.of = of

    def __getattr__(self, name):
        is_wanted = not name.startswith("not_")
        check = getattr(Checks, name.removeprefix("not_"))

        def expected(*all, **named):
            seen = []

            def look():
                try:
                    truth, *seen[:] = check(self.of, *all, **named)
                except Refused as refused:
                    if refused.kind not in PASSING:
                        raise
                    return False
                return truth == is_wanted

            try:
                eventually(look, f"{name}{all} of {self.of}")
            except AssertionError as error:
                raise AssertionError(f"{error}; last seen: {seen}") from None

        return expected


class Checks:
    """Each gives whether it is so, and what was seen."""

    def to_be_visible(of):
        told = of.told()
        return len(told) == 1 and told[0]["isVisible"], told

    def to_have_count(of, count):
        found = of.count()
        return found == count, found

    def to_have_text(of, wanted):
        told = of.told()
        return all_fit(wanted, told), told

    def to_contain_text(of, wanted):
        told = of.told()
        return all_fit(wanted, told, is_part=True), told

    def to_be_empty(of):
        told = of.told()
        return len(told) == 1 and not told[0]["text"], told

    def to_have_value(of, value):
        told = of.told()
        return len(told) == 1 and told[0]["value"] == value, told

    def to_be_disabled(of):
        told = of.told()
        return len(told) == 1 and told[0]["isDisabled"], told

    def to_be_checked(of):
        told = of.told()
        return len(told) == 1 and told[0]["isChecked"], told

    def to_be_focused(of):
        told = of.told()
        return len(told) == 1 and told[0]["isFocused"], told

    def to_be_in_viewport(of):
        told = of.told()
        return len(told) == 1 and told[0]["isOnScreen"], told

    def to_have_attribute(of, name, value):
        found = of.get_attribute(name)
        return found == value, found

    def to_have_css(of, name, value):
        found = of.page.find("return getComputedStyle(find(all[0])[0])[all[1]];", of.steps, name)
        return found == value, found

    def to_have_url(of, url):
        return of.url == url, of.url

    def to_have_title(of, title):
        return of.title() == title, of.title()
