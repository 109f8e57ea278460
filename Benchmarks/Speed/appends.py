"""Durable appends over HTTP, beside SQLite without anything around it and beside Kinto."""

import os
import sqlite3
import struct
import tempfile
import time

import kinto
from figure import Figure, grouped, median
from hello import Hello
from load import CLIENTS, load
from relay import ENVELOPE_BYTES, SCRATCH, Person, Relay

PEOPLE, ROUNDS, SECONDS = 16, 3, 6


def appends():
    """The relay and SQLite in turns, so that a moody disk is moody to both; then Kinto."""
    relays, bare, thrown_away = [], [], []
    with Relay() as relay:
        people = [Person(relay, number) for number in range(PEOPLE)]
        with tempfile.NamedTemporaryFile("w", dir=SCRATCH) as templates:
            for person in people:
                envelope = person.envelope()
                batch = struct.pack(">BHI", 1, 1, len(envelope)) + envelope
                templates.write(f"{person.entries_path}\t{person.cookie}\t{batch.hex()}\n")
            templates.flush()
            acknowledged = 0
            for _ in range(ROUNDS):
                bare.append(bare_sqlite(SECONDS))
                thrown_away.append(http_alone())
                found = load(f"http://127.0.0.1:{relay.port}", "append.lua", templates.name, seconds=SECONDS)
                acknowledged += found.requests
                relays.append(found)
                print(
                    f"  bare SQLite {grouped(bare[-1])} a second; HTTP that keeps nothing {grouped(thrown_away[-1])}; "
                    f"the relay {found}",
                    flush=True,
                )
        kept = sum(person.kept() for person in people)
        if kept < acknowledged:
            raise SystemExit(f"{acknowledged} appends were acknowledged and {kept} are kept")
    ours, sqlite, nowhere = median([found.rate for found in relays]), median(bare), median(thrown_away)
    share = ours / nowhere
    yield Figure(
        f"durable appends over HTTP, 512 B, {CLIENTS} clients",
        f"{grouped(ours)}/s, {share:.0%} of the same requests kept nowhere",
        "≥ 60 %",
        f"bare Hummingbird that reads as much and keeps nothing: {grouped(nowhere)}/s; "
        f"bare SQLite, {CLIENTS} rows a commit, synchronous=FULL: {grouped(sqlite)}/s",
        share >= 0.6,
    )
    for backend in ("memory", "postgresql"):
        try:
            theirs = kinto.creations(backend, PEOPLE, SECONDS)
        except kinto.Unavailable as reason:
            print(f"  Kinto with {backend} was not measured: {reason}")
            yield Figure(f"as a multiple of Kinto, {backend}", "not measured", "–", str(reason), False)
            continue
        print(f"  Kinto, {backend}: {theirs}, {theirs.bad} refused")
        yield Figure(
            f"as a multiple of Kinto, {backend}", f"{ours / theirs.rate:.1f} ×", "–",
            f"Kinto, same load tool: {grouped(theirs.rate)}/s", True,
        )  # fmt: skip


def http_alone():
    """Requests a second of the same size that the relay's framework reads and answers, doing nothing else."""
    with Hello() as hello:
        return load(hello.url, "post.lua", str(7 + ENVELOPE_BYTES), seconds=SECONDS).rate


def bare_sqlite(seconds):
    """Rows a second that SQLite takes, of an envelope's size, in commits of as many as there are clients."""
    with tempfile.TemporaryDirectory(dir=SCRATCH, prefix="sqlite-") as folder:
        database = sqlite3.connect(f"{folder}/bare.sqlite", isolation_level=None)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.execute("CREATE TABLE entries (number INTEGER PRIMARY KEY, envelope BLOB NOT NULL)")
        # The rows wait in memory, so that SQLite does all of the work and Python next to none.
        database.execute("PRAGMA temp_store = MEMORY")
        database.execute("CREATE TEMP TABLE batch (envelope BLOB NOT NULL)")
        database.executemany("INSERT INTO batch VALUES (?)", [(os.urandom(ENVELOPE_BYTES),) for _ in range(CLIENTS)])
        count, start = 0, time.monotonic()
        while time.monotonic() - start < seconds:
            database.execute("BEGIN IMMEDIATE")
            database.execute("INSERT INTO entries (envelope) SELECT envelope FROM batch")
            database.execute("COMMIT")
            count += CLIENTS
        elapsed = time.monotonic() - start
        database.close()
        return count / elapsed
