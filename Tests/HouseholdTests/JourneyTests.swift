import Bytes
import Closeness
import HouseholdTestSupport
import Ledger
import Library
import Testing
import Wire

@testable import Household

@Suite("Journeys, of two phones and of one")
struct JourneyTests {
    private let both = JourneyWay("hear", isShared: true)
    private let alone = JourneyWay("grief", isShared: false)

    private static let content = """
        {"version":1,"language":"en","check":[[["tell","emotional","do","I tell you."],["turn","listening","do","I turn to you."],\
        ["calm-quiet","calm","feel","I am calm."]],"no","yes",["","",""],["",[]]],"pulse":[[],["","",""]],"signs":[],\
        "causes":[["screens","Screens","They glow.","Look up.",["door"],{"presence":80},0]],\
        "practices":[\
        ["door","The door","Go to the door.","It sets the tone.","Stand close.",2,"together",0,1,1,0,"daily","evening",\
        {"physical":80},[],[]],\
        ["cup","A cup","Drink it.","Warm.","Cold.",2,"together",0,1,1,0,"daily","evening",{"physical":80},[],[]],\
        ["lap","A lap","Walk.","Air.","Half.",2,"together",0,1,1,0,"daily","evening",{"physical":80},[],[]],\
        ["glass","A glass","Drink it slowly.","Nothing.","A wall.",3,"alone",1,1,1,0,"daily","midday",{"calm":80},[],[]]],\
        "questions":[["smell",1,"What smell would you bottle?","taste"]],"dates":[],\
        "journeys":[["hear","To be heard","Two weeks or more.","together",1,["screens"],["apart"],["tell","turn"],"Sit down.",[\
        ["arrive","Arriving.",[["practice","door"],["question","smell"]],"cup","lap"],\
        ["listen","Listening.",[["practice","cup"]]],["stay","Staying.",[["practice","lap"]]],\
        ["keep","Keeping.",[["practice","door"]]]],"Halfway.","The end.","It rests."],\
        ["grief","Somebody is missing","Four weeks.","either",1,[],[],["calm-quiet"],"Begin later.",[\
        ["water","Water.",[["practice","glass"],["practice","door"],["question","smell"]]],\
        ["who","Who.",[["practice","glass"]]],["step","A step.",[["practice","glass"]]],\
        ["sill","A sill.",[["practice","glass"]]]],"Halfway.","It isn’t over.","Leave it.","A group helps."]],\
        "articles":[],"conversations":[],"help":["","",[],["","",[]],[],["","",[]],[],""]}
        """

    private func couple() throws -> Couple {
        var couple = try Couple()
        let catalogue = try Catalogue(packed: Array(Self.content.utf8))
        try couple.ana.act { home, _ in home.catalogue = catalogue }
        try couple.ben.act { home, _ in home.catalogue = catalogue }
        return couple
    }

    private func act(_ device: inout Device, _ action: Journeying.Action) throws {
        try device.act { home, world in
            var page = Journeying()
            page.update(action, Occurrence(), &home, &world)
        }
    }

    private func look(_ couple: inout Couple) throws {
        try couple.ana.look()
        try couple.ben.look()
    }

    /// Both say yes.
    private func begin(_ couple: inout Couple) throws {
        try act(&couple.ana, .wanted(both))
        try act(&couple.ben, .wanted(both))
        try look(&couple)
    }

    /// Both are ready for what comes next.
    private func goOn(_ couple: inout Couple) throws {
        try act(&couple.ana, .readyForNext(both))
        try look(&couple)
        try act(&couple.ben, .readyForNext(both))
        try look(&couple)
    }

