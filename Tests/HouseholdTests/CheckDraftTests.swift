import Closeness
import HouseholdTestSupport
import JSON
import Ledger
import Testing

@testable import Household

@Suite("A check while it is being answered")
struct CheckDraftTests {
    private func item(_ id: String, _ aspect: Aspect) -> CheckItem {
        CheckItem(id: id, aspect: aspect, kind: .feels, text: "")
    }

    @Test("a statement is complete with both marks; one about oneself has no wish")
    func complete() throws {
        let closeness = item("near", .pillar(.emotional))
        let tired = item("tired", .own(try #require(SelfAspect.allCases.first)))
        var draft = CheckDraft()
        draft.set(.felt, of: closeness, to: 4)
        draft.set(.felt, of: tired, to: 7)
        #expect(!draft.isComplete(closeness) && draft.isComplete(tired))
        draft.set(.wished, of: closeness, to: 8)
        #expect(draft.isComplete(closeness))
    }

    @Test("it can be put in once the person has said how open they want to be; half a pair of circles isn’t")
    func answered() throws {
        let season = try #require(Season(text: "2026-Q4"))
        var draft = CheckDraft()
        draft.felt = ["near": 4]
        draft.feltCircles = CircleDial(value: 3)
        #expect(draft.answered(for: season) == nil)
        draft.comfort = 2
        #expect(draft.answered(for: season)?.circles == nil)
        draft.wishedCircles = CircleDial(value: 9)
        let answered = try #require(draft.answered(for: season))
        #expect(answered.circles == Circles(felt: 3, wished: 9) && answered.felt == ["near": 4])
    }

    @Test("what this device keeps of it is the same draft again")
    func kept() throws {
        var draft = CheckDraft()
        draft.felt = ["near": 4, "far": 0]
        draft.wished = ["near": 10]
        draft.feltCircles = CircleDial(value: 3)
        draft.comfort = 5
        let kept = try JSONValue(parsing: Array(draft.kept([JSONMember("season", "2026-Q4")]).utf8))
        #expect(CheckDraft(kept) == draft)
        #expect(kept["season"]?.string == "2026-Q4")
        #expect(CheckDraft().isEmpty && !draft.isEmpty)
    }

    @Test("a draft is taken up again only for the season that it was begun in")
    func seasons() throws {
        let account = Sample.account()
        var device = try Device(account, SmallRelay(account))
        let current = device.home.season(device.world).text
        for (season, isKept) in [(current, true), ("2020-Q1", false)] {
            var answering = CheckAnswering()
            answering.take("{\"season\":\"" + season + "\",\"felt\":{\"near\":4}}")
            try device.act { answering.enter(&$0, &$1) }
            #expect(answering.draft.felt.isEmpty != isKept, "\(season)")
        }
    }
}
