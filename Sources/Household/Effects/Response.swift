import Bytes
import JSON

/// A message of the shim: fields, and the byte strings that they refer to.
public struct Response: Equatable, Sendable {
    /// The fields.
    public let fields: JSONValue
    let blobs: ArraySlice<UInt8>

    /// A message; byte strings in `fields` are `[offset, length]` into `blobs`, counted from its beginning.
    public init(fields: JSONValue, blobs: ArraySlice<UInt8>) {
        self.fields = fields
        self.blobs = blobs
    }

    /// A message whose bytes stand in an array of their own.
    public init(fields: JSONValue, blobs: [UInt8]) {
        self.init(fields: fields, blobs: blobs[...])
    }

    /// A text field.
    public func text(_ field: String) -> String? { fields[field]?.string }

    /// A byte field.
    public func bytes(_ field: String) -> [UInt8]? { bytes(at: fields[field]) }

    /// The bytes a reference points to.
    public func bytes(at reference: JSONValue?) -> [UInt8]? {
        guard let pair = reference?.array, pair.count == 2, let start = pair[0].integer, let length = pair[1].integer,
            start >= 0, length >= 0, start + length <= blobs.count
        else { return nil }
        return [UInt8](copying: blobs.dropFirst(Int(start)).prefix(Int(length)))
    }
}

extension Response {
    /// When the relay answered, by its clock and by this device's; nil for what no relay has answered.
    var clock: (time: Double, heard: Double)? {
        guard fields["foreign"] != true, let clock = fields["clock"], let time = clock["time"]?.number,
            let heard = clock["heard"]?.number
        else { return nil }
        return (time, heard)
    }
}

// What an answer always has. That it is missing is a defect of the shim.

extension Response {
    /// Why it could not be done; nil when it was.
    var failure: EffectFailure? { failure(named: "failure") }

    /// Why a part of it could not be done; nil when it was.
    func failure(named field: String) -> EffectFailure? {
        text(field).map { EffectFailure(rawValue: $0) ?? .internal }
    }

    func needBytes(_ field: String) throws(Obstacle) -> [UInt8] {
        guard let bytes = bytes(field) else { throw .device(.internal) }
        return bytes
    }

    func needIdentifier(_ field: String) throws(Obstacle) -> Identifier {
        guard let identifier = Identifier(try needBytes(field)) else { throw .device(.internal) }
        return identifier
    }

    func needText(_ field: String) throws(Obstacle) -> String {
        guard let text = text(field) else { throw .device(.internal) }
        return text
    }

    func needFlag(_ field: String) throws(Obstacle) -> Bool {
        guard let flag = fields[field]?.bool else { throw .device(.internal) }
        return flag
    }

    func needList(_ field: String) throws(Obstacle) -> [JSONValue] {
        guard let list = fields[field]?.array else { throw .device(.internal) }
        return list
    }
}
