import Bytes
import Closeness
import Ledger
import Library

/// A couple's believable history: two people who notice that they talk only about logistics, choose a few small things, and
/// see some of them help. Deterministic, so that screenshots and measurements can be made again.
struct DemoYear {
    /// One thing that one of the two wrote.
    struct Line {
        /// 0 for Ana, 1 for Ben.
        let author: Int
        /// Whether it goes into the shared space rather than into the author's private one.
        let isShared: Bool
        /// What was written.
        var event: Event
        /// When: milliseconds since 1970.
        let milliseconds: Int64
        /// Under which seal, when it waited for the other's.
        let seal: String?
        /// Under which id, where another entry names it.
        var entry: Identifier?
        /// What the photo shows that goes with it.
        var picture: DrawnPicture?
    }

    /// Everything written, in order of time.
    private(set) var lines: [Line] = []

    private let catalogue: Catalogue
    private let accounts: [Identifier]
    private let firstDay: Day
    private let days: Int
    private var random: SeededGenerator
    /// The days on which they sat on their bench: the week after, they feel closer.
    private var benchDays: Set<Int> = []

    /// A history that ends yesterday.
    ///
    /// - Parameters:
    ///   - accounts: Ana's and Ben's.
    ///   - today: The day after the last.
    ///   - years: How many.
    ///   - perDay: About how many entries a day beyond checks, pulses and answers; 21 makes 70,000 in ten years.
    init(catalogue: Catalogue, accounts: [Identifier], today: Day, years: Int, perDay: Int, seed: UInt64 = 7) {
        self.catalogue = catalogue
        self.accounts = accounts
        days = years * 364
        firstDay = today.advanced(by: -days) ?? today
        random = SeededGenerator(seed: seed)
        beginning()
        for index in 0..<days { day(index, perDay: perDay) }
        promises()
        secrets()
        oneself()
        offers()
        book()
        pursuit()
        talk()
        evening()
        story()
        lines.sort { $0.milliseconds < $1.milliseconds }
    }

    // MARK: What happens

    private mutating func beginning() {
        write(
            0,
            .circumstancesSet(CircumstancesSet(together: true, children: 0, minutes: 140, tags: [])), day: 0, hour: 20)
        write(0, .signNoticed(SignMark(sign: "only-logistics")), day: 1, hour: 20)
        write(1, .signNoticed(SignMark(sign: "less-time")), day: 3, hour: 21)
        write(0, .signNoticed(SignMark(sign: "lonely-together")), day: 2, hour: 22, isShared: false)
        write(0, .causeSuspected(CauseMark(cause: "screens")), day: 4, hour: 20)
        write(1, .causeSuspected(CauseMark(cause: "work-pressure")), day: 4, hour: 21)
        write(1, .causeSuspected(CauseMark(cause: "fatigue")), day: 5, hour: 22, isShared: false)
    }

    private mutating func day(_ index: Int, perDay: Int) {
        let day = firstDay.advanced(by: index) ?? firstDay
        if index == 1 || day.season != (day.advanced(by: -1) ?? day).season { check(index, day) }
        if day.weekday == 7 { pulse(index, day) }
        enterPlan(index)
        deeds(index, day, count: max(1, perDay / 2))
        for _ in 0..<max(0, perDay / 2 - 1) { thank(index) }
        if index % 9 == 4 { thank(index) }
        if index % 13 == 6 { question(index) }
        if index % 88 == 40 { journal(index) }
        if index % 90 == 60 { moment(index, day) }
        if index % 28 == 20 { conversation(index) }
    }

    private mutating func check(_ index: Int, _ day: Day) {
        for author in 0...1 {
            var felt: [String: Int] = [:]
            var wished: [String: Int] = [:]
            for item in catalogue.check.asked(in: day.season.number) {
                let level = level(item.aspect, author, index)
                felt[item.id] = rounded(level + noise(1.1))
                guard item.hasWish else { continue }
                wished[item.id] = rounded(max(level + 0.4, wish(item.aspect, author)) + noise(0.8))
            }
            let near = level(.pillar(.emotional), author, index)
            let circles = Ledger.Circles(felt: rounded(near), wished: rounded(7.6 + noise(0.5)))
            let answers = CheckAnswered(
                season: day.season, felt: felt, wished: wished, circles: circles,
                comfort: 2 + min(2, index / 120) - author / 2)
            write(
                author, .checkAnswered(answers), day: index, hour: 20 + Double(author), seal: "check/" + day.season.text
            )
        }
    }

