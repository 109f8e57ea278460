import Ledger

/// The sentences of a text in which what was looked for stands.
public struct Excerpt: Equatable, Sendable {
    /// A piece of it.
    public struct Part: Equatable, Sendable {
        /// The words.
        public let text: String
        /// Whether they are what was looked for.
        public let isFound: Bool
    }

    /// How many bytes a piece around something found has at most before and behind it.
    private static let reach = 90
    /// How many pieces are shown at most.
    private static let most = 3

    /// The pieces, in their order; what was left out is marked by an ellipsis.
    public let parts: [Part]

    /// The sentences of `text` in which words stand; its beginning where none does.
    public init(of text: String, finding search: WordSearch) {
        let bytes = Array(text.utf8)
        var pieces: [(range: Range<Int>, found: [Range<Int>])] = []
        for place in search.places(in: text) {
            if let last = pieces.last, place.upperBound <= last.range.upperBound {
                pieces[pieces.count - 1].found.append(place)
            } else if pieces.count < Self.most {
                let piece = Self.sentence(around: place, in: bytes)
                let start = max(piece.lowerBound, pieces.last?.range.upperBound ?? 0)
                pieces.append((start..<piece.upperBound, [place]))
            }
        }
        if pieces.isEmpty { pieces = [(Self.sentence(around: 0..<0, in: bytes), [])] }
        var parts: [Part] = []
        func add(_ text: String, isFound: Bool = false) {
            if !text.isEmpty { parts.append(Part(text: text, isFound: isFound)) }
        }
        func words(_ range: Range<Int>) -> String {
            // A line break within a sentence is a space.
            String(decoding: bytes[range].map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
        }
        var end = 0
        for piece in pieces {
            if Self.leavesOut(end..<piece.range.lowerBound, of: bytes) { add(end == 0 ? "… " : " … ") }
            var at = piece.range.lowerBound
            for place in piece.found {
                add(words(at..<place.lowerBound))
                add(words(place), isFound: true)
                at = place.upperBound
            }
            add(words(at..<piece.range.upperBound))
            end = piece.range.upperBound
        }
        if Self.leavesOut(end..<bytes.count, of: bytes) { add(" …") }
        self.parts = parts
    }

    /// Whether more than white space stands there.
    private static func leavesOut(_ range: Range<Int>, of bytes: [UInt8]) -> Bool {
        bytes[range].contains { $0 > 0x20 }
    }

    /// The sentence around a place, or as much of it as fits.
    private static func sentence(around place: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var start = place.lowerBound
        while start > 0, place.lowerBound - start < reach, !ends(at: start - 1, in: bytes) { start -= 1 }
        // Cut between words, or at least between characters.
        if start > 0, !ends(at: start - 1, in: bytes) {
            if let space = bytes[start..<place.lowerBound].firstIndex(of: 0x20) { start = space + 1 }
            while start < place.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
        }
        while start < place.lowerBound, bytes[start] <= 0x20 { start += 1 }
        var end = place.upperBound
        while end < bytes.count, end - place.upperBound < reach, end == 0 || !ends(at: end - 1, in: bytes) { end += 1 }
        if end < bytes.count, !ends(at: end - 1, in: bytes) {
            if let space = bytes[place.upperBound..<end].lastIndex(of: 0x20) { end = space }
            while end > place.upperBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        }
        while end > place.upperBound, bytes[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }

    /// Whether a sentence ends with a byte: a line does, and a mark with a space behind it.
    private static func ends(at index: Int, in bytes: [UInt8]) -> Bool {
        switch bytes[index] {
        case 0x0A: true
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
            index + 1 == bytes.count || bytes[index + 1] <= 0x20
        default: false
        }
    }
}
