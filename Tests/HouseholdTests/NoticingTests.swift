import Ledger
import Testing

@testable import Household

@Suite("What somebody notices")
struct NoticingTests {
    private let sign = "quiet-evenings"
    private let words = "Since the move."

    private func act(
        _ action: Noted, _ noticing: inout Noticing, _ device: inout Device, typing text: String = ""
    ) throws {
        var changed = noticing
        try device.act { changed.update(action, Occurrence(text: text), &$0, &$1) }
        noticing = changed
    }

    @Test("a mark and the words about it stay with whoever made it")
    func own() throws {
        var couple = try Couple()
        var noticing = Noticing(.signs)
        try act(.marked(sign), &noticing, &couple.ana)
        try act(.composing(sign, .typed), &noticing, &couple.ana, typing: words)
        try act(.wordsKept(sign), &noticing, &couple.ana)
        try couple.ben.look()
        #expect(noticing.mine(couple.ana.home) == [sign])
        #expect(noticing.keptWords(sign, couple.ana.home) == words)
        #expect(!couple.relay.has(sign, in: couple.shared) && !couple.relay.has(words, in: couple.shared))
        #expect(Noticing(.signs).sharedByPartner(couple.ben.home).isEmpty)
        #expect(couple.ana.world.takeNews() == [.home(.wordsKept)])
    }

    @Test("a mark can be shown without its words")
    func shownAlone() throws {
        var couple = try Couple()
        var noticing = Noticing(.signs)
        try act(.marked(sign), &noticing, &couple.ana)
        try act(.composing(sign, .typed), &noticing, &couple.ana, typing: words)
        try act(.shared(sign, withWords: false), &noticing, &couple.ana)
        try couple.ben.look()
        #expect(Noticing(.signs).sharedByPartner(couple.ben.home) == [sign])
        #expect(!couple.relay.has(words, in: couple.shared))
    }

    @Test("with its words, and both are taken back together")
    func takenBack() throws {
        var couple = try Couple()
        var noticing = Noticing(.causes)
        try act(.composing(sign, .typed), &noticing, &couple.ana, typing: words)
        try act(.shared(sign, withWords: true), &noticing, &couple.ana)
        try couple.ben.look()
        let partner = couple.ben.home.partner
        #expect(Noticing(.causes).sharedWords(sign, of: partner, couple.ben.home) == words)
        try act(.takenBack(sign), &noticing, &couple.ana)
        try couple.ben.look()
        #expect(Noticing(.causes).sharedByPartner(couple.ben.home).isEmpty)
        #expect(Noticing(.causes).sharedWords(sign, of: partner, couple.ben.home).isEmpty)
        #expect(noticing.mine(couple.ana.home) == [sign], "it is still noticed, for oneself")
        #expect(couple.ana.world.takeNews() == [.home(.shown(.causes, sign)), .home(.takenBack)])
    }

    @Test("to unmark what was shown takes it back first")
    func unmarked() throws {
        var couple = try Couple()
        var noticing = Noticing(.signs)
        try act(.shared(sign, withWords: false), &noticing, &couple.ana)
        try act(.unmarked(sign), &noticing, &couple.ana)
        try couple.ben.look()
        #expect(noticing.mine(couple.ana.home).isEmpty)
        #expect(Noticing(.signs).sharedByPartner(couple.ben.home).isEmpty)
    }
}
