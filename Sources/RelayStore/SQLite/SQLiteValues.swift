import Bytes
import GRDB
import GRDBSQLite
import StoreRules

/// `SQLITE_TRANSIENT`: SQLite copies what is bound before the call returns.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

/// Bytes as a blob.
struct Blob: StatementBinding, StatementColumnConvertible {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    init?(sqliteStatement: SQLiteStatement, index: CInt) {
        let count = Int(sqlite3_column_bytes(sqliteStatement, index))
        bytes = Array(UnsafeRawBufferPointer(start: sqlite3_column_blob(sqliteStatement, index), count: count))
    }

    func bind(to sqliteStatement: SQLiteStatement, at index: CInt) -> CInt {
        // An array without elements may have no address, and that would bind a null.
        bytes.isEmpty
            ? sqlite3_bind_zeroblob(sqliteStatement, index, 0)
            : sqlite3_bind_blob(sqliteStatement, index, bytes, CInt(bytes.count), transient)
    }
}

/// The 16 bytes as a blob.
extension Identifier: StatementBinding, StatementColumnConvertible {
    /// The identifier in a column, or nil when that has another length.
    public init?(sqliteStatement: SQLiteStatement, index: CInt) {
        guard sqlite3_column_bytes(sqliteStatement, index) == Self.byteCount,
            let bytes = sqlite3_column_blob(sqliteStatement, index)
        else { return nil }
        self.init(
            high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
            low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }

    /// Binds the 16 bytes.
    public func bind(to sqliteStatement: SQLiteStatement, at index: CInt) -> CInt {
        withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) {
            sqlite3_bind_blob(sqliteStatement, index, $0.baseAddress, CInt(Self.byteCount), transient)
        }
    }
}

/// The 32 bytes as a blob.
extension SecretHash: StatementBinding, StatementColumnConvertible {
    /// The hash in a column, or nil when that has another length.
    public init?(sqliteStatement: SQLiteStatement, index: CInt) {
        guard let blob = Blob(sqliteStatement: sqliteStatement, index: index) else { return nil }
        self.init(blob.bytes)
    }

    /// Binds the 32 bytes.
    public func bind(to sqliteStatement: SQLiteStatement, at index: CInt) -> CInt {
        Blob(bytes).bind(to: sqliteStatement, at: index)
    }
}
