"""Fingers on lines and circles: a tap and a drag sideways set a mark, and nothing else does."""

import re

import pytest

from engines import expect
from people import Person

# A small phone, on which the lines have to be scrolled to.
SMALL = {"width": 360, "height": 640}


@pytest.fixture(scope="module")
def ida(chromium, relay):
    ida = Person(
        chromium, relay, "ida-touch", "Ida", "Moss", "quiet granite window pear",
        viewport=SMALL, has_touch=True, is_mobile=True,
    )  # fmt: skip
    ida.sign_up()
    yield ida
    ida.close()


def box_of(locator):
    locator.evaluate("node => node.scrollIntoView({ block: 'center' })")
    return locator.bounding_box()


def tap(person, locator, share):
    """A tap on a line, at a share of its length."""
    box = box_of(locator)
    person.page.touchscreen.tap(box["x"] + box["width"] * share, box["y"] + box["height"] / 2)


def swipe(person, start, end):
    """A finger that goes from one point to another in steps, as a browser is told of it."""
    session = person.context.new_cdp_session(person.page)

    def touch(kind, points):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", [{"x": start[0], "y": start[1]}])
    for step in range(1, 13):
        x, y = (start[axis] + (end[axis] - start[axis]) * step / 12 for axis in (0, 1))
        touch("touchMove", [{"x": x, "y": y}])
    touch("touchEnd", [])
    session.detach()


def swipe_across(person, locator, dx=0, dy=0, share=0.25):
    """A finger that comes down on an element and goes on from there; says how far the page scrolled."""
    box = box_of(locator)
    before = person.page.evaluate("scrollY")
    start = (box["x"] + box["width"] * share, box["y"] + box["height"] / 2)
    swipe(person, start, (start[0] + dx, start[1] + dy))
    return person.page.evaluate("scrollY") - before


@pytest.fixture
def lines(ida):
    """The pulse's lines. Each test sets one of them."""
    to_circles(ida)
    for dial in ("pulse-felt", "pulse-wished"):
        ida.set_circles(dial, ["Home"])
    ida.press("Next")
    lines = ida.page.locator(".scale-line input")
    expect(lines).to_have_count(4)
    return lines


def to_circles(person):
    """The first half of the pulse, also when its second one has been begun."""
    person.open("/pulse")
    dial = person.page.locator("#pulse-felt")
    expect(dial.or_(person.page.locator(".scale-line")).first).to_be_visible()
    if not dial.count():
        person.press("Back")
    expect(dial).to_be_visible()


def test_a_tap_on_the_very_middle_of_a_line_sets_it_and_so_does_one_anywhere(ida, lines):
    line = lines.nth(0)
    expect(line).to_have_attribute("aria-valuetext", "not set yet")
    tap(ida, line, 0.5)
    expect(line).to_have_value("5")
    expect(line).not_to_have_attribute("aria-valuetext", "not set yet")


def test_a_check_is_answered_by_taps_alone(ida):
    ida.open("/check")
    ida.press("Begin")
    felt, wished = ida.page.locator("#line-felt"), ida.page.locator("#line-wished")
    statement = ida.page.locator("h1.statement")
    first = statement.inner_text()
    tap(ida, felt, 0.5)
    tap(ida, wished, 0.5)
    # With both marks it goes on by itself; back, it stays.
    expect(statement).not_to_have_text(first)
    expect(felt).to_have_attribute("aria-valuetext", "not set yet")
    ida.press("Back")
    expect(statement).to_have_text(first)
    for line in (felt, wished):
        expect(line).to_have_value("5")
        expect(line).not_to_have_attribute("aria-valuetext", "not set yet")
    expect(ida.button("Next")).to_be_enabled()
    # What a tap is to set lies under the finger, from one end to the other.
    for value in (0, 1, 3, 5, 8, 10):
        box = box_of(felt)
        x = box["x"] + 14 + (box["width"] - 28) * value / 10
        ida.page.touchscreen.tap(x, box["y"] + box["height"] / 2)
        expect(felt).to_have_value(str(value))
    expect(statement).to_have_text(first)


