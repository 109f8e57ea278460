"""What goes wrong: networks, relays, browsers, people's slips. Each gets plain words, and nothing is lost."""

import re
import sqlite3
import subprocess
import threading
import time

import pytest

from engines import expect
from people import Person, eventually, newly_paired, octets, sheet
from relay import Relay

# In one text: markup, ways out of an attribute and a field, right-to-left words, marks that turn the direction or can't
# be seen, emoji of several parts, an accent with nothing under it, and what templates would fill in.
HOSTILE = (
    "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    "\"'></textarea> \u202etxt.exe\u202c \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 "
    "z\u200be\u200dr\ufeffo "
    "\U0001f469\u200d\u2764\ufe0f\u200d\U0001f469 \U0001f3f3\ufe0f\u200d\U0001f308 \u0301 &amp; {partner} %s"
)


@pytest.fixture(scope="module")
def couple(chromium, relay):
    couple = newly_paired(chromium, relay, "fault")
    for person in couple:
        person.open("/")
        person.everything_sent()
    yield couple
    for person in couple:
        person.close()


@pytest.fixture
def one(couple):
    yield couple[0]
    mend(couple[0])


@pytest.fixture
def two(couple):
    yield couple[1]
    mend(couple[1])


def mend(person):
    """One fault at a time: whatever a test did to the network ends with it."""
    person.wire.mend()
    person.context.set_offline(False)
    person.page.unroute_all()


def jar(person):
    """Everything in the jar as this person's device has it now."""
    person.open("/jar")
    person.heading("The jar")
    slips = person.page.locator(".slips .said")
    expect(slips.first).to_be_visible()
    # Not the inner texts: slips below the screen aren’t drawn yet and have none.
    return slips.all_text_contents()


def expect_in_jar(person, words):
    expect(person.page.locator(".slips .said", has_text=words)).to_have_count(1)


def mine_on_the_relay(person, space):
    account = octets(person.account()["account"])
    return [found for found in person.entries(space) if found.author == account]


# The network


def test_answers_lost_on_the_way_back_double_nothing(one, two):
    """The relay has taken what was sent, and the phone never hears of it."""
    space = one.space("shared")
    before = len(mine_on_the_relay(one, space))
    one.open("/")
    one.settled()
    one.wire.state = "deaf"
    one.give_thanks("For the soup on Tuesday")
    eventually(lambda: len(mine_on_the_relay(one, space)) == before + 1 and one.wire.lost, "the answer got lost")
    one.give_thanks("And another")
    one.wire.mend()
    # Coming back, as phones tell it.
    one.page.evaluate("dispatchEvent(new Event('online'))")
    one.everything_sent()
    assert len(mine_on_the_relay(one, space)) == before + 2
    for person in (one, two):
        person.open("/jar")
        expect_in_jar(person, "For the soup on Tuesday")
        expect_in_jar(person, "And another")


def test_a_network_lost_in_the_middle_of_reading(one, two):
    """Nothing gets through while the other's entries come in; afterwards they are all there."""
    two.open("/")
    two.heading(re.compile("Ole"))
    two.page.route("**/api/spaces/**", lambda route: route.abort())
    one.open("/")
    for number in range(5):
        one.give_thanks(f"While you were gone, number {number}")
    one.everything_sent()
    two.wire.cut()
    two.page.unroute_all()
    two.wire.mend()
    two.page.evaluate("dispatchEvent(new Event('online'))")
    expect(two.page.locator(".fresh-thanks")).to_contain_text("number 4")
    two.open("/jar")
    for number in range(5):
        expect_in_jar(two, f"While you were gone, number {number}")


def test_no_network_at_all_when_signing_in(chromium, relay, one):
    device = one.another_device()
    device.open("/sign-in")
    device.page.get_by_label("Sign-in name").fill(one.name)
    device.page.get_by_label("Passphrase", exact=True).fill(one.passphrase)
    device.wire.cut()
    device.press("Come in")
    device.sees("The server can’t be reached from here. What you typed is kept; try again in a moment.")
    device.wire.mend()
    device.press("Come in")
    device.heading(re.compile("Ida"))
    device.close()


