import Closeness
import Testing

@testable import Household

@Suite("Shelves of the library")
struct PracticeShelfTests {
    private let practices = [
        Practice.sample("kettle", minutes: 5, feeds: [.pillar(.emotional): 0.5, .foundation(.listening): 0.6]),
        Practice.sample("walk", minutes: 50, company: .together, worksApart: false, feeds: [.pillar(.emotional): 0.8]),
        Practice.sample(
            "letter", minutes: 45, company: .alone, openness: Openness(clamping: 4), feeds: [.pillar(.emotional): 0.9]),
        Practice.sample("hand", minutes: 5, company: .together, feeds: [.pillar(.physical): 0.8, .own(.calm): 0.3]),
        Practice.sample("lamp", minutes: 4, company: .alone, feeds: [.own(.rest): 0.7]),
        Practice.sample(
            "both-lie-down", minutes: 5, company: .together, feeds: [.own(.rest): 0.7, .foundation(.presence): 0.2]),
        Practice.sample("cot", minutes: 5, feeds: [.pillar(.emotional): 1], writtenFor: [.newParents]),
    ]

    private func shelf(_ id: String, _ circumstances: Circumstances = []) throws -> [String] {
        try #require(PracticeShelf(id: id))
            .practices(in: practices, limit: Openness(clamping: 2), circumstances: circumstances).map { $0.id }
    }

    @Test("what feeds a wish most comes first, what asks for more openness than both have said last")
    func wishes() throws {
        #expect(try shelf("closer-talk") == ["walk", "kettle", "letter"])
        #expect(try shelf("listening") == ["kettle"])
        #expect(try shelf("for-myself") == ["lamp"], "what takes two is nobody's rest alone")
    }

    @Test("what doesn’t fit the two comes last")
    func circumstances() throws {
        #expect(try shelf("closer-talk", [.apart]) == ["kettle", "letter", "walk"])
    }

    @Test("by time and strength, and no two of a kind in a row")
    func hours() throws {
        #expect(try shelf("few-minutes") == ["kettle", "hand", "lamp", "both-lie-down"])
        #expect(try shelf("a-free-hour") == ["walk", "letter"])
        #expect(try shelf("by-myself") == ["kettle", "lamp", "letter"])
    }

    @Test("what was written for a turn of life stands on its own shelf only")
    func lives() throws {
        #expect(try shelf("new-parents") == ["cot"])
        #expect(try shelf("apart") == ["hand", "both-lie-down"])
        #expect(PracticeShelf(id: "no-such") == nil)
    }

    @Test("every practice is on a shelf, and every shelf has a name of its own")
    func whole() throws {
        let shelves: [PracticeShelf] =
            PracticeShelf.Wish.allCases.map { .wish($0) } + PracticeShelf.Hour.allCases.map { .hour($0) }
            + LifeSituation.allCases.map { .life($0) }
        #expect(Set(shelves.map { $0.id }).count == shelves.count)
        for shelf in shelves { #expect(PracticeShelf(id: shelf.id) == shelf) }
        let wished = try PracticeShelf.Wish.allCases.flatMap { try self.shelf($0.rawValue) }
        #expect(Set(wished) == Set(practices.map { $0.id }.filter { $0 != "cot" }))
    }
}
