import Bytes
import Foundation
import GRDB
import Wire

extension Identifier: DatabaseValueConvertible {
    /// The 16 bytes as a blob.
    public var databaseValue: DatabaseValue {
        Data(bytes).databaseValue
    }

    /// The identifier in a blob of 16 bytes.
    public static func fromDatabaseValue(_ value: DatabaseValue) -> Identifier? {
        Data.fromDatabaseValue(value).flatMap { Identifier($0) }
    }
}

extension SecretHash: DatabaseValueConvertible {
    /// The 32 bytes as a blob.
    public var databaseValue: DatabaseValue {
        Data(bytes).databaseValue
    }

    /// The hash in a blob of 32 bytes.
    public static func fromDatabaseValue(_ value: DatabaseValue) -> SecretHash? {
        Data.fromDatabaseValue(value).flatMap { $0.count == 32 ? SecretHash(stored: Array($0)) : nil }
    }
}

extension Row {
    /// The bytes of a blob column; a missing value reads as none.
    func bytes(_ column: Int) -> [UInt8] {
        (try? withUnsafeData(atIndex: column) { $0.map { Array($0) } }) ?? []
    }
}
