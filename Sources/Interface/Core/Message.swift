import Bytes
import Household
import JSON
import Markup

/// Something that happened, told to the core as a fact.
public enum Message {
    /// The page has loaded the first part of its code and what this device keeps.
    case started(Start)
    /// A person did something that an element had an action for.
    case acted(Action, Occurrence)
    /// The shim answered an effect.
    case replied(Reply)
    /// The browser's history moved to an address.
    case navigated(path: String, hash: String)
    /// The relay announced something on the live stream.
    case announced(event: String, data: String)
    /// A timer ran out.
    case ticked(Timer)
    /// A space's own timer ran out.
    case spaceTicked(Identifier)
    /// The page came to the front or left it.
    case visibilityChanged(Bool)
    /// The network came or went.
    case networkChanged(Bool)
    /// A new version is downloaded and waits.
    case updateReady
    /// The browser offers to install Hearth.
    case installOffered
    /// Another tab of the same browser stored something.
    case otherTabStored
    /// The page told something that can't be read.
    case lost
}

/// How the page started.
public struct Start: Equatable, Sendable {
    /// The path of the address.
    public var path = "/"
    /// The fragment of the address, without `#`.
    public var hash = ""
    /// The scheme, host and port.
    public var origin = ""
    /// Whether Hearth runs as an installed app.
    public var isStandalone = false
    /// Whether the network is thought to be there.
    public var isOnline = true
    /// Why what this device holds could not be found out; nil when it could.
    public var trouble: DeviceTrouble?
    /// Whether this device holds keys.
    public var hasKeys = false
    /// Whether those keys are under the app lock.
    public var isLocked = false
    /// Whether a passkey opens them too.
    public var hasPasskey = false
    /// Whether the lock's code is the passphrase.
    public var isLockedByPassphrase = false
    /// Whether somebody has signed out here of whom the relay hasn't heard yet.
    public var isSessionLeft = false
    /// What the clocks of this device's zone show at other times.
    public var zone = Zone()
    /// The account record that this device kept, JSON; nil when it has none that can be read.
    public var account: String?
}

/// Why what this device keeps can't be reached.
public enum DeviceTrouble: Equatable, Sendable {
    /// It didn't answer in time.
    case silent
    /// It could not be read.
    case unreadable
    /// The browser's settings let this page keep nothing.
    case blocked

    /// What the shim says of the store; nil when it could be read.
    fileprivate init?(_ stored: JSONValue?) {
        if stored?["storage"]?.bool != false { return nil }
        let isStuck = stored?["stuck"]?.bool == true
        self = stored?["blocked"]?.bool == true ? .blocked : isStuck ? .silent : .unreadable
    }

    /// What it means that reading failed.
    init(_ obstacle: Obstacle) { self = obstacle == .device(.stuck) ? .silent : .unreadable }
}

extension Message {
    /// Reads what the shim sent. `reply` looks up to whom an answer goes, `action` what an element does. Nil when nobody waits for
    /// the answer any more, or the element has gone.
    init?(
        _ frame: IncomingFrame, reply: (Int, Response) -> Reply?, action: (Int, Trigger) -> Action?
    ) {
        let fields = frame.message.fields
        switch fields["type"]?.string {
        case "started": self = .started(Start(frame.message))
        case "event":
            guard let target = fields["target"]?.integer,
                let event = fields["event"]?.string.flatMap({ Trigger(rawValue: $0) })
            else {
                self = .lost
                return
            }
            guard let action = action(Int(target), event) else { return nil }
            self = .acted(action, Occurrence(frame.message))
        case "response":
            guard let id = fields["id"]?.integer else {
                self = .lost
                return
            }
            guard let reply = reply(Int(id), frame.message) else { return nil }
            self = .replied(reply)
        case "navigated":
            self = .navigated(path: fields["path"]?.string ?? "/", hash: fields["hash"]?.string ?? "")
        case "live": self = .announced(event: fields["event"]?.string ?? "", data: fields["data"]?.string ?? "")
        case "ticked":
            let name = fields["timer"]?.string
            if let timer = name.flatMap({ Timer(rawValue: $0) }) {
                self = .ticked(timer)
            } else if let space = name.flatMap({ Timer.space(named: $0) }) {
                self = .spaceTicked(space)
            } else {
                self = .lost
            }
        case "visibility": self = .visibilityChanged(fields["visible"]?.bool ?? true)
        case "network": self = .networkChanged(fields["online"]?.bool ?? true)
        case "updateReady": self = .updateReady
        case "installOffered": self = .installOffered
        case "otherTab": self = .otherTabStored
        default: self = .lost
        }
    }
}

extension Start {
    init(_ message: Response) {
        let fields = message.fields
        path = fields["path"]?.string ?? "/"
        hash = fields["hash"]?.string ?? ""
        origin = fields["origin"]?.string ?? ""
        isStandalone = fields["standalone"]?.bool ?? false
        isOnline = fields["online"]?.bool ?? true
        trouble = DeviceTrouble(fields["stored"])
        hasKeys = fields["stored"]?["keys"]?.bool ?? false
        isSessionLeft = fields["left"]?.bool ?? false
        isLocked = fields["stored"]?["locked"]?.bool ?? false
        hasPasskey = fields["stored"]?["passkey"]?.bool ?? false
        isLockedByPassphrase = fields["stored"]?["passphrase"]?.bool ?? false
        account = fields["stored"]?["account"]?.string
        zone = Zone(
            (fields["zone"]?.array ?? []).compactMap { change in
                guard let from = change["from"]?.number, let offset = change["offset"]?.integer else { return nil }
                return Zone.Change(from: from, offset: Int(offset))
            })
    }
}

extension Occurrence {
    init(_ message: Response) {
        self.init()
        let fields = message.fields
        bytes = message.bytes("bytes") ?? []
        text = fields["text"]?.string ?? ""
        key = fields["key"]?.string ?? ""
        x = fields["x"]?.number ?? 0
        y = fields["y"]?.number ?? 0
        isOn = fields["checked"]?.bool ?? false
        phase = fields["phase"]?.string.flatMap { Phase(rawValue: $0) } ?? .move
    }
}
