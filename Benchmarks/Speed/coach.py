"""The coach on a slow phone: how long it takes to answer one letter with marks, reasons and offers."""

from figure import Figure, median
from history import PASSPHRASE, late
from phone import chromium, slow_tab
from relay import Relay

MESSAGES = [
    "You never listen to me, you are on your phone the second I start.",
    "Whatever. You only came because your mother told you to, and you should be ashamed.",
    "I was so angry last night that I cried in the car, and I would like to tell you about it when you have ten minutes.",
]

# Types a text letter by letter; gives the milliseconds of each turn, from the browser's event to the changed page, painting
# left out.
TYPE = """(field, text) => [...text].map((letter) => {
  field.value += letter;
  const start = performance.now();
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return performance.now() - start;
})"""


def letters():
    with Relay(command=("demo",)) as relay, chromium() as browser:
        context = browser.new_context(viewport={"width": 390, "height": 844})
        page = slow_tab(context, network=False)
        page.goto(f"{relay.url}/sign-in")
        page.get_by_label("Sign-in name").fill("ana")
        page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
        page.get_by_role("button", name="Come in", exact=True).click()
        page.locator(".today .deed").wait_for()
        page.wait_for_timeout(3000)
        page.get_by_role("navigation").get_by_role("button", name="Together").click()
        page.get_by_role("button", name="Say it well").click()
        field = page.locator("#say")
        field.fill(MESSAGES[0])
        page.locator(".reasons").wait_for()
        helped = turns(page, field)
        page.goto(f"{relay.url}/journal")
        plain = turns(page, page.locator("#page"))
    yield Figure(
        "the coach answers a letter in the browser, CPU 4× slower, median",
        f"{median(helped):.1f} ms", "≤ 5 ms",
        f"95 % within {late(helped):.1f} ms; a field that it doesn't read: {median(plain):.1f} ms",
        median(helped) <= 5,
    )  # fmt: skip


def turns(page, field):
    """Each message typed twice; the first time the browser may still be compiling."""
    taken = []
    for repeat in range(2):
        for message in MESSAGES:
            field.fill("")
            page.wait_for_timeout(300)
            found = field.evaluate(TYPE, message)
            taken += found if repeat else []
    return taken
