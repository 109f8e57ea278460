"""A host puts an older copy of the relay back: nothing that anybody wrote is lost by it, and nobody who left is back."""

import os
import re
import shutil
import sqlite3
import subprocess

import pytest

from engines import expect
from people import after_thanks, eventually
from relay import Relay, built_program


@pytest.fixture
def relay(tmp_path, web):
    """A relay of one's own for each test."""
    relay = Relay(tmp_path, web)
    yield relay
    relay.close()


@pytest.fixture
def couple(chromium, relay):
    couple = after_thanks(chromium, relay, "set-back")
    yield couple
    for person in couple:
        person.close()


def close_pages(people):
    """They lay their phones away."""
    for person in people:
        person.everything_sent()
        person.page.goto("about:blank")


class Copy:
    """What the host keeps of the relay, and puts back."""

    def __init__(self, relay, folder):
        self.relay = relay
        self.folder = folder

    def put_back(self):
        """The whole directory, the file that counts among it: the relay can't know."""
        self.relay.stop()
        shutil.rmtree(self.relay.data)
        shutil.copytree(self.folder, self.relay.data)
        self.relay.start()


class Backup:
    """A copy of the database alone, made while the relay runs, which is then killed."""

    def __init__(self, relay, folder):
        self.relay = relay
        self.file = folder
        with sqlite3.connect(relay.data / "hearth.sqlite") as source, sqlite3.connect(folder) as target:
            source.backup(target)

    def put_back(self):
        """As the README says."""
        self.relay.kill()
        for suffix in ("", "-wal", "-shm"):
            (self.relay.data / f"hearth.sqlite{suffix}").unlink(missing_ok=True)
        shutil.copy(self.file, self.relay.data / "hearth.sqlite")
        self.relay.start()


class Sealed:
    """A sealed copy, made by `hearth backup` while the relay runs, and put back where everything old lies."""

    def __init__(self, relay, folder):
        self.relay = relay
        self.file = folder
        self.key = folder.with_suffix(".key")
        self.key.write_bytes(os.urandom(32))
        self.run("backup")

    def run(self, command):
        hearth(command, self.file, "--key", self.key, "--data", self.relay.data)

    def put_back(self):
        self.relay.kill()
        self.run("restore")
        self.relay.start()


def hearth(*arguments):
    subprocess.run([built_program(), *arguments], check=True, stdout=subprocess.DEVNULL)


def whole_directory(relay, folder):
    relay.stop()
    shutil.copytree(relay.data, folder)
    relay.start()
    return Copy(relay, folder)


def slips(person):
    """How many slips lie in the jar, those among them that are folded away."""
    person.open("/jar")
    person.heading("The jar")
    expect(person.page.locator(".slips .said").first).to_be_visible()
    for button in person.page.get_by_role("button", name=re.compile("^and [0-9]+ more$")).all():
        button.click()
    return person.page.locator(".slips .said").count()


@pytest.mark.parametrize("copied", [whole_directory, Backup, Sealed])
@pytest.mark.parametrize("first", [0, 1])
def test_all_that_was_written_is_everywhere_whoever_opens_first(relay, couple, copied, first, tmp_path):
    copy = copied(relay, tmp_path / "copy")
    for person in couple:
        person.open("/")
        for number in range(5):
            person.give_thanks(f"{person.called} later, {number}")
    close_pages(couple)
    one, two = couple[first], couple[1 - first]
    shared = one.space("shared")
    before = {entry.entry for entry in one.entries(shared)}
    copy.put_back()
    assert len(one.entries(shared)) == len(before) - 10

    # So many that the numbers look right again to whoever comes second.
    one.open("/")
    for number in range(12):
        one.give_thanks(f"{one.called} afterwards, {number}")
    close_pages([one])
    two.open("/")
    two.settled()
    two.everything_sent()
    found = {entry.entry for entry in two.entries(shared)}
    assert before < found and len(found) == len(before) + 12
    for person in (one, two):
        eventually(lambda person=person: slips(person) == 24, "all slips lie in the jar")
    for person in couple:
        assert not person.complaints


def test_leaving_stays_left(relay, couple, tmp_path):
    leaver, other = couple
    shared = leaver.space("shared")
    close_pages(couple)
    copy = whole_directory(relay, tmp_path / "copy")
    leaver.open("/leaving")
    leaver.page.get_by_label("Also erase what I wrote there from the server", exact=False).check()
    leaver.press("Leave now")
    leaver.press("Leave without holding")
    leaver.heading("You’ve left")
    leaver.page.get_by_label("Your passphrase").fill(leaver.passphrase)
    leaver.press("Erase what I wrote there")
    leaver.sees("What you wrote there was erased from the server.")
    theirs = len(other.entries(shared))
    other.open("/")
    other.sees("This space is closed")
    close_pages(couple)
    copy.put_back()
    assert other.space("shared") == shared, "the copy has it open"
    assert len(other.entries(shared)) > theirs

    # The other comes first, and would write at once.
    other.open("/")
    other.sees("This space is closed")
    other.settled()
    expect(other.page.get_by_role("button", name="Into the jar")).to_have_count(0)
    close_pages([other])
    assert other.space("shared") is None and other.space("shared", "closed") == shared
    sent = len(other.entries(shared))
    leaver.open("/")
    leaver.settled()
    eventually(lambda: len(other.entries(shared)) == theirs, "what was erased is erased again")
    assert sent > theirs
    # Nor does the leaver have the place open.
    leaver.sees("This space is closed")
    leaver.open("/jar")
    expect(leaver.page.locator("main")).to_contain_text("Ole at first")


def test_leaving_without_a_network_is_told_as_soon_as_there_is_one(couple):
    leaver, other = couple
    shared = leaver.space("shared")
    leaver.open("/leaving")
    leaver.lose_network()
    leaver.press("Leave now")
    leaver.press("Leave without holding")
    leaver.heading("You’ve left")
    leaver.sees("On this device it’s closed already. The server hears of it as soon as there’s a connection.")
    assert other.space("shared") == shared
    leaver.find_network()
    other.open("/")
    other.sees("This space is closed")
    expect(leaver.page.get_by_text("The server hears of it")).to_have_count(0)
    assert other.space("shared", "closed") == shared
