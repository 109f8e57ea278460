import Bytes
import Ledger

/// What the two do together over some time, as a page shows it. Somebody who is here alone has it for themselves.
public struct Pursuits {
    /// What both want, and goes on: what comes next soonest first, then what has no day, in the order in which it began.
    public let ours: [Pursuit]
    /// What the person has begun and the other hasn't said yes to, and what the other has begun, unless it was put aside.
    public let mine, theirs: [Pursuit]
    /// What is done or let go, the latest first.
    public let past: [Pursuit]
    /// What the person had for themselves before there were two, or with somebody who has left: to be read.
    public let earlier: [Pursuit]

    /// What a home has to tell.
    public init(_ home: Home) {
        let all = home.pursuits
        let open = all.filter { $0.end == nil }
        let ours = open.filter { home.isOurs($0) }
        let dated = ours.filter { $0.step?.fields.day != nil }.sorted { first, second in
            (first.step?.fields.day?.number ?? 0, first.begun.milliseconds)
                < (second.step?.fields.day?.number ?? 0, second.begun.milliseconds)
        }
        self.ours = dated + ours.filter { $0.step?.fields.day == nil }
        mine = open.filter { !home.isOurs($0) && $0.begun.author == home.me }
        theirs = open.filter { !home.isOurs($0) && $0.begun.author != home.me && !home.hasPutAside($0) }
        past = all.filter { $0.end != nil && home.isOurs($0) }
            .sorted { ($0.end?.milliseconds ?? 0) > ($1.end?.milliseconds ?? 0) }
        earlier = home.earlierPursuits.reversed()
    }
}

extension Home {
    /// All that stands there, of both, or of the person while nobody else is here.
    var pursuits: [Pursuit] { ((hasPartnerNow ? ours : nil) ?? mine).pursuits }

    /// What stands where nothing more is written of it.
    var earlierPursuits: [Pursuit] { (hasPartnerNow ? mine : ours)?.pursuits ?? [] }

    /// One by its id.
    public func pursuit(_ id: Identifier) -> Pursuit? {
        pursuits.first { $0.id == id } ?? earlierPursuits.first { $0.id == id }
    }

    /// Whether something can still be written of it.
    public func goesOn(_ pursuit: Pursuit) -> Bool { pursuits.contains { $0.id == pursuit.id } }

    /// Whether it is of both; of somebody who is here alone, theirs.
    public func isOurs(_ pursuit: Pursuit) -> Bool { pursuit.isJoined || !hasPartnerNow }

    private static func asideSetting(_ pursuit: Pursuit) -> String { "pursuit/" + pursuit.id.text }

    /// Whether the person has put aside what the other began. Nobody else learns of it.
    func hasPutAside(_ pursuit: Pursuit) -> Bool {
        mine.setting(Self.asideSetting(pursuit)) == pursuit.begun.entry.text
    }

    /// Puts it aside, for the person alone.
    mutating func putAside(_ pursuit: Pursuit, _ world: inout World) {
        write(.settingSet(SettingSet(key: Self.asideSetting(pursuit), value: pursuit.begun.entry.text)), &world)
    }

    /// What has a step for today; nil when nothing has, or the person is afraid of the other.
    func pursuitForToday(_ world: World) -> Pursuit? {
        guard !suggestsAlone else { return nil }
        let today = today(world)
        return Pursuits(self).ours.first { $0.step?.fields.day == today }
    }
}
