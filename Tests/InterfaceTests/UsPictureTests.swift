import Closeness
import Ledger
import Testing
import Words

@testable import Interface

@Suite("The picture of us")
struct UsPictureTests {
    private let low = ["tell": 6, "touch": 3, "mind": 8, "play": 2, "look": 3, "rest": 4]
    private let high = ["tell": 7, "touch": 5, "mind": 8, "play": 4, "look": 5, "rest": 8]
    private let wish = ["tell": 7, "touch": 7, "mind": 8, "play": 8, "look": 8]

    /// Both have answered: Ana feels less than Ben, both wish for more of doing things.
    private func together(partnerName: String = "Ben") throws -> UsCouple {
        var couple = try UsCouple(isPaired: true, at: .us, partnerName: partnerName)
        try couple.arrive(
            try couple.check(felt: high, wished: wish, circles: Ledger.Circles(felt: 7, wished: 8)))
        guard
            case .checkAnswered(let mine) = try couple.check(
                felt: low, wished: wish, circles: Ledger.Circles(felt: 3, wished: 8))
        else { return couple }
        var home = try couple.home
        home.write(.checkAnswered(mine), &couple.visit.state.shell.world)
        couple.visit.state.home = home
        couple.settle()
        return couple
    }

    @Test("before the first check it says what will be here and leads to it")
    func empty() throws {
        let couple = try UsCouple(isPaired: false)
        #expect(couple.visit.screen.title == "A picture of the two of you")
        #expect(couple.visit.screen.button("Take the season’s check") != nil)
        #expect(couple.visit.screen.all("table").isEmpty)
    }

    @Test("with both checks it says what both wish for, and shows both in words")
    func ofBoth() throws {
        let couple = try together()
        let screen = couple.visit.screen
        #expect(screen.title == "You both wish for much more time together")
        let headers = screen.elements.filter { $0.attributes["scope"] == "col" }.map { $0.text }
        #expect(headers == ["About", "you", "Ben", "The two of you"])
        #expect(screen.elements.contains { $0.tag == .td && $0.text == "a little; wished: fully" })
        #expect(screen.elements.contains { $0.tag == .td && $0.text == "mostly, as wished" })
    }

