import Household
import Ledger
import Testing

@testable import Interface

@Suite("Signs and causes, private first")
struct UsNoticingTests {
    private func open(_ couple: inout UsCouple, _ name: String) throws {
        let head = try #require(
            couple.visit.screen.all("button").first {
                $0.attributes["aria-expanded"] == "false" && $0.text.hasPrefix(name)
            })
        couple.visit.hear(.acted(try #require(head.actions[.press]), Occurrence()))
    }

    @Test("a sign is opened to what it may and need not mean, and marked for oneself alone")
    func markedInPrivate() throws {
        var couple = try UsCouple(isPaired: true, at: .signs)
        #expect(!couple.visit.screen.says("It needn’t mean there’s nothing left."))
        try open(&couple, "Who buys milk")
        #expect(couple.visit.screen.says("Life may be full."))
        #expect(couple.visit.screen.says("It needn’t mean there’s nothing left."))
        try couple.visit.press("I’ve noticed this")
        #expect(try couple.mine.signs(of: couple.me) == ["milk"])
        #expect(try couple.ours.signs(of: couple.me).isEmpty)
        #expect(couple.visit.screen.says("only you see this"))
    }

    @Test("sharing says what the partner will see, and shows the mark without the words")
    func sharedWithoutWords() throws {
        var couple = try UsCouple(isPaired: true, at: .signs)
        try open(&couple, "Who buys milk")
        try couple.visit.press("I’ve noticed this")
        try couple.visit.type("It hurts.", into: "A word to yourself about it")
        #expect(couple.visit.screen.says("Ben will see that you marked this. Not what you wrote"))
        try couple.visit.press("Share with Ben")
        #expect(try couple.ours.signs(of: couple.me) == ["milk"])
        #expect(try couple.ours.reflections(of: couple.me, about: "sign:milk").isEmpty)
        #expect(try couple.mine.reflections(of: couple.me, about: "sign:milk").last?.fields.text == "It hurts.")
    }

    @Test("the words go along only when that is what was pressed; all can be taken back")
    func sharedWithWords() throws {
        var couple = try UsCouple(isPaired: true, at: .causes)
        try open(&couple, "Money worries")
        try couple.visit.press("This may play a part")
        #expect(couple.visit.screen.button("Share it with my words") == nil)
        try couple.visit.type("<b>I’m ashamed</b>", into: "A word to yourself about it")
        try couple.visit.press("Share it with my words")
        #expect(couple.visit.screen.says("<b>I’m ashamed</b>"))
        #expect(
            try couple.ours.reflections(of: couple.me, about: "cause:money").last?.fields.text == "<b>I’m ashamed</b>")
        #expect(couple.visit.screen.says("Ben can read this too."))
        #expect(couple.visit.screen.says("Ben can see that you marked this, and read your words about it."))
        #expect(!couple.visit.screen.says("Only you can read this."))
        try couple.visit.type("And tired of it.", into: "A word to yourself about it")
        #expect(
            couple.visit.screen.says("Ben can read the words you shared. What you’ve changed since is only for you."))
        try couple.visit.press("Take it back")
        #expect(couple.visit.screen.says("Only you can read this."))
        #expect(try couple.ours.causes(of: couple.me).isEmpty)
        #expect(try couple.ours.reflections(of: couple.me, about: "cause:money").last?.fields.text == "")
        #expect(try couple.mine.causes(of: couple.me) == ["money"], "it stays one's own")
    }

    @Test("what was shared a moment ago is taken back where that is told, and other words can be shared instead")
    func undone() throws {
        var couple = try UsCouple(isPaired: true, at: .signs)
        try open(&couple, "Who buys milk")
        try couple.visit.press("I’ve noticed this")
        try couple.visit.press("Share with Ben")
        try couple.visit.press("Undo")
        #expect(try couple.ours.signs(of: couple.me).isEmpty && couple.mine.signs(of: couple.me) == ["milk"])
        try couple.visit.type("It hurts.", into: "A word to yourself about it")
        try couple.visit.press("Share it with my words")
        try couple.visit.type("I miss you.", into: "A word to yourself about it")
        try couple.visit.press("Share these words instead")
        let shown = try couple.ours.reflections(of: couple.me, about: "sign:milk")
        #expect(shown.map { $0.fields.text } == ["I miss you."], "what stood there before is gone")
        #expect(couple.visit.screen.says("changed"))
    }

    @Test("what each has shown stands side by side")
    func sideBySide() throws {
        var couple = try UsCouple(isPaired: true, at: .signs)
        try couple.arrive(.signNoticed(SignMark(sign: "milk")))
        try couple.arrive(.reflectionWritten(ReflectionWritten(about: "sign:milk", text: "Me too.")))
        couple.settle()
        #expect(couple.visit.screen.says("What you’ve shown each other"))
        #expect(couple.visit.screen.says("Me too."))
        #expect(couple.visit.screen.says("shared by Ben"))
        try open(&couple, "Who buys milk")
        try couple.visit.press("I’ve noticed this")
        try couple.visit.press("Share with Ben")
        #expect(couple.visit.screen.says("shared by both of you"))
    }

    @Test("taking the private mark away takes back what was shown as well")
    func unmarked() throws {
        var couple = try UsCouple(isPaired: true, at: .signs)
        try open(&couple, "Who buys milk")
        try couple.visit.press("I’ve noticed this")
        try couple.visit.press("Share with Ben")
        try couple.visit.press("I’ve noticed this")
        #expect(try couple.mine.signs(of: couple.me).isEmpty)
        #expect(try couple.ours.signs(of: couple.me).isEmpty)
    }

    @Test("alone there is nothing to share with, and it says so")
    func alone() throws {
        var couple = try UsCouple(isPaired: false, at: .causes)
        try open(&couple, "Money worries")
        try couple.visit.press("This may play a part")
        #expect(couple.visit.screen.says("Nothing is shared unless you choose to."))
        #expect(!couple.visit.screen.all("button").contains { $0.name.hasPrefix("Share") })
    }

    @Test("a cause leads on: to a practice and to help where that belongs beside it")
    func leadsOn() throws {
        var couple = try UsCouple(isPaired: false, at: .causes)
        try open(&couple, "Money worries")
        #expect(couple.visit.screen.says("Look at the numbers."))
        #expect(couple.visit.screen.button("When to look for help") != nil)
        try couple.visit.press("The door")
        #expect(couple.visit.state.shell.place == .practice("door"))
    }

    @Test("what may lie behind a sign is opened by its name")
    func signLeadsToItsCause() throws {
        var couple = try UsCouple(isPaired: true, at: .signs)
        try open(&couple, "Who buys milk")
        try couple.visit.press("Money worries")
        #expect(couple.visit.state.shell.place == .causes)
        #expect(couple.visit.screen.says("Look at the numbers."), "its sheet is open")
        let focused = couple.visit.effects.last { $0.name == "focus" }?.text("element")
        #expect(couple.visit.screen.all("button").first { $0.attributes["id"] == focused }?.text == "Money worries")
        couple.go(.signs)
        try couple.visit.press("Money worries")
        #expect(couple.visit.screen.says("Look at the numbers."), "and stays open when one comes again")
    }

    @Test("words typed and not kept yet are still there after a look elsewhere")
    func draft() throws {
        var couple = try UsCouple(isPaired: false, at: .signs)
        try open(&couple, "Who buys milk")
        try couple.visit.press("I’ve noticed this")
        try couple.visit.type("Since spring", into: "A word to yourself about it")
        couple.go(.us)
        couple.go(.signs)
        #expect(couple.visit.screen.field("A word to yourself about it")?.value == "Since spring")
        try couple.visit.press("Keep these words")
        #expect(try couple.mine.reflections(of: couple.me, about: "sign:milk").last?.fields.text == "Since spring")
    }
}
