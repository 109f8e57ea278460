/// Fingerprints of the few words that the reader itself speaks of.
enum Known {
    static let i = Fingerprint.of("i")
    static let we = Fingerprint.of("we")
    static let you = Fingerprint.of("you")
    static let your = Fingerprint.of("your")
    static let are = Fingerprint.of("are")
    static let am = Fingerprint.of("am")
    static let `is` = Fingerprint.of("is")
    static let have = Fingerprint.of("have")
    static let will = Fingerprint.of("will")
    static let would = Fingerprint.of("would")
    static let not = Fingerprint.of("not")
    static let possessive = Fingerprint.of("'s")
    static let comma = Fingerprint.of(",")
    static let question = Fingerprint.of("?")
}
