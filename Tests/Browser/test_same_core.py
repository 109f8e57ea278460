"""WebAssembly against native: what a browser told its core, told to the native core, gets the same answers byte for byte."""

import base64
import hashlib
import re
import struct
import subprocess

import pytest

from relay import Relay, built_program

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


@pytest.fixture(scope="module")
def couple(tmp_path_factory, web):
    """A relay with Ana, Ben and their year."""
    relay = Relay(tmp_path_factory.mktemp("couple"), web, command=("demo",))
    yield relay
    relay.close()


def test_wasm_and_native_give_the_same_answers(chromium, couple, tmp_path):
    context = chromium.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    page = context.new_page()
    page.add_init_script(RECORD)
    page.goto(f"{couple.url}/sign-in")
    page.locator("input[autocomplete=username]").fill("ana")
    page.locator("input[type=password]").fill("copper lantern river")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=re.compile(", Ana$")).wait_for()
    for place in ("Us", "Together", "Story", "Today"):
        page.get_by_role("navigation").get_by_role("button", name=place).click()
        page.get_by_role("heading", level=1).first.wait_for()
    frames = page.evaluate("recordedFrames()")
    context.close()

    told = [base64.b64decode(frame) for frame, _ in frames]
    answers = [hashlib.sha256(base64.b64decode(answer)).hexdigest() for _, answer in frames]
    assert len(told) > 20, "a session was recorded"
    recording = tmp_path / "session.frames"
    recording.write_bytes(b"".join(struct.pack("<I", len(frame)) + frame for frame in told))
    native = subprocess.run([built_program(), "replay", recording], capture_output=True, text=True, check=True)
    assert native.stdout.split() == answers
