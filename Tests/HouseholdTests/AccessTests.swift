import Bytes
import Testing
import Wire

@testable import Household

@Suite("Names, codes and links as they are typed")
struct AccessTests {
    @Test(arguments: [
        "ana", "A-1", "x.y_z", "an", "", "1ab", "a b", "ä", "a\u{301}na", String(repeating: "q", count: 33),
    ])
    func nameFlawsAgreeWithTheProtocol(_ name: String) {
        #expect((NameFlaw(name) == nil) == (SignInName(name) != nil))
    }

    @Test("a name that typing on can mend is not worth a word yet")
    func unfinishedNames() {
        #expect(NameFlaw("") == .missing)
        #expect(NameFlaw("an") == .tooShort)
        #expect(NameFlaw("an")?.isUnfinished == true)
        #expect(NameFlaw("1an") == .startsWrong)
        #expect(NameFlaw("an a")?.isUnfinished == false)
        #expect(NameFlaw("anä") == .character("ä"))
    }

    @Test("a recovery code is read however it is spaced and whatever looks alike")
    func recoveryCodes() {
        let code = RecoveryCodeText("0123-4567-89ab-CDEF-GHJK-MNPQ-RSTV")
        #expect(code.isWhole)
        #expect(code.groups == ["0123", "4567", "89AB", "CDEF", "GHJK", "MNPQ", "RSTV"])
        #expect(RecoveryCodeText(" oIl3 4567\u{2013}89ab cdef ghjk mnpq rstv\n").groups.first == "0113")
        #expect(RecoveryCodeText(" oIl3 4567\u{2013}89ab cdef ghjk mnpq rstv\n").isWhole)
    }

    @Test("what is missing, too much, or never part of a code is told")
    func halfCodes() {
        #expect(RecoveryCodeText("0123-45").missing == 22)
        #expect(RecoveryCodeText("0123-45").groups == ["0123", "45"])
        #expect(RecoveryCodeText(String(repeating: "7", count: 29)).missing == -1)
        let strange = RecoveryCodeText("01u3?")
        #expect(strange.stranger == "u")
        #expect(!strange.isWhole)
        #expect(RecoveryCodeText("").groups.isEmpty)
    }

    @Test(
        "signs that phones and programs write in their own way are one secret",
        arguments: [
            ("don’t “wait” – now—", "don't \"wait\" - now-"), ("don‘t „wait‟ ‐ now--", "don't \"wait\" - now-"),
            ("don't «wait» − now", "don't \"wait\" - now"), ("plain words, as typed…", "plain words, as typed…"),
            ("--- — ---", "- - -"), ("ʼ‹›", "\u{27}\u{27}\u{27}"), ("", ""),
        ])
    func plainForms(_ typed: String, _ plain: String) {
        #expect(PassphraseForms.plain(typed) == plain)
        #expect(PassphraseForms.plain(plain) == plain)
    }

    @Test("a plain secret is tried once; another one also as it may have been made")
    func formsToTry() {
        #expect(PassphraseForms.all("quiet granite", cuts: [200, 64]) == ["quiet granite"])
        #expect(PassphraseForms.all("don’t", cuts: [200]) == ["don’t", "don't"])
        #expect(PassphraseForms.all("a--b", cuts: []) == ["a--b", "a-b"])
        let long = String(repeating: "x", count: 199) + "🌊y"
        let cut = String(repeating: "x", count: 199)
        #expect(PassphraseForms.all(long, cuts: [200]) == [long, cut])
        #expect(PassphraseForms.all(long, cuts: [201, 64]) == [long, cut + "🌊", String(cut.prefix(64))])
    }

    @Test("a passphrase of any sensible length is taken whole, and a longer one refused")
    func longPassphrases() {
        for (count, flaw) in [(230, nil), (1000, nil), (1001, PassphraseField.Flaw.tooLong)] {
            var field = PassphraseField(choosing: "new")
            field.update(.typed, Occurrence(text: "velvet otter canyon " + String(repeating: "🌊", count: count - 20)))
            let isAccepted = field.check()
            #expect(isAccepted == (flaw == nil) && field.flaw == flaw)
            #expect(field.plain.unicodeScalars.count == count)
        }
        var known = PassphraseField()
        known.update(.typed, Occurrence(text: String(repeating: "a", count: 1001)))
        let isAccepted = known.check()
        #expect(!isAccepted && known.flaw == .tooLong)
    }

    @Test("an invitation is found in a whole message, and what is none is not taken for one")
    func links() {
        let secret = Base64URL.encode([UInt8](repeating: 7, count: 16))
        let link = InvitationLink.text(origin: "https://hearth.example", secret: secret)
        #expect(link == "https://hearth.example/#invite/" + secret)
        #expect(InvitationLink.secret(in: link) == secret)
        #expect(InvitationLink.secret(in: "Come in: " + link + ". It is for you.") == secret)
        #expect(InvitationLink.secret(in: "\n " + secret + " ") == secret)
        #expect(InvitationLink.secret(in: "https://hearth.example/#invite/" + secret.dropLast(3)) == nil)
        #expect(InvitationLink.secret(in: "https://hearth.example/") == nil)
        #expect(InvitationLink.secret(in: "") == nil)
    }

    @Test("only what keyboards add at the ends is taken away")
    func trimming() {
        #expect("\u{A0} two words\n".trimmed == "two words")
        #expect(" \t\r\n".trimmed == "")
        #expect("שלום ".trimmed == "שלום")
        #expect("\u{3000}👩‍❤️‍👨\u{2028}".trimmed == "👩‍❤️‍👨")
    }

    @Test(
        "what nobody could see is nothing",
        arguments: [
            "\u{200B}", "\u{3164}", " \u{200C}\u{200D}\u{2060}", "\u{2800}\u{AD}\u{FEFF}", "\u{202E}\u{FE0F}",
            "\u{E0041}",
        ])
    func unseen(text: String) {
        #expect(text.isUnseen && text.trimmed == "")
        #expect((text + "a").trimmed.hasSuffix("a"))
    }

    @Test("a name that runs the other way is set apart where it stands in a sentence; others are as they are")
    func isolation() {
        #expect("Ana".isolated == "Ana")
        #expect("Zoë 🧡".isolated == "Zoë 🧡")
        #expect("ליאת".isolated == "\u{2068}ליאת\u{2069}")
        #expect("a\u{202E}b".isolated == "\u{2068}a\u{202E}b\u{2069}")
        #expect("a\u{2069}\u{202E}b".isolated == "\u{2068}a\u{202E}b\u{2069}", "nothing in it reaches beyond it")
    }
}
