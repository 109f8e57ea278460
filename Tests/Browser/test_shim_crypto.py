"""The shim's keys, envelopes and local store in real browsers, held against the native vault by golden vectors.

`HEARTH_WRITE_GOLDEN=1` writes Tests/Golden/vault-browser.json anew; `VaultTests` reads it.
"""

import hashlib
import json
import os

import pytest

from engines import is_webkit
from kept import RAW
from shim_host import ROOT, effect, messages, octets, open_hearth, perform, wait_for

GOLDEN = ROOT / "Tests/Golden"
HEADER, SIGNATURE = 114, 64


def golden(name):
    return json.loads((GOLDEN / name).read_text())


def sign_in(page, person, **changes):
    """Signs in as a golden person; the response of the last step."""
    person = {**person, **changes}
    effect(page, "signInSecret", passphrase=person["passphrase"], salt=octets(person["salt"]))
    return effect(
        page,
        "openAccount",
        personByPassphrase=octets(person["personByPassphrase"]),
        salt=octets(person["salt"]),
        signingPrivate=octets(person["signingPrivate"]),
        spaces=[{"id": octets(person["space"]), "key": octets(person["spaceKey"])}],
    )


@pytest.fixture
def native():
    return golden("vault-native.json")


@pytest.fixture
def ada(hearth, native):
    """A page on which the golden person has signed in."""
    assert sign_in(hearth, native) == {**messages(hearth, "response")[-1], "ok": True, "failed": []}
    return hearth


def header(person, seal="00" * 16):
    return "0101" + person["space"] + "00" * 4 + person["account"] + "ab" * 16 + seal + "00" * 32 + "00" * 12


def sealing(person, body, start=b"item", key="1", **fields):
    """What is asked for to seal a body and to keep it in the outbox after `start`."""
    keep = {"store": "outbox", "key": key, "bytes": octets(start)}
    what = {"space": octets(person["space"]), "header": octets(header(person)), "body": octets(body)}
    return {**what, "keep": keep, **fields}


def seal(page, person, body, **fields):
    return effect(page, "seal", **sealing(person, body, **fields))


def open_all(page, person, *envelopes, authors=None):
    authors = {person["account"]: person["signingPublic"]} if authors is None else authors
    return effect(
        page,
        "open",
        space=octets(person["space"]),
        envelopes=[octets(one) for one in envelopes],
        authors={account: octets(key) for account, key in authors.items()},
    )["results"]


def flipped(envelope, index):
    changed = bytearray.fromhex(envelope)
    changed[index] ^= 0x10
    return changed.hex()


# Golden vectors


@pytest.mark.parametrize("name", ["vault-native.json", "vault-browser.json"])
def test_what_either_side_wrote_is_read_here(hearth, name):
    person = golden(name)
    response = effect(hearth, "signInSecret", passphrase=person["passphrase"], salt=octets(person["salt"]))
    assert response["secret"] == person["secret"]
    assert sign_in(hearth, person)["ok"]
    assert effect(hearth, "recoverySecret", code=person["recoveryCode"])["secret"] == person["recoverySecret"]

    space = octets(person["space"])
    ids = effect(hearth, "sealIds", space=space, names=list(person["sealIDs"]))["ids"]
    assert ids == list(person["sealIDs"].values())
    match = effect(hearth, "matchTokens", space=space, topic=person["topic"], items=list(person["matchTokens"]))
    assert (match["topic"], match["tokens"]) == (person["topicID"], list(person["matchTokens"].values()))

    written = person["envelopes"]
    results = open_all(hearth, person, *[one["envelope"] for one in written])
    assert [bytes.fromhex(result["body"]).decode() for result in results] == [one["body"] for one in written]
    assert [result["hash"] for result in results] == [one["hash"] for one in written]

    invitation = person["invitation"]
    assert effect(hearth, "readInvitation", secret=invitation["secret"])["lookup"] == invitation["lookup"]
    for role, card, mac in ((1, "card", "mac"), (2, "invitedCard", "invitedMAC")):
        fields = {
            "secret": invitation["secret"],
            "space": space,
            "card": octets(invitation[card]),
            "mac": octets(invitation[mac]),
        }
        assert effect(hearth, "verifyCard", role=role, **fields)["ok"]
        assert effect(hearth, "verifyCard", role=3 - role, **fields)["failure"] == "badCard"
    cards = [invitation["invitedCard"], invitation["card"]]
    assert fingerprint(hearth, cards) == fingerprint(hearth, cards[::-1]) == invitation["fingerprint"]
    # The number as the protocol has it, worked out by other means.
    halves = [
        digits(hashlib.pbkdf2_hmac("sha256", card, b"hearth/v1/number" + bytes.fromhex(person["space"]), 600_000), person)
        for card in sorted(bytes.fromhex(card) for card in cards)
    ]
    for order in (cards, cards[::-1]):
        compared = effect(hearth, "fingerprint", cards=[octets(card) for card in order], space=space)["text"]
        assert compared == " ".join(halves)


