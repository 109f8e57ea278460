import Bytes
import Closeness
import Ledger
import Library

/// What the other has let the person read in the last days and the person hasn't put away: so that nothing that took courage to share
/// lies unseen on a page where nobody goes. The other learns nothing of it.
public struct FromPartner: Equatable, Sendable {
    /// One thing.
    public enum Item: Equatable, Sendable {
        /// A sign that they notice, with or without words.
        case sign(Sign, hasWords: Bool)
        /// A cause that they suspect, with or without words.
        case cause(Cause, hasWords: Bool)
        /// A moment that they kept, and its words.
        case moment(Identifier, String)
        /// A line about a practice that was done.
        case line(Practice)
        /// Something that they promised.
        case promise(String)
    }

    /// The newest, latest first.
    public let items: [Item]
    /// How many more there are.
    public let more: Int
    /// When the newest was written: milliseconds since 1970.
    let last: Int64

    /// For how many days it is told.
    private static let days = 7
    /// How many are told at most.
    private static let most = 4

    /// What there is in a home; nil for nothing. Nobody who is afraid of the other is put in mind of what they write.
    init?(_ home: Home, _ world: World) {
        guard home.hasPartnerNow, !home.suggestsAlone, let ours = home.ours, let partner = home.partner else {
            return nil
        }
        let since = max(home.seenFromPartner, Int64(world.now) - Int64(Self.days) * 86_400_000)
        var found: [(milliseconds: Int64, item: Item)] = []
        func time(_ position: Log.Position) -> Int64 { ours.log.stamp(at: position).milliseconds }
        func isNew(_ milliseconds: Int64) -> Bool { milliseconds > since && home.age(of: milliseconds, world) != nil }

        let words = Noticing.Subject.words(of: partner, in: ours)
        for subject in [Noticing.Subject.signs, .causes] {
            for (id, position) in subject.marked(by: partner, in: ours) {
                let written = words[subject.name(id)].map { $0.milliseconds }.flatMap {
                    home.age(of: $0, world) == nil ? nil : $0
                }
                let milliseconds = max(time(position), written ?? 0)
                guard isNew(milliseconds) else { continue }
                switch subject {
                case .signs:
                    if let sign = home.catalogue.sign(id) {
                        found.append((milliseconds, .sign(sign, hasWords: written != nil)))
                    }
                case .causes:
                    if let cause = home.catalogue.cause(id) {
                        found.append((milliseconds, .cause(cause, hasWords: written != nil)))
                    }
                }
            }
        }
        for position in ours.moments.reversed() {
            guard time(position) > since else { break }
            guard ours.log.author(at: position) == partner, isNew(time(position)), let said = ours.moment(at: position)
            else { continue }
            found.append((said.milliseconds, .moment(said.entry, said.fields.text)))
        }
        for deed in Home.recent(in: ours, since: home.today(world).advanced(by: -Self.days - 7) ?? home.today(world)) {
            guard ours.log.author(at: deed.position) == partner, isNew(time(deed.position)),
                ours.log.hasWords(at: deed.position), ours.isLastLine(deed),
                let practice = home.catalogue.practice(ours.log.text(of: deed.practice))
            else { continue }
            found.append((time(deed.position), .line(practice)))
        }
        // One for today has a line of its own, and whoever wants none mentioned is told of none.
        for promise in home.mentionsPromises ? ours.openPromises(of: partner) : []
        where isNew(promise.made.milliseconds) && promise.made.fields.day != home.today(world) {
            found.append((promise.made.milliseconds, .promise(promise.made.fields.text)))
        }
        found.sort { $0.milliseconds > $1.milliseconds }
        guard let newest = found.first else { return nil }
        items = found.prefix(Self.most).map { $0.item }
        more = max(0, found.count - Self.most)
        last = newest.milliseconds
    }
}

extension Home {
    private static let fromPartnerSetting = "from-partner"

    /// Up to when the person has put away what the other lets them read: milliseconds since 1970.
    var seenFromPartner: Int64 { mine.setting(Self.fromPartnerSetting).flatMap { Int64($0) } ?? 0 }

    /// Puts away what has been told of it. That stays with the person.
    public mutating func putAway(_ told: FromPartner, _ world: inout World) {
        guard told.last > seenFromPartner else { return }
        write(.settingSet(SettingSet(key: Self.fromPartnerSetting, value: String(told.last))), &world)
    }
}
