"""Looking for words in all that one may read, on the device alone: what is sealed or the other's own is found by nobody."""

import pytest

from engines import expect
from people import newly_paired
from waiting import eventually

pytestmark = pytest.mark.storing

LABEL = "Words to look for"


@pytest.fixture(scope="module")
def two(usual, relay):
    one, other = newly_paired(usual, relay, "search", called=("Inga", "Sten"))
    yield one, other
    for person in (one, other):
        assert person.complaints == []
        person.close()


def look_for(person, words):
    person.page.get_by_label(LABEL).fill(words)


def found(person):
    return person.page.locator(".found .row")


def test_what_one_may_read_is_found_and_nothing_else(two):
    inga, sten = two
    inga.write_journal("The café by the quarry was shut. We ate the last apricots on the wall, and it rained.")
    inga.open("/")
    inga.give_thanks("For the apricots you carried")
    inga.everything_sent()
    sten.open("/")
    sten.sees("For the apricots you carried")
    sten.open("/search")
    look_for(sten, "apricot")
    expect(found(sten)).to_have_count(1)
    expect(found(sten)).to_contain_text("Thanks from")
    # Only what is shared: the page of her journal is hers.
    look_for(sten, "quarry")
    sten.sees("Nothing found.")

    inga.mine()
    inga.row("Search").click()
    inga.heading("Search")
    inga.settled()
    asked = len(inga.wire.exchanges)
    # As it is typed, without accents, the words in any order.
    inga.page.get_by_label(LABEL).press_sequentially("rain CAFE")
    expect(found(inga)).to_have_count(1)
    assert inga.page.locator(".found mark").all_inner_texts() == ["café", "rained"]
    # The browser itself may look whether there is a newer worker.
    assert [found.path for found in inga.wire.exchanges[asked:] if found.path != "/sw.js"] == []
    found(inga).click()
    inga.path("/journal")
    # Not by `:focus`: in Firefox only the window in front has any.
    eventually(
        lambda: "apricots" in inga.page.evaluate("document.activeElement.closest('.journal-page')?.textContent ?? ''"),
        "the page that was found has the focus",
    )
    inga.page.go_back()
    expect(inga.page.get_by_label(LABEL)).to_have_value("rain CAFE")
    inga.place("Today")
    inga.open("/search")
    expect(inga.page.get_by_label(LABEL)).to_have_value("")


def test_it_is_found_without_the_network_and_after_a_reload(two):
    inga, _ = two
    inga.open("/search")
    inga.lose_network()
    look_for(inga, "quarry")
    expect(found(inga)).to_have_count(1)
    inga.find_network()
    inga.reload()
    expect(inga.page.get_by_label(LABEL)).to_have_value("")
    look_for(inga, "carried")
    expect(found(inga)).to_have_count(1)
    found(inga).click()
    inga.path("/jar")
    inga.sees("For the apricots you carried")