def fingerprint(page, parts):
    """The digits of two byte strings, as the shim makes them."""
    return page.evaluate(
        """async (parts) => {
          const { fingerprint } = await import('/shim/invitation.js');
          return fingerprint(parts.map((part) => Uint8Array.from(part)));
        }""",
        [list(bytes.fromhex(part)) for part in parts],
    )


def digits(stretched, person):
    """The same as docs/protocol.md says it, of what a card was stretched to and the space."""
    whole = hashlib.sha256(b"hearth/v1/fingerprint" + b"".join(sorted([stretched, bytes.fromhex(person["space"])]))).digest()
    number = int.from_bytes(whole[:10])
    return " ".join(f"{(number >> shift & 0xFFFFF) % 100_000:05}" for shift in (60, 40, 20, 0))


@pytest.mark.parametrize("name", ["vault-native.json", "vault-browser.json"])
def test_ones_own_key_comes_of_the_private_one(hearth, name):
    person = golden(name)
    assert sign_in(hearth, person)["ok"]
    assert effect(hearth, "ownKey")["key"] == person["signingPublic"]
    # Whose private key it is, nobody but its person can have said.
    forged = flipped(person["signingPrivate"], 40)
    assert not sign_in(hearth, person, signingPrivate=forged)["ok"]
    assert effect(hearth, "ownKey")["key"] == person["signingPublic"]


def test_what_the_browser_makes_is_what_the_native_vault_reads(hearth, native):
    """A whole person made in the browser; written as a golden file when asked."""
    passphrase = "où la lune ﬂotte 🌊"
    made = effect(hearth, "makeAccount", passphrase=passphrase)
    person = {
        name: made[name]
        for name in (
            "salt",
            "secret",
            "recoveryCode",
            "recoverySecret",
            "account",
            "personByPassphrase",
            "personByRecovery",
            "signingPublic",
            "signingPrivate",
            "space",
            "spaceKey",
        )
    }
    person["passphrase"] = passphrase
    assert sign_in(hearth, person)["ok"]
    space = octets(person["space"])
    names, items = ["", "check/2026-1"], ["the-door", "Kuß"]
    person["sealIDs"] = dict(zip(names, effect(hearth, "sealIds", space=space, names=names)["ids"]))
    match = effect(hearth, "matchTokens", space=space, topic="plan", items=items)
    person |= {"topic": "plan", "topicID": match["topic"], "matchTokens": dict(zip(items, match["tokens"]))}
    person["envelopes"] = []
    for body, name in (("{}", None), ('{"text":"☕️"}', "check/2026-1"), ("b" * 9000, None)):
        sealed = seal(hearth, person, body.encode(), **({"sealName": name} if name else {}))
        person["envelopes"].append(
            {
                "body": body,
                "seal": person["sealIDs"].get(name, "00" * 16),
                "envelope": sealed["envelope"],
                "hash": sealed["hash"],
            }
        )
    own = {"account": octets(person["account"]), "signingPublic": octets(person["signingPublic"])}
    packed = octets("00" * 1536)
    invitation = effect(hearth, "makeInvitation", space=space, key=octets(person["spaceKey"]), greeting=packed, **own)
    invited = {"account": octets(native["account"]), "signingPublic": octets(native["signingPublic"])}
    theirs = {name: octets(invitation[name]) for name in ("key", "card", "mac")}
    accepted = effect(hearth, "acceptInvitation", secret=invitation["secret"], space=space, **theirs, **invited)
    person["invitation"] = {
        **{name: invitation[name] for name in ("secret", "lookup", "key", "card", "mac")},
        "invitedCard": accepted["card"],
        "invitedMAC": accepted["mac"],
        "fingerprint": fingerprint(hearth, [invitation["card"], accepted["card"]]),
    }
    assert person.keys() == native.keys() and person["invitation"].keys() == native["invitation"].keys()
    if os.environ.get("HEARTH_WRITE_GOLDEN"):
        text = json.dumps(person, indent=2, ensure_ascii=False, sort_keys=True)
        (GOLDEN / "vault-browser.json").write_text(text + "\n")


def test_the_same_random_numbers_seal_to_the_same_bytes(ada, native):
    written = native["envelopes"][0]["envelope"]
    nonce = list(bytes.fromhex(written)[102:HEADER])
    ada.evaluate(
        "nonce => { crypto.getRandomValues = (array) => (array.set(nonce.slice(0, array.length)), array); }", nonce
    )
    sealed = seal(ada, native, b"", header=octets(written[: 2 * 102] + "00" * 12))
    assert sealed["envelope"][: -2 * SIGNATURE] == written[: -2 * SIGNATURE]


# Accounts


def test_a_wrong_passphrase_opens_nothing(hearth, native):
    assert sign_in(hearth, native, passphrase="another")["failure"] == "wrongPassphrase"
    assert seal(hearth, native, b"")["failure"] == "locked"


