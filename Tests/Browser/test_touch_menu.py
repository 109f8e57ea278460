"""The touch menu of two people: what each marks is theirs, a yes of both shows, a no counts at once."""

from engines import expect
from people import newly_paired

SHARED = ".touch-both .touch-shared li"


def mark(person, kind, answer):
    choice = person.page.get_by_role("group", name=kind).get_by_role("button", name=answer, exact=True)
    choice.click()
    expect(choice).to_have_attribute("aria-pressed", "true")


def lay_beside(person, marks):
    person.open("/touch-menu")
    for kind, answer in marks.items():
        mark(person, kind, answer)
    person.press("That’s all for now")
    person.sees("This week’s list is in. Only a yes of both shows.")
    person.everything_sent()


def test_only_a_yes_of_both_shows_and_a_no_counts_at_once(usual, relay):
    one, two = newly_paired(usual, relay, "touch")
    lay_beside(
        one,
        {"A hand on the back": "Yes", "Hands held": "Yes", "A hug at the door": "Never", "Feet under the table": "Maybe"},
    )
    lay_beside(
        two,
        {"A hand on the back": "Yes", "Hands held": "Yes", "A hug at the door": "Yes", "Feet under the table": "Yes"},
    )
    for person in (one, two):
        expect(person.page.locator(SHARED)).to_have_text(["A hand on the back", "Hands held"])

    # Nothing is said, and it is gone from both.
    mark(two, "Hands held", "Maybe")
    for person in (two, one):
        expect(person.page.locator(SHARED)).to_have_text(["A hand on the back"])
    theirs = one.page.get_by_role("group", name="Hands held")
    expect(theirs.get_by_role("button", name="Yes", exact=True)).to_have_attribute("aria-pressed", "true")

    # It holds after opening the page again.
    one.open("/touch-menu")
    expect(one.page.locator(SHARED)).to_have_text(["A hand on the back"])
    one.close(), two.close()
