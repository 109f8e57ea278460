"""A host for the shim's own tests: serves Web/ as a relay would, under the strict policy, with files a test may replace.

`fake_core.js` takes the place of the Swift core, so that a test decides what the shim is asked to do.
"""

import http.server
import threading
from pathlib import Path

import pytest

from engines import is_webkit
from waiting import eventually, pauses

ROOT = Path(__file__).resolve().parents[2]

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types hearth",
    ]
)

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
}


class Host:
    """Files of `folder`, unless `files` or `answers` says otherwise; every request is kept in `requests`."""

    def __init__(self, folder=ROOT / "Web"):
        self.folder = folder
        # What the build adds, empty.
        self.files = {
            "/content-en.json": b'{"language":"en"}',
            "/content-en-rest.json": b'{"conversations":[]}',
            "/assets.json": b'{"version":"development","files":{}}',
            "/browser.wasm": b"",
            "/style.css": b"",
        }
        self.answers = {}
        self.requests = []
        self.closed = False
        host = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_request(self):
                if host.closed:  # a connection that was kept open ends with the host
                    self.close_connection = True
                    return
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length)
                path = self.path.split("?")[0]
                host.requests.append((self.command, path, dict(self.headers), body))
                if path in host.answers:
                    return host.answers[path](self, body)
                self.reply(*host.file(path))

            do_GET = do_POST = do_PUT = do_DELETE = handle_request

            def reply(self, status, kind, content):
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(content)))
                self.send_header("Content-Security-Policy", POLICY)
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://localhost:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def file(self, path):
        if path in self.files:
            content = self.files[path]
        else:
            found = self.folder / path.lstrip("/")
            if not found.is_file():
                if Path(path).suffix:
                    return 404, "text/plain", b"not here"
                found = self.folder / "index.html"
            path, content = found.name, found.read_bytes()
        return 200, TYPES.get(Path(path).suffix, "application/octet-stream"), content

    def close(self):
        self.closed = True
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def host():
    host = Host()
    yield host
    host.close()


@pytest.fixture
def page(browser, shared_context):
    """A page that nothing was kept for, which collects what it complains about in `page.complaints`."""
    context = shared_context or browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.pages[0] if shared_context else context.new_page()
    if is_webkit(browser):
        page.forget_complaints()
        listening = []
    else:
        page.complaints = []
        listening = [
            ("console", lambda line: page.complaints.append(line.text) if line.type == "error" else None),
            ("pageerror", lambda error: page.complaints.append(str(error))),
        ]
    for event, listener in listening:
        page.on(event, listener)
    yield page
    for event, listener in listening:
        page.remove_listener(event, listener)
    page.goto("about:blank")
    if not shared_context:
        context.close()


@pytest.fixture
def hearth(host, page):
    """A started page whose core is the fake one."""
    fake_core(host, page)
    open_hearth(page)
    return page


def fake_core(host, page):
    host.files["/shim/wasm.js"] = (ROOT / "Tests/Browser/fake_core.js").read_bytes()
    page.host = host


def open_hearth(page, address="/"):
    page.goto(page.host.url + address)
    page.wait_for_selector("#hearth:empty", state="attached")


def perform(page, *patches, effects=()):
    """Has the shim carry out an answer of the core."""
    page.evaluate("([patches, effects]) => fake.perform(patches, effects)", [list(patches), list(effects)])


def leave_by(page, name):
    """Has the shim carry out an effect that leads to another page. It begins once this call has its answer, which would be lost with the
    page otherwise."""
    page.evaluate("(name) => void setTimeout(() => fake.perform([], [{ do: name }]), 50)", name)


def effect(page, name, /, **fields):
    """The response to one effect."""
    return page.evaluate("effect => fake.effect(effect)", {"do": name, **fields})


def octets(content):
    """A byte string for an effect, from bytes or hexadecimal."""
    return {"hex": content if isinstance(content, str) else bytes(content).hex()}


def messages(page, kind):
    return [message for message in page.evaluate("fake.messages") if message["type"] == kind]


def complaints(page):
    """What the page complains about, once it does: some browsers tell it a moment later."""
    return eventually(
        lambda: page.evaluate("globalThis.complained") or page.complaints, "a complaint", pause=pauses(page)
    )


def wait_for(page, kind, count=1):
    """The messages of a kind, once there are that many."""
    eventually(lambda: len(messages(page, kind)) >= count, f"{count} {kind}", pause=pauses(page))
    return messages(page, kind)