def test_a_host_that_asks_for_fewer_rounds_is_given_nothing(hearth, native):
    salt = octets(native["salt"])
    for rounds in (1, 599_999, 10_000_001, "600000x"):
        answer = effect(hearth, "signInSecret", passphrase=native["passphrase"], salt=salt, rounds=rounds)
        assert answer["failure"] == "badRounds" and "secret" not in answer
    same = effect(hearth, "signInSecret", passphrase=native["passphrase"], salt=salt, rounds=600_000)
    assert same["secret"] == native["secret"]


def test_a_passphrase_is_stretched_further_and_opens_the_same_keys(ada, native):
    put(ada, "records", "x", b"1")
    fields = {"passphrase": native["passphrase"], "rounds": 600_000, "target": 700_000, **by_passphrase(native)}
    made = effect(ada, "stretchPassphrase", **fields)
    assert made["currentSecret"] == native["secret"] != made["secret"]
    assert (made["salt"], made["rounds"]) == (native["salt"], 700_000)
    assert effect(ada, "stretchPassphrase", **{**fields, "passphrase": "no"})["failure"] == "wrongPassphrase"
    assert effect(ada, "stretchPassphrase", **{**fields, "target": 500_000})["failure"] == "badRounds"
    # It signs in with as many rounds and with no fewer, and this device still has what it had.
    wrapped = octets(made["personByPassphrase"])
    for rounds, opens in ((600_000, False), (700_000, True)):
        salt = octets(made["salt"])
        secret = effect(ada, "signInSecret", passphrase=native["passphrase"], salt=salt, rounds=rounds)["secret"]
        assert (secret == made["secret"]) is opens
        answer = effect(
            ada,
            "openAccount",
            personByPassphrase=wrapped,
            salt=salt,
            rounds=rounds,
            signingPrivate=octets(native["signingPrivate"]),
            spaces=[{"id": octets(native["space"]), "key": octets(native["spaceKey"])}],
        )
        assert answer["ok"] is opens
    assert load(ada, "records")[0] == {"x": b"1"}


def test_keys_that_are_not_this_persons_are_named_and_the_others_open(hearth, native):
    effect(hearth, "signInSecret", passphrase=native["passphrase"], salt=octets(native["salt"]))
    response = effect(
        hearth,
        "openAccount",
        personByPassphrase=octets(native["personByPassphrase"]),
        signingPrivate=octets(native["signingPrivate"]),
        spaces=[
            {"id": octets("11" * 16), "key": octets(native["spaceKey"])},
            {"id": octets(native["space"]), "key": octets(native["spaceKey"])},
        ],
    )
    assert response["failed"] == ["11" * 16]
    assert seal(hearth, native, b"{}")["ok"]


def test_the_recovery_code_sets_a_new_passphrase(hearth, native):
    typed = native["recoveryCode"].lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert effect(hearth, "recoverySecret", code=typed)["secret"] == native["recoverySecret"]
    fresh = effect(
        hearth, "recoverAccount", personByRecovery=octets(native["personByRecovery"]), passphrase="new words"
    )
    changed = {name: fresh[name] for name in ("salt", "secret", "personByPassphrase")}
    assert changed["salt"] != native["salt"]
    assert sign_in(hearth, native, **changed)["failure"] == "wrongPassphrase"
    assert sign_in(hearth, native, **changed, passphrase="new words")["ok"]
    assert open_all(hearth, native, native["envelopes"][0]["envelope"])[0]["body"] == ""


@pytest.mark.parametrize("code", ["", "0000-0000-0000-0000-0000-0000-0001", "U" * 28, "é" * 28, "0" * 27])
def test_a_mistyped_recovery_code_is_noticed(hearth, code):
    assert effect(hearth, "recoverySecret", code=code)["failure"] == "badCode"


def test_the_passphrase_and_the_recovery_code_can_be_changed(hearth, native):
    wrapped = {"personByPassphrase": octets(native["personByPassphrase"]), "salt": octets(native["salt"])}
    assert effect(hearth, "changePassphrase", current="no", passphrase="b", **wrapped)["failure"] == "wrongPassphrase"
    changed = effect(hearth, "changePassphrase", current=native["passphrase"], passphrase="b", **wrapped)
    assert changed["currentSecret"] == native["secret"]
    new = {name: changed[name] for name in ("salt", "secret", "personByPassphrase")}
    assert sign_in(hearth, native, **new, passphrase="b")["ok"]
    # The recovery code that comes with it opens the same keys.
    assert effect(hearth, "recoverySecret", code=changed["recoveryCode"])["secret"] == changed["recoverySecret"]
    fields = {"personByRecovery": octets(changed["personByRecovery"]), "passphrase": "a"}
    again = effect(hearth, "recoverAccount", **fields)
    assert sign_in(hearth, native, **{name: again[name] for name in new}, passphrase="a")["ok"]

    assert effect(hearth, "newRecoveryCode", passphrase="no", **wrapped)["failure"] == "wrongPassphrase"
    renewed = effect(hearth, "newRecoveryCode", passphrase=native["passphrase"], **wrapped)
    assert renewed["recoveryCode"] != native["recoveryCode"] and renewed["currentSecret"] == native["secret"]
    assert effect(hearth, "recoverySecret", code=renewed["recoveryCode"])["secret"] == renewed["recoverySecret"]
    fields = {"personByRecovery": octets(native["personByRecovery"]), "passphrase": "c"}
    assert effect(hearth, "recoverAccount", **fields)["failure"] == "badCode"
    fields["personByRecovery"] = octets(renewed["personByRecovery"])
    assert effect(hearth, "recoverAccount", **fields)["ok"]


