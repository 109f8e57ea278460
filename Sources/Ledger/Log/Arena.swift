/// The bytes of all entries: those that were loaded when Hearth opened, and those that came since.
///
/// They are two arrays, so that the first entry of the day doesn't move ten years of others.
struct Arena: Sendable {
    private var loaded: [UInt8] = []
    private var recent: [UInt8] = []

    /// How many bytes there are.
    var count: Int {
        loaded.count + recent.count
    }

    /// Takes in a large piece, without copying it when it is the first.
    mutating func load(_ bytes: [UInt8]) {
        if count == 0 { loaded = bytes } else { recent.append(contentsOf: bytes) }
    }

    /// Adds bytes at the end.
    mutating func append(_ bytes: [UInt8]) {
        recent.append(contentsOf: bytes)
    }

    /// Calls `body` with the bytes at `range`, which must have been added in one piece.
    @inline(__always)
    func withBytes<Result>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if range.lowerBound < loaded.count {
            return loaded.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
        }
        let range = range.lowerBound - loaded.count..<range.upperBound - loaded.count
        return recent.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// The bytes at `range`, which must have been added in one piece.
    subscript(range: Range<Int>) -> [UInt8] {
        withBytes(range) { Array($0) }
    }
}
