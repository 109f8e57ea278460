import Bytes

extension String {
    /// The text without spaces and line breaks at its ends, which keyboards and clipboards like to add; empty when nothing in it
    /// could be seen.
    public var trimmed: String {
        let scalars = unicodeScalars
        guard !isUnseen, let first = scalars.firstIndex(where: { !$0.isSpace }),
            let last = scalars.lastIndex(where: { !$0.isSpace })
        else { return "" }
        return String(scalars[first...last])
    }
}