    private mutating func pulse(_ index: Int, _ day: Day) {
        for author in 0...1 where random.fraction() > 0.1 {
            var pillars: [Pillar: Int] = [:]
            for pillar in Pillar.allCases {
                pillars[pillar] = rounded(level(.pillar(pillar), author, index) + noise(0.9))
            }
            let near = (level(.pillar(.emotional), author, index) + level(.pillar(.experiential), author, index)) / 2
            let answers = PulseAnswered(
                week: day.week, felt: rounded(near + noise(0.7)), wished: rounded(7.4 + noise(0.5)), pillars: pillars)
            write(
                author, .pulseAnswered(answers), day: index, hour: 19 + Double(author), seal: "pulse/" + day.week.text)
        }
    }

    /// The plan grows slowly, as the two agree on one thing after another.
    private mutating func enterPlan(_ index: Int) {
        let starts = [
            10: "the-door", 17: "one-good-one-hard", 45: "phones-asleep", 80: "friday-glass", 150: "our-bench",
        ]
        guard let practice = starts[index] else { return }
        let week = (firstDay.advanced(by: index) ?? firstDay).week.text
        for author in 0...1 {
            let answer = ProposalAnswered(round: week, practice: practice, answer: .yes)
            write(author, .proposalAnswered(answer), day: index, hour: 19 + Double(author), isShared: false)
        }
        for author in 0...1 {
            let entered = Event.planEntered(PlanEntered(practice: practice, round: week))
            write(author, entered, day: index, hour: 20.2 + Double(author) / 10)
        }
    }

    private mutating func deeds(_ index: Int, _ day: Day, count: Int) {
        let daily = [(10, "the-door"), (17, "one-good-one-hard"), (45, "phones-asleep")].filter { $0.0 < index }
        guard !daily.isEmpty else { return }
        for _ in 0..<count {
            let practice = daily[random.below(daily.count)].1
            if count == 1, random.fraction() > 0.62 { continue }
            done(practice, index, day)
        }
        if index > 80, day.weekday == 5, random.fraction() < 0.8 { done("friday-glass", index, day) }
        if index > 150, day.weekday == 7, random.fraction() < 0.6 {
            done("our-bench", index, day)
            benchDays.insert(index)
        }
    }

    private mutating func done(_ practice: String, _ index: Int, _ day: Day) {
        let helped = random.fraction() < 0.5 ? nil : 2 + random.below(3)
        let author = random.below(2)
        let lines = DemoVoices.lines[practice] ?? []
        let number = index / 45
        let line = index % 45 < 7 && number < lines.count && !lines[number].isEmpty ? lines[number] : nil
        write(
            author, .practiceDone(PracticeDone(practice: practice, day: day, helped: helped, note: line)), day: index,
            hour: 18 + 4 * random.fraction())
    }

    private mutating func thank(_ index: Int) {
        let thanks = DemoVoices.thanks[random.below(DemoVoices.thanks.count)]
        write(
            thanks.author, .appreciationSent(AppreciationSent(text: thanks.text)), day: index,
            hour: 8 + 14 * random.fraction())
    }

    private mutating func question(_ index: Int) {
        let number = index / 13
        guard number < DemoVoices.answers.count else { return }
        let pair = DemoVoices.answers[number]
        for (author, text) in [pair.ana, pair.ben].enumerated() {
            write(
                author, .questionAnswered(QuestionAnswered(question: pair.question, text: text)), day: index,
                hour: 20 + Double(author) + random.fraction(), seal: "question/" + pair.question)
        }
    }

    private mutating func journal(_ index: Int) {
        let number = index / 88
        for (author, pages) in [DemoVoices.anaJournal, DemoVoices.benJournal].enumerated() where number < pages.count {
            write(author, .journalWritten(JournalWritten(text: pages[number])), day: index, hour: 22, isShared: false)
        }
    }

    private mutating func moment(_ index: Int, _ day: Day) {
        let number = index / 90
        guard number < DemoVoices.moments.count else { return }
        let moment = DemoVoices.moments[number]
        write(
            moment.author, .momentKept(MomentKept(text: moment.text, day: day)), day: index, hour: 21.5,
            picture: DemoPictures.moments[number])
    }

    private mutating func conversation(_ index: Int) {
        let id = random.identifier()
        let start = ConversationStarted(
            conversation: id, script: "weekly-check-in", devices: .one, first: accounts[index % 2])
        write(0, .conversationStarted(start), day: index, hour: 20)
        write(1, .conversationEnded(ConversationMark(conversation: id)), day: index, hour: 20.4)
    }

    /// A few in the last weeks: two that were kept, one that was let go, and two that hold.
    private mutating func promises() {
        for promise in DemoVoices.promises {
            let made = days - promise.daysAgo
            guard made >= 0 else { continue }
            let id = random.identifier()
            let day = Day(number: firstDay.number + made + promise.within)
            write(
                promise.author, .promiseMade(PromiseMade(promise: id, text: promise.text, day: day)), day: made,
                hour: 19)
            switch promise.end {
            case .open: break
            case .kept:
                write(
                    1 - promise.author, .promiseKept(PromiseMark(promise: id)), day: made + promise.within, hour: 21)
            case .released(let word):
                write(
                    promise.author, .promiseReleased(PromiseReleased(promise: id, text: word)),
                    day: made + promise.within, hour: 21)
            }
        }
    }