def test_a_whole_check_takes_at_most_75_taps(chromium, relay):
    """Every tap from the way in to the way out, on a phone: a statement goes on by itself once its marks are set."""
    uma = Person(
        chromium, relay, "uma-touch", "Uma", "Ochre", "nine slow herons at noon",
        viewport=SMALL, has_touch=True, is_mobile=True,
    )  # fmt: skip
    uma.sign_up()
    page = uma.page
    taps = []

    def touch(button):
        button.tap()
        taps.append("button")

    uma.open("/check")
    touch(uma.button("Begin"))
    statement = page.locator("h1.statement")
    seen = []
    while True:
        expect(statement.or_(page.locator("#circles-felt")).first).to_be_visible()
        if not statement.count():
            break
        seen.append(statement.inner_text())
        for line in ("#line-felt", "#line-wished"):
            if page.locator(line).count():
                tap(uma, page.locator(line), 0.6)
                taps.append("mark")
        expect(page.locator("h1.statement", has_text=re.compile(f"^{re.escape(seen[-1])}$"))).to_have_count(0)
    assert len(set(seen)) == len(seen) == 37
    for dial in ("#circles-felt", "#circles-wished"):
        tap(uma, page.locator(dial), 0.4)
        taps.append("circles")
        touch(uma.button("Next"))
    touch(page.locator("button.choice").nth(2))
    touch(uma.button("Next"))
    uma.heading("Look it over")
    expect(page.locator(".review-line", has_text="left out")).to_have_count(0)
    # Whoever looks the list over takes longer than the half second within which a tap at the same place is the second of a double one.
    page.wait_for_timeout(600)
    keep = uma.button("Keep it")
    keep.scroll_into_view_if_needed()
    touch(keep)
    uma.path("/us")
    assert len(taps) <= 75
    uma.close()


def test_whoever_scrolls_across_a_line_sets_nothing(ida, lines):
    line = lines.nth(1)
    for dy in (-160, 160):
        assert swipe_across(ida, line, dy=dy) != 0
        ida.at_rest()
        expect(line).to_have_attribute("aria-valuetext", "not set yet")
        assert ida.page.locator(".scale-line.unset").count() >= 3


def test_a_drag_along_a_line_takes_the_mark_with_it(ida, lines):
    line = lines.nth(2)
    box = box_of(line)
    moved = swipe_across(ida, line, dx=0.5 * (box["width"] - 28), dy=6)
    expect(line).to_have_value("7")
    assert moved == 0


def test_circles_go_by_the_same_rule(ida):
    to_circles(ida)
    dial = ida.page.locator("#pulse-wished")
    before = dial.get_attribute("aria-valuetext")
    assert swipe_across(ida, dial, dy=-160) != 0
    ida.at_rest()
    expect(dial).to_have_attribute("aria-valuetext", before)
    swipe_across(ida, dial, dx=60)
    expect(dial).not_to_have_attribute("aria-valuenow", "0")


def test_a_mouse_sets_a_line_where_it_presses_and_keys_go_on_from_there(browser, engine, relay):
    ole = Person(browser, relay, f"ole-{engine}", "Ole", "Ochre", "early ferry under clouds")
    ole.sign_up()
    ole.open("/check")
    ole.press("Begin")
    line = ole.page.locator("#line-felt")
    mouse = ole.page.mouse
    for share, value in ((0.5, "5"), (0.02, "0"), (0.98, "10")):
        line.scroll_into_view_if_needed()
        box = line.bounding_box()
        mouse.move(box["x"] + box["width"] * share, box["y"] + box["height"] / 2)
        mouse.down()
        mouse.up()
        expect(line).to_have_value(value)
        expect(line).not_to_have_attribute("aria-valuetext", "not set yet")
    ole.page.keyboard.press("ArrowLeft")
    expect(line).to_have_value("9")
    ole.close()