# Envelopes


def test_sealed_envelopes_have_the_agreed_form(ada, native):
    for size, padded in ((0, 256), (252, 256), (253, 272), (5000, 5120), (63484, 63488)):
        sealed = seal(ada, native, b"x" * size)
        envelope = bytes.fromhex(sealed["envelope"])
        assert len(envelope) == HEADER + padded + 16 + SIGNATURE
        assert envelope[:102].hex() == header(native)[:204] and envelope[102:HEADER] != bytes(12)
        result = open_all(ada, native, sealed["envelope"])[0]
        assert result == {"body": (b"x" * size).hex(), "hash": sealed["hash"]}
    assert seal(ada, native, b"x" * 63485)["failure"] == "entryTooLarge"
    first, second = (seal(ada, native, b"")["envelope"] for _ in range(2))
    assert first[204:228] != second[204:228]


def test_a_seal_is_filled_in_by_name(ada, native):
    name = "check/2026-1"
    sealed = seal(ada, native, b"{}", sealName=name)["envelope"]
    assert sealed[108:140] == native["sealIDs"][name]
    assert open_all(ada, native, sealed)[0]["body"] == b"{}".hex()


def test_every_changed_byte_is_noticed(ada, native):
    envelope = native["envelopes"][0]["envelope"]
    count = len(envelope) // 2
    results = open_all(ada, native, *[flipped(envelope, index) for index in range(count)])
    assert len(results) == count
    for index, result in enumerate(results):
        assert "body" not in result, f"byte {index}"
        assert result["failure"] == (
            "format" if index < 18 else "unknownAuthor" if 22 <= index < 38 else "signature"
        ), f"byte {index}"


def test_what_cannot_be_opened_hides_nothing_else(ada, native):
    good = native["envelopes"][0]["envelope"]
    results = open_all(ada, native, "", "0101", good[:-2], good, "00" * 70000)
    assert [result.get("failure") for result in results] == ["format", "format", "format", None, "format"]


@pytest.fixture
def pages():
    """Pages as the relay sends them; `Tests/VaultTests/GoldenPageTests.swift` says what is in them."""
    return {name: bytes.fromhex(page) for name, page in golden("page.json").items()}


def read_page(page, person, content, **how):
    page.host.files["/api/page"] = content
    authors = {person["account"]: octets(person["signingPublic"])}
    how = {"space": octets(person["space"]), "authors": authors, **how}
    return effect(page, "http", method="GET", path="/api/page", open=how)


def test_the_last_page_is_opened_as_it_is_read(ada, native, pages):
    written = native["envelopes"]
    response = read_page(ada, native, pages["last"])
    assert response["status"] == 200 and bytes.fromhex(response["body"]) == pages["last"]
    first, erased, second, later, third, bad = response["opened"]
    assert erased is None and later is None
    good = [first, second, third]
    assert [bytes.fromhex(result["body"]).decode() for result in good] == [one["body"] for one in written]
    assert [result["hash"] for result in good] == [one["hash"] for one in written]
    assert bad["failure"] == "format"


def test_a_page_that_is_followed_or_cannot_be_opened_comes_as_it_is(ada, native, pages):
    for page in (pages["followed"], pages["last"][:-1], pages["last"][:-20], b"", b"{}"):
        response = read_page(ada, native, page)
        assert response["ok"] and bytes.fromhex(response["body"]) == page and "opened" not in response
    assert "opened" not in read_page(ada, native, pages["last"], space=octets("22" * 16))


def test_an_author_counts_by_key_not_by_name(ada, native, browser):
    good = native["envelopes"][0]["envelope"]
    other = golden("vault-browser.json")["signingPublic"]
    assert open_all(ada, native, good, authors={})[0]["failure"] == "unknownAuthor"
    assert open_all(ada, native, good, authors={native["account"]: other})[0]["failure"] == "signature"
    # WebKit takes for a key what is none, and then finds that it has signed nothing.
    refusal = "signature" if is_webkit(browser) else "unknownAuthor"
    assert open_all(ada, native, good, authors={native["account"]: "04" + "11" * 64})[0]["failure"] == refusal


def test_a_signed_body_in_another_spaces_key_is_told_apart(ada, native):
    """A member signs correctly, but encrypts with a key that isn't the space's."""
    made = effect(ada, "makeSpace")
    effect(ada, "openSpaces", spaces=[{"id": octets(made["space"]), "key": octets(made["key"])}])
    person = {**native, "space": made["space"]}
    sealed = seal(ada, person, b"{}")["envelope"]
    assert open_all(ada, person, sealed)[0]["body"] == b"{}".hex()
    assert open_all(ada, native, sealed)[0]["failure"] == "format"
    # The same id again under another key: what was written with the first doesn't open.
    again = effect(ada, "makeSpace")
    effect(ada, "openSpaces", spaces=[{"id": octets(made["space"]), "key": octets(again["key"])}])
    assert open_all(ada, person, sealed)[0]["body"] == b"{}".hex()


