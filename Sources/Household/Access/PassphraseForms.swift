/// The forms of a secret that somebody types.
///
/// Phones and office programs put typographic signs where plain ones were typed: `’` for `'`, `“ ”` for `"`, `–` and `—` for `-` and
/// `--`. A secret that is made here is therefore made of its plain form, whichever signs stood in the field. One that was made
/// before that is what was typed, and no longer than the field took then.
enum PassphraseForms {
    /// How much a passphrase's field, and a lock code's, once took, in UTF-16 code units.
    static let oncePassphrase = 200
    static let onceLockCode = 64

    /// The plain form: straight quotation marks, and one hyphen for each run of dashes. What else looks alike is made one by
    /// normalising (docs/protocol.md).
    static func plain(_ typed: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in typed.unicodeScalars {
            switch scalar {
            case "\u{2018}"..."\u{201B}", "\u{2039}", "\u{203A}", "\u{02BC}", "\u{FF07}": plain.append("'")
            case "\u{201C}"..."\u{201F}", "\u{AB}", "\u{BB}", "\u{FF02}": plain.append("\"")
            case "-", "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE58}", "\u{FE63}", "\u{FF0D}":
                if plain.last != "-" { plain.append("-") }
            default: plain.append(scalar)
            }
        }
        return String(plain)
    }

    /// What a secret may have been made of that somebody types so now, the likeliest first.
    ///
    /// - Parameter cuts: how much of it a field may once have taken, in UTF-16 code units.
    static func all(_ typed: String, cuts: [Int]) -> [String] {
        var forms = [typed]
        for form in [plain(typed)] + cuts.map({ cut(typed, to: $0) }) where !forms.contains(where: { same($0, form) }) {
            forms.append(form)
        }
        return forms
    }

    private static func cut(_ typed: String, to limit: Int) -> String {
        var kept = String.UnicodeScalarView()
        var count = 0
        for scalar in typed.unicodeScalars {
            count += scalar.value > 0xFFFF ? 2 : 1
            if count > limit { break }
            kept.append(scalar)
        }
        return String(kept)
    }

    private static func same(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }
}
