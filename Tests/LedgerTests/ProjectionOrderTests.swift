import Bytes
import Closeness
import Testing

@testable import Ledger

/// Whatever order entries come in, and however often: the projection is the same.
@Suite struct ProjectionOrderTests {
    /// A history of two people with three devices, clocks that jump, and events about few things, so that they collide.
    private func history(seed: UInt64, count: Int) throws -> [Entry] {
        var generator = SeededGenerator(seed: seed)
        let people = [SampleEvents.someone, SampleEvents.other]
        var writers = (0..<3).map { Writer(author: people[$0 % 2], device: UInt64($0)) }
        var entries: [Entry] = []
        var now = noon
        for _ in 0..<count {
            now += Int64.random(in: -40_000...60_000, using: &generator)
            let index = Int.random(in: 0..<3, using: &generator)
            if let last = entries.randomElement(using: &generator), Bool.random(using: &generator) {
                writers[index].read(last, now: now)
            }
            let event = event(now, entries, using: &generator)
            entries.append(try writers[index].entry(event, now: now, using: &generator))
        }
        return entries
    }

    private func event(_ now: Int64, _ entries: [Entry], using generator: inout SeededGenerator) -> Event {
        if let page = entries.randomElement(using: &generator), Int.random(in: 0..<12, using: &generator) == 0 {
            return .journalRemoved(EntryRemoved(entry: page.id))
        }
        let day = Day(milliseconds: now, offset: 0)
        let name = "name-\(Int.random(in: 0..<3, using: &generator))"
        let conversation = Identifier(high: UInt64.random(in: 0..<2, using: &generator), low: 1)
        switch SampleEvents.all.randomElement(using: &generator)! {
        case .signNoticed: return .signNoticed(SignMark(sign: name))
        case .signDismissed: return .signDismissed(SignMark(sign: name))
        case .planEntered: return .planEntered(PlanEntered(practice: name, round: "1"))
        case .planRested: return .planRested(PlanRested(practice: name))
        case .settingSet: return .settingSet(SettingSet(key: name, value: "\(now)"))
        case .practiceDone: return .practiceDone(PracticeDone(practice: name, day: day))
        case .pulseAnswered:
            return .pulseAnswered(PulseAnswered(week: day.week, felt: 5, wished: 6, pillars: [.physical: 2]))
        case .conversationStarted(var start):
            start.conversation = conversation
            return .conversationStarted(start)
        case .conversationMoved(var move):
            move.conversation = conversation
            return .conversationMoved(move)
        case let event: return event
        }
    }

    /// All that can be asked of a projection, in a form that doesn't depend on positions.
    private func summary(_ us: Projection) -> [String] {
        var lines = us.accounts.flatMap { account in
            [
                "\(String(describing: us.profile(of: account)))", "\(us.signs(of: account))",
                "\(us.causes(of: account))",
                "\(us.pulses(of: account).map(\.entry.text))", "\(us.checks(of: account).map(\.entry.text))",
                "\(us.proposals(of: account))",
                "\(us.questions(of: account))", "\(us.journal(of: account).map { us.log.id(at: $0).text })",
                "\(String(describing: us.circumstances(of: account)))",
                "\(us.reflections(of: account, about: "cause:work"))",
            ]
        }
        lines.append("\(us.planned(by: us.accounts)) \(us.accounts.map { us.planned(by: [$0]) })")
        lines.append("\(us.deeds.map { us.log.id(at: $0.position).text })")
        lines.append("\(us.appreciations.map { us.log.id(at: $0).text })")
        lines.append("\(us.moments.map { us.log.id(at: $0).text })")
        lines.append("\(us.conversationStates)")
        for walk in us.journeys(of: us.accounts) {
            let ready = walk.walkers.map { walk.ready[$0] }
            lines.append("\(walk.journey) \(walk.phase) \(walk.walk) \(walk.place) \(walk.since)")
            lines.append("\(walk.willing) \(ready)")
        }
        lines.append("\((0..<3).map { us.setting("name-\($0)") })")
        return lines
    }

    @Test(arguments: 0..<40 as Range<UInt64>) func anyOrderAndAnyRepetitionGiveTheSame(_ seed: UInt64) throws {
        let entries = try history(seed: seed, count: 120)
        var inOrder = Projection()
        for entry in entries { _ = inOrder.insert(entry) }
        var generator = SeededGenerator(seed: seed + 1000)
        for _ in 0..<4 {
            var shuffled = Projection()
            var repeated = entries + entries.shuffled(using: &generator).prefix(30)
            repeated.shuffle(using: &generator)
            for entry in repeated { _ = shuffled.insert(entry) }
            #expect(shuffled.log.count == entries.count, "seed \(seed)")
            #expect(shuffled.digest == inOrder.digest, "seed \(seed)")
            #expect(summary(shuffled) == summary(inOrder), "seed \(seed)")
        }
        // Half of it kept and loaded, the rest coming in between.
        var segment = Segment()
        for (index, entry) in entries.enumerated() where index % 2 == 0 { segment.add(entry) }
        var loaded = Projection()
        for (index, entry) in entries.enumerated() where index % 2 == 1 { _ = loaded.insert(entry) }
        _ = loaded.load(segment.bytes)
        #expect(loaded.digest == inOrder.digest, "seed \(seed)")
        #expect(summary(loaded) == summary(inOrder), "seed \(seed)")
    }

    @Test func theFoldFollowsTheOrderAndNothingElse() throws {
        // The same as a fold that sorts first: insert in the order that the log gives.
        for seed in 100..<110 as Range<UInt64> {
            let entries = try history(seed: seed, count: 150)
            var any = Projection()
            for entry in entries { _ = any.insert(entry) }
            var sorted = Projection()
            for position in any.log.ordered {
                _ = sorted.insert(
                    Entry(
                        id: any.log.id(at: position), author: any.log.author(at: position),
                        body: any.log.body(at: position)))
            }
            #expect(sorted.digest == any.digest)
        }
    }

    @Test func anotherWordGivesAnotherDigest() throws {
        let entries = try history(seed: 7, count: 40)
        var digests: Set<UInt64> = []
        for dropped in 0...entries.count {
            var us = Projection()
            for (index, entry) in entries.enumerated() where index != dropped { _ = us.insert(entry) }
            digests.insert(us.digest)
        }
        // An entry that another one replaces leaves no trace when it is dropped; most leave one.
        #expect(digests.count > entries.count / 2)
    }
}
