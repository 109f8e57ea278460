import Ledger

extension Home {
    /// Writes what a new person wants to be called: as they come in, or when they come back after leaving before that.
    mutating func writeFirstProfile(_ records: [LoadedRecord], _ world: inout World) {
        let kept = Profile(in: records)
        let wanted = firstProfile ?? kept
        firstProfile = nil
        if let wanted, mine.profile(of: me) == nil {
            write(.profileSet(ProfileSet(name: wanted.name, colour: wanted.colour.rawValue)), &world)
        }
        guard let kept else { return }
        store([], deleting: [kept.record.key], concernsOtherTabs: false, &world)
    }
}
