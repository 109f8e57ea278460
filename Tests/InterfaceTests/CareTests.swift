import Household
import Library
import Markup
import Testing

@testable import Interface

@Suite struct CareTests {
    /// Somebody who has not signed in, at the help page.
    private func visit() throws -> Visit {
        var visit = Visit(at: "/help")
        visit.state.door.catalogue = try Catalogue(packed: Array(MineCouple.content.utf8))
        return visit
    }

    private func choose(_ country: String, _ visit: inout Visit) throws {
        let field = try #require(visit.screen.find("combobox", "Your country"))
        visit.hear(.acted(try #require(field.actions[.change]), Occurrence(text: country)))
    }

    private func link(_ name: String, _ visit: Visit) -> String? { visit.screen.find("link", name)?.attributes["href"] }

    @Test func itIsOpenToEverybodyWithAWayOutAtOnce() throws {
        var visit = try visit()
        #expect(visit.screen.title == "Help from people")
        try visit.press("Quick exit")
        #expect(visit.effects.last?.name == "leaveQuickly")
    }

    @Test(arguments: [
        "/", "/us", "/together", "/story", "/mine", "/check", "/pulse", "/trends", "/what-helped", "/signs", "/causes",
        "/reading", "/proposals", "/talk", "/do", "/touch", "/trust", "/shelf/touch", "/practices", "/practice/door",
        "/questions", "/question/smell", "/jar",
        "/conversations", "/conversation/talk", "/say-it-well", "/journal", "/settings", "/invite", "/data", "/leaving",
        "/nowhere",
    ])
    func itIsOneTapAwayOnEveryPage(path: String) throws {
        var visit = try MineCouple(at: Place(path: path)).ana
        #expect(visit.state.stage == .inside && visit.state.shell.place.path == path)
        try visit.press("Help")
        #expect(visit.screen.title == "Help from people")
    }

    @Test(arguments: ["/", "/welcome", "/how-it-works", "/sign-up", "/sign-in", "/recover", "/invitation"])
    func itIsOneTapAwayBeforeSigningIn(path: String) throws {
        var visit = Visit(at: path)
        #expect(visit.state.stage == .outside)
        try visit.press("Help")
        #expect(visit.state.shell.place == .help)
    }

    @Test func numbersOfACountryCanBeCalled() throws {
        var visit = try visit()
        #expect(link("Call 112", visit) == nil)
        try choose("IE", &visit)
        #expect(link("Call 112", visit) == "tel:112")
        #expect(link("Call 999", visit) == "tel:999")
        #expect(visit.screen.says("A directory"))
        try choose("GB", &visit)
        #expect(link("Call 116 123", visit) == "tel:116123")
        #expect(link("Website: Samaritans", visit) == "https://www.samaritans.org/help")
        #expect(link("Call 112", visit) == nil)
    }

    @Test func aNumberForTextMessagesIsNotCalled() throws {
        var visit = try visit()
        try choose("FR", &visit)
        #expect(visit.screen.says("114"))
        #expect(link("Call 114", visit) == nil)
    }

    @Test func whatIsKnownOfALineIsSaidPlainly() throws {
        var visit = try visit()
        try choose("AU", &visit)
        for known in [
            "Text message: 0458 737 732", "WhatsApp: 0400 000 000", "Chat on their page",
            "For deaf people: by relay, in writing", "English, others by an interpreter",
            "Not on the phone bill. The phone itself still lists the call.", "A call shows on the phone bill",
            "Deaf people can reach them", "We found no source for this one when we looked.",
        ] { #expect(visit.screen.says(known), "\(known)") }
        try choose("IE", &visit)
        #expect(!visit.screen.says("on the phone bill."))
        #expect(visit.screen.says("we don’t know whether it shows there"))
    }

    @Test func whoHurtsSomebodyFindsALineOfTheirOwn() throws {
        var visit = try visit()
        try choose("AU", &visit)
        let texts = visit.screen.texts
        let title = try #require(texts.firstIndex(of: "If you frighten or hurt somebody"))
        #expect(texts[title...].contains("Change line"))
        #expect(link("Call *4141", visit) == "tel:*4141")
    }

    @Test func toSomebodyAfraidTheLinesForThatComeFirst() throws {
        func order(_ visit: Visit) -> [String] {
            visit.screen.all("heading").map { $0.text }.filter {
                ["In danger now", "When you can’t go on", "Fear, control, violence"].contains($0)
            }
        }
        var visit = try visit()
        try choose("AU", &visit)
        #expect(order(visit) == ["In danger now", "When you can’t go on", "Fear, control, violence"])
        try visit.press("I’m afraid of my partner")
        #expect(order(visit) == ["In danger now", "Fear, control, violence", "When you can’t go on"])
    }

    @Test func numbersThatNobodyHasRungSaySoBeforeTheyAreRead() throws {
        let plainly = "We haven’t rung these numbers ourselves yet."
        var visit = try visit()
        #expect(!visit.screen.says(plainly))
        try choose("GB", &visit)
        #expect(visit.screen.says("Confirmed on 2026-10-01") && !visit.screen.says(plainly))
        try choose("IE", &visit)
        #expect(!visit.screen.says("Confirmed on"))
        let texts = visit.screen.texts
        let note = try #require(texts.firstIndex { $0.hasPrefix(plainly) })
        #expect(note < (try #require(texts.firstIndex(of: "Emergency services"))))
    }

    @Test func whomToCallInDangerStandsThereBeforeACountryIsChosen() throws {
        #expect(try visit().screen.says("In danger now, call the emergency number: 112"))
        #expect(try visit().screen.says("000 in Australia, 111 in New Zealand"))
    }

    @Test func whoIsAfraidReadsThatFirst() throws {
        var visit = try MineCouple(at: .leaving).ana
        try visit.press("I’m afraid of my partner")
        #expect(visit.state.shell.place == .help)
        let headings = visit.screen.all("heading").map { $0.text }
        #expect(headings.prefix(2) == ["Help from people", "If you are afraid"])
        #expect(!visit.screen.says("Low for weeks."))
        try visit.press("The whole page")
        #expect(visit.screen.says("Low for weeks."))
    }

    @Test func nothingOfAVisitIsWritten() throws {
        var visit = try MineCouple(at: .help).ana
        let before = try visit.mine().log.count
        try choose("GB", &visit)
        try visit.press("I’m afraid of my partner")
        #expect(try visit.mine().log.count == before)
        #expect(!visit.effects.contains { $0.name == "http" })
    }

    @Test func withoutContentItStillNamesANumber() {
        let visit = Visit(at: "/help")
        #expect(visit.screen.alerts.first?.contains("112") == true)
    }
}