def test_a_space_that_was_never_opened_is_unknown(ada, native):
    assert seal(ada, {**native, "space": "22" * 16}, b"")["failure"] == "unknownSpace"


# Invitations


def invitation_fields(person):
    kept = person["invitation"]
    return {
        "secret": kept["secret"],
        "space": octets(person["space"]),
        "key": octets(kept["key"]),
        "card": octets(kept["card"]),
        "mac": octets(kept["mac"]),
        "account": octets("33" * 16),
        "signingPublic": octets(person["signingPublic"]),
    }


def test_an_invitation_leads_into_the_space(ada, native):
    browser = golden("vault-browser.json")
    accepted = effect(ada, "acceptInvitation", **invitation_fields(browser))
    assert accepted["ok"] and accepted["card"] == "33" * 16 + browser["signingPublic"]
    effect(ada, "openSpaces", spaces=[{"id": octets(browser["space"]), "key": octets(accepted["key"])}])
    written = browser["envelopes"][0]
    assert bytes.fromhex(open_all(ada, browser, written["envelope"])[0]["body"]).decode() == written["body"]


def test_a_greeting_is_read_as_the_protocol_has_it_and_made_so(ada, native):
    kept = golden("invitation-greeting.json")
    opened = effect(
        ada, "openGreeting", secret=kept["secret"], space=octets(kept["space"]), greeting=octets(kept["sealed"])
    )  # fmt: skip
    packed = bytes.fromhex(opened["greeting"])
    name, line = kept["name"].encode(), kept["line"].encode()
    assert packed == (len(name).to_bytes(2) + name + len(line).to_bytes(2) + line).ljust(1536, b"\0")
    # What this side seals, it opens, and by no other link, for no other space, and unchanged only.
    own = {name: octets(native[name]) for name in ("account", "signingPublic")}
    space = octets(native["space"])
    made = effect(
        ada, "makeInvitation", space=space, key=octets(native["spaceKey"]), greeting=octets(packed), **own
    )  # fmt: skip
    asked = {"secret": made["secret"], "space": space, "greeting": octets(made["greeting"])}
    assert effect(ada, "openGreeting", **asked)["greeting"] == packed.hex()
    for change in (
        {"secret": kept["secret"]}, {"space": octets(kept["space"])},
        {"greeting": octets(flipped(made["greeting"], 40))}, {"greeting": octets("")},
    ):
        assert effect(ada, "openGreeting", **{**asked, **change})["failure"] == "badInvitation"


@pytest.mark.parametrize("field", ["space", "key", "card", "mac"])
def test_an_invitation_that_was_tampered_with_is_refused(ada, field):
    fields = invitation_fields(golden("vault-browser.json"))
    fields[field] = octets(flipped(fields[field]["hex"], 15))
    assert effect(ada, "acceptInvitation", **fields)["failure"] == "badInvitation"


@pytest.mark.parametrize("secret", ["", "short", "A" * 21 + "!", "A" * 21 + "B", "A" * 23])
def test_what_is_no_invitation_is_refused(hearth, secret):
    assert effect(hearth, "readInvitation", secret=secret)["failure"] == "badInvitation"


# Matches


def test_a_list_says_not_how_many_it_holds_nor_in_which_order(ada, native):
    space, items = octets(native["space"]), list(native["matchTokens"])
    response = effect(ada, "matchList", space=space, topic="plan", items=items)
    assert response["topic"] == native["topicID"]
    assert len(set(response["tokens"])) == 64 and response["tokens"] == sorted(response["tokens"])
    assert set(native["matchTokens"].values()) <= set(response["tokens"])
    full = [f"item {number}" for number in range(64)]
    assert len(effect(ada, "matchList", space=space, topic="plan", items=full)["tokens"]) == 64
    assert effect(ada, "matchList", space=space, topic="plan", items=[*full, "one more"])["failure"] == "tooMany"


# What stays on the device

def put(page, store, key, content):
    return effect(page, "store", put=[{"store": store, "key": key, "bytes": octets(content)}])


def load(page, store):
    response = effect(page, "load", store=store)
    return {record["key"]: bytes.fromhex(record["bytes"]) for record in response["records"]}, response["unreadable"]


def test_stored_records_come_back_and_lie_there_encrypted(ada):
    assert put(ada, "segments", "1", b"something intimate")["ok"]
    assert put(ada, "records", "account", b'{"name":"ada"}')["ok"]
    open_hearth(ada)
    assert messages(ada, "started")[0]["stored"] == {
        "storage": True,
        "keys": True,
        "locked": False,
        "account": '{"name":"ada"}',
    }
    assert load(ada, "segments") == ({"1": b"something intimate"}, [])
    raw = str(ada.evaluate(RAW))
    assert b"intimate".hex() not in raw and b"ada".hex() not in raw and "'hidden'" in raw and "'extractable'" not in raw
    assert ada.complaints == []


