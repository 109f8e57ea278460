"""A passkey beside the app lock's code, in the shim: what it opens, what is kept of it, and how each failure is told."""

import pytest

from authenticator import Authenticator
from kept import RAW
from shim_host import effect, messages, octets, open_hearth
from test_shim_crypto import ada, by_passphrase, golden, load, lock, native, put, seal, sign_in  # noqa: F401 (fixtures)
from test_shim_files import WATCH


@pytest.fixture
def device(engine, ada):  # noqa: F811
    return Authenticator(ada) if engine == "chromium" else None


def set_up(page, person, **changes):
    fields = {"passphrase": person["passphrase"], "called": "ada", **changes}
    return effect(page, "passkeyOn", **fields, **by_passphrase(person))


def failure(page, name="unlockByPasskey"):
    return effect(page, name).get("failure")


def stored(page):
    return messages(page, "started")[0]["stored"]


def ring(page):
    """What is kept of keys, as JSON would have it."""
    return next(value for store, key, value in page.evaluate(RAW) if (store, key) == ("keys", "ring"))


@pytest.mark.only("chromium")
def test_it_opens_what_the_passphrase_opens_and_no_key_lies_there(ada, native, device):  # noqa: F811
    put(ada, "records", "account", b'{"name":"ada"}')
    assert effect(ada, "passkeyState")["on"] is False
    assert "missing" not in effect(ada, "passkeyState")
    assert set_up(ada, native, passphrase="no")["failure"] == "wrongPassphrase"
    assert device.passkeys == [], "nobody is asked for a face who doesn't know the passphrase"
    assert set_up(ada, native)["ok"]
    assert effect(ada, "passkeyState")["on"] is True
    assert seal(ada, native, b"{}")["ok"]

    open_hearth(ada)
    locked = {"storage": True, "keys": True, "locked": True, "passkey": True, "passphrase": True, "account": None}
    assert stored(ada) == locked
    ada.evaluate(WATCH)
    ada.evaluate("""() => {
      const { get } = CredentialsContainer.prototype;
      CredentialsContainer.prototype.get = async function (...all) {
        const found = await get.apply(this, all);
        const { first } = found.getClientExtensionResults().prf.results;
        keys.push(Array.from(new Uint8Array(first), (byte) => byte.toString(16).padStart(2, '0')).join(''));
        return found;
      };
    }""")
    assert effect(ada, "load", store="records")["failure"] == "locked"
    response = effect(ada, "unlockByPasskey")
    assert response["ok"] and response["account"] == '{"name":"ada"}'
    assert seal(ada, native, b"{}")["ok"]
    # Neither what the passkey gave nor any key that was opened by it lies there as it is, and none that scripts could use.
    kept = str(ada.evaluate(RAW))
    known = ada.evaluate("keys")
    assert len(known) > 4 and not any(key in kept for key in known)
    assert "'usages'" not in kept

    # The passphrase opens it too, and nothing else does.
    open_hearth(ada)
    assert effect(ada, "unlock", code="no")["failure"] == "wrongCode"
    assert effect(ada, "unlock", code=native["passphrase"])["ok"]


@pytest.mark.only("chromium")
def test_a_code_stays_beside_it_and_an_open_phone_may_be_answered_by_either(ada, native, device):  # noqa: F811
    assert lock(ada, native)["ok"]
    assert set_up(ada, native)["ok"]
    open_hearth(ada)
    assert stored(ada) == {"storage": True, "keys": True, "locked": True, "passkey": True, "account": None}
    assert effect(ada, "unlock", code=native["passphrase"])["failure"] == "wrongCode"
    assert effect(ada, "unlock", code="2580")["ok"]
    assert effect(ada, "proveByPasskey")["ok"]
    assert effect(ada, "unlockOffByPasskey")["ok"]
    # With the lock gone no passkey opens anything.
    assert "passkey" not in {name for name, value in ring(ada).items() if value}
    open_hearth(ada)
    assert stored(ada)["locked"] is False


