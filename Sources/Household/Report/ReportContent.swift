import Bytes
import Closeness
import Insight
import Ledger
import Library

/// What a report could hold: of the person's own, and of the other's what stands open between the two.
///
/// Of the other's there is never anything here but entries of the shared space that they wrote for both, shared by choice, or sealed
/// and both have opened (``Home/reportEntries(_:of:until:)``); no answer to a single statement, no mark of how something was, nothing
/// of how open they want to be. What either said in the private check about safety isn't read at all.
public struct ReportContent {
    /// One line about a person's closeness.
    public struct Row {
        /// What it is about.
        public let aspect: Aspect
        /// How it is for them.
        public let felt: Double?
        /// How they wish it.
        public let wished: Double?
    }

    /// One week as somebody set the two circles.
    public struct WeekLine {
        /// The week.
        public let week: Week
        /// How close it felt, and was wished, from 0 to 10.
        public let felt, wished: Int
    }

    /// What an item tells of one person.
    public enum Telling {
        /// The picture of a season.
        case picture([Row])
        /// The weeks, and the lines of the pillars with their bands.
        case weeks([WeekLine], lines: [(pillar: Pillar, points: [TrendPoint])])
        /// What went with closer weeks.
        case helped([WhatHelped.Row])
        /// A sign or a cause, and the words to it.
        case named(String, words: String)
        /// A practice: how often it was done, and when last; how often it was said to have done good, which is one's own to tell.
        case practice(String, times: Int, last: Day, good: Int?)
        /// A talk, and when it began.
        case talk(String, Day)
        /// An answer to a question.
        case answer(String, to: String)
        /// A page of the journal.
        case page(String, Day)
    }

    /// One thing to pick.
    public struct Item {
        /// What it is.
        public let subject: ReportSubject
        /// What it tells of the person.
        public let mine: Telling?
        /// What it tells of the other, which takes their yes.
        public let theirs: Telling?
    }

    /// How far back a report goes, in days.
    public static let reach = 364
    /// How many of the newest talks, questions, practices and pages there are to pick from.
    static let most = 40
    /// From which word of ``PracticeDone/helpScale`` on something did good.
    static let good = 3

    /// The last day that it tells of.
    public let until: Day
    /// All that could go in, part by part.
    public let items: [Item]

    /// What a home could tell up to a day.
    public init(_ home: Home, until: Day, _ world: World) {
        self.until = until
        items = ReportMaker(home: home, until: until, world: world).items
    }

    /// What the other's phone would tell of the person, as the person's own can show it to them before they say yes.
    init(toldOf person: Identifier, _ subjects: [ReportSubject], _ home: Home, until: Day, _ world: World) {
        self.until = until
        let maker = ReportMaker(home: home, until: until, world: world)
        items = subjects.compactMap { subject in
            maker.shared(subject, person).map { Item(subject: subject, mine: $0, theirs: nil) }
        }
    }

    /// The items of a part.
    public func items(of part: ReportSubject.Part) -> [Item] { items.filter { $0.subject.part == part } }
}

