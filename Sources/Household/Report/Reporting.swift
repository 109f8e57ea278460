import Bytes
import Ledger
import Library

/// Putting a report for a counsellor together.
///
/// Of what is one's own it is made alone, and nothing of that is written anywhere. What it tells of the other they see first, and it
/// is in it only once they have said yes to exactly that.
public struct Reporting {
    /// What a person can do, as facts.
    public enum Action: Equatable, Sendable {
        /// A part goes in from now on with all that is in it, or stays out.
        case partPressed(ReportSubject.Part)
        /// One thing does.
        case itemPressed(String)
        /// The person's own line to the counsellor.
        case note(Composing.Action)
        /// To ask the other about what of theirs would be in it.
        case asked
        case questionTakenBack
        /// The other's page: yes to what was asked in an entry, and to nothing else; to take it back; to put it aside.
        case agreed(Identifier), agreementTakenBack, putAside
        /// To make it: with what the other said yes to, or of one's own alone.
        case makeWanted(isOfBoth: Bool)
        case proof(ProofAction)
        // Once it is made
        case printed, saved, closed
    }

    /// The parts that go in unless somebody leaves them out: answers and pages of the journal are picked one by one.
    private static let usual: [ReportSubject.Part] = [.picture, .weeks, .signs, .causes, .practices, .talks]

    /// The names of what the person has put in or left out other than usual.
    private var turned: Set<String> = []
    /// A line of the person's own.
    public private(set) var note = Composing(id: "report-note")
    /// What is asked before it is made.
    public private(set) var proof = Proof<Making>()
    /// What was made, and is shown; nil while nothing is.
    public private(set) var made: Making?

    /// What is made.
    public struct Making: Equatable, Sendable {
        /// Whether what the other said yes to is in it.
        public let isOfBoth: Bool
        /// The last day that it tells of.
        public let until: Day
    }

    /// What there is to pick from, or what was made tells of, as of the last message: it takes all answers of a year.
    private var kept: (key: Key, content: ReportContent)?
    /// What the other asks about, in the same way.
    private var keptAsked: (key: Key, content: ReportContent)?
    /// What may be said yes to and what may be used of the other's, as of the last message: it takes digests of a year's entries.
    private var keptYes: (key: YesKey, canAgree: Bool, mayUseTheirs: Bool)?

    /// What content follows from.
    private struct Key: Equatable {
        let revision: Home.Revision
        let until: Day
        // Signs and talks have their names from the rest of the content, which may come after the page.
        let isWhole: Bool
        var asked: Identifier?
    }

    /// What a yes follows from: the spaces, and what each of the two has asked and heard.
    private struct YesKey: Equatable {
        let revision: Home.Revision
        let asked: Identifier?
        let agreed: Identifier?
        let askedByPartner: Identifier?
    }

    /// Nothing picked yet.
    public init() {}

    /// Brings what there is up to date.
    public mutating func enter(_ home: Home, _ world: World) {
        let key = key(home, world)
        if kept?.key != key { kept = (key, ReportContent(home, until: key.until, world)) }
        let report = home.reportAskedByPartner(world)
        keepYes(mine: home.askedReport(world), theirs: report, home)
        let asked = report.map {
            Key(
                revision: home.revision, until: $0.asked.fields.until, isWhole: home.catalogue.isWhole,
                asked: $0.asked.entry)
        }
        guard keptAsked?.key != asked else { return }
        keptAsked = asked.flatMap { asked in report.map { (key: asked, content: home.reportedOfMe($0, world)) } }
    }

    private mutating func keepYes(mine: SharedReport?, theirs: SharedReport?, _ home: Home) {
        let key = YesKey(
            revision: home.revision, asked: mine?.asked.entry, agreed: mine?.agreed?.entry,
            askedByPartner: theirs?.asked.entry)
        guard keptYes?.key != key else { return }
        keptYes = (
            key: key, canAgree: theirs.map { home.canAgree(to: $0) } ?? false,
            mayUseTheirs: mine.map { home.mayUseTheirs(in: $0) } ?? false
        )
    }

    private func key(_ home: Home, _ world: World) -> Key {
        Key(
            revision: home.revision, until: made?.until ?? Self.until(home, world, isOfBoth: home.hasPartnerNow),
            isWhole: home.catalogue.isWhole)
    }

    /// What of the person's would be in the report that the other asks about; nil while they ask about none.
    public var askedOfMe: ReportContent? { keptAsked?.content }

    /// Whether the person can say yes to what the other asks, for what is shown: what is done asks the home itself.
    public func showsAgreeing(to report: SharedReport, _ home: Home) -> Bool {
        if let keptYes, keptYes.key.revision == home.revision, keptYes.key.askedByPartner == report.asked.entry {
            return keptYes.canAgree
        }
        return home.canAgree(to: report)
    }

    /// Whether what the other said yes to may be in the report, for what is shown: what is done asks the home itself.
    public func showsTheirs(in report: SharedReport, _ home: Home) -> Bool {
        if let keptYes, keptYes.key.revision == home.revision, keptYes.key.asked == report.asked.entry,
            keptYes.key.agreed == report.agreed?.entry
        {
            return keptYes.mayUseTheirs
        }
        return home.mayUseTheirs(in: report)
    }

    // MARK: What is picked

    /// Whether something goes in.
    public func isPicked(_ item: ReportContent.Item) -> Bool {
        Self.usual.contains(item.subject.part) != turned.contains(item.subject.name)
    }

    /// What is picked of all that there is.
    public func picked(of content: ReportContent) -> [ReportContent.Item] { content.items.filter { isPicked($0) } }

