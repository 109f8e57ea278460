import Closeness
import Testing

@testable import Household

@Suite("Looking for a practice")
struct PracticeFilterTests {
    private let practices = [
        Practice.sample("kettle", minutes: 5, feeds: [.pillar(.emotional): 0.2]),
        Practice.sample("walk", minutes: 20, company: .together, worksApart: false, feeds: [.pillar(.emotional): 0.8]),
        Practice.sample("letter", minutes: 45, company: .alone, openness: Openness(clamping: 4)),
        Practice.sample("lamp", minutes: 6, company: .alone, worksApart: false, feeds: [.pillar(.emotional): 0.2]),
    ]

    private func found(_ actions: (PracticeFilter.Action, isOn: Bool)...) -> [String] {
        var filter = PracticeFilter()
        for action in actions { filter.update(action.0, isOn: action.isOn) }
        return filter.found(in: practices, limit: Openness(clamping: 2)).map { $0.id }
    }

    @Test("nothing narrowed is the whole library in its order, and clearing leads back to it")
    func open() {
        #expect(found() == ["kettle", "walk", "letter", "lamp"])
        #expect(found((.time(.upTo5), false), (.apart, true), (.cleared, false)).count == 4)
    }

    @Test("by time, by company, by place and by openness")
    func narrowed() {
        #expect(found((.time(.upTo5), false)) == ["kettle"])
        #expect(found((.time(.upTo20), false)) == ["kettle", "walk", "lamp"])
        #expect(found((.time(.longer), false)) == ["letter"])
        #expect(found((.company(.two), false)) == ["kettle", "walk"])
        #expect(found((.company(.one), false)) == ["kettle", "letter", "lamp"])
        // What one does alone works wherever the other is.
        #expect(found((.apart, true)) == ["kettle", "letter", "lamp"])
        #expect(found((.openness, true)) == ["kettle", "walk", "lamp"])
    }
}
