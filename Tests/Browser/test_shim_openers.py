"""Many envelopes are opened by workers beside the page: with the same results, and where no worker is to be had in the page."""

import pytest

from shim_host import (  # noqa: F401 (fixtures)
    effect,
    fake_core,
    hearth,
    host,
    messages,
    octets,
    open_hearth,
    page,
    perform,
)
from test_shim_crypto import ada, flipped, lock, native, open_all  # noqa: F401 (fixtures)
from waiting import eventually, pauses

# What a worker can be put in the place of.
SILENT = b"onmessage = () => {};"
BROKEN = b"throw new Error('broken');"

# Counts the page's workers.
COUNT = """(() => {
  globalThis.living = 0;
  globalThis.Worker = class extends Worker {
    constructor(...all) { super(...all); living++; }
    terminate() { living--; super.terminate(); }
  };
})()"""


def many(person):
    """More envelopes than a page opens itself, and three that don't open among them."""
    envelopes = [one["envelope"] for one in person["envelopes"]] * 200
    envelopes[7] = flipped(envelopes[7], 22)  # somebody else's
    envelopes[70] = flipped(envelopes[70], -1)  # not signed like this
    envelopes[-1] = flipped(envelopes[-1], 0)  # no envelope
    return envelopes


def expected(person, envelopes):
    whole = {one["envelope"]: one for one in person["envelopes"]}
    failures = {7: "unknownAuthor", 70: "signature", len(envelopes) - 1: "format"}
    bodies = [whole[one]["body"] if one in whole else None for one in envelopes]
    return [(body, failures.get(index)) for index, body in enumerate(bodies)]


def told(results):
    bodies = (result.get("body") for result in results)
    texts = [None if body is None else bytes.fromhex(body).decode() for body in bodies]
    return [(text, result.get("failure")) for text, result in zip(texts, results)]


def workers_were_asked_for(page):
    return any(path == "/shim/opener.js" for _, path, _, _ in page.host.requests)


def begin(page, person):
    """Asks for many to be opened without waiting for it."""
    perform(
        page,
        effects=[
            {
                "do": "open",
                "id": 7,
                "space": octets(person["space"]),
                "envelopes": [octets(one) for one in many(person)],
                "authors": {person["account"]: octets(person["signingPublic"])},
            }
        ],
    )


def answer(page):
    eventually(lambda: [found for found in messages(page, "response") if found["id"] == 7], "an answer", pause=pauses(page))
    return next(found for found in messages(page, "response") if found["id"] == 7)


def test_workers_open_many_as_the_page_opens_few(ada, native):
    envelopes = many(native)
    few = [result for at in range(0, len(envelopes), 30) for result in open_all(ada, native, *envelopes[at : at + 30])]
    assert not workers_were_asked_for(ada)
    assert told(few) == expected(native, envelopes)
    assert open_all(ada, native, *envelopes) == few
    assert workers_were_asked_for(ada)
    # And again, by those that are there.
    assert open_all(ada, native, *envelopes) == few
    assert ada.complaints == []


def test_workers_know_only_the_authors_that_they_are_told(ada, native):
    results = open_all(ada, native, *many(native), authors={})
    assert {result.get("failure") for result in results} == {"unknownAuthor", "format"}


@pytest.mark.parametrize("what", ["missing", "broken", "none"])
def test_where_no_worker_is_to_be_had_the_page_opens_them(ada, native, what):
    if what == "none":
        ada.evaluate("delete globalThis.Worker")
    elif what == "broken":
        ada.host.files["/shim/opener.js"] = BROKEN
    else:
        ada.host.answers["/shim/opener.js"] = lambda request, _: request.reply(404, "text/plain", b"")
    envelopes = many(native)
    assert told(open_all(ada, native, *envelopes)) == expected(native, envelopes)
    ada.host.answers.clear()
    assert told(open_all(ada, native, *envelopes)) == expected(native, envelopes)


@pytest.mark.only("chromium", "firefox")  # WebKit's driver can't put a page's clock forward
def test_a_worker_that_never_answers_is_not_waited_for(ada, native):
    ada.host.files["/shim/opener.js"] = SILENT
    ada.clock.install()
    begin(ada, native)
    ada.clock.fast_forward(4000)
    assert not [found for found in messages(ada, "response") if found["id"] == 7]
    ada.clock.fast_forward(1001)
    ada.clock.fast_forward(5001)
    assert told(answer(ada)["results"]) == expected(native, many(native))


@pytest.mark.parametrize("how", ["lockNow", "forget"])
def test_when_the_keys_go_away_the_workers_go_with_them(ada, native, how):
    ada.host.files["/shim/opener.js"] = SILENT
    if how == "lockNow":
        lock(ada, native)
    ada.evaluate(COUNT)
    begin(ada, native)
    assert ada.evaluate("living") > 0
    assert effect(ada, how)["ok"]
    assert answer(ada)["failure"] == "locked"
    assert ada.evaluate("living") == 0
