import Bytes
import Closeness
import Ledger
import Library
import Wire

/// What stands about one question between the two.
public enum QuestionStanding: Equatable {
    /// The person hasn't answered.
    case asked
    /// The person prefers not to; nobody else knows.
    case passed
    /// The person has taken their answer back, or let the other know that there won't be one.
    case left
    /// The person's answer is in the envelope, the partner's is not.
    case sealed(mine: String)
    /// Both are in.
    case open(mine: String, theirs: String)
    /// The person answered for themselves.
    case kept(mine: String)

    /// Whether an answer can still be given: what was passed doesn't vanish while the other's waits for it.
    var isUnanswered: Bool {
        switch self {
        case .asked, .passed, .left: true
        case .sealed, .open, .kept: false
        }
    }
}

extension Home {
    /// Whether the other has answered a question, and the answer waits for the person's.
    public func waits(forAnswerTo id: String) -> Bool {
        hasPartnerNow && waits(for: SealName.question(id)) && standing(ofQuestion: id).isUnanswered
    }

    /// What stands about a question.
    public func standing(ofQuestion id: String) -> QuestionStanding {
        var shared: String?
        if let ours {
            switch ours.reply(to: id, by: me)?.fields {
            case .answered(let text): shared = text
            case .passed: if hasPartnerNow { return .left }
            case nil: break
            }
            if let shared, let partner, case .answered(let theirs) = ours.reply(to: id, by: partner)?.fields {
                return .open(mine: shared, theirs: theirs)
            }
        }
        if let shared { return hasPartnerNow ? .sealed(mine: shared) : .kept(mine: shared) }
        switch mine.reply(to: id, by: me)?.fields {
        case .passed: return .passed
        // What was written before pairing stays private: with a partner the question is asked anew.
        case .answered(let text): return hasPartnerNow ? .asked : .kept(mine: text)
        case nil: return .asked
        }
    }
}

/// Which questions have been settled, how deep they may go, and which is today's.
public struct QuestionBook {
    /// The openness that questions may ask for: of the more careful of the two.
    public let limit: Openness
    /// For each settled question the day on which both had answered, or the person alone.
    public let settled: [String: Int]
    /// The day's question, the same on both phones; nil when none is light enough. What the other has answered of yesterday's is
    /// asked before it, and stays for the day once it is answered; and one whose answer is begun stays until that is done. Somebody to whom only what is safe is suggested is asked a light
    /// one in its place when it isn't.
    public let todays: Question?

    /// The book as of now.
    ///
    /// - Parameter begun: the questions whose answers are begun.
    public init(_ home: Home, _ world: World, begun: [String] = []) {
        let day = home.sharedDay(world)
        let comfort = home.comfort(in: day.season)
        limit = comfort.min() ?? .lowest
        let settled = Self.settled(home, offset: home.sharedOffset(world))
        self.settled = settled
        todays = Self.asked(home, world, begun: begun) { days in
            Self.question(of: day.number + days, home, settled: settled, comfort: comfort)
        }
    }

    /// The question of a day.
    private static func question(
        of day: Int, _ home: Home, settled: [String: Int], comfort: [Openness]
    ) -> Question? {
        let space = home.hasPartnerNow ? home.sharedRecord?.id : home.privateSpace?.record.id
        let questions = home.catalogue.questions
        let ofBoth = DailyQuestion.choose(
            from: questions, space: space?.bytes ?? [], day: day, settled: settled, comfort: comfort)
        if ofBoth.map({ home.suggests($0) }) ?? true { return ofBoth }
        // By what only the person's devices know: the other's could else work out which one it would be.
        return DailyQuestion.choose(
            from: questions.filter { home.suggests($0) }, space: home.privateSpace?.record.id.bytes ?? [], day: day,
            settled: settled, comfort: comfort)
    }

    /// The question that the person is asked: what one has answered before midnight, or on a phone that has the next day already,
    /// is open to the other too.
    ///
    /// - Parameter question: the question of a day, by how many days it is away.
    private static func asked(
        _ home: Home, _ world: World, begun: [String], _ question: (Int) -> Question?
    ) -> Question? {
        let todays = question(0)
        let open = begun.compactMap { home.catalogue.question($0) }.filter { isToBeAnswered($0, home) }
        if let first = open.first { return open.first { $0.id == todays?.id } ?? first }
        func isWaited(_ question: Question) -> Bool {
            home.hasPartnerNow && home.waits(for: .question(question.id))
                && home.standing(ofQuestion: question.id) == .asked && home.suggests(question)
        }
        guard let todays, !isWaited(todays) else { return todays }
        let near = [-1, 1].compactMap { question($0) }
        if let waited = near.first(where: { isWaited($0) }) { return waited }
        let answers = home.hasPartnerNow ? home.ours : home.mine
        func answered(_ question: Question) -> Day? {
            guard let said = answers?.reply(to: question.id, by: home.me), case .answered = said.fields else {
                return nil
            }
            return home.sharedDay(at: said.milliseconds, world)
        }
        if answered(todays) != nil { return todays }
        return near.first { answered($0) == home.sharedDay(world) } ?? todays
    }

    private static func isToBeAnswered(_ question: Question, _ home: Home) -> Bool {
        switch home.standing(ofQuestion: question.id) {
        case .asked, .passed: home.suggests(question)
        case .left, .sealed, .open, .kept: false
        }
    }

    /// Passes are private, so they settle nothing: were they to, the other's phone would show another question than this one.
    private static func settled(_ home: Home, offset: Int) -> [String: Int] {
        var days: [String: Int] = [:]
        guard home.hasPartnerNow, let ours = home.ours, let partner = home.partner else {
            for question in home.mine.questions(of: home.me) {
                guard let reply = home.mine.reply(to: question, by: home.me), case .answered = reply.fields else {
                    continue
                }
                days[question] = Day(milliseconds: reply.milliseconds, offset: offset).number
            }
            return days
        }
        for question in ours.questions(of: partner) {
            guard let theirs = ours.reply(to: question, by: partner), case .answered = theirs.fields,
                let own = ours.reply(to: question, by: home.me), case .answered = own.fields
            else { continue }
            let last = max(theirs.milliseconds, own.milliseconds)
            days[question] = Day(milliseconds: last, offset: offset).number
        }
        return days
    }

    /// Whether a question asks for no more openness than the two are ready for.
    public func allows(_ question: Question) -> Bool { question.depth.openness <= limit }
}
