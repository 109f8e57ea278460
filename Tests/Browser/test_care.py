"""What must not be lost, what must be gone, and what nobody else may learn."""

import re

import pytest

from engines import expect
from people import eventually, newly_paired

SECRET = "The blue notebook under the stairs"


@pytest.fixture(scope="module")
def ida(usual, relay):
    ida, ole = newly_paired(usual, relay, "care")
    ida.partner = ole
    yield ida
    ida.close()
    ole.close()


def shapes(person, since):
    """What could be seen of a person's requests: method, path and length."""
    found = [exchange for exchange in person.wire.exchanges[since:] if exchange.path.startswith("/api/")]
    return [(exchange.method, exchange.path, len(exchange.sent)) for exchange in found]


def test_what_is_being_written_survives_a_reload(ida):
    ida.open("/journal")
    ida.page.locator("#page").fill(SECRET)
    ida.at_rest()
    ida.open("/check")
    ida.press("Begin")
    ida.set_line(ida.page.locator("#line-felt"), "Home")
    ida.set_line(ida.page.locator("#line-wished"), "End")
    ida.press("Next")
    second = ida.page.locator("h1.statement").inner_text()
    ida.at_rest()
    ida.reload()
    ida.press("Go on")
    expect(ida.page.locator("h1.statement")).to_have_text(second)
    ida.open("/journal")
    expect(ida.page.locator("#page")).to_have_value(SECRET)
    assert SECRET.encode() not in ida.relay.database()


def test_a_page_taken_out_of_the_journal_is_gone_from_the_relay_and_the_device(ida):
    ida.open("/journal")
    ida.press("Keep it")
    expect(ida.page.locator(".journal-page", has_text=SECRET)).to_have_count(1)
    ida.everything_sent()
    space = ida.space("private")
    before = {found.entry: found.content for found in ida.entries(space)}
    ida.page.locator(".journal-page").get_by_role("button", name=re.compile("^Delete the page from")).click()
    ida.press("Delete it")
    gone = eventually(
        lambda: set(before) - {found.entry for found in ida.entries(space)}, "the relay has erased the page"
    )
    assert len(gone) == 1
    ciphertext = before[gone.pop()][114:-64]
    assert ciphertext not in ida.relay.database()
    ida.everything_sent()
    # The device reads what it keeps, and finds neither the page nor a gap.
    ida.reload()
    expect(ida.page.locator(".journal-page")).to_have_count(0)
    expect(ida.page.locator(".banner")).to_have_count(0)
    laptop = ida.another_device()
    laptop.sign_in()
    laptop.settled()
    laptop.open("/journal")
    expect(laptop.page.locator(".journal-page")).to_have_count(0)
    expect(laptop.page.locator(".banner")).to_have_count(0)
    laptop.close()


def test_whether_somebody_is_safe_looks_like_any_private_word(ida):
    ole = ida.partner
    ole.open("/")
    ole.settled()
    ida.open("/mine")
    ida.settled()
    heard, since = len(ole.wire.exchanges), len(ida.wire.exchanges)
    shared = len(ida.entries(ida.space("shared")))
    private = ida.space("private")
    before = ida.entries(private)

    ida.row("Help from people").click()
    ida.path("/help")
    ida.row("Do you feel safe with your partner?").click()
    ida.heading("Do you feel safe with your partner?")
    ida.page.get_by_label("I’m sometimes afraid of my partner.").check()
    ida.path("/help")
    assert shapes(ida, since) == [], "looking and ticking asks nobody"
    ida.press("What this may mean")
    ida.heading("You didn’t cause this")
    ida.sees("What changes in Hearth")
    expect(ida.page.get_by_label("Your country")).to_be_visible()
    ida.everything_sent()
    ida.settled()
    (entry,) = ida.entries(private)[len(before) :]
    safe = [found for found in shapes(ida, since) if found[0] == "POST"]

    # A word that says nothing, for comparison.
    since = len(ida.wire.exchanges)
    ida.open("/signs")
    sheet = ida.page.locator(".sheet").first
    sheet.locator(".sheet-head").click()
    sheet.locator(".mark-pill").click()
    ida.everything_sent()
    ida.settled()
    other = [found for found in shapes(ida, since) if found[0] == "POST"]
    assert len(entry.content) == len(ida.entries(private)[-1].content)
    assert safe == other and len(safe) == 1

    assert len(ida.entries(ida.space("shared"))) == shared
    ole.settled()
    assert shapes(ole, heard) == [], "nothing comes to the other"

    ida.open("/help")
    expect(ida.page.get_by_text("suggests to you only")).to_have_count(0)
    ida.row("Do you feel safe with your partner?").click()
    ida.press("Suggest things for two again")
    ida.sees("Hearth suggests things for two again", exact=False)


def test_the_way_out_is_above_the_question(ida):
    ida.open("/help")
    ida.row("Do you feel safe with your partner?").click()
    expect(ida.button("Quick exit")).to_be_in_viewport()
    ida.press("Back")
    ida.heading("Help from people")
