import Household
import HouseholdTestSupport
import JSON
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

    /// Somebody who lives here, with Today on show and nothing of the content but its first part.
    private func withFirstPart(at path: String = "/") throws -> Visit {
        var visit = Visit(at: path, account: Sample.account(), givesContent: false)
        let late = ["signs", "dates", "journeys", "articles", "conversations"].map { "\"\($0)\":[]," }
        let first = late.reduce(Visit.emptyContent) { $0.replacing($1, with: "") }
        try visit.answer("content", ["content": .bytes(Array(first.utf8))])
        try visit.answer("ownKey", ["key": .bytes(Sample.publicKey(1))])
        for _ in 0..<3 { try visit.answer("load", ["records": .json([]), "unreadable": .json([])]) }
        #expect(visit.state.stage == .inside)
        return visit
    }

    private let rest = Visit.Answer.bytes(
        Array(
            """
            {"version":1,"language":"en","signs":[],"dates":[],"journeys":[],"conversations":[],\
            "articles":[["fades","Why it fades","Slowly.",["First."]]]}
            """.utf8))

    @Test func whatNobodyWaitsForComesWhenTodayStandsThere() throws {
        var visit = try withFirstPart()
        #expect(visit.effects.filter { $0.name == "content" }.map { $0["rest"] } == [.flag(true)])
        visit.stand(at: .articles)
        #expect(!visit.screen.text.contains("Why it fades"))
        try visit.answer("content", ["content": rest])
        #expect(visit.screen.text.contains("Why it fades"))
        #expect(!visit.effects.contains { $0.name == "content" })
    }

    @Test(arguments: ["offline", "stuck"])
    func whatDidNotComeIsToldWhereItIsMissedAndAskedForAgain(failure: String) throws {
        var visit = try withFirstPart()
        try visit.fail("content", failure)
        #expect(visit.state.stage == .inside && !visit.effects.contains { $0.name == "content" })
        visit.hear(.visibilityChanged(true))
        #expect(!visit.effects.contains { $0.name == "content" })
        visit.hear(.navigated(path: "/reading", hash: ""))
        try visit.fail("content", failure)
        #expect(visit.screen.button("Load it again") != nil)
        visit.hear(.networkChanged(true))
        try visit.answer("content", ["content": rest])
        #expect(visit.screen.text.contains("Why it fades"))
    }

    @Test func aRestThatCannotBeReadLeavesTheFirstPartStanding() throws {
        var visit = try withFirstPart(at: "/reading")
        try visit.answer("content", ["content": .bytes(Array("{".utf8))])
        #expect(visit.state.stage == .inside && visit.screen.button("Load it again") != nil)
    }

    @Test func whoWaitsLongIsToldWhatCanBeDone() throws {
        var visit = Visit(account: Sample.account(), givesContent: false)
        #expect(try visit.take("timer")["after"] == .number(12_000))
        visit.hear(.ticked(.opening))
        #expect(visit.screen.text.contains("Hearth is still opening"))
        try visit.press("Help")
        #expect(!visit.screen.text.contains("Hearth is still opening"))
        visit.hear(.navigated(path: "/", hash: ""))
        try visit.press("Load it again")
        _ = try visit.take("reload")
    }

    @Test func whatComesAfterAllIsShownAfterAll() throws {
        var visit = Visit(account: Sample.account(), givesContent: false)
        visit.hear(.ticked(.opening))
        try visit.answer("content", ["content": content])
        try visit.answer("ownKey", ["key": .bytes(Sample.publicKey(1))])
        for _ in 0..<3 { try visit.answer("load", ["records": .json([]), "unreadable": .json([])]) }
        #expect(visit.state.stage == .inside && !visit.screen.text.contains("Hearth is still opening"))
    }

    @Test(arguments: [true, false]) func storageThatDoesNotAnswerIsTold(atTheStart: Bool) throws {
        var visit = Visit(account: Sample.account())
        if atTheStart {
            visit = Visit(trouble: .silent)
        } else {
            try visit.fail("load", "stuck")
        }
        #expect(visit.screen.text.contains("it is not lost") && visit.screen.button("Help") != nil)
        try visit.press("Load it again")
        _ = try visit.take("reload")
    }

    @Test(arguments: [true, false]) func storageThatCannotBeReadIsToldAndNothingIsWritten(atTheStart: Bool) throws {
        var visit = Visit(account: Sample.account())
        if atTheStart {
            visit = Visit(trouble: .unreadable)
        } else {
            try visit.answer("ownKey", ["key": .bytes(Sample.publicKey(1))])
            try visit.fail("load", "storage")
            for _ in 0..<2 { try visit.answer("load", ["records": .json([]), "unreadable": .json([])]) }
        }
        #expect(visit.screen.text.contains("Hearth couldn’t read this device"))
        #expect(visit.screen.text.contains("is not lost") && visit.screen.button("Help") != nil)
        #expect(!visit.effects.contains { ["http", "store", "seal"].contains($0.name) })
        try visit.press("Load it again")
        _ = try visit.take("reload")
    }

    @Test func aBrowserThatBlocksWhatPagesKeepIsToldWhatToChange() throws {
        var visit = Visit(trouble: .blocked)
        #expect(visit.screen.text.contains("Allow cookies and site data for this address"))
        try visit.press("Load it again")
        _ = try visit.take("reload")
    }

    @Test func anInvitationIsStillInTheAddressWhenThePageMustBeLoadedAgain() {
        let visit = Visit(hash: "invite/AAAAAAAAAAAAAAAAAAAAAA", trouble: .unreadable)
        #expect(!visit.effects.contains { ["clearHash", "navigate"].contains($0.name) })
    }

    @Test func whatTheShimSaysOfTheStoreIsRead() {
        func trouble(_ stored: JSONValue) -> DeviceTrouble? {
            Start(Response(fields: ["stored": stored], blobs: [])).trouble
        }
        #expect(trouble(["storage": true]) == nil && trouble(.null) == nil)
        #expect(trouble(["storage": false]) == .unreadable)
        #expect(trouble(["storage": false, "stuck": true]) == .silent)
        #expect(trouble(["storage": false, "blocked": true]) == .blocked)
    }
}