# The relay


def test_a_relay_killed_while_both_write_loses_nothing(relay, one, two):
    for person in (one, two):
        person.open("/")
        person.heading(re.compile(person.called))
    written = []

    def write(person, count):
        for _ in range(count):
            words = f"Written by {person.called}, line {len(written)}"
            person.give_thanks(words)
            written.append(words)

    write(one, 3)
    killer = threading.Timer(0.05, relay.kill)
    killer.start()
    write(two, 4)
    write(one, 4)
    killer.join()
    # Nobody notices but for the waiting: writing goes on.
    assert relay.process.poll() is not None
    write(two, 2)
    relay.start()
    for person in (one, two):
        person.page.evaluate("dispatchEvent(new Event('online'))")
        person.everything_sent()
    for person in (one, two):
        found = jar(person)
        assert sorted(words for words in found if words.startswith("Written by")) == sorted(written)


def test_a_database_that_another_program_holds(relay, one):
    """Whoever looks into the file with another program keeps nobody's words from being kept."""
    one.open("/")
    one.settled()
    other = sqlite3.connect(relay.data / "hearth.sqlite", timeout=10, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    one.give_thanks("While the file was held")
    refused = eventually(
        lambda: [found for found in one.wire.answers("POST", "/entries") if found.status == 503],
        "it is refused for now",
    )
    assert b'"error":"busy"' in refused[-1].body
    other.execute("ROLLBACK")
    other.close()
    one.everything_sent()
    assert "While the file was held" in jar(one)


@pytest.fixture
def cramped(tmp_path, chromium, web):
    """A relay whose data lie on a disk of 24 megabytes, of which it sets eight aside, and a couple that lives there."""
    disk = tmp_path / "data"
    disk.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "hearth", disk], capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"making a small disk takes root: {made.stderr.strip()}")
    relay = Relay(tmp_path, web)
    couple = newly_paired(chromium, relay, "cramped")
    yield relay, *couple
    for person in couple:
        person.close()
    relay.close()
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_loses_nothing(cramped):
    relay, one, two = cramped
    one.open("/")
    one.everything_sent()
    ballast = relay.data / "ballast"
    with pytest.raises(OSError, match="No space left"), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    one.give_thanks("While the disk was full")
    full = eventually(
        lambda: [found for found in one.wire.answers("POST", "/entries") if found.status == 507], "it is refused for now"
    )
    assert b'"error":"storageFull"' in full[-1].body
    # The other still reads what was there before, and the writer has what was written.
    two.open("/")
    two.heading(re.compile("Ole"))
    assert "While the disk was full" in jar(one)
    ballast.unlink()
    one.page.evaluate("dispatchEvent(new Event('online'))")
    one.everything_sent()
    two.open("/jar")
    expect_in_jar(two, "While the disk was full")


def test_a_graceful_stop_finishes_what_is_under_way(relay, one):
    one.open("/")
    one.give_thanks("Just before the stop")
    relay.restart()
    one.everything_sent()
    assert "Just before the stop" in jar(one)


# The browser


def test_two_tabs_at_once(one, two):
    one.open("/")
    one.heading(re.compile("Ida"))
    tab = one.new_tab()
    tab.goto(one.relay.url + "/jar")
    one.give_thanks("From the first tab")
    expect(tab.locator(".slips").get_by_text("From the first tab")).to_have_count(1)
    # Both write, turn by turn and without a network, and then at once.
    tab.goto(one.relay.url + "/")
    one.context.set_offline(True)
    for number in range(3):
        one.give_thanks(f"First tab, {number}")
        tab.locator("#thanks").fill(f"Second tab, {number}")
        tab.get_by_role("button", name="Into the jar").click()
        expect(tab.get_by_text("It’s in the jar").first).to_be_visible()
    one.context.set_offline(False)
    two.open("/jar")
    for number in range(3):
        expect_in_jar(two, f"First tab, {number}")
        expect_in_jar(two, f"Second tab, {number}")
    one.everything_sent()
    # Then both come to rest: neither takes the other's reading for news.
    one.settled()
    tab.close()
    one.open("/jar")
    for number in range(3):
        expect_in_jar(one, f"First tab, {number}")
        expect_in_jar(one, f"Second tab, {number}")
    # No one was warned of a forked chain or of anything else.
    for person in (one, two):
        expect(person.page.locator(".banner")).to_have_count(0)


