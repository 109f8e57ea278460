"""Kinto (PyPI), a store for apps that sync, with its memory and its PostgreSQL backend."""

import os
import shutil
import socket
import subprocess
import time
import urllib.request
from contextlib import ExitStack, contextmanager
from pathlib import Path

from load import load
from relay import SCRATCH, stop

ENVIRONMENT = SCRATCH / "kinto"


class Unavailable(Exception):
    """Why there is nothing to compare with."""


def creations(backend, people, seconds):
    """Creations of records under load, with `memory` or `postgresql`, each person's in a collection of their own.

    Anybody may write, which spares Kinto the work of telling who asks.
    """
    with ExitStack() as stack:
        location = stack.enter_context(postgresql()) if backend == "postgresql" else ""
        port = free_port()
        settings = SCRATCH / f"kinto-{backend}.ini"
        settings.write_text(configuration(backend, location, port))
        program = ENVIRONMENT / "bin/kinto"
        with (SCRATCH / "kinto.log").open("w") as log:
            if location:
                migrated = subprocess.run([program, "migrate", "--ini", settings], stdout=log, stderr=log)
                if migrated.returncode:
                    raise Unavailable(f"Kinto could not prepare its database, see {log.name}")
            process = subprocess.Popen([program, "start", "--ini", settings], stdout=log, stderr=log)
        stack.callback(stop, process)
        base = f"http://127.0.0.1:{port}/v1"
        answers(base + "/", process)
        collections = [f"/buckets/bench/collections/person-{number}" for number in range(1, people + 1)]
        for path in ["/buckets/bench", *collections]:
            urllib.request.urlopen(urllib.request.Request(base + path, method="PUT"), timeout=30).read()
        # Two records of one collection in the same millisecond are refused by its PostgreSQL backend.
        return load(base, "kinto.lua", f"/v1{collections[0][:-1]}", str(people), seconds=seconds, refusals=True)


def configuration(backend, location, port):
    """What `kinto init` writes, without the comments and open to everybody."""
    parts = ("storage", "cache", "permission")
    backends = [f"kinto.{part}_backend = kinto.core.{part}.{backend}" for part in parts]
    addresses = [f"kinto.{part}_url = {location}" for part in parts if location]
    rights = [f"kinto.{thing}_create_principals = system.Everyone" for thing in ("bucket", "collection", "record")]
    lines = [
        "[server:main]", "use = egg:waitress#main", "host = 127.0.0.1", f"port = {port}",
        "[app:main]", "use = egg:kinto", "kinto.userid_hmac_secret = of no importance here",
        "kinto.bucket_write_principals = system.Everyone", *rights, *backends, *addresses,
        "[loggers]", "keys = root", "[handlers]", "keys = console", "[formatters]", "keys = plain",
        "[logger_root]", "level = ERROR", "handlers = console",
        "[handler_console]", "class = StreamHandler", "args = (sys.stderr,)", "level = NOTSET", "formatter = plain",
        "[formatter_plain]", "format = %(message)s",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


@contextmanager
def postgresql():
    """A PostgreSQL of Debian's on a loopback port, durable as it comes: its address."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    if not found:
        raise Unavailable("PostgreSQL is not installed: script/setup --bench")
    programs = found[-1].parent
    folder = SCRATCH / "postgresql"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    # It refuses to run as root.
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if user:
        shutil.chown(folder, "postgres", "postgres")
    port = free_port()
    made = subprocess.run(
        [*user, programs / "initdb", "-D", folder / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8"],
        capture_output=True, text=True, cwd="/",
    )  # fmt: skip
    if made.returncode:
        raise Unavailable(f"PostgreSQL could not make a database: {made.stderr.strip()[-300:]}")
    process = subprocess.Popen(
        [*user, programs / "postgres", "-D", folder / "data", "-p", str(port), "-k", folder, "-h", "127.0.0.1"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/",
    )  # fmt: skip
    try:
        until = time.monotonic() + 60
        while subprocess.run([programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]).returncode:
            if process.poll() is not None or time.monotonic() > until:
                raise Unavailable("PostgreSQL did not start")
            time.sleep(0.2)
        yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
    finally:
        stop(process)
        shutil.rmtree(folder, ignore_errors=True)


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def answers(url, process):
    until = time.monotonic() + 60
    while True:
        try:
            return urllib.request.urlopen(url, timeout=5).read()
        except OSError:
            if process.poll() is not None or time.monotonic() > until:
                raise Unavailable(f"Kinto did not start, see {SCRATCH}/kinto.log") from None
            time.sleep(0.2)
