import Bytes
import StoreRules
import Wire

/// A home whose contents can be moved to another one, of another kind of database too.
public protocol MovableHome: DatabaseHome {
    /// Calls `body` with all rows as the last commit left them.
    func readWhole<Value: Sendable>(
        _ body: @escaping @Sendable (any WholeRows) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value

    /// Takes the key over that only this relay knows. A store that was opened before goes on with its own.
    func adopt(inventionKey: [UInt8]) async throws(StoreError)
}

/// Moves all that a home has to another one that has nothing. Nobody may use either meanwhile.
public enum HomeMove {
    /// What was moved.
    public struct Moved: Equatable, Sendable {
        /// How many of each.
        public var accounts = 0, spaces = 0, entries = 0, blobs = 0

        /// Nothing yet.
        public init() {}
    }

    /// Why nothing was moved, or not all of it.
    public enum Failure: Error, Equatable, Sendable {
        /// There is something where everything should go.
        case targetHasSomething
        /// One of the databases fails.
        case store(StoreError)
    }

    private static let piece = 256

    /// Moves everything. When this throws, the target has a part of it and is of no use.
    ///
    /// - Parameter progress: called from time to time with what was moved so far.
    public static func everything(
        from source: any MovableHome, to target: any MovableHome, progress: (Moved) -> Void = { _ in }
    ) async throws(Failure) -> Moved {
        let isEmpty: Bool
        do throws(StoreError) {
            isEmpty = try await target.readWhole { rows throws(StoreError) in
                let accounts = try rows.accounts(after: .zero, count: 1)
                return try accounts.isEmpty ? rows.spaces(after: .zero, count: 1).isEmpty : false
            }
        } catch {
            throw .store(error)
        }
        guard isEmpty else { throw .targetHasSomething }
        do throws(StoreError) {
            try await target.adopt(inventionKey: source.inventionKey)
            var moved = Moved()
            try await accounts(source, target, &moved)
            progress(moved)
            let spaces = try await spaces(source, target, &moved)
            for space in spaces {
                try await contents(of: space, source, target, &moved)
                progress(moved)
            }
            return moved
        } catch {
            throw .store(error)
        }
    }

    private static func accounts(
        _ source: any MovableHome, _ target: any MovableHome, _ moved: inout Moved
    ) async throws(StoreError) {
        var after = Identifier.zero
        while true {
            let (accounts, sessions) = try await source.readWhole { [after] rows throws(StoreError) in
                let accounts = try rows.accounts(after: after, count: piece)
                var sessions: [SecretHash: Session] = [:]
                for account in accounts { sessions.merge(try rows.sessions(of: account.id)) { $1 } }
                return (accounts, sessions)
            }
            guard let last = accounts.last else { break }
            try await put(into: target) { rows throws(StoreError) in
                for account in accounts { try rows.put(account) }
                for (hash, session) in sessions { try rows.put(session, for: hash) }
            }
            moved.accounts += accounts.count
            after = last.id
        }
        after = .zero
        while true {
            let marks = try await source.readWhole { [after] rows throws(StoreError) in
                try rows.goneMarks(after: after, count: piece)
            }
            guard let last = marks.last else { return }
            try await put(into: target) { rows throws(StoreError) in
                for (mark, until) in marks { try rows.putGone(mark, until: until) }
            }
            after = last.mark
        }
    }

    /// Moves the spaces and who is in them, but nothing that is in them.
    private static func spaces(
        _ source: any MovableHome, _ target: any MovableHome, _ moved: inout Moved
    ) async throws(StoreError) -> [Identifier] {
        var ids: [Identifier] = []
        while true {
            let spaces = try await source.readWhole { [last = ids.last] rows throws(StoreError) in
                try rows.spaces(after: last ?? .zero, count: piece)
            }
            if spaces.isEmpty { break }
            try await put(into: target) { rows throws(StoreError) in
                for space in spaces { try rows.put(space) }
            }
            ids += spaces.map(\.id)
        }
        moved.spaces = ids.count
        // In the order in which they joined: people find their spaces in it.
        var after = Int64.min
        while true {
            let joinings = try await source.readWhole { [after] rows throws(StoreError) in
                var found: [(ordinal: Int64, member: MemberRow, space: Identifier)] = []
                for (ordinal, account, space) in try rows.joinings(after: after, count: piece) {
                    guard let member = try rows.space(space)?.members.first(where: { $0.account == account }) else {
                        throw StoreError(.internal, cause: "a member of a space that isn't there")
                    }
                    found.append((ordinal, member, space))
                }
                return found
            }
            guard let last = joinings.last else { return ids }
            try await put(into: target) { rows throws(StoreError) in
                for (_, member, space) in joinings { try rows.put(member, in: space) }
            }
            after = last.ordinal
        }
    }

    private static func contents(
        of space: Identifier, _ source: any MovableHome, _ target: any MovableHome, _ moved: inout Moved
    ) async throws(StoreError) {
        let found = try await source.readWhole { rows throws(StoreError) in
            (
                invitations: try rows.invitations(to: space), withheld: try rows.withheld(in: space, under: nil),
                released: try rows.releasedSeals(in: space),
                lists: try rows.matchLists(in: space, about: nil, after: .min), blobs: try rows.blobs(in: space)
            )
        }
        try await put(into: target) { rows throws(StoreError) in
            for invitation in found.invitations { try rows.put(invitation) }
            for entry in found.withheld { try rows.put(entry, in: space) }
            for (seal, entries) in found.released { try rows.putReleased(seal, by: entries, in: space) }
            for list in found.lists { try rows.put(list, in: space) }
        }
        moved.entries += found.withheld.count
        var after: Int64 = 0
        while true {
            let entries = try await source.readWhole { [after] rows throws(StoreError) in
                try rows.entries(in: space, after: after, count: piece, bytes: Limits.pageBytes)
            }
            guard let last = entries.last else { break }
            try await put(into: target) { rows throws(StoreError) in
                for entry in entries { try rows.put(entry, in: space) }
            }
            moved.entries += entries.count
            after = last.number
        }
        for id in found.blobs {
            guard
                let blob = try await source.readWhole({ rows throws(StoreError) in try rows.blob(id, in: space) })
            else { continue }
            try await put(into: target) { rows throws(StoreError) in try rows.put(blob, in: space) }
            moved.blobs += 1
        }
    }

    private static func put(
        into target: any MovableHome, _ body: @escaping @Sendable (any WritableRows) throws(StoreError) -> Void
    ) async throws(StoreError) {
        try await target.write(leaving: .some, in: .ordinary, body)
    }
}
