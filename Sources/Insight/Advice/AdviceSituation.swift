public import Closeness

/// What the couple's data say about any practice: whether it may be advised now, and how well it fits.
public struct AdviceSituation: Sendable {
    /// A practice that may be advised.
    public struct Candidate: Sendable {
        /// The practice.
        public let practice: Practice
        /// For each of ``Aspect/all``, the need of it times the practice's weight: from 0 to 1.
        public let met: [Double]
        /// What speaks for it beside needs: the causes it answers, what it keeps.
        public let beside: Double
        /// What is left of the fit when effort, time and cost have had their say: above 0, at most 1.
        public let ease: Double
        /// What the couple's last word on it makes of the fit: 1.15 when it did good, 0.7 when it didn't, else 1.
        public let memory: Double
        /// The one reason that weighs most.
        public let reason: Advice.Reason

        /// The needs it meets and what speaks for it beside; above 0.
        var fit: Double {
            var sum = beside
            for part in met { sum += part }
            return sum
        }
    }

    private struct Memory {
        var lastDay: Int
        var lastOutcome: Done.Outcome?
    }

    /// For how many days at least a practice that was done isn't advised again.
    private static let daysOfRest = 14
    /// For how many days a practice that was hard isn't advised again.
    private static let daysAfterHard = 90
    /// From which level of energy, rest or calm nothing is lacking.
    private static let enough = 7.0
    private static let firstCause = 0.15
    private static let furtherCause = 0.05
    private static let keeping = 0.05

    private let request: AdviceRequest
    private let sharedCauses: [Cause]
    private let circumstances: Circumstances
    private let lifeSituations: Set<LifeSituation>
    private let step: Openness
    private let needs: [Double]
    private let strengths: [Double]
    private let tiredness: Double
    private var memories: [String: Memory] = [:]

    /// The situation of those who ask.
    ///
    /// - Parameters:
    ///   - request: what the couple shares; what is private in it is not looked at.
    ///   - practices: all practices of the library.
    ///   - causes: all causes of the library; those named in the request lend their practices, circumstances and
    ///     situations.
    public init(_ request: AdviceRequest, practices: [Practice], causes: [Cause]) {
        self.request = request
        let sharedCauses = causes.filter { request.causes.contains($0.id) }
        self.sharedCauses = sharedCauses
        var circumstances = request.circumstances
        for cause in sharedCauses {
            if let circumstance = cause.circumstance { circumstances.insert(circumstance) }
        }
        self.circumstances = circumstances
        var lifeSituations = Set(sharedCauses.compactMap { $0.situation })
        for situation in LifeSituation.allCases {
            if let circumstance = situation.circumstance, circumstances.contains(circumstance) {
                lifeSituations.insert(situation)
            }
        }
        self.lifeSituations = lifeSituations
        step = OpennessLadder(comfort: request.comfort, history: request.history, practices: practices).step
        let rows = Aspect.all.map { request.picture.row($0) }
        let isAlone = request.picture.theirs == nil
        needs = rows.map { Self.need($0, isAlone: isAlone) }
        strengths = rows.map { row in
            guard let felt = row.mine.felt?.value ?? row.theirs.felt?.value else { return 0 }
            return min(felt, row.theirs.felt?.value ?? felt) / 10
        }
        tiredness = Self.tiredness(rows, circumstances)
        // Merged reports come in the order of days, so the last one stays.
        for done in Done.merged(request.history) {
            memories[done.practice] = Memory(
                lastDay: done.day, lastOutcome: done.outcome ?? memories[done.practice]?.lastOutcome)
        }
    }

    /// How much is missing of one aspect, from 0 to 1.
    ///
    /// For two, the mean of what both miss and what the one who misses less misses: a gap that both have counts fully, one that
    /// only one has counts a quarter. Where either wishes for less, nothing is needed: nobody is pushed. Pillars count fully,
    /// foundations 0.8. Of oneself nothing is wished, so there what lacks to 7 points counts, 0.6, of the one who is shorter of it.
    private static func need(_ row: Picture.Row, isAlone: Bool) -> Double {
        let family =
            switch row.aspect {
            case .pillar: 1.0
            case .foundation: 0.8
            case .own: 0.6
            // Themes are looked at; no advice follows from them.
            case .theme: 0.0
            }
        if case .own = row.aspect {
            let mine = row.mine.felt?.value ?? Self.enough
            let theirs = row.theirs.felt?.value ?? Self.enough
            let lacking = Self.enough - min(mine, theirs)
            return lacking >= Picture.noticeable ? family * lacking / 10 : 0
        }
        if row.mine.wished == nil && row.theirs.wished == nil { return family * room(row) / 10 }
        // Less than one would notice is no reason to give (``isNoticed``), but what is left of a gap is closed by what meets it.
        guard let wider = row.widerGap, wider > 0 else { return 0 }
        let mine = row.mine.gap ?? 0
        if isAlone { return family * max(mine, 0) / 10 }
        let theirs = row.theirs.gap ?? 0
        if min(mine, theirs) <= -Picture.noticeable { return 0 }
        let both = max(min(mine, theirs), 0)
        let mean = (max(mine, 0) + max(theirs, 0)) / 2
        return family * (mean + both) / 2 / 10
    }

