import Bytes
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

/// Ana and Ben, each with a page of their own, and a relay that hands over what they write when it is told to.
struct MineCouple {
    var ana: Visit
    var ben: Visit

    /// When everything begins: milliseconds since 1970, 2027-01-15T08:00Z.
    static let start = 1_800_000_000_000.0

    /// A conversation with all kinds of steps, a second one, and help with lines.
    static let content = """
        {"version":1,"language":"en","check":[[["tell","emotional","do","When something moves me, I tell you."]],\
        "not at all","completely",["","",""],["",[[1,"On the doorstep",""],[3,"At the table",""]]]],\
        "pulse":[[["p1","emotional","We told each other how we were."]],["","",""]],\
        "signs":[["milk","Who buys milk","Lists.","Full.","Not nothing.",{"emotional":80},[],[]]],"causes":[],\
        "practices":[["door","The door","Go to the door.","It sets the tone.","Stand close.",5,"together",1,1,2,0,"daily",\
        "bedtime",{"emotional":80},[],[]]],\
        "questions":[["smell",1,"What smell would you bottle?","taste"]],\
        "dates":[],"journeys":[],"articles":[],"conversations":[["talk","Speaker and listener","For what gets lost.",20,3,"Sit down.",[\
        ["settle","both","breathe","Breathe out.",[],[],"{speaker} speaks first.",null,30,"When you’re calm.","Begin"],\
        ["speak","speaker","speak","What was heavy?",["I felt …"],[],null,"Listen to {speaker}.",180,null,\
        "Next, {listener} says it back"],\
        ["reflect","listener","reflect","What did you hear {speaker} say?",[],[],null,null,90,null,\
        "Next, {speaker} says if that’s it"],\
        ["confirm","speaker","confirm","Did {listener} get it?",[],[["yes","Yes, that’s it","sense"],\
        ["not-quite","Not quite","speak"]]],\
        ["sense","listener","reflect","What makes sense?",[],[],null,null,null,null,"I’ve said it"],\
        ["end","both","close","Thank each other.",[],[],null,null,null,null,"Finish"]],\
        "Put the kettle on.","Breathe a while.",[["speak","reflect","confirm","sense"],2]],\
        ["week","Weekly check-in","Once a week.",10,1,"Tea.",[["one","first","speak","What went well?",[],[],null,null,\
        null,null,"I’ve said it"]],"Same time?","Breathe."]],\
        "help":["Help from people","Some things are too heavy for two.",[["low","Low for weeks."]],\
        ["If you are afraid","Fear is enough.",["Get to people."]],[["doctor","Your doctor","For sleep."]],\
        ["How to raise it","A calm hour.",["I miss …"]],[["IE","Emergency services","emergency","Any time","112 or 999"],\
        ["FR","Urgence par SMS","emergency","Any time",null,null,null,"114"],\
        ["AU","Emergency services","emergency","Any time","000"],\
        ["AU","1800RESPECT","abuse","Any time, free","1800 737 732","https://www.1800respect.org.au",null,"0458 737 732",\
        "0400 000 000",["en","*"],["relay","text"],0,1],\
        ["AU","Lifeline","crisis","Any time","13 11 14",null,null,null,null,null,["offered"],1,null,1,null,1],\
        ["AU","Change line","own-harm","Any time","*4141"],\
        ["GB","Samaritans","crisis","Any time, free","116 123","https://www.samaritans.org/help","2026-10-01"],\
        ["*","A directory","crisis","Any time",null,"https://findahelpline.com"]],"Nobody sees that you were here."]}
        """

    /// The two, paired.
    init(at place: Place = .mine) throws {
        ana = try Self.person(1, shared: [try Sample.shared(members: [1, 2])], at: place)
        ben = try Self.person(2, shared: [try Sample.shared(members: [1, 2])], at: place)
        try ana.home { home, world in
            home.write(.profileSet(ProfileSet(name: "Ana", colour: 0)), &world)
            home.share(.profileSet(ProfileSet(name: "Ana", colour: 0)), &world)
        }
        try ben.home { home, world in
            home.write(.profileSet(ProfileSet(name: "Ben", colour: 1)), &world)
            home.share(.profileSet(ProfileSet(name: "Ben", colour: 1)), &world)
        }
        try exchange()
    }

