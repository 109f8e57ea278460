import Bytes

extension Log {
    /// How many entries somebody put under each seal: those that are here, and what is left of erased ones. Looks at every entry.
    public func sealCounts(of account: Identifier) -> [Identifier: Int] {
        var counts: [Identifier: Int] = [:]
        for tombstone in tombstones.values where tombstone.author == account && !tombstone.seal.isZero {
            counts[tombstone.seal, default: 0] += 1
        }
        guard let author = authors.firstIndex(of: account) else { return counts }
        for index in records.indices where records[index].isSealed && Int(records[index].author) == author {
            if tombstones[records[index].id] == nil { counts[seal(at: Position(index)), default: 0] += 1 }
        }
        return counts
    }
}
