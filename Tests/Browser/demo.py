"""The demo couple, and every page that there is to look at."""

from people import Person

NAMES = {"ana": "Ana", "ben": "Ben"}
PASSPHRASE = "copper lantern river"

# Pages that anybody can see.
OUTSIDE = ["/welcome", "/how-it-works", "/sign-up", "/sign-in", "/recover", "/invitation", "/help"]

# Pages of somebody who is signed in.
INSIDE = [
    "/", "/us", "/trends", "/what-helped", "/check", "/pulse", "/signs", "/causes", "/reading",
    "/article/why-closeness-fades", "/together", "/proposals",
    "/talk", "/do", "/touch", "/touch-menu", "/trust", "/shelf/closer-talk",
    "/dates", "/ideas/calm", "/date/supper-on-the-floor",
    "/practices", "/practice/ten-real-minutes", "/questions", "/jar", "/conversations",
    "/conversation/weekly-check-in", "/conversation/speaker-listener", "/conversation/after-a-fight",
    "/conversation/dreams", "/conversation/expectations", "/conversation/forgiveness", "/conversation/life-change",
    "/conversation/look-for-help", "/conversation/needs-beneath", "/conversation/old-hurt",
    "/conversation/one-problem", "/conversation/our-story", "/conversation/raise-the-distance",
    "/conversation/stress-debrief", "/conversation/touch-desire-limits", "/conversation/united-outside",
    "/journeys", "/journey/first-month", "/say-it-well", "/promises", "/screen-free", "/story", "/mine", "/journal",
    "/kindness", "/myself", "/settings", "/invite", "/data", "/leaving", "/search", "/day-start", "/help",
    "/how-it-works", "/no-such-page", "/exercises", "/exercise/long-breath", "/exercise/one-song",
    "/exercise/things-talk", "/break", "/report", "/change", "/book", "/our-story", "/ours", "/reminders",
]  # fmt: skip


def demo_person(chromium, demo, name, **options):
    """Ana or Ben, signed in."""
    person = Person(chromium, demo, name, NAMES[name], "", PASSPHRASE, **options)
    person.sign_in()
    person.page.locator("nav.places").wait_for()
    return person
