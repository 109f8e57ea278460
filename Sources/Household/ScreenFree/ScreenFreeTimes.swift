import Bytes
import Ledger

/// The times in which the two lay their phones down, as a page shows them.
///
/// An offer that isn't answered fades away, so that a no looks like nothing. Nothing is switched off, watched or counted.
public struct ScreenFreeTimes {
    /// For how many days an offer stands.
    private static let offeredDays = 14
    /// For how many days it is told that one has ended.
    private static let endedDays = 7

    /// Those that both want.
    public let agreed: [ScreenFree]
    /// What the person has offered, and what was offered to them and not put aside.
    public let mine, theirs: [ScreenFree]
    /// What has ended in the last days.
    public let ended: [ScreenFree]

    /// What a home has to tell.
    public init(_ home: Home, _ world: World) {
        let all = home.ours?.screenFree ?? []
        let offered = all.filter {
            $0.standing == .offered
                && home.isWithin(Self.offeredDays, $0.offered.milliseconds, by: $0.offered.author, world)
        }
        agreed = all.filter { $0.standing == .agreed }
        mine = offered.filter { $0.offered.author == home.me }
        theirs = offered.filter { $0.offered.author != home.me && !home.hasPutAside($0) }
        ended = all.filter { time in
            guard case .ended(let milliseconds) = time.standing else { return false }
            return home.age(of: milliseconds, world).map { $0 < Self.endedDays } ?? false
        }
    }
}

extension Home {
    private static func asideSetting(_ time: ScreenFree) -> String { "screenfree/" + time.offered.entry.text }

    /// Whether the person has put an offer aside. Nobody else learns of it.
    func hasPutAside(_ time: ScreenFree) -> Bool { mine.setting(Self.asideSetting(time)) != nil }

    /// Puts an offer aside, for the person alone.
    mutating func putAside(_ time: ScreenFree, _ world: inout World) {
        write(.settingSet(SettingSet(key: Self.asideSetting(time), value: "aside")), &world)
    }

    /// The minute of the day at which the screen-free time that it is now is over; nil when it is none. Nobody who is afraid of the
    /// other is put in mind of any.
    public func screenFreeUntil(_ world: World) -> Int? {
        guard hasPartnerNow, !suggestsAlone, let ours else { return nil }
        let day = world.dayByClock
        let minutes = (world.now / 60_000).rounded(.down) + Double(world.offset)
        let minute = Int(minutes - Double(day.number) * 1440)
        for time in ours.screenFree where time.standing == .agreed {
            let offered = time.offered.fields
            for (weekday, passed) in [(day.weekday, 0), ((day.weekday + 5) % 7 + 1, 1440)] {
                let since = minute + passed - offered.from
                if offered.days.contains(weekday), since >= 0, since < offered.minutes { return offered.until }
            }
        }
        return nil
    }

    /// A screen-free time by the entry that offered it.
    func screenFree(_ entry: Identifier) -> ScreenFree? {
        ours?.screenFree.first { $0.offered.entry == entry }
    }
}
