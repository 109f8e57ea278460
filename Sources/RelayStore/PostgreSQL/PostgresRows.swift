import Bytes
import StoreRules
import Wire

/// The rows of a PostgreSQL database within one transaction. What each table holds is in *PostgresRows+…*.
///
/// Whoever writes locks the accounts and spaces that it reads until the transaction ends, so that transactions about the same one happen one
/// after the other. No table refers to another, for in a cluster they lie on different machines: what a row owns is removed here.
final class PostgresRows: WritableRows {
    /// A row that a statement has found.
    struct Found {
        fileprivate let result: PostgresResult
        fileprivate let row: Int

        /// What a column holds; nil for a null.
        func optional<Value: PostgresValue>(_ column: Int) -> Value? {
            result.value(row, column)
        }

        /// What a column holds that is never null.
        func value<Value: PostgresValue>(_ column: Int) throws(StoreError) -> Value {
            guard let value: Value = optional(column) else {
                throw StoreError(.internal, cause: "a column without its value")
            }
            return value
        }

        /// The bytes of a column; a null reads as none.
        func bytes(_ column: Int) -> [UInt8] {
            optional(column) ?? []
        }
    }

    private let connection: PostgresConnection
    /// What stands behind a query for a row that may be changed.
    let lock: String

    /// - Parameter isWriting: whether what is read is going to be changed.
    init(_ connection: PostgresConnection, isWriting: Bool) {
        self.connection = connection
        lock = isWriting ? " FOR UPDATE" : ""
    }

    /// The rows that `sql` finds, each read by `read`, up to the first for which that is nil.
    func all<Value>(
        _ sql: String, _ arguments: [PostgresArgument], _ read: (Found) throws(StoreError) -> Value?
    ) throws(StoreError) -> [Value] {
        let result = try connection.run(sql, arguments)
        var values: [Value] = []
        values.reserveCapacity(result.count)
        for row in 0..<result.count {
            guard let value = try read(Found(result: result, row: row)) else { break }
            values.append(value)
        }
        return values
    }

    /// Runs a statement that finds no rows.
    func run(_ sql: String, _ arguments: [PostgresArgument]) throws(StoreError) {
        _ = try connection.run(sql, arguments)
    }
}

extension [PostgresArgument] {
    /// Arguments, each of its own type.
    static func of<each Value: PostgresValue>(_ values: repeat (each Value)?) -> [PostgresArgument] {
        var arguments: [PostgresArgument] = []
        for value in repeat each values { arguments.append(PostgresArgument(value)) }
        return arguments
    }
}
