import Bytes
import GRDB
import StoreRules

extension SQLiteRows {
    func blob(_ id: Identifier, in space: Identifier) throws(StoreError) -> BlobRow? {
        try all(
            "SELECT blob, author, bytes FROM blobs WHERE space = ? AND blob = ?", [try row(of: space), id], Self.blob
        ).first
    }

    func blobs(in space: Identifier, by author: Identifier, count: Int) throws(StoreError) -> [BlobRow] {
        try all(
            "SELECT blob, author, bytes FROM blobs WHERE space = ? AND author = ? LIMIT ?",
            [try row(of: space), author, count], Self.blob)
    }

    func put(_ blob: BlobRow, in space: Identifier) throws(StoreError) {
        try run(
            """
            INSERT INTO blobs (space, blob, author, bytes) VALUES (?, ?, ?, ?)
            ON CONFLICT (space, blob) DO UPDATE SET author = excluded.author, bytes = excluded.bytes
            """, [try row(of: space), blob.id, blob.author, Blob(blob.bytes)])
    }

    func removeBlob(_ id: Identifier, in space: Identifier) throws(StoreError) {
        try run("DELETE FROM blobs WHERE space = ? AND blob = ?", [try row(of: space), id])
    }

    private static func blob(_ row: Found) throws(StoreError) -> BlobRow {
        BlobRow(id: try row.value(0), author: try row.value(1), bytes: row.bytes(2))
    }
}
