/// How hard a passphrase is to guess, for somebody who holds the relay's database and knows how people choose.
///
/// The estimate is the cheapest way to write the passphrase down as a list of parts, each of which costs as many bits as a
/// guesser needs for it, found by dynamic programming over the first 64 characters (the idea is that of Wheeler's *zxcvbn*,
/// USENIX Security 2016, with a much smaller model):
///
/// | part | bits |
/// |---|---|
/// | one character | 3.3 a digit, 4.7 a small letter, 5.7 a capital, 5.5 a sign, 1 a space, 7 any other |
/// | a common passphrase or word, also with capitals or as `p4ssw0rd` | by its rank, 3 to 9, and 1 for each disguise |
/// | what reads like a word: letters with vowels among them, 3 to 12 | 8 + 0.7 a letter; four random words come to about 52 |
/// | a run such as `abcd`, `9876`, `qwerty` | 5 + log₂ of its length |
/// | a year from 1900 to 2099 | 7 |
/// | what stood there before, three or more characters | 3 + log₂ of its length |
/// | the sign-in name or what the person is called | 1 |
///
/// With 600,000 rounds of PBKDF2 one graphics card tries about 2¹⁴ passphrases a second. ``Level/fair`` begins at 36 bits, two
/// months on one card and not worth it for one couple; ``Level/good`` at 48, centuries.
public struct PassphraseStrength: Equatable, Sendable {
    /// Estimated bits: a guesser needs about 2 to this power tries.
    let bits: Double
    /// The same in words.
    public let level: Level
    /// What makes it easy; nil when it is accepted.
    public let flaw: Flaw?

    /// How far the bar fills.
    public enum Level: Int, Comparable, Sendable {
        case none, weak, fair, good, strong

        /// By how hard they are to guess.
        public static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }
    }

    /// Why a passphrase is refused.
    public enum Flaw: Equatable, Sendable {
        case tooShort, onlyNumbers, holdsName, common, run, repeated, year, tooFewWords
    }

    /// The fewest characters.
    static let minimumLength = 8
    private static let fairBits = 36.0
    private static let goodBits = 48.0
    private static let strongBits = 64.0
    /// What comes after this many characters is not looked at; it can only help.
    private static let examined = 64

    /// Whether it may be used.
    public var isEnough: Bool { flaw == nil && level >= .fair }

    /// Estimates a passphrase.
    ///
    /// - Parameter names: What the person is known by, which is the first thing to be tried.
    public init(_ passphrase: String, names: [String] = []) {
        let scalars = Array(passphrase.unicodeScalars.prefix(Self.examined))
        guard !scalars.isEmpty else {
            (bits, level, flaw) = (0, .none, nil)
            return
        }
        let analysis = PassphraseAnalysis(scalars, names: names)
        bits = analysis.bits
        let isOnlyNumbers =
            scalars.count < 20 && scalars.allSatisfy { $0.isASCII && !("A"..."Z" ~= $0) && !("a"..."z" ~= $0) }
        if scalars.count < Self.minimumLength {
            flaw = .tooShort
        } else if bits < Self.fairBits {
            flaw = isOnlyNumbers ? .onlyNumbers : analysis.worst
        } else {
            flaw = isOnlyNumbers ? .onlyNumbers : nil
        }
        if flaw != nil {
            level = .weak
        } else {
            level = bits < Self.goodBits ? .fair : bits < Self.strongBits ? .good : .strong
        }
    }
}