@pytest.mark.only("chromium")
def test_each_failure_has_its_name_and_the_passphrase_goes_on(ada, native, device):  # noqa: F811
    assert set_up(ada, native)["ok"]

    def answer(with_id, results):
        """Has the browser answer with a passkey of that id, and with these results."""
        open_hearth(ada)
        ada.evaluate(
            """([id, results]) => {
              CredentialsContainer.prototype.get = async ({ publicKey }) => ({
                rawId: id ? Uint8Array.of(1, 2, 3).buffer : publicKey.allowCredentials[0].id,
                getClientExtensionResults: () => results,
              });
            }""",
            [with_id, results],
        )

    def refuse(name):
        open_hearth(ada)
        ada.evaluate(
            "(name) => { CredentialsContainer.prototype.get = async () => { throw new DOMException('', name); }; }", name
        )

    answer("another", {"prf": {"results": {"first": [0] * 32}}})
    assert failure(ada) == "otherPasskey"
    answer(None, {})
    assert failure(ada) == "noPRF"
    for name, expected in (("NotAllowedError", "cancelled"), ("AbortError", "cancelled"), ("SecurityError", "unavailable")):
        refuse(name)
        assert failure(ada) == expected
    assert effect(ada, "unlock", code=native["passphrase"])["ok"]
    for asked in ("proveByPasskey", "unlockOffByPasskey"):
        assert failure(ada, asked) == "unavailable"
    # Nobody comes.
    open_hearth(ada)
    ada.evaluate("""() => {
      const plain = setTimeout;
      globalThis.setTimeout = (work, delay, ...rest) => plain(work, delay === 120000 ? 20 : delay, ...rest);
      CredentialsContainer.prototype.get = ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    }""")
    assert failure(ada) == "timeout"
    # Somebody has removed it in the device's settings; then the device doesn't know the face, after which it asks for none any more.
    open_hearth(ada)
    device.forget()
    assert failure(ada) == "cancelled"
    assert effect(ada, "unlock", code=native["passphrase"])["ok"]
    assert set_up(ada, native)["ok"]
    open_hearth(ada)
    assert effect(ada, "unlockByPasskey")["ok"]
    device.recognise(False)
    assert failure(ada) == "cancelled"
    assert effect(ada, "unlock", code=native["passphrase"])["ok"]


@pytest.mark.only("chromium")
def test_a_device_whose_passkeys_hold_no_key_is_told_and_stays_as_it_was(ada, native):  # noqa: F811
    Authenticator(ada, hasPrf=False)
    assert set_up(ada, native)["failure"] == "noPRF"
    open_hearth(ada)
    assert stored(ada)["locked"] is False
    assert seal(ada, native, b"{}")["ok"]


@pytest.mark.only("chromium")
def test_taken_off_it_opens_nothing_and_a_new_passphrase_opens_the_lock(ada, native, device):  # noqa: F811
    assert set_up(ada, native)["ok"]
    changed = effect(
        ada, "changePassphrase", current=native["passphrase"], passphrase="lamp ribbon", **by_passphrase(native)
    )
    new = {"salt": octets(changed["salt"]), "personByPassphrase": octets(changed["personByPassphrase"])}
    assert effect(ada, "passkeyOff", **new)["ok"]
    open_hearth(ada)
    assert stored(ada) == {"storage": True, "keys": True, "locked": True, "passphrase": True, "account": None}
    assert failure(ada) == "otherPasskey"
    assert effect(ada, "unlock", code=native["passphrase"])["failure"] == "wrongCode"
    assert effect(ada, "unlock", code="lamp ribbon")["ok"]


@pytest.mark.only("chromium")
def test_signing_in_again_ends_it_and_the_words_stay(ada, native, device):  # noqa: F811
    put(ada, "records", "x", b"1")
    assert set_up(ada, native)["ok"]
    open_hearth(ada)
    assert sign_in(ada, native)["ok"]
    assert load(ada, "records")[0] == {"x": b"1"}
    open_hearth(ada)
    assert stored(ada)["locked"] is True and "passkey" not in stored(ada)
    assert effect(ada, "unlock", code=native["passphrase"])["ok"]


@pytest.mark.only("firefox", "webkit")
def test_other_engines_say_why_it_cannot_be_had(ada):  # noqa: F811
    state = effect(ada, "passkeyState")
    assert state["on"] is False and state["missing"] in ("browser", "device")
