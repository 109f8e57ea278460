import Household
import JSON
import Library
import Markup
import Testing
import Wire

@testable import Interface

/// One person at one open page: acts through what the screen shows, and plays the shim by answering effects.
struct Visit {
    /// All that the page knows.
    var state = State()
    /// The effects asked for and not yet answered, oldest first.
    private(set) var effects: [AskedEffect] = []

    /// The addresses behind the one on show, as the browser's history has them.
    private var behind: [String] = []
    private var address: String

    /// Whether what a page leaves for later is drawn at once.
    var drawsAgain = true
    /// Whether the content comes as soon as the page asks for it.
    private let givesContent: Bool

    /// A page that has just been opened.
    ///
    /// - Parameters:
    ///   - path: The path of the address.
    ///   - hash: Its fragment, without `#`.
    ///   - account: The account of whoever is signed in on this device, as the device kept it.
    ///   - hasKeys: Whether the device holds keys; without an account, of a place that was begun.
    ///   - givesContent: Whether the content comes as soon as the page asks for it; otherwise the test answers.
    ///   - trouble: Why what the device kept could not be found out.
    init(
        at path: String = "/", hash: String = "", account: AccountRecord? = nil, hasKeys: Bool = false,
        givesContent: Bool = true, trouble: DeviceTrouble? = nil
    ) {
        self.givesContent = givesContent
        address = path
        state.shell.world.now = 1_800_000_000_000
        var start = Start()
        start.path = path
        start.hash = hash
        start.origin = "https://hearth.example"
        start.trouble = trouble
        start.hasKeys = hasKeys || account != nil
        start.account = account.map { String(decoding: $0.body, as: UTF8.self) }
        hear(.started(start))
    }

    /// Content without any entries.
    static let emptyContent = """
        {"version":1,"language":"en","check":[[],"","",["","",""],["",[]]],"pulse":[[],["","",""]],"signs":[],"causes":[],\
        "practices":[],"questions":[],"dates":[],"journeys":[],"articles":[],"conversations":[],"help":["","",[],["","",[]],[],["","",[]],[],""]}
        """

    /// What is on the page now.
    var screen: Screen { Screen(view(state)) }

    /// Lets something happen.
    mutating func hear(_ message: Message) {
        update(&state, message)
        let asked = state.shell.world.takeEffects()
        effects += asked
        for effect in asked where effect.name == "navigate" { follow(effect) }
        if drawsAgain, let asked = effects.firstIndex(where: { $0["name"] == .text(Timer.lookAgain.rawValue) }) {
            effects.remove(at: asked)
            hear(.ticked(.lookAgain))
        }
        if givesContent, let asked = effects.firstIndex(where: { $0.name == "content" }),
            let reply = effects.remove(at: asked).ticket.flatMap({ state.shell.world.takeReply($0, Self.content) })
        {
            hear(.replied(reply))
        }
    }

    /// Puts the page at a place, as if it had been opened there.
    mutating func stand(at place: Place) {
        state.shell.place = place
        address = place.path
    }

    /// Keeps the history as the browser would.
    private mutating func follow(_ navigation: AskedEffect) {
        if let path = navigation.text("path") {
            if navigation["replace"] != .flag(true) { behind.append(address) }
            address = path
        } else if let last = behind.popLast() {
            address = last
            hear(.navigated(path: last, hash: ""))
        }
    }

    /// The shim's answer with content that has no entries.
    private static var content: Response {
        let bytes = Array(emptyContent.utf8)
        return Response(fields: ["ok": true, "content": [0, .integer(bytes.count)]], blobs: bytes)
    }

    // MARK: What a person does

