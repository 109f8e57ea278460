"""People who use Hearth in a real browser, by what they see and touch."""

import json
import re
import time
from datetime import UTC, datetime

from engines import expect, is_chromium, is_webkit
from relay import Envelope, octets, page_items, sealed_items, text
from waiting import COMPLAIN, COUNT_WORK, PATIENCE, eventually, pauses
from wire import Wire

PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1280, "height": 800}


def calm_zone():
    """A time zone in which it is the same day as in UTC, and in which no day, week or season ends within two hours."""
    return "Etc/GMT-2" if datetime.now(UTC).hour < 20 else "Etc/GMT+3"


ZONE = calm_zone()


class Device:
    """A browser of a person, with a wire of its own to the relay."""

    # All that are open, to show what is on their screens when a test fails.
    living = []

    def __init__(self, browser, relay, viewport=PHONE, **options):
        self.browser = browser
        self.relay = relay
        self.wire = Wire(relay)
        usual = {
            "viewport": viewport,
            "proxy": {"server": self.wire.url},
            "locale": "en-GB",
            "timezone_id": ZONE,
        }
        self.context = browser.new_context(**usual | options)
        self.context.set_default_timeout(1000 * PATIENCE)
        # Where it comes only once the page is there, the page has begun already.
        self.context.add_init_script(COUNT_WORK + (f"work.begun = 1; {COMPLAIN}" if is_webkit(browser) else ""))
        self._complaints = []
        self.page = self.new_tab()
        Device.living.append(self)

    @property
    def complaints(self):
        """What the browser wrote down about errors of the page."""
        return self.page.complaints if is_webkit(self.browser) else self._complaints

    def new_tab(self):
        page = self.context.new_page()
        if is_webkit(self.browser):
            return page
        page.on("console", lambda line: self._complain(line.text) if line.type == "error" else None)
        page.on("pageerror", lambda error: self._complaints.append(str(error)))
        return page

    def _complain(self, line):
        # What the browser writes down about every answer that isn't 2xx, and every request without a network.
        if not line.startswith("Failed to load resource"):
            self._complaints.append(line)

    def open(self, path="/"):
        # Nobody is as quick as this: what was just written is on its way to the disk, and on a busy one a moment longer. `test_reload.py`
        # leaves pages at any moment.
        until = time.monotonic() + 5
        while self.page.evaluate("globalThis.work?.keeping ?? 0") and time.monotonic() < until:
            pauses(self.page)(0.02)
        self.page.goto(self.relay.url + path)

    def reload(self):
        self.page.reload()

    def lose_network(self):
        """As in a tunnel: nothing gets through, and the browser knows it."""
        self.wire.cut()
        self._tell_online(False)

    def find_network(self):
        self.wire.mend()
        self._tell_online(True)

    def _tell_online(self, is_online):
        """Chromium can be told; elsewhere the page is told, as those browsers would, and the wire does the rest."""
        if is_chromium(self.browser):
            self.context.set_offline(not is_online)
        else:
            self.page.evaluate(TELL_ONLINE, is_online)

    def screen(self):
        """Where the page is and what stands on it, as far as its browser still answers, and what it last asked of the relay."""
        try:
            words = self.page.locator("body").inner_text()[:1500]
            return f"{self.page.url}\n{words}\n{self.complaints}\n{self.wire.told(12)}"
        except Exception as error:  # whatever it is: this is told beside the failure, and must not hide it
            return f"can’t be seen: {error}"

    def __str__(self):
        return "somebody"

    def close(self):
        Device.living.remove(self)
        self.context.close()
        self.wire.close()

    # What is on the screen

    def button(self, name, exact=True):
        return self.page.get_by_role("button", name=name, exact=exact)

    def press(self, name, exact=True):
        self.button(name, exact).click()

    def row(self, name):
        """A row that leads somewhere; its text goes on with a detail."""
        return self.page.locator("button.row", has=self.page.get_by_text(name, exact=True))

    def door(self, name, choice):
        """Goes from Together through one of its four doors, and on."""
        self.page.locator("button.door", has=self.page.get_by_text(name, exact=True)).click()
        self.tile(choice)

    def tile(self, name):
        """Presses one of a few large choices."""
        self.page.locator("button.tile", has=self.page.get_by_text(name, exact=True)).click()

    def place(self, name):
        """One of the four places."""
        self.page.get_by_role("navigation").get_by_role("button", name=name).click()

    def mine(self):
        self.button("Mine").click()

    def sees(self, words, **options):
        expect(self.page.get_by_text(words, **options).first).to_be_visible()

    def heading(self, words):
        expect(self.page.get_by_role("heading", name=words).first).to_be_visible()

    def path(self, path):
        expect(self.page).to_have_url(self.relay.url + path)

    def settled(self):
        """Waits until the page hears live news and has nothing else to ask."""
        calm = since = 0

        def is_settled():
            nonlocal calm, since
            now = (len(self.wire.exchanges), self.work_begun())
            listens = any(found.heard for found in self.wire.answers("GET", "/api/live"))
            calm = calm + 1 if listens and now[1] and since == now else 0
            since = now
            return calm > 5

        eventually(is_settled, "nothing left to ask")

    def work_begun(self):
        """How much the page has begun so far; nothing while any of it is under way."""
        begun, is_under_way = self.page.evaluate("globalThis.work ? [work.begun, work.open > 0] : [1, false]")
        return 0 if is_under_way else begun

    def at_rest(self):
        """Waits until the page has nothing under way and isn't about to do anything, such as keeping a draft."""
        eventually(
            lambda: self.page.evaluate("globalThis.work && !work.open && !work.pauses"), "the page comes to rest"
        )

    # The relay as this device could ask it

    @property
    def cookie(self):
        return "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in self.context.cookies())

    def ask(self, method, path, body=None):
        status, headers, content = self.relay.ask(method, path, body, self.cookie)
        assert status < 400, content
        return content

    def account(self):
        return json.loads(self.ask("GET", "/api/account"))

    def space(self, kind, state="open"):
        found = [space for space in self.account()["spaces"] if space["kind"] == kind and space["state"] == state]
        return found[-1]["id"] if found else None

    def entries(self, space):
        """All envelopes of a space that this account is given."""
        found, after, done = [], 0, False
        while not done:
            content = self.ask("GET", f"/api/spaces/{space}/entries?after={after}")
            items, after, done = page_items(content)
            found += [Envelope(content) for _, kind, content in items if kind == 0]
        return found

    def sealed(self, space):
        return sealed_items(self.ask("GET", f"/api/spaces/{space}/sealed"))


