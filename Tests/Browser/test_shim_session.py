"""Signing out while the relay can't hear of it: what stays until it can, and that it hears of it before anything else."""

import pytest

from kept import RAW
from shim_host import effect, messages, open_hearth
from test_shim_crypto import ada, native, put  # noqa: F401 (fixtures)


def answering(host, status, kind="application/json", body=b"{}"):
    def answer(handler, _):
        handler.reply(status, kind, body if status != 204 else b"")

    host.answers["/api/session"] = answer
    host.answers["/api/account"] = lambda handler, _: handler.reply(200, "application/json", b"{}")


def asked(host):
    return [(method, path) for method, path, _, _ in host.requests if path.startswith("/api/")]


def mark(page):
    return page.evaluate("({ ...localStorage })")


def test_a_mark_stays_and_nothing_else(ada):  # noqa: F811
    put(ada, "records", "x", b"1")
    assert effect(ada, "forgetLeavingSession")["ok"]
    assert ada.evaluate(RAW) == []
    assert mark(ada) == {"left": "1"}
    open_hearth(ada)
    started = messages(ada, "started")[0]
    assert started["left"] is True and started["stored"]["keys"] is False


@pytest.mark.parametrize("status", [204, 401])
def test_the_relay_hears_of_it_before_anything_else(hearth, status):
    answering(hearth.host, status)
    effect(hearth, "forgetLeavingSession")
    open_hearth(hearth)
    hearth.host.requests.clear()
    assert effect(hearth, "http", method="GET", path="/api/account")["status"] == 200
    assert asked(hearth.host) == [("DELETE", "/api/session"), ("GET", "/api/account")]
    assert all(headers["X-Hearth"] == "1" for _, path, headers, _ in hearth.host.requests if path.startswith("/api/"))
    assert mark(hearth) == {}
    # Once is enough.
    assert effect(hearth, "endLeftSession")["ok"]
    assert effect(hearth, "http", method="GET", path="/api/account")["ok"]
    assert len(asked(hearth.host)) == 3
    open_hearth(hearth)
    assert messages(hearth, "started")[0].get("left") is None


@pytest.mark.parametrize("status, kind", [(200, "text/html"), (502, "text/html"), (503, "application/json")])
def test_what_is_not_the_relays_word_ends_nothing(hearth, status, kind):
    answering(hearth.host, status, kind)
    effect(hearth, "forgetLeavingSession")
    hearth.host.requests.clear()
    assert effect(hearth, "endLeftSession")["failure"] == "offline"
    assert effect(hearth, "http", method="POST", path="/api/account")["failure"] == "offline"
    assert {path for _, path in asked(hearth.host)} == {"/api/session"}
    assert mark(hearth) == {"left": "1"}


def test_signing_out_with_the_relays_word_leaves_no_mark(hearth):
    assert effect(hearth, "forget")["ok"]
    assert mark(hearth) == {}
