import Bytes
import HouseholdTestSupport
import JSON
import Ledger
import Library
import Testing
import Wire

@testable import Household

/// One device of somebody's: a home without a screen, and the shim that carries out what it asks for.
struct Device {
    /// What the home sees of the world.
    var world = World()
    /// The home.
    private(set) var home: Home
    /// Where requests go.
    let relay: SmallRelay
    /// What this device keeps, by store and key.
    private(set) var kept: [Effect.Store: [String: [UInt8]]]
    /// Whether what is to be kept, envelopes among it, takes until ``finishWriting()``.
    var isDiskSlow = false
    /// Whether there is no room for what is to be kept.
    var isDiskFull = false
    /// Why the shim can't send photos; nil when it can.
    var photoFailure: String?
    /// By how many milliseconds this device's clock is ahead.
    var clockError = 0.0 {
        didSet { world.now += clockError - oldValue }
    }
    /// The public half of the key that this device signs with, whatever the relay says.
    private let ownKey: [UInt8]
    /// The names of what was asked for and answered, oldest first.
    private(set) var trips: [EffectName] = []
    /// Whether the envelopes of a page are opened as it is read.
    var isOpeningOnTheWay = true
    /// How many envelopes the home has had opened apart from their page.
    private(set) var opened = 0
    /// What was asked for and needs no answer, oldest first.
    private(set) var told: [Effect] = []
    private var writing: [AskedEffect] = []

    /// When the tests begin: milliseconds since 1970.
    static let start = 1_800_000_000_000.0

    /// A device on which the account's keys are open.
    ///
    /// - Parameters:
    ///   - account: whose it is.
    ///   - relay: where requests go.
    ///   - kept: what the device keeps from before.
    ///   - ownKey: what it signs with; the key that the account has in every sample when nil.
    ///   - isOnline: whether the network is there.
    init(
        _ account: AccountRecord, _ relay: SmallRelay, keeping kept: [Effect.Store: [String: [UInt8]]] = [:],
        signingWith ownKey: [UInt8]? = nil, isOnline: Bool = true, now: Double = start
    ) throws {
        self.relay = relay
        self.ownKey = ownKey ?? Sample.publicKey(account.account.bytes[0])
        self.kept = kept
        world.now = now
        world.isOnline = isOnline
        // Two devices never draw the same ids.
        let draw = UInt8(truncatingIfNeeded: relay.requests.count &+ 1)
        world.random.refill((0..<32).map { account.account.bytes[0] &* 31 &+ $0 &+ draw })
        let catalogue = try Catalogue(packed: Array(Self.content.utf8))
        home = Home(account, catalogue: catalogue, unknownName: "your partner", &world)
        home.restore(&world)
        try carryOut()
    }

    /// Content with a dozen light questions, two chapters of a story, ideas for dates and a talk.
    private static let content = """
        {"version":1,"language":"en","check":[[],"","",["","",""],["",[]]],"pulse":[[],["","",""]],"signs":[],"causes":[],\
        "practices":[],"questions":[\(questions),\(chapters)],"dates":[\(dates)],"journeys":[],"articles":[],"conversations":[\(talk)],"help":["","",[],["","",[]],[],["","",[]],[],""]}
        """

    /// Forty ideas for dates.
    private static let dates = (0..<40).map {
        """
        ["date\($0)","Date \($0)","Do it.",60,1,0,"home",1,"any",["calm"],0,[]]
        """
    }.joined(separator: ",")

    private static let talk = """
        ["talk","In turns","For two.",10,1,"Sit down.",[\
        ["speak","speaker","speak","What was heavy?",[],[],null,null,180,null,"Said"],\
        ["hear","listener","reflect","What did you hear?",[],[],null,null,90,null,"Said"],\
        ["end","both","close","Thank each other.",[],[],null,null,null,null,"Finish"]],"Thank you.","Breathe."]
        """

    private static let chapters = """
        ["met",1,"How did we meet?","us","our-story",1],["through",3,"What have we come through?","us","our-story",2]
        """

    private static let questions = (1...12).map { "[\"q\($0)\",1,\"What made you laugh, \($0)?\",\"play\"]" }
        .joined(separator: ",")

    /// Hearth is closed on this device and opened again.
    mutating func reopen() throws {
        self = try Device(
            home.account, relay, keeping: kept, signingWith: ownKey, isOnline: world.isOnline, now: world.now + 1000)
    }

    /// Lets something happen, and carries out what is asked for then.
    mutating func act(_ body: (inout Home, inout World) throws -> Void) throws {
        world.now += 1000
        try body(&home, &world)
        try carryOut()
    }

    /// Thanks the other.
    mutating func thank(_ text: String) throws {
        try act { $0.write(.appreciationSent(AppreciationSent(text: text)), &$1) }
    }

    /// The network comes or goes.
    mutating func go(online isOnline: Bool) throws {
        world.isOnline = isOnline
        try act { $0.networkChanged(&$1) }
    }

    /// Looks for what is new at the relay.
    mutating func look() throws {
        try act { $0.announced(event: "open", data: "", &$1) }
    }

    /// Everything that was to be kept is on the disk now.
    mutating func finishWriting() throws {
        while !writing.isEmpty { try answer(writing.removeFirst()) }
        try carryOut()
    }

    /// Whether words stand in anything that this device keeps.
    func keeps(_ words: String) -> Bool {
        kept.values.contains { $0.values.contains { $0.contains(words) } }
    }

    // MARK: The shim

