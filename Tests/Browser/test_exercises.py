"""Some minutes with a timer and a picture: two people at one phone, and at two."""

import json

import pytest

from engines import expect
from people import newly_paired

pytestmark = pytest.mark.storing


@pytest.fixture(scope="module")
def two(usual, relay):
    one, other = newly_paired(usual, relay, "exercise", called=("Runa", "Sol"))
    yield one, other
    for person in (one, other):
        assert person.complaints == []
        person.close()


def moving(person):
    """How many parts of the picture are being moved now."""
    return person.page.evaluate(
        "[...document.querySelectorAll('.exercise-picture *')].filter(part => part.getAnimations().length).length"
    )


def test_ten_lines_in_turns_on_one_phone(two):
    runa, _ = two
    runa.open("/together")
    runa.door("Do", "A few minutes together")
    runa.page.locator(".exercise-tile", has_text="Ten lines of gladness").click()
    runa.press("Begin")
    for number in range(10):
        runa.sees("Runa" if number % 2 == 0 else "Sol", exact=False)
        expect(runa.page.locator(".exercise-picture .lit")).to_have_count(1)
        # A second press within a moment would be the second of a double tap.
        runa.page.wait_for_timeout(450)
        runa.press("Next")
    runa.heading("Ten lines")
    expect(runa.page.locator(".exercise-picture .ring")).to_have_count(0)
    runa.press("Done")
    runa.path("/exercises")


def test_eyes_by_the_clock_and_noted_for_both_if_they_like(two):
    runa, sol = two
    runa.page.clock.install()
    runa.open("/exercise/one-song")
    runa.press("Begin")
    runa.sees("Four minutes left")
    assert moving(runa) > 0
    for seconds in (31, 90, 60):
        runa.page.clock.fast_forward(seconds * 1000)
    runa.sees("The last minute")
    runa.page.clock.fast_forward(61_000)
    runa.heading("Tell each other what you found")
    assert moving(runa) == 0
    runa.press("We did this today")
    runa.sees("It’s noted for today.")
    runa.everything_sent()
    sol.open("/practice/one-song-long")
    sol.sees("Runa", exact=False)


UNDRAWN = """() => [...document.querySelectorAll('.exercise-picture :is(circle, ellipse, line, path, rect)')]
  .filter((part) => !part.getClientRects().length).map((part) => part.outerHTML)"""


def test_every_picture_is_drawn_whole(two, web):
    runa, _ = two
    for id, *_ in json.loads((web / "content-en-rest.json").read_text())["exercises"]:
        runa.open(f"/exercise/{id}")
        expect(runa.page.locator(".exercise-picture").first).to_be_visible()
        assert runa.page.evaluate(UNDRAWN) == [], id


@pytest.mark.only("chromium")  # the others can't be told that no motion is wanted
def test_nothing_moves_where_motion_isnt_wanted_and_the_words_go_on(two):
    _, sol = two
    sol.page.emulate_media(reduced_motion="reduce")
    sol.page.clock.install()
    sol.open("/exercise/breathing-together")
    sol.press("Begin")
    sol.sees("Breathe in")
    assert moving(sol) == 0
    sol.page.clock.fast_forward(4500)
    sol.sees("Breathe out")
    sol.page.clock.fast_forward(6000)
    sol.sees("Breathe in")
    sol.page.emulate_media(reduced_motion="no-preference")


def test_a_game_works_offline_and_deals_anew(two):
    _, sol = two
    sol.open("/exercise/things-talk")
    sol.settled()
    sol.lose_network()
    dealt = set()
    for _ in range(4):
        sol.press("Begin")
        expect(sol.button("Stop here")).to_be_visible()
        dealt.add(sol.page.locator("#title").inner_text())
        sol.press("Stop here")
    assert len(dealt) > 1
    sol.find_network()
