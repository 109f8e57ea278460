import Bytes
import Foundation
import GRDB
import Wire

extension SQLiteStore {
    /// Appends envelopes.
    public func append(
        _ envelopes: [Envelope], space: Identifier, account: Identifier,
        done: @escaping @Sendable (Result<AppendOutcome, StoreError>) -> Void
    ) {
        writer.submit(
            changing: .space(space), checksFirst: true,
            { db in
                let (space, members) = try SpaceRow.findWithMembers(db, space, member: account)
                var appending = try Appending(db, space, members, account: account, envelopes)
                return try appending.append()
            }, done: done)
    }

    /// Looks for a page that was read lately.
    public func readyPage(space: Identifier, after: Int64, account: Identifier) -> [UInt8]? {
        pages.page(space: space, after: after, account: account)
    }

    /// Reads a page.
    public func read(space: Identifier, after: Int64, account: Identifier) async throws(StoreError) -> Page {
        let ticket = pages.ticket(for: space)
        let (page, members) = try await readPage(space: space, after: after, account: account)
        pages.keep(page.bytes, after: after, members: members, ticket)
        return page
    }

    private func readPage(
        space: Identifier, after: Int64, account: Identifier
    ) async throws(StoreError) -> (Page, members: [Identifier]) {
        let generation = generation
        return try await read { db in
            let (space, members) = try SpaceRow.findWithMembers(db, space, member: account)
            let statement = try db.cachedStatement(
                sql: """
                    SELECT position, kind, bytes FROM entries WHERE position > ? AND position <= ? ORDER BY position
                    LIMIT ?
                    """)
            let first = space.position(min(max(after, 0), space.head))
            let rows = try Row.fetchCursor(
                statement, arguments: [first, space.position(space.head), Limits.pageItems])
            var items: [PageItem] = []
            var size = 0
            while size < Limits.pageBytes, let row = try rows.next() {
                let bytes = row.bytes(2)
                let content: PageItem.Content =
                    row[1] == 0 ? .envelope(bytes) : .erased(try ErasedEntry(stored: bytes))
                items.append(PageItem(number: SpaceRow.number(row[0]), content: content))
                size += bytes.count
            }
            let next = items.last?.number ?? after
            let page = Page(
                generation: generation, next: next, head: space.head, isDone: next >= space.head, items: items)
            return (page, members)
        }
    }

    /// Reads the newest number of every space.
    public func heads(account: Identifier) async throws(StoreError) -> [Identifier: Int64] {
        try await read { db in
            Dictionary(
                try SpaceRow.all(db, of: account).map { ($0.id, $0.head) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Reads what is withheld.
    public func sealed(space: Identifier, account: Identifier) async throws(StoreError) -> SealedAnswer {
        try await read { db in
            let space = try SpaceRow.find(db, space, member: account)
            let waiting = try Identifier.fetchAll(
                db,
                sql: """
                    SELECT seal FROM sealed WHERE space = :space AND author <> :account
                    EXCEPT SELECT seal FROM sealed WHERE space = :space AND author = :account
                    ORDER BY seal
                    """,
                arguments: ["space": space.row, "account": account])
            let own = try Row.fetchAll(
                db, sql: "SELECT bytes FROM sealed WHERE space = ? AND author = ? ORDER BY ordinal",
                arguments: [space.row, account])
            return SealedAnswer(waiting: waiting, envelopes: own.map { $0.bytes(0) })
        }
    }
}
