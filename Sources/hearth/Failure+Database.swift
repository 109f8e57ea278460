import RelayStore
import StoreRules

extension Failure {
    /// What to do about a PostgreSQL database that can't be opened. Its address isn't told: it may hold a password.
    init(opening error: StoreError) {
        let cause = error.cause.map { " (\($0))" } ?? ""
        if error.cause == PostgresStore.newerCause {
            self.init(
                .inputOutput, "A newer version of Hearth has used this database. Start that one, or a later one.")
        } else if error.name == .busy {
            self.init(
                .unavailable,
                "The database can't be reached or changed\(cause). Check --database or HEARTH_DATABASE, and that it runs."
            )
        } else {
            self.init(.inputOutput, "The database can't be used\(cause).")
        }
    }
}
