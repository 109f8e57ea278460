import Coach

/// A text with blanks, while they are being filled.
public struct Filling: Equatable, Sendable {
    /// A blank, or what stands in its place.
    public struct Gap: Equatable, Sendable {
        /// What belongs there.
        public let prompt: String
        /// What was typed.
        public var words = ""
    }

    /// What stands around the gaps: one piece more than there are gaps.
    private let pieces: [String]
    /// The gaps, in order.
    public private(set) var gaps: [Gap]

    /// Nil when the text has no blanks.
    public init?(_ text: String) {
        let blanks = Offer.blanks(in: text)
        guard !blanks.isEmpty else { return nil }
        let scalars = Array(text.unicodeScalars)
        var pieces: [String] = []
        var end = 0
        for blank in blanks {
            pieces.append(String(scalars: scalars[end..<blank.range.lowerBound]))
            end = blank.range.upperBound
        }
        pieces.append(String(scalars: scalars[end...]))
        self.pieces = pieces
        gaps = blanks.map { Gap(prompt: $0.prompt) }
    }

    /// Fills a gap; empty words open it again.
    public mutating func fill(_ index: Int, with words: String) {
        guard gaps.indices.contains(index) else { return }
        gaps[index].words = words
    }

    /// Whether a gap is still open.
    public var isOpen: Bool { gaps.contains { $0.words.trimmed.isEmpty } }

    /// The text, with what was filled in.
    public var text: String {
        var text = pieces[0]
        for (index, gap) in gaps.enumerated() {
            text += (gap.words.trimmed.isEmpty ? "⟨" + gap.prompt + "⟩" : gap.words) + pieces[index + 1]
        }
        return text
    }
}

extension String {
    /// The text of some Unicode scalars.
    public init(scalars: ArraySlice<Unicode.Scalar>) {
        self = ""
        for scalar in scalars { unicodeScalars.append(scalar) }
    }
}
