import Household
import Testing

@testable import Household

@Suite struct PassphraseStrengthTests {
    @Test(arguments: [
        "lamp ribbon cousin", "velvet otter canyon trumpet", "correcthorsebatterystaple", "kT9#mq2Lx", "xkqzvbnwpt",
        "Møtested på fjellet i går", "тёплый вечер у камина",
    ])
    func acceptsWhatIsHardToGuess(_ passphrase: String) {
        let strength = PassphraseStrength(passphrase)
        #expect(strength.isEnough, "\(strength.bits) bits, \(String(describing: strength.flaw))")
        #expect(strength.flaw == nil)
    }

    @Test(
        arguments: [
            ("lamp", .tooShort), ("kT9#mq2", .tooShort),
            ("1402198917", .onlyNumbers), ("0171 2345678", .onlyNumbers), ("84910275937", .onlyNumbers),
            ("password", .common), ("P4ssw0rd!!", .common), ("iloveyou baby", .common), ("Summer2024!", .common),
            ("sunshine princess", .common),
            ("abcdefghijkl", .run), ("qwertyuiop12", .run), ("zyxwvutsrq", .run),
            ("aaaaaaaaaaaaaaaa", .repeated), ("lamplamplamplamp", .repeated),
            ("kw1987 2004", .year), ("elephant", .tooFewWords), ("grandmother", .tooFewWords),
        ] as [(String, PassphraseStrength.Flaw)])
    func refusesWithTheReason(_ passphrase: String, _ flaw: PassphraseStrength.Flaw) {
        let strength = PassphraseStrength(passphrase)
        #expect(!strength.isEnough, "\(strength.bits) bits")
        #expect(strength.flaw == flaw, "\(strength.bits) bits")
    }

    @Test func theOwnNameCountsForNothing() {
        let alone = PassphraseStrength("marguerite in the attic")
        let named = PassphraseStrength("marguerite in the attic", names: ["Marguerite"])
        #expect(named.bits < alone.bits - 8)
        #expect(PassphraseStrength("marguerite1987", names: ["marguerite"]).flaw == .holdsName)
        #expect(PassphraseStrength("M4rguer1te!!", names: ["marguerite"]).flaw == .holdsName)
    }

    @Test func moreWordsAreStronger() {
        let words = [
            "velvet", "velvet otter", "velvet otter canyon", "velvet otter canyon trumpet",
            "velvet otter canyon trumpet plaid",
        ]
        let bits = words.map { PassphraseStrength($0).bits }
        #expect(bits == bits.sorted())
        #expect(words.map { PassphraseStrength($0).level } == [.weak, .weak, .fair, .good, .strong])
    }

    @Test func nothingTypedIsNotCalledWeak() {
        #expect(PassphraseStrength("").level == .none)
        #expect(PassphraseStrength("").flaw == nil)
        #expect(!PassphraseStrength("").isEnough)
    }
}
