import Bytes
import Wire

extension Rules {
    /// Keeps a blob, once however often it comes.
    public func putBlob(
        _ bytes: [UInt8], as blob: Identifier, space: Identifier, account: Identifier, in rows: some WritableRows
    ) throws(StoreError) {
        var space = try self.space(space, member: account, in: rows)
        guard bytes.count <= Limits.blobBytes else { throw StoreError(.blobTooLarge) }
        guard BlobLength.isPadded(bytes.count) else { throw StoreError(.malformed) }
        // What is already kept may be put again even when the space has closed: an answer may have been lost.
        if let kept = try rows.blob(blob, in: space.id) {
            guard kept.author == account, kept.bytes == bytes else { throw StoreError(.entryConflict) }
            return
        }
        try requireOpen(space)
        let room = size(of: bytes)
        try requireRoom(room, in: space, account, rows)
        space.use(room, by: account)
        try rows.put(BlobRow(id: blob, author: account, bytes: bytes), in: space.id)
        try rows.put(space)
    }

    /// What a blob holds.
    public func blob(
        _ blob: Identifier, space: Identifier, account: Identifier, in rows: some StoreRows
    ) throws(StoreError) -> [UInt8] {
        _ = try self.space(space, member: account, in: rows)
        guard let kept = try rows.blob(blob, in: space) else { throw StoreError(.notFound) }
        return kept.bytes
    }

    /// Erases an own blob. Nothing of it remains.
    public func eraseBlob(
        _ blob: Identifier, space: Identifier, account: Identifier, in rows: some WritableRows
    ) throws(StoreError) {
        var space = try self.space(space, member: account, in: rows)
        guard let kept = try rows.blob(blob, in: space.id), kept.author == account else { throw StoreError(.notFound) }
        try erase(kept, in: &space, rows)
        try rows.put(space)
    }

    /// Erases a few blobs of an author's.
    ///
    /// - Returns: whether there were any.
    func eraseSomeBlobs(
        of author: Identifier, in space: inout SpaceRow, _ rows: some WritableRows
    ) throws(StoreError) -> Bool {
        let some = try rows.blobs(in: space.id, by: author, count: 2)
        for blob in some { try erase(blob, in: &space, rows) }
        return !some.isEmpty
    }

    private func erase(_ blob: BlobRow, in space: inout SpaceRow, _ rows: some WritableRows) throws(StoreError) {
        space.use(-size(of: blob.bytes), by: blob.author)
        try rows.removeBlob(blob.id, in: space.id)
    }

    private func size(of bytes: [UInt8]) -> Int64 { Int64(bytes.count) + Limits.entryOverhead }
}
