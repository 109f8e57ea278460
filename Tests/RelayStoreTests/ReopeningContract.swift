import Bytes
import Foundation
import RelayStore
import RelayTestSupport
import StoreRules
import Testing
import Wire

/// The contract's part on opening a space again that one of two has left.
@Suite struct ReopeningContract {
    private func wish(_ person: Person, _ space: Identifier, opening: Int64 = 0) throws -> ReopeningWish {
        ReopeningWish(opening: opening, statement: try person.envelope(in: space).bytes)
    }

    private func record(
        of space: Identifier, for person: Person, _ store: any RelayStore
    ) async throws -> SpaceRecord {
        try #require(try await store.account(person.account).spaces.first { $0.id == space })
    }

    @Test(arguments: StoreHome.all) func bothTogetherOpenItAgainAndNobodyAlone(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            try await store.append(try ada.envelope(in: space), by: ada)
            _ = try await store.leave(space: space, account: ada.account, now: noon)
            let until = noon + 14 * day
            #expect(try await record(of: space, for: ben, store).reopenUntil == until)
            let bens = try wish(ben, space)
            for _ in 0..<2 {
                #expect(try await store.wishReopening(bens, space: space, account: ben.account, now: noon).isEmpty)
            }
            #expect(try await record(of: space, for: ben, store).isReopeningWished)
            // Nothing of it shows to the other.
            let seen = try await record(of: space, for: ada, store)
            #expect(!seen.isReopeningWished && seen.state == .closed && seen.opening == 0)
            #expect(try await store.reopening(space: space, account: ada.account).isEmpty)
            await expectRefusal(.spaceClosed) { try await store.append(try ben.envelope(in: space), by: ben) }

            let adas = try wish(ada, space)
            let members = try await store.wishReopening(adas, space: space, account: ada.account, now: until - 1)
            #expect(members == [ada.account, ben.account])
            for person in [ada, ben] {
                let record = try await record(of: space, for: person, store)
                #expect(record.state == .open && record.opening == 1 && record.reopenUntil == nil)
                #expect(!record.isReopeningWished)
                let said = try await store.reopening(space: space, account: person.account)
                #expect(said == [adas.statement, bens.statement])
                try await store.append(try person.envelope(in: space), by: person)
            }
            // A repetition, whose answer was lost, changes nothing.
            #expect(try await store.wishReopening(adas, space: space, account: ada.account, now: until).isEmpty)
            // Nor does a sweep take what other devices have yet to read.
            try await store.sweep(now: until + 90 * day)
            #expect(try await store.reopening(space: space, account: ben.account).count == 2)
        }
    }

    @Test(arguments: StoreHome.all) func whatIsTakenBackCountsNoMore(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            _ = try await store.leave(space: space, account: ada.account, now: noon)
            _ = try await store.wishReopening(wish(ben, space), space: space, account: ben.account, now: noon)
            for _ in 0..<2 { try await store.withdrawReopening(space: space, account: ben.account) }
            #expect(try await !record(of: space, for: ben, store).isReopeningWished)
            #expect(
                try await store.wishReopening(wish(ada, space), space: space, account: ada.account, now: noon).isEmpty)
            #expect(try await record(of: space, for: ada, store).state == .closed)
        }
    }

    @Test(arguments: StoreHome.all) func whatOpenedItOnceDoesNotOpenItAgain(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            _ = try await store.leave(space: space, account: ada.account, now: noon)
            let said = [try wish(ada, space), try wish(ben, space)]
            for (person, wish) in zip([ada, ben], said) {
                _ = try await store.wishReopening(wish, space: space, account: person.account, now: noon)
            }
            _ = try await store.leave(space: space, account: ben.account, now: noon + day)
            #expect(try await store.reopening(space: space, account: ada.account).isEmpty)
            for (person, wish) in zip([ada, ben], said) {
                await expectRefusal(.malformed) {
                    _ = try await store.wishReopening(wish, space: space, account: person.account, now: noon + day)
                }
            }
            // Anew, of the opening that has ended now, it does; and not of two different ones.
            _ = try await store.wishReopening(
                wish(ada, space, opening: 2), space: space, account: ada.account, now: noon + day)
            _ = try await store.wishReopening(
                wish(ben, space, opening: 1), space: space, account: ben.account, now: noon + day)
            #expect(try await record(of: space, for: ada, store).state == .closed)
            _ = try await store.wishReopening(
                wish(ada, space, opening: 1), space: space, account: ada.account, now: noon + day)
            let record = try await record(of: space, for: ada, store)
            #expect(record.state == .open && record.opening == 2)
        }
    }

    @Test(arguments: StoreHome.all) func afterFourteenDaysItStaysClosed(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            _ = try await store.leave(space: space, account: ada.account, now: noon)
            // Leaving what is closed already doesn't begin the time anew.
            _ = try await store.leave(space: space, account: ben.account, now: noon + day)
            _ = try await store.wishReopening(wish(ben, space), space: space, account: ben.account, now: noon)
            await expectRefusal(.reopeningOver) {
                _ = try await store.wishReopening(
                    wish(ada, space), space: space, account: ada.account, now: noon + 14 * day)
            }
            try await store.sweep(now: noon + 14 * day)
            #expect(try await !record(of: space, for: ben, store).isReopeningWished)
        }
    }

    @Test(arguments: StoreHome.all) func onlyTheTwoWhoSharedItCan(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let eve = Person("eve")
            try await store.add(eve)
            _ = try await store.leave(space: space, account: ada.account, now: noon)
            await expectRefusal(.notAMember) {
                _ = try await store.wishReopening(wish(eve, space), space: space, account: eve.account, now: noon)
            }
            // A statement is one's own, of this space, short, and in the open.
            let own = ben.privateSpace.id
            for wrong in [
                try wish(ada, space), try wish(ben, own), ReopeningWish(opening: 0, statement: [1]),
                ReopeningWish(opening: -1, statement: try ben.envelope(in: space).bytes),
                ReopeningWish(opening: .max, statement: try ben.envelope(in: space).bytes),
                ReopeningWish(opening: 0, statement: try ben.envelope(in: space, seal: Fresh.identifier()).bytes),
            ] {
                await expectRefusal(.malformed) {
                    _ = try await store.wishReopening(wrong, space: space, account: ben.account, now: noon)
                }
            }
            await expectRefusal(.reopeningOver) {
                _ = try await store.wishReopening(wish(ben, own), space: own, account: ben.account, now: noon)
            }
            // Nobody opens a place again whose other has deleted their account.
            _ = try await store.wishReopening(wish(ben, space), space: space, account: ben.account, now: noon)
            _ = try await store.deleteAccount(ada.account, secret: SecretHash(hashing: ada.secret), now: noon)
            let record = try await record(of: space, for: ben, store)
            #expect(record.reopenUntil == nil && !record.isReopeningWished)
            await expectRefusal(.reopeningOver) {
                _ = try await store.wishReopening(wish(ben, space), space: space, account: ben.account, now: noon)
            }
        }
    }

    @Test func whatIsTakenBackOrOverIsGoneFromTheFiles() async throws {
        let directory = try TemporaryDirectory()
        let store = try await SQLiteStore(directory: directory.url, randomBytes: Fresh.bytes)
        let (ada, ben) = (Person("ada"), Person("ben"))
        try await store.add(ada)
        try await store.add(ben)
        let space = try await store.pair(ada, ben)
        _ = try await store.leave(space: space, account: ada.account, now: noon)
        func isKept(_ wish: ReopeningWish) throws -> Bool {
            try directory.contents().range(of: Data(wish.statement.suffix(64))) != nil
        }
        let (first, second) = (try wish(ada, space), try wish(ada, space))
        _ = try await store.wishReopening(first, space: space, account: ada.account, now: noon)
        #expect(try isKept(first))
        try await store.withdrawReopening(space: space, account: ada.account)
        #expect(try !isKept(first))
        _ = try await store.wishReopening(second, space: space, account: ada.account, now: noon)
        #expect(try isKept(second))
        try await store.sweep(now: noon + 14 * day)
        #expect(try !isKept(second))
        try await store.close()
    }
}
