import Bytes
import Testing
import Vault
import Wire

@Suite struct AccountTests {
    @Test func aPassphraseOpensItsAccountAndNoOther() throws {
        let record = People.ada.record
        let right = Passphrase("seven slow evening boats", salt: record.salt)
        let account = try Account(record: record, passphrase: right)
        #expect(account.card == People.ada.account.card)
        #expect(right.secret == People.ada.request.secret)
        let key = try account.unwrap(record.spaces[0].key, of: record.spaces[0].id)
        #expect(key.sealID("x") == People.ada.privateSpace.sealID("x"))

        let wrong = Passphrase("seven slow evening boat", salt: record.salt)
        #expect(wrong.secret != right.secret)
        #expect(throws: VaultError.keyDoesNotOpen) { try Account(record: record, passphrase: wrong) }
    }

    @Test func aPassphraseTypedOnAnotherKeyboardIsTheSame() {
        let salt = [UInt8](repeating: 9, count: 16)
        // é as one character and as two; the ligature ﬁ and its letters.
        #expect(
            Passphrase("caf\u{E9} \u{FB01}re", salt: salt).secret == Passphrase("cafe\u{301} fire", salt: salt).secret)
    }

    @Test func theRecoveryCodeOpensTheAccountUnderANewPassphrase() throws {
        let made = People.ada
        let typed = try RecoveryCode(typed: made.recoveryCode.text.lowercased())
        #expect(typed.secret == made.request.recoverySecret)
        let answer = StartRecoveryAnswer(account: made.account.id, personByRecovery: made.request.personByRecovery)
        let account = try Account(
            recovering: answer, signingPrivate: made.request.signingPrivate, recoveryCode: typed)

        var generator = SeededGenerator(seed: 3)
        let new = Passphrase("a new one, learnt slowly", salt: [UInt8](repeating: 5, count: 16))
        var record = made.record
        record.personByPassphrase = account.personKey(wrappedFor: new, using: &generator)
        #expect(try Account(record: record, passphrase: new).card == made.account.card)
        let old = Passphrase("seven slow evening boats", salt: made.request.salt)
        #expect(throws: VaultError.keyDoesNotOpen) { try Account(record: record, passphrase: old) }
    }

    @Test func keysOpenOnlyInTheirOwnPlace() throws {
        let record = People.ada.record
        let passphrase = Passphrase("seven slow evening boats", salt: record.salt)
        var swapped = record
        swapped.personByPassphrase = record.spaces[0].key
        #expect(throws: VaultError.keyDoesNotOpen) { try Account(record: swapped, passphrase: passphrase) }
        #expect(throws: VaultError.keyDoesNotOpen) {
            try People.ada.account.unwrap(record.spaces[0].key, of: People.ben.privateSpace.id)
        }
        #expect(throws: VaultError.keyDoesNotOpen) {
            try People.ben.account.unwrap(record.spaces[0].key, of: record.spaces[0].id)
        }
    }

    @Test func everyChangedByteOfAWrappedKeyIsNoticed() {
        let space = People.ada.request.privateSpace
        for index in space.key.indices {
            var key = space.key
            key[index] ^= 1
            #expect(throws: VaultError.keyDoesNotOpen) { try People.ada.account.unwrap(key, of: space.id) }
        }
    }

    @Test func theRelayGetsKeysOfTheSizesItExpects() {
        let request = People.ben.request
        #expect(request.salt.count == KeyLength.salt)
        #expect(request.secret.count == KeyLength.secret && request.recoverySecret.count == KeyLength.secret)
        #expect(request.personByPassphrase.count == KeyLength.wrapped)
        #expect(request.personByRecovery.count == KeyLength.wrapped)
        #expect(request.privateSpace.key.count == KeyLength.wrapped)
        #expect(KeyLength.wrappedSigning.contains(request.signingPrivate.count))
        #expect(request.secret != request.recoverySecret)
    }
}
