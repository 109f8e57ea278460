import Testing
import Wire

@testable import Interface

/// The content comes when it is wanted, and whoever needs it waits for it.
@Suite struct HomeOpeningTests {
    private let content = Visit.Answer.bytes(Array(Visit.emptyContent.utf8))

    @Test func aStrangersFirstLookAsksForNothing() throws {
        let visit = Visit(givesContent: false)
        #expect(visit.screen.button("Make a place for us") != nil)
        #expect(!visit.effects.contains { $0.name == "content" })
    }

    @Test func theFirstThingThatSomebodyDoesAsksForItOnce() throws {
        var visit = Visit(givesContent: false)
        try visit.press("Make a place for us")
        try visit.type("ana", into: "Sign-in name")
        #expect(visit.effects.filter { $0.name == "content" }.count == 1)
    }

    @Test func whoLivesHereWaitsForItAtTheFireside() throws {
        var visit = Visit(account: Sample.account(), givesContent: false)
        #expect(visit.screen.text.isEmpty && visit.state.home == nil)
        try visit.answer("content", ["content": content])
        #expect(visit.state.home != nil)
    }

    @Test func withoutANetworkItIsToldAndAskedForAgainLater() throws {
        var visit = Visit(account: Sample.account(), givesContent: false)
        try visit.fail("content", "offline")
        #expect(visit.screen.text.contains("Reload it"))
        visit.hear(.networkChanged(true))
        try visit.answer("content", ["content": content])
        #expect(visit.state.home != nil && !visit.screen.text.contains("Reload it"))
    }

    @Test func contentThatCannotBeReadIsTold() throws {
        var visit = Visit(account: Sample.account(), givesContent: false)
        try visit.answer("content", ["content": .bytes(Array("{".utf8))])
        #expect(visit.screen.text.contains("Reload it") && visit.state.home == nil)
    }
}
