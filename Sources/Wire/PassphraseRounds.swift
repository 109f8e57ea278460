import JSON

/// How many rounds of PBKDF2 a passphrase is stretched by. Each account says its own, so that more can be asked for as devices get faster:
/// an account follows at the next sign-in or with the next passphrase.
public enum PassphraseRounds {
    /// What accounts have that don't say it, and the fewest that a device works with, whatever the relay asks for.
    public static let fewest = 600_000
    /// The most that a device works with.
    public static let most = 10_000_000
    /// What is asked for today.
    public static let now = 600_000

    static func read(_ fields: JSONFields) throws(FormatError) -> Int {
        guard let given = fields.optional("rounds") else { return fewest }
        guard let rounds = given.integer.flatMap({ Int(exactly: $0) }), (fewest...most).contains(rounds) else {
            throw .invalid(field: "rounds")
        }
        return rounds
    }

    /// What is written of it: nothing, where it goes without saying.
    static func members(_ rounds: Int) -> [JSONMember] {
        rounds == fewest ? [] : [JSONMember("rounds", .integer(rounds))]
    }
}
