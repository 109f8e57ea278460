"""Leaving at once. WebKit's driver can't answer in the place of an address elsewhere, so this is tried in the other two."""

import re

import pytest

from engines import expect
from people import Person


@pytest.fixture(scope="module", params=["chromium", "firefox"])
def engine(request):
    return request.param


@pytest.fixture
def person(browser, engine, relay):
    person = Person(browser, relay, f"leaver-{engine}", "Noor", "Slate", "amber kettle sleeping fox")
    person.sign_up()
    yield person
    person.close()


def test_the_quick_exit_leaves_at_once_and_the_page_is_out_of_the_history(person):
    page = person.page
    elsewhere = re.compile(r"^https://")
    page.route(
        elsewhere, lambda route: route.fulfill(body="<title>Something ordinary</title>", content_type="text/html")
    )
    person.open("/")
    person.heading(re.compile("Noor"))
    person.open("/help")
    person.heading("Help from people")
    person.press("Quick exit")
    expect(page).to_have_title("Something ordinary")
    page.go_back()
    expect(page.get_by_role("heading", name="Help from people")).to_have_count(0)
    page.unroute_all()
