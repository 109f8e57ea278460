"""Everybody can use it: no violations that axe finds on any page, keys alone, large type, calm motion."""

import re
from pathlib import Path

import axe_playwright_python
import pytest

from demo import INSIDE, OUTSIDE, PASSPHRASE, demo_person
from engines import expect
from people import LAPTOP, PHONE, Device

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")

# WCAG 2.2 to its second level, and what axe counts as good practice.
EVERYTHING = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


def violations(page, rules=EVERYTHING):
    """What axe finds, each with the elements it means."""
    if not page.evaluate("!!window.axe"):
        page.evaluate(AXE)
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then((found) => found.violations)",
        rules,
    )
    return [
        (rule["id"], node["target"], node["failureSummary"].split("\n  ")[1:])
        for rule in found
        for node in rule["nodes"]
    ]


def in_every_look(page):
    """Violations on a phone and a wide screen, in light and dark: colours in all four, the rest by width."""
    found = {}
    for width, viewport in (("phone", PHONE), ("desktop", LAPTOP)):
        page.set_viewport_size(viewport)
        for scheme, rules in (("light", EVERYTHING), ("dark", COLOURS)):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            for violation in violations(page, rules):
                found.setdefault(f"{width}, {scheme}", []).append(violation)
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    return found


def visit(device, path):
    device.open(path)
    expect(device.page.locator("main h1").first).to_be_visible()


@pytest.fixture(scope="module")
def stranger(chromium, demo):
    device = Device(chromium, demo, bypass_csp=True, reduced_motion="reduce")
    yield device
    device.close()


@pytest.fixture(scope="module")
def ana(chromium, demo):
    person = demo_person(chromium, demo, "ana", bypass_csp=True, reduced_motion="reduce")
    yield person
    person.close()


def test_the_question_whether_somebody_is_safe(stranger):
    """It has no address, so it is found the way that people find it."""
    visit(stranger, "/help")
    stranger.row("Do you feel safe with your partner?").click()
    stranger.heading("Do you feel safe with your partner?")
    assert in_every_look(stranger.page) == {}
    stranger.page.get_by_label("My partner has choked me, or I’ve feared for my life.").check()
    stranger.press("What this may mean")
    stranger.heading("You didn’t cause this")
    assert in_every_look(stranger.page) == {}


def test_help_is_no_wider_than_a_small_phone_whatever_the_country(stranger):
    page = stranger.page
    visit(stranger, "/help")
    page.set_viewport_size({"width": 320, "height": 640})
    country = page.get_by_label("Your country")
    too_wide = {}
    for option in country.locator("option").all():
        country.select_option(option.get_attribute("value"))
        width, room = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        if width > room:
            too_wide[option.inner_text()] = width
    assert too_wide == {}
    country.select_option("DE")
    page.mouse.wheel(0, 400)
    way_out = page.get_by_role("button", name="Quick exit").bounding_box()
    assert way_out["x"] >= 0 and way_out["y"] >= 0 and way_out["x"] + way_out["width"] <= 320
    assert in_every_look(page) == {}


@pytest.mark.parametrize("path", OUTSIDE)
def test_pages_for_everybody(stranger, path):
    visit(stranger, path)
    assert in_every_look(stranger.page) == {}


@pytest.mark.parametrize("path", INSIDE)
def test_pages_of_a_couple(ana, path):
    visit(ana, path)
    assert in_every_look(ana.page) == {}


def test_steps_of_making_a_place(stranger):
    page = stranger.page
    visit(stranger, "/sign-up")
    stranger.press("Next")
    expect(page.get_by_role("alert").first).to_be_visible()
    assert in_every_look(page) == {}
    page.get_by_label("Sign-in name").fill("somebody")
    page.get_by_label("Passphrase", exact=True).fill("velvet anchor raining maps")
    stranger.press("Next")
    stranger.heading("A little about you")
    assert in_every_look(page) == {}
    page.get_by_label("What you like to be called").fill("Somebody")
    stranger.press("Make our place")
    stranger.heading("Your recovery code")
    assert in_every_look(page) == {}
    stranger.press("I’ve kept it safe")
    stranger.heading("Is your copy right?")
    stranger.press("Come in")
    expect(page.get_by_role("alert").first).to_be_visible()
    assert in_every_look(page) == {}


def test_steps_of_the_check(chromium, demo):
    ben = demo_person(chromium, demo, "ben", bypass_csp=True, reduced_motion="reduce")
    page = ben.page
    visit(ben, "/pulse")
    assert in_every_look(page) == {}
    visit(ben, "/check")
    if ben.button("Begin").count():
        ben.press("Begin")
        expect(page.locator("h1.statement")).to_be_visible()
        assert in_every_look(page) == {}
    ben.close()


def test_what_opens_on_a_page(ana):
    page = ana.page
    visit(ana, "/signs")
    page.locator(".sheet-head").first.click()
    expect(page.locator(".sheet-body")).to_be_visible()
    assert in_every_look(page) == {}
    for path in ("/us", "/trends", "/what-helped"):
        visit(ana, path)
        page.get_by_text("Show as a table").click()
        expect(page.get_by_role("table").first).to_be_visible()
        assert in_every_look(page) == {}, path
    visit(ana, "/together")
    ana.row("What your days are like").click()
    expect(page.get_by_label("You live").or_(page.get_by_text("You live")).first).to_be_visible()
    assert in_every_look(page) == {}
    for panel in [
        "Name and colour",
        "Passphrase",
        "Recovery code",
        "App lock",
        "Install",
        "Sign out here",
        "About Hearth",
    ]:
        visit(ana, "/settings")
        ana.row(panel).click()
        expect(page.locator(".panel h1")).to_be_visible()
        assert in_every_look(page) == {}, panel
    visit(ana, "/leaving")
    ana.row("Delete my account instead").click()
    ana.heading("Delete my account")
    assert in_every_look(page) == {}