    /// What lacks to the top of the scale in the mean of those who said how it is, in points; for where nobody said what
    /// they wish.
    private static func room(_ row: Picture.Row) -> Double {
        guard let felt = row.mine.felt?.value ?? row.theirs.felt?.value else { return 0 }
        let room = 10 - (felt + (row.theirs.felt?.value ?? felt)) / 2
        return room >= Picture.noticeable ? room : 0
    }

    /// How little strength the more tired of the two has, from 0 to 1: 1 less the mean of energy, rest and calm. 0.4 when nobody
    /// said; at least 0.7 with a small child or an illness.
    private static func tiredness(_ rows: [Picture.Row], _ circumstances: Circumstances) -> Double {
        func tiredness(_ side: (Picture.Row) -> Picture.Side) -> Double? {
            var sum = 0.0
            var count = 0.0
            for row in rows {
                guard case .own = row.aspect, let felt = side(row).felt else { continue }
                sum += felt.value
                count += 1
            }
            return count > 0 ? 1 - sum / count / 10 : nil
        }
        let mine = tiredness { $0.mine }
        let theirs = tiredness { $0.theirs }
        let said = mine == nil && theirs == nil ? 0.4 : max(mine ?? 0, theirs ?? 0)
        let isHardTime = circumstances.contains(.newParents) || circumstances.contains(.illness)
        return isHardTime ? max(said, 0.7) : said
    }

    /// The practice with what speaks for it; nil when it isn't to be advised.
    public func candidate(_ practice: Practice) -> Candidate? {
        guard !request.plan.contains(practice.id), practice.openness <= step, practice.fits(circumstances),
            practice.isWritten(for: lifeSituations)
        else { return nil }
        if let minutes = request.minutesAWeek, practice.company != .alone, practice.minutesAWeek > minutes {
            return nil
        }
        let memory = memories[practice.id]
        if let memory {
            let rest = memory.lastOutcome == .hard ? Self.daysAfterHard : max(Self.daysOfRest, practice.rhythm.days)
            if request.today - memory.lastDay < rest { return nil }
        }

        var met = [Double](repeating: 0, count: Aspect.all.count)
        // Where nothing else is known, a little lets the ease decide.
        var beside = 0.01
        var strongest = (part: 0.0, reason: Advice.Reason.feeds(practice.feeds.strongest ?? Aspect.all[0]))
        func note(_ part: Double, _ reason: @autoclosure () -> Advice.Reason) {
            if part > strongest.part { strongest = (part, reason()) }
        }
        for (index, aspect) in Aspect.all.enumerated() {
            let weight = practice.feeds[aspect]
            if weight == 0 { continue }
            met[index] = needs[index] * weight
            if isNoticed(aspect) { note(met[index], need(of: aspect)) }
            let kept = Self.keeping * strengths[index] * weight
            beside += kept
            note(kept, .keeps(aspect))
        }
        var answered = 0
        for cause in sharedCauses
        where !isAsWished(practice) && (cause.practices.contains(practice.id) || practice.causes.contains(cause.id)) {
            let part = answered == 0 ? Self.firstCause : Self.furtherCause
            beside += part
            note(part, .answers(cause: cause.id))
            answered += 1
        }
        let outcome = memory?.lastOutcome
        if outcome == .good {
            switch strongest.reason {
            case .keeps, .feeds: strongest.reason = .didGood
            case .bothWish, .oneWishes, .youWish, .restores, .answers, .hasRoom, .didGood, .likeWhatHelped,
                .worthTrying:
                break
            }
        }
        return Candidate(
            practice: practice, met: met, beside: beside,
            ease: ease(practice) * (1 - 0.03 * Double(practice.cost)),
            memory: outcome == nil ? 1 : outcome == .good ? 1.15 : 0.7, reason: strongest.reason)
    }

    /// Whether all pillars that a practice feeds are known to be as those who said so wish: then no cause speaks for it.
    private func isAsWished(_ practice: Practice) -> Bool {
        let rows = request.picture.pillars.filter { practice.feeds[$0.aspect] > 0 }
        return !rows.isEmpty && rows.allSatisfy { row in row.widerGap.map { $0 < Picture.noticeable } ?? false }
    }

    /// From 1 down to 0.4: the more effort and time a practice asks of tired people, the lower.
    private func ease(_ practice: Practice) -> Double {
        let effort = Double(practice.effort - 1) / 4
        let time = Double(min(practice.minutes, 120)) / 120
        return 1 - 0.6 * tiredness * (0.6 * effort + 0.4 * time)
    }

    /// Whether somebody would notice what is missing. Of oneself nothing is wished; there need itself begins at what is noticed.
    private func isNoticed(_ aspect: Aspect) -> Bool {
        if case .own = aspect { return true }
        guard let wider = request.picture.row(aspect).widerGap else { return true }
        return wider >= Picture.noticeable
    }

    /// The reason that a need gives.
    private func need(of aspect: Aspect) -> Advice.Reason {
        if case .own(let aspect) = aspect { return .restores(aspect) }
        let row = request.picture.row(aspect)
        if row.mine.wished == nil && row.theirs.wished == nil { return .hasRoom(aspect) }
        guard request.picture.theirs != nil else { return .youWish(aspect) }
        return (row.sharedGap ?? 0) >= Picture.noticeable ? .bothWish(aspect) : .oneWishes(aspect)
    }
}
