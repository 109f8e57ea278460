"""The walk of two people through their first month, in two real browsers against the real relay: nothing is mocked.

Each test is a step that stands on those before it.
"""

import json
import re
from datetime import date

import pytest
from playwright.sync_api import expect

from people import LAPTOP, Envelope, Person, eventually, octets, text

pytestmark = pytest.mark.walk

# Words that nobody but those they are meant for may ever see.
JOURNAL_OF_B = "Nobody knows that I cried over the blue bicycle"
JOURNAL_OF_A = "I would like to be asked about the sea"
WORDS_ABOUT_A_SIGN = "It was so on the evening with the burnt rice"
THANKS_OF_A = "You warmed the car before I came down"
THANKS_OF_B = "You laughed at my awful map"
ANSWER_OF_A = "Pears in a cold kitchen"
ANSWER_OF_B = "Somebody humming two rooms away"


class Couple:
    def __init__(self, chromium, relay):
        self.relay = relay
        self.a = Person(chromium, relay, "Rowan.W", "Rowan", "Plum", "lantern harbour quiet mint")
        self.b = Person(chromium, relay, "mika-of-may", "Mika", "Teal", "seven boats under rain")
        self.laptop = None
        self.link = ""
        self.second_link = ""
        self.export = b""

    @property
    def people(self):
        return [self.a, self.b]


@pytest.fixture(scope="module")
def couple(chromium, relay):
    couple = Couple(chromium, relay)
    yield couple
    for device in [*couple.people, *([couple.laptop] if couple.laptop else [])]:
        device.close()


@pytest.fixture
def a(couple):
    return couple.a


@pytest.fixture
def b(couple):
    return couple.b


@pytest.fixture(autouse=True)
def nothing_complained(couple):
    """No step may leave an error behind in a console."""
    yield
    for person in couple.people:
        assert person.complaints == []


def answers(felt):
    """Keys for a check: the middle moved a little, by the number of the statement."""
    return lambda number: felt[number % len(felt)]


# 1. Making a place


def test_the_first_screen_says_what_hearth_is_and_what_it_cannot_read(a):
    a.open()
    a.heading("A little closer, on purpose")
    a.sees("Whoever runs this server can’t read a word.", exact=False)
    # In one screen: nothing to scroll for.
    eventually(lambda: a.page.evaluate("document.documentElement.scrollHeight") <= 844, "all in one screen")
    for name in ["Make a place for us", "I have an invitation", "I’ve been here before"]:
        expect(a.button(name)).to_be_in_viewport()


def test_a_makes_a_place_and_proves_the_copy_of_the_code(a):
    page = a.page
    a.press("Make a place for us")
    a.type_key()
    for weak, reason in [
        ("rowan.w rowan", "Your own name is the first thing anyone would try."),
        ("19840312", "Numbers alone are found quickly"),
        ("password1", "These are among the first words that get tried."),
        ("mint", "At least eight characters."),
    ]:
        page.get_by_label("Passphrase", exact=True).fill(weak)
        a.sees("Too easy to guess")
        a.press("Next")
        expect(page.get_by_role("alert").filter(has_text=reason)).to_be_visible()
        a.heading("Your key to the door")
    page.get_by_label("Passphrase", exact=True).fill(a.passphrase)
    expect(page.locator(".strength-word")).to_have_text(re.compile("Strong|Very strong"))
    a.press("Next")
    page.get_by_label("What you like to be called").fill(a.called)
    page.locator("label.colour", has_text=a.colour).click()
    expect(page.get_by_role("radio", name=a.colour)).to_be_checked()
    a.press("Make our place")
    a.heading("Your recovery code")
    a.code = page.locator(".code-grid .code-group").all_inner_texts()
    with page.expect_download() as saved:
        a.press("Save")
    sheet = open(saved.value.path(), encoding="utf-8").read()
    assert "-".join(a.code) in sheet and f"{a.relay.url}/recover" in sheet
    expect(a.button("Print")).to_be_visible()
    a.press("I’ve kept it safe")
    # A slip in the copy is found now, not on the day the code is needed.
    page.locator("#group-0").fill("0000")
    page.locator("#group-1").fill("1111")
    a.press("Come in")
    a.sees("That isn’t what the code says.", exact=False)
    a.press("Show the code again")
    assert page.locator(".code-grid .code-group").all_inner_texts() == a.code
    a.press("I’ve kept it safe")
    a.type_code_back()
    a.heading(re.compile("Rowan"))
    a.path("/")


# 2. Alone