def test_no_kept_key_both_wraps_and_encrypts(ada):
    keys = [value for value in str(ada.evaluate(RAW)).split("'usages': '")[1:]]
    assert [value.split("'")[0] for value in keys] == ["unwrapKey,wrapKey"]


def test_a_person_signed_in_here_can_go_on_after_a_reload(ada, native):
    open_hearth(ada)
    sealed = seal(ada, native, b"{}")
    assert open_all(ada, native, sealed["envelope"])[0]["body"] == b"{}".hex()


def test_deleting_records_one_or_all(ada):
    for key in ("1", "2"):
        put(ada, "outbox", key, b"x")
    put(ada, "segments", "1", b"y")
    effect(
        ada,
        "store",
        put=[{"store": "outbox", "key": "3", "bytes": octets(b"z")}],
        delete=[{"store": "outbox", "key": "1"}],
    )
    assert load(ada, "outbox")[0] == {"2": b"x", "3": b"z"}
    effect(ada, "store", delete=[{"store": "outbox"}])
    assert load(ada, "outbox")[0] == {} and load(ada, "segments")[0] == {"1": b"y"}


def test_changes_land_in_the_order_they_were_asked_for(ada):
    large, small = octets(b"a" * 3_000_000), octets(b"b")
    perform(
        ada,
        effects=[
            {"do": "store", "put": [{"store": "records", "key": "x", "bytes": large}]},
            {"do": "store", "put": [{"store": "records", "key": "x", "bytes": small}]},
        ],
    )
    assert load(ada, "records")[0] == {"x": b"b"}


def kept(start, sealed):
    """What an envelope is kept as: the beginning, then the envelope and its hash, each with its count."""
    parts = [bytes.fromhex(sealed[name]) for name in ("envelope", "hash")]
    return start + b"".join(len(part).to_bytes(8, "big") + part for part in parts)


def test_an_envelope_is_kept_as_it_is_made(ada, native):
    other = ada.context.new_page()
    other.host = ada.host
    open_hearth(other)
    sealed = seal(ada, native, b"{}", start=b"beginning", key="x")
    assert sealed["ok"] and "unkept" not in sealed
    assert load(ada, "outbox") == ({"x": kept(b"beginning", sealed)}, [])
    wait_for(other, "otherTab")


def test_an_envelope_takes_its_place_among_the_changes_however_long_it_takes(ada, native):
    ada.evaluate("""() => {
      const { sign } = crypto.subtle;
      crypto.subtle.sign = async (...given) => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        return sign.apply(crypto.subtle, given);
      };
    }""")
    put(ada, "outbox", "gone", b"words")
    perform(
        ada,
        effects=[
            {"do": "seal", **sealing(native, b"{}", key="gone")},
            {"do": "seal", **sealing(native, b"{}", key="parked")},
            {"do": "seal", **sealing(native, b"x" * 70_000, key="too large")},
            {"do": "store", "put": [{"store": "outbox", "key": "parked", "bytes": octets(b"parked")}]},
            {"do": "store", "delete": [{"store": "outbox", "key": "gone"}]},
        ],
    )
    assert load(ada, "outbox")[0] == {"parked": b"parked"}
    perform(ada, effects=[{"do": "seal", **sealing(native, b"{}")}])
    assert effect(ada, "forget")["ok"]
    assert ada.evaluate(RAW) == []


@pytest.mark.parametrize("name", ["full", "storage"])
def test_an_envelope_that_cannot_be_kept_is_told_and_given_all_the_same(ada, native, name):
    ada.evaluate(
        """name => {
          const error = name === 'full' ? new DOMException('', 'QuotaExceededError') : null;
          Object.defineProperty(IDBTransaction.prototype, 'error', { get: () => error });
          const put = IDBObjectStore.prototype.put;
          IDBObjectStore.prototype.put = function (...given) {
            put.apply(this, given);
            this.transaction.abort();
          };
        }""",
        name,
    )
    sealed = seal(ada, native, b"{}")
    assert sealed["ok"] and sealed["unkept"] == name
    assert open_all(ada, native, sealed["envelope"])[0]["body"] == b"{}".hex()
    assert load(ada, "outbox")[0] == {}


def test_a_record_that_was_moved_or_changed_is_reported_and_the_others_load(ada):
    for key in ("1", "2", "3"):
        put(ada, "segments", key, key.encode() * 10)
    ada.evaluate("""async () => {
      const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
      const database = await done(indexedDB.open('hearth'));
      const store = database.transaction('segments', 'readwrite').objectStore('segments');
      await done(store.put(await done(store.get('1')), '2'));
      await done(store.put(new Uint8Array(5), '4'));
      database.close();
    }""")
    records, unreadable = load(ada, "segments")
    assert records == {"1": b"1" * 10, "3": b"3" * 10} and sorted(unreadable) == ["2", "4"]