WIPE = """() => new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase('hearth');
  request.onsuccess = resolve;
  request.onerror = () => reject(request.error);
})"""


def test_storage_wiped_by_the_browser(one):
    before = sorted(jar(one))
    one.write_journal("Written before the wipe")
    one.everything_sent()
    # As a browser does when it needs the room: while Hearth is closed.
    one.page.goto(one.relay.url + "/health")
    one.page.evaluate(WIPE)
    one.sign_in()
    one.heading(re.compile("Ida"))
    one.open("/jar")
    expect(one.page.locator(".slips .said")).to_have_count(len(before))
    assert sorted(jar(one)) == before
    one.open("/journal")
    one.sees("Written before the wipe")
    # The wiped device goes on writing without a break in its chain.
    one.open("/")
    one.give_thanks("Written after the wipe")
    one.everything_sent()
    expect(one.page.locator(".banner")).to_have_count(0)


def test_a_session_that_ended_keeps_the_writing(one, two):
    one.open("/")
    one.heading(re.compile("Ida"))
    one.context.clear_cookies()
    one.give_thanks("Written after the session ended")
    one.sees("You’ve been signed out here. What you write is kept on this device until you sign in again.")
    one.give_thanks("And one more")
    # The device goes on showing and keeping it, over a reload too.
    one.reload()
    one.open("/jar")
    expect_in_jar(one, "Written after the session ended")
    one.press("Sign in again")
    one.heading("Sign in again")
    expect(one.page.get_by_label("Sign-in name")).to_have_value(one.name)
    one.page.get_by_label("Passphrase", exact=True).fill(one.passphrase)
    one.press("Come in")
    one.everything_sent()
    two.open("/jar")
    expect_in_jar(two, "Written after the session ended")
    expect_in_jar(two, "And one more")


def write_at(person, moment, words):
    """Writes on another device of the person's, whose clock shows another time."""
    device = person.another_device()
    device.page.clock.install(time=moment)
    device.sign_in()
    device.heading(re.compile(person.called))
    device.give_thanks(words)
    device.everything_sent()
    device.close()


def test_clocks_that_are_wrong_lose_nothing(one, two):
    for person in (one, two):
        person.open("/")
        person.settled()
    write_at(one, time.time() + 3600, "From an hour ahead")
    one.sees("One of your devices has a clock that runs ahead. Everything is kept; set its clock when you can.")
    two.sees("Your partner’s device has a clock that runs ahead. Everything is kept; the order may look odd.")
    write_at(one, time.time() - 86400, "From the day before")
    for number, person in enumerate((one, two)):
        person.open("/")
        person.give_thanks(f"Written at the right time, {number}")
        person.everything_sent()
    for person in (one, two):
        person.open("/jar")
        for words in ("From an hour ahead", "From the day before", "right time, 0", "right time, 1"):
            expect_in_jar(person, words)


# People


