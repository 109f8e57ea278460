import Bytes
import Ledger

/// What the two have promised each other, as a page shows it.
///
/// Nothing here is counted. What was kept is read back; what was let go stays for a few days, so that the other learns of it, and
/// then goes without a trace.
public struct Promises {
    /// For how many days it is told that one was let go.
    private static let toldDays = 7

    /// What the person promised, and what was promised to them, the next day first.
    public let mine, theirs: [Promise]
    /// What was kept by either, the latest first.
    public let kept: [Promise]
    /// What was let go in the last days, the latest first.
    public let letGo: [Promise]

    /// What a home has to tell.
    public init(_ home: Home, _ world: World) {
        let own = home.ours?.promises(of: home.me) ?? []
        let others = home.partner.flatMap { home.ours?.promises(of: $0) } ?? []
        mine = Self.byDay(own.filter { $0.standing == .open })
        theirs = Self.byDay(others.filter { $0.standing == .open })
        let today = home.today(world)
        var kept: [(promise: Promise, time: Int64)] = []
        var letGo: [(promise: Promise, time: Int64)] = []
        for promise in own + others {
            switch promise.end {
            case nil: break
            case .kept(let said): kept.append((promise, said.milliseconds))
            case .released(let said):
                let age = today.number - world.day(of: said).number
                if age < Self.toldDays { letGo.append((promise, said.milliseconds)) }
            }
        }
        self.kept = kept.sorted { $0.time > $1.time }.map { $0.promise }
        self.letGo = letGo.sorted { $0.time > $1.time }.map { $0.promise }
    }

    /// Those with a day in its order; then those without, in the order in which they were made.
    static func byDay(_ promises: [Promise]) -> [Promise] {
        let dated = promises.filter { $0.made.fields.day != nil }
        return dated.sorted { first, second in
            (first.made.fields.day?.number ?? 0, first.made.milliseconds)
                < (second.made.fields.day?.number ?? 0, second.made.milliseconds)
        } + promises.filter { $0.made.fields.day == nil }
    }
}

extension Home {
    private static let mentionSetting = "promises"
    private static func stillOpenSetting(_ promise: Promise) -> String { "promise/" + promise.made.fields.promise.text }

    /// Whether Today mentions promises whose day it is: a matter of one person alone, of which the other's devices learn nothing.
    public var mentionsPromises: Bool { mine.setting(Self.mentionSetting) != "quiet" }

    /// Has Today mention promises, or not.
    public mutating func mentionPromises(_ isWanted: Bool, _ world: inout World) {
        guard isWanted != mentionsPromises else { return }
        write(.settingSet(SettingSet(key: Self.mentionSetting, value: isWanted ? "told" : "quiet")), &world)
    }

    /// The promise that Today mentions: one of the person's for today, or else one that was made to them. None is put before somebody
    /// who is afraid of the other.
    public func promiseForToday(_ world: World) -> Promise? {
        guard hasPartnerNow, mentionsPromises, !suggestsAlone, let ours else { return nil }
        let today = today(world)
        for account in [me, partner].compactMap({ $0 }) {
            if let due = ours.openPromises(of: account).first(where: { $0.made.fields.day == today }) { return due }
        }
        return nil
    }

    /// Whether a promise's day has gone by and the person hasn't said since that it is still open.
    public func asks(about promise: Promise, _ world: World) -> Bool {
        guard hasPartnerNow, let day = promise.made.fields.day, day < today(world) else { return false }
        return mine.setting(Self.stillOpenSetting(promise)) != day.text
    }

    /// Takes note, for the person alone, that a promise whose day has gone by is still open.
    mutating func leaveOpen(_ promise: Promise, _ world: inout World) {
        guard let day = promise.made.fields.day else { return }
        write(.settingSet(SettingSet(key: Self.stillOpenSetting(promise), value: day.text)), &world)
    }

    /// A promise that holds, by the entry that made it.
    func openPromise(_ entry: Identifier) -> Promise? {
        for account in [me, partner].compactMap({ $0 }) {
            if let found = ours?.openPromises(of: account).first(where: { $0.made.entry == entry }) { return found }
        }
        return nil
    }
}