def test_forgetting_leaves_nothing(ada):
    put(ada, "segments", "1", b"x")
    assert effect(ada, "forget")["ok"]
    assert ada.evaluate(RAW) == []
    assert ada.evaluate("indexedDB.databases()") == []
    assert effect(ada, "load", store="segments")["failure"] == "locked"
    open_hearth(ada)
    assert messages(ada, "started")[0]["stored"]["keys"] is False


def test_signing_in_again_keeps_the_store_and_another_person_does_not_get_it(ada, native):
    put(ada, "outbox", "1", b"not yet sent")
    assert sign_in(ada, native)["ok"]
    assert load(ada, "outbox")[0] == {"1": b"not yet sent"}
    assert sign_in(ada, golden("vault-browser.json"))["ok"]
    assert load(ada, "outbox") == ({}, [])


def test_another_tab_hears_of_changes_and_of_being_forgotten(ada, native):
    other = ada.context.new_page()
    other.host = ada.host
    open_hearth(other)
    put(ada, "records", "x", b"1")
    wait_for(other, "otherTab")
    assert messages(ada, "otherTab") == []
    assert load(other, "records")[0] == {"x": b"1"}
    with other.expect_navigation():
        effect(ada, "forget")
    other.wait_for_selector("#hearth:empty", state="attached")
    assert messages(other, "started")[0]["stored"]["keys"] is False


# The app lock


def by_passphrase(person):
    return {"personByPassphrase": octets(person["personByPassphrase"]), "salt": octets(person["salt"])}


def lock(page, person, **changes):
    fields = {"code": "2580", "passphrase": person["passphrase"], **changes}
    return effect(page, "lock", **fields, **by_passphrase(person))


def test_with_the_lock_on_nothing_on_the_device_opens_without_the_code(ada, native):
    put(ada, "records", "account", b'{"name":"ada"}')
    assert lock(ada, native, passphrase="no")["failure"] == "wrongPassphrase"
    assert lock(ada, native)["ok"]
    assert "'usages'" not in str(ada.evaluate(RAW))
    assert seal(ada, native, b"{}")["ok"]

    open_hearth(ada)
    assert messages(ada, "started")[0]["stored"] == {"storage": True, "keys": True, "locked": True, "account": None}
    assert effect(ada, "load", store="records")["failure"] == "locked"
    assert effect(ada, "unlock", code="0852")["failure"] == "wrongCode"
    response = effect(ada, "unlock", code="2580")
    assert response["ok"] and response["account"] == '{"name":"ada"}'
    assert seal(ada, native, b"{}")["ok"]

    # Spaces that come later don't bring a usable key with them, nor does signing in again.
    made = effect(ada, "makeSpace")
    effect(ada, "openSpaces", spaces=[{"id": octets(made["space"]), "key": octets(made["key"])}])
    sign_in(ada, native)
    assert "'usages'" not in str(ada.evaluate(RAW))

    # An open phone asks who holds it.
    for button in ("prove", "unlockOff"):
        assert effect(ada, button, proof="0852", **by_passphrase(native))["failure"] == "wrongPassphrase"
    for proof in ("2580", native["passphrase"]):
        assert effect(ada, "prove", proof=proof, **by_passphrase(native))["ok"]
    assert effect(ada, "unlockOff", proof="2580", **by_passphrase(native))["ok"]
    assert effect(ada, "prove", proof="2580", **by_passphrase(native))["failure"] == "wrongPassphrase"
    open_hearth(ada)
    assert messages(ada, "started")[0]["stored"]["locked"] is False
    assert seal(ada, {**native, "space": made["space"]}, b"{}")["failure"] == "unknownSpace"
    assert seal(ada, native, b"{}")["ok"]


def test_each_time_the_lock_is_taken_off_another_key_lies_on_the_device(ada, native):
    ada.evaluate("""() => {
      const { generateKey } = SubtleCrypto.prototype;
      SubtleCrypto.prototype.generateKey = async function (algorithm, extractable, usages) {
        const key = await generateKey.call(this, algorithm, extractable, usages);
        if (!extractable) (globalThis.made ??= []).push(key);
        return key;
      };
    }""")
    for _ in range(2):
        assert lock(ada, native)["ok"]
        assert effect(ada, "unlockOff", proof="2580", **by_passphrase(native))["ok"]
    assert ada.evaluate("made.length") == 2
    open_hearth(ada)
    assert seal(ada, native, b"{}")["ok"]