extension Home {
    /// The entries of somebody's, in the shared space, from which an item of a report tells something of them. Both phones find the
    /// same ones.
    ///
    /// - Parameter until: the last day that it tells of.
    func reportEntries(_ subject: ReportSubject, of account: Identifier, until: Day) -> Set<Identifier> {
        guard let ours else { return [] }
        let first = until.advanced(by: -ReportContent.reach) ?? until
        // What is sealed counts once both are in: until then only its author's own phone has it.
        guard let other = account == me ? partner : me else { return [] }
        switch subject {
        case .picture(let season):
            guard ours.hasCheck(of: other, in: season) else { return [] }
            return Set([ours.check(of: account, in: season)?.entry].compactMap { $0 })
        case .weeks:
            return Set(
                ours.pulses(of: account).filter {
                    $0.fields.week.isOver(by: until, since: first) && ours.hasPulse(of: other, in: $0.fields.week)
                }.map { $0.entry }
                    + ours.checks(of: account).filter {
                        $0.fields.season.began(by: until, since: first)
                            && ours.hasCheck(of: other, in: $0.fields.season)
                    }.map { $0.entry })
        case .sign(let id):
            return marks(ours.signMark(id, of: account), about: Noticing.Subject.signs.name(id), of: account)
        case .cause(let id):
            return marks(ours.causeMark(id, of: account), about: Noticing.Subject.causes.name(id), of: account)
        case .practice(let id):
            guard let symbol = ours.log.symbol(for: id) else { return [] }
            return Set(
                ours.deeds.filter { deed in
                    deed.practice == symbol && deed.day <= until && deed.day >= first
                        && ours.log.author(at: deed.position) == account
                }.map { ours.log.id(at: $0.position) })
        case .question(let id):
            guard let reply = ours.reply(to: id, by: account), case .answered = reply.fields,
                let theirs = ours.reply(to: id, by: other), case .answered = theirs.fields
            else { return [] }
            return [reply.entry]
        // It is of both, whoever of them began it.
        case .talk(let id): return Set(ours.conversationEvents(id).prefix(1).map { $0.entry })
        // Nobody's but the person's own.
        case .page, .helped: return []
        }
    }

    private func marks(_ mark: Identifier?, about subject: String, of account: Identifier) -> Set<Identifier> {
        guard let ours, let mark else { return [] }
        let words = ours.reflections(of: account, about: subject).last
        return Set([mark, words.flatMap { $0.fields.text.isEmpty ? nil : $0.entry }].compactMap { $0 })
    }

    /// Stands for all of somebody's entries from which these items tell something of them.
    func reportDigest(_ subjects: [ReportSubject], of account: Identifier, until: Day) -> [UInt8] {
        let entries = subjects.reduce(into: Set<Identifier>()) {
            $0.formUnion(reportEntries($1, of: account, until: until))
        }
        return ours?.reportDigest(of: entries) ?? []
    }
}

extension Week {
    /// Whether it was over before a day's end, and began on another or later.
    fileprivate func isOver(by last: Day, since first: Day) -> Bool {
        monday >= first && (monday.advanced(by: 6).map { $0 <= last } ?? false)
    }
}

extension Season {
    /// Whether it began by a day, and on another or later.
    fileprivate func began(by last: Day, since first: Day) -> Bool { firstDay <= last && firstDay >= first }
}

/// Finds what there is.
private struct ReportMaker {
    let home: Home
    let until: Day
    let world: World

    private var first: Day { until.advanced(by: -ReportContent.reach) ?? until }
    private var partner: Identifier? { home.hasPartnerNow ? home.partner : nil }

    var items: [ReportContent.Item] {
        var items: [ReportContent.Item] = []
        for subject in subjects {
            let mine = mine(subject)
            let theirs = partner.flatMap { shared(subject, $0) }
            if mine != nil || theirs != nil {
                items.append(ReportContent.Item(subject: subject, mine: mine, theirs: theirs))
            }
        }
        return items
    }

    private var subjects: [ReportSubject] {
        var subjects: [ReportSubject] = []
        if let season = (partner == nil ? nil : home.latestSharedSeason) ?? home.latestCheckedSeason {
            subjects.append(.picture(season))
        }
        subjects.append(.weeks)
        subjects += marked(.signs).map { .sign($0) }
        subjects += marked(.causes).map { .cause($0) }
        subjects += practices.map { .practice($0) }
        subjects.append(.helped)
        subjects += talks.map { .talk($0.conversation) }
        subjects += questions.map { .question($0) }
        let pages = home.mine.journal(of: home.me).suffix(ReportContent.most).reversed()
        subjects += pages.map { .page(home.mine.log.id(at: $0)) }
        return subjects
    }

    // MARK: What there is to pick

