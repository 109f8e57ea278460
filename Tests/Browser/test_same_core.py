"""WebAssembly against native: what a browser told its core, told to the native core, gets the same answers byte for byte."""

import base64
import hashlib
import re
import struct
import subprocess

import pytest

from relay import ROOT, Relay, built_program

# Records the core that is in use: another takes the place of the first when its rest was wanted before it had come.
RECORD = """
    let recorded = [];
    const listen = (exports) => {
        const recording = recorded = [];
        const bytes = (at, length) => new Uint8Array(exports.memory.buffer, at >>> 0, length).slice();
        const receive = (at, length) => {
            const told = bytes(at, length);
            const answer = exports.hearth_receive(at, length);
            const size = new DataView(exports.memory.buffer).getUint32(answer >>> 0, true);
            recording.push([told, bytes(answer, size)]);
            return answer;
        };
        return { exports: { ...exports, hearth_receive: receive } };
    };
    const begin = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...all) => ({ instance: listen((await begin(...all)).instance.exports) });
    const text = (bytes) => {
        let out = '';
        for (let at = 0; at < bytes.length; at += 8192) out += String.fromCharCode(...bytes.subarray(at, at + 8192));
        return btoa(out);
    };
    globalThis.recordedFrames = () => recorded.map(([told, answer]) => [text(told), text(answer)]);
"""

# Every fifth of those that no training has seen, and last one to which the coach offers other words.
UNSEEN = (ROOT / "Tests/CoachTests/harm.txt").read_text().splitlines()
LINES = [line.split("|")[1] for line in UNSEEN if "|" in line and line[0] != "#"][::5] + ["You never listen to me."]


@pytest.fixture(scope="module")
def couple(tmp_path_factory, web):
    """A relay with Ana, Ben and their year."""
    relay = Relay(tmp_path_factory.mktemp("couple"), web, command=("demo",))
    yield relay
    relay.close()


@pytest.fixture
def page(chromium, couple):
    """Ana's phone, signed in, whose core is recorded."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    page = context.new_page()
    page.add_init_script(RECORD)
    page.goto(f"{couple.url}/sign-in")
    page.locator("input[autocomplete=username]").fill("ana")
    page.locator("input[type=password]").fill("copper lantern river")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=re.compile(", Ana$")).wait_for()
    yield page
    context.close()


def assert_native_answers_alike(page, folder):
    """Tells the native core what the browser's was told since the page was opened."""
    frames = page.evaluate("recordedFrames()")
    told = [base64.b64decode(frame) for frame, _ in frames]
    answers = [hashlib.sha256(base64.b64decode(answer)).hexdigest() for _, answer in frames]
    assert len(told) > 20, "a session was recorded"
    recording = folder / "session.frames"
    recording.write_bytes(b"".join(struct.pack("<I", len(frame)) + frame for frame in told))
    native = subprocess.run([built_program(), "replay", recording], capture_output=True, text=True, check=True)
    assert native.stdout.split() == answers


def test_wasm_and_native_give_the_same_answers(page, tmp_path):
    for place in ("Us", "Together", "Story", "Today"):
        page.get_by_role("navigation").get_by_role("button", name=place).click()
        page.get_by_role("heading", level=1).first.wait_for()
    assert_native_answers_alike(page, tmp_path)


def test_what_the_coach_makes_of_words_is_the_same(couple, page, tmp_path):
    """Harm, attacks and neither: the judgement is arithmetic, which WebAssembly must do as a machine does."""
    page.goto(f"{couple.url}/say-it-well")
    words = page.get_by_label("What do you want Ben to hear?", exact=True)
    for line in LINES:
        words.fill(line)
    page.locator(".offer").first.wait_for()
    assert_native_answers_alike(page, tmp_path)
