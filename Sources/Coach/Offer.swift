/// Another way to say it, with blanks where only the person knows what belongs there.
public struct Offer: Sendable, Hashable {
    /// What a piece of an offer does.
    public enum Role: String, Sendable, CaseIterable {
        /// The other's side, before one's own.
        case view
        /// What one feels.
        case feeling
        /// What happened, as a camera would see it.
        case situation
        /// What one needs.
        case need
        /// What one asks for, answerable with yes or no.
        case request
    }

    /// A piece of an offer.
    public struct Part: Sendable, Hashable {
        /// What it does.
        public let role: Role
        /// Where it stands in the offer, in Unicode scalars.
        public let range: Range<Int>
    }

    /// A gap for the person to fill, `⟨…⟩` in the text.
    public struct Blank: Sendable, Hashable {
        /// Where it stands in the offer, in Unicode scalars, angle brackets included.
        public let range: Range<Int>
        /// What belongs there.
        public let prompt: String
    }

    /// The whole offer.
    public let text: String
    /// Its pieces, in order.
    public let parts: [Part]
    /// Its blanks, in order.
    public let blanks: [Blank]

    /// Whether it begins with the other's side.
    public var takesTheirView: Bool { parts.first?.role == .view }

    /// Joins pieces into an offer.
    init(pieces: [(role: Role, text: String)]) {
        var text = ""
        var parts: [Part] = []
        var length = 0
        for piece in pieces {
            if !text.isEmpty {
                text += " "
                length += 1
            }
            let start = length
            text += piece.text
            length += piece.text.unicodeScalars.count
            parts.append(Part(role: piece.role, range: start..<length))
        }
        self.text = text
        self.parts = parts
        blanks = Self.blanks(in: text)
    }

    /// The blanks of a text: `⟨…⟩`, in order.
    public static func blanks(in text: String) -> [Blank] {
        var blanks: [Blank] = []
        var opening: Int?
        var prompt = ""
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if scalar == "⟨" {
                opening = index
                prompt = ""
            } else if scalar == "⟩", let start = opening {
                blanks.append(Blank(range: start..<(index + 1), prompt: prompt))
                opening = nil
            } else if opening != nil {
                prompt.unicodeScalars.append(scalar)
            }
        }
        return blanks
    }
}
