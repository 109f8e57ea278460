import Bytes
import Closeness
import Insight
import Ledger
import Library

// What was done.

/// What stands about a practice on one day.
public enum DeedStanding: Equatable {
    /// Nothing was said.
    case open
    /// It was done.
    ///
    /// - Parameters:
    ///   - byMe: whether the person says so; else only the partner does.
    ///   - helped: how much it helped the person, as they said; nil when they didn't.
    case done(byMe: Bool, helped: Int?)
    /// The person left it for another day.
    case left
}

extension Home {
    /// What stands about a practice on a day. The last word of each person counts, so what was marked in error can be taken back.
    public func standing(of practice: String, on day: Day) -> DeedStanding {
        var isDoneByMe = false
        var isDoneByPartner = false
        var isLeft = false
        var helped: Int?
        for projection in [mine, ours].compactMap({ $0 }) {
            guard let symbol = projection.log.symbol(for: practice) else { continue }
            var lastOfMine: Deed?
            var hasLastOfPartner = false
            for deed in Self.recent(in: projection, since: day) where deed.practice == symbol && deed.day == day {
                let isMine = projection.log.author(at: deed.position) == me
                if !isMine {
                    if !hasLastOfPartner { isDoneByPartner = isDoneByPartner || deed.isDone }
                    hasLastOfPartner = true
                } else if lastOfMine == nil {
                    lastOfMine = deed
                    isDoneByMe = isDoneByMe || deed.isDone
                    isLeft = isLeft || !deed.isDone
                    helped = helped ?? deed.helped
                } else if lastOfMine?.isDone == true, deed.isDone {
                    helped = helped ?? deed.helped
                }
            }
        }
        if isDoneByMe || isDoneByPartner { return .done(byMe: isDoneByMe, helped: isDoneByMe ? helped : nil) }
        return isLeft ? .left : .open
    }

    /// The last day before `day` on which each of these practices was done by either, within 200 days.
    public func lastDays(of practices: [Practice], before day: Day) -> [String: Day] {
        var days: [String: Day] = [:]
        for projection in [mine, ours].compactMap({ $0 }) {
            var names: [Symbol: String] = [:]
            for practice in practices {
                if let symbol = projection.log.symbol(for: practice.id) { names[symbol] = practice.id }
            }
            var found = 0
            for deed in Self.recent(in: projection, since: day.advanced(by: -200) ?? day) {
                guard deed.isDone, deed.day < day, let name = names[deed.practice] else { continue }
                if let known = days[name] {
                    if known < deed.day { days[name] = deed.day }
                } else {
                    days[name] = deed.day
                    found += 1
                    if found == names.count { break }
                }
            }
        }
        return days
    }

    /// What either reported in the space that proposals are made from, for as long as it bears on them.
    ///
    /// - Parameter day: The first day of the week, so that both phones look back equally far.
    func history(before day: Day) -> [Done] {
        guard let projection = hasPartnerNow ? ours : mine else { return [] }
        var names: [Symbol: String] = [:]
        var history: [Done] = []
        // Latest first: of what somebody said of a practice on a day their last word counts, and of ratings the last one.
        var spoken: Set<SaidOfDeed> = []
        for deed in Self.recent(in: projection, since: day.advanced(by: -Self.daysThatBear) ?? day) {
            // What nobody can have done yet would let the practice rest until then.
            guard deed.day.number <= day.number + 7 else { continue }
            let said = SaidOfDeed(
                author: projection.log.author(at: deed.position), practice: deed.practice, day: deed.day.number)
            let isCorrected = spoken.contains(said)
            if !deed.isDone || deed.helped != nil { spoken.insert(said) }
            if isCorrected || !deed.isDone { continue }
            // What nobody rated matters only while the practice rests.
            guard deed.helped != nil || day.number - deed.day.number < Self.daysOfUnrated else { continue }
            let name = names[deed.practice] ?? projection.log.text(of: deed.practice)
            names[deed.practice] = name
            history.append(
                Done(practice: name, day: deed.day.number, outcome: deed.helped.map { Done.Outcome(helped: $0) }))
        }
        return history
    }

    /// How far back reports bear on proposals, in days.
    private static let daysThatBear = 400
    /// How far back reports without a rating do, in days.
    private static let daysOfUnrated = 120

    /// Deeds since a day, latest first. They come in the order of writing, and nothing is written down before its day, give or take
    /// clocks and zones; so what one of them says of a day long ago, or to come, hides none of the others.
    static func recent(in projection: Projection, since day: Day) -> [Deed] {
        let deeds = projection.deeds
        let earliest = Int64(day.number - 7) * 86_400_000
        var first = deeds.count
        while first > 0, projection.log.stamp(at: deeds[first - 1].position).milliseconds >= earliest { first -= 1 }
        return deeds[first...].reversed().filter { $0.day >= day }
    }
}

/// Whose word on which practice and day something is.
private struct SaidOfDeed: Hashable {
    let author: Identifier
    let practice: Symbol
    let day: Int
}
