"""The real relay for tests: the built `hearth` with the built page, on a free port, with a database of its own.

HEARTH_BINARY and HEARTH_WEB name other builds than .build/release/hearth (or .build/debug/hearth) and .build/web.
"""

import base64
import http.client
import json
import os
import re
import signal
import struct
import subprocess
import threading
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]


def built_program():
    """The relay that was built last."""
    named = os.environ.get("HEARTH_BINARY")
    if named:
        return Path(named)
    found = [path for path in (ROOT / ".build/release/hearth", ROOT / ".build/debug/hearth") if path.exists()]
    if not found:
        raise SystemExit("There is no relay to test: run script/build first, or name one in HEARTH_BINARY.")
    return max(found, key=lambda path: path.stat().st_mtime)


def built_page():
    """The page that was built last."""
    found = Path(os.environ.get("HEARTH_WEB") or ROOT / ".build/web")
    if not (found / "browser.wasm").exists():
        raise SystemExit(f"There is no page to test in {found}: run script/build first, or name one in HEARTH_WEB.")
    return found


class Relay:
    """A relay that can be stopped, killed and started again over the same data, at the same address."""

    def __init__(self, folder, web, command=("serve",)):
        self.data = Path(folder) / "data"
        self.log = Path(folder) / "relay.log"
        self.web = web
        self.command = command
        self.port = 0
        self.lines = []
        self.start()

    def start(self):
        arguments = ["--port", str(self.port), "--data", str(self.data), "--web", str(self.web), "--log-level", "trace"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [built_program(), *self.command, *arguments], stdout=subprocess.PIPE, stderr=log, text=True, cwd=ROOT
            )
        for line in self.process.stdout:
            self.lines.append(line.strip())
            found = re.search(r"ready at (http://\S+)", line)
            if found:
                self.port = urlsplit(found[1]).port
                # Whatever it prints later must not fill the pipe.
                threading.Thread(target=self.process.stdout.read, daemon=True).start()
                return
        raise AssertionError(f"the relay did not start: {self.lines} {self.log.read_text()[-2000:]}")

    @property
    def url(self):
        """Browsers give keys and workers to `localhost` without TLS."""
        return f"http://localhost:{self.port}"

    def stop(self):
        self.process.terminate()
        assert self.process.wait(30) == 0

    def kill(self):
        """`kill -9`: nothing is finished, nothing is flushed."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(30)

    def restart(self):
        self.stop()
        self.start()

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(30)

    def database(self):
        """Every byte that the relay has on disk, logs of the database included, and what it told its own log."""
        files = [path for path in sorted(self.data.rglob("*")) if path.is_file()]
        return b"".join(path.read_bytes() for path in files)

    def logs(self):
        return self.log.read_bytes()

    def ask(self, method, path, body=None, cookie=None, kind="application/json"):
        """One request beside the browser: status, headers and bytes as they came."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"X-Hearth": "1", "Host": f"localhost:{self.port}"}
        if cookie:
            headers["Cookie"] = cookie
        if body is not None:
            headers["Content-Type"] = kind
            body = json.dumps(body).encode() if isinstance(body, dict) else body
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        content = response.read()
        connection.close()
        return response.status, response.headers, content


class Envelope:
    """An entry as the relay knows it: a header and what it can't read (docs/protocol.md)."""

    def __init__(self, content):
        self.content = content
        (self.version, self.suite, self.space, self.epoch, self.author, self.entry, self.seal) = struct.unpack_from(
            ">BB16sI16s16s16s", content
        )

    @property
    def is_sealed(self):
        return self.seal != bytes(16)


def page_items(content):
    """The envelopes and erased entries of one page answer: [(number, kind, bytes)], next, whether it is the last."""
    version, _, following, _, done, count = struct.unpack_from(">BQQQBH", content)
    assert version == 1
    items, at = [], struct.calcsize(">BQQQBH")
    for _ in range(count):
        number, kind, length = struct.unpack_from(">QBI", content, at)
        at += 13
        items.append((number, kind, content[at : at + length]))
        at += length
    assert at == len(content)
    return items, following, bool(done)


def sealed_items(content):
    """The answer about sealed entries: seal ids that wait for this account, and its own envelopes not yet released."""
    version, count = struct.unpack_from(">BH", content)
    assert version == 1
    at = 3
    waiting = [content[at + 16 * index : at + 16 * (index + 1)] for index in range(count)]
    at += 16 * count
    (count,) = struct.unpack_from(">H", content, at)
    at += 2
    own = []
    for _ in range(count):
        (length,) = struct.unpack_from(">I", content, at)
        own.append(Envelope(content[at + 4 : at + 4 + length]))
        at += 4 + length
    assert at == len(content)
    return waiting, own


def text(content):
    """Bytes as JSON, paths and live events write them."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def octets(written):
    """The bytes of such a text."""
    return base64.urlsafe_b64decode(written + "=" * (-len(written) % 4))
