import Bytes
import Ledger

// Kindnesses planned in secret. All of it is in the private space, in entries like any other there: the other's devices are given
// none of them, and nothing that they are given follows from them until their maker shows one.

/// What the person has planned and done in secret.
public struct Kindnesses {
    /// What is planned, the next day first.
    public let planned: [Kindness]
    /// What was done, the latest first.
    public let done: [Kindness]

    /// What a home has to tell.
    public init(_ home: Home) {
        let all = home.mine.kindnesses(of: home.me)
        let open = all.filter { $0.done == nil }
        planned =
            open.filter { $0.planned.fields.day != nil }.sorted { first, second in
                (first.planned.fields.day?.number ?? 0, first.planned.milliseconds)
                    < (second.planned.fields.day?.number ?? 0, second.planned.milliseconds)
            } + open.filter { $0.planned.fields.day == nil }
        done = all.filter { $0.done != nil }
            .sorted { ($0.done?.milliseconds ?? 0) > ($1.done?.milliseconds ?? 0) }
    }
}

extension Home {
    /// Whether the person has planned something kind for today. Nobody who is afraid of the other is put in mind of it.
    public func plannedKindness(for day: Day) -> Bool {
        !suggestsAlone && mine.kindnesses(of: me).contains { $0.done == nil && $0.planned.fields.day == day }
    }

    /// Whether a kindness that was done can be shown to the other, and hasn't been.
    public func canShow(_ kindness: Kindness) -> Bool {
        guard hasPartnerNow, let done = kindness.done else { return false }
        return done.fields.moment.map { !isKept($0) } ?? true
    }

    /// Whether a moment stands in the story, as it was or in other words.
    private func isKept(_ moment: Identifier) -> Bool {
        guard let ours, let position = ours.log.position(of: moment) else { return false }
        return !ours.isRemoved(position)
            || ours.moments.contains { ours.moment(at: $0)?.fields.instead == moment }
    }

    /// A kindness by the entry that planned it.
    func kindness(_ entry: Identifier) -> Kindness? {
        mine.kindnesses(of: me).first { $0.planned.entry == entry }
    }
}
