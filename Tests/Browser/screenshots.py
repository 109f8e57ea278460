"""Takes the pictures in docs/screenshots: Today and Us of the demo couple on phone and desktop, by day and by night, and one each of
other pages (docs/tour.md).

Run by script/screenshots, after script/build.
"""

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import sync_playwright

from demo import demo_person
from people import LAPTOP, PHONE
from relay import ROOT, Relay, built_page

BOTH = ("light", "dark")
# Each picture's name and page, and in which light it is taken.
PAGES = {
    "phone": {
        "today": ("/", BOTH),
        "us": ("/us", BOTH),
        "our-story": ("/our-story", ("light",)),
        "dates": ("/dates", ("light",)),
        "journey": ("/journey/first-month", ("dark",)),
        "break": ("/break", ("light",)),
        "exercise": ("/exercise/long-breath", ("dark",)),
    },
    "desktop": {
        "today": ("/", BOTH),
        "us": ("/us", BOTH),
        "together": ("/together", ("light",)),
        "story": ("/story", ("dark",)),
        "book": ("/book", ("light",)),
    },
}
# A phone's screen has two dots to each pixel of a layout.
SCREENS = {"phone": (PHONE, 2), "desktop": (LAPTOP, 1)}
# No picture may weigh more.
LIMIT = 250_000


def evening():
    """A time zone in which it is eight in the evening now, so that the pictures don't depend on when they are taken."""
    east = (20 - datetime.now(UTC).hour + 11) % 24 - 11
    return f"Etc/GMT{-east:+d}" if east else "Etc/GMT"


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs/screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        relay = Relay(data, built_page(), command=("demo",))
        for screen, (viewport, scale) in SCREENS.items():
            ana = demo_person(
                chromium, relay, "ana", viewport=viewport, device_scale_factor=scale, timezone_id=evening()
            )
            for name, (path, schemes) in PAGES[screen].items():
                ana.open(path)
                ana.page.locator("main h1").first.wait_for()
                ana.settled()
                ana.page.evaluate("document.fonts.ready.then(() => {})")
                for scheme in schemes:
                    ana.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                    file = folder / f"{name}-{screen}-{scheme}.png"
                    picture = ana.page.screenshot(animations="disabled", caret="hide")
                    if len(picture) > LIMIT:
                        raise SystemExit(f"{file.name} would weigh {len(picture)} bytes, more than {LIMIT}")
                    file.write_bytes(picture)
                    print(f"{file} ({len(picture) // 1000} KB)")
            ana.close()
        relay.close()
        chromium.close()


if __name__ == "__main__":
    main()
