import CPostgreSQL
import StoreRules

/// A connection to PostgreSQL through libpq. Statements are prepared once, and sent and answered in binary form.
///
/// - Note: `@unchecked Sendable`, for it goes from thread to thread: whoever has it from ``PostgresPool`` is the only one who does.
final class PostgresConnection: @unchecked Sendable {
    private let connection: OpaquePointer
    /// The names of prepared statements by their text.
    private var prepared: [String: String] = [:]
    /// The SQLSTATE of the last statement that failed; empty when the connection itself did.
    private(set) var failure: String?

    /// Connects.
    ///
    /// - Parameter address: a connection string or address as libpq takes them.
    /// - Throws: `busy`, for nobody knows whether it will be there in a moment.
    init(_ address: String) throws(StoreError) {
        guard let connection = PQconnectdb(address) else {
            throw StoreError(.internal, cause: "no memory for a connection")
        }
        guard PQstatus(connection) == CONNECTION_OK else {
            PQfinish(connection)
            // libpq's own words may name users and hosts.
            throw StoreError(.busy, cause: "PostgreSQL can't be reached")
        }
        self.connection = connection
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
    }

    deinit {
        PQfinish(connection)
    }

    /// Whether nothing can be asked any more.
    var isBroken: Bool { PQstatus(connection) != CONNECTION_OK }

    /// Whether it is still there, as far as can be told without asking: a server that was stopped has hung up.
    var isAlive: Bool { PQconsumeInput(connection) == 1 && !isBroken }

    /// Whether the last failure came of what others did at the same time, so that the same transaction may succeed now: serialization
    /// failures, deadlocks, and keys that somebody else has just taken.
    /// https://www.postgresql.org/docs/15/mvcc-serialization-failure-handling.html
    var mayTryAgain: Bool {
        failure.map { ["40001", "40P01", "23505"].contains($0) } ?? false
    }

    /// Runs one statement.
    func run(_ sql: String, _ arguments: [PostgresArgument] = []) throws(StoreError) -> PostgresResult {
        let name = try prepare(sql, arguments)
        // One piece of memory for all of them, from which each is pointed at.
        var memory: [UInt8] = []
        var places: [Int?] = []
        var lengths: [CInt] = []
        for argument in arguments {
            places.append(argument.bytes.map { _ in memory.count })
            lengths.append(CInt(argument.bytes?.count ?? 0))
            memory += argument.bytes ?? []
        }
        // What is empty must be pointed at too, or it is a null.
        memory.append(0)
        let formats = [CInt](repeating: 1, count: arguments.count)
        let result = memory.withUnsafeBufferPointer { memory in
            let values = places.map { place in
                place.map { UnsafeRawPointer(memory.baseAddress! + $0).assumingMemoryBound(to: CChar.self) }
            }
            return PQexecPrepared(connection, name, CInt(arguments.count), values, lengths, formats, 1)
        }
        return try checked(result)
    }

    /// Runs statements that take nothing and whose answers nobody reads.
    func execute(_ sql: String) throws(StoreError) {
        _ = try checked(PQexec(connection, sql))
    }

    /// Undoes the transaction that is under way, if there is one and it can be.
    func rollBack() {
        let failed = failure
        try? execute("ROLLBACK")
        failure = failed
    }

    private func prepare(_ sql: String, _ arguments: [PostgresArgument]) throws(StoreError) -> String {
        if let name = prepared[sql] { return name }
        let name = "s\(prepared.count)"
        _ = try checked(PQprepare(connection, name, sql, CInt(arguments.count), arguments.map { Oid($0.type) }))
        prepared[sql] = name
        return name
    }

    private func checked(_ result: OpaquePointer?) throws(StoreError) -> PostgresResult {
        let answer = result.map { PostgresResult($0) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
            failure = nil
            if let answer { return answer }
        default: break
        }
        let state = answer?.state ?? ""
        failure = state
        throw StoreError(state: state)
    }
}

extension StoreError {
    /// The name for a failure of PostgreSQL's, by its SQLSTATE; an empty one when the connection is gone. The words that come with it may
    /// quote values; the state can't. https://www.postgresql.org/docs/15/errcodes-appendix.html
    fileprivate init(state: String) {
        let cause = state.isEmpty ? "the connection to PostgreSQL is gone" : "PostgreSQL \(state)"
        switch state {
        case "53100": self.init(.storageFull, cause: cause)
        // Connections, too many of them, shutdowns, a standby that may not write; and what may succeed in a moment.
        case "", "25006", "40001", "40P01", "23505", "55P03", "57014": self.init(.busy, cause: cause)
        case _ where ["08", "53", "57"].contains(state.prefix(2)): self.init(.busy, cause: cause)
        case _: self.init(.internal, cause: cause)
        }
    }
}

/// What a statement has found.
final class PostgresResult {
    private let result: OpaquePointer

    fileprivate init(_ result: OpaquePointer) {
        self.result = result
    }

    deinit {
        PQclear(result)
    }

    /// How many rows there are.
    var count: Int { Int(PQntuples(result)) }

    fileprivate var state: String {
        PQresultErrorField(result, CInt(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
    }

    /// What a column of a row holds; nil for a null and for what is of another type.
    func value<Value: PostgresValue>(_ row: Int, _ column: Int) -> Value? {
        let (row, column) = (CInt(row), CInt(column))
        guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else { return nil }
        return Value(
            postgresBytes: UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column))))
    }
}
