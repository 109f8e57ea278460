import Bytes
import JSON

/// Eight random bytes that name one running copy of Hearth: two phones are two devices, and so are two tabs.
///
/// It is made afresh whenever Hearth is opened. Nothing about the machine is in it; it only keeps stamps apart that two
/// copies make in the same millisecond.
public struct DeviceID: Hashable, Comparable, Sendable {
    /// How many bytes a device id has.
    public static let byteCount = 8

    /// The eight bytes as a big-endian number.
    public let value: UInt64

    /// The device with this number.
    public init(_ value: UInt64) {
        self.value = value
    }

    /// The device named by exactly eight bytes, or nil for another length.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        value = bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Eleven base64url characters: how it is written in an entry's body.
    public var text: String {
        var bytes: [UInt8] = []
        bytes.appendBigEndian(value)
        return Base64URL.encode(bytes)
    }

    /// Whether the bytes of `left` come before those of `right`.
    public static func < (left: DeviceID, right: DeviceID) -> Bool {
        left.value < right.value
    }
}