    @Test("whoever answered a statement that has another in its place since is asked the same at the end")
    func sameStatement() throws {
        var couple = try couple()
        let newer = Self.content.replacing(
            #"["tell","emotional","do","I tell you."]"#, with: #"["share","emotional","do","We tell each other."]"#
        ).replacing(
            #""no","yes",["","",""],["",[]]]"#,
            with: #""no","yes",["","",""],["",[]],[["tell","emotional","do","I tell you.","share"]],["tell"]]"#
        ).replacing(#"["tell","turn"]"#, with: #"["share","turn"]"#)
        try begin(&couple)
        let look = JourneyLook(journey: "hear", walk: 1, isLast: false)
        let way = both
        try couple.ana.act { home, world in
            home.write(
                .journeyAnswered(JourneyAnswered(look: look, felt: ["tell": 4, "turn": 5], wished: [:])), &world)
        }
        let catalogue = try Catalogue(packed: Array(newer.utf8))
        for isAna in [true, false] {
            if isAna { try couple.ana.act { home, _ in home.catalogue = catalogue } }
            if !isAna { try couple.ben.act { home, _ in home.catalogue = catalogue } }
        }
        let last = JourneyLook(journey: "hear", walk: 1, isLast: true)
        func asked(_ home: Home, _ draft: CheckDraft = CheckDraft()) throws -> [String] {
            let journey = try #require(home.catalogue.journey("hear"))
            return home.lines(of: journey, at: last, on: way, draft).map { $0.id }
        }
        #expect(try asked(couple.ana.home) == ["tell", "turn"])
        #expect(try asked(couple.ben.home) == ["share", "turn"])
        // And a look that was half answered when the update came goes on as it was.
        var draft = CheckDraft()
        draft.felt = ["tell": 3]
        #expect(try asked(couple.ben.home, draft) == ["tell", "turn"])
    }

    private func places(_ couple: Couple) throws -> [Int] {
        [try #require(couple.ana.home.walk(both)).index, try #require(couple.ben.home.walk(both)).index]
    }

    @Test("one yes is a wish that the other sees; both begin it, at once on both phones")
    func consent() throws {
        var couple = try couple()
        try act(&couple.ana, .wanted(both))
        try look(&couple)
        #expect(couple.ana.home.walk(both)?.isWantedByMe == true && couple.ana.home.firstWalk == nil)
        #expect(couple.ben.home.wishedJourneys.map { $0.id } == ["hear"] && couple.ana.home.wishedJourneys.isEmpty)
        try act(&couple.ben, .wanted(both))
        try look(&couple)
        #expect(couple.ana.home.walk(both)?.phase == .walking && couple.ben.home.walk(both)?.phase == .walking)
        #expect(couple.ben.home.wishedJourneys.isEmpty)
    }

    @Test("putting a wish away is told to nobody and leaves nothing in the space of both")
    func putAway() throws {
        var couple = try couple()
        try act(&couple.ana, .wanted(both))
        try look(&couple)
        let count = couple.ana.home.ours?.log.count
        try act(&couple.ben, .putAway("hear"))
        try look(&couple)
        #expect(couple.ben.home.wishedJourneys.isEmpty)
        #expect(couple.ana.home.ours?.log.count == count && couple.ana.home.walk(both)?.isWantedByMe == true)
        // A yes can still be said.
        try act(&couple.ben, .wanted(both))
        try look(&couple)
        #expect(couple.ana.home.walk(both)?.phase == .walking)
    }

    @Test("somebody who is afraid is shown no wish, no week and no journey for a cause")
    func afraid() throws {
        var couple = try couple()
        try act(&couple.ana, .wanted(both))
        try couple.ben.act { $0.write(.causeSuspected(CauseMark(cause: "screens")), &$1) }
        try look(&couple)
        let (world, cause) = (couple.ben.world, "hear")
        #expect(couple.ben.home.proposedJourneys(world).map { $0.id } == [cause])
        try couple.ben.act { $0.suggestAlone(true, &$1) }
        #expect(couple.ben.home.wishedJourneys.isEmpty && couple.ben.home.proposedJourneys(couple.ben.world).isEmpty)
        try act(&couple.ben, .wanted(both))
        #expect(couple.ben.home.firstWalk == nil)
    }

    @Test("it goes as fast as the slower of the two, and back, to rest and to stop by either")
    func pace() throws {
        var couple = try couple()
        try begin(&couple)
        try act(&couple.ana, .readyForNext(both))
        try look(&couple)
        #expect(try places(couple) == [0, 0])
        #expect(couple.ana.home.walk(both)?.amReady == true && couple.ben.home.walk(both)?.isPartnerReady == true)
        try act(&couple.ben, .readyForNext(both))
        try look(&couple)
        #expect(try places(couple) == [1, 1])
        try act(&couple.ben, .wentBack(both))
        try look(&couple)
        #expect(try places(couple) == [0, 0])
        try act(&couple.ana, .rested(both))
        try look(&couple)
        try act(&couple.ben, .readyForNext(both))
        try look(&couple)
        #expect(couple.ben.home.walk(both)?.phase == .resting, "coming back takes both")
        try act(&couple.ana, .readyForNext(both))
        try look(&couple)
        #expect(couple.ben.home.walk(both)?.phase == .walking)
        try act(&couple.ben, .stopped(both))
        try look(&couple)
        #expect(couple.ana.home.firstWalk == nil && couple.ana.home.walk(both)?.phase == .idle)
    }

    @Test("both go on without the network, in two time zones, and come to the same")
    func offline() throws {
        var couple = try couple()
        try begin(&couple)
        couple.ana.world.offset = -600
        couple.ben.world.offset = 720
        try couple.ana.go(online: false)
        try couple.ben.go(online: false)
        try act(&couple.ana, .readyForNext(both))
        try act(&couple.ben, .readyForNext(both))
        try couple.ana.go(online: true)
        try couple.ben.go(online: true)
        try look(&couple)
        try look(&couple)
        #expect(try places(couple) == [1, 1])
        // One rests it offline while the other stops it.
        try couple.ana.go(online: false)
        try act(&couple.ana, .rested(both))
        try act(&couple.ben, .stopped(both))
        try couple.ana.go(online: true)
        try look(&couple)
        try look(&couple)
        #expect(couple.ana.home.walk(both)?.phase == couple.ben.home.walk(both)?.phase)
    }

    @Test("a year goes by and nothing is asked: only the couple begins a week")
    func calendar() throws {
        var couple = try couple()
        try begin(&couple)
        couple.ana.world.now += 365 * 86_400_000
        couple.ben.world.now += 365 * 86_400_000
        try look(&couple)
        #expect(try places(couple) == [0, 0])
    }

    @Test("a walk for one stands in the private space alone, with its answers and its rest")
    func solo() throws {
        var couple = try couple()
        let before = couple.ana.home.ours?.log.count
        try act(&couple.ana, .wanted(alone))
        #expect(couple.ana.home.walk(alone)?.phase == .walking)
        let walk = try #require(couple.ana.home.walk(alone))
        let week = JourneyWeek(walk, couple.ana.home)
        #expect(
            week.steps == [
                .practice(try #require(couple.ana.home.catalogue.practice("glass"))),
                .question(try #require(couple.ana.home.catalogue.question("smell")), isPrivate: true),
            ], "what takes two is left out, and a question goes into one’s own pages")
        try couple.ana.act { home, world in
            var page = Journeying()
            page.update(.deed(.done("glass")), Occurrence(), &home, &world)
            page.update(.lookOpened(walk.look(isLast: false), alone), Occurrence(), &home, &world)
            page.update(.look(.marked(.felt, .moved)), Occurrence(text: "3"), &home, &world)
            page.update(.lookKept, Occurrence(), &home, &world)
        }
        for action: Journeying.Action in [.readyForNext(alone), .rested(alone), .readyForNext(alone)] {
            try act(&couple.ana, action)
        }
        #expect(couple.ana.home.walk(alone)?.index == 1 && couple.ana.home.walk(alone)?.phase == .walking)
        #expect(couple.ana.home.ownAnswers(at: walk.look(isLast: false), on: alone)?.felt == ["calm-quiet": 3])
        try look(&couple)
        #expect(couple.ana.home.ours?.log.count == before)
        #expect(couple.ben.home.walks.isEmpty)
        #expect(!couple.relay.has("grief", in: couple.shared))
    }

    // MARK: Adapting

    private func report(_ device: inout Device, _ practice: String, _ helped: Int) throws {
        try device.act { home, world in
            home.mark(practice, on: home.today(world), isDone: true, helped: helped, &world)
        }
    }

    private func week(_ device: Device) throws -> JourneyWeek {
        JourneyWeek(try #require(device.home.walk(both)), device.home)
    }

    @Test(
        "where either found it hard the lighter one comes forward on both phones; where it did both good, one more step"
    )
    func adapting() throws {
        var couple = try couple()
        try begin(&couple)
        #expect(try week(couple.ana).practice?.id == "door" && !week(couple.ana).isHard)
        #expect(try week(couple.ana).lighter?.id == "cup" && week(couple.ana).deeper == nil)
        try report(&couple.ana, "door", 4)
        try look(&couple)
        #expect(try week(couple.ben).deeper == nil, "of one alone it isn’t known that it did both good")
        try report(&couple.ben, "door", 3)
        try look(&couple)
        #expect(try week(couple.ana).deeper?.id == "lap" && week(couple.ben).deeper?.id == "lap")
        try report(&couple.ben, "door", 1)
        try look(&couple)
        for device in [couple.ana, couple.ben] {
            #expect(try week(device).isHard && week(device).deeper == nil)
        }
    }

    @Test("what was reported before the week began doesn’t count for it")
    func before() throws {
        var couple = try couple()
        try report(&couple.ana, "door", 0)
        try begin(&couple)
        #expect(try !week(couple.ana).isHard)
    }

    // MARK: Looking

    private func answer(_ device: inout Device, isLast: Bool, _ values: [Int]) throws {
        let way = both
        try device.act { home, world in
            let walk = try #require(home.walk(way))
            var page = Journeying()
            page.update(.lookOpened(walk.look(isLast: isLast), way), Occurrence(), &home, &world)
            for value in values {
                page.update(.look(.marked(.felt, .moved)), Occurrence(text: String(value)), &home, &world)
                page.update(.look(.marked(.wished, .moved)), Occurrence(text: "9"), &home, &world)
                page.update(.look(.advanced), Occurrence(), &home, &world)
            }
            page.update(.lookKept, Occurrence(), &home, &world)
        }
    }

    @Test("the answers of one wait sealed for the other’s; from all four looks follows what moved for both")
    func sealed() throws {
        var couple = try couple()
        try begin(&couple)
        let first = try #require(couple.ana.home.walk(both)).look(isLast: false)
        try answer(&couple.ana, isLast: false, [2, 3])
        try look(&couple)
        #expect(couple.ben.home.ours?.answers(at: first, of: couple.ana.home.me) == nil)
        #expect(couple.ben.home.waits(for: .look(first)))
        #expect(couple.ana.home.meeting(.look(first)) == .awaited)
        try answer(&couple.ben, isLast: false, [1, 2])
        try look(&couple)
        #expect(couple.ana.home.meeting(.look(first)) == .met && couple.ben.home.meeting(.look(first)) == .met)
        for _ in 0..<4 { try goOn(&couple) }
        #expect(couple.ana.home.walk(both)?.phase == .ended)
        try answer(&couple.ana, isLast: true, [7, 8])
        try look(&couple)
        let walk = try #require(couple.ana.home.walk(both))
        #expect(JourneyLookBack(walk, couple.ana.home).mine == .more)
        #expect(JourneyLookBack(walk, couple.ana.home).ofBoth == nil)
        try answer(&couple.ben, isLast: true, [2, 2])
        try look(&couple)
        #expect(JourneyLookBack(try #require(couple.ben.home.walk(both)), couple.ben.home).mine == .unclear)
        for device in [couple.ana, couple.ben] {
            #expect(JourneyLookBack(try #require(device.home.walk(both)), device.home).ofBoth == .more)
        }
    }

    @Test(
        "what chance moves is said to be unclear",
        arguments: [
            ([3], JourneyLookBack.Movement.unclear), ([4], .more), ([-4], .less), ([2, 2], .unclear), ([3, 3], .more),
            ([1, 1, 1, 1, 1, 1, 1, 1], .unclear), ([2, 1, 2, 1, 2, 1, 2, 1], .more), ([5, -5], .unclear),
        ])
    func movement(_ differences: [Int], _ movement: JourneyLookBack.Movement) {
        #expect(JourneyLookBack.movement(differences) == movement)
        #expect(JourneyLookBack.movement([]) == nil)
    }

    @Test("what was done on the way can be kept; it is in the plan of both once each has kept it")
    func keeping() throws {
        var couple = try couple()
        try begin(&couple)
        try report(&couple.ana, "door", 3)
        for _ in 0..<4 { try goOn(&couple) }
        let walk = try #require(couple.ben.home.walk(both))
        #expect(couple.ben.home.practicesToKeep(of: walk).map { $0.id } == ["door"])
        try act(&couple.ana, .kept("door", both))
        try look(&couple)
        #expect(couple.ana.home.keeps("door", of: both) && !couple.ben.home.keeps("door", of: both))
        #expect(!couple.ben.home.plan.isAgreed("door"))
        try act(&couple.ben, .kept("door", both))
        try look(&couple)
        #expect(couple.ana.home.plan.isAgreed("door") && couple.ben.home.plan.isAgreed("door"))
        try act(&couple.ana, .stopped(both))
        try look(&couple)
        #expect(couple.ben.home.plan.isAgreed("door"), "what was kept outlives the journey")
    }

    @Test("a look that was begun is kept on this device and goes on")
    func draft() throws {
        var couple = try couple()
        try begin(&couple)
        let look = try #require(couple.ana.home.walk(both)).look(isLast: false)
        var kept: [String: String] = [:]
        let way = both
        try couple.ana.act { home, world in
            var page = Journeying()
            page.update(.lookOpened(look, way), Occurrence(), &home, &world)
            page.update(.look(.marked(.felt, .moved)), Occurrence(text: "6"), &home, &world)
            kept = page.looks.keptDrafts
        }
        var again = Journeying()
        for draft in kept { again.looks.take(draft.value, for: draft.key) }
        #expect(again.looks.draft(look).felt == ["tell": 6])
    }
}
