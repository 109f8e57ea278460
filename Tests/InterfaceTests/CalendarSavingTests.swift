import Bytes
import Ledger
import Testing

@testable import Household
@testable import Interface

/// What goes into the calendar of a phone from pages of Hearth.
@Suite("Files for the phone’s calendar")
struct CalendarSavingTests {
    /// The lines of the file that was saved last.
    private func saved(_ couple: inout TodayCouple) throws -> [String] {
        let effect = try couple.visit.take("download")
        #expect(effect.text("type") == "text/calendar" && effect.text("name") == "evening.ics")
        return String(decoding: try #require(effect.bytes("bytes")), as: UTF8.self).split(separator: "\r\n")
            .map { String($0) }
    }

    @Test("reminders ring at the hours that were chosen and say nothing; saved again they take the place of the first")
    func reminders() throws {
        var couple = try TodayCouple(.paired, at: .reminders)
        #expect(couple.screen.says("No reminders") && couple.screen.button("Save them for my calendar") == nil)
        #expect(couple.screen.says("there’s no address to subscribe to"))
        try couple.visit.press("Tuesday")
        try couple.visit.press("Sunday")
        try couple.visit.type("21:30", into: "Time")
        try couple.visit.press("Add it")
        for day in ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] {
            try couple.visit.press(day)
        }
        try couple.visit.type("07:05", into: "Time")
        try couple.visit.press("Add it")
        #expect(couple.screen.says("Tuesday and Sunday, 21:30") && couple.screen.says("Every day, 07:05"))
        try couple.visit.press("Save them for my calendar")
        let first = try saved(&couple)
        #expect(first.filter { $0 == "SUMMARY:Something is waiting" }.count == 2)
        #expect(
            first.filter { $0 == "TRIGGER:-PT0M" }.count == 2 && first.filter { $0 == "TRANSP:TRANSPARENT" }.count == 2)
        #expect(first.contains("RRULE:FREQ=WEEKLY;BYDAY=TU,SU") && first.contains("RRULE:FREQ=DAILY"))
        #expect(
            first.filter { $0.hasPrefix("DTSTART:") }.allSatisfy { $0.hasSuffix("T213000") || $0.hasSuffix("T070500") })
        let words = first.filter { $0.hasPrefix("SUMMARY") || $0.hasPrefix("DESCRIPTION") }
        #expect(words.allSatisfy { $0.hasSuffix(":Something is waiting") }, "no word that says what it is about")
        try couple.visit.press("A quiet moment")
        couple.settle(after: 120_000)
        try couple.visit.press("Save them for my calendar")
        let second = try saved(&couple)
        func all(_ name: String, _ lines: [String]) -> [String] { lines.filter { $0.hasPrefix(name) } }
        #expect(all("UID:", first) == all("UID:", second) && Set(all("UID:", first)).count == 2)
        #expect(all("SEQUENCE:", first) != all("SEQUENCE:", second))
        #expect(second.contains("SUMMARY:A quiet moment"))
    }

    @Test("a screen-free time that both want comes every week by the clocks of wherever one is")
    func screenFree() throws {
        var couple = try TodayCouple(.paired, at: .screenFree)
        try couple.arrive(.screenFreeOffered(ScreenFreeOffered(days: [2, 4], from: 22 * 60, until: 30)), daysAgo: 2)
        couple.settle()
        #expect(couple.screen.button("Save it for my calendar") == nil, "what isn’t agreed isn’t saved")
        try couple.visit.press("Yes, gladly")
        try couple.visit.press("Save it for my calendar")
        let lines = try saved(&couple)
        #expect(lines.contains("SUMMARY:Screen-free time") && lines.contains("RRULE:FREQ=WEEKLY;BYDAY=TU,TH"))
        #expect(
            lines.contains("DURATION:PT150M") && lines.contains { $0.hasPrefix("DTSTART:") && $0.hasSuffix("T220000") })
    }

    @Test("an evening for a talk is asked for, agreed, saved without a word on what it is about, and called off kindly")
    func talk() throws {
        var couple = try TodayCouple(.paired, at: .conversation("listen"))
        try couple.visit.press("Ask Ben")
        #expect(couple.screen.alerts == ["Choose a day and a time first."])
        let day = try #require(try couple.today.advanced(by: 2))
        try couple.visit.type(day.text, into: "Day")
        try couple.visit.press("Ask Ben")
        #expect(couple.screen.title == "Conversations" && couple.screen.says("It’s on once it suits Ben too."))
        try couple.visit.press("Take it back")
        #expect(!couple.screen.says("You’d like to talk"))
        let world = couple.visit.state.shell.world
        let moment = world.milliseconds(on: try couple.today, minute: 23 * 60)
        try couple.arrive(.talkSuggested(TalkSuggested(script: "listen", at: moment)))
        couple.go(.today)
        #expect(couple.screen.says("Ben would like to talk one evening"))
        couple.go(.conversations)
        try couple.visit.press("Yes, gladly")
        try couple.visit.press("Save it for my calendar")
        let lines = try saved(&couple)
        #expect(lines.contains("SUMMARY:An evening for two") && lines.contains("TRIGGER:-PT30M"))
        #expect(
            !lines.contains { $0.contains("listener") }
                && lines.contains { $0.hasPrefix("DTSTART:") && $0.hasSuffix("Z") })
        couple.go(.today)
        #expect(couple.screen.says("Today at 23:00"))
        couple.go(.conversations)
        try couple.visit.press("Not this evening")
        #expect(couple.screen.says("It’s off. Nobody needs to say why."))
        couple.go(.today)
        #expect(couple.screen.says("Not this evening, after all"))
        couple.settle(after: 26 * 3_600_000)
        #expect(!couple.screen.says("Not this evening, after all"), "and it leaves nothing")
    }

    @Test("of a talk that was, the day and the name stay, and a line that both keep")
    func past() throws {
        var couple = try TodayCouple(.paired, at: .conversations)
        let id = Identifier(high: 5, low: 5)
        let ben = try couple.ben
        try couple.arrive(
            .conversationStarted(
                ConversationStarted(conversation: id, script: "listen", devices: .two, first: ben)), daysAgo: 3)
        try couple.arrive(
            .conversationMoved(
                ConversationMoved(
                    conversation: id, step: ConversationStep(name: "say", number: 0), turn: 0, speaker: ben,
                    startedAt: 0, note: "The evenings are too short.")), daysAgo: 2.9)
        try couple.arrive(.conversationEnded(ConversationMark(conversation: id)), daysAgo: 2.8)
        try couple.arrive(.talkLineKept(TalkLineKept(conversation: id, text: "More evenings.")), daysAgo: 2)
        couple.settle()
        #expect(couple.screen.says("What you’ve talked about") && !couple.screen.says("The evenings are too short."))
        #expect(couple.screen.says("Ben would keep") && couple.screen.says("“More evenings.”"))
        try couple.visit.press("Keep it")
        #expect(!couple.screen.says("Ben would keep") && couple.screen.says("“More evenings.”"))
        try couple.visit.press("Take it back")
        #expect(couple.screen.says("Ben would keep"))
        try couple.visit.press("Not this one")
        #expect(!couple.screen.says("More evenings."))
        try couple.visit.press("Keep a line of it")
        try couple.visit.type("Tea first", into: "A line you’d both keep")
        #expect(try couple.visit.state.pages.drafts(of: .conversation, couple.home).map { $0.text } == ["Tea first"])
        try couple.visit.press("Suggest it")
        #expect(couple.screen.says("“Tea first”") && couple.screen.says("It stays once Ben keeps it too."))
    }
}
