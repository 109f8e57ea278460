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

    @Test(
        "whatever joins a link's end or stands in it, pasting and opening read the same",
        arguments: [
            "", ".", ",", "/", ")", "%20", "”", "%E2%80%9D", "\u{200B}", "%E2%80%8B", "?fbclid=IwAR0x-y_z",
            "&utm_source=x", ">", "]",
            "'", "’", "!", "…", "*", "_", "-", "__", "~", "\"", "»", ";", ":", "|", "}", "#x", "%0A", "%", "%2",
            "\u{FEFF}", "。", "🌊",
            " and more words", "\nand more", "\u{AD}",
        ])
    func whatJoinsALink(_ end: String) {
        let secret = Base64URL.encode([UInt8](0xF0...0xFF))
        for link in [
            "#invite/", "#invite%2F", "%23invite%2F", "%2523invite%252f", "#invite\u{200B}/", "#invi\u{2060}te/",
        ] {
            let pasted = "https://hearth.example/" + link + secret + end
            #expect(InvitationLink.secret(in: pasted) == secret)
            #expect(InvitationLink.secret(in: "“" + pasted + "” (it is for you)") == secret)
        }
        for fragment in ["invite/", "invite%2F", "invite%252F", "\u{200B}invite/"] {
            #expect(InvitationLink.secret(inFragment: fragment + secret + end) == secret)
        }
        let alone = ["_", "-", "__"].contains(end) ? nil : secret
        #expect(InvitationLink.secret(in: secret + end) == alone)
    }

    @Test("what is no whole invitation is told, and another fragment is left alone")
    func notWhole() {
        let secret = Base64URL.encode([UInt8](0xF0...0xFF))
        for short in ["", "AAAA", String(secret.dropLast()), String(secret.dropLast()) + ".", "!!!" + secret] {
            #expect(InvitationLink.secret(inFragment: "invite/" + short) == "")
            #expect(InvitationLink.secret(in: "https://hearth.example/#invite/" + short) == nil)
        }
        for other in ["", "top", "invite", "invited/" + secret, secret] {
            #expect(InvitationLink.secret(inFragment: other) == nil)
        }
        #expect(InvitationLink.secret(in: "Pneumonoultramicroscopicsilicovolcanoconiosis") == nil)
    }

    @Test(
        "how far an address reaches",
        arguments: [
            ("http://127.0.0.1:8080", Reach.device), ("http://localhost:8080", .device),
            ("http://Hearth.localhost", .device),
            ("http://[::1]:8080", .device), ("http://0.0.0.0:8080", .device), ("http://127.8.9.1", .device),
            ("https://192.168.1.20", .network), ("https://10.0.0.7:8443", .network), ("https://172.16.0.1", .network),
            ("https://172.31.255.1", .network), ("https://169.254.3.4", .network), ("https://100.64.0.9", .network),
            ("https://[fe80::1]", .network), ("https://[fd12:3456::1]:8443", .network), ("https://nas", .network),
            ("https://nas.local", .network), ("https://hearth.lan:8443", .network),
            ("https://hearth.home.arpa", .network),
            ("https://hearth.example", .anywhere), ("https://hearth.example:8443", .anywhere),
            ("https://172.32.0.1", .anywhere),
            ("https://8.8.8.8", .anywhere), ("https://[2001:db8::1]", .anywhere), ("https://local.example", .anywhere),
            ("https://10.example.org", .anywhere), ("https://localhost.example", .anywhere),
        ])
    func reach(_ origin: String, _ expected: Reach) {
        #expect(Reach(origin: origin) == expected)
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
