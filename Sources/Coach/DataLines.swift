/// The lines of a data file that say something: no blank ones, no comments, no space at the ends.
struct DataLines: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> ArraySlice<UInt8>? {
        while position < bytes.count {
            let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
            let line = Self.trimmed(bytes[position..<end])
            position = end + 1
            if let first = line.first, first != UInt8(ascii: "#") { return line }
        }
        return nil
    }

    /// A slice without spaces at its ends.
    static func trimmed(_ slice: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var slice = slice
        while let first = slice.first, first == 0x20 || first == 0x0D || first == 0x09 { slice = slice.dropFirst() }
        while let last = slice.last, last == 0x20 || last == 0x0D || last == 0x09 { slice = slice.dropLast() }
        return slice
    }

    /// A slice as text without spaces at its ends.
    static func text(_ slice: ArraySlice<UInt8>) -> String { String(decoding: trimmed(slice), as: UTF8.self) }

    /// The words of a slice, which spaces separate.
    static func words(_ slice: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] { slice.split(separator: 0x20) }

    /// The parts of a slice between separators, as text without spaces at their ends.
    static func parts(_ slice: ArraySlice<UInt8>, by separator: Character) -> [String] {
        guard let byte = separator.asciiValue else { return [] }
        return slice.split(separator: byte, omittingEmptySubsequences: false).map(text)
    }
}
