import Closeness
import Ledger
import Library
import Testing

@testable import Household

@Suite("Doing an exercise")
struct ExercisingTests {
    private static let content = """
        {"version":1,"language":"en","check":[[],"","",["","",""],["",[]]],"pulse":[[],["","",""]],"signs":[],"causes":[],\
        "practices":[["eyes","Eyes","Look.","Why.","Flat.",4,"together",0,1,4,0,"weekly","evening",{"physical":80},[],[]]],\
        "questions":[],"dates":[],"journeys":[],"articles":[],"conversations":[],\
        "exercises":[\
        ["song","close","eyes","One song","Look.",4,[["Sit.",30],["Look.",90]],"Over.",null,null,"eyes"],\
        ["breath","calm","breath","Breath","Breathe.",1,[["Breathe.",60]],"Done.",null,null,null,1],\
        ["game","game","voice","Game","Play.",5,[],"Quiet.",[["A.","B.","C."],2],1]],\
        "help":["","",[],["","",[]],[],["","",[]],[],""]}
        """

    private func device() throws -> Device {
        var device = try Couple().ana
        let catalogue = try Catalogue(packed: Array(Self.content.utf8))
        try device.act { home, _ in home.catalogue = catalogue }
        return device
    }

    private func update(_ page: inout Exercising, _ device: inout Device, _ action: Exercising.Action) throws {
        try device.act { page.update(action, &$0, &$1) }
    }

    /// What the page shows of an exercise after so many seconds.
    private func enter(_ page: inout Exercising, _ exercise: String, _ device: inout Device, after seconds: Double = 0)
        throws
    {
        device.world.now += seconds * 1000 - 1000
        try device.act { home, world in page.enter(exercise, home, &world) }
    }

    @Test("steps go on by themselves by the clock, the screen stays on until the end, and nothing is written")
    func timed() throws {
        var device = try device()
        var page = Exercising()
        try update(&page, &device, .begun("song"))
        #expect(page.run?.left(device.world.now) == 120 && page.keepsAwake("song") && !page.keepsAwake("game"))
        try enter(&page, "song", &device, after: 29)
        #expect(page.run?.step?.text == "Sit.")
        try enter(&page, "song", &device, after: 2)
        #expect(page.run?.step?.text == "Look." && page.run?.left(device.world.now) == 89)
        try enter(&page, "song", &device, after: 100)
        #expect(page.run?.isOver == true && !page.keepsAwake("song"))
        let count = device.home.entryCount
        #expect(count == (try self.device()).home.entryCount)
        try update(&page, &device, .done("eyes"))
        #expect(device.home.standing(of: "eyes", on: device.home.today(device.world)) == .done(byMe: true, helped: nil))
    }

    @Test("a step may be gone on from before its time, once for a press that was doubled")
    func skipped() throws {
        var device = try device()
        var page = Exercising()
        try update(&page, &device, .begun("song"))
        try update(&page, &device, .wentOn)
        #expect(page.run?.place == 1)
        device.world.now -= 900
        try update(&page, &device, .wentOn)
        #expect(page.run?.place == 1, "a tenth of a second later")
        try update(&page, &device, .wentOn)
        #expect(page.run?.isOver == true)
        try update(&page, &device, .begun("song"))
        try update(&page, &device, .stopped)
        #expect(page.run == nil)
    }

    @Test("cards that nobody times wait for a press, and are dealt anew")
    func cards() throws {
        var device = try device()
        var page = Exercising()
        try update(&page, &device, .begun("game"))
        #expect(page.run?.steps.count == 2 && page.run?.left(device.world.now) == nil)
        try enter(&page, "game", &device, after: 600)
        #expect(page.run?.place == 0 && page.keepsAwake("game"))
        try update(&page, &device, .wentOn)
        #expect(page.run?.place == 1)
        try enter(&page, "song", &device)
        #expect(page.run == nil, "another one is looked at")
    }

    @Test("what nobody has looked at for long is forgotten; a clock that is set back takes nothing away")
    func left() throws {
        var device = try device()
        var page = Exercising()
        try update(&page, &device, .begun("breath"))
        try enter(&page, "breath", &device, after: 20 * 60)
        #expect(page.run == nil)
        try update(&page, &device, .begun("breath"))
        try enter(&page, "breath", &device, after: -3600)
        #expect(page.run?.left(device.world.now) == 60)
    }

    @Test("the breath goes in for four seconds and out for six, and the page is woken for each")
    func breath() throws {
        var device = try device()
        var page = Exercising()
        try update(&page, &device, .begun("breath"))
        try enter(&page, "breath", &device)
        for (seconds, breath) in [(3.5, Exercising.Breath.in), (1, .out), (5, .out), (1, .in)] {
            try enter(&page, "breath", &device, after: seconds)
            #expect(page.breath(device.world.now) == breath)
        }
        let waits = device.told.compactMap { effect -> Double? in
            if case .timer(.exercise, after: let wait) = effect { wait } else { nil }
        }
        #expect(waits.count >= 3 && waits.allSatisfy { $0 > 0 && $0 <= 6000 })
    }
}
