"""The walk of two people through their first month, in two real browsers against the real relay: nothing is mocked.

Each test is a step that stands on those before it. The walk is gone twice: by two people with Chromium, and by one with WebKit
and one with Firefox, so that what one engine locks and seals is opened by another.
"""

import json
import os
import re
import subprocess
import tempfile

import pytest

from engines import expect
from people import LAPTOP, Person, eventually, hold, octets, sheet, text
from relay import ROOT, Relay

pytestmark = [pytest.mark.walk, pytest.mark.storing]

# Words that nobody but those they are meant for may ever see.
JOURNAL_OF_B = "Nobody knows that I cried over the blue bicycle"
JOURNAL_OF_A = "I would like to be asked about the sea"
WORDS_ABOUT_A_SIGN = "It was so on the evening with the burnt rice"
THANKS_OF_A = "You warmed the car before I came down"
THANKS_OF_B = "You laughed at my awful map"
ANSWER_OF_A = "Pears in a cold kitchen"
ANSWER_OF_B = "Somebody humming two rooms away"


class Couple:
    def __init__(self, of_a, of_b, relay):
        self.relay = relay
        self.a = Person(of_a, relay, "Harbour-7", "Rowan", "Plum", "lantern harbour quiet mint")
        self.b = Person(of_b, relay, "tern.of.may", "Mika", "Teal", "seven boats under rain")
        self.laptop = None
        self.link = ""
        self.second_link = ""
        self.export = b""

    @property
    def people(self):
        return [self.a, self.b]


@pytest.fixture(scope="module", params=[("chromium", "chromium"), ("chromium", "firefox"), ("webkit", "firefox")], ids="-".join)
def engine(request):
    """The engines of the two."""
    return request.param



@pytest.fixture(scope="module")
def relay(engine, tmp_path_factory, web):
    relay = Relay(tmp_path_factory.mktemp("relay"), web)
    yield relay
    relay.close()


@pytest.fixture(scope="module")
def couple(engines, engine, relay):
    of_a, of_b = engine
    couple = Couple(engines[of_a], engines[of_b], relay)
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
    eventually(lambda: a.page.evaluate("document.documentElement.scrollHeight <= innerHeight"), "all in one screen")
    for name in ["Make a place for us", "I have an invitation", "Sign in"]:
        expect(a.button(name)).to_be_in_viewport()


