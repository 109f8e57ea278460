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


# 4. The sealed check and the picture


def test_bs_check_is_sealed_from_a_in_every_byte(couple, a, b):
    b.open("/check")
    b.sees("It opens for both of you once Rowan has put theirs in too, and not before.", exact=False)
    b.press("Begin")
    b.take_check(answers(["Home", "ArrowLeft"]), answers(["End", "PageUp", "ArrowRight"]), circles=("PageUp", "End"))
    b.press("Seal it for Rowan and you")
    b.heading("Yours is in the envelope")
    b.everything_sent()
    shared = b.space("shared")
    _, own = b.sealed(shared)
    assert [envelope.is_sealed for envelope in own] == [True]
    envelope = own[0]
    # A is told that there is one, by its seal alone.
    a.open("/us")
    a.sees("Mika’s check is in the envelope.", exact=False)
    waiting, mine = a.sealed(shared)
    assert (waiting, mine) == ([envelope.seal], [])
    assert envelope.entry not in [found.entry for found in a.entries(shared)]
    heard = a.wire.heard()
    assert envelope.seal in heard
    for part in (envelope.entry, envelope.content, envelope.content[114:]):
        assert part not in heard and text(part).encode() not in heard


def test_as_check_from_before_opens_only_when_a_puts_it_in(a, b):
    a.open("/check")
    a.heading("You took this season’s check on your own")
    shared = a.space("shared")
    assert not [found for found in b.entries(shared) if found.is_sealed]
    a.press("Put it in the envelope")
    a.heading("Both are in")
    a.everything_sent()
    seals = [found.seal for found in a.entries(shared) if found.is_sealed]
    assert len(seals) == 2 and len(set(seals)) == 1
    assert [found.content for found in b.entries(shared)] == [found.content for found in a.entries(shared)]
    b.heading("Both are in")


def test_both_get_the_picture(couple, a, b):
    for person, other in [(a, b), (b, a)]:
        page = person.page
        person.press("See the picture")
        person.heading(re.compile("^You both wish for|wishes for|You wish for"))
        expect(page.locator(".pillars .dumbbells > li")).to_have_count(4)
        expect(page.locator(".pillars svg").first).to_be_visible()
        expect(page.get_by_role("img", name=re.compile(f"^you: it feels .*; the wish is "))).to_be_visible()
        expect(page.get_by_role("img", name=re.compile(f"^{other.called}: it feels .*; the wish is "))).to_be_visible()
        page.get_by_text("The same as a table").click()
        table = page.get_by_role("table")
        for column in ["you", other.called, "The two of you"]:
            expect(table.get_by_role("columnheader", name=column, exact=True)).to_be_visible()
        touch = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Touch", exact=True))
        expect(touch.get_by_role("cell")).to_have_text([re.compile("wished: "), re.compile("wished: "), re.compile("felt ")])
        # Never a number for a person.
        assert not re.search(r"\d", table.inner_text())
    of_a, of_b = (
        person.page.get_by_role("row").filter(has=person.page.get_by_role("rowheader", name="Touch", exact=True))
        for person in (a, b)
    )
    seen_by_a, seen_by_b = (row.get_by_role("cell").all_inner_texts() for row in (of_a, of_b))
    assert seen_by_a == [seen_by_b[1], seen_by_b[0], seen_by_b[2]]


# 5. Signs and causes


def sheet(person, name):
    found = person.page.locator(".sheet", has=person.page.get_by_role("button", name=re.compile(f"^{re.escape(name)}")))
    if found.locator(".sheet-body").count() == 0:
        found.locator(".sheet-head").click()
    return found


def test_a_sign_is_private_until_one_tap_shares_it(a, b):
    name = "We talk about who buys milk"
    a.open("/signs")
    mark = sheet(a, name)
    mark.get_by_role("button", name="I’ve noticed this").click()
    mark.get_by_label("A word to yourself about it").fill(WORDS_ABOUT_A_SIGN)
    mark.get_by_role("button", name="Keep these words").click()
    expect(mark.locator(".row-detail").first).to_have_text("only you see this")
    a.everything_sent()
    shared = a.space("shared")
    before = len(b.entries(shared))
    b.open("/signs")
    expect(b.page.locator(".of-both")).to_have_count(0)
    mark.get_by_role("button", name="Share with Mika").click()
    both = b.page.locator(".of-both .side-by-side", has_text=name)
    expect(both).to_contain_text("Rowan")
    expect(both).to_contain_text("marked, without words")
    assert len(b.entries(shared)) == before + 1
    mark.get_by_role("button", name="Take it back").click()
    expect(b.page.locator(".of-both")).to_have_count(0)
    mark.get_by_role("button", name="Share it with my words").click()
    expect(both).to_contain_text(WORDS_ABOUT_A_SIGN)


