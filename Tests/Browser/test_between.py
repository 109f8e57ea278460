"""What stands between a phone and the relay: proxies with limits and words of their own, and slow lines. Nothing is lost by them."""

import json
import re
import secrets
from datetime import UTC, datetime, timedelta

import pytest

from engines import expect
from people import Person, eventually, text


@pytest.fixture(scope="module")
def couple_of_one(usual, relay):
    person = Person(usual, relay, "nora", "Nora", "Moss", "quiet granite window pear")
    person.sign_up()
    yield person
    person.close()


@pytest.fixture
def nora(couple_of_one):
    yield couple_of_one
    couple_of_one.wire.mend()
    couple_of_one.wire.clear()
    couple_of_one.page.evaluate("dispatchEvent(new Event('online'))")
    couple_of_one.everything_sent()


def pages(person, count):
    """An export of the person's with so many journal pages of 8,000 letters."""
    account = person.account()["account"]
    begin = datetime(2026, 1, 1, 20, tzinfo=UTC)
    lines = [{"hearth": "export", "version": 1, "made": "2026-11-21T09:30:00.000Z", "name": "Nora", "account": account}]
    for number in range(count):
        words = f"Page {number}. ".ljust(8000, "o")
        lines.append(
            {
                "time": (begin + timedelta(minutes=number)).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
                "space": "mine",
                "author": "Nora",
                "kind": "journal.written",
                "fields": {"text": words},
                "entry": text(secrets.token_bytes(16)),
                "account": account,
                "counter": 0,
                "device": text(secrets.token_bytes(8)),
            }
        )
    return "\n".join(map(json.dumps, lines)).encode()


def bring_in(person, count):
    """Brings pages in without a network, so that all of them wait to be sent."""
    file = {"name": "hearth.jsonl", "mimeType": "application/jsonl", "buffer": pages(person, count)}
    person.open("/data")
    person.settled()
    person.lose_network()
    person.page.locator("#file").set_input_files(file)
    person.heading("In this file")
    person.page.get_by_role("button", name=re.compile("^Bring ")).click()
    person.sees("It’s here now.")
    person.at_rest()


def appends(person):
    return person.wire.answers("POST", "/entries")


def test_a_proxy_that_takes_little_at_once_gets_little_and_later_words_pass(nora):
    space = nora.space("private")
    before = len(nora.entries(space))
    bring_in(nora, 40)
    nora.wire.limit = 100_000
    tried = len(appends(nora))
    nora.find_network()
    nora.open("/")
    nora.give_thanks("Written after the pages")
    nora.everything_sent()
    assert len(nora.entries(space)) == before + 41
    refused = [found for found in appends(nora)[tried:] if found.status == 413]
    assert 1 <= len(refused) <= 4
    expect(nora.page.locator(".banner")).to_have_count(0)


def test_what_alone_is_too_large_is_set_aside_and_told_and_sent_once_it_passes(nora):
    space = nora.space("private")
    before = len(nora.entries(space))
    nora.wire.limit = 4000
    nora.open("/journal")
    nora.page.locator("#page").fill("So much to say. " * 500)
    nora.press("Keep it")
    nora.sees("Something you wrote is too large for what stands between you and the server.", exact=False)
    nora.page.locator(".banner").get_by_role("button", name="Close").click()
    nora.open("/")
    nora.give_thanks("Short, and on its way")
    eventually(lambda: len(nora.entries(space)) == before + 1, "the short one is there")
    nora.wire.clear()
    nora.reload()
    nora.everything_sent()
    assert len(nora.entries(space)) == before + 2


def test_a_slow_line_gets_everything_through_and_says_how_much_is_left(nora):
    """In one batch it would take longer than an answer is waited for."""
    space = nora.space("private")
    before = len(nora.entries(space))
    bring_in(nora, 75)
    nora.wire.rate = 25_000
    tried = len(appends(nora))
    nora.find_network()
    nora.sees(re.compile(r"^Sending what you wrote: \d+ to go\. Keep Hearth open until it’s done\.$"))
    nora.everything_sent()
    assert len(nora.entries(space)) == before + 75
    assert [found.status for found in appends(nora)[tried:]] == [200] * (len(appends(nora)) - tried)
    expect(nora.page.locator(".banner")).to_have_count(0)


WORDS = {
    "a sign-in page of the network": "302 Found\r\nLocation: https://sign-in.example/\r\n",
    "the same without going there": "200 OK\r\n",
    "a password of the proxy’s": "401 Unauthorized\r\n",
    "a wall": "403 Forbidden\r\n",
    "another site": "404 Not Found\r\n",
    "no relay behind it": "502 Bad Gateway\r\n",
    "upkeep": "503 Service Unavailable\r\n",
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS.keys())
def test_what_a_proxy_says_is_not_the_relays_word(nora, words):
    space = nora.space("private")
    before = len(nora.entries(space))
    nora.open("/")
    nora.settled()
    nora.wire.words = words
    tried = len(appends(nora))
    nora.give_thanks("Kept while something was in between")
    eventually(lambda: len(appends(nora)) > tried, "it is tried")
    # Not signed out, no stranger to the space, nothing set aside; after a reload neither.
    nora.reload()
    nora.heading(re.compile("Nora"))
    nora.page.wait_for_timeout(300)
    expect(nora.page.locator(".banner")).to_have_count(0)
    nora.wire.clear()
    nora.page.evaluate("dispatchEvent(new Event('online'))")
    nora.everything_sent()
    assert len(nora.entries(space)) == before + 1


def test_whoever_signs_in_through_a_proxy_without_a_relay_is_told_so(nora):
    device = nora.another_device()
    device.open("/sign-in")
    device.page.get_by_label("Sign-in name").fill(nora.name)
    device.page.get_by_label("Passphrase", exact=True).fill(nora.passphrase)
    for words in WORDS.values():
        device.wire.words = words
        device.press("Come in")
        device.sees("The server can’t be reached from here. What you typed is kept; try again in a moment.")
    device.wire.clear()
    device.press("Come in")
    device.heading(re.compile("Nora"))
    device.close()
