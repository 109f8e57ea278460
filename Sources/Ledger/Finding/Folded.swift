/// A character as words are compared: whatever its case, its accent and its typography.
struct Folded {
    /// Its bytes in UTF-8, the first one lowest; 0 for what leaves no trace, such as an accent that is a character of its own.
    let bytes: UInt32
    /// Whether it is a part of words, rather than what stands between them.
    let isOfWord: Bool
    /// Whether a word begins and ends with it, wherever it stands: in scripts that put no spaces between words, and for pictures.
    let isWordByItself: Bool

    private init(bytes: UInt32, isOfWord: Bool = true, isWordByItself: Bool = false) {
        self.bytes = bytes
        self.isOfWord = isOfWord
        self.isWordByItself = isWordByItself
    }

    /// What stands between words.
    static let space = Folded(bytes: 0x20, isOfWord: false)
    /// What is passed over.
    static let nothing = Folded(bytes: 0)
    static let apostrophe: UInt8 = 0x27

    /// A character by its number in Unicode.
    init(_ scalar: UInt32) {
        switch scalar {
        case 0x61...0x7A, 0x30...0x39: self.init(bytes: scalar)
        case 0x41...0x5A: self.init(bytes: scalar + 32)
        case 0x27, 0x2019, 0x02BC, 0xFF07: self.init(bytes: UInt32(Self.apostrophe))
        case 0xC0...0x17F: self.init(bytes: Self.latin(scalar), isOfWord: scalar != 0xD7 && scalar != 0xF7)
        // Accents by themselves, soft hyphens, joiners, marks of direction, forms of pictures.
        case 0x300...0x36F, 0xAD, 0x200C...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F: self = .nothing
        case 0xAA: self.init(bytes: 0x61)
        case 0xBA: self.init(bytes: 0x6F)
        case 0xB5: self.init(bytes: Self.utf8(scalar))
        // Greek and Cyrillic capitals, and the form of a letter at a word's end.
        case 0x391...0x3A9, 0x410...0x42F: self.init(bytes: Self.utf8(scalar + 32))
        case 0x400...0x40F: self.init(bytes: Self.utf8(scalar + 80))
        case 0x3C2: self.init(bytes: Self.utf8(0x3C3))
        case 0...0x7F, 0x80...0xBF, 0x2000...0x206F, 0x3000...0x3003, 0x3008...0x3011, 0xFF01...0xFF0F, 0xFF1A...0xFF20:
            self = .space
        case 0x2190...0x2BFF, 0x2E80...: self.init(bytes: Self.utf8(scalar), isWordByItself: true)
        default: self.init(bytes: Self.utf8(scalar))
        }
    }

    /// The letters from À to ž without their accents; those that are written as two stand as a full stop.
    private static let plain: StaticString =
        """
        aaaaaa.ceeeeiiiidnooooo ouuuuy..aaaaaa.ceeeeiiiidnooooo ouuuuy.y\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll\
        lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
        """

    private static func latin(_ scalar: UInt32) -> UInt32 {
        let letter = plain.utf8Start[Int(scalar - 0xC0)]
        guard letter == UInt8(ascii: ".") else { return UInt32(letter) }
        switch scalar {
        case 0xC6, 0xE6: return pair("a", "e")
        case 0xDE, 0xFE: return pair("t", "h")
        case 0xDF: return pair("s", "s")
        case 0x132, 0x133: return pair("i", "j")
        default: return pair("o", "e")
        }
    }

    private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt32 {
        first.value | second.value << 8
    }

    private static func utf8(_ scalar: UInt32) -> UInt32 {
        func next(_ shift: UInt32) -> UInt32 { 0x80 | scalar >> shift & 0x3F }
        switch scalar {
        case ..<0x80: return scalar
        case ..<0x800: return 0xC0 | scalar >> 6 | next(0) << 8
        case ..<0x10000: return 0xE0 | scalar >> 12 | next(6) << 8 | next(0) << 16
        default: return 0xF0 | scalar >> 18 | next(12) << 8 | next(6) << 16 | next(0) << 24
        }
    }
}

/// Where a text is read for comparing its words.
struct FoldingReader {
    private let text: UnsafeBufferPointer<UInt8>
    private let end: Int
    /// Whether it is spelled with JSON's escapes.
    private let isSpelled: Bool
    /// Where the next character begins.
    private(set) var position: Int

    init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isSpelled: Bool) {
        self.text = text
        position = range.lowerBound
        end = range.upperBound
        self.isSpelled = isSpelled
    }

    /// The next character; nil at the end.
    mutating func next() -> Folded? {
        guard position < end else { return nil }
        let first = text[position]
        if first < 0x80 {
            position += 1
            return first == UInt8(ascii: "\\") && isSpelled ? escaped() : Folded(UInt32(first))
        }
        let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC0, position + count <= end else {
            position += 1
            return .space
        }
        var scalar = UInt32(first) & (count == 4 ? 0x07 : count == 3 ? 0x0F : 0x1F)
        for offset in 1..<count { scalar = scalar << 6 | UInt32(text[position + offset] & 0x3F) }
        position += count
        return Folded(scalar)
    }

    /// What stands behind a backslash. Hearth writes no letter in this way.
    private mutating func escaped() -> Folded {
        guard position < end else { return .space }
        position += text[position] == UInt8(ascii: "u") ? min(5, end - position) : 1
        return .space
    }
}
