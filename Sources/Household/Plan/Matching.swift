import Bytes
import Closeness
import JSON
import Ledger
import Wire

/// The exchange with the relay that finds what both want, and nothing else.
///
/// The person's wishes go there as tokens that only the two devices can make, padded to one length; what comes back are the tokens
/// that are on both lists. So "no", "not now", "never" and "not looked at" are the same thing to everybody else. A week's list is
/// given once, which keeps either from probing; so it goes out when the person is through with the week's round, or with
/// the touch menu, and changes after that count from the next week on.
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
        let list: WishList
        var isSending: Bool
        var topic: Identifier?
        var tokens: [Identifier?] = []
    }

    /// What the wishes are for.
    private let subject: WishList.Subject
    private var exchange: Exchange?
    /// The week whose wishes are being compared.
    var week: Week? { exchange?.list.week }
    /// When the relay was last asked, in milliseconds since 1970.
    private var lastAsked: Double?
    /// Before when nothing is tried again.
    private var notBefore = 0.0
    private var trouble = Delivery.none

    /// How long to wait after a failure, in milliseconds.
    private static let patience = 20_000.0
    /// How often the relay is asked while the page is open, in milliseconds.
    private static let interval = 60_000.0
    /// How often elsewhere.
    private static let unwatched = 3_600_000.0

    /// Nothing asked yet.
    init(_ subject: WishList.Subject) {
        self.subject = subject
    }

    /// What became of the list.
    func delivery(_ list: WishList, _ home: Home, _ world: World) -> Delivery {
        let sent = Sent(subject, home)
        if sent?.isSame(as: list) == true { return .delivered }
        if exchange != nil { return .onItsWay }
        if !list.hasAnswers { return .none }
        if !world.isOnline { return .waitsForNetwork }
        if trouble != .none { return trouble }
        return sent?.keepsFromSending(list) == true ? .waitsForNextWeek : .none
    }

    // MARK: What is to be done

    /// Sends the list when it is time to, asks what both want when that may have changed.
    ///
    /// - Parameters:
    ///   - isFinished: whether the person is through with the round, or the menu.
    ///   - isAnnounced: whether the relay has announced something new.
    ///   - isWatched: whether the person is looking at what comes of it. Otherwise it is asked once an hour.
    mutating func follow(
        _ list: WishList, isFinished: Bool, isAnnounced: Bool, isWatched: Bool = true, _ home: Home,
        _ world: inout World
    ) {
        guard exchange == nil, world.isOnline, home.hasPartnerNow, let space = home.sharedRecord?.id else { return }
        if isAnnounced { notBefore = 0 }
        guard world.now >= notBefore else { return }
        if isDue(list, isFinished: isFinished, home, world) {
            begin(Exchange(space: space, list: list, isSending: true), &world)
        } else if list.isAskedAbout, Sent(subject, home)?.week == list.week.text,
            isAnnounced || world.now - (lastAsked ?? 0) >= (isWatched ? Self.interval : Self.unwatched)
        {
            begin(Exchange(space: space, list: list, isSending: false), &world)
        }
    }

    /// Forgets what kept the list from going out, because the person wants it tried now.
    public mutating func tryAgain() {
        notBefore = 0
        trouble = .none
    }

    /// Whether the relay has taken the list of a week.
    static func hasSent(_ week: Week, _ subject: WishList.Subject, _ home: Home) -> Bool {
        Sent(subject, home)?.week == week.text
    }

    /// A list that was never finished goes out all the same, on a later day: half a round is worth something too. Wishes from
    /// earlier weeks wait until Thursday for the new round, so that both go out as one list.
    private func isDue(_ list: WishList, isFinished: Bool, _ home: Home, _ world: World) -> Bool {
        if Sent(subject, home)?.keepsFromSending(list) == true || !list.hasAnswers { return false }
        if isFinished { return true }
        return !list.isUnderWay && (list.isAnswered || home.sharedDay(world).weekday >= 4)
    }

    private mutating func begin(_ exchange: Exchange, _ world: inout World) {
        self.exchange = exchange
        lastAsked = world.now
        world.perform(
            .matchTokens(space: exchange.space, topic: exchange.list.topic, items: exchange.list.wanted)
        ) { [subject] in subject.reply(.tokensMade($0)) }
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
                    .matchList(space: exchange.space, topic: exchange.list.topic, items: exchange.list.offered)
                ) { [subject] in subject.reply(.listMade($0)) }
            } else {
                ask(exchange, made.topic, &world)
            }
        case .listMade(let outcome):
            let tokens = (try? outcome.get().tokens.compactMap { $0 }) ?? []
            guard let topic = exchange.topic, tokens.count == Self.listLength else { return fail(.failed, &world) }
            let request = MatchRequest(tokens: tokens, week: Int64(exchange.list.week.number))
            world.perform(
                .relay(
                    .putMatch(space: exchange.space, topic: topic), body: request.body, for: MatchTokens.self)
            ) { [subject] in subject.reply(.compared(isSent: true, $0)) }
        case .compared(let isSent, let outcome):
            return takeIntersection(isSent: isSent, exchange, outcome, &home, &world)
        }
        return []
    }

    private func ask(_ exchange: Exchange, _ topic: Identifier, _ world: inout World) {
        world.perform(.relay(.match(space: exchange.space, topic: topic), for: MatchTokens.self)) { [subject] in
            subject.reply(.compared(isSent: false, $0))
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
                let sent = Sent(exchange.list, at: world.now)
                home.write(.settingSet(SettingSet(key: subject.settingKey, value: sent.text)), &world)
            }
            return zip(exchange.list.wanted, exchange.tokens).compactMap { item, token in
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

        init(_ list: WishList, at now: Double) {
            week = list.week.text
            milliseconds = Int64(now)
            mark = Self.mark(list)
        }

        init?(_ subject: WishList.Subject, _ home: Home) {
            let parts = (home.mine.setting(subject.settingKey) ?? "").split(separator: " ").map(String.init)
            guard parts.count == 3, let milliseconds = Int64(parts[1]), let mark = UInt64(parts[2]) else { return nil }
            week = parts[0]
            self.milliseconds = milliseconds
            self.mark = mark
        }

        func isSame(as list: WishList) -> Bool {
            week == list.week.text && mark == Self.mark(list)
        }

        func keepsFromSending(_ list: WishList) -> Bool {
            week == list.week.text
        }

        private static func mark(_ list: WishList) -> UInt64 {
            Seed(space: Array(list.wanted.joined(separator: " ").utf8), number: list.week.number).value(
                for: list.topic)
        }
    }
}
