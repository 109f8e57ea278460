import Bytes
import HouseholdTestSupport
import JSON
import Ledger
import Library
import Markup
import Testing

@testable import Household
@testable import Interface

@Suite("What is begun and not finished")
struct DraftsTests {
    /// What one device keeps among its records, by key.
    private struct Device {
        var records: [String: [UInt8]] = [:]

        /// Carries out the writes that a page asked for.
        mutating func carryOut(_ visit: Visit) throws {
            for effect in visit.effects where effect.name == "store" {
                guard case .list(let puts)? = effect["put"], case .list(let deletions)? = effect["delete"] else {
                    continue
                }
                for put in puts {
                    guard case .object(let fields) = put, case .text("records")? = fields.value("store"),
                        case .text(let key)? = fields.value("key"), case .bytes(let bytes)? = fields.value("bytes")
                    else { continue }
                    records[key] = bytes
                }
                for deletion in deletions {
                    guard case .object(let fields) = deletion, case .text(let key)? = fields.value("key") else {
                        continue
                    }
                    records[key] = nil
                }
            }
        }

        /// The drafts among the records.
        var drafts: [String: [UInt8]] { records.filter { $0.key.hasPrefix("draft/") } }

        /// Opens Hearth anew.
        func open(at place: Place, now: Double = MineCouple.start) throws -> Visit {
            var visit = try MineCouple.person(1, at: place)
            visit.state.shell.world.now = now
            visit.state.stage = .starting
            visit.state.home = Home(
                Sample.account(1), catalogue: try #require(visit.state.door.catalogue),
                unknownName: "your partner", &visit.state.shell.world)
            visit.state.withHome { $0.restore(&$1) }
            visit.hear(.replied(.home(.ownKeyFound(.success(Sample.publicKey(1))))))
            let kept = records.map { LoadedRecord(key: $0.key, bytes: $0.value) }
            for store in [Effect.Store.records, .outbox, .segments] {
                visit.hear(.replied(.home(.loaded(store, .success(store == .records ? kept : [])))))
            }
            return visit
        }
    }

    private let journalField = "A new page"

    @Test("words survive a reload once a moment has passed")
    func reload() throws {
        var device = Device()
        var visit = try device.open(at: .journal)
        try visit.type("Since the move", into: journalField)
        #expect(!visit.effects.contains { $0.name == "store" }, "not at every key")
        let timer = try #require(visit.effects.last { $0.text("name") == "drafts" })
        #expect(timer.name == "timer")
        visit.hear(.ticked(.drafts))
        try device.carryOut(visit)
        #expect(try device.open(at: .journal).screen.field(journalField)?.value == "Since the move")
    }

    @Test("they are kept at once when the page is hidden, and each only when it has changed")
    func hidden() throws {
        var device = Device()
        var visit = try device.open(at: .journal)
        try visit.type("One", into: journalField)
        visit.hear(.visibilityChanged(false))
        try device.carryOut(visit)
        #expect(device.drafts.count == 1)
        let count = visit.effects.count
        visit.hear(.visibilityChanged(true))
        visit.hear(.visibilityChanged(false))
        #expect(!visit.effects.dropFirst(count).contains { $0.name == "store" })
        try visit.type("One and two", into: journalField)
        visit.hear(.visibilityChanged(false))
        try device.carryOut(visit)
        #expect(device.drafts.count == 1, "it takes the place of the earlier one")
        #expect(try device.open(at: .journal).screen.field(journalField)?.value == "One and two")
    }

    @Test("what is finished is forgotten")
    func finished() throws {
        var device = Device()
        var visit = try device.open(at: .journal)
        try visit.type("One", into: journalField)
        visit.hear(.ticked(.drafts))
        try device.carryOut(visit)
        visit = try device.open(at: .journal)
        try visit.press("Keep it")
        visit.hear(.ticked(.drafts))
        try device.carryOut(visit)
        #expect(device.drafts.isEmpty)
        #expect(try visit.journal() == ["One"])
    }

