"""The say-it-well coach in a real browser: marks, offers, blanks, help, and without a network."""

import pytest

from demo import demo_person
from engines import expect
from test_accessibility import in_every_look

LINE = "One thing I noticed about Ben…"
ATTACK = "You never listen to me, you are on your phone the second I start."


@pytest.fixture(scope="module")
def ana(chromium, demo):
    person = demo_person(chromium, demo, "ana", bypass_csp=True, reduced_motion="reduce")
    yield person
    person.close()


@pytest.fixture(scope="module")
def ben(chromium, demo):
    person = demo_person(chromium, demo, "ben")
    yield person
    person.close()


def field(person, label):
    return person.page.get_by_label(label, exact=True)


def asked_for_the_coach(person):
    return [found for found in person.wire.exchanges if found.path == "/coach-en.bin"]


def test_the_coach_is_no_part_of_a_visit_and_corrects_nobody_who_did_not_ask(ana):
    ana.open("/")
    ana.page.evaluate("navigator.serviceWorker.ready")
    ana.settled()
    assert not asked_for_the_coach(ana)
    field(ana, LINE).fill(ATTACK)
    ana.settled()
    expect(ana.page.locator(".marked mark")).to_have_count(0)


def test_an_attack_is_marked_reworded_filled_and_sent(ana, ben):
    ana.press("Help me say it")
    expect(ana.page.locator(".marked mark")).to_have_text("You never")
    expect(ana.page.get_by_role("list", name="What may land hard")).to_contain_text("“never” invites them")
    assert len(asked_for_the_coach(ana)) == 1
    assert in_every_look(ana.page) == {}

    ana.page.get_by_role("button", name="Use this: I feel unheard").click()
    gap = ana.page.get_by_label("what happened, as a camera would see it")
    expect(gap).to_be_focused()
    ana.press("Into the jar")
    ana.sees("There is still a blank in it.")
    assert in_every_look(ana.page) == {}
    gap.fill("you looked at your phone")
    ana.press("Into the jar")
    ana.sees("It’s in the jar", exact=False)
    ben.open("/jar")
    ben.sees("I feel unheard when you looked at your phone.")


def test_the_page_of_its_own_can_be_used_by_everybody(ana):
    ana.open("/say-it-well")
    field(ana, "What do you want Ben to hear?").fill(ATTACK)
    expect(ana.page.locator(".offer")).to_have_count(3)
    assert in_every_look(ana.page) == {}


def test_the_lines_lie_under_the_words(ana):
    ana.open("/say-it-well")
    words = field(ana, "What do you want Ben to hear?")
    words.fill(f"{'It was a long week, and I was glad of the walk. ' * 4}{ATTACK}")
    mark = ana.page.locator(".marked mark")
    expect(mark).to_have_count(1)
    # The words behind the field must wrap as those in it do: both are as high.
    heights = ana.page.evaluate(
        "[...document.querySelectorAll('.layers > *')].map((layer) => layer.getBoundingClientRect().height)"
    )
    assert abs(heights[0] - heights[1]) < 2, heights


def test_fear_leads_to_help_and_nothing_of_it_goes_out(ana, ben):
    ana.open("/say-it-well")
    words = field(ana, "What do you want Ben to hear?")
    ana.settled()
    before = len([found for found in ana.wire.exchanges if found.method == "POST"])
    words.fill("I’m scared that you will hit me again.")
    ana.sees("I believe you.")
    expect(ana.page.locator(".marked mark")).to_have_count(0)
    assert in_every_look(ana.page) == {}
    ana.page.get_by_role("link", name="Help from people").click()
    ana.path("/help")
    ana.settled()
    assert len([found for found in ana.wire.exchanges if found.method == "POST"]) == before
    ana.page.go_back()
    words.fill("")


def test_harm_is_noticed_in_the_journal_where_nobody_asked_for_the_coach(ana):
    ana.open("/journal")
    page = field(ana, "A new page")
    page.fill("He hit me again last night and I am scared of him.")
    ana.sees("I believe you.")
    assert in_every_look(ana.page) == {}
    expect(ana.page.get_by_role("link", name="Help from people")).to_be_visible()
    page.fill("")


@pytest.mark.parametrize("part", ["Build", "Listen"])
def test_building_and_listening_can_be_used_by_everybody(ana, part):
    ana.open("/say-it-well")
    ana.press(part)
    if part == "Build":
        ana.press("loneliness")
        ana.press("left out")
    else:
        field(ana, "What you’d say to Ben").fill("You should rest, but I asked you.")
        expect(ana.page.get_by_role("list", name="What may get in the way")).to_be_visible()
    assert in_every_look(ana.page) == {}


def test_once_loaded_it_needs_no_network(ana):
    ana.page.evaluate(
        "(async () => { while (!navigator.serviceWorker.controller) await new Promise((r) => setTimeout(r, 20)) })()"
    )
    ana.open("/say-it-well")
    words = field(ana, "What do you want Ben to hear?")
    words.fill(ATTACK)
    expect(ana.page.locator(".marked mark")).to_have_count(1)
    ana.context.set_offline(True)
    ana.reload()
    words.fill("")
    words.fill(ATTACK)
    expect(ana.page.locator(".marked mark")).to_have_count(1)
    ana.context.set_offline(False)
    assert ana.complaints == []
