import Closeness
import Household
import Ledger
import Testing

@testable import Interface

@Suite("What helped")
struct UsHelpedTests {
    /// The usual content with two more practices: a walk for two, and pages that one writes alone.
    private static let content = UsCouple.content.replacing(
        "\"practices\":[",
        with: """
            "practices":[["walk","A walk","Walk.","It clears the air.","Turn back.",20,"together",1,1,1,0,"weekly",\
            "weekend",{"experiential":80},[],[]],["pages","Three pages","Write.","It sorts the day.","Stop.",10,"alone",\
            1,1,1,0,"weekly","evening",{"emotional":80},[],[]],
            """)

    /// Ana and Ben after weeks of pulses; `value` says how each pillar was that many weeks ago.
    private func couple(isPaired: Bool = true, weeks: Int = 60, value: (Pillar, Int) -> Int) throws -> UsCouple {
        var couple = try UsCouple(isPaired: isPaired, at: .today, content: Self.content)
        for ago in stride(from: weeks, to: 0, by: -1) {
            let week = try #require(try couple.week.advanced(by: -ago))
            var pillars: [Pillar: Int] = [:]
            for pillar in Pillar.allCases { pillars[pillar] = value(pillar, ago) }
            let pulse = Event.pulseAnswered(PulseAnswered(week: week, felt: 5, wished: 7, pillars: pillars))
            if isPaired {
                try couple.share(pulse, weeksAgo: ago)
                try couple.arrive(pulse, weeksAgo: ago)
            } else {
                try couple.remember(pulse, weeksAgo: ago)
            }
        }
        return couple
    }

    /// That a practice was done so many days before the pulse of a week.
    private func done(_ practice: String, _ couple: UsCouple, weeksAgo: Int, daysBefore: Int = 3) throws -> Event {
        let pulse = try couple.home.today(couple.visit.state.shell.world).number - 7 * weeksAgo
        let day = try #require(Day(number: pulse - daysBefore))
        return .practiceDone(PracticeDone(practice: practice, day: day))
    }

    /// Weeks that look as if thrown by a coin, so that no habit of the calendar explains what is seen.
    private func isOn(_ weeksAgo: Int) -> Bool { (weeksAgo * weeksAgo + weeksAgo / 3) % 5 < 2 }

    @Test("before anything was done it says what will be here, and leads to things to do")
    func nothingDone() throws {
        var couple = try UsCouple(isPaired: true, at: .helped)
        #expect(couple.visit.screen.title == "What helped")
        #expect(couple.visit.screen.says("Here you’ll see which small things came before closer weeks."))
        #expect(couple.visit.screen.all("table").isEmpty)
        try couple.visit.press("See what might help")
        #expect(couple.visit.state.shell.place == .proposals)
    }