def test_another_tab_is_locked_and_opened_with_this_one_and_undoes_neither(ada, native):
    made = effect(ada, "makeSpace")
    other = ada.context.new_page()
    other.host = ada.host
    open_hearth(other)
    with other.expect_navigation():
        assert lock(ada, native)["ok"]
    other.wait_for_selector("#hearth:empty", state="attached")
    assert messages(other, "started")[0]["stored"]["locked"] is True
    with other.expect_navigation():
        assert effect(ada, "unlockOff", proof="2580", **by_passphrase(native))["ok"]
    other.wait_for_selector("#hearth:empty", state="attached")
    assert messages(other, "started")[0]["stored"]["locked"] is False
    # One that has not heard of the lock yet keeps a new space's key, and leaves the lock as it is.
    ada.evaluate("() => { BroadcastChannel.prototype.postMessage = () => {}; }")
    assert lock(ada, native)["ok"]
    assert effect(other, "openSpaces", spaces=[{"id": octets(made["space"]), "key": octets(made["key"])}])["ok"]
    open_hearth(other)
    assert messages(other, "started")[0]["stored"]["locked"] is True
    assert effect(other, "unlock", code="2580")["ok"]
    assert seal(other, {**native, "space": made["space"]}, b"{}")["ok"]


# As an earlier version left a device: the person key itself lay beside the rest.
EARLIER = """async () => {
  const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const bucket = await navigator.storageBuckets?.open('hearth-key');
  const apart = await done((bucket?.indexedDB ?? indexedDB).open('hearth-key'));
  const device = await done(apart.transaction('key').objectStore('key').get('hearth-key'));
  apart.close();
  const database = await done(indexedDB.open('hearth'));
  const ring = await done(database.transaction('keys').objectStore('keys').get('ring'));
  const { device: wrapped, ...rest } = ring;
  const about = new TextEncoder().encode('hearth/v1/person-key');
  const how = { name: 'AES-GCM', iv: wrapped.slice(0, 12), additionalData: about };
  const uses = ['wrapKey', 'unwrapKey'];
  const person = await crypto.subtle.unwrapKey('raw', wrapped.slice(12), device, how, 'AES-GCM', false, uses);
  await done(database.transaction('keys', 'readwrite').objectStore('keys').put({ ...rest, person }, 'ring'));
  database.close();
  await navigator.storageBuckets?.delete('hearth-key');
  await done(indexedDB.deleteDatabase('hearth-key'));
}"""


def test_a_device_of_an_earlier_version_goes_on_and_is_locked_as_any_other(ada, native):
    put(ada, "records", "x", b"1")
    ada.evaluate(EARLIER)
    for _ in range(2):
        open_hearth(ada)
        assert messages(ada, "started")[0]["stored"]["locked"] is False
        assert load(ada, "records")[0] == {"x": b"1"}
        assert seal(ada, native, b"{}")["ok"]
    assert [store for store, _, value in ada.evaluate(RAW) if "'usages'" in str(value)] == ["key"]
    assert lock(ada, native)["ok"]
    assert "'usages'" not in str(ada.evaluate(RAW))
    open_hearth(ada)
    assert effect(ada, "unlock", code="2580")["ok"]
    assert load(ada, "records")[0] == {"x": b"1"}
    # Signing in with such a device's records keeps them.
    assert effect(ada, "unlockOff", proof="2580", **by_passphrase(native))["ok"]
    ada.evaluate(EARLIER)
    assert sign_in(ada, native)["ok"]
    assert load(ada, "records")[0] == {"x": b"1"}
    open_hearth(ada)
    assert load(ada, "records")[0] == {"x": b"1"}


def test_a_browser_that_cleared_the_key_asks_to_sign_in_and_the_rest_is_kept(ada, native):
    put(ada, "records", "x", b"1")
    ada.evaluate("""async () => {
      await navigator.storageBuckets?.delete('hearth-key');
      await new Promise((resolve) => (indexedDB.deleteDatabase('hearth-key').onsuccess = resolve));
    }""")
    open_hearth(ada)
    stored = messages(ada, "started")[0]["stored"]
    assert stored == {"storage": True, "keys": False, "locked": False, "account": None}
    assert sign_in(ada, native)["ok"]
    assert load(ada, "records")[0] == {"x": b"1"}


def test_keys_are_put_away_while_the_page_stays_open(ada, native):
    assert effect(ada, "lockNow")["failure"] == "unlocked"
    put(ada, "records", "x", b"1")
    lock(ada, native)
    # What was asked to be kept before is kept.
    ada.evaluate("fake.effect({do: 'store', put: [{store: 'records', key: 'y', bytes: {hex: '02'}}]})")
    assert effect(ada, "lockNow")["ok"]
    assert effect(ada, "load", store="records")["failure"] == "locked"
    assert seal(ada, native, b"{}")["failure"] == "locked"
    assert effect(ada, "lockNow")["failure"] == "unlocked"
    assert effect(ada, "unlock", code="2580")["ok"]
    assert load(ada, "records")[0] == {"x": b"1", "y": b"\x02"}


def test_a_forgotten_code_yields_to_the_passphrase(ada, native):
    put(ada, "records", "x", b"1")
    lock(ada, native)
    open_hearth(ada)
    assert sign_in(ada, native)["ok"]
    assert load(ada, "records")[0] == {"x": b"1"}
    assert effect(ada, "unlockOff", proof=native["passphrase"], **by_passphrase(native))["ok"]
    open_hearth(ada)
    assert messages(ada, "started")[0]["stored"]["locked"] is False
