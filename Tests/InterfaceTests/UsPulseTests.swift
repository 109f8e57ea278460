import Closeness
import Household
import Ledger
import Testing

@testable import Interface

@Suite("The week's pulse")
struct UsPulseTests {
    /// Sets both pairs of circles and goes on to the lines.
    private func setCircles(_ couple: inout UsCouple) throws {
        #expect(couple.visit.screen.button("Next")?.isDisabled == true)
        try couple.press(key: "End", on: "How close this week felt")
        try couple.press(key: "Enter", on: "How close you’d have liked it")
        try couple.visit.press("Next")
        #expect(couple.visit.screen.title == "Four lines about the week")
    }

    @Test("alone, it is kept in private; lines may be left out")
    func alone() throws {
        var couple = try UsCouple(isPaired: false, at: .pulse)
        try setCircles(&couple)
        try couple.slide("Our touch felt good.", to: 3)
        try couple.visit.press("Keep it")
        let kept = try #require(try couple.mine.pulse(of: couple.me, in: couple.week)).fields
        #expect(kept.felt == 10)
        #expect(kept.wished == CircleDial.resting)
        #expect(kept.pillars == [.physical: 3])
        #expect(couple.visit.screen.title == "That’s the week")
    }

    @Test("with a partner it is sealed, then both weeks are shown beside each other")
    func sealed() throws {
        var couple = try UsCouple(isPaired: true, at: .pulse)
        try setCircles(&couple)
        try couple.visit.press("Seal it for Ben and you")
        #expect(couple.seals.contains("pulse/" + (try couple.week.text)))
        #expect(try couple.mine.pulses(of: couple.me).isEmpty)
        #expect(couple.visit.screen.title == "Yours is in the envelope")
        try couple.arrive(
            .pulseAnswered(PulseAnswered(week: try couple.week, felt: 2, wished: 8, pillars: [:])))
        couple.settle()
        #expect(couple.visit.screen.title == "Both are in")
        #expect(couple.visit.screen.says("The week felt different to each of you."))
        #expect(couple.visit.screen.all("img").map { $0.name }.contains { $0.hasPrefix("Ben: a small overlap") })
    }

    @Test("going back to the circles keeps the lines, and a new week starts anew")
    func draft() throws {
        var couple = try UsCouple(isPaired: false, at: .pulse)
        try setCircles(&couple)
        try couple.slide("Our touch felt good.", to: 3)
        try couple.visit.press("Back")
        try couple.visit.press("Next")
        #expect(couple.visit.screen.find("slider", "Our touch felt good.")?.value == "3")
        couple.visit.state.shell.world.now += 7 * 86_400_000
        couple.settle()
        #expect(couple.visit.screen.title == "How was this week?")
        #expect(couple.visit.screen.button("Next")?.isDisabled == true)
    }
}
