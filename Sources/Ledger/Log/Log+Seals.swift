import Bytes

extension Log {
    /// The entries that somebody put under a seal, by their ids: those that are here, and what is left of erased ones. Looks at
    /// every entry.
    public func entries(under seal: Identifier, by account: Identifier) -> Set<Identifier> {
        var entries: Set<Identifier> = []
        for tombstone in tombstones.values where tombstone.seal == seal && tombstone.author == account {
            entries.insert(tombstone.id)
        }
        guard let author = authors.firstIndex(of: account) else { return entries }
        for index in records.indices where records[index].isSealed && Int(records[index].author) == author {
            if self.seal(at: Position(index)) == seal { entries.insert(records[index].id) }
        }
        return entries
    }
}
