/// Texts with slots, written `{slot}`.
enum Template {
    /// A text with its slot filled; unchanged when it has none of that name.
    static func filling(_ text: String, slot: String, with value: String) -> String {
        let mark = Array(("{" + slot + "}").utf8)
        let bytes = Array(text.utf8)
        guard bytes.count >= mark.count else { return text }
        for start in 0...(bytes.count - mark.count) where bytes[start..<(start + mark.count)].elementsEqual(mark) {
            return String(decoding: bytes[..<start], as: UTF8.self) + value
                + String(decoding: bytes[(start + mark.count)...], as: UTF8.self)
        }
        return text
    }

    /// Whether a text has a slot of that name.
    static func has(_ slot: String, in text: String) -> Bool { filling(text, slot: slot, with: "") != text }
}