    /// What Ana has planned in secret: one that was done, and one for some day.
    private mutating func secrets() {
        for (text, daysAgo, within) in DemoVoices.kindnesses where days >= daysAgo {
            let planned = days - daysAgo
            let id = random.identifier()
            write(
                0, .kindnessPlanned(KindnessPlanned(kindness: id, text: text)), day: planned, hour: 22, isShared: false)
            if let within, let day = Day(number: firstDay.number + planned + within) {
                write(
                    0, .kindnessDone(KindnessDone(kindness: id, day: day)), day: planned + within, hour: 22,
                    isShared: false)
            }
        }
    }

    /// What Ana does for herself, a note of what set her off, and what she is growing in and shows.
    private mutating func oneself() {
        for (daysAgo, names) in DemoVoices.care where days >= daysAgo {
            guard let day = firstDay.advanced(by: days - daysAgo) else { continue }
            write(
                0, .careNoted(CareNoted(day: day, names: names)), day: days - daysAgo, hour: 21.5, isShared: false)
        }
        guard days >= 8 else { return }
        write(0, .journalWritten(DemoVoices.trigger), day: days - 6, hour: 22.5, isShared: false)
        let (text, step) = DemoVoices.growth
        let shown = random.identifier()
        write(0, .growthShown(GrowthShown(growth: shown, text: text, step: step)), day: days - 5, hour: 20)
        write(
            0, .growthNoted(GrowthNoted(growth: random.identifier(), text: text, step: step, shown: shown)),
            day: days - 5, hour: 20.5, isShared: false)
        write(1, .growthBacked(GrowthBacked(growth: shown)), day: days - 4, hour: 20)
    }

    /// Ben has offered an hour without phones, and Ana hasn't said yes so far.
    private mutating func offers() {
        write(
            1, .screenFreeOffered(ScreenFreeOffered(days: [2, 4], from: 20 * 60, until: 21 * 60 + 30)), day: days - 2,
            hour: 21)
    }

    /// Both have chosen the last answers that they opened, and the promises that were kept, for the book of their year.
    private mutating func book() {
        var names: [String] = []
        for line in lines {
            let season = Day(milliseconds: line.milliseconds, offset: 0).season.text
            if case .questionAnswered(let answer) = line.event, line.author == 1 {
                names.append(season + "/answer/" + answer.question)
            } else if case .promiseKept(let kept) = line.event {
                names.append(season + "/promise/" + kept.promise.text)
            }
        }
        for name in names.suffix(24) {
            for author in 0...1 {
                write(
                    author, .bookMarked(BookMarked(item: name, isWanted: true)), day: days - 1, hour: 20,
                    isShared: false)
                write(author, .bookEntered(BookWord(item: name)), day: days - 1, hour: 20.5)
            }
        }
    }

    /// A trip that both want, with a next step and a note of each.
    private mutating func pursuit() {
        guard days > 40 else { return }
        let id = random.identifier()
        let begun = random.identifier()
        write(
            0, .pursuitBegun(PursuitBegun(pursuit: id, sort: .trip, text: "The night train to Ljubljana")),
            day: days - 40, hour: 20, entry: begun)
        write(1, .pursuitJoined(PursuitJoined(pursuit: id, begun: begun)), day: days - 39, hour: 21)
        for (author, text, daysAgo) in DemoVoices.tripNotes {
            write(author, .pursuitNoted(PursuitNoted(pursuit: id, text: text)), day: days - daysAgo, hour: 21)
        }
        let step = PursuitStepped(
            pursuit: id, text: "Ask about the couchettes", day: Day(number: firstDay.number + days + 9))
        write(1, .pursuitStepped(step), day: days - 6, hour: 19)
    }

    /// A talk on two phones, of which both keep the same line.
    private mutating func talk() {
        guard days > 20 else { return }
        let id = random.identifier()
        let day = days - 20
        let started = ConversationStarted(conversation: id, script: "dreams", devices: .two, first: accounts[0])
        write(0, .conversationStarted(started), day: day, hour: 20)
        let moved = ConversationMoved(
            conversation: id, step: ConversationStep(name: "dream", number: 1), turn: 0, speaker: accounts[0],
            startedAt: Int64(firstDay.number + day) * 86_400_000 + 73_000_000)
        write(0, .conversationMoved(moved), day: day, hour: 20.5)
        write(0, .conversationEnded(ConversationMark(conversation: id)), day: day, hour: 21)
        for author in 0...1 {
            let line = TalkLineKept(conversation: id, text: "A year by the sea, before we’re fifty.")
            write(author, .talkLineKept(line), day: day, hour: 22 + Double(author) / 2)
        }
    }

