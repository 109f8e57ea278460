import Bytes
import Closeness
import Ledger
import Library

/// An evening for a talk, with the script that it is to follow.
public struct ShownTalk: Equatable, Sendable {
    /// How it stands.
    public let evening: TalkEvening
    /// The script.
    public let script: Conversation

    /// The entry that suggested it.
    public var entry: Identifier { evening.suggested.entry }
    /// When, in milliseconds since 1970.
    public var at: Int64 { evening.suggested.fields.at }
}

/// The evenings for talks of the two, as a page shows them.
///
/// A suggestion that nobody answers goes when its hour has come, so that a no looks like nothing. What was agreed and called off is
/// told until its day is over, without a word on who did, and then goes without a trace.
public struct TalkEvenings {
    /// Those that both want, the next one first.
    public let agreed: [ShownTalk]
    /// What the person has suggested, and what was suggested to them and not put aside.
    public let mine, theirs: [ShownTalk]
    /// What was called off, until its day is over.
    public let calledOff: [ShownTalk]

    /// What a home has to tell.
    public init(_ home: Home, _ world: World) {
        let today = home.today(world)
        let all = (home.hasPartnerNow ? home.ours?.talkEvenings ?? [] : []).compactMap { evening in
            home.catalogue.conversation(evening.suggested.fields.script).map {
                ShownTalk(evening: evening, script: $0)
            }
        }.filter { world.day(at: $0.at) >= today }.sorted { ($0.at, $0.entry) < ($1.at, $1.entry) }
        let suggested = all.filter { $0.evening.standing == .suggested && Double($0.at) > world.now }
        agreed = all.filter { $0.evening.standing == .agreed && !home.wasHeld($0) }
        mine = suggested.filter { $0.evening.suggested.author == home.me }
        theirs = suggested.filter { $0.evening.suggested.author != home.me && !home.hasPutAside($0) }
        calledOff = all.filter { $0.evening.standing == .calledOff }
    }
}

extension Home {
    private static func asideSetting(_ talk: ShownTalk) -> String { "talk/" + talk.entry.text }

    /// Whether the person has put a suggestion aside. Nobody else learns of it.
    func hasPutAside(_ talk: ShownTalk) -> Bool { mine.setting(Self.asideSetting(talk)) != nil }

    /// Puts a suggestion aside, for the person alone.
    mutating func putAside(_ talk: ShownTalk, _ world: inout World) {
        write(.settingSet(SettingSet(key: Self.asideSetting(talk), value: "aside")), &world)
    }

    /// Whether the talk has been had since it was suggested.
    func wasHeld(_ talk: ShownTalk) -> Bool {
        ours?.wasHeld(talk.script.id, since: talk.evening.suggested.milliseconds) ?? false
    }

    /// What the other suggests.
    func askedTalk(_ entry: Identifier, _ world: World) -> ShownTalk? {
        TalkEvenings(self, world).theirs.first { $0.entry == entry }
    }
}

/// What Today says of an evening for a talk.
public enum TalkErrand: Equatable, Sendable {
    /// One is today.
    case today(ShownTalk)
    /// One of today was called off.
    case calledOff(ShownTalk)
    /// The other suggests one.
    case asked(ShownTalk)

    /// One that is for today; nil when there is none, or it isn't for somebody who is afraid of the other.
    static func near(_ evenings: TalkEvenings, _ home: Home, _ world: World) -> TalkErrand? {
        let today = home.today(world)
        func first(_ talks: [ShownTalk]) -> ShownTalk? {
            talks.first { world.day(at: $0.at) == today && home.suggests($0.script) }
        }
        if let talk = first(evenings.agreed) { return .today(talk) }
        return first(evenings.calledOff).map { .calledOff($0) }
    }

    /// What the other suggests; nil when there is nothing, or it isn't for somebody who is afraid of them.
    static func waiting(_ evenings: TalkEvenings, _ home: Home) -> TalkErrand? {
        evenings.theirs.first { home.suggests($0.script) }.map { .asked($0) }
    }
}

/// A talk that the two have had: which, when, and what they keep of it.
public struct PastTalk: Equatable, Sendable {
    /// The conversation.
    public let conversation: Identifier
    /// What it was called.
    public let name: String
    /// The day on which it began.
    public let day: Day
    /// The line that both keep; nil while there is none.
    public let line: Said<TalkLineKept>?
    /// What the person would keep, and what the other would and the person hasn't put aside.
    public let mine, theirs: Said<TalkLineKept>?
}

extension Home {
    /// The talks that the two have had to some point, the latest first, as many as are asked for. What was said in them isn't among it.
    public func pastTalks(_ world: World, most: Int) -> [PastTalk] {
        guard let ours else { return [] }
        return ours.pastConversations(most: most).compactMap { state in
            guard let script = catalogue.conversation(state.script) else { return nil }
            let lines = ours.talkLines(of: state.conversation)
            return PastTalk(
                conversation: state.conversation, name: script.name, day: world.day(at: state.began),
                line: lines.first { $0.isKeptByBoth }?.said,
                mine: lines.first { !$0.isKeptByBoth && $0.said.author == me }?.said,
                theirs: lines.first { !$0.isKeptByBoth && $0.said.author != me && !hasPutAside($0.said) }?.said)
        }
    }

    private static func asideSetting(_ line: Said<TalkLineKept>) -> String { "line/" + line.entry.text }

    /// Whether the person has put aside what the other would keep.
    func hasPutAside(_ line: Said<TalkLineKept>) -> Bool { mine.setting(Self.asideSetting(line)) != nil }

    /// Puts aside what the other would keep, for the person alone.
    mutating func putAside(_ line: Said<TalkLineKept>, _ world: inout World) {
        write(.settingSet(SettingSet(key: Self.asideSetting(line), value: "aside")), &world)
    }

    /// Keeps a line of a talk, in the place of what the person would have kept.
    mutating func keepLine(_ text: String, of conversation: Identifier, _ world: inout World) {
        let kept = Event.talkLineKept(TalkLineKept(conversation: conversation, text: text))
        let own = ours?.talkLineEntry(of: conversation, by: me)
        if let own { change(own, to: kept, &world) } else { write(kept, &world) }
    }

    /// Takes the person's own word for a line back.
    mutating func dropLine(of conversation: Identifier, _ world: inout World) {
        if let own = ours?.talkLineEntry(of: conversation, by: me) { takeBack(own, &world) }
    }
}