class Person(Device):
    """Somebody with a phone, who makes a place or signs in."""

    def __init__(self, browser, relay, name, called, colour, passphrase, **options):
        super().__init__(browser, relay, **options)
        self.name = name
        self.called = called
        self.colour = colour
        self.passphrase = passphrase
        self.code = []

    def another_device(self, viewport=LAPTOP):
        """A device that doesn't know the person yet."""
        device = Person(
            self.browser, self.relay, self.name, self.called, self.colour, self.passphrase, viewport=viewport
        )
        device.code = self.code
        return device

    def __str__(self):
        return self.called

    # Coming in

    def type_key(self):
        self.page.get_by_label("Sign-in name").fill(self.name)
        self.page.get_by_label("Passphrase", exact=True).fill(self.passphrase)

    def make_place(self):
        """From “Your key to the door” to the first look at Today, or back at the invitation."""
        self.type_key()
        self.press("Next")
        self.page.get_by_label("What you like to be called").fill(self.called)
        self.page.locator("label.colour", has_text=self.colour).click()
        self.press("Make our place")
        self.heading("Your recovery code")
        self.code = self.page.locator(".code-grid .code-group").all_inner_texts()
        assert len(self.code) == 7 and all(re.fullmatch("[0-9A-HJKMNP-TV-Z]{4}", group) for group in self.code)
        self.press("I’ve kept it safe")
        self.type_code_back()

    def type_code_back(self, button="Come in"):
        self.heading("Is your copy right?")
        for field in self.page.locator(".group-fields .field").all():
            number = int(re.search(r"\d+", field.locator("label").inner_text())[0])
            field.locator("input").fill(self.code[number - 1].lower())
        self.press(button)

    def keep_new_code(self):
        """Keeps the recovery code on show, and types part of it back."""
        self.code = self.page.locator(".code-grid .code-group").all_inner_texts()
        assert len(self.code) == 7
        self.press("I’ve kept it safe")
        self.type_code_back("Done")

    def sign_up(self):
        self.open()
        self.press("Make a place for us")
        self.make_place()
        self.heading(re.compile(f", {self.called}$"))
        self.everything_sent()

    def sign_in(self, passphrase=None):
        self.open("/sign-in")
        self.page.get_by_label("Sign-in name").fill(self.name)
        self.page.get_by_label("Passphrase", exact=True).fill(passphrase or self.passphrase)
        self.press("Come in")

    # Writing

    def set_line(self, line, key):
        """Moves a mark with one key, as a person who doesn't use a pointer does: from the middle, or to an end."""
        line.press(key)

    def set_circles(self, id, keys):
        dial = self.page.locator(f"#{id}")
        for key in keys:
            dial.press(key)

    def take_check(self, felt, wished, circles=("Home", "End"), comfort=2):
        """Answers everything: one key for each mark (`felt`, `wished` by the number of the statement)."""
        page = self.page
        number = 0
        while True:
            statement = page.locator("h1.statement")
            expect(statement.or_(page.locator("#circles-felt")).first).to_be_visible()
            if not statement.count():
                break
            before = statement.inner_text()
            self.set_line(page.locator("#line-felt"), felt(number))
            if page.locator("#line-wished").count():
                self.set_line(page.locator("#line-wished"), wished(number))
            self.press("Next")
            expect(page.locator("h1.statement", has_text=re.compile(f"^{re.escape(before)}$"))).to_have_count(0)
            number += 1
        self.set_circles("circles-felt", [circles[0]])
        self.press("Next")
        self.set_circles("circles-wished", [circles[1]])
        self.press("Next")
        page.locator("button.choice").nth(comfort - 1).click()
        self.press("Next")
        self.heading("Look it over")
        return number

    def invite(self):
        """Makes an invitation and gives its link."""
        self.place("Us")
        self.row("Invite your partner").click()
        self.press("Make an invitation")
        link = self.page.locator(".invitation-link").inner_text()
        assert re.fullmatch(re.escape(self.relay.url) + "/#invite/[A-Za-z0-9_-]{22}", link), link
        return link

    def give_thanks(self, words):
        self.page.locator("#thanks").fill(words)
        self.press("Into the jar")
        self.sees("It’s in the jar", exact=False)

    def write_journal(self, words):
        self.open("/journal")
        self.page.locator("#page").fill(words)
        self.press("Keep it")
        expect(self.page.locator(".journal-page", has_text=words)).to_have_count(1)

    def everything_sent(self):
        """Waits until nothing that was written waits on this device, or is about to: it is locked before it waits."""

        def is_calm():
            return self.work_begun() and not self.page.evaluate(COUNT_OUTBOX)

        eventually(is_calm, "the outbox is empty")


