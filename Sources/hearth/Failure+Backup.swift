import RelayStore

extension Failure {
    /// What to do about a backup that wasn't made or put back.
    init(_ error: BackupError, of database: String, at copy: String) {
        let (database, copy) = (database.shown, copy.shown)
        switch error {
        case .noDatabase:
            self.init(.noInput, "There is no database in \(database). Choose its directory with --data.")
        case .isThere: self.init(.usage, "\(copy) is there already. Choose another name.")
        case .foreign: self.init(.badData, "\(copy) is no backup of Hearth's. Nothing was changed.")
        case .isSealed: self.init(.usage, "\(copy) is sealed. Give its key with --key.")
        case .notOpened:
            self.init(
                .badData,
                "\(copy) can't be opened: it has another key, or was changed or cut off. Nothing was changed.")
        case .newer:
            self.init(
                .badData,
                "\(copy) was made by a newer version of Hearth. Use that one, or a later one. Nothing was changed.")
        case .damaged(let problems):
            let problems = problems.joined(separator: "\n")
            self.init(.badData, "What would be copied can't be relied on. Nothing was changed.\n\(problems)")
        case .full: self.init(.inputOutput, "The disk is full. Make room first. Nothing was changed.")
        case .failed(let reason): self.init(.inputOutput, "\(reason). Nothing was changed.")
        }
    }
}
