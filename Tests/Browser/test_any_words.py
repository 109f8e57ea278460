"""Words and screens as people have them: without a space, from right to left, in large type, invisible, pressed twice."""

import re

import pytest

from demo import INSIDE, demo_person
from engines import expect
from people import PHONE, Person, newly_paired, sheet

# What anybody may write: as long as Hearth takes it, and nowhere to break it.
LONG_NAMES = ("W" * 40, "M" * 40)
LONG_WORDS = "w" * 280
# The narrowest phone that is still sold.
NARROW = {"width": 320, "height": 568}

# What lies beyond the right or left edge of the screen, and what is cut by something that hides what doesn't fit.
BEYOND = """() => {
  const name = (element) => `${element.localName}.${element.className.baseVal ?? element.className}`;
  const found = document.documentElement.scrollWidth > innerWidth ? ['page'] : [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = texts.nextNode()); ) {
    const owner = text.parentElement;
    if (!text.data.trim() || owner.closest('.unseen, .visually-hidden, [aria-hidden=true], #announcer')) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      if (!box.width) continue;
      if (box.left < -1 || box.right > innerWidth + 1) found.push(`${name(owner)}: ${text.data.slice(0, 24)}`);
      for (let around = owner; around !== document.body; around = around.parentElement) {
        if (getComputedStyle(around).overflowX === 'visible') continue;
        const edge = around.getBoundingClientRect();
        if (box.left < edge.left - 1 || box.right > edge.right + 1) found.push(`${name(owner)} in ${name(around)}`);
      }
    }
  }
  return [...new Set(found)];
}"""

# Texts of the bar at the bottom that run into one another or out of their buttons.
CROWDED = """() => [...document.querySelectorAll('.places .place')].filter((place) => {
  const range = document.createRange();
  range.selectNodeContents(place.querySelector('span') ?? place);
  const [text, button] = [range.getBoundingClientRect(), place.getBoundingClientRect()];
  return text.left < button.left - 1 || text.right > button.right + 1 || range.getClientRects().length > 1;
}).map((place) => place.innerText)"""


def visit(person, path):
    person.open(path)
    expect(person.page.locator("main h1").first).to_be_visible()


@pytest.fixture(scope="module")
def long_winded(chromium, relay):
    """Two with the longest names there are, and words to each other that have no space."""
    couple = newly_paired(chromium, relay, "long", called=LONG_NAMES)
    for person in couple:
        person.open("/")
        person.give_thanks(LONG_WORDS)
    one, two = couple
    one.open("/story")
    one.page.locator("#moment").fill(LONG_WORDS)
    one.press("Keep it")
    one.write_journal(LONG_WORDS)
    one.open("/signs")
    found = sheet(one, "We hardly touch any more")
    one.press("I’ve noticed this")
    found.locator("textarea").fill(LONG_WORDS)
    one.press("Keep these words")
    one.press("Share it with my words")
    for person in couple:
        person.everything_sent()
    two.open("/")
    two.sees(LONG_WORDS)
    yield couple
    for person in couple:
        person.close()


@pytest.mark.parametrize("path", INSIDE)
def test_no_page_is_wider_than_the_phone_whatever_is_written(long_winded, path):
    for person in long_winded:
        for viewport in (PHONE, NARROW):
            person.page.set_viewport_size(viewport)
            visit(person, path)
            assert person.page.evaluate(BEYOND) == [], f"{person.name} at {viewport['width']}"


def test_a_talk_with_the_longest_names_fits(long_winded):
    one, _ = long_winded
    one.page.set_viewport_size(NARROW)
    visit(one, "/conversation/weekly-check-in")
    assert one.page.evaluate(BEYOND) == []
    one.press("Begin")
    one.heading("Turn to each other and let one long breath go.")
    assert one.page.evaluate(BEYOND) == []


# From right to left

HEBREW = "ליאת"
BOTH_WAYS = "שלום לך.\nGood morning."

# Where a part of a text stands: the left and right edge of what `find` matches in it.
EDGES = """(element, find) => {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text; (text = texts.nextNode()); ) {
    const at = text.data.indexOf(find);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + find.length);
    const { left, right } = range.getBoundingClientRect();
    return [left, right];
  }
}"""


def edges(locator, words):
    found = locator.evaluate(EDGES, words)
    assert found, f"{words} stands in {locator.inner_text()}"
    return found


@pytest.fixture(scope="module")
def leftwards(chromium, relay):
    couple = newly_paired(chromium, relay, "left", called=("Noa", HEBREW))
    one, two = couple
    two.open("/")
    two.give_thanks(BOTH_WAYS)
    two.everything_sent()
    yield couple
    for person in couple:
        person.close()


