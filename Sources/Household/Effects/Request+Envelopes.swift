import Bytes
import JSON
import Ledger
import Sync
import Wire

// What the shim answers about envelopes, seals and matches, and about what this device keeps.

/// An entry's envelope, as it travels.
public struct MadeEnvelope: Equatable, Sendable {
    /// All of it.
    public let envelope: [UInt8]
    /// Its SHA-256.
    public let hash: [UInt8]
    /// Why it could not be kept; nil when it is.
    public let unkept: EffectFailure?
}

/// Items of a topic as tokens that only the two devices can make.
public struct MatchAnswer: Equatable, Sendable {
    /// What the relay knows the topic by.
    public let topic: Identifier
    /// A token for each item, in their order; nil for one that could not be read.
    public let tokens: [Identifier?]
}

/// A record as it was kept.
public struct LoadedRecord: Equatable, Sendable {
    /// Its name.
    public let key: String
    /// What stands in it.
    public let bytes: [UInt8]
}

extension Request where Answer == MadeEnvelope {
    /// Makes an envelope and keeps it at the end of a record; fails with ``EffectFailure/entryTooLarge`` when the body is too
    /// long for one. That it can't be kept is no failure.
    public static func seal(_ sealing: Sealing, in space: Identifier, keptAs record: Effect.KeptRecord) -> Request {
        seal(
            .seal(
                space: space, header: sealing.header.bytes, body: sealing.body, sealName: sealing.sealName, keep: record
            ))
    }

    private static func seal(_ effect: Effect) -> Request {
        Request(effect) { (response) throws(Obstacle) in
            MadeEnvelope(
                envelope: try response.needBytes("envelope"), hash: try response.needBytes("hash"),
                unkept: response.failure(named: "unkept"))
        }
    }
}

extension Request where Answer == MadeEnvelope {
    /// Makes an envelope that is no entry of its space, and keeps it at the end of a record until that is forgotten.
    static func statement(_ body: [UInt8], under header: EnvelopeHeader, keptAs record: Effect.KeptRecord) -> Request {
        seal(.seal(space: header.space, header: header.bytes, body: body, sealName: nil, keep: record))
    }
}

extension Request where Answer == [Opening] {
    /// Opens envelopes by their authors' public keys: one opening an envelope, in their order.
    public static func open(_ envelopes: [[UInt8]], in space: Identifier, by authors: [Effect.Author]) -> Request {
        Request(.open(space: space, envelopes: envelopes, authors: authors)) { (response) throws(Obstacle) in
            try response.needList("results").map { response.opening($0) }
        }
    }
}

extension Response {
    /// What came of opening an envelope.
    func opening(_ result: JSONValue) -> Opening {
        let hash = bytes(at: result["hash"]) ?? []
        if let body = bytes(at: result["body"]) { return .opened(body: body, hash: hash) }
        let failure = result["failure"]?.string.flatMap { OpeningFailure(rawValue: $0) } ?? .malformed
        return .failed(failure.reason, hash: hash)
    }
}

extension OpeningFailure {
    fileprivate var reason: QuarantinedEnvelope.Reason {
        switch self {
        case .malformed: .malformed
        case .unknownAuthor: .unknownAuthor
        case .signature: .badSignature
        case .decrypt: .undecryptable
        }
    }
}

extension Request where Answer == [Identifier?] {
    /// The ids that stand for names of seals, in their order; nil for one that could not be read.
    public static func sealIDs(space: Identifier, names: [String]) -> Request {
        Request(.sealIDs(space: space, names: names)) { (response) throws(Obstacle) in
            try response.needIdentifiers("ids")
        }
    }
}

extension Request where Answer == MatchAnswer {
    /// The tokens that stand for items of a topic.
    public static func matchTokens(space: Identifier, topic: String, items: [String]) -> Request {
        match(.matchTokens(space: space, topic: topic, items: items))
    }

    /// The padded and shuffled list of such tokens; fails with ``EffectFailure/tooMany`` when there are more than it holds.
    public static func matchList(space: Identifier, topic: String, items: [String]) -> Request {
        match(.matchList(space: space, topic: topic, items: items))
    }

    private static func match(_ effect: Effect) -> Request {
        Request(effect) { (response) throws(Obstacle) in
            MatchAnswer(topic: try response.needIdentifier("topic"), tokens: try response.needIdentifiers("tokens"))
        }
    }
}

extension Request where Answer == Completion {
    /// Puts and deletes records, all or none; fails with ``EffectFailure/full`` when there is no room for them.
    public static func store(
        _ puts: [Effect.KeptRecord], deleting deletions: [Effect.RecordKey], isQuiet: Bool = false
    ) -> Request {
        Request(.store(put: puts, delete: deletions, isQuiet: isQuiet))
    }
}

extension Request where Answer == [LoadedRecord] {
    /// All records of a store that can be read.
    public static func load(_ store: Effect.Store) -> Request {
        Request(.load(store)) { (response) throws(Obstacle) in
            try response.needList("records").compactMap { record in
                guard let key = record["key"]?.string, let bytes = response.bytes(at: record["bytes"]) else {
                    return nil
                }
                return LoadedRecord(key: key, bytes: bytes)
            }
        }
    }
}

extension Response {
    fileprivate func needIdentifiers(_ field: String) throws(Obstacle) -> [Identifier?] {
        try needList(field).map { reference in bytes(at: reference).flatMap { Identifier($0) } }
    }
}