def test_hostile_words_are_words_in_every_field(one, two):
    complaints = [len(person.complaints) for person in (one, two)]

    def shown(person, place):
        eventually(lambda: HOSTILE in place.inner_text(), f"{person} reads it as it was written")
        assert person.page.title() != "owned"
        assert person.page.locator("img[src=x], script:not([src])").count() == 0

    # Thanks
    one.open("/")
    one.page.locator("#thanks").fill(HOSTILE)
    one.press("Into the jar")
    two.open("/jar")
    shown(two, two.page.locator("main"))
    # What one is called: it stands on many pages of the other's.
    name = "<b>Ida</b> \u202e"
    one.open("/settings")
    one.page.get_by_role("button", name=re.compile("^Name and colour")).click()
    one.page.get_by_label("What you like to be called").fill(name)
    one.press("Save")
    one.everything_sent()
    for path in ("/", "/us", "/jar", "/questions", "/conversations", "/invite", "/leaving"):
        two.open(path)
        expect(two.page.locator("main")).not_to_be_empty()
        assert two.page.locator("main b").count() == 0
    two.open("/jar")
    expect(two.page.locator("main")).to_contain_text("<b>Ida</b>")
    # Journal
    one.open("/journal")
    one.page.locator("#page").fill(HOSTILE)
    one.press("Keep it")
    shown(one, one.page.locator(".journal-page").first)
    # A question's answer
    one.open("/")
    one.page.get_by_label("Your answer").fill(HOSTILE)
    one.page.get_by_role("button", name=re.compile("^Seal it for")).click()
    two.open("/")
    two.page.get_by_label("Your answer").fill("mine")
    two.page.get_by_role("button", name=re.compile("^Seal it for")).click()
    shown(two, two.page.locator(".card.question"))
    # Words about a sign
    one.open("/signs")
    mark = sheet(one, "We only talk about who does what")
    mark.get_by_role("button", name="I’ve noticed this").click()
    mark.get_by_label("A word to yourself about it").fill(HOSTILE)
    mark.get_by_role("button", name="Keep these words").click()
    mark.get_by_role("button", name="Share it with my words").click()
    two.open("/signs")
    shown(two, two.page.locator(".of-both"))
    # A moment of the story
    one.open("/story")
    one.page.get_by_label("A moment worth remembering").fill(HOSTILE)
    one.press("Keep it")
    two.open("/story")
    shown(two, two.page.locator("main"))
    # The whole of it taken along: the page that was saved runs nothing either.
    one.open("/data")
    one.press("Only the page")
    one.page.get_by_label("Your passphrase", exact=True).fill(one.passphrase)
    with one.page.expect_download() as saved:
        one.press("Only the page")
    page = open(saved.value.path(), encoding="utf-8").read()
    assert "<script>document" not in page and "<img src=x" not in page and "&lt;script&gt;document" in page
    one.open("/settings")
    one.page.get_by_role("button", name=re.compile("^Name and colour")).click()
    one.page.get_by_label("What you like to be called").fill("Ida")
    one.press("Save")
    one.everything_sent()
    assert [len(person.complaints) for person in (one, two)] == complaints


def test_very_long_words_are_kept_whole_or_refused_plainly(one):
    one.open("/journal")
    whole = "Långsamt går det. " * 440
    one.page.locator("#page").fill(whole)
    one.press("Keep it")
    expect(one.page.locator(".journal-page").first).to_contain_text(whole.strip())
    one.page.locator("#page").fill("x" * 8005)
    one.sees("5 characters too many. A page holds 8,000 characters.", exact=False)
    one.press("Keep it")
    expect(one.page.locator("#page")).to_have_value("x" * 8005)
    # A line of thanks says by how much it is too long, and keeps what was typed.
    one.open("/")
    one.page.locator("#thanks").fill("y" * 283)
    one.sees("3 characters too long.")
    expect(one.button("Into the jar")).to_be_disabled()
    expect(one.page.locator("#thanks")).to_have_value("y" * 283)
    one.page.locator("#thanks").fill("y" * 280)
    one.press("Into the jar")
    one.everything_sent()
    one.open("/jar")
    expect(one.page.locator(".slips .said").get_by_text("y" * 280, exact=True)).to_have_count(1)
    # One long word widens no page.
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_bad_names_and_passphrases_are_refused_with_the_reason(chromium, relay, one):
    guest = Person(chromium, relay, "ab", "Guest", "Clay", "password")
    guest.open("/sign-up")
    name = guest.page.get_by_label("Sign-in name")
    for bad, reason in [
        ("ab", "At least three characters."),
        ("7up", "Start with a letter."),
        ("two words", "No spaces; a dot or a dash works."),
        ("zoë", "“ë” can’t be used: only a to z, digits, and . _ -"),
        ("<script>", "“<” can’t be used: only a to z, digits, and . _ -"),
    ]:
        name.fill(bad)
        name.blur()
        guest.sees(reason)
    name.fill(one.name)
    guest.page.get_by_label("Passphrase", exact=True).fill("aaaaaaaaaaaa")
    guest.press("Next")
    expect(guest.page.get_by_role("alert")).to_be_visible()
    guest.page.get_by_label("Passphrase", exact=True).fill("orchard under early snow")
    guest.press("Next")
    guest.page.get_by_label("What you like to be called").fill("Guest")
    guest.press("Make our place")
    guest.sees("Somebody here already has this name. Choose another.")
    guest.close()