def test_a_takes_the_check_alone_and_sees_a_picture(a):
    page = a.page
    a.press("Take the season’s check")
    a.sees("Only you can open it, now and later.")
    a.press("Begin")
    expect(a.button("Next")).to_be_disabled()
    count = a.take_check(answers(["ArrowLeft", "PageDown", "Home", "ArrowRight"]), answers(["End", "ArrowRight"]))
    assert count >= 28
    # Every statement comes with what was answered, for those who look and those who listen.
    assert page.locator(".review-lines .review-line").count() == count
    expect(page.locator(".review-line", has_text="left out")).to_have_count(0)
    a.press("Keep it")
    a.path("/us")
    a.heading(re.compile("^You wish for"))
    expect(page.get_by_role("img", name=re.compile("it feels apart, only touching; the wish is one upon the other"))).to_be_visible()
    expect(page.locator(".pillars .dumbbells > li")).to_have_count(4)
    page.get_by_text("The same as a table").click()
    table = page.get_by_role("table")
    for aspect in ["Feelings", "Touch", "Ideas", "Doing things", "Listening", "Rest"]:
        expect(table.get_by_role("rowheader", name=aspect, exact=True)).to_be_visible()
    assert table.get_by_role("row").count() == 1 + 4 + 6 + 3


def test_circles_are_moved_by_dragging_too(a):
    page = a.page
    a.open("/pulse")
    dial = page.locator("#pulse-felt")
    expect(dial).to_have_attribute("aria-valuetext", "not set yet")
    dial.scroll_into_view_if_needed()
    box = dial.bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.3, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.45, middle, steps=6)
    page.mouse.up()
    expect(dial).not_to_have_attribute("aria-valuetext", "not set yet")
    value = int(dial.get_attribute("aria-valuenow"))
    assert value > 3
    dial.press("ArrowLeft")
    expect(dial).to_have_attribute("aria-valuenow", str(value - 1))


def test_what_a_writes_alone_stays_private(a):
    a.write_journal(JOURNAL_OF_A)
    a.open("/")
    a.give_thanks("The two of us in the old tram")
    a.sees("Only you can read it.", exact=False)
    a.everything_sent()


# 3. The invitation


def test_a_revoked_invitation_and_ones_own_say_so(couple, a, chromium):
    a.open("/")
    link = a.invite()
    expect(a.page.get_by_role("img", name="QR code of the invitation link")).to_be_visible()
    a.page.goto("about:blank")
    a.page.goto(link)
    a.heading("This one is for your partner")
    a.press("To today")
    a.open("/invite")
    a.press("Take back")
    a.sees("Taken back. The link no longer works.")
    guest = chromium.new_context().new_page()
    guest.goto(link)
    expect(guest.get_by_role("heading", name="This invitation was taken back")).to_be_visible()
    guest.context.close()


def test_a_invites_and_b_joins(couple, a, b):
    couple.link = link = a.invite() if a.page.url.endswith("/us") else invite_again(a)
    secret = link.rpartition("/")[2]
    b.page.goto(link)
    b.heading("Someone wants to share a place with you")
    # The secret leaves the address, and with it the history.
    b.path("/invitation")
    assert secret not in b.page.evaluate("location.href + JSON.stringify(history.state)")
    b.press("Make my place")
    b.sees("The invitation you opened is kept. It comes right after this.")
    b.make_place()
    b.press("Join them")
    b.heading("One look together")
    numbers = b.page.locator(".fingerprint li").all_inner_texts()
    assert len(numbers) == 4 and all(re.fullmatch(r"\d{5}", group) for group in numbers)
    b.press("They’re the same")
    b.path("/")
    # A is told without asking, and compares the same number.
    expect(a.page.locator(".fingerprint li")).to_have_text(numbers)
    a.press("They’re the same")
    for exchange in [*a.wire.exchanges, *b.wire.exchanges]:
        assert secret not in exchange.path and secret.encode() not in exchange.sent
    assert secret.encode() not in a.relay.logs() + a.relay.database()


def invite_again(person):
    person.open("/invite")
    person.press("Make an invitation")
    return person.page.locator(".invitation-link").inner_text()


def test_a_used_invitation_says_so(couple, chromium):
    guest = chromium.new_context().new_page()
    guest.goto(couple.link)
    expect(guest.get_by_role("heading", name="This invitation was used")).to_be_visible()
    guest.context.close()


def test_nothing_written_alone_was_shared_by_pairing(a, b):
    shared = b.space("shared")
    assert shared == a.space("shared")
    b.open("/jar")
    b.heading("Still empty")
    private = octets(a.space("private"))
    assert private not in b.wire.heard() and text(private).encode() not in b.wire.heard()
