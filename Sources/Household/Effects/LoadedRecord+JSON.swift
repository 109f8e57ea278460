import JSON

extension [LoadedRecord] {
    /// What was kept as JSON under a key; nil when nothing was.
    func json(_ key: String) -> JSONValue? {
        first { $0.key == key }.flatMap { try? JSONValue(parsing: $0.bytes) }
    }
}
