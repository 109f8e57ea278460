extension String {
    /// The text as it can stand in a sentence that runs the other way: set apart (Unicode's first-strong isolate, U+2068 to U+2069)
    /// when anything in it runs from right to left or turns the direction; else as it is.
    ///
    /// Isolates within it are left out: the end of one would end this one too, and the sentence would be turned by what follows.
    public var isolated: String {
        guard unicodeScalars.contains(where: { $0.turnsDirection }) else { return self }
        return "\u{2068}" + String(unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) }) + "\u{2069}"
    }
}

extension Unicode.Scalar {
    /// Whether it belongs to a script written from right to left, or says in which direction to go on.
    fileprivate var turnsDirection: Bool {
        switch value {
        case 0x0590...0x08FF, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFB1D...0xFDFF, 0xFE70...0xFEFC,
            0x10800...0x10FFF, 0x1E800...0x1EFFF:
            true
        default: false
        }
    }
}
