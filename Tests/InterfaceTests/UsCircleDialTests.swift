import Household
import Testing

@testable import Interface

@Suite("The two circles as a control on the page")
struct UsCircleDialTests {
    @Test("a screen reader hears what the circles look like, and the buttons do the same as dragging")
    func inThePage() throws {
        var couple = try UsCouple(isPaired: false, at: .pulse)
        let label = "How close this week felt"
        #expect(couple.visit.screen.find("slider", label)?.attributes["aria-valuetext"] == "not set yet")
        try couple.visit.press("Closer")
        let slider = try #require(couple.visit.screen.find("slider", label))
        #expect(slider.attributes["aria-valuenow"] == "4")
        #expect(slider.attributes["aria-valuetext"] == "less than half overlapping")
        #expect(slider.attributes["tabindex"] == "0")
    }
}