    private mutating func carryOut() throws {
        var asked = world.takeEffects()
        while !asked.isEmpty {
            for effect in asked {
                if isDiskSlow, effect.effect.isKeeping { writing.append(effect) } else { try answer(effect) }
            }
            asked = world.takeEffects()
        }
    }

    private mutating func answer(_ asked: AskedEffect) throws {
        guard let ticket = asked.ticket else {
            told.append(asked.effect)
            return
        }
        trips.append(asked.effect.wire.name)
        var answer = ShimAnswer()
        try fill(&answer, asked.effect)
        guard case .home(let reply)? = world.takeReply(ticket, answer.response) else {
            Issue.record("no home waits for \(asked.effect)")
            return
        }
        home.receive(reply, &world)
    }

    private mutating func fill(_ answer: inout ShimAnswer, _ effect: Effect) throws {
        switch effect {
        case .load(let store):
            let records = (kept[store] ?? [:]).sorted { $0.key < $1.key }
            answer["records"] = .array(
                records.map {
                    .object([JSONMember("key", .string($0.key)), JSONMember("bytes", answer.add($0.value))])
                })
        case .store where isDiskFull: answer.fail("full")
        case .store(let puts, let deletions, _):
            for put in puts { kept[put.key.store, default: [:]][put.key.key] = put.bytes }
            for key in deletions { kept[key.store]?[key.key] = nil }
        case .seal(_, let header, let body, let sealName, let record):
            let made = try OpenVault.seal(
                header: header, body: body, sealName: sealName, signer: ownKey)
            answer["envelope"] = answer.add(made.envelope)
            answer["hash"] = answer.add(made.hash)
            guard !isDiskFull else { return answer["unkept"] = "full" }
            kept[record.key.store, default: [:]][record.key.key] =
                record.bytes + OpenVault.counted(made.envelope) + OpenVault.counted(made.hash)
        case .open(_, let envelopes, let authors):
            opened += envelopes.count
            answer["results"] = .array(envelopes.map { .object(open($0, authors, &answer)) })
        case .sealIDs(_, let names):
            answer["ids"] = .array(try names.map { answer.add(try OpenVault.sealID($0).bytes) })
        case .openSpaces: break
        case .ownKey: answer["key"] = answer.add(ownKey)
        case .verifyCard(let introduction, _, let secret):
            if introduction.mac != OpenVault.hash(of: introduction.card.bytes + secret) { answer.fail("badCard") }
        case .readPage(let path, _, let authors):
            try fill(&answer, .http(.get, path: path))
            guard isOpeningOnTheWay, let body = answer.response.bytes("body"), let page = try? EntryPage(parsing: body),
                page.isDone
            else { return }
            answer["opened"] = .array(
                page.items.map { item in
                    if case .envelope(let bytes) = item.content {
                        .object(open(bytes, authors, &answer))
                    } else {
                        .null
                    }
                })
        case .http(let method, let path, let upload):
            guard world.isOnline, let route = Route(method: method, path: path) else { return answer.fail("offline") }
            var body: [UInt8] = []
            switch upload {
            case .json(let bytes), .binary(let bytes): body = bytes
            case nil: break
            }
            let answered = try relay.answer(route, body, from: home.account.account)
            answer["status"] = .integer(answered.status)
            let time = ((world.now - clockError) / 1000).rounded(.down) * 1000
            answer["clock"] = .object([JSONMember("time", .number(time)), JSONMember("heard", .number(world.now))])
            answer["body"] = answer.add(answered.body)
        case .photos(.send(let photos, let space)):
            guard world.isOnline else { return answer.fail("offline") }
            if let photoFailure { return answer.fail(photoFailure) }
            for photo in photos {
                let route = Route.putBlob(space: space, blob: photo)
                let answered = try relay.answer(route, [], from: home.account.account)
                if answered.status != 204 {
                    answer["refused"] = .string(try WireError(body: answered.body).name.rawValue)
                }
            }
        default: Issue.record("a home doesn’t ask for \(effect)")
        }
    }

    private func open(_ envelope: [UInt8], _ authors: [Effect.Author], _ answer: inout ShimAnswer) -> [JSONMember] {
        let hash = JSONMember("hash", answer.add(OpenVault.hash(of: envelope)))
        guard let body = OpenVault.open(envelope, authors: authors.map { ($0.account, $0.key) }) else {
            let author = (try? Envelope(parsing: envelope))?.header.author
            let isKnown = authors.contains { $0.account == author }
            return [JSONMember("failure", isKnown ? "signature" : "unknownAuthor"), hash]
        }
        return [JSONMember("body", answer.add(body)), hash]
    }
}

extension Effect {
    /// Whether it keeps something on this device.
    fileprivate var isKeeping: Bool {
        switch self {
        case .store, .seal: true
        default: false
        }
    }
}

/// An answer of the shim that is being put together.
private struct ShimAnswer {
    private var members = [JSONMember("ok", true)]
    private var blobs: [UInt8] = []

    var response: Response { Response(fields: .object(members), blobs: blobs) }

    /// Adds bytes, and gives what refers to them.
    mutating func add(_ bytes: [UInt8]) -> JSONValue {
        defer { blobs += bytes }
        return [.integer(blobs.count), .integer(bytes.count)]
    }

    mutating func fail(_ name: String) { members = [JSONMember("ok", false), JSONMember("failure", .string(name))] }

    subscript(name: String) -> JSONValue? {
        get { members.first { $0.name == name }?.value }
        set { if let newValue { members.append(JSONMember(name, newValue)) } }
    }
}