def newly_paired(browser, relay, name, other=None, called=("Ida", "Ole"), zones=(ZONE, ZONE)):
    """Two people who have just compared their numbers; the second may have another browser."""
    one = Person(browser, relay, f"one-{name}", called[0], "Moss", "quiet granite window pear", timezone_id=zones[0])
    two = Person(
        other or browser, relay, f"two-{name}", called[1], "Ochre", "early ferry under clouds", timezone_id=zones[1]
    )
    one.sign_up()
    one.open("/invite")
    one.press("Make an invitation")
    two.page.goto(one.page.locator(".invitation-link").inner_text())
    two.press("Make my place")
    two.make_place()
    two.press("Join them")
    two.heading("One look together")
    two.press("They’re the same")
    return one, two


def after_thanks(browser, relay, name):
    """Two who are paired, each of whom has thanked the other."""
    couple = newly_paired(browser, relay, name)
    for person in couple:
        person.open("/")
        person.give_thanks(f"{person.called} at first")
        person.everything_sent()
    return couple


def hold(person, button):
    """Presses a button and keeps it down until the page has taken note."""
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    person.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    person.page.mouse.down()
    expect(button).to_have_count(0)
    person.page.mouse.up()


def sheet(person, name):
    """The sheet of a sign or a cause, opened."""
    found = person.page.locator(".sheet", has=person.page.get_by_role("button", name=re.compile(f"^{re.escape(name)}")))
    if found.locator(".sheet-body").count() == 0:
        found.locator(".sheet-head").click()
    return found


TELL_ONLINE = """(isOnline) => {
  Object.defineProperty(navigator, 'onLine', { value: isOnline, configurable: true });
  dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
}"""


COUNT_OUTBOX = """() => new Promise((resolve, reject) => {
  const request = indexedDB.open('hearth');
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const count = request.result.transaction('outbox').objectStore('outbox').count();
    count.onsuccess = () => { request.result.close(); resolve(count.result); };
  };
})"""


__all__ = ["Device", "Envelope", "LAPTOP", "PHONE", "Person", "after_thanks", "eventually", "hold", "newly_paired", "octets", "sheet", "text"]
