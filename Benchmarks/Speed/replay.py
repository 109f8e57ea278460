"""Ten years of answers followed in the browser: what is done soon after opening, so that no tap waits for it."""

import tempfile

from figure import Figure, median
from history import sign_in, TODAY
from phone import SLOWER, chromium_that_remembers, seconds_until
from relay import SCRATCH, Relay

OPENINGS = 5

# Times the turn in which the core is told that the time has come to follow the answers.
LISTEN = """(() => {
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (source, host) => {
    const made = await instantiate(source, host);
    const core = { ...made.instance.exports };
    const receive = core.hearth_receive;
    core.hearth_receive = (at, length) => {
      const told = length < 500 ? new TextDecoder().decode(new Uint8Array(core.memory.buffer, at, length)) : '';
      const start = performance.now();
      const answer = receive(at, length);
      if (told.includes('"timer":"follow"')) window.benchFollowed = performance.now() - start;
      return answer;
    };
    return { module: made.module, instance: { exports: core } };
  };
})()"""


def replay():
    with Relay("--years", "10", "--per-day", "2", command=("demo",)) as relay:
        with tempfile.TemporaryDirectory(dir=SCRATCH, prefix="browser-") as folder, chromium_that_remembers(folder) as context:
            sign_in(context, relay, 0)
            quick = [followed(context, relay, 1) for _ in range(OPENINGS)]
            slow = [followed(context, relay, SLOWER) for _ in range(OPENINGS)]
    yield Figure(
        "ten years of weekly answers of two read from the log and followed, in the browser", f"{median(quick):.0f} ms",
        "≤ 60 ms", f"CPU {SLOWER}× slower: {median(slow):.0f} ms; native in Benchmarks/Engines", median(quick) <= 60,
    )  # fmt: skip


def followed(context, relay, slower):
    """Milliseconds of one replay on a page that has just been opened."""
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.add_init_script(LISTEN)
    seconds_until(page, relay.url, TODAY)
    while (taken := page.evaluate("window.benchFollowed ?? null")) is None:
        page.wait_for_timeout(100)
    page.close()
    return taken
