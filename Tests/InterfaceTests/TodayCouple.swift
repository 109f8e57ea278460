import Bytes
import Closeness
@testable import Household
import HouseholdTestSupport
import JSON
import Ledger
import Library
import Markup
import Testing
import Wire

@testable import Interface
@testable import Sync

/// Ana at her phone on a Thursday evening, alone or with Ben, with a few practices and questions to choose from. Ben's entries
/// arrive as if from the relay.
struct TodayCouple {
    var visit = Visit()
    private var arrivals = 0

    /// Thursday, 19 November 2026, 20:15 UTC.
    static let evening = 20_776.0 * 86_400_000 + 20.25 * 3_600_000
    static let day = 86_400_000.0

    static let content = """
        {"version":1,"language":"en","check":[[\
        ["tell","emotional","do","When something moves me, I tell you."],\
        ["touch","physical","do","We touch each other in passing."]],\
        "not at all","completely",["Felt","Wished","Drag."],\
        ["How open?",[[1,"On the doorstep","Light things."],[3,"At the table","Hopes."]]]],\
        "pulse":[[],["","",""]],"signs":[],\
        "causes":[["money","Money worries","Shame keeps talk short.","Look at the numbers.",["door"],{"emotional":50},0]],\
        "practices":[\
        ["door","The door","Go to the door.","It sets the tone.","Stand close.",2,"together",0,1,1,0,"daily","evening",\
        {"physical":80},[],[]],\
        ["lamp","One good, one hard","Tell one of each.","You know where the other was.","Lunch counts.",5,"together",1,1,1,\
        0,"daily","bedtime",{"emotional":80},[],[]],\
        ["bench","Our bench","Sit there.","It is yours.","Any wall.",30,"together",0,1,1,0,"weekly","weekend",\
        {"experiential":80},[],[]],\
        ["page","Five lines","Write five lines.","It clears the head.","One will do.",10,"alone",1,1,1,0,"daily","any",\
        {"rest":80},[],[],null,1],\
        ["word","A word at noon","Send one word.","It says I thought of you.","A picture.",1,"either",1,1,1,0,"daily",\
        "midday",{"emotional":60},[],[]]],\
        "questions":[["smell",1,"What smell would you bottle?","taste"],["hurt",4,"When did you feel alone?","hurt"],\
        ["laugh",1,"What made you laugh?","play","closer",1],["deep",4,"What do you long for?","longing","closer",2]],\
        "dates":[["toast","The toast restaurant","Open a restaurant; serve toast.",60,2,0,"home",3,"any",["playful"],0,[]],\
        ["ship","A den in whispers","Whisper, by telephone.",60,1,0,"anywhere",2,"any",["calm","playful"],1,[]],\
        ["tram","To the end of the line","Stay on.",120,2,1,"out",3,"any",["curious"],0,[]],\
        ["snow","A lantern in the snow","Walk.",60,1,0,"nature",2,"winter",["playful"],0,[]]],\
        "journeys":[],"articles":[],"conversations":[["listen","Speaker and listener","In turns.",20,2,"Sit down.",\
        [["say","speaker","speak","Say one thing.",[],[],null,null,60,"When it is said.","Said"]],"Thank you.","Breathe."]],\
        "help":["","",[],["","",[]],[],["","",[]],\
        [["*","Find a line","crisis","See there",null,"https://findahelpline.com"]],""]}
        """

    /// How things are between the two.
    enum Bond { case alone, paired, closed }

    /// Ana at a place.
    ///
    /// - Parameter content: What their Hearth has to read.
    init(_ bond: Bond, at place: Place = .today, content: String = Self.content) throws {
        let catalogue = try Catalogue(packed: Array(content.utf8))
        var shared = try Sample.shared(members: [1, 2])
        if bond == .closed { shared.state = .closed }
        let account = Sample.account(1, shared: bond == .alone ? [] : [shared])
        visit.state.shell.world.now = Self.evening
        visit.state.home = Home(account, catalogue: catalogue, unknownName: "your partner", &visit.state.shell.world)
        visit.state.home?.isReady = true
        visit.state.stage = .inside
        try remember(.profileSet(ProfileSet(name: "Ana", colour: 0)), daysAgo: 30)
        if bond != .alone { try arrive(.profileSet(ProfileSet(name: "Ben", colour: 1)), daysAgo: 29) }
        visit.stand(at: place)
        settle()
    }

