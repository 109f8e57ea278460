import Bytes
import Ledger
import Testing

@testable import Household
@testable import Interface

@Suite("The page of something of ours")
struct PursuitsViewTests {
    private let id = Identifier(high: 7, low: 7)

    @Test("one is begun, waits for the other, and is taken back")
    func beginning() throws {
        var couple = try TodayCouple(.paired, at: .pursuits)
        #expect(couple.screen.says("Nothing yet"))
        try couple.visit.press("A book")
        try couple.visit.type("The long one, aloud", into: "What do you call it?")
        try couple.visit.press("Begin it")
        #expect(couple.screen.title == "The long one, aloud")
        #expect(couple.screen.says("It belongs to you both once Ben says yes."))
        #expect(couple.screen.button("It’s finished") == nil, "nothing of both ends that never was")
        try couple.visit.press("Take it back")
        #expect(couple.screen.says("Nothing yet"))
    }

    @Test("the other’s is joined; its step goes into the calendar on its day, is taken, and it ends without a tally")
    func course() throws {
        var couple = try TodayCouple(.paired, at: .pursuits)
        try couple.arrive(.pursuitBegun(PursuitBegun(pursuit: id, sort: .trip, text: "The night train")), daysAgo: 3)
        couple.settle()
        #expect(couple.screen.says("Ben would like to begin"))
        try couple.visit.press("Yes, with you")
        couple.go(.pursuit(id.text))
        try couple.visit.type("Look up the bunks", into: "The next step")
        let day = try #require(try couple.today.advanced(by: 4))
        try couple.visit.type(day.text, into: "A day, if you like")
        try couple.visit.press("That’s next")
        try couple.visit.press("Save it for my calendar")
        let file = try couple.visit.take("download")
        #expect(file.text("name") == "evening.ics")
        let lines = String(decoding: try #require(file.bytes("bytes")), as: UTF8.self).split(separator: "\r\n")
        #expect(lines.contains("SUMMARY:Look up the bunks") && lines.contains("UID:" + id.text + "@hearth"))
        #expect(lines.contains { $0.hasPrefix("DTSTART;VALUE=DATE:") && $0.hasSuffix(day.text.filter { $0 != "-" }) })
        try couple.visit.press("We’ve done that")
        #expect(couple.screen.says("On the way") && couple.screen.field("The next step") != nil)
        try couple.visit.press("Let it go")
        try couple.visit.type("It was a good plan", into: "What stays with you of it?")
        try couple.visit.press("Keep the note")
        #expect(couple.screen.says("Let go on") && couple.screen.says("It was a good plan"))
        couple.go(.pursuits)
        #expect(couple.screen.says("Looking back") && !couple.screen.says("Under way"))
    }

    @Test("alone it is one’s own at once, and stays to be read once there are two")
    func alone() throws {
        var couple = try TodayCouple(.alone, at: .pursuits)
        try couple.visit.type("Bread on Sundays", into: "What do you call it?")
        try couple.visit.press("Begin it")
        #expect(couple.screen.button("Let it go") != nil)
        var two = try TodayCouple(.paired, at: .pursuit(id.text))
        try two.remember(.pursuitBegun(PursuitBegun(pursuit: id, sort: .hobby, text: "Bread on Sundays")), daysAgo: 40)
        two.settle()
        #expect(two.screen.says("It stays as it was, for you to read."))
        #expect(two.screen.field("A note for you both") == nil)
        try two.visit.press("Begin it again")
        #expect(two.screen.says("It belongs to you both once Ben says yes."))
        #expect(try two.ours.pursuits.map { $0.begun.fields.text } == ["Bread on Sundays"])
    }
}
