import Bytes
import Testing
import Vault

@Suite struct RecoveryCodeTests {
    @Test func typedAsPeopleType() throws {
        for seed in 0..<200 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let code = RecoveryCode(using: &generator)
            #expect(code.text.count == 34 && code.text.split(separator: "-").allSatisfy { $0.count == 4 })
            let sloppy = code.text.lowercased().replacing("-", with: " ").replacing("0", with: "o").replacing(
                "1", with: "l")
            #expect(try RecoveryCode(typed: " \(sloppy)\n") == code)
        }
    }

    @Test func everyMistypedCharacterButFewIsNoticed() throws {
        var generator = SeededGenerator(seed: 4)
        let code = RecoveryCode(using: &generator)
        let characters = code.text.filter { $0 != "-" }
        var unnoticed = 0
        for place in 0..<28 {
            for replacement in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" where Array(characters)[place] != replacement {
                var typed = Array(characters)
                typed[place] = replacement
                if (try? RecoveryCode(typed: String(typed))) != nil { unnoticed += 1 }
            }
        }
        // Ten check bits let one in 1024 of 868 slips through: more than a handful would be a broken check.
        #expect(unnoticed < 6)
    }

    @Test(arguments: ["", "0000", "U000-0000-0000-0000-0000-0000-0000", "ÄÖÜ", "0000-0000-0000-0000-0000-0000-000"])
    func whatIsNoCodeIsRefused(typed: String) {
        #expect(throws: VaultError.badRecoveryCode) { try RecoveryCode(typed: typed) }
    }
}