    /// Goes somewhere, as a press on a link does.
    mutating func go(_ place: Place) {
        visit.stand(at: place)
        settle()
    }

    /// Lets time pass, and a message that changes nothing.
    mutating func settle(after milliseconds: Double = 0) {
        visit.state.shell.world.now += milliseconds
        visit.hear(.installOffered)
    }

    // MARK: What is written

    var screen: Screen { visit.screen }
    var home: Home { get throws { try #require(visit.state.home) } }
    var mine: Projection { get throws { try home.mine } }
    var ours: Projection { get throws { try #require(try home.ours) } }
    var me: Identifier { get throws { try home.me } }
    var ben: Identifier { get throws { try #require(try home.partner) } }
    var today: Day { get throws { try home.today(visit.state.shell.world) } }

    /// An entry of Ben's arrives in the shared space.
    mutating func arrive(_ event: Event, daysAgo: Double = 0) throws {
        try put(event, by: 2, into: 1, daysAgo: daysAgo)
    }

    /// An entry that Ana wrote on another device: for herself, or into the shared space.
    mutating func remember(_ event: Event, daysAgo: Double = 0, shared: Bool = false) throws {
        try put(event, by: 1, into: shared ? 1 : 0, daysAgo: daysAgo)
    }

    /// An answer that the other wrote, or Ana, was let out under the seal of that number.
    mutating func answer(_ event: Event, by author: UInt8, under seal: UInt8, daysAgo: Double) throws {
        try put(
            event, by: author, into: 1, daysAgo: daysAgo,
            Link(
                hash: Sample.bytes(32, of: UInt8(truncatingIfNeeded: arrivals + 100)),
                previous: Sample.bytes(32, of: 0),
                seal: Sample.id(seal)))
    }

    /// Both take this season's check, alike, ready for openness 3; Ana alone when there is nobody else.
    mutating func takeChecks(isPaired: Bool = true) throws {
        let season = try home.season(visit.state.shell.world)
        let check = Event.checkAnswered(
            CheckAnswered(
                season: season, felt: ["tell": 4, "touch": 3], wished: ["tell": 7, "touch": 8], circles: nil, comfort: 3
            ))
        try remember(check, daysAgo: 9, shared: isPaired)
        if isPaired { try arrive(check, daysAgo: 8) }
        settle()
    }

    /// Practices stand in the plan of both.
    mutating func plan(_ practices: String...) throws {
        for practice in practices {
            let entered = Event.planEntered(PlanEntered(practice: practice, round: "2026-W45"))
            try remember(entered, daysAgo: 10.1, shared: true)
            try arrive(entered, daysAgo: 10)
        }
        settle()
    }

    private mutating func put(_ event: Event, by author: UInt8, into space: Int, daysAgo: Double, _ link: Link? = nil)
        throws
    {
        arrivals += 1
        let milliseconds = Int64(visit.state.shell.now - daysAgo * Self.day) - 60_000 + Int64(arrivals)
        let stamp = Stamp(milliseconds: milliseconds, counter: 0, device: DeviceID(99))
        let id = try #require(
            Identifier([UInt8](repeating: 0, count: 14) + [UInt8(arrivals / 256), UInt8(arrivals % 256)]))
        let entry = Entry(id: id, author: Sample.id(author), body: try event.body(at: stamp), link: link)
        _ = visit.state.home?.spaces[space].replica.projection.insert(entry)
    }

    // MARK: What others can see

    /// What the relay has been asked for, and how long each request is; what was sealed for the two, and how much else.
    func trace() throws -> [String] {
        try visit.effects.compactMap { effect in
            switch effect.name {
            case "http":
                "\(effect.text("method") ?? "") \(effect.text("path") ?? "") \(effect.bytes("body")?.count ?? 0)"
            case "seal": "seal \(try Self.length(of: effect)) into \(effect.bytes("space") ?? [])"
            case "matchTokens": "matchTokens"
            case "matchList": "matchList"
            default: nil
            }
        }
    }

    /// How long the ciphertext of an envelope is (docs/protocol.md): nothing shorter than 256 bytes is seen.
    static func length(of seal: AskedEffect) throws -> Int {
        let body = try #require(seal.bytes("body")).count
        return body + 4 <= 256 ? 256 : body
    }

    /// Names under which something was sealed so far.
    var seals: [String] { visit.effects.filter { $0.name == "seal" }.compactMap { $0.text("sealName") } }
}