def test_a_cause_is_shared_by_both(a, b):
    name = "Work comes home too"
    for person, other in [(a, b), (b, a)]:
        person.open("/causes")
        mark = sheet(person, name)
        mark.get_by_role("button", name="This may be at work").click()
        mark.get_by_role("button", name=f"Share with {other.called}").click()
        person.everything_sent()
    both = b.page.locator(".of-both .side-by-side", has_text=name)
    expect(both.locator(".side")).to_have_count(2)
    expect(sheet(a, name).locator(".row-detail").first).to_have_text("shared by both of you")


# 6. Proposals and what both want


def answer_proposal(person, answer):
    """Answers what is on the screen; `answer` is a button's name, or True for yes. Gives the practice and whether it takes two."""
    title = person.page.locator("#proposal")
    practice = title.inner_text()
    is_joint = person.button("Yes, gladly").count() == 1
    if answer is True:
        person.page.locator(".proposal button.primary").click()
    else:
        person.press(answer)
    expect(title.filter(has_text=re.compile(f"^{re.escape(practice)}$"))).to_have_count(0)
    return practice, is_joint


def want_everything(person):
    """Says yes to the whole round; gives the practices that take two."""
    person.open("/proposals")
    answers = [answer_proposal(person, True) for _ in range(5)]
    person.sees("Your yeses are where only a shared yes can be found.")
    return [practice for practice, is_joint in answers if is_joint]


def want_one(person, then):
    """Says yes to the first practice that takes two, gives the answers of `then` to those after it, and looks at no more."""
    person.open("/proposals")
    while True:
        is_joint = person.page.locator(".proposal button.primary", has_text="Yes, gladly")
        expect(person.page.locator(".proposal button.primary")).to_be_visible()
        if is_joint.count():
            break
        answer_proposal(person, "Not now")
    practice, _ = answer_proposal(person, True)
    for answer in then:
        answer_proposal(person, answer)
    person.press("Enough for this week")
    person.sees("Your yeses are where only a shared yes can be found.")
    return practice


def shared_plan(person):
    plan = person.page.locator("section.block", has=person.page.get_by_role("heading", name="Your plan"))
    return plan.locator(".plan-row")


def tokens(content):
    return json.loads(content)["tokens"]


def test_only_what_both_want_comes_out_and_a_refusal_looks_like_nothing(couple, a, b):
    shared = octets(a.space("shared"))
    # Each comes with its reason.
    a.open("/proposals")
    expect(a.page.locator(".reason")).to_have_text(re.compile(r"\w+ .*\w"))
    # A wants one thing, never another, not now a third, and looks at no more.
    liked = want_one(a, ["Never", "Not now"])
    # B is shown the same things, and wants them all.
    wanted = want_everything(b)
    assert liked in wanted and len(wanted) > 1
    for person in (a, b):
        person.place("Together")
        expect(person.page.get_by_role("heading", name=f"You both said yes to {liked}")).to_be_visible()
        expect(shared_plan(person)).to_have_count(1)
    b.everything_sent()
    a.everything_sent()

    # What the relay has seen of either: lists of one length, whatever stands in them.
    (sent_by_a,), (sent_by_b,) = a.wire.answers("PUT", "/match/"), b.wire.answers("PUT", "/match/")
    assert len(sent_by_a.sent) == len(sent_by_b.sent)
    assert len(tokens(sent_by_a.sent)) == len(set(tokens(sent_by_a.sent))) == 64
    topic = sent_by_b.path
    assert sent_by_a.path == topic
    # To A, who came first, the answer says nothing; to B it has the one that both want.
    assert tokens(sent_by_a.body) == []
    both = tokens(sent_by_b.body)
    assert len(both) == 1 and both[0] in tokens(sent_by_a.sent)
    # “Never”, “not now” and “not looked at” are the same to B: nothing of A's list has come there but what both want.
    heard = b.wire.heard()
    assert both[0].encode() in heard
    for token in set(tokens(sent_by_a.sent)) - set(both):
        assert token.encode() not in heard and octets(token) not in heard
    # Asking again says the same, byte for byte, and there is no other trace: A's answers went into A's private space.
    asked = [b.relay.ask("GET", topic, cookie=b.cookie) for _ in range(2)]
    assert asked[0][2] == asked[1][2] and tokens(asked[0][2]) == both
    private = octets(a.space("private"))
    assert private not in heard and text(private).encode() not in heard
    assert shared in heard