def test_a_wrong_passphrase_is_refused_and_too_many_are_slowed(chromium, relay, one):
    guest = Person(chromium, relay, "nobody-here", "Guest", "Clay", "orchard under early snow")
    refusal = "That name and passphrase don’t belong together."
    said = []
    for name in (one.name, "nobody-here"):
        guest.open("/sign-in")
        guest.page.get_by_label("Sign-in name").fill(name)
        guest.page.get_by_label("Passphrase", exact=True).fill("not the passphrase at all")
        guest.press("Come in")
        guest.sees(refusal, exact=False)
        said.append(guest.wire.answers("POST", "/api/sign-in")[-1].body)
    # Whether the name exists can't be told.
    assert said[0] == said[1]
    guest.close()


def test_addresses_that_lead_nowhere_and_broken_links_say_so(chromium, relay, one):
    one.open("/no-such-place")
    one.heading("There’s nothing here")
    one.open("/practice/no-such-practice")
    one.heading("This practice is no longer here")
    one.open("/conversation/no-such-talk")
    one.heading("This conversation is no longer here")
    guest = Person(chromium, relay, "guest", "Guest", "Clay", "orchard under early snow")
    guest.page.goto(relay.url + "/#invite/AAAAAAAAAAAAAAAAAAAAAA")
    guest.heading(re.compile("This link is incomplete"))
    guest.page.goto("about:blank")
    guest.page.goto(relay.url + "/#invite/short")
    guest.heading(re.compile("This link is incomplete"))
    guest.path("/invitation")
    guest.close()


def test_an_expired_invitation_says_so(chromium, relay):
    """Seven days later: the relay's database is told that they have passed."""
    host = Person(chromium, relay, "host-of-one", "Ada", "Ochre", "orchard under early snow")
    host.sign_up()
    host.open("/invite")
    host.press("Make an invitation")
    link = host.page.locator(".invitation-link").inner_text()
    relay.stop()
    database = sqlite3.connect(relay.data / "hearth.sqlite")
    database.execute("UPDATE invitations SET expires = ?", (int(time.time() * 1000) - 1000,))
    database.commit()
    database.close()
    relay.start()
    guest = Person(chromium, relay, "guest", "Guest", "Clay", "orchard under early snow")
    guest.page.goto(link)
    guest.heading("This invitation ran out")
    guest.close()
    host.open("/invite")
    host.sees("Ran out")
    host.close()


def test_back_and_deep_links(one):
    one.open("/us")
    one.place("Together")
    one.path("/together")
    one.door("Talk", "Conversations")
    one.path("/conversations")
    one.page.go_back()
    one.path("/talk")
    one.page.go_back()
    one.path("/together")
    one.heading("What you do together")
    one.page.go_back()
    one.path("/us")
    one.page.go_forward()
    one.heading("What you do together")