    /// The same as a draft keeps it.
    public var keptPicks: String { turned.sorted().joined(separator: " ") }

    /// Takes up what this device kept.
    public mutating func resume(picks: String) {
        turned = Set(picks.split(separator: " ").map(String.init))
    }

    /// Takes up the line that this device kept.
    public mutating func resume(note text: String) { note = note.resumed(text) }

    /// Up to which day something new tells: what was asked about keeps its own.
    static func until(_ home: Home, _ world: World, isOfBoth: Bool) -> Day {
        let today = home.today(world)
        // Today may still bring something to what the other has said yes to.
        return isOfBoth ? today.advanced(by: -1) ?? today : today
    }

    /// All that there is to pick from.
    public func content(_ home: Home, _ world: World) -> ReportContent {
        let key = key(home, world)
        if let kept, kept.key == key { return kept.content }
        return ReportContent(home, until: key.until, world)
    }

    // MARK: What is in it

    /// What the report holds that was made: nothing of the other's unless they have said yes to exactly that.
    public func report(_ home: Home, _ world: World) -> ReportContent? {
        guard let made else { return nil }
        let items = content(home, world).items
        let asked = made.isOfBoth ? home.askedReport(world) : nil
        let agreed = asked.map { home.mayUseTheirs(in: $0) ? Set($0.asked.fields.items) : [] } ?? []
        return ReportContent(
            until: made.until,
            items.compactMap { item in
                let theirs = agreed.contains(item.subject.name) ? item.theirs : nil
                let mine = isPicked(item) ? item.mine : nil
                return mine == nil && theirs == nil
                    ? nil : ReportContent.Item(subject: item.subject, mine: mine, theirs: theirs)
            })
    }

    // MARK: What a person does

    /// Does what the person wants. What is printed and saved is put into words elsewhere.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World) {
        switch action {
        case .partPressed(let part):
            let items = content(home, world).items(of: part)
            let isAll = items.allSatisfy { isPicked($0) }
            for item in items where isPicked(item) == isAll { turn(item) }
        case .itemPressed(let name):
            guard let item = content(home, world).items.first(where: { $0.subject.name == name }) else { return }
            turn(item)
        case .note(let action): _ = note.update(action, occurrence, &home, &world)
        case .asked: ask(&home, &world)
        case .questionTakenBack:
            guard let report = home.askedReport(world), report.made == nil else { return }
            home.takeBack(report.asked.entry, &world)
            world.tell(.wordTakenBack)
        case .agreed(let asked):
            guard let report = home.reportAskedByPartner(world), report.asked.entry == asked, report.agreed == nil,
                home.canAgree(to: report)
            else { return }
            let fields = report.asked.fields
            home.write(.reportAgreed(ReportMark(report: fields.report, digest: fields.digest)), &world)
            world.tell(.reportAgreed)
        case .agreementTakenBack:
            guard let report = home.reportAskedByPartner(world), report.made == nil, let agreed = report.agreed else {
                return
            }
            home.takeBack(agreed.entry, &world)
            world.tell(.wordTakenBack)
        case .putAside: home.putReportsAside(&world)
        case .makeWanted(let isOfBoth):
            let report = isOfBoth ? home.askedReport(world) : nil
            if isOfBoth, report.map({ home.mayUseTheirs(in: $0) }) != true { return }
            let until = report?.asked.fields.until ?? Self.until(home, world, isOfBoth: false)
            proof.ask(before: Making(isOfBoth: isOfBoth, until: until), &world)
        case .proof(let action): proof.update(action, occurrence, home, &world) { .reportProven($0) }
        case .closed:
            made = nil
            world.turnPage()
        case .printed, .saved: break
        }
    }

    private mutating func turn(_ item: ReportContent.Item) { turned.formSymmetricDifference([item.subject.name]) }

    /// What of the other's would be in it, if they were asked now.
    public func wantedOfTheirs(_ home: Home, _ world: World) -> [ReportContent.Item] {
        picked(of: content(home, world)).filter { $0.theirs != nil }
    }

    private func ask(_ home: inout Home, _ world: inout World) {
        let subjects = wantedOfTheirs(home, world).map { $0.subject }
        guard let partner = home.partner, home.hasPartnerNow, !subjects.isEmpty else { return }
        // Whatever was asked before is asked no more, and a yes to it is to nothing.
        if let before = home.askedReport(world), before.made == nil { home.takeBack(before.asked.entry, &world) }
        let until = Self.until(home, world, isOfBoth: true)
        let asked = ReportAsked(
            report: world.random.identifier(), until: until, items: subjects.map { $0.name },
            digest: home.reportDigest(subjects, of: partner, until: until))
        if home.write(.reportAsked(asked), &world) != nil { world.tell(.reportAsked) }
    }

    /// Takes the answer in whether the person may: then it is made, and whoever said yes can see that it was.
    public mutating func takeProof(_ outcome: Outcome<Completion>, _ home: inout Home, _ world: inout World) {
        guard let making = proof.receive(outcome, &world) else { return }
        if making.isOfBoth {
            // The yes may have been taken back meanwhile.
            guard let report = home.askedReport(world), home.mayUseTheirs(in: report) else { return }
            if report.made == nil {
                let fields = report.asked.fields
                home.write(.reportMade(ReportMark(report: fields.report, digest: fields.digest)), &world)
            }
        }
        made = making
        world.turnPage()
    }
}

extension ReportContent {
    init(until: Day, _ items: [Item]) {
        self.until = until
        self.items = items
    }
}
