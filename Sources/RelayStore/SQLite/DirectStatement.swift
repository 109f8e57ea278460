import Bytes
import GRDB
import GRDBSQLite
import Wire

/// A prepared statement that runs by SQLite's own functions.
///
/// For the few statements that run with every append. GRDB, which prepares and keeps them, would make a value of each argument and each
/// column, and that takes several times as long as SQLite needs to run them.
struct DirectStatement {
    enum Argument {
        case integer(Int64)
        case bytes([UInt8])

        static func identifier(_ identifier: Identifier) -> Argument {
            .bytes(identifier.bytes)
        }
    }

    /// A row of the result, valid until the next one is asked for.
    struct Row {
        fileprivate let pointer: OpaquePointer

        func integer(_ column: Int32) -> Int64 {
            sqlite3_column_int64(pointer, column)
        }

        func text(_ column: Int32) -> String {
            sqlite3_column_text(pointer, column).map { String(cString: $0) } ?? ""
        }

        /// The bytes of a blob column; a missing value reads as none.
        func bytes(_ column: Int32) -> [UInt8] {
            guard let start = sqlite3_column_blob(pointer, column) else { return [] }
            return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column))))
        }
    }

    /// `SQLITE_TRANSIENT`: SQLite copies what is bound before the call returns.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    private let statement: Statement

    private var pointer: OpaquePointer { statement.sqliteStatement }

    init(_ db: Database, _ sql: String, _ arguments: Argument...) throws {
        statement = try db.cachedStatement(sql: sql)
        for (argument, index) in zip(arguments, Int32(1)...) {
            let code =
                switch argument {
                case .integer(let value): sqlite3_bind_int64(pointer, index, value)
                case .bytes(let bytes):
                    // An array without elements may have no address, and that would bind a null.
                    bytes.isEmpty
                        ? sqlite3_bind_zeroblob(pointer, index, 0)
                        : sqlite3_bind_blob(pointer, index, bytes, Int32(bytes.count), Self.transient)
                }
            guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        }
    }

    /// Calls `body` for each row.
    func forEach(_ body: (Row) throws -> Void) throws {
        defer { sqlite3_reset(pointer) }
        while true {
            switch sqlite3_step(pointer) {
            case SQLITE_ROW: try body(Row(pointer: pointer))
            case SQLITE_DONE: return
            case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
            }
        }
    }

    /// Runs a statement that has no rows.
    func execute() throws {
        try forEach { _ in }
    }
}
