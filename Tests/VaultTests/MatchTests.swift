import Bytes
import Testing
import Vault
import Wire

@Suite struct MatchTests {
    let space = People.ada.privateSpace

    @Test func bothMembersHaveTheSameTokensAndOthersDoNot() {
        let topic = space.topicID("plan")
        #expect(topic != space.topicID("plans") && topic != space.sealID("plan"))
        #expect(space.matchToken(topic: topic, item: "door") == space.matchToken(topic: topic, item: "door"))
        let other = People.ben.privateSpace
        #expect(other.topicID("plan") != topic)
        #expect(other.matchToken(topic: topic, item: "door") != space.matchToken(topic: topic, item: "door"))
    }

    @Test func aListSaysNotHowManyItHoldsNorInWhichOrder() throws {
        var generator = SeededGenerator(seed: 31)
        let topic = space.topicID("plan")
        let items = ["door", "kiss", "walk"]
        let list = try space.matchList(topic: topic, items: items, using: &generator)
        #expect(list.count == Limits.matchTokens && Set(list).count == list.count)
        for item in items { #expect(list.contains(space.matchToken(topic: topic, item: item))) }
        var again = SeededGenerator(seed: 31)
        #expect(try space.matchList(topic: topic, items: items.reversed(), using: &again) == list)
    }

    @Test func moreThanAListHoldsIsRefused() {
        var generator = SeededGenerator(seed: 32)
        let items = (0...Limits.matchTokens).map { "item \($0)" }
        #expect(throws: VaultError.tooManyItems) {
            try space.matchList(topic: space.topicID("plan"), items: items, using: &generator)
        }
    }
}