    @Test("nothing of a draft reaches the relay, other tabs, or the name of what keeps it")
    func stayHere() throws {
        let device = Device()
        var visit = try device.open(at: .today)
        let count = visit.effects.count
        try visit.type("Liebe Ana", into: "One good thing about the two of you…")
        visit.hear(.ticked(.drafts))
        let effects = visit.effects.dropFirst(count)
        // What reads along is fetched, and carries nothing.
        #expect(!effects.contains { $0.name == "http" && $0.text("path") != CoachOnCall.path || $0.name == "seal" })
        let store = try #require(effects.first { $0.name == "store" })
        #expect(store["quiet"] == .flag(true))
        guard case .list(let puts)? = store["put"], case .object(let fields)? = puts.first,
            case .text(let key)? = fields.value("key")
        else { throw Missing() }
        #expect(key.dropFirst("draft/".count).allSatisfy { $0.isNumber })
    }

    @Test("of two that were kept in two tabs the later one counts, and the other goes")
    func twoTabs() throws {
        var device = Device()
        var visits = [try device.open(at: .journal), try device.open(at: .journal)]
        for (index, text) in ["first", "second"].enumerated() {
            visits[index].state.shell.world.random.refill([UInt8](repeating: UInt8(index + 7), count: 64))
            visits[index].state.shell.world.now += Double(index) * 1000
            try visits[index].type(text, into: journalField)
            visits[index].hear(.ticked(.drafts))
            try device.carryOut(visits[index])
        }
        #expect(device.drafts.count == 2)
        var visit = try device.open(at: .journal)
        #expect(visit.screen.field(journalField)?.value == "second")
        try visit.type("third", into: journalField)
        visit.hear(.ticked(.drafts))
        try device.carryOut(visit)
        #expect(device.drafts.count == 1)
    }

    @Test("what was begun on several pages is kept together, also of those that are left")
    func severalPages() throws {
        var device = Device()
        var visit = try device.open(at: .journal)
        try visit.type("Since the move", into: journalField)
        visit.hear(.acted(.go(.today), Occurrence()))
        try visit.type("For the soup", into: "One good thing about the two of you…")
        visit.hear(.ticked(.drafts))
        try device.carryOut(visit)
        #expect(device.drafts.count == 2)
        let count = visit.effects.count
        try visit.type("For the soup, again", into: "One good thing about the two of you…")
        visit.hear(.ticked(.drafts))
        let stores = visit.effects.dropFirst(count).filter { $0.name == "store" }
        guard stores.count == 1, case .list(let puts)? = stores[0]["put"] else { throw Missing() }
        #expect(puts.count == 1, "the journal's page wasn't touched")
        try device.carryOut(visit)
        #expect(try device.open(at: .journal).screen.field(journalField)?.value == "Since the move")
        let today = try device.open(at: .today)
        #expect(today.screen.field("One good thing about the two of you…")?.value == "For the soup, again")
    }