def test_a_conversation(ana):
    page = ana.page
    visit(ana, "/conversation/weekly-check-in")
    ana.press("Begin")
    ana.heading("Turn to each other and let one long breath go.")
    assert in_every_look(page) == {}
    ana.press("Pause")
    ana.heading("A break")
    assert in_every_look(page) == {}
    ana.press("Leave it open")
    ana.heading("You’re on a break")
    assert in_every_look(page) == {}
    ana.press("Stop here for good")
    ana.sees("You stopped here")
    assert in_every_look(page) == {}
    ana.press("Done")


# Keys alone


def tab_to(page, locator):
    """Presses Tab until the focus is where it should go, and looks that it can be seen all the way."""
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        assert focused.count() == 1
        assert focused.evaluate(
            """element => {
              const shown = [element, element.closest('label, .line')].filter(Boolean);
              return shown.map((found) => getComputedStyle(found)).some((style) => style.outlineStyle !== 'none' ||
                style.boxShadow !== 'none' || parseFloat(style.borderTopWidth) > 0);
            }"""
        ), f"the focus can't be seen on {focused.evaluate('element => element.outerHTML.slice(0, 200)')}"
        if focused.evaluate("(element, other) => element === other", locator.element_handle()):
            return
    raise AssertionError(f"Tab never leads to {locator}")


def test_signing_in_and_today_by_keys_alone(chromium, demo):
    device = Device(chromium, demo)
    page = device.page
    visit(device, "/")
    tab_to(page, device.button("Sign in"))
    page.keyboard.press("Enter")
    device.heading("Good to see you again")
    tab_to(page, page.get_by_label("Sign-in name"))
    page.keyboard.type("ana")
    tab_to(page, page.get_by_label("Passphrase", exact=True))
    page.keyboard.type(PASSPHRASE)
    page.keyboard.press("Enter")
    device.heading(re.compile("Ana$"))
    tab_to(page, page.locator("#thanks"))
    page.keyboard.type("By keys alone")
    tab_to(page, device.button("Into the jar"))
    page.keyboard.press("Enter")
    device.sees("It’s in the jar", exact=False)
    tab_to(page, page.get_by_role("navigation").get_by_role("button", name="Us"))
    page.keyboard.press("Enter")
    device.path("/us")
    # A new page begins at its beginning, for keys and for readers.
    assert page.evaluate("document.activeElement.closest('main, body').localName") in ("main", "body")
    device.close()


# Large type


@pytest.mark.parametrize("who, path", [("stranger", path) for path in OUTSIDE] + [("ana", path) for path in INSIDE])
def test_at_200_per_cent_nothing_scrolls_sideways(request, who, path):
    """A phone's screen at twice the size has half as many pixels to lay out."""
    device = request.getfixturevalue(who)
    device.page.set_viewport_size({"width": 195, "height": 422})
    try:
        visit(device, path)
        wide = device.page.evaluate(
            """() => document.documentElement.scrollWidth <= innerWidth ? [] :
              [...document.querySelectorAll('body *')]
                .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
                .map((element) => `${element.localName}.${element.className.baseVal ?? element.className}`)"""
        )
        assert wide == []
    finally:
        device.page.set_viewport_size(PHONE)


# Calm motion

MOVING = """() => {
  const seconds = (times) => Math.max(...times.split(',').map(parseFloat));
  return [...document.querySelectorAll('body *')].filter((element) => {
    const style = getComputedStyle(element);
    return seconds(style.transitionDuration) > 0.02 ||
      (style.animationName !== 'none' && seconds(style.animationDuration) > 0.02);
  }).map((element) => `${element.localName}.${element.className.baseVal ?? element.className}`);
}"""


WIDE = [
    "/", "/together", "/story", "/mine", "/journal", "/kindness", "/promises", "/questions", "/data", "/report", "/book",
    "/myself", "/reminders",
]  # fmt: skip


@pytest.mark.parametrize("path", WIDE)
def test_a_wide_screen_has_two_columns_and_a_phone_one(ana, path):
    ana.open(path)
    ana.page.locator(".wide > *").nth(1).wait_for()
    for viewport in (LAPTOP, PHONE):
        ana.page.set_viewport_size(viewport)
        ana.page.wait_for_function(
            """isBeside => {
                const parts = [...document.querySelectorAll('.wide > :not(.heading, .back-bar, .full)')];
                const [one, other] = parts.map((part) => part.getBoundingClientRect());
                const lie = isBeside ? one.right < other.left && one.top < other.bottom : one.bottom <= other.top;
                return parts.length === 2 && lie;
            }""",
            arg=viewport == LAPTOP,
        )


def test_those_who_want_no_motion_get_none(chromium, demo):
    ben = demo_person(chromium, demo, "ben")
    for path in ("/", "/us", "/conversation/speaker-listener"):
        visit(ben, path)
        if path != "/us":  # where nothing moves by itself: a page one goes to stands there at once
            ben.page.emulate_media(reduced_motion="no-preference")
            assert ben.page.evaluate(MOVING) != []
        ben.page.emulate_media(reduced_motion="reduce")
        assert ben.page.evaluate(MOVING) == []
    ben.close()
