import Bytes
import Closeness
import JSON
import Ledger
import Wire

/// The exchange with the relay that finds what both want, and nothing else.
///
/// The person's wishes go there as tokens that only the two devices can make, padded to one length; what comes back are the tokens
/// that are on both lists. So "no", "not now", "never" and "not looked at" are the same thing to everybody else. A week's list is
/// given once, which keeps either from probing; so it goes out when the person is through with the week's round, and changes after
/// that count from the next week on.
public struct Matching {
    /// How many tokens a list has.
    public static let listLength = Limits.matchTokens

    /// What the exchange waits for.
    public enum Reply: Equatable, Sendable {
        /// The tokens of the person's wishes.
        case tokensMade(Outcome<MatchAnswer>)
        /// The padded list of them.
        case listMade(Outcome<MatchAnswer>)
        /// What both want, after sending a list or after only asking.
        case compared(isSent: Bool, Outcome<MatchTokens>)
    }

    /// What became of the person's list.
    public enum Delivery: Equatable, Sendable {
        /// There is nothing to deliver.
        case none
        /// It is on its way.
        case onItsWay
        /// The relay has it as it is.
        case delivered
        /// The relay can't be reached.
        case waitsForNetwork
        /// The relay has this week's list already.
        case waitsForNextWeek
        /// Something failed that waiting may mend.
        case failed
    }

    /// An exchange under way.
    private struct Exchange {
        let space: Identifier
        let round: ProposalRound
        var isSending: Bool
        var topic: Identifier?
        var tokens: [Identifier?] = []
    }

    private var exchange: Exchange?
    /// The week whose wishes are being compared.
    var week: Week? { exchange?.round.week }
    /// When the relay was last asked, in milliseconds since 1970.
    private var lastAsked: Double?
    /// Before when nothing is tried again.
    private var notBefore = 0.0
    private var trouble = Delivery.none

    /// How long to wait after a failure, in milliseconds.
    private static let patience = 20_000.0
    /// How often the relay is asked while the page is open, in milliseconds.
    private static let interval = 60_000.0
    /// Under which name the person's devices know what was sent last.
    private static let settingKey = "match/sent"

    /// What became of the list.
    public func delivery(_ round: ProposalRound, _ home: Home, _ world: World) -> Delivery {
        let sent = Sent(home)
        if sent?.isSame(as: round) == true { return .delivered }
        if exchange != nil { return .onItsWay }
        if round.answered.isEmpty && round.wanted.isEmpty { return .none }
        if !world.isOnline { return .waitsForNetwork }
        if trouble != .none { return trouble }
        return sent?.keepsFromSending(round) == true ? .waitsForNextWeek : .none
    }

    // MARK: What is to be done

    /// Sends the list when it is time to, asks what both want when that may have changed.
    ///
    /// - Parameters:
    ///   - isFinished: whether the person is through with the round.
    ///   - isAnnounced: whether the relay has announced something new.
    public mutating func follow(
        _ round: ProposalRound, isFinished: Bool, isAnnounced: Bool, _ home: Home, _ world: inout World
    ) {
        guard exchange == nil, world.isOnline, home.hasPartnerNow, let space = home.sharedRecord?.id else { return }
        if isAnnounced { notBefore = 0 }
        guard world.now >= notBefore else { return }
        if isDue(round, isFinished: isFinished, home, world) {
            begin(Exchange(space: space, round: round, isSending: true), &world)
        } else if !round.wanted.isEmpty, Sent(home)?.week == round.week.text,
            isAnnounced || world.now - (lastAsked ?? 0) >= Self.interval
        {
            begin(Exchange(space: space, round: round, isSending: false), &world)
        }
    }

    /// Forgets what kept the list from going out, because the person wants it tried now.
    public mutating func tryAgain() {
        notBefore = 0
        trouble = .none
    }

    /// Whether the relay has taken the list of a week.
    static func hasSent(_ week: Week, _ home: Home) -> Bool { Sent(home)?.week == week.text }

    /// A list that was never finished goes out all the same, on a later day: half a round is worth something too. Wishes from
    /// earlier weeks wait until Thursday for the new round, so that both go out as one list.
    private func isDue(_ round: ProposalRound, isFinished: Bool, _ home: Home, _ world: World) -> Bool {
        let sent = Sent(home)
        if sent?.keepsFromSending(round) == true { return false }
        if round.answered.isEmpty && round.wanted.isEmpty { return false }
        if isFinished { return true }
        return !round.isUnderWay && (!round.answered.isEmpty || home.sharedDay(world).weekday >= 4)
    }