    private func marked(_ subject: Noticing.Subject) -> [String] {
        var marked: [String] = []
        let spaces = [home.mine, home.ours].compactMap { $0 }
        for account in [home.me, partner].compactMap({ $0 }) {
            for space in spaces {
                for id in subject.marks(of: account, in: space) where !marked.contains(id) { marked.append(id) }
            }
        }
        return marked
    }

    private var practices: [String] {
        var names: [String] = []
        for space in [home.mine, home.ours].compactMap({ $0 }) {
            for deed in space.deeds.reversed() where deed.isDone && deed.day >= first && deed.day <= until {
                let name = space.log.text(of: deed.practice)
                if !names.contains(name), home.catalogue.practice(name) != nil { names.append(name) }
                if names.count == ReportContent.most { return names }
            }
        }
        return names
    }

    private var talks: [ConversationState] {
        guard partner != nil, let ours = home.ours else { return [] }
        let had = ours.conversationStates.filter {
            $0.phase == .ended && day($0.began) >= first && day($0.began) <= until
        }
        return had.suffix(ReportContent.most).reversed()
    }

    private func day(_ milliseconds: Int64) -> Day { home.sharedDay(at: milliseconds, world) }

    private var questions: [String] {
        var questions: [(id: String, time: Int64)] = []
        for space in [home.ours, home.mine].compactMap({ $0 }) {
            for id in space.questions(of: home.me) where !questions.contains(where: { $0.id == id }) {
                guard let reply = space.reply(to: id, by: home.me), case .answered = reply.fields,
                    home.catalogue.question(id) != nil, day(reply.milliseconds) >= first
                else { continue }
                switch home.standing(ofQuestion: id) {
                case .open, .kept: questions.append((id, reply.milliseconds))
                case .asked, .passed, .left, .sealed: break
                }
            }
        }
        return questions.sorted { $0.time > $1.time }.prefix(ReportContent.most).map { $0.id }
    }

    // MARK: What it tells

    private func mine(_ subject: ReportSubject) -> ReportContent.Telling? {
        switch subject {
        case .picture(let season): return home.check(in: season).map { .picture(rows($0)) }
        case .weeks:
            return weeks(home.pulses(of: home.me), home.checks(of: home.me))
        case .helped: return partner == nil ? helped : nil
        case .sign(let id): return named(id, .signs, home.catalogue.sign(id)?.name)
        case .cause(let id): return named(id, .causes, home.catalogue.cause(id)?.name)
        case .practice(let id):
            return practice(id, of: home.me, in: [home.mine, home.ours].compactMap { $0 }, isOwn: true)
        case .talk: return nil
        case .question(let id):
            guard let question = home.catalogue.question(id) else { return nil }
            switch home.standing(ofQuestion: id) {
            case .open(let mine, _), .kept(let mine): return .answer(mine, to: question.text)
            case .asked, .passed, .left, .sealed: return nil
            }
        case .page(let entry):
            return home.mine.log.position(of: entry).flatMap { home.mine.journalPage(at: $0) }.map {
                .page($0.fields.text, world.day(of: $0))
            }
        }
    }

    /// What the shared space tells of one of the two to the other.
    func shared(_ subject: ReportSubject, _ person: Identifier) -> ReportContent.Telling? {
        let entries = home.reportEntries(subject, of: person, until: until)
        guard let ours = home.ours, !entries.isEmpty else { return nil }
        switch subject {
        case .picture(let season):
            guard home.meeting(.check(season))?.isFair == true else { return nil }
            return ours.check(of: person, in: season).map { .picture(rows($0.fields)) }
        case .weeks:
            return weeks(
                ours.pulses(of: person).filter { entries.contains($0.entry) },
                ours.checks(of: person).filter { entries.contains($0.entry) })
        case .sign(let id): return named(id, .signs, home.catalogue.sign(id)?.name, sharedBy: person)
        case .cause(let id): return named(id, .causes, home.catalogue.cause(id)?.name, sharedBy: person)
        case .practice(let id): return practice(id, of: person, in: [ours], isOwn: false)
        case .talk(let id):
            guard let state = ours.conversationState(id), let script = home.catalogue.conversation(state.script) else {
                return nil
            }
            return .talk(script.name, day(state.began))
        case .question(let id):
            guard let question = home.catalogue.question(id), home.meeting(.question(id))?.isFair == true,
                case .open(let mine, let theirs) = home.standing(ofQuestion: id)
            else { return nil }
            return .answer(person == home.me ? mine : theirs, to: question.text)
        case .helped, .page: return nil
        }
    }

