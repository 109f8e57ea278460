import Bytes

/// A break that either of the two called apart from any talk.
///
/// It is written as a break in a talk is, and ends by the same rules (``ConversationState``): before its time by both, after it by
/// either. Its entries name no talk (``conversation``), so earlier versions read them and do nothing.
public struct Pause: Equatable, Sendable {
    /// What stands in its entries for a talk.
    public static let conversation = Identifier.zero
    /// How long one may be, in milliseconds: from an evening to the next.
    public static let longest: Int64 = 28 * 3_600_000
    /// For how long after one of theirs a person can call short ones only, in milliseconds: nobody is kept waiting for days. The
    /// other can call any.
    static let rest: Int64 = 12 * 3_600_000
    /// How long a short one may be, in milliseconds.
    public static let short: Int64 = 3_600_000

    /// When they come back, which may be over: milliseconds since 1970.
    public let until: Int64
    /// Who would come back before its time.
    public let ready: [Identifier]
}

/// The breaks of two people, as their entries lead to the last one.
private struct PauseCourse {
    /// The break as if it were one in a talk that goes on.
    private var state: ConversationState?
    /// When it ends at the latest, whoever prolongs it.
    private var limit: Int64 = 0
    private var last: (asker: Identifier, end: Int64)?

    /// The time at which they come back, unless they have.
    var until: Int64? {
        guard case .paused(let until?)? = state?.phase else { return nil }
        return until
    }

    var pause: Pause? { until.map { Pause(until: $0, ready: state?.pause?.ready ?? []) } }

    mutating func follow(_ event: Event, by author: Identifier, at time: Int64) {
        let isGoing = until.map { time < $0 } ?? false
        if case .conversationPaused(let asked) = event {
            if !isGoing {
                settle(at: time)
                limit = latestEnd(for: author, at: time)
                let start = ConversationStarted(
                    conversation: Pause.conversation, script: "", devices: .two, first: author)
                var begun = ConversationState(start, at: time)
                // Nobody puts it off before it begins: there is no talk.
                begun.step = ConversationStep(number: 0)
                state = begun
            }
            let end = min(asked.until ?? limit, limit)
            let pause = ConversationPaused(conversation: asked.conversation, until: end, takesBoth: true)
            state?.follow(.conversationPaused(pause), by: author, at: time)
        } else if case .conversationResumed = event {
            let asker = state?.pause?.asker
            let end = until
            state?.follow(event, by: author, at: time)
            if until == nil, let asker, let end { last = (asker, min(end, time)) }
        }
    }

    /// Notes that the last break is over by its time.
    private mutating func settle(at time: Int64) {
        if let until, let asker = state?.pause?.asker { last = (asker, until) }
        state = nil
    }

    /// When a break ends at the latest that somebody calls at a time.
    func latestEnd(for author: Identifier, at time: Int64) -> Int64 {
        var last = last
        if let until, let asker = state?.pause?.asker { last = (asker, until) }
        let isRested = last.map { $0.asker != author || time - $0.end >= Pause.rest } ?? true
        return time + (isRested ? Pause.longest : Pause.short)
    }
}

extension Projection {
    /// The break that the two have apart from any talk; one whose time has come until somebody ends it; nil when there is none.
    public var pause: Pause? { pauseCourse.pause }

    /// When a break would end at the latest that somebody called at a time, in milliseconds since 1970.
    public func latestPauseEnd(for account: Identifier, at milliseconds: Int64) -> Int64 {
        pauseCourse.latestEnd(for: account, at: milliseconds)
    }

    /// What the entries about breaks come to. Reads only those that can still matter: after a longer time without a word every
    /// break is over, and nobody's last one counts.
    private var pauseCourse: PauseCourse {
        var course = PauseCourse()
        guard let symbol = log.symbol(for: Pause.conversation.text), let all = self[.conversations].course(symbol)
        else { return course }
        var start = max(all.count - 1, 0)
        while start > 0, milliseconds(all[start]) - milliseconds(all[start - 1]) < Pause.longest + Pause.rest {
            start -= 1
        }
        for position in all[start...] {
            guard let event = log.event(at: position) else { continue }
            course.follow(event, by: log.author(at: position), at: milliseconds(position))
        }
        return course
    }

    private func milliseconds(_ position: Log.Position) -> Int64 { log.stamp(at: position).milliseconds }
}
