import Bytes
import Closeness
import Insight
import Ledger
import Library

// What the answers of both say over time.

extension Home {
    /// Brings ``closeness`` up to date. Costs nothing when nothing has changed since.
    ///
    /// An answer that a clock far ahead has written waits for its day: it would be the last for years, and everything between flat.
    public mutating func followCloseness(_ world: World) {
        let revision = revision
        guard revision != followed else { return }
        followed = revision
        var answers = answers(of: me, as: .a)
        if let partner { answers += self.answers(of: partner, as: .b) }
        let end = Double(today(world).number + 2)
        closeness.follow(Self.ordered(answers.filter { $0.day < end }))
    }

    private static func ordered(_ answers: [Answer]) -> [Answer] {
        answers.sorted { ($0.day, $0.person.rawValue) < ($1.day, $1.person.rawValue) }
    }

    /// What both phones know of the couple's answers: pulses before a day, of weeks for which both are in, and checks, of seasons
    /// for which both are in. Alone, one's own. In time order; which of the two is `a` comes out alike on both phones.
    func agreedAnswers(before day: Day) -> [Answer] {
        let earliest = Double(day.number - Self.daysThatTeach)
        var answers: [Answer] = []
        if hasPartnerNow, let ours, let partner {
            for (role, person, other) in [
                (Partner.a, min(me, partner), max(me, partner)), (.b, max(me, partner), min(me, partner)),
            ] {
                for pulse in ours.pulses(of: person) where Self.day(pulse) >= earliest {
                    guard let theirs = ours.pulse(of: other, in: pulse.fields.week),
                        Self.day(theirs) < Double(day.number)
                    else { continue }
                    answers += Self.answers(pulse, as: role)
                }
                answers += self.answers(
                    ours.checks(of: person).filter { ours.check(of: other, in: $0.fields.season) != nil }, as: role)
            }
        } else {
            answers = self.answers(of: me, as: .a)
        }
        return Self.ordered(
            answers.filter { $0.day >= earliest && ($0.source == .check || $0.day < Double(day.number)) })
    }

    /// How far back answers teach anything about practices.
    private static let daysThatTeach = 400

    /// Someone's pulses, from both spaces. What was kept privately and then put into the envelope counts once.
    public func pulses(of person: Identifier) -> [Said<PulseAnswered>] {
        mine.pulses(of: person).filter { ours?.pulse(of: person, in: $0.fields.week) == nil }
            + (ours?.pulses(of: person) ?? [])
    }

    /// Someone's checks, from both spaces, like their pulses.
    func checks(of person: Identifier) -> [Said<CheckAnswered>] {
        mine.checks(of: person).filter { ours?.check(of: person, in: $0.fields.season) == nil }
            + (ours?.checks(of: person) ?? [])
    }

    /// Everything that one person answered about the pillars, in both spaces.
    private func answers(of person: Identifier, as partner: Partner) -> [Answer] {
        var answers: [Answer] = []
        for pulse in pulses(of: person) { answers += Self.answers(pulse, as: partner) }
        return answers + self.answers(checks(of: person), as: partner)
    }

    static func answers(_ pulse: Said<PulseAnswered>, as partner: Partner) -> [Answer] {
        Pillar.allCases.compactMap { pillar in
            pulse.fields.pillars[pillar].map {
                Answer(person: partner, pillar: pillar, day: day(pulse), value: Double($0))
            }
        }
    }

    /// What somebody's checks say about the pillars. Not every season asks the same statements, so they are linked with each other.
    func answers(_ checks: [Said<CheckAnswered>], as partner: Partner) -> [Answer] {
        let checks = checks.sorted { ($0.fields.season, $0.milliseconds) < ($1.fields.season, $1.milliseconds) }
        let all = catalogue.check.all
        return Pillar.allCases.flatMap { pillar in
            let items = all.filter { $0.aspect == .pillar(pillar) }
            let answered = checks.map { check in
                items.compactMap { item in
                    ItemAnswer(felt: check.fields.felt[item.id].map(Double.init), wished: nil).felt
                        .map { (item: item.id, value: $0) }
                }
            }
            return zip(checks, zip(answered, LinkedLevels.levels(answered))).compactMap { check, said in
                said.1.map {
                    Answer(
                        person: partner, pillar: pillar, day: Self.day(check), value: $0, source: .check,
                        statements: said.0.count)
                }
            }
        }
    }

    /// When something was said, in days since 1970.
    private static func day<Fields>(_ said: Said<Fields>) -> Double { Double(said.milliseconds) / 86_400_000 }

    /// What a check says about each aspect.
    public func reading(_ check: CheckAnswered) -> Reading {
        var answers: [String: ItemAnswer] = [:]
        for item in catalogue.check.all {
            answers[item.id] = ItemAnswer(
                felt: check.felt[item.id].map(Double.init), wished: check.wished[item.id].map(Double.init))
        }
        return Reading(check: catalogue.check, answers: answers)
    }
}
