import Bytes

/// One event of the live stream. Says that something is there to be read, never what.
public enum LiveEvent: Hashable, Sendable {
    /// The newest entry of a space has this number.
    case space(Identifier, head: Int64)
    /// In this space a seal waits for me, or was released.
    case sealed(Identifier)
    /// In this space the intersection of this topic grew.
    case match(Identifier, topic: Identifier)
    /// My spaces or their members changed.
    case account

    /// The event's name in the stream.
    public var name: String {
        switch self {
        case .space: "space"
        case .sealed: "sealed"
        case .match: "match"
        case .account: "account"
        }
    }

    /// The event's data in the stream.
    public var data: String {
        switch self {
        case .space(let space, let head): "\(space.text) \(head)"
        case .sealed(let space): space.text
        case .match(let space, let topic): "\(space.text) \(topic.text)"
        case .account: ""
        }
    }

    /// The event as `text/event-stream` lines, with the empty line that ends it.
    public var lines: String {
        "event: \(name)\ndata: \(data)\n\n"
    }

    /// The event of this name and data, or nil when this version doesn't know it.
    public init?(name: String, data: String) {
        let words = data.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        if name == "account" {
            self = .account
            return
        }
        guard let first = words.first, let space = Identifier(text: String(first)) else { return nil }
        switch name {
        case "space":
            guard words.count == 2, let head = Int64(String(words[1])), head >= 0 else { return nil }
            self = .space(space, head: head)
        case "sealed":
            guard words.count == 1 else { return nil }
            self = .sealed(space)
        case "match":
            guard words.count == 2, let topic = Identifier(text: String(words[1])) else { return nil }
            self = .match(space, topic: topic)
        default: return nil
        }
    }
}
