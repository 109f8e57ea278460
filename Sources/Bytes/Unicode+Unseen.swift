extension String {
    /// Whether nothing in it could be seen: it is empty, or holds only spaces and characters that are drawn as nothing.
    public var isUnseen: Bool { unicodeScalars.allSatisfy { $0.isSpace || $0.isUnseen } }
}

extension Unicode.Scalar {
    /// Whether it is a space or a line break of any kind (Unicode's White_Space).
    public var isSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Whether it is drawn as nothing: controls, what joins, turns or varies its neighbours, fillers and tags (Unicode's
    /// Default_Ignorable_Code_Point), and the empty cell of Braille.
    public var isUnseen: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F,
            0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x2800, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0,
            0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
            true
        default: false
        }
    }
}