    @Test("what came before closer weeks is named, in points and as likely, and never as a cause")
    func higher() throws {
        var couple = try couple { pillar, ago in pillar == .experiential && isOn(ago) ? 7 : 5 + ago % 2 }
        for ago in (1...60).reversed() where isOn(ago) {
            try couple.arrive(try done("walk", couple, weeksAgo: ago), weeksAgo: ago)
        }
        couple.go(.helped)
        let screen = couple.visit.screen
        #expect(screen.title == "Weeks felt closer after “A walk”")
        #expect(screen.says("More than a point higher in doing things together. That’s likely more than chance."))
        #expect(screen.says("What came before closer weeks needn’t have made them so."))
        #expect(!screen.says("Only you see this one."))
        let table = try #require(screen.all("table").first)
        #expect(table.text.contains("A walk"))
        #expect(screen.elements.contains { $0.tag == .caption && $0.text.contains("in other weeks") })
        try couple.visit.press(try #require(screen.all("link").first { $0.name.hasPrefix("A walk") }).name)
        #expect(couple.visit.state.shell.place == .practice("walk"))
    }

    @Test("what is done every week has nothing to be compared with, and what was hardly done is too early to tell")
    func tooEarly() throws {
        var couple = try couple { _, ago in 5 + ago % 2 }
        for ago in (1...60).reversed() {
            try couple.arrive(try done("walk", couple, weeksAgo: ago), weeksAgo: ago)
            if ago < 3 { try couple.arrive(try done("door", couple, weeksAgo: ago), weeksAgo: ago) }
        }
        couple.go(.helped)
        let screen = couple.visit.screen
        #expect(screen.title == "What helped")
        #expect(screen.says("We can’t tell yet"))
        #expect(screen.says("Done nearly every week, so there’s little to compare with: A walk"))
        #expect(screen.says("Done in too few weeks so far: The door"))
        #expect(!screen.says("likely"))
    }

    @Test("what makes no difference that can be seen is not praised")
    func noDifference() throws {
        var couple = try couple { _, ago in 5 + ago % 2 }
        for ago in (1...60).reversed() where isOn(ago) {
            try couple.arrive(try done("walk", couple, weeksAgo: ago), weeksAgo: ago)
        }
        couple.go(.helped)
        #expect(couple.visit.screen.title == "Nothing stands out yet")
        #expect(!couple.visit.screen.says("likely more than chance"))
    }

    @Test("on the day of an answer nobody knows what came first, wherever they live", arguments: [-480, 0, 600])
    func sameDay(offset: Int) throws {
        var couple = try couple { pillar, ago in pillar == .experiential && isOn(ago) ? 7 : 5 }
        couple.visit.state.shell.world.offset = offset
        for ago in (1...60).reversed() where isOn(ago) {
            let pulse = Int64(couple.visit.state.shell.now) - Int64(ago) * 604_800_000 - 60_000
            let event = PracticeDone(practice: "walk", day: Day(milliseconds: pulse, offset: offset))
            try couple.arrive(.practiceDone(event), weeksAgo: ago)
        }
        couple.go(.helped)
        #expect(!couple.visit.screen.says("Weeks felt closer after"))
    }

    @Test("what was taken back was not done")
    func takenBack() throws {
        var couple = try couple { _, _ in 6 }
        for ago in (1...60).reversed() where isOn(ago) {
            let event = try done("walk", couple, weeksAgo: ago)
            try couple.arrive(event, weeksAgo: ago)
            guard case .practiceDone(let done) = event else { continue }
            try couple.arrive(.practiceSkipped(PracticeSkipped(practice: "walk", day: done.day)), weeksAgo: ago)
        }
        couple.go(.helped)
        #expect(!couple.visit.screen.says("A walk"))
    }

    @Test("what somebody did for themselves is theirs to see, and says so")
    func ownPractice() throws {
        var couple = try couple { pillar, ago in pillar == .emotional && isOn(ago) ? 7 : 5 + ago % 2 }
        for ago in (1...60).reversed() where isOn(ago) {
            try couple.remember(try done("pages", couple, weeksAgo: ago), weeksAgo: ago)
        }
        couple.go(.helped)
        #expect(couple.visit.screen.title == "Weeks felt closer after “Three pages”")
        #expect(couple.visit.screen.says("Only you see this one."))
    }

    @Test("who is afraid finds only what is safe for them here")
    func safeOnly() throws {
        var couple = try couple { pillar, ago in pillar == .experiential && isOn(ago) ? 7 : 5 + ago % 2 }
        for ago in (1...60).reversed() where isOn(ago) {
            try couple.arrive(try done("walk", couple, weeksAgo: ago), weeksAgo: ago)
        }
        try couple.remember(.settingSet(SettingSet(key: Home.companySetting, value: "one")))
        couple.go(.helped)
        #expect(!couple.visit.screen.says("A walk"))
    }

    @Test("one person alone sees what came before their closer weeks; a new week counts the next time they look")
    func alone() throws {
        var couple = try couple(isPaired: false) { pillar, ago in
            pillar == .experiential && isOn(ago) ? 8 : 5 + ago % 2
        }
        couple.go(.helped)
        #expect(couple.visit.screen.says("Here you’ll see"))
        couple.go(.today)
        for ago in (1...60).reversed() where isOn(ago) {
            try couple.remember(try done("walk", couple, weeksAgo: ago), weeksAgo: ago)
        }
        couple.go(.helped)
        #expect(couple.visit.screen.title == "Weeks felt closer after “A walk”")
    }

    @Test("it has an address, is one tap from Us, also before the first check, and leads back there")
    func address() throws {
        #expect(Place(path: "/what-helped") == .helped)
        #expect(Place.helped.tab == .us)
        var couple = try couple(weeks: 6) { _, _ in 6 }
        couple.go(.us)
        let row = try #require(couple.visit.screen.all("button").first { $0.name.hasPrefix("What helped") })
        try couple.visit.press(row.name)
        #expect(couple.visit.state.shell.place == .helped)
        try couple.visit.press("Back")
        #expect(couple.visit.state.shell.place == .us)
    }
}