def test_a_makes_a_place_and_proves_the_copy_of_the_code(a):
    page = a.page
    a.press("Make a place for us")
    a.type_key()
    for weak, reason in [
        ("harbour-7 harbour-7", "Your own name is the first thing anyone would try."),
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
    expect(
        page.get_by_role("img", name=re.compile("it feels apart, only touching; the wish is one on top of the other"))
    ).to_be_visible()
    expect(page.locator(".pillars .dumbbells > li")).to_have_count(4)
    page.get_by_text("Show as a table").click()
    table = page.get_by_role("table")
    for aspect in ["Feelings", "Touch", "Ideas", "Doing things", "Listening", "Rest"]:
        expect(table.get_by_role("rowheader", name=aspect, exact=True)).to_be_visible()
    # Pillars, foundations, what each has for themselves; and desire, fairness, room and all in all.
    assert table.get_by_role("row").count() == 1 + 4 + 6 + 3 + 4


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
    couple.link = link = invite_greeting(a)
    secret = link.rpartition("/")[2]
    b.page.goto(link)
    b.heading("A place for the two of you")
    # By whom it is, and a line from them: nobody else learns either.
    b.sees("would like to share it with you.", exact=False)
    b.sees(GREETING)
    # The secret leaves the address, and with it the history.
    b.path("/invitation")
    assert secret not in b.page.evaluate("location.href + JSON.stringify(history.state)")
    b.press("Make my place")
    b.sees("The invitation you opened is kept. It comes right after this.")
    b.make_place()
    b.sees(GREETING)
    b.press("Join them")
    b.heading("One look together")
    numbers = b.page.locator(".fingerprint li").all_inner_texts()
    assert len(numbers) == 8 and all(re.fullmatch(r"\d{5}", group) for group in numbers)
    b.press("They’re the same")
    b.path("/")
    # A is told without asking, and compares the same number.
    expect(a.page.locator(".fingerprint li")).to_have_text(numbers)
    a.press("They’re the same")
    # It isn't asked again.
    a.open("/mine")
    a.sees("You’ve compared your number")
    for exchange in [*a.wire.exchanges, *b.wire.exchanges]:
        assert secret not in exchange.path and secret.encode() not in exchange.sent
        assert GREETING.encode() not in exchange.sent
    kept = a.relay.logs() + a.relay.database()
    assert secret.encode() not in kept and GREETING.encode() not in kept


GREETING = "I’d like us to have a corner that’s only ours"


def invite_greeting(person):
    person.open("/invite")
    person.page.get_by_label("A line to greet them with").fill(GREETING)
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
        expect(page.get_by_role("img", name=re.compile("^you: it feels .*; the wish is "))).to_be_visible()
        expect(page.get_by_role("img", name=re.compile(f"^{other.called}: it feels .*; the wish is "))).to_be_visible()
        page.get_by_text("Show as a table").click()
        table = page.get_by_role("table")
        for column in ["you", other.called, "The two of you"]:
            expect(table.get_by_role("columnheader", name=column, exact=True)).to_be_visible()
        touch = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Touch", exact=True))
        expect(touch.get_by_role("cell")).to_have_text(
            [re.compile("wished: "), re.compile("wished: "), re.compile("felt ")]
        )
        # Never a number for a person.
        assert not re.search(r"\d", table.inner_text())
    of_a, of_b = (
        person.page.get_by_role("row").filter(has=person.page.get_by_role("rowheader", name="Touch", exact=True))
        for person in (a, b)
    )
    seen_by_a, seen_by_b = (row.get_by_role("cell").all_inner_texts() for row in (of_a, of_b))
    assert seen_by_a == [seen_by_b[1], seen_by_b[0], seen_by_b[2]]


# 5. Signs and causes


def test_a_sign_is_private_until_one_tap_shares_it(a, b):
    name = "We only talk about who does what"
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
        mark.get_by_role("button", name="This may play a part").click()
        mark.get_by_role("button", name=f"Share with {other.called}").click()
        person.everything_sent()
    both = b.page.locator(".of-both .side-by-side", has_text=name)
    expect(both.locator(".side")).to_have_count(2)
    expect(sheet(a, name).locator(".row-detail").first).to_have_text("shared by both of you")


# 6. Proposals and what both want


def answer_proposal(person, answer):
    """Answers what is on the screen; `answer` is a button's name, or True for yes.

    Gives the practice and whether it takes two.
    """
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
    person.sees("Your answers are sealed. Only a shared yes will show.")
    return [practice for practice, is_joint in answers if is_joint]


def want_one(person, then=None):
    """Says yes to the first practice that takes two, answers the next such with `then`, and looks at no more."""
    person.open("/proposals")
    answers = [True, *([then] if then else [])]
    liked = None
    while answers and not is_round_over(person):
        is_joint = person.button("Yes, gladly").count() == 1
        practice, _ = answer_proposal(person, answers.pop(0) if is_joint else "Not now")
        liked = liked or (practice if is_joint else None)
    if not is_round_over(person):
        person.press("Enough for this week")
    person.sees("Your answers are sealed. Only a shared yes will show.")
    return liked


def is_round_over(person):
    over = person.page.get_by_role("heading", name="That’s this week’s round")
    expect(over.or_(person.page.locator(".proposal-card"))).to_be_visible()
    return over.count() == 1


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
    # A wants one thing, never another, and looks at no more.
    liked = want_one(a, "Never")
    # B is shown the same things, and wants them all.
    wanted = want_everything(b)
    assert liked in wanted
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


# 7. Today


def test_the_deed_is_done_and_how_it_was(a, b):
    for person in (a, b):
        person.open("/")
    a.sees("You both said yes to this", exact=False)
    practice = a.page.locator(".deed h2").inner_text()
    a.press("We did this")
    a.sees("Done today")
    a.press("Good")
    a.sees("You said: good")
    b.sees("Done today, says Rowan")
    expect(b.page.locator(".deed h2")).to_have_text(practice)
    b.press("Very good")
    b.sees("You said: very good")


def test_thanks_go_into_the_jar_of_both(a, b):
    a.give_thanks(THANKS_OF_A)
    expect(b.page.locator(".fresh-thanks")).to_contain_text(THANKS_OF_A)
    b.give_thanks(THANKS_OF_B)
    for person in (a, b):
        person.open("/jar")
        expect(person.page.locator("main")).to_contain_text(THANKS_OF_A)
        expect(person.page.locator("main")).to_contain_text(THANKS_OF_B)


def test_a_question_is_sealed_until_both_have_answered(a, b):
    for person in (a, b):
        person.open("/")
    question = a.page.locator(".card.question .asked")
    expect(b.page.locator(".card.question .asked")).to_have_text(question.inner_text())
    # B is in the middle of a word when the news of A's answer comes.
    b.page.get_by_label("Your answer").press_sequentially(ANSWER_OF_B[:5])
    a.page.get_by_label("Your answer").fill(ANSWER_OF_A)
    a.press("Seal it for Mika")
    a.sees("Yours is in the envelope. It opens when Mika’s is in too.")
    b.sees("Rowan’s answer is in. It opens with yours.")
    expect(b.page.get_by_label("Your answer")).to_be_focused()
    a.everything_sent()
    shared = a.space("shared")
    _, own = a.sealed(shared)
    assert len(own) == 1 and own[0].content not in b.wire.heard() and own[0].entry not in b.wire.heard()
    expect(b.page.get_by_text(ANSWER_OF_A)).to_have_count(0)
    b.page.keyboard.type(ANSWER_OF_B[5:])
    b.press("Seal it for Rowan")
    for person, other in [(a, b), (b, a)]:
        person.sees(f"You and {other.called} both answered")
        person.sees(ANSWER_OF_A)
        person.sees(ANSWER_OF_B)
    assert own[0].content in b.wire.heard()


def take_pulse(person):
    page = person.page
    person.set_circles("pulse-felt", ["End", "ArrowLeft"])
    person.set_circles("pulse-wished", ["End"])
    person.press("Next")
    for line in page.locator("input[type=range]").all():
        person.set_line(line, "ArrowRight")
    page.get_by_role("button", name=re.compile("^Seal it for")).click()


def test_the_pulse_of_the_week_opens_for_both(a, b):
    a.open("/pulse")
    take_pulse(a)
    a.heading("Yours is in the envelope")
    b.open("/pulse")
    b.sees("Rowan’s pulse is in, sealed. It opens together with yours.")
    take_pulse(b)
    for person in (a, b):
        person.heading("Both are in")
        person.sees("The week felt much the same to both of you.")


# 8. Guided conversations


def choose_conversation(person, name, on):
    person.open("/")
    person.place("Together")
    person.door("Talk", "Conversations")
    person.page.locator(".talk-card", has_text=name).click()
    person.heading(name)
    person.page.get_by_role("group", name="One phone or two?").get_by_role("button", name=on).click()
    person.press("Begin")


# Two presses within 400 ms count as one, so that a double tap doesn't skip a step.
UNHURRIED = 450


def go_on(person, button=None):
    """Presses the way on: the first button of the step, or another."""
    title = person.page.locator(".talk #title")
    before = title.inner_text()
    (button or person.page.locator(".talk-actions button.primary")).click(delay=UNHURRIED)
    expect(title.filter(has_text=re.compile(f"^{re.escape(before)}$"))).to_have_count(0)


def whose_turn(*people):
    """Whoever can go on; nobody once it is over."""

    def look():
        if any(person.page.locator(".talk-note").count() for person in people):
            return [None]
        return [person for person in people if person.page.locator(".talk-actions button.primary").count()]

    return eventually(look, "somebody can go on")[0]


def test_a_conversation_on_two_phones_live(a, b):
    choose_conversation(a, "Weekly check-in", "Two phones")
    a.heading("Waiting for Mika")
    # Today leads B there.
    b.open("/")
    b.row("Weekly check-in").click()
    b.heading("Rowan would like to talk")
    go_on(b, b.button("I’m here"))
    a.heading("Turn to each other and let one long breath go.")
    expect(a.page.get_by_role("timer")).to_be_visible()
    go_on(a)
    # A speaks, B listens: each phone says what its own person does.
    a.heading("What went well for us this week?")
    a.sees("Your turn, Rowan. Mika is listening.")
    expect(a.page.locator(".stems li")).to_have_count(3)
    b.heading("Picture it with Rowan. Nothing needs adding.")
    expect(b.page.locator(".talk-actions button.primary")).to_have_count(0)
    # The state survives a reload, on either phone.
    a.reload()
    a.heading("What went well for us this week?")
    b.reload()
    b.sees("It’s Rowan’s turn.")
    # Either can pause, also the one who listens, and both see it.
    b.press("Pause")
    b.heading("A break")
    b.press("In 20 minutes")
    for person in (a, b):
        person.heading("You’re on a break")
        person.sees("Back at", exact=False)
    a.reload()
    a.heading("You’re on a break")
    # Before its time it takes both.
    a.press("I’m ready now")
    a.sees("It goes on once Mika is too", exact=False)
    b.press("Go on now")
    b.sees("It’s Rowan’s turn.")
    # The other's phone is back as well before anybody goes on there.
    a.heading("What went well for us this week?")
    go_on(a)
    b.heading("And for you, what went well for us this week?")
    a.heading("Picture it with Mika. Nothing needs adding.")
    # To the end, each pressing on when it is their turn.
    titles = {b.page.locator("#title").inner_text()}
    while person := whose_turn(a, b):
        titles.add(person.page.locator("#title").inner_text())
        go_on(person)
    assert len(titles) >= 10
    for person in (a, b):
        expect(person.page.get_by_label("A line for yourself")).to_be_visible()
        person.sees("That’s the end")


def test_a_line_about_it_goes_into_the_own_journal_alone(a, b):
    a.page.get_by_label("A line for yourself").fill("Kettle first, then talk")
    a.press("Keep it")
    a.sees("It’s in your journal.")
    a.press("Done")
    a.open("/journal")
    a.sees("Kettle first, then talk")
    a.everything_sent()
    b.press("Done")
    b.path("/together")


def test_speaker_and_listener_on_one_phone_passed_between_them(a, b):
    choose_conversation(a, "Speaker and listener", "One phone")

    def take_phone(name):
        a.heading(f"Hand the phone to {name}")
        go_on(a, a.button(f"I’m {name}, go on"))

    a.heading("Breathe out slowly, three times.")
    go_on(a)
    take_phone("Rowan")
    a.heading("What has weighed on you this week, between us?")
    expect(a.page.locator(".stems li").first).to_contain_text("I felt … when …")
    go_on(a)
    take_phone("Mika")
    a.heading("What did you hear Rowan say?")
    go_on(a)
    take_phone("Rowan")
    a.heading("Did Mika get it?")
    go_on(a, a.button("Not quite"))
    a.heading("Which piece is still missing?")
    # The state survives a reload.
    a.reload()
    a.heading("Which piece is still missing?")
    go_on(a)
    take_phone("Mika")
    a.heading("What did you hear in that piece?")
    go_on(a)
    take_phone("Rowan")
    a.heading("Is it all there now?")
    go_on(a, a.page.get_by_role("button", name=re.compile("^Yes, that.s it$")))
    take_phone("Mika")
    a.heading("What can you understand about how it was for Rowan?")
    go_on(a)
    # They change places.
    a.heading("What has weighed on you this week, between us?")
    a.sees("Mika, it’s your turn. Rowan is listening.")
    # Stopped in the middle: said kindly, and over on both phones.
    a.press("Pause")
    a.press("Stop here for good")
    a.sees("You stopped here")
    a.press("Done")
    b.open("/conversations")
    expect(b.page.locator(".talks > li")).not_to_have_count(0)
    expect(b.page.get_by_text("Open now")).to_have_count(0)


# 9. Weeks pass: test_year.py, with a year that is already there.


# 10. A second device, and a time without the network


def test_a_laptop_has_everything(couple, a):
    couple.laptop = laptop = a.another_device(LAPTOP)
    laptop.sign_in()
    laptop.heading(re.compile("Rowan"))
    laptop.sees(ANSWER_OF_B)
    laptop.place("Us")
    title = laptop.page.get_by_role("heading", level=1)
    expect(title).to_have_text(re.compile("wish"))
    a.open("/us")
    expect(a.page.get_by_role("heading", level=1)).to_have_text(title.inner_text())
    laptop.open("/journal")
    laptop.sees(JOURNAL_OF_A)
    laptop.open("/jar")
    for words in (THANKS_OF_A, THANKS_OF_B, "The two of us in the old tram"):
        expect(laptop.page.locator("main")).to_contain_text(words)
    laptop.open("/signs")
    expect(laptop.page.locator(".of-both")).to_contain_text(WORDS_ABOUT_A_SIGN)


def test_what_b_writes_without_a_network_is_merged(couple, a, b):
    b.open("/")
    b.heading(re.compile("Mika"))
    b.lose_network()
    b.sees("You’re offline. What you write is kept here and goes out later.")
    b.give_thanks("You kept the last plum for me")
    b.place("Story")
    b.page.get_by_role("button", name=re.compile("^The jar")).click()
    expect(b.page.locator("main")).to_contain_text("You kept the last plum for me")
    # Meanwhile A writes too, on two devices.
    a.open("/")
    a.give_thanks("You fixed the drawer that sticks")
    couple.laptop.open("/")
    couple.laptop.give_thanks("You sang to the cat")
    b.find_network()
    for person in (a, b, couple.laptop):
        person.open("/jar")
        for words in ("You kept the last plum for me", "You fixed the drawer that sticks", "You sang to the cat"):
            expect(person.page.locator(".slips").get_by_text(words)).to_have_count(1)
    b.everything_sent()
    orders = [person.page.locator(".slips .said").all_text_contents() for person in (a, couple.laptop)]
    assert orders[0] == orders[1]


# 12. What is B's alone


def test_bs_journal_reaches_nothing_of_as(couple, a, b):
    b.write_journal(JOURNAL_OF_B)
    b.everything_sent()
    a.open("/")
    a.heading(re.compile("Rowan"))
    couple.laptop.reload()
    private = b.space("private")
    mine = [found for found in b.entries(private)]
    assert len(mine) > 3
    for device in (a, couple.laptop):
        heard = device.wire.heard()
        assert octets(private) not in heard and private.encode() not in heard
        for envelope in mine:
            assert envelope.entry not in heard and envelope.content[114:] not in heard
    # A's session is refused B's space, in the same words as a space that doesn't exist.
    answers = [
        a.relay.ask(method, f"/api/spaces/{space}{path}", cookie=a.cookie)
        for method, path in [
            ("GET", "/entries?after=0"),
            ("GET", "/sealed"),
            ("POST", "/leave"),
            ("DELETE", "/entries"),
        ]
        for space in (private, text(bytes(range(16))))
    ]
    for refused, unknown in zip(answers[::2], answers[1::2], strict=True):
        assert refused[0] == unknown[0] and refused[0] >= 400 and refused[2] == unknown[2]


def domain_words(web):
    """Words that would tell what somebody does here: pillars, foundations, kinds of events, ids of the content."""
    content = [json.loads((web / name).read_text()) for name in ("content-en.json", "content-en-rest.json")]

    def strings(value):
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for part in value.values():
                yield from strings(part)
        elif isinstance(value, list):
            for part in value:
                yield from strings(part)

    words = {word for word in strings(content) if len(word) >= 10}
    kinds = set()
    for source in sorted((ROOT / "Sources/Ledger/Events").glob("*.swift")):
        kinds |= set(re.findall(r'"([a-z]+\.[a-z]+)"', source.read_text()))
    assert len(words) > 300 and {"journal.written", "check.answered"} <= kinds
    pillars = {"emotional", "physical", "intellectual", "experiential", "appreciation"}
    return words | kinds | pillars


def found_in(content, forms):
    """Which of thousands of texts stand in some bytes: grep goes through them once for all."""
    assert not any(b"\n" in form or not form for form in forms)
    with tempfile.NamedTemporaryFile() as patterns:
        patterns.write(b"\n".join(sorted(forms)))
        patterns.flush()
        command = ["grep", "--text", "--only-matching", "--fixed-strings", "--file", patterns.name]
        done = subprocess.run(command, input=content, stdout=subprocess.PIPE, env=os.environ | {"LC_ALL": "C"})
    assert done.returncode in (0, 1)
    return sorted(set(done.stdout.splitlines()))


def test_the_relay_holds_nothing_that_can_be_read(couple, a, b, web):
    held = {"the database": a.relay.database(), "the log": a.relay.logs()}
    assert all(len(content) > 1000 for content in held.values())
    written = {
        JOURNAL_OF_A, JOURNAL_OF_B, WORDS_ABOUT_A_SIGN, THANKS_OF_A, THANKS_OF_B, ANSWER_OF_A, ANSWER_OF_B,
        "You kept the last plum for me", a.passphrase, b.passphrase, a.called, b.called, "-".join(a.code),
        "".join(a.code),
    }  # fmt: skip
    # What has several lines is looked for line by line.
    texts = [words.splitlines() for words in written | domain_words(web)]
    lines = {line for whole in texts for line in whole if len(whole) == 1 or len(line) >= 8}
    forms = {
        form.lower()
        for line in lines
        for form in (line.encode(), line.encode("utf-16-le"), line.encode().hex().encode(), text(line.encode()).encode())
    }
    for place, content in held.items():
        # Names are folded to lower case: whoever runs the relay may know them, and nothing else.
        assert found_in(content.lower(), forms) == [], place
    # What is there is found.
    assert found_in(held["the database"].lower(), forms | {a.name.lower().encode()}) == [a.name.lower().encode()]
    assert a.name.lower().encode() in held["the database"] and a.name.lower().encode() not in held["the log"].lower()


# 11. A forgotten passphrase


def test_the_recovery_code_sets_a_new_passphrase(couple, a):
    old = a.passphrase
    laptop = couple.laptop
    laptop.close()
    couple.laptop = laptop = a.another_device(LAPTOP)
    laptop.open("/sign-in")
    laptop.page.get_by_role("link", name="I forgot my passphrase").click()
    # The page before it also asks for a name.
    laptop.heading("Open with your code")
    laptop.page.get_by_label("Sign-in name").fill(a.name)
    code = laptop.page.get_by_label("Recovery code")
    code.fill("-".join(a.code)[:-1] + ("0" if a.code[-1][-1] != "0" else "1"))
    laptop.sees("There’s a slip in it somewhere.", exact=False)
    code.fill(" ".join(a.code).lower())
    laptop.sees("The code looks right.")
    laptop.press("Continue")
    laptop.heading("A new passphrase")
    a.passphrase = laptop.passphrase = "copper meadow thirteen owls"
    laptop.page.get_by_label("New passphrase").fill(a.passphrase)
    laptop.press("Set it and open")
    # A code opens once: another one takes its place, here and at the relay.
    laptop.heading("Your new recovery code")
    used = a.code
    laptop.keep_new_code()
    a.code = laptop.code
    assert used != a.code
    laptop.heading("You’re back")
    laptop.press("Come in")
    laptop.heading(re.compile("Rowan"))
    stranger = a.another_device(LAPTOP)
    stranger.open("/recover")
    stranger.page.get_by_label("Sign-in name").fill(a.name)
    stranger.page.get_by_label("Recovery code").fill("-".join(used))
    stranger.press("Continue")
    stranger.sees("That name and code don’t belong together.", exact=False)
    stranger.page.get_by_label("Recovery code").fill("-".join(a.code))
    stranger.press("Continue")
    stranger.heading("A new passphrase")
    stranger.close()
    laptop.open("/journal")
    laptop.sees(JOURNAL_OF_A)
    laptop.open("/jar")
    expect(laptop.page.locator("main")).to_contain_text(THANKS_OF_B)
    # The phone was signed out and keeps what is written until its owner signs in with the new one.
    a.open("/")
    a.sees("You’ve been signed out here.", exact=False)
    a.give_thanks("Written while signed out")
    a.press("Sign in again")
    a.page.get_by_label("Passphrase", exact=True).fill(old)
    a.press("Come in")
    a.sees("That name and passphrase don’t belong together.", exact=False)
    a.page.get_by_label("Passphrase", exact=True).fill(a.passphrase)
    a.press("Come in")
    a.everything_sent()
    laptop.open("/jar")
    expect(laptop.page.locator(".slips").get_by_text("Written while signed out")).to_have_count(1)


# 14. Taking everything along


def save(person, name):
    person.press(name)
    person.page.get_by_label("Your passphrase", exact=True).fill(person.passphrase)
    with person.page.expect_download() as saved:
        person.press(name)
    assert re.fullmatch(r"hearth-\d{4}-\d\d-\d\d\.(jsonl|html)", saved.value.suggested_filename)
    with open(saved.value.path(), "rb") as file:
        return file.read()


def test_everything_is_exported_readable(couple, a, chromium, tmp_path):
    a.open("/data")
    couple.export = save(a, "Only the lines")
    lines = [json.loads(line) for line in couple.export.decode().splitlines()]
    assert lines[0]["hearth"] == "export" and lines[0]["name"] == "Rowan"
    whole = json.dumps(lines[1:], ensure_ascii=False)
    for words in (JOURNAL_OF_A, WORDS_ABOUT_A_SIGN, THANKS_OF_A, THANKS_OF_B, ANSWER_OF_A, ANSWER_OF_B):
        assert words in whole
    assert JOURNAL_OF_B not in whole
    # The other file is a page that any browser shows.
    (tmp_path / "page.html").write_bytes(save(a, "Only the page"))
    context = chromium.new_context(java_script_enabled=False)
    reading = context.new_page()
    requests = []
    reading.on("request", lambda request: requests.append(request.url))
    reading.goto((tmp_path / "page.html").as_uri())
    expect(reading.get_by_role("heading", level=1)).to_have_text("Rowan’s Hearth")
    for words in (JOURNAL_OF_A, THANKS_OF_B, ANSWER_OF_B):
        expect(reading.get_by_text(words).first).to_be_visible()
    assert requests == [(tmp_path / "page.html").as_uri()]
    context.close()


def test_an_export_is_brought_into_a_new_place(couple, chromium, relay):
    new = Person(chromium, relay, "rowan.elsewhere", "Rowan", "Slate", "paper boat in november")
    new.sign_up()
    new.open("/data")
    files = {"name": "hearth.jsonl", "mimeType": "application/jsonl", "buffer": couple.export + b'{"half": a line'}
    new.page.locator("#file").set_input_files(files)
    new.heading("In this file")
    new.sees(re.compile(r"^\d+ entries of yours: .*\d+ journal page"))
    new.sees(re.compile(r"^\d+ entries by Mika, to read: .*\d+ "))
    new.sees("One line can’t be read:")
    new.press("Bring in what can be read")
    new.sees("It’s here now.")
    expect(new.page.locator(".archive")).to_contain_text(THANKS_OF_B)
    new.everything_sent()
    # A second time there is nothing new.
    new.page.locator("#file").set_input_files({**files, "buffer": couple.export})
    new.sees("Everything in this file is here already.")
    new.press("Leave it")
    new.open("/journal")
    new.sees(JOURNAL_OF_A)
    new.open("/us")
    new.heading(re.compile("^You wish for"))
    assert new.complaints == []
    new.close()


# 13. Leaving


def test_b_leaves_alone_and_at_once(couple, a, b):
    shared = b.space("shared")
    before = len(a.entries(shared))
    b.open("/leaving")
    b.heading("Leave the place you share with Rowan")
    # A tap does nothing; held down, it is done.
    b.press("Leave now")
    b.sees("Nothing has happened.", exact=False)
    hold(b, b.button("Leave now"))
    b.heading("You’ve left")
    # A is told by the page itself; both still read, neither can write.
    a.open("/")
    a.sees("This space is closed")
    for person in (a, b):
        person.open("/jar")
        expect(person.page.locator("main")).to_contain_text(THANKS_OF_A)
        assert person.space("shared", "closed") == shared
    assert len(a.entries(shared)) == before
    # What a forged client of A's would still send is refused: another entry of A's, by its id.
    one = next(found for found in a.entries(shared) if found.author == octets(a.account()["account"])).content
    one = one[:38] + bytes(range(16)) + one[54:]
    batch = b"\1\0\1" + len(one).to_bytes(4, "big") + one
    status, _, content = a.relay.ask(
        "POST", f"/api/spaces/{shared}/entries", batch, a.cookie, "application/octet-stream"
    )
    assert status >= 400 and json.loads(content)["error"] == "spaceClosed"
    # What A writes from now on is A's alone.
    a.open("/")
    a.page.locator("#thanks").fill("A quiet evening by myself")
    a.press("Keep the line")
    a.sees("Kept in your journal", exact=False)
    a.everything_sent()
    assert len(b.entries(shared)) == before


def test_each_keeps_the_private_and_a_can_invite_again(couple, a, b):
    b.open("/journal")
    b.sees(JOURNAL_OF_B)
    a.open("/invite")
    a.press("Make an invitation")
    couple.second_link = a.page.locator(".invitation-link").inner_text()
    assert couple.second_link != couple.link
    b.page.goto(couple.second_link)
    b.press("Join them")
    b.heading("One look together")
    b.press("They’re the same")
    b.open("/")
    a.open("/")
    a.give_thanks("We begin again")
    expect(b.page.locator(".fresh-thanks")).to_contain_text("We begin again")
    assert a.space("shared") == b.space("shared") != a.space("shared", "closed")


def test_b_deletes_the_account_and_nothing_of_it_is_left_in_the_database(couple, a, b):
    private, shared = b.space("private"), b.space("shared", "closed")
    account = octets(b.account()["account"])
    gone = b.entries(private) + [found for found in b.entries(shared) if found.author == account]
    kept = [found for found in a.entries(shared) if found.author != account]
    assert len(gone) > 10 and len(kept) > 10
    b.open("/leaving")
    b.row("Delete my account instead").click()
    b.heading("Delete my account")
    b.press("Delete my account")
    b.sees("Tick the box above first.")
    b.page.get_by_label("I understand that this is for good").check()
    b.page.get_by_label("Your passphrase").fill("not the one")
    b.press("Delete my account")
    b.sees("That isn’t your passphrase.", exact=False)
    b.page.get_by_label("Your passphrase").fill(b.passphrase)
    b.press("Delete my account")
    b.heading("It’s gone")
    b.press("Close the door")
    b.path("/welcome")
    database = a.relay.database()
    assert octets(private) not in database
    for envelope in gone:
        # Not the words, not even locked; of what was shared the number and the ids stay, so that A's chain stays whole.
        assert envelope.content[114:178] not in database and envelope.content[-64:] not in database
    for envelope in kept:
        assert envelope.content[114:178] in database
    assert b.name.lower().encode() not in database
    # What had reached A's devices stays with A.
    a.open("/data")
    assert THANKS_OF_B in save(a, "Only the lines").decode()