def test_a_name_from_right_to_left_leaves_the_sentence_as_it_is(leftwards):
    one, _ = leftwards
    one.open("/jar")
    foot = one.page.locator(".slip .who").first
    expect(foot).to_contain_text(HEBREW)
    name, comma = edges(foot, HEBREW), edges(foot, ", ")
    assert name[1] <= comma[0] + 1, "the name comes first, then the comma, then the day"
    one.open("/")
    sentence = one.page.locator(".fresh-thanks")
    expect(sentence).to_contain_text(HEBREW)
    assert edges(sentence, HEBREW)[0] < edges(sentence, "שלום")[0]


def test_each_line_of_an_answer_runs_in_its_own_direction(leftwards):
    one, _ = leftwards
    one.open("/jar")
    slip = one.page.locator(".slip .said").first
    expect(slip).to_contain_text("Good morning.")
    box = slip.bounding_box()
    english, stop = edges(slip, "Good morning"), edges(slip, "morning.")
    assert stop[1] > english[1], "the English line ends with its full stop, at the right"
    assert english[0] - box["x"] < 2, "and begins at the left"
    hebrew, its_stop = edges(slip, "שלום לך"), edges(slip, "לך.")
    assert its_stop[0] < hebrew[0], "the Hebrew line ends with its full stop, at the left"
    assert box["x"] + box["width"] - hebrew[1] < 2, "and begins at the right"


@pytest.mark.parametrize("path", ["/", "/journal", "/story", "/say-it-well", "/signs", "/settings", "/questions"])
def test_whatever_is_typed_runs_in_its_own_direction(leftwards, path):
    one, _ = leftwards
    visit(one, path)
    if path == "/settings":
        one.row("Name and colour").click()
    if path == "/signs":
        sheet(one, "We hardly touch any more")
        one.press("I’ve noticed this")
    fields = one.page.locator("textarea, input[type=text]")
    expect(fields.first).to_be_visible()
    for field in fields.all():
        field.fill(HEBREW)
        assert field.evaluate("field => getComputedStyle(field).direction") == "rtl", field.get_attribute("id")
        field.fill("")


# Large type


@pytest.fixture(scope="module")
def large(chromium, demo):
    """Ana with a small phone whose letters are twice as large, as she has set it in her browser."""
    person = demo_person(chromium, demo, "ana", viewport=NARROW, reduced_motion="reduce")
    session = person.context.new_cdp_session(person.page)
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    yield person
    person.close()


@pytest.mark.parametrize("path", INSIDE)
def test_nothing_is_cut_in_letters_of_twice_the_size(large, path):
    visit(large, path)
    assert large.page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert large.page.evaluate(BEYOND) == []
    assert large.page.evaluate(CROWDED) == []


# The bar at the bottom


@pytest.fixture(scope="module")
def phone(chromium, demo):
    person = demo_person(chromium, demo, "ben", has_touch=True, is_mobile=True, reduced_motion="reduce")
    yield person
    person.close()


def test_nothing_shows_through_the_bar(phone):
    phone.open("/")
    for scheme in ("light", "dark"):
        phone.page.emulate_media(color_scheme=scheme)
        colour = phone.page.locator("nav.places").evaluate("bar => getComputedStyle(bar).backgroundColor")
        assert re.fullmatch(r"rgb\(\d+, \d+, \d+\)", colour), colour


def test_the_bar_is_away_while_somebody_types(phone):
    phone.open("/")
    bar = phone.page.locator("nav.places")
    expect(bar).to_be_visible()
    phone.page.locator("#thanks").tap()
    expect(bar).to_be_hidden()
    phone.page.keyboard.type("The way you hum")
    expect(phone.button("Into the jar")).to_be_in_viewport(ratio=1)
    phone.page.locator("h1").first.tap()
    expect(bar).to_be_visible()
    phone.page.locator("#thanks").fill("")


# Help


def test_help_fits_the_phone_in_every_country(chromium, demo):
    person = demo_person(chromium, demo, "ben", viewport=NARROW, reduced_motion="reduce")
    visit(person, "/help")
    countries = person.page.locator("#country option").evaluate_all("all => all.map((one) => one.value)")
    assert len(countries) > 15
    for country in countries:
        person.page.locator("#country").select_option(country)
        for viewport in (PHONE, NARROW):
            person.page.set_viewport_size(viewport)
            assert person.page.evaluate(BEYOND) == [], f"{country} at {viewport['width']}"
    # However far one has read, the way out can be seen whole.
    person.page.mouse.wheel(0, 3000)
    expect(person.button("Quick exit")).to_be_in_viewport(ratio=1)
    person.close()


# Back


