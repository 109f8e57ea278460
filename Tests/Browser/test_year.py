"""Weeks pass: what a year of pulses looks like, for each and for both."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from demo import demo_person
from engines import expect

# What may stand over the lines of a pillar.
SAID = re.compile("^(Closer|Less close) than a year ago, for |^No clear change$|^Lower since about ")


@pytest.mark.parametrize("name, other", [("ana", "Ben"), ("ben", "Ana")])
def test_after_a_year_there_are_lines_with_bands(chromium, demo, name, other):
    person = demo_person(chromium, demo, name)
    page = person.page
    person.place("Us")
    person.row("Over time").click()
    person.path("/trends")
    person.heading(re.compile("Closer than a year ago|There may be less of one thing lately"))
    # A pair of circles for each month, drawn closer as the two come closer; none yet for one whose first week isn't over.
    today = datetime.now(UTC).date()
    last_sunday = today - timedelta(days=today.weekday() + 1)
    first_week_is_over = (last_sunday - timedelta(days=3)).month == today.month
    expect(page.locator(".months .month")).to_have_count(12)
    expect(page.locator(".months .month svg")).to_have_count(12 if first_week_is_over else 11)
    lenses = page.locator(".months .both")
    assert lenses.first.bounding_box()["width"] < lenses.last.bounding_box()["width"]
    cards = page.locator(".trend-card")
    expect(cards).to_have_count(4)
    for index in range(4):
        card = cards.nth(index)
        # A line and a band for each of the two, named, and said in words.
        for part in ("path.course", "path.band", "text.name"):
            expect(card.locator(part)).to_have_count(2)
        expect(card.locator("text.name.you")).to_have_text(other)
        expect(card.locator("p.fine").first).to_have_text(SAID)
    person.press("The two of you together")
    for index in range(4):
        expect(cards.nth(index).locator("path.band")).to_have_count(1)
    page.get_by_text("Show as a table").click()
    expect(page.get_by_role("table")).to_have_count(5)
    assert page.get_by_role("row").count() >= 5 * 10
    person.close()


def sides(row):
    """Whether the two ends of a band lie right of "no difference"."""
    band, zero = row.locator(".band").bounding_box(), row.locator(".zero").bounding_box()
    return band["x"] > zero["x"], band["x"] + band["width"] > zero["x"]


@pytest.mark.parametrize("name", ["ana", "ben"])
def test_what_helped_is_seen_and_never_called_a_cause(chromium, demo, name):
    person = demo_person(chromium, demo, name)
    page = person.page
    person.place("Us")
    person.row("What helped").click()
    person.path("/what-helped")
    person.heading("Weeks felt closer after “Our bench”")
    rows = page.locator(".effect-row")
    expect(rows.first).to_contain_text("Our bench")
    expect(rows.first).to_contain_text("likely more than chance")
    person.sees("needn’t have made them so", exact=False)
    # The band of what is said to have helped lies right of "no difference"; that of what can't be told lies across it.
    assert sides(rows.first) == (True, True)
    for untold in page.locator(".effect-row", has=page.locator(".untold")).all():
        assert sides(untold) == (False, True)
    page.get_by_text("Show as a table").click()
    expect(page.get_by_role("row")).to_have_count(1 + rows.count())
    rows.first.click()
    person.path("/practice/our-bench")
    page.go_back()
    person.path("/what-helped")
    person.reload()
    person.heading("Weeks felt closer after “Our bench”")
    person.press("Back")
    person.path("/us")
    assert person.complaints == []
    person.close()
