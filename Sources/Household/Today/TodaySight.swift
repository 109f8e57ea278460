import Bytes
import Closeness
import Ledger
import Library
import Sync

/// What the day holds: one deed, one question, thanks, and at most one thing more.
public struct TodaySight {
    /// What a day follows from: when it is the same, so is the day.
    public struct Key: Equatable, Sendable {
        private let revision: Home.Revision
        /// The day.
        public let day: Day
        private let sharedDay: Day
        /// What is near or over by the clock is told so within ten minutes.
        private let tenMinutes: Int64
        private let part: PartOfDay
        private let hasPartner: Bool
        private let waiting: [Identifier]
        private let namedSeals: Int
        private let begun: [String]
        private let screenFreeUntil: Int?
        private let isWhole: Bool

        /// What the day follows from now. Costs next to nothing.
        ///
        /// - Parameter begun: questions whose answers are begun, and that aren't on show.
        public init(_ home: Home, _ world: World, begun: [String]) {
            self.begun = begun
            screenFreeUntil = home.screenFreeUntil(world)
            // A talk or a journey can be told of once its words are there.
            isWhole = home.catalogue.isWhole
            revision = home.revision
            day = home.today(world)
            sharedDay = home.sharedDay(world)
            tenMinutes = Int64(world.now / 600_000)
            part = PartOfDay(milliseconds: world.now, offset: world.offset)
            hasPartner = home.hasPartnerNow
            waiting = home.sharedSpaceState?.replica.waiting ?? []
            namedSeals = home.sharedSpaceState?.sealIDs.count ?? 0
        }
    }

    /// The deed.
    public let tonight: Tonight
    /// The day's question; nil when none is light enough.
    public let question: Question?
    /// The partner's newest thanks, while they are fresh, latest first.
    public let thanks: [Said<AppreciationSent>]
    /// How many more there are that are as fresh.
    public let moreThanks: Int
    /// What else the partner has let the person read; nil for nothing new.
    public let fromPartner: FromPartner?
    /// One thing more that there is to do.
    public let errand: Errand?
    /// What can still be said of yesterday; nil for nothing.
    public let yesterday: Yesterday?

    /// What there is now, in a home that has followed its rhythm.
    ///
    /// - Parameters:
    ///   - begun: the questions whose answers are begun.
    ///   - report: what the person is saying about a deed.
    public init(_ home: Home, _ world: World, begun: [String], report: DeedReport) {
        tonight = Tonight(home, world, report: report)
        question = QuestionBook(home, world, begun: begun).todays
        (thanks, moreThanks) = Self.freshThanks(home, world)
        fromPartner = FromPartner(home, world)
        errand = Errand(home, world)
        yesterday = Yesterday(home, world).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// For how many days the partner's thanks stay in sight.
    private static let freshDays = 2

    /// How many of them stand there.
    private static let mostThanks = 3

    private static func freshThanks(_ home: Home, _ world: World) -> ([Said<AppreciationSent>], Int) {
        guard home.hasPartnerNow, home.thanksWaitSince == nil, let ours = home.ours, let partner = home.partner else {
            return ([], 0)
        }
        var fresh: [Said<AppreciationSent>] = []
        var count = 0
        for position in ours.appreciations.reversed() {
            guard let age = home.age(of: ours.log.stamp(at: position).milliseconds, world) else { continue }
            if age >= freshDays { break }
            guard ours.log.author(at: position) == partner else { continue }
            count += 1
            if fresh.count < mostThanks, let said = ours.appreciation(at: position) { fresh.append(said) }
        }
        return (fresh, count - fresh.count)
    }
}
