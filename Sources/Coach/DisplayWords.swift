/// The lines that the coach shows, by key: `key = text`.
struct DisplayWords: Sendable {
    private var texts: [String: String] = [:]

    init(_ bytes: [UInt8]) throws(PackFault) {
        for line in DataLines(bytes) {
            guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { throw .line("words", line) }
            texts[DataLines.text(line[..<equals])] = DataLines.text(line[(equals + 1)...])
        }
        for key in Self.required where texts[key] == nil { throw .missing(key) }
    }

    /// The keys without which nothing works.
    private static let required: [String] =
        Label.allCases.flatMap { ["name." + $0.name, "why." + $0.name] }
        + Tone.allCases.map { "tone." + $0.rawValue } + Care.allCases.map { "care." + $0.rawValue }
        + Hindrance.Kind.allCases.map { "hindrance." + $0.rawValue }
        + [
            "legibility.foreign", "join.feeling", "join.situation", "join.need", "blank.feeling", "blank.situation",
            "blank.need",
            "blank.request",
        ]

    /// The text of a key that ``init(_:)`` has made sure of.
    subscript(key: String) -> String { texts[key] ?? "" }

    /// The text of a key with one slot filled.
    func text(_ key: String, filling slot: String, with value: String) -> String {
        Template.filling(self[key], slot: slot, with: value)
    }
}