    private func rows(_ check: CheckAnswered) -> [ReportContent.Row] {
        let picture = Picture(mine: home.reading(check), theirs: nil)
        return (picture.pillars + picture.foundations + picture.oneself).compactMap { row in
            guard row.mine.felt != nil || row.mine.wished != nil else { return nil }
            return ReportContent.Row(aspect: row.aspect, felt: row.mine.felt?.value, wished: row.mine.wished?.value)
        }
    }

    private func weeks(
        _ pulses: [Said<PulseAnswered>], _ checks: [Said<CheckAnswered>]
    ) -> ReportContent.Telling? {
        let pulses = pulses.filter { $0.fields.week.isOver(by: until, since: first) }
        let checks = checks.filter { $0.fields.season.began(by: until, since: first) }
        let weeks = pulses.map {
            ReportContent.WeekLine(week: $0.fields.week, felt: $0.fields.felt, wished: $0.fields.wished)
        }.sorted { $0.week < $1.week }
        let answers = (pulses.flatMap { Home.answers($0, as: .a) } + home.answers(checks, as: .a))
            .sorted { $0.day < $1.day }
        var followed = FollowedCloseness()
        followed.follow(answers)
        guard let begin = answers.first?.day, let end = answers.last?.day else { return nil }
        let trends = Trends(answers, over: begin...max(end, begin + 7), every: 7)
        let lines = Pillar.allCases.filter { followed.hasLine($0, of: .a) }.map { pillar in
            (pillar: pillar, points: trends.line(pillar, of: .a))
        }
        return weeks.isEmpty && lines.isEmpty ? nil : .weeks(weeks, lines: lines)
    }

    private var helped: ReportContent.Telling? {
        let rows = WhatHelped(home, today: until, world).rows.filter { $0.isDrawn }
        return rows.isEmpty ? nil : .helped(rows)
    }

    private func named(_ id: String, _ subject: Noticing.Subject, _ name: String?) -> ReportContent.Telling? {
        let spaces = [home.mine, home.ours].compactMap { $0 }
        guard let name, spaces.contains(where: { subject.marks(of: home.me, in: $0).contains(id) }) else { return nil }
        let list = Noticing(subject)
        let kept = list.keptWords(id, home)
        return .named(name, words: kept.isEmpty ? list.sharedWords(id, of: home.me, home) : kept)
    }

    private func named(
        _ id: String, _ subject: Noticing.Subject, _ name: String?, sharedBy person: Identifier
    ) -> ReportContent.Telling? {
        guard let name, let ours = home.ours, subject.marks(of: person, in: ours).contains(id) else { return nil }
        return .named(name, words: Noticing(subject).sharedWords(id, of: person, home))
    }

    private func practice(
        _ id: String, of account: Identifier, in spaces: [Projection], isOwn: Bool
    ) -> ReportContent.Telling? {
        guard let name = home.catalogue.practice(id)?.name else { return nil }
        var days: [Day: Deed] = [:]
        for space in spaces {
            guard let symbol = space.log.symbol(for: id) else { continue }
            // In the order of writing, so that somebody's last word on a day counts.
            for deed in space.deeds where deed.practice == symbol && space.log.author(at: deed.position) == account {
                if deed.day >= first, deed.day <= until { days[deed.day] = deed.isDone ? deed : nil }
            }
        }
        guard let last = days.keys.max() else { return nil }
        let good = days.values.filter { $0.helped.map { $0 >= ReportContent.good } ?? false }.count
        return .practice(name, times: days.count, last: last, good: isOwn && good > 0 ? good : nil)
    }
}
