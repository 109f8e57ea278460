import Bytes
import Ledger

/// A break that either calls, wherever in Hearth they are, and coming back from it.
public struct Pausing {
    /// What a person can do, as facts.
    public enum Action: Equatable, Sendable {
        case called(Length)
        /// To come back before its time, if the other would.
        case ready
        /// Not to come back before its time, after all.
        case stayedAway
        /// To end one whose time has come.
        case ended
    }

    /// For how long one is called.
    public enum Length: Equatable, Sendable {
        case minutes(Int)
        /// Until this evening, or tomorrow's when that is near.
        case evening
    }

    /// The end that a timer was asked for.
    private var awaited: Int64?

    /// Nothing done yet.
    public init() {}

    /// Has the return prompted when it is time, wherever in Hearth the person is then.
    public mutating func enter(_ home: Home, _ world: inout World) {
        guard world.isVisible, let pause = home.pause(world), pause.isGoing, pause.until != awaited else { return }
        awaited = pause.until
        world.perform(.timer(.pause, after: Double(pause.until) - world.sharedNow + 100))
    }

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ home: inout Home, _ world: inout World) {
        let pause = home.pause(world)
        switch action {
        case .called(let length):
            // One that goes on is prolonged by nobody.
            guard home.hasPartnerNow, pause?.isGoing != true else { return }
            let until = min(home.pauseEnd(length, world), home.latestPauseEnd(world))
            home.callPause(until: until, &world)
            world.turnPage()
        case .ready:
            guard let pause, pause.isGoing else { return }
            home.write(.conversationResumed(ConversationMark(conversation: Pause.conversation)), &world)
            if home.pause(world) == nil { world.tell(.pauseEnded) }
        case .stayedAway:
            guard let pause, pause.isGoing, pause.isReady else { return }
            home.writePause(of: Pause.conversation, until: pause.until, &world)
        case .ended:
            guard let pause, pause.isOver else { return }
            home.write(.conversationResumed(ConversationMark(conversation: Pause.conversation)), &world)
            world.tell(.pauseEnded)
        }
    }
}

/// The break of the two as it is told.
public struct PauseSight: Equatable, Sendable {
    /// When they come back, by the relay's clock: milliseconds since 1970.
    public let until: Int64
    /// Whether its time has come.
    public let isOver: Bool
    /// Whether the person would come back before that, and whether the other would.
    public let isReady, isOtherReady: Bool

    /// Whether its time is still to come.
    public var isGoing: Bool { !isOver }
}

extension Home {
    /// For how long the return is prompted, in milliseconds; then it goes away by itself.
    private static let prompted: Int64 = 12 * 3_600_000
    /// When an evening's break ends, and how near that may be for today's, in minutes.
    private static let evening = 19 * 60
    private static let nearEvening = 3 * 60

    /// The break that the two have, or whose time has come and nobody has ended; nil when there is none to tell of.
    public func pause(_ world: World) -> PauseSight? {
        guard hasPartnerNow, let pause = ours?.pause else { return nil }
        let now = Int64(world.sharedNow)
        guard now < pause.until + Self.prompted else { return nil }
        return PauseSight(
            until: pause.until, isOver: now >= pause.until, isReady: pause.ready.contains(me),
            isOtherReady: pause.ready.contains { $0 != me })
    }

    /// When one that is called now ends at the latest, by the relay's clock.
    public func latestPauseEnd(_ world: World) -> Int64 {
        let now = Int64(world.now)
        let latest = ours?.latestPauseEnd(for: me, at: now) ?? now + Pause.longest
        return latest - now + Int64(world.sharedNow)
    }

    /// Whether the person can call one that lasts until an evening.
    public func mayPauseLong(_ world: World) -> Bool {
        latestPauseEnd(world) - Int64(world.sharedNow) > Pause.short
    }

    /// When a break of a length ends that is called now, by the relay's clock: milliseconds since 1970.
    public func pauseEnd(_ length: Pausing.Length, _ world: World) -> Int64 {
        switch length {
        case .minutes(let count): return Int64(world.sharedNow) + Int64(count) * 60_000
        case .evening:
            let minute = world.minute(at: Int64(world.now))
            let minutes = Self.evening - minute + (isPauseToday(world) ? 0 : 1440)
            let whole = Int64(world.sharedNow) / 60_000
            return (whole + Int64(minutes)) * 60_000
        }
    }

    /// Whether an evening's break would end today.
    public func isPauseToday(_ world: World) -> Bool {
        Self.evening - world.minute(at: Int64(world.now)) >= Self.nearEvening
    }

    /// Calls a break until a time. A talk in whose middle they are rests as long.
    fileprivate mutating func callPause(until: Int64, _ world: inout World) {
        writePause(of: Pause.conversation, until: until, &world)
        for talk in ours?.openConversations ?? [] where talk.phase == .running && talk.step != nil {
            writePause(of: talk.conversation, until: until, &world)
        }
    }

    fileprivate mutating func writePause(of conversation: Identifier, until: Int64, _ world: inout World) {
        let pause = ConversationPaused(conversation: conversation, until: until, takesBoth: true)
        write(.conversationPaused(pause), &world)
    }
}
