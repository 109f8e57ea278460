"""Weeks pass: what a year of pulses looks like, for each and for both."""

import re

import pytest
from playwright.sync_api import expect

from demo import demo_person


@pytest.mark.parametrize("name, other", [("ana", "Ben"), ("ben", "Ana")])
def test_after_a_year_there_are_lines_with_bands(chromium, demo, name, other):
    person = demo_person(chromium, demo, name)
    page = person.page
    person.place("Us")
    person.row("Over time").click()
    person.path("/trends")
    person.heading(re.compile("Nothing is slipping away|There may be less of one thing lately"))
    cards = page.locator(".trend-card")
    expect(cards).to_have_count(4)
    for index in range(4):
        card = cards.nth(index)
        # A line and a band for each of the two, named, and said in words.
        for part in ("path.course", "path.band", "text.name"):
            expect(card.locator(part)).to_have_count(2)
        expect(card.locator("p.fine").first).to_have_text(re.compile(f"you: .*; {other}: |lower since about "))
    person.press("The two of you together")
    for index in range(4):
        expect(cards.nth(index).locator("path.band")).to_have_count(1)
    page.get_by_text("The same as a table").click()
    expect(page.get_by_role("table")).to_have_count(4)
    assert page.get_by_role("row").count() >= 4 * 10
    person.close()
