"""What a relay holds in memory: idle, and with 2,000 live event streams."""

import asyncio
import resource
import time

from figure import Figure, kilobytes, megabytes
from relay import Person, Relay

STREAMS, EACH = 2000, 8  # streams, and how many one account may have


def memory():
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with Relay("--behind-proxy") as relay:
        relay.ask("GET", "/health")
        time.sleep(2)
        idle = relay.resident_bytes()
        people = [Person(relay, number, f"10.0.{number // 16}.1") for number in range(STREAMS // EACH)]
        time.sleep(2)
        before = relay.resident_bytes()
        during = asyncio.run(with_streams(relay, people))
    each = (during - before) / STREAMS
    print(f"  idle {megabytes(idle)}; {len(people)} accounts later {megabytes(before)}; with streams {megabytes(during)}")
    yield Figure(
        "relay memory, idle", megabytes(idle), "≤ 50 MB", "resident, the bundle in memory included", idle <= 50e6
    )
    yield Figure(
        f"relay memory with {STREAMS:,} live event streams",
        f"{kilobytes(each)} a stream", "≤ 25 KB a stream", f"{megabytes(before)} before, {megabytes(during)} with them",
        each <= 25_000,
    )  # fmt: skip


async def with_streams(relay, people):
    """Opens the streams, waits until each has told its first event, and gives the memory then."""
    gate = asyncio.Semaphore(100)

    async def open_stream(person):
        async with gate:
            reader, writer = await asyncio.open_connection("127.0.0.1", relay.port)
            lines = ["GET /api/live HTTP/1.1", "Host: localhost", f"Cookie: {person.cookie}"]
            lines += [f"X-Forwarded-For: {person.address}", "", ""]
            writer.write("\r\n".join(lines).encode())
            head = await reader.readuntil(b"\r\n\r\n")
            if b" 200 " not in head.split(b"\r\n")[0]:
                raise SystemExit(f"a stream was refused: {head[:200]}")
            await reader.readuntil(b"event: space")
            return writer

    writers = await asyncio.gather(*(open_stream(person) for person in people for _ in range(EACH)))
    await asyncio.sleep(5)
    found = relay.resident_bytes()
    for writer in writers:
        writer.close()
    return found