    /// A date of both on an evening to come, and an idea in the hat.
    private mutating func evening() {
        guard days > 3 else { return }
        let id = random.identifier()
        let plan = random.identifier()
        let moment = Int64(firstDay.number + days + 3) * 86_400_000 + 19 * 3_600_000
        write(
            0, .datePlanned(DatePlanned(date: id, idea: "toast-restaurant", at: moment)), day: days - 3, hour: 20,
            entry: plan)
        write(1, .dateAgreed(DateAgreed(date: id, plan: plan)), day: days - 2, hour: 8)
        write(1, .dateWanted(DateWanted(idea: "five-spoons")), day: days - 2, hour: 8.5)
    }

    /// A day that comes back each year, and chapters that both have told.
    private mutating func story() {
        guard days > 20 else { return }
        let met = DemoVoices.met
        if let day = firstDay.advanced(by: days - met.daysAgo) {
            write(
                met.author, .momentKept(MomentKept(text: met.text, day: day, isYearly: true)), day: 3, hour: 21)
        }
        for (number, chapter) in DemoVoices.chapters.enumerated() {
            for (author, text) in [chapter.ana, chapter.ben].enumerated() {
                write(
                    author, .questionAnswered(QuestionAnswered(question: chapter.question, text: text)),
                    day: 8 + 3 * number, hour: 20 + Double(author), seal: "question/" + chapter.question)
            }
        }
    }

    // MARK: How it goes

    /// How close one of them feels on a day, 0–10: doing things grows from the fourth month on, feelings follow, touch dips in
    /// the tenth month and has begun to come back; and what they share is more after an hour on their bench.
    private func level(_ aspect: Aspect, _ author: Int, _ index: Int) -> Double {
        let month = Double(index % 364) / 30.4
        let years = Double(index / 364) * 0.2
        func rise(from start: Double, to end: Double, between first: Double, and last: Double) -> Double {
            start + (end - start) * min(max((month - first) / (last - first), 0), 1)
        }
        let level: Double =
            switch aspect {
            case .pillar(.emotional): rise(from: 4.6, to: 6.6, between: 2, and: 8)
            case .pillar(.physical):
                month < 8.5
                    ? 5.6
                    : month < 10
                        ? rise(from: 5.6, to: 4, between: 8.5, and: 10) : rise(from: 4, to: 5.2, between: 10, and: 12)
            case .pillar(.intellectual): 6.4
            case .pillar(.experiential): rise(from: 3.2, to: 6.4, between: 3, and: 9)
            case .foundation(.presence): rise(from: 3.8, to: 6, between: 2, and: 8)
            case .foundation(.appreciation): rise(from: 4.4, to: 6.8, between: 1, and: 6)
            case .foundation(.trust): 7.4
            case .foundation(.safety): 6.8
            case .foundation: 5.6
            case .own: 4.8
            case .theme(.fairness): author == 0 ? 4.4 : 6.2
            case .theme(.desire): 5
            case .theme(.room): 6.4
            case .theme(.whole): 6.6
            }
        let isAfterBench = (1...7).contains { benchDays.contains(index - $0) }
        let lift = isAfterBench && (aspect == .pillar(.emotional) || aspect == .pillar(.experiential)) ? 0.9 : 0
        return level + years + lift + (author == 0 ? -0.5 : 0.4)
    }

    private func wish(_ aspect: Aspect, _ author: Int) -> Double {
        switch aspect {
        case .pillar(.experiential): 8
        case .pillar(.physical): author == 0 ? 6.6 : 7.4
        case .pillar(.emotional): author == 0 ? 8.2 : 7.4
        case .pillar(.intellectual), .foundation, .own, .theme: 7.4
        }
    }

    // MARK: Writing

    private mutating func write(
        _ author: Int, _ event: Event, day: Int, hour: Double, isShared: Bool = true, seal: String? = nil,
        entry: Identifier? = nil, picture: DrawnPicture? = nil
    ) {
        let start = Int64(firstDay.number + day) * 86_400_000
        let moment = start + Int64((hour + random.fraction() * 0.3) * 3_600_000)
        lines.append(
            Line(
                author: author, isShared: isShared, event: event, milliseconds: moment, seal: seal, entry: entry,
                picture: picture))
    }

    private func rounded(_ value: Double) -> Int { Int(min(max(value, 0), 10).rounded()) }

    /// About normal with the given standard deviation: the sum of three uniform numbers.
    private mutating func noise(_ deviation: Double) -> Double {
        (random.fraction() + random.fraction() + random.fraction() - 1.5) * 2 * deviation
    }
}
