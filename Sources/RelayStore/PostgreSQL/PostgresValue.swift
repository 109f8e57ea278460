import Bytes
import StoreRules

/// Something that a statement is given, or that a column holds, in PostgreSQL's binary form.
protocol PostgresValue {
    /// The number of its type in `pg_type`, which is the same in every PostgreSQL.
    static var type: UInt32 { get }

    /// Its bytes.
    var postgresBytes: [UInt8] { get }

    /// Reads what ``postgresBytes`` gives; nil for anything else.
    init?(postgresBytes: UnsafeRawBufferPointer)
}

extension Int64: PostgresValue {
    static var type: UInt32 { 20 }

    var postgresBytes: [UInt8] { (0..<8).reversed().map { UInt8(truncatingIfNeeded: self >> (8 * $0)) } }

    init?(postgresBytes bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 8 else { return nil }
        self = bytes.reduce(0) { $0 << 8 | Int64($1) }
    }
}

extension String: PostgresValue {
    static var type: UInt32 { 25 }

    var postgresBytes: [UInt8] { Array(utf8) }

    init?(postgresBytes bytes: UnsafeRawBufferPointer) {
        self.init(validating: bytes, as: UTF8.self)
    }
}

/// Bytes, as `bytea`.
extension [UInt8]: PostgresValue {
    static var type: UInt32 { 17 }

    var postgresBytes: [UInt8] { self }

    init?(postgresBytes bytes: UnsafeRawBufferPointer) {
        self.init(bytes)
    }
}

extension Identifier: PostgresValue {
    static var type: UInt32 { [UInt8].type }

    var postgresBytes: [UInt8] { bytes }

    init?(postgresBytes bytes: UnsafeRawBufferPointer) {
        self.init(bytes)
    }
}

extension SecretHash: PostgresValue {
    static var type: UInt32 { [UInt8].type }

    var postgresBytes: [UInt8] { bytes }

    init?(postgresBytes bytes: UnsafeRawBufferPointer) {
        self.init(Array(bytes))
    }
}

/// What a statement is given: a value, or nothing of a type.
struct PostgresArgument {
    let type: UInt32
    /// Nil for a null.
    let bytes: [UInt8]?

    init<Value: PostgresValue>(_ value: Value?) {
        type = Value.type
        bytes = value?.postgresBytes
    }
}
