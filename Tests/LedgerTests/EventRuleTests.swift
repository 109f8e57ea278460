import Bytes
import Foundation
import Ledger
import Testing

/// What ``EventKind/rule`` says is what happens, and what docs/architecture.md tells.
@Suite struct EventRuleTests {
    private let ada = Identifier(high: 1, low: 1)
    private let ben = Identifier(high: 2, low: 2)

    /// What two people have said, after each has said something that no other kind touches.
    private func digest(_ said: [(Identifier, Event)]) throws -> UInt64 {
        var us = Projection()
        let thanks = Event.appreciationSent(AppreciationSent(text: "Tea"))
        for (number, (author, event)) in ([(ada, thanks), (ben, thanks)] + said).enumerated() {
            // The last one is the same entry however many come before it.
            let place = number == said.count + 1 && !said.isEmpty ? 99 : number
            let stamp = Stamp(milliseconds: 1_000_000 + Int64(place), counter: 0, device: DeviceID(7))
            let id = Identifier(high: 1, low: UInt64(place))
            _ = us.insert(Entry(id: id, author: author, body: try event.body(at: stamp)))
        }
        return us.digest
    }

    @Test(arguments: EventKind.allCases) func isTriedBySomething(_ kind: EventKind) {
        #expect(SampleEvents.all.contains { $0.kind == kind }, "\(kind.rawValue) has no sample")
    }

    @Test(arguments: SampleEvents.all) func isSealedUnderANameIfItsRuleSaysSo(_ event: Event) {
        #expect((event.sealName != nil) == (event.kind.rule.audience == .oursSealed), "\(event.kind.rawValue)")
    }

    @Test(arguments: EventKind.allCases) func comesInOnlyWhereItMayGoOut(_ kind: EventKind) {
        let rule = kind.rule
        #expect(rule.isExportable || !rule.isImportable, "\(kind.rawValue)")
    }

    @Test func nothingThatVouchesAgreesOrRemovesComesInByAFile() {
        let kept: [EventKind] = [
            .peerTrusted, .invitationMade, .journalRemoved, .planEntered, .planRested, .proposalAnswered, .settingSet,
        ]
        for kind in kept { #expect(!kind.rule.isImportable, "\(kind.rawValue)") }
    }

    /// The lines of the events' table: kinds, who may read, what counts, in a file.
    private static func rows() throws -> [(kinds: [String], cells: [String])] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "docs/architecture.md"), encoding: .utf8)
        return text.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 5, cells[0].hasPrefix("`"), cells[0].contains(".") else { return nil }
            let kinds = cells[0].split(separator: ", ").map { $0.trimmingCharacters(in: ["`"]) }
            return (kinds, Array(cells[2...]))
        }
    }

    @Test(arguments: EventKind.allCases) func isToldInTheTableAsItIs(_ kind: EventKind) throws {
        let rows = try Self.rows().filter { $0.kinds.contains(kind.rawValue) }
        #expect(rows.count == 1, "\(kind.rawValue) has \(rows.count) rows in docs/architecture.md")
        let rule = kind.rule
        let audience =
            switch rule.audience {
            case .mine: "mine"
            case .ours: "ours"
            case .oursSealed: "ours, sealed"
            case .mineUntilShared: "mine until shared"
            }
        let merge =
            switch rule.merge {
            case .all: "all"
            case .last: "last of each person"
            case .addWins: "last of each person; what adds wins a tie"
            case .lastOfAll: "last of all"
            case .both: "what both have said"
            case .removal: "what is taken out stays out"
            }
        let file = rule.isImportable ? "out and in" : rule.isExportable ? "out" : "no"
        #expect(rows.first?.cells == [audience, merge, file], "\(kind.rawValue)")
    }

    @Test(arguments: SampleEvents.all) func countsAsItsRuleSays(_ event: Event) throws {
        let name = "\(event.kind.rawValue)"
        let once = try digest([(ben, event)])
        switch event.kind.rule.merge {
        case .all: #expect(try digest([(ben, event), (ben, event)]) != once, "\(name) is kept each time")
        case .last, .addWins:
            #expect(try digest([(ben, event), (ben, event)]) == once, "\(name) is replaced by its author's later one")
            #expect(try digest([(ada, event), (ben, event)]) != once, "\(name) is not replaced by the other's")
        case .lastOfAll: #expect(try digest([(ada, event), (ben, event)]) == once, "\(name) is replaced by anybody's")
        case .both: #expect(try digest([(ben, event), (ben, event)]) == once, "\(name) is said once")
        case .removal: #expect(try digest([]) == once, "\(name) shows only in what it takes out")
        }
        if event.kind.rule.merge != .removal { #expect(try digest([]) != once, "\(name) is in the digest") }
    }
}
