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
        #expect((event.sealName != nil) == event.kind.rule.isSealed, "\(event.kind.rawValue)")
    }

    @Test(arguments: EventKind.allCases) func comesInOnlyWhereItMayGoOut(_ kind: EventKind) {
        let rule = kind.rule
        #expect(rule.isExportable || !rule.isImportable, "\(kind.rawValue)")
    }

    @Test func nothingThatVouchesAgreesOrRemovesComesInByAFile() {
        let kept: [EventKind] = [
            .peerTrusted, .invitationMade, .journalRemoved, .entryRemoved, .planEntered, .planRested, .proposalAnswered,
            .settingSet,
            .promiseMade, .promiseKept, .promiseReleased,
            .screenFreeOffered, .screenFreeAgreed, .screenFreeEnded,
            .journeyWanted, .journeyMoved, .journeyRested, .journeyStopped,
            .dateJudged, .dateDrawn, .dateChosen, .datePlanned, .dateAgreed, .datePutBack, .dateKept,
            .growthShown, .growthBacked, .reportAsked, .reportAgreed, .reportMade, .bookMarked, .bookEntered,
            .bookRested, .pursuitJoined, .talkSuggested, .talkAgreed, .talkCalledOff, .talkLineKept,
        ]
        for kind in kept { #expect(!kind.rule.isImportable, "\(kind.rawValue)") }
    }

    /// The lines of the events' table: kinds, fields, and who may read, what counts, in a file, erased.
    private static func rows() throws -> [(kinds: [String], fields: String, cells: [String])] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "docs/architecture.md"), encoding: .utf8)
        return text.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 6, cells[0].hasPrefix("`"), cells[0].contains(".") else { return nil }
            let kinds = cells[0].split(separator: ", ").map { $0.trimmingCharacters(in: ["`"]) }
            return (kinds, cells[1], Array(cells[2...]))
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
            case .all, .each, .course: "all"
            case .last: "last of each person"
            case .addWins: "last of each person; what adds wins a tie"
            case .lastOfAll: "last of all"
            case .both: "what both have said"
            case .removal: "what is taken out stays out"
            }
        let file = rule.isImportable ? "out and in" : rule.isExportable ? "out" : "no"
        let erasing = rule.isErasable ? "by its author" : "no"
        #expect(rows.first?.cells == [audience, merge, file, erasing], "\(kind.rawValue)")
    }

    @Test(arguments: EventKind.allCases) func itsWordsAreToldInTheTableAsTheyAreLimited(_ kind: EventKind) throws {
        let row = try #require(try Self.rows().first { $0.kinds.contains(kind.rawValue) })
        let told = row.fields.matches(of: /≤ (\d+)/).compactMap { Int($0.1) }
        let limits = row.kinds.compactMap { EventKind(rawValue: $0)?.rule.limits.writing }.max() ?? 0
        #expect(told == (limits == 0 ? [] : [limits]), "\(kind.rawValue)")
    }

    @Test(arguments: SampleEvents.all) func countsAsItsRuleSays(_ event: Event) throws {
        let name = "\(event.kind.rawValue)"
        let once = try digest([(ben, event)])
        switch event.kind.rule.merge {
        case .all, .each, .course:
            #expect(try digest([(ben, event), (ben, event)]) != once, "\(name) is kept each time")
        case .last, .addWins:
            #expect(try digest([(ben, event), (ben, event)]) == once, "\(name) is replaced by its author's later one")
            #expect(try digest([(ada, event), (ben, event)]) != once, "\(name) is not replaced by the other's")
        case .lastOfAll: #expect(try digest([(ada, event), (ben, event)]) == once, "\(name) is replaced by anybody's")
        case .both: #expect(try digest([(ben, event), (ben, event)]) == once, "\(name) is said once")
        case .removal: #expect(try digest([]) == once, "\(name) shows only in what it takes out")
        }
        if event.kind.rule.merge != .removal { #expect(try digest([]) != once, "\(name) is in the digest") }
    }

    /// Every entry that a person can correct is told what it corrects, and no other.
    @Test(arguments: SampleEvents.all) func replacesWhatItsRuleSays(_ event: Event) throws {
        var us = Projection()
        for (number, author) in [ada, ben].enumerated() {
            let stamp = Stamp(milliseconds: 1_000_000 + Int64(number), counter: 0, device: DeviceID(7))
            let id = Identifier(high: 3, low: UInt64(number))
            _ = us.insert(Entry(id: id, author: author, body: try event.body(at: stamp)))
        }
        let replaced = us.stamp(replacedBy: try event.written(), of: ada)?.milliseconds
        switch event.kind.rule.merge {
        case .all, .each, .removal: #expect(replaced == nil, "\(event.kind.rawValue) replaces nothing")
        case .last, .addWins: #expect(replaced == 1_000_000, "\(event.kind.rawValue) replaces its author's own")
        case .lastOfAll, .both, .course: #expect(replaced == 1_000_001, "\(event.kind.rawValue) follows anybody's")
        }
    }

    @Test(arguments: SampleEvents.all) func isHeldByWhoeverAnsweredUnderItsSeal(_ event: Event) throws {
        guard let seal = event.sealName else { return }
        var us = Projection()
        let stamp = Stamp(milliseconds: 1_000_000, counter: 0, device: DeviceID(7))
        #expect(!us.holds(seal, by: ada), "\(seal.text)")
        _ = us.insert(Entry(id: Identifier(high: 4, low: 1), author: ada, body: try event.body(at: stamp)))
        #expect(us.holds(seal, by: ada), "\(seal.text)")
        #expect(!us.holds(seal, by: ben), "\(seal.text)")
    }

    @Test func theNamesOfSealsAreTheOnesThatStandOnDevices() throws {
        let names = SampleEvents.all.compactMap { $0.sealName?.text }
        #expect(
            names == [
                "check/2026-Q4", "check/2027-Q1", "pulse/2026-W47", "question/first-trip",
                "journey/first-month/1/start",
            ])
        #expect(SealName.question("first-trip").text == "question/first-trip")
    }

    /// A body with the words of its kind replaced by `text`.
    private func body(_ event: Event, _ text: String) throws -> [UInt8]? {
        let stamp = Stamp(milliseconds: 1_000_000, counter: 0, device: DeviceID(7))
        let body = String(decoding: try event.body(at: stamp), as: UTF8.self)
        guard let range = body.firstRange(of: /"(?:text|note|value|name)":"[^"]*"/) else { return nil }
        let field = body[range].split(separator: ":")[0]
        return Array(body.replacingCharacters(in: range, with: "\(field):\"\(text)\"").utf8)
    }

    @Test(arguments: SampleEvents.all) func whatIsFarTooLongIsCutWhereItIsRead(_ event: Event) throws {
        let limits = event.kind.rule.limits
        guard limits.writing > 0, let whole = try body(event, String(repeating: "ü", count: limits.reading)),
            let flood = try body(event, String(repeating: "ü", count: limits.reading + 10_000))
        else { return }
        #expect(Body(reading: whole).content != Body(reading: flood).content, "\(event.kind.rawValue)")
        guard case .event(let read) = Body(reading: flood).content else {
            Issue.record("\(event.kind.rawValue) is not read")
            return
        }
        #expect("\(read)".contains(String(repeating: "ü", count: limits.reading) + "…"), "\(event.kind.rawValue)")
        #expect(throws: FieldDefect.self, "\(event.kind.rawValue)") {
            try read.body(at: Stamp(milliseconds: 5, counter: 0, device: DeviceID(7)))
        }
        var log = Log()
        _ = log.insert(Entry(id: Identifier(high: 5, low: 1), author: ada, body: flood))
        #expect(log.body(at: try #require(log.positions.first)) == flood, "the entry keeps it whole")
    }

    @Test func aNameThatNoHearthGaveIsADefectAndComparesWithNothing() {
        let name = String(repeating: "x", count: 2000)
        let body = #"{"v":1,"t":5,"c":1,"d":"AQIDBAUGBwg","k":"sign.noticed","f":{"sign":"\#(name)"}}"#
        #expect(
            Body(reading: Array(body.utf8)).content == .defective(.signNoticed, FieldDefect("sign", .tooLong)))
    }
}

extension EventRule {
    fileprivate var isSealed: Bool { if case .oursSealed = audience { true } else { false } }
}