def test_a_refusal_and_not_having_looked_leave_the_same_traces(couple, chromium, relay):
    """Two couples that differ in one thing: in one a practice is refused, in the other it is not looked at."""
    traces = []
    for number, refuses in enumerate([True, False]):
        one = Person(chromium, relay, f"one-{number}", "Ida", "Moss", "quiet granite window pear")
        two = Person(chromium, relay, f"two-{number}", "Ole", "Ochre", "early ferry under clouds")
        one.sign_up()
        one.open("/invite")
        one.press("Make an invitation")
        two.page.goto(one.page.locator(".invitation-link").inner_text())
        two.press("Make my place")
        two.make_place()
        two.press("Join them")
        two.heading("One look together")
        two.press("They’re the same")
        wanted = want_everything(two)
        assert want_one(one, ["Never"] if refuses else []) in wanted
        two.place("Together")
        expect(shared_plan(two)).to_have_count(1)
        one.everything_sent()
        two.everything_sent()
        # What `two` has heard of the match: how many answers, with which headers, and how long they are.
        answers = [
            (found.method, found.status, [pair for pair in found.headers if pair[0] != "date"], len(found.body))
            for found in two.wire.answers("PUT", "/match/") + two.wire.answers("GET", "/match/")
        ]
        live = b"".join(bytes(found.body) for found in two.wire.answers("GET", "/api/live"))
        traces.append((answers, live.count(b"event: match"), sorted(len(found.content) for found in two.entries(two.space("shared")))))
        one.close()
        two.close()
    assert traces[0] == traces[1]


# 7. Today


def test_the_deed_is_done_and_how_it_was(a, b):
    for person in (a, b):
        person.open("/")
    a.sees("You both said yes to this", exact=False)
    practice = a.page.locator(".deed h2").inner_text()
    a.press("We did")
    a.sees("Done today")
    a.press("Good")
    a.sees("For you: good")
    b.sees("Done today, says Rowan")
    expect(b.page.locator(".deed h2")).to_have_text(practice)
    b.press("Very good")
    b.sees("For you: very good")


def test_thanks_go_into_the_jar_of_both(a, b):
    a.give_thanks(THANKS_OF_A)
    expect(b.page.locator(".fresh-thanks")).to_contain_text(THANKS_OF_A)
    b.give_thanks(THANKS_OF_B)
    for person in (a, b):
        person.open("/jar")
        expect(person.page.locator(".slips")).to_contain_text(THANKS_OF_A)
        expect(person.page.locator(".slips")).to_contain_text(THANKS_OF_B)


def test_a_question_is_sealed_until_both_have_answered(a, b):
    for person in (a, b):
        person.open("/")
    question = a.page.locator(".card.question .asked")
    expect(b.page.locator(".card.question .asked")).to_have_text(question.inner_text())
    a.page.get_by_label("Your answer").fill(ANSWER_OF_A)
    a.press("Seal it for Mika")
    a.sees("Yours is in the envelope. It opens when Mika’s is in too.")
    b.sees("Rowan’s answer is in. It opens with yours.")
    a.everything_sent()
    shared = a.space("shared")
    _, own = a.sealed(shared)
    assert len(own) == 1 and own[0].content not in b.wire.heard() and own[0].entry not in b.wire.heard()
    expect(b.page.get_by_text(ANSWER_OF_A)).to_have_count(0)
    b.page.get_by_label("Your answer").fill(ANSWER_OF_B)
    b.press("Seal it for Rowan")
    for person, other in [(a, b), (b, a)]:
        person.sees(f"You and {other.called} both answered")
        person.sees(ANSWER_OF_A)
        person.sees(ANSWER_OF_B)
    assert own[0].content in b.wire.heard()


def take_pulse(person):
    page = person.page
    person.open("/pulse")
    person.set_circles("pulse-felt", ["End", "ArrowLeft"])
    person.set_circles("pulse-wished", ["End"])
    person.press("Next")
    for line in page.locator("input[type=range]").all():
        person.set_line(line, "ArrowRight")
    page.get_by_role("button", name=re.compile("^Seal it for")).click()


def test_the_pulse_of_the_week_opens_for_both(a, b):
    take_pulse(a)
    a.heading("Yours is in the envelope")
    b.open("/")
    take_pulse(b)
    for person in (a, b):
        person.heading("Both are in")
        person.sees("The week felt much alike to both of you.")
