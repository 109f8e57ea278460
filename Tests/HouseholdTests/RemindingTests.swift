import Ledger
import Testing

@testable import Household

@Suite("Reminders")
struct RemindingTests {
    @Test("there are none by default; a few can be added and taken out, and nobody else learns of them")
    func choosing() throws {
        var couple = try Couple()
        let shared = couple.ana.home.ours?.log.count
        #expect(couple.ana.home.reminders.all.isEmpty)
        var page = Reminding()
        func act(_ action: Reminding.Action, _ text: String = "") throws {
            try couple.ana.act { page.update(action, Occurrence(text: text), &$0, &$1) }
        }
        try act(.added)
        #expect(couple.ana.home.reminders.all.isEmpty, "an hour needs a day")
        for hour in ["07:30", "12:00", "21:15", "22:00"] {
            for day in [5, 1] { try act(.dayPressed(day)) }
            try act(.hourTyped, hour)
            try act(.added)
        }
        let kept = couple.ana.home.reminders
        #expect(kept.all.map { $0.minute } == [450, 720, 1275], "three are the most")
        #expect(kept.all.allSatisfy { $0.days == [1, 5] })
        try act(.titleChosen(.quiet))
        try act(.removed(kept.all[1].id))
        #expect(
            couple.ana.home.reminders.all == [kept.all[0], kept.all[2]] && couple.ana.home.reminders.title == .quiet)
        #expect(couple.ana.home.ours?.log.count == shared)
        try couple.ana.reopen()
        #expect(couple.ana.home.reminders.all.map { $0.minute } == [450, 1275])
    }

    @Test(
        "what can’t be read of them is left out",
        arguments: [
            "", "x", "waiting;", "waiting;a b c", "waiting;AAAAAAAAAAAAAAAAAAAAAA 1440 1",
            "waiting;AAAAAAAAAAAAAAAAAAAAAA 5 890",
        ])
    func unreadable(value: String) throws {
        var couple = try Couple()
        try couple.ana.act { $0.write(.settingSet(SettingSet(key: "reminders", value: value)), &$1) }
        #expect(couple.ana.home.reminders.all.isEmpty && couple.ana.home.reminders.title == .waiting)
    }
}
