"""What lies in the browser's own files, as whoever copies them finds it: no key that opens anything, where the lock is on or
somebody has signed out."""

from pathlib import Path

import pytest

from shim_host import effect, fake_core, octets, open_hearth
from test_shim_crypto import by_passphrase, golden, lock, put, sign_in

# Every key that the page makes or unwraps can be read by the test. Nothing else about it is changed, nor how it is kept.
WATCH = """() => {
  globalThis.keys = [];
  const note = async (key) => {
    const raw = new Uint8Array(await crypto.subtle.exportKey(key.type === 'private' ? 'pkcs8' : 'raw', key));
    keys.push(Array.from(raw, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  };
  const watch = (name, at) => {
    const plain = SubtleCrypto.prototype[name];
    SubtleCrypto.prototype[name] = async function (...all) {
      // What keys are derived from is never given out, so it is taken for another kind.
      const isRoot = all[at - 1] === 'HKDF';
      if (isRoot) await note(await plain.apply(this, [...all.slice(0, at - 1), 'AES-GCM', true, ['encrypt']]));
      else all[at] = true;
      const made = await plain.apply(this, all);
      if (!isRoot && (made.privateKey ?? made).algorithm.name !== 'HMAC') await note(made.privateKey ?? made);
      return made;
    };
  };
  watch('generateKey', 1);
  watch('deriveKey', 3);
  watch('unwrapKey', 5);
}"""


@pytest.fixture
def profile(tmp_path):
    return tmp_path / "profile"


@pytest.fixture
def started(engines, host, profile):
    """Opens Hearth in a Chromium that keeps its files in a folder; all that are open end with the test."""
    contexts = []

    def start():
        context = engines.keeping(profile)
        contexts.append(context)
        page = context.pages[0]
        fake_core(host, page)
        open_hearth(page)
        page.evaluate(WATCH)
        return page

    yield start
    for context in contexts:
        context.close()


def found(page, profile):
    """Which of the keys so far lie in the profile's files as they are; the browser is closed before, so that all is written."""
    keys = {bytes.fromhex(key) for key in page.evaluate("keys")}
    assert len(keys) > 5
    page.context.close()
    content = [path.read_bytes() for path in Path(profile).rglob("*") if path.is_file() and not path.is_symlink()]
    assert sum(map(len, content)) > 1_000_000
    return [key for key in keys if any(key in one for one in content)]


@pytest.fixture
def native():
    return golden("vault-native.json")


def test_without_the_lock_one_key_lies_there_which_this_finds(started, profile, native):
    page = started()
    assert sign_in(page, native)["ok"]
    put(page, "records", "x", b"1")
    assert len(found(page, profile)) == 1


def test_with_the_lock_on_no_key_lies_there(started, profile, native):
    page = started()
    assert sign_in(page, native)["ok"]
    put(page, "records", "x", b"1")
    assert lock(page, native)["ok"]
    put(page, "records", "y", b"2")
    made = effect(page, "makeSpace")
    effect(page, "openSpaces", spaces=[{"id": octets(made["space"]), "key": octets(made["key"])}])
    assert sign_in(page, native)["ok"]
    assert found(page, profile) == []


def test_a_lock_that_was_off_for_a_while_is_a_lock_again(started, profile, native):
    page = started()
    assert sign_in(page, native)["ok"]
    for _ in range(2):
        assert lock(page, native)["ok"]
        assert effect(page, "unlockOff", proof="2580", **by_passphrase(native))["ok"]
    assert lock(page, native)["ok"]
    assert found(page, profile) == []


def test_after_signing_out_no_key_lies_there(started, profile, native):
    page = started()
    assert sign_in(page, native)["ok"]
    put(page, "records", "x", b"1")
    page.evaluate("localStorage.x = sessionStorage.x = 'hearth'")
    assert effect(page, "forget")["ok"]
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("indexedDB.databases()") == []
    assert page.evaluate("navigator.storageBuckets.keys()") == []
    assert found(page, profile) == []