    @Test("every draft is one of its page's kinds, and no kind is of two pages")
    func kinds() throws {
        let kinds = DraftingPage.allCases.flatMap { $0.kinds }
        #expect(Set(kinds).count == kinds.count)
        var visit = try MineCouple.person(1, at: .today)
        for kind in kinds where !["check", "pulse", "talk"].contains(kind) {
            let subject = kind == "note" ? Identifier(high: 1, low: 2).text : "smell"
            let name = Self.single.contains(kind) ? kind : kind + "/" + subject
            visit.state.pages.take(try #require(Draft(name, "Half a thought")))
        }
        let home = try #require(visit.state.home)
        for page in DraftingPage.allCases {
            for draft in visit.state.pages.drafts(of: page, home) {
                #expect(page.kinds.contains { draft.name == $0 || draft.name.hasPrefix($0 + "/") }, "\(draft.name)")
            }
        }
        #expect(visit.state.pages.drafts(home).count > DraftingPage.allCases.count / 2)
    }

    /// Kinds of which there is one draft at most.
    private static let single = ["thanks", "journal", "moment", "say", "greeting"]

    @Test("an answer to a question, thanks and a moment wait where they were written", arguments: Self.fields)
    func everywhere(_ field: Field) throws {
        var device = Device()
        var visit = try device.open(at: field.place)
        try visit.type("Half a thought", into: field.label)
        visit.hear(.ticked(.drafts))
        try device.carryOut(visit)
        let again = try device.open(at: field.place)
        #expect(again.screen.field(field.label)?.value == "Half a thought")
        #expect(try device.open(at: .settings).screen.field(field.label) == nil)
    }

    /// A field for longer words.
    struct Field: Sendable {
        let place: Place
        let label: String
    }

    private static let fields = [
        Field(place: .today, label: "One good thing about the two of you…"),
        Field(place: .question("smell"), label: "Your answer"),
        Field(place: .story, label: "A moment worth remembering"),
        Field(place: .invite, label: "A line to greet them with"),
    ]

    @Test("words for a turn in a conversation wait for that turn, and for no other")
    func talk() throws {
        var couple = try MineCouple(at: .conversation("talk"))
        try couple.ana.tap("Two phones Each of you follows on your own.")
        try couple.ana.tap("Begin")
        try couple.exchange()
        try couple.ben.tap("I’m here")
        try couple.exchange()
        try couple.ana.tap("Begin")
        try couple.exchange()
        couple.ana.hear(.acted(.conversation(.writingWanted), Occurrence()))
        couple.ana.hear(.acted(.conversation(.composing(.typed)), Occurrence(text: "When the rent came")))
        let drafts = couple.ana.state.pages.drafts(try #require(couple.ana.state.home))
        #expect(drafts.map { $0.text } == ["When the rent came"])
        func reload(_ visit: inout Visit) {
            visit.state.pages = Pages()
            for draft in drafts { visit.state.pages.take(draft) }
            visit.hear(.installOffered)
        }
        reload(&couple.ana)
        #expect(couple.ana.screen.all("textbox").first?.value == "When the rent came")
        try couple.ana.tap("Next, Ben says it back")
        reload(&couple.ana)
        #expect(!couple.ana.state.pages.conversation.isWriting)
        #expect(couple.ana.state.pages.drafts(try #require(couple.ana.state.home)).isEmpty)
    }

    // MARK: Check and pulse

    /// Moves a slider.
    private func slide(_ label: String, to value: Int, _ visit: inout Visit) throws {
        let slider = try #require(visit.screen.find("slider", label), "no “\(label)” in: \(visit.screen.text)")
        let action = try #require(slider.actions[.input])
        visit.hear(.acted(action, Occurrence(text: String(value))))
    }

    @Test("a check goes on where it was left")
    func check() throws {
        var device = Device()
        var visit = try device.open(at: .check)
        try visit.press("Begin")
        try slide("As it is", to: 3, &visit)
        try slide("As I’d like it", to: 8, &visit)
        visit.hear(.visibilityChanged(false))
        try device.carryOut(visit)
        visit = try device.open(at: .check)
        let draft = visit.state.pages.check.draft
        #expect(draft.felt == ["tell": 3] && draft.wished == ["tell": 8])
        try visit.press("Go on")
        #expect(visit.state.pages.check.step == .felt, "the only statement is answered")
        // A season later it is another check.
        let later = try device.open(at: .check, now: MineCouple.start + 100 * 86_400_000)
        #expect(later.state.pages.check.draft.isEmpty)
    }

    @Test("a pulse goes on where it was left")
    func pulse() throws {
        var device = Device()
        var visit = try device.open(at: .pulse)
        visit.hear(.acted(.pulse(.feltCircles(.keyed)), Occurrence(key: "End")))
        visit.hear(.acted(.pulse(.wishedCircles(.keyed)), Occurrence(key: "Home")))
        try visit.press("Next")
        visit.hear(.acted(.pulse(.line(.emotional, .moved)), Occurrence(text: "4")))
        visit.hear(.visibilityChanged(false))
        try device.carryOut(visit)
        visit = try device.open(at: .pulse)
        #expect(visit.screen.title == "Four lines about the week")
        try visit.press("Keep it")
        let home = try #require(visit.state.home)
        let kept = try #require(home.mine.pulse(of: home.me, in: home.week(visit.state.shell.world))?.fields)
        #expect(kept.felt == 10 && kept.wished == 0 && kept.pillars == [.emotional: 4])
    }
}

/// Something that the test looked for isn't there.
private struct Missing: Error {}

extension [EffectField] {
    /// The value of a field by its name.
    fileprivate func value(_ name: String) -> EffectValue? { first { $0.name == name }?.value }
}
