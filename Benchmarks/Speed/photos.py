"""A photo on a slow phone: one of 12 megapixels, until it is shown."""

import base64
import tempfile
from pathlib import Path

from figure import Figure, median, seconds
from history import press_come_in
from phone import chromium, slow_tab
from relay import SCRATCH, Relay

TIMES = 5

# A picture with as much in it as a photo has: noise over colours that change slowly, so that it is between two and three megabytes.
DRAW = """async ([width, height]) => {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  const noise = crypto.getRandomValues(new Uint8Array(65536));
  for (let at = 0, n = 0; at < image.data.length; at += 4, n++) {
    const grain = noise[(n * 31) & 65535] >> 4;
    image.data[at] = ((n % width) / width) * 200 + grain;
    image.data[at + 1] = (n / width / height) * 200 + grain;
    image.data[at + 2] = 90 + grain;
    image.data[at + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text);
}"""

# From the choice of a file to a frame in which one more photo is drawn.
WATCH = """(() => {
  const drawn = () => [...document.querySelectorAll('.chosen .photo img')].filter((image) => image.naturalWidth).length;
  const before = drawn();
  window.benchPhoto = new Promise((resolve) => {
    document.querySelector('#moment-photos').addEventListener('change', () => {
      const began = performance.now();
      const look = () =>
        drawn() > before ? requestAnimationFrame(() => resolve(performance.now() - began)) : requestAnimationFrame(look);
      look();
    }, { capture: true, once: true });
  });
})()"""


def photos():
    with Relay(command=("demo",)) as relay, chromium() as browser:
        picture = drawn(browser)
        context = browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
        page = slow_tab(context, network=False)
        come_in(page, relay)
        times = choose(page, picture)
    print(f"  {', '.join(seconds(time) for time in times)}", flush=True)
    yield Figure(
        "a photo of 12 megapixels chosen, scaled, encrypted and shown, CPU 4× slower", seconds(median(times)), "≤ 1.5 s",
        f"the first: {seconds(times[0])}, the slowest of {TIMES}: {seconds(max(times))}; {len(picture) / 1e6:.1f} MB as it is chosen",
        median(times) <= 1.5,
    )  # fmt: skip


def drawn(browser):
    page = browser.new_page()
    page.goto("about:blank")
    # Only a page with a secure address may do all of it.
    page.route("**/*", lambda route: route.fulfill(body="<p>", content_type="text/html"))
    page.goto("https://picture.example/")
    picture = base64.b64decode(page.evaluate(DRAW, [4000, 3000]))
    page.close()
    return picture


def come_in(page, relay):
    press_come_in(page, relay)
    page.locator(".today .deed").wait_for()
    page.get_by_role("navigation").get_by_role("button", name="Story").click()
    page.locator("#moment-photos").wait_for(state="attached")
    page.wait_for_timeout(8000)


def choose(page, picture):
    times = []
    with tempfile.TemporaryDirectory(dir=SCRATCH) as folder:
        path = Path(folder) / "IMG_1.jpg"
        path.write_bytes(picture)
        for _ in range(TIMES):
            page.evaluate(WATCH)
            page.locator("#moment-photos").set_input_files(path)
            times.append(page.evaluate("window.benchPhoto") / 1000)
            page.locator(".chosen .photo button").first.click()
            page.wait_for_timeout(1000)
    return times