    @Test("what else there is between the two has its card once it was asked, and nobody sees the other’s all in all")
    func themes() throws {
        #expect(try !together().visit.screen.says("What else there is between you"), "from before there were themes")
        let content = UsCouple.content.replacing(
            #"["rest","rest","do","I get the rest I need."]"#,
            with:
                #"["rest","rest","do","I get the rest I need."],["fair","fairness","feel","Our work is shared."],["whole","whole","feel","Things are good between us."]"#
        )
        var couple = try UsCouple(isPaired: true, at: .us, content: content)
        let more = ["fair": 3, "whole": 9]
        try couple.arrive(try couple.check(felt: high.merging(more) { $1 }, wished: wish))
        var home = try couple.home
        home.write(
            try couple.check(felt: low.merging(["fair": 8, "whole": 2]) { $1 }, wished: wish),
            &couple.visit.state.shell.world)
        couple.visit.state.home = home
        couple.settle()
        let screen = couple.visit.screen
        #expect(
            screen.says("What else there is between you") && screen.says("A fair share") && screen.says("All in all"))
        #expect(screen.says("each of you sees only your own"))
        let texts = screen.elements.filter { $0.tag == .td }.map { $0.text }
        #expect(texts.suffix(3) == ["a little", "not shown", "not shown"])
        #expect(texts.contains("felt very differently"))
    }

    @Test("a tap is answered with what is seen first, and the rest follows at once")
    func arriving() throws {
        var couple = try together()
        try couple.visit.press("Today")
        couple.visit.drawsAgain = false
        try couple.visit.press("Us")
        #expect(couple.visit.screen.title == "You both wish for much more time together")
        #expect(couple.visit.screen.says("Over time"))
        #expect(couple.visit.screen.all("table").isEmpty)
        let timer = try couple.visit.take("timer")
        #expect(timer["name"] == .text("look-again"))
        couple.visit.hear(.ticked(.lookAgain))
        #expect(!couple.visit.screen.all("table").isEmpty)
        #expect(couple.visit.effects.allSatisfy { $0["name"] != .text("look-again") })
    }

    @Test("no cell of the table holds a number: nobody is scored")
    func noNumbers() throws {
        let cells = try together().visit.screen.elements.filter { $0.tag == .td }
        #expect(cells.count == 13 * 3)
        #expect(cells.allSatisfy { cell in !cell.text.contains { $0.isNumber } })
    }

    @Test("until both are in, only one's own side is shown and the partner's is not hinted at")
    func waiting() throws {
        var couple = try UsCouple(isPaired: true, at: .check)
        try couple.answerCheck(felt: 4, wished: 8)
        try couple.visit.press("Seal it for Ben and you")
        couple.go(.us)
        let screen = couple.visit.screen
        #expect(screen.says("Yours is in. Ben’s is still to come"))
        #expect(screen.elements.filter { $0.attributes["scope"] == "col" }.map { $0.text } == ["About", "you"])
    }

    @Test("circles that the two set differently are shown side by side, each with its words")
    func circles() throws {
        let labels = try together().visit.screen.all("img").map { $0.name }
        #expect(labels.count == 2)
        #expect(labels.contains { $0.hasPrefix("you: it feels less than half overlapping") })
        #expect(labels.contains { $0.hasPrefix("Ben: it feels more than half overlapping") })
    }

    @Test("a picture of both stays when a new season begins, and the new check is offered")
    func newSeason() throws {
        var couple = try together()
        couple.visit.state.shell.world.now += 90 * 86_400_000
        couple.settle()
        #expect(couple.visit.screen.says("January to March 2027"))
        #expect(couple.visit.screen.says("A new season"))
        #expect(couple.visit.screen.title == "You both wish for much more time together")
    }

    @Test("a name is shown as it was written, whatever is in it")
    func hostileName() throws {
        let name = "<script>alert(1)</script>\u{202E}🤍"
        let screen = try together(partnerName: name).visit.screen
        #expect(screen.elements.contains { $0.tag == .th && $0.text == name })
    }

    @Test("headings go down one level at a time")
    func headings() throws {
        let levels: [Int] = try together().visit.screen.elements.compactMap {
            switch $0.tag {
            case .h1: 1
            case .h2: 2
            case .h3: 3
            case .h4: 4
            default: nil
            }
        }
        #expect(levels.first == 1)
        #expect(levels.filter { $0 == 1 }.count == 1)
        for (level, next) in zip(levels, levels.dropFirst()) { #expect(next - level <= 1) }
    }

    @Test("each finding has its own sentence, and none of them says who is right")
    func sentences() {
        let says = PictureWords(words: .english, partner: "Ben")
        let touch = Aspect.pillar(.physical)
        let findings: [Finding] = [
            .unanswered, .youWish(touch, .clear), .youAreContent(strongest: touch), .bothWish(touch, .slight),
            .oneWishes(touch, .me, .clear), .oneWishes(touch, .partner, .clear), .wishesDiffer(touch, moreFor: .me),
            .wishesDiffer(touch, moreFor: .partner), .feltDifferently(touch), .bothContent(strongest: touch),
        ]
        #expect(says.title(.bothWish(touch, .slight)) == "You both wish for a little more touch")
        #expect(says.title(.oneWishes(touch, .partner, .wide)) == "Ben wishes for much more touch")
        #expect(says.title(.wishesDiffer(touch, moreFor: .partner)).hasPrefix("Ben wishes for more touch"))
        for finding in findings {
            #expect(!says.title(finding).isEmpty)
            #expect(!says.text(finding).isEmpty)
        }
    }
}
