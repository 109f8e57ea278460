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

/// Ana at her phone, alone or with Ben, with a small catalogue. Ben's entries arrive as if from the relay.
struct UsCouple {
    var visit = Visit()
    private var arrivals = 0

    /// Content with one statement for each pillar and a few of the rest.
    static let content = """
        {"version":1,"language":"en","check":[[\
        ["tell","emotional","do","When something moves me, I tell you."],\
        ["touch","physical","do","We touch each other in passing."],\
        ["mind","intellectual","feel","Your mind still surprises me."],\
        ["play","experiential","do","We do things together."],\
        ["look","presence","do","We look up when the other speaks."],\
        ["rest","rest","do","I get the rest I need."]],\
        "not at all","completely",["How close it feels","How close you’d like it","Drag the circles."],\
        ["How open do you want to be?",[[1,"On the doorstep","Light things."],[3,"At the table","Hopes."]]]],\
        "pulse":[[["p1","emotional","We told each other how we were."],["p2","physical","Our touch felt good."],\
        ["p3","intellectual","We talked."],["p4","experiential","We enjoyed something."]],\
        ["How close this week felt","How close you’d have liked it","Drag the circles."]],\
        "signs":[["milk","Who buys milk","Lists and errands.","Life may be full.","It needn’t mean there’s nothing left.",\
        {"emotional":80},["money"],[]],["spoons","We snap","Small things.","Tired.","Not hate.",{"emotional":80},[],[]]],\
        "causes":[["money","Money worries","Shame keeps talk short.","Look at the numbers.",["door"],{"emotional":50},1]],\
        "practices":[["door","The door","Go to the door.","It sets the tone.","Stand close.",5,"together",1,1,2,0,"daily",\
        "bedtime",{"emotional":80},[],[]]],\
        "questions":[],"dates":[],"journeys":[],"articles":[],"conversations":[],"help":["","",[],["","",[]],[],["","",[]],[],""]}
        """

    /// Ana at a place.
    ///
    /// - Parameters:
    ///   - isPaired: Whether Ben has joined.
    ///   - partnerName: What Ben wants to be called.
    ///   - content: What there is to answer and to do.
    init(
        isPaired: Bool, at place: Place = .us, partnerName: String = "Ben", content: String = Self.content
    ) throws {
        let catalogue = try Catalogue(packed: Array(content.utf8))
        let account = Sample.account(1, shared: isPaired ? [try Sample.shared(members: [1, 2])] : [])
        visit.state.home = Home(account, catalogue: catalogue, unknownName: "your partner", &visit.state.shell.world)
        visit.state.home?.isReady = true
        visit.state.stage = .inside
        if isPaired { try arrive(.profileSet(ProfileSet(name: partnerName, colour: 1))) }
        go(place)
    }

    /// Goes somewhere, as a press on a link does.
    mutating func go(_ place: Place) {
        visit.stand(at: place)
        settle()
    }

    /// Lets a message pass that changes nothing, so that the page takes in what has arrived.
    mutating func settle() { visit.hear(.installOffered) }

    // MARK: What is written

    var home: Home { get throws { try #require(visit.state.home) } }
    var mine: Projection { get throws { try home.mine } }
    var ours: Projection { get throws { try #require(try home.ours) } }
    var me: Identifier { get throws { try home.me } }
    var ben: Identifier { get throws { try #require(try home.partner) } }
    var season: Season { get throws { try home.season(visit.state.shell.world) } }
    var week: Week { get throws { try home.week(visit.state.shell.world) } }

    /// The names of the seals under which something was written so far.
    var seals: [String] { visit.effects.filter { $0.name == "seal" }.compactMap { $0.text("sealName") } }

    /// An entry of Ben's arrives in the shared space.
    mutating func arrive(_ event: Event, weeksAgo: Int = 0) throws {
        try put(event, by: 2, into: 1, weeksAgo: weeksAgo)
    }

    /// An entry that Ana wrote some weeks ago, on another device.
    mutating func remember(_ event: Event, weeksAgo: Int = 0) throws {
        try put(event, by: 1, into: 0, weeksAgo: weeksAgo)
    }

    /// An entry that Ana wrote for both some weeks ago, on another device.
    mutating func share(_ event: Event, weeksAgo: Int = 0) throws {
        try put(event, by: 1, into: 1, weeksAgo: weeksAgo)
    }

    private mutating func put(_ event: Event, by author: UInt8, into space: Int, weeksAgo: Int) throws {
        arrivals += 1
        let milliseconds = Int64(visit.state.shell.now) - Int64(weeksAgo) * 604_800_000 - 60_000 + Int64(arrivals)
        let stamp = Stamp(milliseconds: milliseconds, counter: 0, device: DeviceID(99))
        let id = try #require(
            Identifier([UInt8](repeating: 0, count: 14) + [UInt8(arrivals / 256), UInt8(arrivals % 256)]))
        let account = Sample.id(author)
        let entry = Entry(id: id, author: account, body: try event.body(at: stamp))
        _ = visit.state.home?.spaces[space].replica.projection.insert(entry)
    }

    /// A check of this season in which everything about each pillar is answered alike.
    func check(felt: [String: Int], wished: [String: Int], circles: Ledger.Circles? = nil) throws -> Event {
        .checkAnswered(
            CheckAnswered(season: try season, felt: felt, wished: wished, circles: circles, comfort: 3))
    }

    // MARK: What Ana does

    /// Moves the mark of that label.
    mutating func slide(_ label: String, to value: Int) throws {
        let slider = try #require(visit.screen.find("slider", label), "no line “\(label)”")
        visit.hear(.acted(try #require(slider.actions[.input]), Occurrence(text: String(value))))
    }

    /// Presses a key on the slider of that label.
    mutating func press(key: String, on label: String) throws {
        let slider = try #require(visit.screen.find("slider", label), "no slider “\(label)”")
        visit.hear(.acted(try #require(slider.actions[.key]), Occurrence(key: key)))
    }

    /// Answers the whole check with the same two values, up to the overview.
    mutating func answerCheck(felt: Int, wished: Int) throws {
        try visit.press("Begin")
        for item in try home.catalogue.check.asked(in: season.number) {
            try slide("As it is", to: felt)
            if item.hasWish { try slide("As I’d like it", to: wished) }
            try visit.press("Next")
        }
        for _ in 0..<2 {
            try press(key: "ArrowRight", on: "How far the circles overlap")
            try visit.press("Next")
        }
        try visit.press("At the table Hopes.")
        try visit.press("Next")
    }
}