def test_back_leads_to_where_one_came_from(chromium, demo):
    person = demo_person(chromium, demo, "ana")
    for start, row, path in (
        ("/mine", "Signs I’ve noticed", "/signs"),
        ("/us", "Signs", "/signs"),
        ("/mine", "Help from people", "/help"),
    ):
        visit(person, start)
        person.row(row).click()
        person.path(path)
        person.press("Back")
        person.path(start)
    # From Today's side and from Together's a page leads back to where one was.
    person.open("/talk")
    person.tile("Questions")
    person.path("/questions")
    person.press("Back")
    person.path("/talk")
    # Several steps, and back as many; then the browser's own back goes no further in again.
    person.open("/together")
    person.door("Do", "Practices")
    person.tile("A few minutes")
    person.path("/shelf/few-minutes")
    person.page.locator(".shelf .rows button").first.click()
    person.page.wait_for_url("**/practice/*")
    for path in ("/shelf/few-minutes", "/practices", "/do", "/together"):
        person.press("Back")
        person.path(path)
    # An address that was opened by itself has a place that it belongs to.
    person.open("/signs")
    person.press("Back")
    person.path("/us")
    assert person.complaints == []
    person.close()


# Pressed twice


def test_a_double_click_does_one_thing(chromium, demo):
    person = demo_person(chromium, demo, "ana")
    page = person.page
    page.locator("#thanks").fill("For the second cup")
    person.button("Into the jar").dblclick()
    person.sees("It’s in the jar", exact=False)
    person.path("/")
    # Another press, a moment later, is one.
    page.get_by_role("link", name="Open the jar").click()
    person.path("/jar")
    expect(page.locator(".slip", has_text="For the second cup")).to_have_count(1)
    # What lies under the pointer on the next page wasn't meant either.
    person.open("/story")
    person.row("The jar").dblclick()
    person.path("/jar")
    expect(page.locator(".drawn")).to_have_count(0)
    person.close()


# Invisible

INVISIBLE = ["\u200b", "\u3164", " \u200c \u200d\u2060 ", "\u2800\u00ad\ufeff"]


@pytest.mark.parametrize("name", INVISIBLE)
def test_a_name_that_nobody_can_see_is_missing(chromium, relay, name):
    person = Person(chromium, relay, f"unseen-{ord(name[0]):x}", name, "Moss", "quiet granite window pear")
    person.open("/sign-up")
    person.type_key()
    person.press("Next")
    person.page.get_by_label("What you like to be called").fill(name)
    person.page.locator("label.colour", has_text="Moss").click()
    person.press("Make our place")
    expect(person.page.get_by_role("alert")).to_be_visible()
    expect(person.page.get_by_label("What you like to be called")).to_be_focused()
    person.close()


@pytest.mark.parametrize("words", INVISIBLE)
def test_thanks_that_nobody_can_see_are_none(chromium, demo, words):
    person = demo_person(chromium, demo, "ana")
    person.page.locator("#thanks").fill("For the soup")
    expect(person.button("Into the jar")).to_be_visible()
    person.page.locator("#thanks").fill(words)
    expect(person.button("Into the jar")).to_have_count(0)
    person.close()


@pytest.fixture(scope="module")
def writer(browser, relay, engine):
    person = Person(browser, relay, f"half-{engine}", "Ona", "Moss", "quiet granite window pear")
    person.sign_up()
    yield person
    person.close()


def test_half_an_emoji_costs_nothing_but_itself(writer):
    writer.open("/journal")
    writer.page.locator("#page").fill("First words")
    # A driver may not be able to spell half a pair.
    writer.page.evaluate(
        """() => {
          const field = document.querySelector('#page');
          field.value = 'Tea ' + String.fromCharCode(0xd83d) + ' and cake ' + String.fromCharCode(0xde00);
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }"""
    )
    writer.press("Keep it")
    expect(writer.page.locator(".journal-page").first).to_contain_text("Tea \ufffd and cake \ufffd")
    writer.everything_sent()
    writer.reload()
    expect(writer.page.locator(".journal-page").first).to_contain_text("Tea \ufffd and cake \ufffd")
    expect(writer.page.locator(".banner")).to_have_count(0)


def test_an_emoji_at_the_end_of_a_name_is_whole_or_told(writer):
    """Browsers that cut at a number of UTF-16 units may cut it in half."""
    whole = "a" * 39 + "\U0001f600"
    writer.open("/settings")
    writer.page.get_by_role("button", name=re.compile("^Name and colour")).click()
    name = writer.page.get_by_label("What you like to be called")
    name.fill("")
    name.click()
    insert = "words => document.execCommand('insertText', false, words)"  # as keyboards and the clipboard do
    writer.page.evaluate(insert, whole)
    expect(name).to_have_value(whole)
    writer.page.evaluate(insert, "\U0001f600")
    writer.sees("One character too long.")
    writer.page.evaluate("document.execCommand('delete')")
    expect(name).to_have_value(whole)
    writer.press("Save")
    writer.everything_sent()
    writer.open("/settings")
    writer.page.get_by_role("button", name=re.compile("^Name and colour")).click()
    expect(writer.page.get_by_label("What you like to be called")).to_have_value(whole)
