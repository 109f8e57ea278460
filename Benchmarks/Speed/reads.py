"""Reads of a page of 50 entries, beside the smallest server that the relay's framework makes."""

from figure import Figure, grouped, kilobytes, median
from hello import Hello
from load import CLIENTS, load
from relay import Person, Relay

ENTRIES, ROUNDS, SECONDS = 50, 3, 5


def reads():
    pages, hellos, same_size = [], [], []
    with Relay() as relay, Hello() as hello:
        person = Person(relay, 0)
        person.append([person.envelope() for _ in range(ENTRIES)])
        path = f"{person.entries_path}?after=0"
        _, page = relay.ask("GET", path, Cookie=person.cookie)
        for _ in range(ROUNDS):
            hellos.append(load(hello.url, "get.lua", seconds=SECONDS).rate)
            same_size.append(load(f"{hello.url}bytes/{len(page)}", "get.lua", seconds=SECONDS).rate)
            pages.append(load(f"http://127.0.0.1:{relay.port}{path}", "get.lua", person.cookie, seconds=SECONDS).rate)
            print(
                f"  the page {grouped(pages[-1])} a second; “hello” {grouped(hellos[-1])}; "
                f"as many bytes of zeros {grouped(same_size[-1])}",
                flush=True,
            )
    ours, theirs = median(pages), median(hellos)
    yield Figure(
        f"reads of a {ENTRIES}-entry page ({kilobytes(len(page))}), {CLIENTS} clients",
        f"{grouped(ours)}/s, {ours / theirs:.0%} of “hello”",
        "≥ 50 %",
        f"bare Hummingbird: “hello” {grouped(theirs)}/s, {kilobytes(len(page))} of zeros {grouped(median(same_size))}/s",
        ours / theirs >= 0.5,
    )
