/// The coach as one run of bytes: its data files and the model's weights, each a named section.
///
/// `HCO1`, then for each section: length of its name (1 byte), the name, length of its bytes (4, little-endian), the bytes.
public struct Pack: Sendable {
    /// The sections that a coach is made of.
    public enum Section: String, CaseIterable, Sendable {
        /// Word classes.
        case lexicon
        /// Chat spellings and irregular contractions.
        case spelling
        /// The reader's rules.
        case rules
        /// The listener's rules.
        case listening
        /// Trained weights.
        case weights
        /// Why each label lands as an attack, and the other lines that are shown.
        case words
        /// The offers, by topic and by label.
        case offers
        /// Feelings by family, with intensities.
        case feelings
        /// Needs by family.
        case needs
        /// Requests that can be answered yes or no.
        case requests
        /// Words by their part where harm is told of, or seems to be.
        case harmWords = "harm-words"
        /// Classes that the rules for harm speak of.
        case harmClasses = "harm-classes"
        /// Patterns of what people in danger write.
        case harmRules = "harm-rules"
        /// Trained weights for harm.
        case harmWeights = "harm-weights"

        /// The data file that holds the section, in a language's `coach` directory.
        public var fileName: String { rawValue + (self == .weights || self == .harmWeights ? ".bin" : ".txt") }
    }

    private static let magic: [UInt8] = [0x48, 0x43, 0x4F, 0x31]
    private var sections: [(name: String, bytes: [UInt8])] = []

    /// A pack with nothing in it.
    public init() {}

    /// Opens a pack.
    public init(_ bytes: [UInt8]) throws(PackFault) {
        guard bytes.count >= 4, bytes[..<4].elementsEqual(Self.magic) else { throw .unreadable }
        var position = 4
        while position < bytes.count {
            let nameLength = Int(bytes[position])
            let start = position + 1 + nameLength + 4
            guard start <= bytes.count else { throw .unreadable }
            let name = String(decoding: bytes[(position + 1)..<(position + 1 + nameLength)], as: UTF8.self)
            var length = 0
            for offset in 0..<4 { length |= Int(bytes[start - 4 + offset]) << (8 * offset) }
            guard length <= bytes.count - start else { throw .unreadable }
            sections.append((name, Array(bytes[start..<(start + length)])))
            position = start + length
        }
    }

    /// The bytes of a section; setting them adds or replaces it.
    public subscript(section: Section) -> [UInt8]? {
        get { sections.first { $0.name == section.rawValue }?.bytes }
        set {
            sections.removeAll { $0.name == section.rawValue }
            if let newValue { sections.append((section.rawValue, newValue)) }
        }
    }

    /// The bytes of a section that must be there.
    func required(_ section: Section) throws(PackFault) -> [UInt8] {
        guard let bytes = self[section] else { throw .missing(section.rawValue) }
        return bytes
    }

    /// The pack as bytes, sections in the order in which they were added.
    public var bytes: [UInt8] {
        var bytes = Self.magic
        for section in sections {
            let name = Array(section.name.utf8)
            bytes.append(UInt8(name.count))
            bytes += name
            for offset in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: section.bytes.count >> (8 * offset))) }
            bytes += section.bytes
        }
        return bytes
    }
}