    /// Presses the button or link of that name.
    mutating func press(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let item = try #require(
            screen.button(name), "no button “\(name)” in: \(screen.text)", sourceLocation: sourceLocation)
        #expect(!item.isDisabled, "“\(name)” is disabled", sourceLocation: sourceLocation)
        if let action = item.actions[.press] {
            hear(.acted(action, Occurrence()))
        } else {
            try submit(sourceLocation: sourceLocation)
        }
    }

    /// Holds the button of that name down.
    mutating func hold(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let item = try #require(screen.button(name), "no button “\(name)”", sourceLocation: sourceLocation)
        hear(.acted(try #require(item.actions[.hold], sourceLocation: sourceLocation), Occurrence()))
    }

    /// Sends the page's form, as Enter in one of its fields does.
    mutating func submit(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let form = try #require(
            screen.elements.first { $0.actions[.submit] != nil }, "no form", sourceLocation: sourceLocation)
        hear(.acted(try #require(form.actions[.submit]), Occurrence()))
    }

    /// Types into the field of that label, replacing what stands in it.
    mutating func type(
        _ text: String, into label: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let item = try #require(
            screen.field(label), "no field “\(label)” in: \(screen.text)", sourceLocation: sourceLocation)
        let action = try #require(item.actions[.input] ?? item.actions[.change], sourceLocation: sourceLocation)
        hear(.acted(action, Occurrence(text: text)))
    }

    /// Ticks the box or chooses the option of that name.
    mutating func choose(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let item = try #require(
            screen.find("radio", name) ?? screen.find("checkbox", name), "no choice “\(name)” in: \(screen.text)",
            sourceLocation: sourceLocation)
        let action = try #require(item.actions[.change] ?? item.actions[.press], sourceLocation: sourceLocation)
        hear(.acted(action, Occurrence(isOn: true)))
    }

    // MARK: What the shim answers

    /// Takes the oldest waiting effect of that name, forgetting those before it.
    mutating func take(
        _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> AskedEffect {
        let index = try #require(
            effects.firstIndex { $0.name == name }, "no effect “\(name)” among \(effects.map { $0.name })",
            sourceLocation: sourceLocation)
        let effect = effects[index]
        effects.removeFirst(index + 1)
        return effect
    }

    /// Answers the oldest waiting effect of that name and gives it back for a look at what was asked.
    @discardableResult
    mutating func answer(
        _ name: String, _ fields: [String: Answer] = [:], sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> AskedEffect {
        let effect = try take(name, sourceLocation: sourceLocation)
        var members: [JSONMember] = [JSONMember("ok", .bool(true))]
        var blobs: [UInt8] = []
        for (name, value) in fields {
            switch value {
            case .json(let json): members.append(JSONMember(name, json))
            case .bytes(let bytes):
                members.append(JSONMember(name, [.integer(blobs.count), .integer(bytes.count)]))
                blobs += bytes
            }
        }
        try reply(to: effect, Response(fields: .object(members), blobs: blobs), sourceLocation: sourceLocation)
        return effect
    }

    /// Answers the oldest waiting look at a store with what is kept there.
    mutating func answerLoad(_ kept: [Effect.KeptRecord], sourceLocation: SourceLocation = #_sourceLocation) throws {
        var blobs: [UInt8] = []
        var records: [JSONValue] = []
        for record in kept {
            records.append([
                "key": .string(record.key.key), "bytes": [.integer(blobs.count), .integer(record.bytes.count)],
            ])
            blobs += record.bytes
        }
        let fields: JSONValue = ["ok": true, "records": .array(records)]
        let asked = try take("load", sourceLocation: sourceLocation)
        try reply(to: asked, Response(fields: fields, blobs: blobs), sourceLocation: sourceLocation)
    }

    /// Answers that the oldest waiting effect of that name could not be done.
    mutating func fail(
        _ name: String, _ failure: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let effect = try take(name, sourceLocation: sourceLocation)
        let fields: JSONValue = ["ok": false, "failure": .string(failure)]
        try reply(to: effect, Response(fields: fields, blobs: []), sourceLocation: sourceLocation)
    }

    /// Answers the oldest waiting request with a status and a body, and gives the request back.
    @discardableResult
    mutating func relay(
        _ status: Int, _ body: [UInt8] = [], sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> AskedEffect {
        try answer("http", ["status": .json(.integer(status)), "body": .bytes(body)], sourceLocation: sourceLocation)
    }

    /// Answers the oldest waiting request with a refusal.
    @discardableResult
    mutating func refuse(_ error: WireError, sourceLocation: SourceLocation = #_sourceLocation) throws -> AskedEffect {
        try relay(error.name.status, error.body, sourceLocation: sourceLocation)
    }

    /// Answers an effect that was taken before.
    mutating func reply(
        to effect: AskedEffect, _ response: Response, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let ticket = try #require(effect.ticket, "nobody waits for “\(effect.name)”", sourceLocation: sourceLocation)
        let waiting = state.shell.world.takeReply(ticket, response)
        let reply = try #require(waiting, "“\(effect.name)” was answered before", sourceLocation: sourceLocation)
        hear(.replied(reply))
    }

    /// A field of the shim's answer.
    enum Answer {
        case json(JSONValue)
        case bytes([UInt8])

        /// A text.
        static func text(_ text: String) -> Answer { .json(.string(text)) }
    }
}

extension AskedEffect {
    /// What the shim calls it.
    var name: String { effect.wire.name.rawValue }

    /// The value of a field, as the shim gets it.
    subscript(field: String) -> EffectValue? { effect.wire.fields.first { $0.name == field }?.value }

    /// A text field.
    func text(_ field: String) -> String? {
        guard case .text(let text)? = self[field] else { return nil }
        return text
    }

    /// A byte field.
    func bytes(_ field: String) -> [UInt8]? {
        guard case .bytes(let bytes)? = self[field] else { return nil }
        return bytes
    }
}
