"""Photos on a slow phone: one of 12 megapixels, until it is shown, and a thousand in the story, scrolled through."""

import base64
import tempfile
from pathlib import Path

from figure import Figure, grouped, median, seconds
from history import press_come_in
from phone import KEPT, chromium, slow_tab
from relay import SCRATCH, Relay

TIMES = 5
MOMENTS, EACH = 250, 4

# A picture of colours that change slowly, and with noise as much in it as a photo has: of 12 megapixels, between two and three megabytes.
DRAW = """async ([width, height, grains]) => {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  const noise = crypto.getRandomValues(new Uint8Array(65536));
  for (let at = 0, n = 0; at < image.data.length; at += 4, n++) {
    const grain = (noise[(n * 31) & 65535] * grains) >> 8;
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


# Writes down the tasks that hold the page up. https://www.w3.org/TR/longtasks-1/
LONG_TASKS = """(() => {
  window.benchTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.benchTasks.push(duration);
  }).observe({ type: 'longtask' });
})()"""


def photos():
    with Relay(command=("demo",)) as relay, chromium() as browser:
        picture = drawn(browser, 4000, 3000, 16)
        context = phone(browser)
        page = slow_tab(context, network=False)
        come_in(page, relay)
        times = choose(page, picture)
    print(f"  {', '.join(seconds(time) for time in times)}", flush=True)
    yield Figure(
        "a photo of 12 megapixels chosen, scaled, encrypted and shown, CPU 4× slower", seconds(median(times)), "≤ 1.5 s",
        f"the first: {seconds(times[0])}, the slowest of {TIMES}: {seconds(max(times))}; {len(picture) / 1e6:.1f} MB as it is chosen",
        median(times) <= 1.5,
    )  # fmt: skip


def scroll():
    """As many photos as a phone keeps of some years, as wide as Hearth makes them."""
    with Relay(command=("demo",)) as relay, chromium() as browser:
        picture = drawn(browser, 2048, 1536, 0)
        context = phone(browser)
        page = context.new_page()
        come_in(page, relay)
        keep(page, picture)
        page.evaluate(KEPT)
        page.close()
        page = slow_tab(context, network=False)
        page.goto(relay.url)
        to_story(page)
        older = page.get_by_role("button", name="Show older ones")
        while older.count():
            older.click()
            page.wait_for_timeout(2000)
        count, height = page.evaluate("[document.querySelectorAll('.timeline .photo img').length, document.body.scrollHeight]")
        shown, tasks = scrolled(page, height)
    yield Figure(
        f"{grouped(count)} photos in the story, scrolled through, CPU 4× slower: tasks over 50 ms", str(len(tasks)), "none",
        f"the longest: {max(tasks, default=0):.0f} ms; {grouped(shown)} photos were seen, {len(picture) / 1e3:.0f} kB each",
        not tasks and count >= MOMENTS * EACH,
    )  # fmt: skip


def scrolled(page, height):
    """From the end of the list to its beginning, a screen a second: how many photos were drawn, and the tasks that held it up."""
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(5000)
    page.mouse.move(195, 422)
    page.evaluate(LONG_TASKS)
    # Held up once on purpose: whoever counts none must be able to count.
    page.evaluate("setTimeout(() => { const began = performance.now(); while (performance.now() - began < 100); })")
    page.wait_for_timeout(1000)
    if not page.evaluate("window.benchTasks.splice(0).length"):
        raise SystemExit("this browser doesn't tell of long tasks")
    page.evaluate(
        """() => {
          window.benchSeen = new Set();
          const note = ({ target }) => target.localName === 'img' && window.benchSeen.add(target.id);
          document.addEventListener('load', note, true);
        }"""
    )
    for _ in range(0, height, 200):
        page.mouse.wheel(0, -200)
        page.wait_for_timeout(100)
    return page.evaluate("window.benchSeen.size"), page.evaluate("window.benchTasks")


def keep(page, picture):
    with tempfile.TemporaryDirectory(dir=SCRATCH) as folder:
        paths = [Path(folder) / f"IMG_{number}.jpg" for number in range(EACH)]
        for path in paths:
            path.write_bytes(picture)
        for number in range(MOMENTS):
            page.locator("#moment-photos").set_input_files(paths)
            page.wait_for_function("(count) => document.querySelectorAll('.chosen .photo img[src]').length === count", arg=EACH)
            page.locator("#moment").fill(f"The evening of walk {number + 1}")
            page.get_by_role("button", name="Keep it", exact=True).click()
            page.wait_for_function("() => !document.querySelector('#moment').value")
    page.wait_for_timeout(10000)


def phone(browser):
    return browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")


def drawn(browser, width, height, grains):
    page = browser.new_page()
    page.goto("about:blank")
    # Only a page with a secure address may do all of it.
    page.route("**/*", lambda route: route.fulfill(body="<p>", content_type="text/html"))
    page.goto("https://picture.example/")
    picture = base64.b64decode(page.evaluate(DRAW, [width, height, grains]))
    page.close()
    return picture


def come_in(page, relay):
    press_come_in(page, relay)
    to_story(page)


def to_story(page):
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