    /// Somebody signed in, alone unless spaces are given.
    ///
    /// - Parameters:
    ///   - byte: What the account's id is made of.
    ///   - shared: The shared spaces.
    ///   - place: Where they are.
    ///   - content: What their Hearth has to read.
    static func person(
        _ byte: UInt8, shared: [SpaceRecord] = [], at place: Place = .mine, content: String = Self.content
    ) throws -> Visit {
        var visit = Visit()
        visit.state.shell.world.now = start
        visit.state.shell.world.random.refill([UInt8](repeating: byte, count: 64))
        let catalogue = try Catalogue(packed: Array(content.utf8))
        visit.state.door.catalogue = catalogue
        visit.state.home = Home(
            Sample.account(byte, shared: shared), catalogue: catalogue, unknownName: "your partner",
            &visit.state.shell.world)
        visit.state.home?.isReady = true
        visit.state.stage = .inside
        visit.stand(at: place)
        visit.hear(.installOffered)
        return visit
    }

    /// Hands each what the other has written into the shared space.
    mutating func exchange() throws {
        let (one, other) = (try ana.shared(), try ben.shared())
        ana.take(other)
        ben.take(one)
    }

    /// Lets time pass on both phones, with a tick of the timer.
    mutating func wait(_ seconds: Double) {
        ana.wait(seconds)
        ben.wait(seconds)
    }
}

extension Visit {
    /// Changes the home as a page does.
    mutating func home(_ change: (inout Home, inout World) -> Void) throws {
        var home = try #require(state.home)
        change(&home, &state.shell.world)
        state.home = home
        hear(.installOffered)
    }

    /// Shows who they are, where an open phone asks, and goes on with the button of that name.
    mutating func prove(_ button: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        try type("velvet otter", into: "Your passphrase", sourceLocation: sourceLocation)
        try press(button, sourceLocation: sourceLocation)
        try answer("prove", sourceLocation: sourceLocation)
    }

    /// What stands in the shared space, as the relay would hand it over.
    func shared() throws -> [Entry] {
        let log = try #require(state.home?.ours).log
        return log.ordered.map { Entry(id: log.id(at: $0), author: log.author(at: $0), body: log.body(at: $0)) }
    }

    /// Takes in entries of the shared space.
    mutating func take(_ entries: [Entry]) {
        guard let id = state.home?.sharedRecord?.id, let index = state.home?.index(of: id) else { return }
        for entry in entries { _ = state.home?.spaces[index].replica.projection.insert(entry) }
        hear(.installOffered)
    }

    /// Lets time pass, with a tick of the timer.
    mutating func wait(_ seconds: Double) {
        state.shell.world.now += seconds * 1000
        hear(.ticked(.conversation))
    }

    /// Presses after a moment, as somebody does who reads first.
    mutating func tap(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        state.shell.world.now += 500
        try press(name, sourceLocation: sourceLocation)
    }

    /// Goes somewhere, as a press on a link does.
    mutating func go(_ place: Place) { hear(.acted(.go(place), Occurrence())) }

    /// The mine of whoever is here.
    func mine() throws -> Projection { try #require(state.home).mine }

    /// The pages of the journal, oldest first.
    func journal() throws -> [String] {
        let home = try #require(state.home)
        return home.mine.journal(of: home.me).compactMap { home.mine.journalPage(at: $0)?.fields.text }
    }
}

extension Home {
    /// Puts an entry of the person's into one of their spaces as it comes from a relay, past the rule of its kind.
    mutating func keep(_ event: Event, isShared: Bool, _ world: inout World) throws {
        let record = isShared ? sharedRecord : privateSpace?.record
        guard let id = record?.id, let index = index(of: id) else { return }
        let stamp = Stamp(milliseconds: Int64(world.now), counter: 0, device: DeviceID(99))
        let entry = Entry(id: world.random.identifier(), author: me, body: try event.body(at: stamp))
        _ = spaces[index].replica.projection.insert(entry)
    }
}
