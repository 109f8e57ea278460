import Testing

@testable import Interface

@Suite("Something to read")
struct UsArticleTests {
    /// Content with one article, to which a cause leads.
    private static let content = UsCouple.content
        .replacing(
            #""articles":[]"#, with: #""articles":[["fades","Why it fades","Seldom in a day.",["One.","Two."]]]"#
        )
        .replacing(#"["door"],{"emotional":50},1]"#, with: #"["door"],{"emotional":50},1,null,null,"fades"]"#)

    @Test("an article is opened from the list and read from its beginning to its end")
    func read() throws {
        var couple = try UsCouple(isPaired: true, at: .articles, content: Self.content)
        try couple.visit.press("Why it fades Seldom in a day.")
        #expect(couple.visit.state.shell.place == .article("fades"))
        #expect(couple.visit.screen.title == "Why it fades")
        let texts = couple.visit.screen.texts
        #expect(try #require(texts.firstIndex(of: "One.")) < (try #require(texts.firstIndex(of: "Two."))))
        try couple.visit.press("Back")
        #expect(couple.visit.state.shell.place == .articles)
    }

    @Test("it leads on to what it says more about, and to help")
    func leadsOn() throws {
        var couple = try UsCouple(isPaired: false, at: .article("fades"), content: Self.content)
        try couple.visit.press("Money worries")
        #expect(couple.visit.state.shell.place == .causes)
        #expect(couple.visit.screen.says("Look at the numbers."), "its sheet is open")
        couple.go(.article("fades"))
        try couple.visit.press("When to look for help")
        #expect(couple.visit.state.shell.place == .help)
    }

    @Test("from Us it is found beside signs and causes, and a cause leads to what says more about it")
    func ways() throws {
        var couple = try UsCouple(isPaired: true, at: .us, content: Self.content)
        try couple.visit.press("Something to read Short pages on being close")
        #expect(couple.visit.state.shell.place == .articles)
        couple.go(.causes)
        try couple.visit.press("Money worries")
        try couple.visit.press("Why it fades")
        #expect(couple.visit.state.shell.place == .article("fades"))
    }

    @Test("an address of no article says so and leads back to all of them")
    func nowhere() throws {
        var couple = try UsCouple(isPaired: true, at: .article("gone"), content: Self.content)
        #expect(couple.visit.screen.title == "This page isn’t here any more")
        try couple.visit.press("Back")
        #expect(couple.visit.state.shell.place == .articles)
    }
}
