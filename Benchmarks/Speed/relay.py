"""A relay to measure, and people of it who exist for the load alone: random bytes stand where keys and ciphertexts would be."""

import base64
import http.client
import json
import os
import re
import struct
import subprocess
import tempfile
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/release/hearth"
PAGE = ROOT / ".build/web"
SCRATCH = ROOT / ".build/bench"

# An entry whose body has 508 bytes, padded with its length to 512 (docs/protocol.md).
PADDED_BODY = 512
ENVELOPE_BYTES = 114 + PADDED_BODY + 16 + 64
ENTRY_OFFSET = 38


def started(arguments):
    """Starts a server that prints “ready at <address>”: the process and the port."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    with (SCRATCH / f"{Path(arguments[0]).name}.log").open("w") as log:
        process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=log, text=True, cwd=ROOT)
    lines = []
    too_late = threading.Timer(600, process.kill)
    too_late.start()
    for line in process.stdout:
        lines.append(line)
        found = re.search(r"ready at http://\S+?:(\d+)\s", line)
        if found:
            too_late.cancel()
            # What it prints later must not fill the pipe.
            threading.Thread(target=process.stdout.read, daemon=True).start()
            return process, int(found[1]), "".join(lines)
    too_late.cancel()
    raise SystemExit(f"{arguments[0]} did not start:\n{''.join(lines)}")


def stop(process):
    process.terminate()
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Relay:
    """`hearth` with a database of its own, on the disk that everything else is measured on."""

    def __init__(self, *options, command=("serve",)):
        SCRATCH.mkdir(parents=True, exist_ok=True)
        self.folder = tempfile.TemporaryDirectory(dir=SCRATCH, prefix="relay-")
        self.process, self.port, self.said = started(
            [PROGRAM, *command, "--port", "0", "--data", f"{self.folder.name}/data", "--web", PAGE, *options]
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        stop(self.process)
        self.folder.cleanup()

    @property
    def url(self):
        """Browsers give keys and workers to `localhost` without TLS."""
        return f"http://localhost:{self.port}"

    def resident_bytes(self):
        """What the process holds in memory: VmRSS of Linux."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) * 1024

    def ask(self, method, path, body=None, **headers):
        """One request: headers and body of the answer, which must be a good one."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"X-Hearth": "1", **{name.replace("_", "-"): value for name, value in headers.items()}}
        connection.request(method, path, json.dumps(body).encode() if isinstance(body, dict) else body, headers)
        response = connection.getresponse()
        content = response.read()
        connection.close()
        if response.status >= 300:
            raise SystemExit(f"{method} {path} was answered with {response.status}: {content[:200]}")
        return response.headers, content


def text(content):
    """Bytes as JSON, paths and live events write them."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


class Person:
    """An account with a private space.

    `address` is where a proxy would say that they are: a relay makes 20 accounts an hour for one address.
    """

    def __init__(self, relay, number, address="127.0.0.1"):
        self.relay, self.address = relay, address
        self.account, self.space = os.urandom(16), os.urandom(16)
        lengths = {"salt": 16, "secret": 32, "recoverySecret": 32, "personByPassphrase": 60, "personByRecovery": 60}
        headers, _ = relay.ask(
            "POST",
            "/api/accounts",
            {
                "name": f"bench-{number}",
                "account": text(self.account),
                **{name: text(os.urandom(length)) for name, length in lengths.items()},
                "signingPublic": text(b"\x04" + os.urandom(64)),
                "signingPrivate": text(os.urandom(166)),
                "privateSpace": {"id": text(self.space), "key": text(os.urandom(60))},
            },
            X_Forwarded_For=address,
        )
        self.cookie = headers["Set-Cookie"].split(";")[0]

    @property
    def entries_path(self):
        return f"/api/spaces/{text(self.space)}/entries"

    def envelope(self):
        """An entry of this person's private space, of which the relay can't tell that nobody can open it."""
        header = struct.pack(">BB16sI16s", 1, 1, self.space, 0, self.account) + os.urandom(16) + bytes(48)
        envelope = header + os.urandom(12 + PADDED_BODY + 16 + 64)
        assert len(envelope) == ENVELOPE_BYTES
        return envelope

    def append(self, envelopes):
        content = b"".join(struct.pack(">I", len(envelope)) + envelope for envelope in envelopes)
        self.relay.ask(
            "POST", self.entries_path, struct.pack(">BH", 1, len(envelopes)) + content, Cookie=self.cookie
        )

    def kept(self):
        """How many entries the relay says it has of the private space."""
        _, content = self.relay.ask("GET", "/api/account", Cookie=self.cookie)
        return json.loads(content)["spaces"][0]["head"]
