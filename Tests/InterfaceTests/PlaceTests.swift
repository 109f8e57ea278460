import Household
import Testing

@testable import Interface

@Suite("Places")
struct PlaceTests {
    @Test(
        "Every address leads to a place that has this address",
        arguments: [
            "/", "/welcome", "/how-it-works", "/sign-up", "/sign-in", "/recover", "/invitation", "/us", "/together",
            "/story",
            "/mine", "/check", "/pulse", "/trends", "/what-helped", "/signs", "/causes", "/reading",
            "/article/why-closeness-fades", "/report", "/change", "/proposals", "/talk", "/do", "/touch", "/touch-menu",
            "/trust",
            "/shelf/touch", "/dates", "/ideas/playful", "/date/toast", "/practices",
            "/practice/the-door", "/questions", "/question/best-smell", "/jar", "/conversations",
            "/conversation/speaker-listener", "/journeys", "/journey/first-month", "/say-it-well", "/promises",
            "/screen-free", "/journal", "/kindness", "/myself", "/settings", "/invite", "/data", "/leaving",
            "/search", "/day-start", "/exercises", "/exercise/long-breath", "/break", "/book", "/our-story", "/ours",
            "/of-ours/kQ", "/reminders",
            "/help",
        ])
    func leads(path: String) {
        let place = Place(path: path)
        #expect(place.path == path)
        #expect(place != .unknown(path))
    }

    @Test(
        "What is no address leads nowhere and is kept as it was typed",
        arguments: [
            "/today", "/practice", "/practice/", "/practice/the-door/again", "/us/more", "/Us", "/nowhere/at/all/here",
        ])
    func leadsNowhere(path: String) {
        #expect(Place(path: path) == .unknown(path))
        #expect(Place(path: path).path == path)
        #expect(!Place(path: path).isOpenToAll)
    }

    @Test("The door and help are open to all; nothing else is")
    func open() {
        for place in [Place.welcome, .howItWorks, .signUp, .signIn, .recover, .arrival, .help] {
            #expect(place.isOpenToAll)
        }
        for place in [Place.today, .us, .mine, .practice("the-door"), .settings, .data] { #expect(!place.isOpenToAll) }
    }

    private func title(_ visit: Visit) -> String? { visit.effects.last { $0.name == "title" }?.text("text") }

    @Test("The window is called by where one is, and by no more than its name where that would tell too much")
    func titles() throws {
        var couple = try UsCouple(isPaired: true, at: .signs)
        #expect(title(couple.visit) == "Signs · Hearth")
        couple.go(.practice("door"))
        #expect(title(couple.visit) == "Practices · Hearth")
        for place in [Place.help, .leaving, .kindness, .unknown("/nowhere")] {
            couple.go(.us)
            #expect(title(couple.visit) == "Us · Hearth")
            couple.go(place)
            #expect(title(couple.visit) == "Hearth")
        }
    }

    @Test(
        "Back leads to where one came from, by its name; where that isn't known, to the place that the page belongs to")
    func back() throws {
        var couple = try UsCouple(isPaired: true, at: .mine)
        try couple.visit.press("Signs I’ve noticed Private until you share one")
        #expect(couple.visit.state.shell.place == .signs && couple.visit.screen.says("Mine"))
        try couple.visit.press("Back")
        #expect(couple.visit.state.shell.place == .mine)
        couple.visit.hear(.acted(.go(.together), Occurrence()))
        couple.visit.hear(.acted(.go(.practices), Occurrence()))
        couple.visit.hear(.acted(.go(.practice("door")), Occurrence()))
        try couple.visit.press("Back")
        #expect(couple.visit.state.shell.place == .practices)
        try couple.visit.press("Back")
        #expect(couple.visit.state.shell.place == .together)
        // Forward again with the browser's own button, and back.
        couple.visit.hear(.navigated(path: "/practices", hash: ""))
        #expect(couple.visit.state.shell.cameFrom == .together)
        couple.visit.hear(.navigated(path: "/together", hash: ""))
        // After a reload nothing is known of the way there.
        couple = try UsCouple(isPaired: true, at: .signs)
        try couple.visit.press("Back")
        #expect(couple.visit.state.shell.place == .us)
    }

    @Test("A locked Hearth doesn't tell where one was")
    func lockedTitle() throws {
        var start = Start()
        start.path = "/journal"
        start.isLocked = true
        var visit = Visit()
        visit.hear(.started(start))
        #expect(visit.state.stage == .locked)
        #expect(title(visit) == "Hearth")
    }
}
