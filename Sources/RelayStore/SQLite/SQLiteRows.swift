import Bytes
import GRDB
import GRDBSQLite
import StoreRules
import Wire

/// The rows of the database within one transaction. What each table holds is in *SQLiteRows+…*.
final class SQLiteRows: WritableRows {
    /// A row that a statement has found, valid until the next one is looked for.
    struct Found {
        fileprivate let statement: SQLiteStatement

        /// What a column holds; nil for a null.
        func optional<Value: StatementColumnConvertible>(_ column: CInt) -> Value? {
            Value.fromStatement(statement, atUncheckedIndex: column)
        }

        /// What a column holds that is never null.
        func value<Value: StatementColumnConvertible>(_ column: CInt) throws(StoreError) -> Value {
            guard let value: Value = optional(column) else {
                throw StoreError(.internal, cause: "a column without its value")
            }
            return value
        }

        /// The bytes of a blob; a null reads as none.
        func bytes(_ column: CInt) -> [UInt8] {
            (optional(column) as Blob?)?.bytes ?? []
        }
    }

    private let db: Database
    /// The space whose row was looked for last: a transaction mostly stays with one.
    private var latest: (id: Identifier, row: Int64)?

    /// Whose pages have changed.
    private(set) var changed: [PageCache.Scope] = []

    init(_ db: Database) {
        self.db = db
    }

    /// The rows that `sql` finds, each read by `read`, up to the first for which that is nil.
    ///
    /// GRDB prepares and keeps the statements, and its protocols bind and read each value without a detour.
    func all<Value>(
        _ sql: String, _ arguments: [any StatementBinding], _ read: (Found) throws(StoreError) -> Value?
    ) throws(StoreError) -> [Value] {
        let statement: SQLiteStatement
        do {
            statement = try db.cachedStatement(sql: sql).sqliteStatement
        } catch {
            throw StoreError(database: error)
        }
        defer { sqlite3_reset(statement) }
        for (argument, index) in zip(arguments, CInt(1)...) {
            let code = argument.bind(to: statement, at: index)
            guard code == SQLITE_OK else { throw Self.error(code) }
        }
        var values: [Value] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                guard let value = try read(Found(statement: statement)) else { return values }
                values.append(value)
            case SQLITE_DONE: return values
            case let code: throw Self.error(code)
            }
        }
    }

    /// The row of a space that exists.
    func row(of space: Identifier) throws(StoreError) -> Int64 {
        if let latest, latest.id == space { return latest.row }
        let rows = try all("SELECT row FROM spaces WHERE id = ?", [space]) { row throws(StoreError) in
            try row.value(0) as Int64
        }
        guard let row = rows.first else { throw StoreError(.internal, cause: "rows of a space that isn't there") }
        note(row, of: space)
        return row
    }

    /// Notes the row of a space.
    func note(_ row: Int64, of space: Identifier) {
        latest = (space, row)
    }

    /// Notes whose pages change.
    func note(_ scope: PageCache.Scope) {
        changed.append(scope)
    }

    /// Runs a statement that finds no rows.
    func run(_ sql: String, _ arguments: [any StatementBinding]) throws(StoreError) {
        _ = try all(sql, arguments) { _ in nil as Void? }
    }

    private static func error(_ code: CInt) -> StoreError {
        StoreError(database: DatabaseError(resultCode: ResultCode(rawValue: code)))
    }
}