    private mutating func begin(_ exchange: Exchange, _ world: inout World) {
        self.exchange = exchange
        lastAsked = world.now
        world.perform(
            .matchTokens(space: exchange.space, topic: exchange.round.topic, items: exchange.round.wanted)
        ) { .proposals(.tokensMade($0)) }
    }

    // MARK: Answers

    /// Takes an answer in.
    ///
    /// - Returns: The practices that both want, once they are known.
    public mutating func receive(
        _ reply: Reply, _ home: inout Home, _ world: inout World
    ) -> [String] {
        guard var exchange else { return [] }
        switch reply {
        case .tokensMade(let outcome):
            guard case .success(let made) = outcome else { return fail(.failed, &world) }
            exchange.topic = made.topic
            exchange.tokens = made.tokens
            self.exchange = exchange
            if exchange.isSending {
                world.perform(
                    .matchList(space: exchange.space, topic: exchange.round.topic, items: exchange.round.offered)
                ) { .proposals(.listMade($0)) }
            } else {
                ask(exchange, made.topic, &world)
            }
        case .listMade(let outcome):
            let tokens = (try? outcome.get().tokens.compactMap { $0 }) ?? []
            guard let topic = exchange.topic, tokens.count == Self.listLength else { return fail(.failed, &world) }
            let request = MatchRequest(tokens: tokens, week: Int64(exchange.round.week.number))
            world.perform(
                .relay(
                    .putMatch(space: exchange.space, topic: topic), body: request.body, for: MatchTokens.self)
            ) { .proposals(.compared(isSent: true, $0)) }
        case .compared(let isSent, let outcome):
            return takeIntersection(isSent: isSent, exchange, outcome, &home, &world)
        }
        return []
    }

    private func ask(_ exchange: Exchange, _ topic: Identifier, _ world: inout World) {
        world.perform(.relay(.match(space: exchange.space, topic: topic), for: MatchTokens.self)) {
            .proposals(.compared(isSent: false, $0))
        }
    }

    private mutating func takeIntersection(
        isSent: Bool, _ exchange: Exchange, _ outcome: Outcome<MatchTokens>, _ home: inout Home,
        _ world: inout World
    ) -> [String] {
        do throws(Obstacle) {
            let shared = Set(try outcome.get().tokens)
            self.exchange = nil
            trouble = .none
            if isSent {
                let sent = Sent(exchange.round, at: world.now)
                home.write(.settingSet(SettingSet(key: Self.settingKey, value: sent.text)), &world)
            }
            return zip(exchange.round.wanted, exchange.tokens).compactMap { item, token in
                token.map { shared.contains($0) } == true ? item : nil
            }
        } catch {
            if isSent, error.refusal == .matchTooSoon || error.refusal == .matchClosed, let topic = exchange.topic {
                // Another device has sent this week's list. What both want can be asked for all the same.
                _ = fail(.waitsForNextWeek, &world)
                notBefore = world.now + Double(Limits.matchInterval) / 4
                var asking = exchange
                asking.isSending = false
                self.exchange = asking
                ask(asking, topic, &world)
                return []
            }
            return fail(error == .unreachable ? .waitsForNetwork : .failed, &world)
        }
    }

    private mutating func fail(_ delivery: Delivery, _ world: inout World) -> [String] {
        exchange = nil
        trouble = delivery
        notBefore = world.now + Self.patience
        world.perform(.timer(.matching, after: Self.patience))
        return []
    }

    // MARK: What was sent

    /// The last list that the relay took, as the person's devices remember it.
    private struct Sent {
        let week: String
        let milliseconds: Int64
        /// A number that stands for the items, so that a changed list is noticed.
        let mark: UInt64

        /// "2026-W47 1795000000000 1234567890".
        var text: String { week + " " + String(milliseconds) + " " + String(mark) }

        init(_ round: ProposalRound, at now: Double) {
            week = round.week.text
            milliseconds = Int64(now)
            mark = Self.mark(round)
        }

        init?(_ home: Home) {
            let parts = (home.mine.setting(Matching.settingKey) ?? "").split(separator: " ").map(String.init)
            guard parts.count == 3, let milliseconds = Int64(parts[1]), let mark = UInt64(parts[2]) else { return nil }
            week = parts[0]
            self.milliseconds = milliseconds
            self.mark = mark
        }

        func isSame(as round: ProposalRound) -> Bool {
            week == round.week.text && mark == Self.mark(round)
        }

        func keepsFromSending(_ round: ProposalRound) -> Bool {
            week == round.week.text
        }

        private static func mark(_ round: ProposalRound) -> UInt64 {
            Seed(space: Array(round.wanted.joined(separator: " ").utf8), number: round.week.number).value(
                for: round.topic)
        }
    }
}
