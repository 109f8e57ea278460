/// What the couple's data say about any practice.
struct ProposalSituation {
    struct Candidate {
        let practice: Practice
        let score: Double
        let reason: Proposal.Reason
    }

    private struct Memory {
        var lastDay: Int
        var lastOutcome: Done.Outcome?
    }

    /// For how many days at least a practice that was done isn't proposed again.
    private static let daysOfRest = 14
    /// For how many days a practice that was hard isn't proposed again.
    private static let daysAfterHard = 90
    /// From which level of energy, rest or calm nothing is lacking.
    private static let enough = 7.0
    private static let firstCause = 0.3
    private static let furtherCause = 0.1
    private static let keeping = 0.05

    private let request: ProposalRequest
    private let sharedCauses: [Cause]
    private let circumstances: Circumstances
    private let step: Openness
    private let needs: [Double]
    private let strengths: [Double]
    private let tiredness: Double
    private var memories: [String: Memory] = [:]

    init(_ request: ProposalRequest, practices: [Practice], sharedCauses: [Cause]) {
        self.request = request
        self.sharedCauses = sharedCauses
        var circumstances = request.circumstances
        for cause in sharedCauses {
            if let circumstance = cause.circumstance { circumstances.insert(circumstance) }
        }
        self.circumstances = circumstances
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
            }
        if case .own = row.aspect {
            let mine = row.mine.felt?.value ?? Self.enough
            let theirs = row.theirs.felt?.value ?? Self.enough
            let lacking = Self.enough - min(mine, theirs)
            return lacking >= Picture.noticeable ? family * lacking / 10 : 0
        }
        // Less than one would notice is no need, and no reason to give.
        guard let wider = row.widerGap, wider >= Picture.noticeable else { return 0 }
        let mine = row.mine.gap ?? 0
        if isAlone { return family * max(mine, 0) / 10 }
        let theirs = row.theirs.gap ?? 0
        if min(mine, theirs) <= -Picture.noticeable { return 0 }
        let both = max(min(mine, theirs), 0)
        let mean = (max(mine, 0) + max(theirs, 0)) / 2
        return family * (mean + both) / 2 / 10
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

    /// The practice with its score and reason; nil when it isn't to be proposed.
    func candidate(_ practice: Practice) -> Candidate? {
        guard !request.plan.contains(practice.id), practice.openness <= step, practice.fits(circumstances) else {
            return nil
        }
        if let minutes = request.minutesAWeek, practice.company != .alone, practice.minutesAWeek > minutes {
            return nil
        }
        let memory = memories[practice.id]
        if let memory {
            let rest = memory.lastOutcome == .hard ? Self.daysAfterHard : max(Self.daysOfRest, practice.rhythm.days)
            if request.today - memory.lastDay < rest { return nil }
        }

        var fit = 0.0
        var strongest = (part: 0.0, reason: Proposal.Reason.feeds(practice.feeds.strongest ?? Aspect.all[0]))
        func add(_ part: Double, _ reason: @autoclosure () -> Proposal.Reason) {
            fit += part
            if part > strongest.part { strongest = (part, reason()) }
        }
        let length = practice.feeds.length
        for (index, aspect) in Aspect.all.enumerated() {
            let weight = practice.feeds[aspect]
            if weight == 0 { continue }
            add(needs[index] * weight / length, need(of: aspect))
            add(Self.keeping * strengths[index] * weight / length, .keeps(aspect))
        }
        var answered = 0
        for cause in sharedCauses where cause.practices.contains(practice.id) || practice.causes.contains(cause.id) {
            add(answered == 0 ? Self.firstCause : Self.furtherCause, .answers(cause: cause.id))
            answered += 1
        }

        var score = (fit + 0.01) * ease(practice) * (1 - 0.03 * Double(practice.cost))
        switch memory?.lastOutcome {
        case .good:
            score *= 1.15
            switch strongest.reason {
            case .keeps, .feeds: strongest.reason = .didGood
            case .bothWish, .oneWishes, .youWish, .restores, .answers, .didGood: break
            }
        case .flat, .hard: score *= 0.7
        case nil: break
        }
        score *= 0.97 + 0.06 * request.seed.fraction(for: practice.id)
        return Candidate(practice: practice, score: score, reason: strongest.reason)
    }

    /// From 1 down to 0.4: the more effort and time a practice asks of tired people, the lower.
    private func ease(_ practice: Practice) -> Double {
        let effort = Double(practice.effort - 1) / 4
        let time = Double(min(practice.minutes, 120)) / 120
        return 1 - 0.6 * tiredness * (0.6 * effort + 0.4 * time)
    }

    /// The reason that a need gives.
    private func need(of aspect: Aspect) -> Proposal.Reason {
        if case .own(let aspect) = aspect { return .restores(aspect) }
        guard request.picture.theirs != nil else { return .youWish(aspect) }
        let row = request.picture.row(aspect)
        return (row.sharedGap ?? 0) >= Picture.noticeable ? .bothWish(aspect) : .oneWishes(aspect)
    }
}
