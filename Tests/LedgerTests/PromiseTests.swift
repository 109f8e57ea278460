import Bytes
import Ledger
import Testing

@Suite struct PromiseTests {
    private let ada = Identifier(high: 1, low: 1)
    private let bob = Identifier(high: 2, low: 2)
    private let first = Identifier(high: 9, low: 1)
    private let second = Identifier(high: 9, low: 2)

    /// What two people say, a second apart, in this order of writing and another one of arrival.
    private func us(_ said: [(Identifier, Event)]) throws -> Projection {
        var entries: [Entry] = []
        for (number, (author, event)) in said.enumerated() {
            let stamp = Stamp(milliseconds: noon + Int64(number) * 1000, counter: 0, device: DeviceID(7))
            entries.append(
                Entry(id: Identifier(high: 3, low: UInt64(number)), author: author, body: try event.body(at: stamp)))
        }
        var us = Projection()
        for entry in entries.reversed() { _ = us.insert(entry) }
        return us
    }

    private func made(_ promise: Identifier, _ text: String = "Home by six") -> Event {
        .promiseMade(PromiseMade(promise: promise, text: text))
    }

    private func kept(_ promise: Identifier) -> Event { .promiseKept(PromiseMark(promise: promise)) }
    private func released(_ promise: Identifier) -> Event { .promiseReleased(PromiseReleased(promise: promise)) }

    @Test func eachHasTheirOwnInTheOrderInWhichTheyWereMade() throws {
        let us = try us([(ada, made(second)), (bob, made(first, "No phone")), (ada, made(first, "The bins"))])
        #expect(us.promises(of: ada).map(\.made.fields.text) == ["Home by six", "The bins"])
        #expect(us.promises(of: bob).map(\.made.fields.text) == ["No phone"], "the same id is another promise")
        #expect(us.promises(of: ada).map(\.standing) == [.open, .open])
    }

    @Test func whoeverItWasMadeToSaysThatItWasKeptAndItsMakersWordCountsToo() throws {
        #expect(try us([(ada, made(first)), (bob, kept(first))]).promises(of: ada).map(\.standing) == [.kept])
        #expect(try us([(ada, made(first)), (ada, kept(first))]).promises(of: ada).map(\.standing) == [.kept])
    }

    @Test func eitherLetsItGoAndWhatWasKeptAfterThatCounts() throws {
        for one in [ada, bob] {
            let gone = try us([(ada, made(first)), (one, released(first))])
            #expect(gone.promises(of: ada).map(\.standing) == [.released])
        }
        let still = try us([(ada, made(first)), (bob, released(first)), (ada, kept(first))])
        #expect(still.promises(of: ada).map(\.standing) == [.kept])
        let thanked = try us([(ada, made(first)), (ada, released(first)), (bob, kept(first))])
        #expect(thanked.promises(of: ada).map(\.standing) == [.kept])
    }

    @Test func theWordThatGoesWithLettingGoIsReadAndNoneIsAsGood() throws {
        let word = Event.promiseReleased(PromiseReleased(promise: first, text: "The week was too full."))
        for (event, text) in [(word, "The week was too full."), (released(first), nil)] {
            let end = try us([(ada, made(first)), (bob, event)]).promises(of: ada).first?.end
            guard case .released(let said) = end else {
                Issue.record("it is not let go")
                return
            }
            #expect(said.fields.text == text && said.author == bob)
        }
    }

    @Test func whatItsAuthorTakesBackNoLongerCounts() throws {
        func removed(_ number: UInt64) -> Event {
            .entryRemoved(EntryRemoved(entry: Identifier(high: 3, low: number)))
        }
        #expect(try us([(ada, made(first)), (ada, removed(0))]).promises(of: ada).isEmpty)
        #expect(try us([(ada, made(first)), (bob, removed(0))]).promises(of: ada).count == 1)
        for end in [kept(first), released(first)] {
            let again = try us([(ada, made(first)), (bob, end), (bob, removed(1))])
            #expect(again.promises(of: ada).map(\.standing) == [.open])
            #expect(again.openPromises(of: ada).count == 1)
            #expect(try us([(ada, made(first)), (bob, end), (ada, removed(1))]).openPromises(of: ada).isEmpty)
        }
    }

    @Test func oneThatIsMadeAnewHoldsAgainInItsNewWords() throws {
        let us = try us([
            (bob, released(first)), (ada, made(first)), (ada, kept(first)), (ada, made(first, "Home by seven")),
        ])
        #expect(us.promises(of: ada).map(\.standing) == [.open])
        #expect(us.promises(of: ada).map(\.made.fields.text) == ["Home by seven"])
    }
}
