import Closeness
import Ledger
import Testing

@testable import Household

@Suite("Saying what the days are like")
struct DaysDraftTests {
    @Test("begins with what was said last, and children stay within what can be said")
    func children() {
        var draft = DaysDraft(CircumstancesSet(together: false, children: 1, minutes: 45, tags: []))
        #expect(!draft.said.together)
        for _ in 0..<3 { draft.update(.fewerChildren) }
        #expect(draft.said.children == 0)
        for _ in 0..<30 { draft.update(.moreChildren) }
        #expect(draft.said.children == CircumstancesSet.childrenRange.upperBound)
    }

    @Test("the offered minutes come as near as they can to what was said")
    func minutes() {
        #expect(DaysDraft(CircumstancesSet(together: true, children: 0, minutes: 5000, tags: [])).minutes == 600)
        #expect(DaysDraft(CircumstancesSet(together: true, children: 0, minutes: 20, tags: [])).minutes == 15)
        #expect(DaysDraft(nil).minutes == 120)
    }

    @Test("a circumstance is said and unsaid, and one that this version doesn't know is kept")
    func circumstances() {
        var draft = DaysDraft(CircumstancesSet(together: true, children: 0, minutes: 60, tags: ["later"]))
        draft.update(.toggled(Circumstance.illness.rawValue))
        #expect(draft.says(.illness))
        draft.update(.toggled(Circumstance.illness.rawValue))
        #expect(!draft.says(.illness))
        #expect(draft.said.tags == ["later"])
    }
}
