import JSON

/// Something that was begun and is not finished: words, or answers.
public struct Draft: Equatable, Sendable {
    /// What it is a draft of: a word for its kind, and after a slash what it is about when there can be several.
    public let name: String
    /// What stands in it; never empty.
    public let text: String

    /// A draft under that name; nil when there is nothing in it.
    public init?(_ name: String, _ text: String) {
        if text.isEmpty { return nil }
        self.name = name
        self.text = text
    }

    /// The word for the kind of a draft of that name.
    fileprivate static func kind(of name: String) -> String { String(name.prefix { $0 != "/" }) }
}

/// What this device keeps of what is not finished.
struct KeptDrafts {
    /// What stands on disk, by the draft's name. The key says nothing about what it is a draft of.
    var kept: [String: (key: String, text: String)] = [:]
    /// Keys of records that no longer count, to be deleted with the next change.
    var outdated: [String] = []
    /// What was read of the disk and not yet taken up by the pages.
    var found: [Draft] = []
    /// The kinds of which something is to be kept when the timer runs out.
    var awaited: Set<String> = []

    /// How long changes gather before they are kept, in milliseconds: what a crash could cost.
    static let pause = 500.0
    /// Begins the keys of drafts among this device's records.
    static let prefix = "draft/"
}

// Drafts stay on this device: they are in no entry, and the relay never hears of them. They are kept encrypted like everything
// else here, so they outlive a reload, a closed tab and the app lock, and go when the person signs out.

extension Home {
    /// Whether these drafts differ from those of these kinds that are kept.
    private func differ(_ drafts: [Draft], of kinds: [String]) -> Bool {
        self.drafts.kept.count { kinds.contains(Draft.kind(of: $0.key)) } != drafts.count
            || drafts.contains { self.drafts.kept[$0.name]?.text != $0.text }
    }

    /// Whether there is a device to keep drafts on, and drafts of these kinds are not to be kept in a moment already.
    public func canAwaitDrafts(of kinds: [String]) -> Bool { isReady && !isAwaitingDrafts(of: kinds) }

    /// Whether drafts of these kinds are to be kept in a moment.
    public func isAwaitingDrafts(of kinds: [String]) -> Bool { kinds.contains { drafts.awaited.contains($0) } }

    /// Has drafts of these kinds kept in a moment, when they differ from those that are kept.
    public mutating func awaitDrafts(_ drafts: [Draft], of kinds: [String], _ world: inout World) {
        guard canAwaitDrafts(of: kinds), differ(drafts, of: kinds) else { return }
        if self.drafts.awaited.isEmpty { world.perform(.timer(.drafts, after: KeptDrafts.pause)) }
        self.drafts.awaited.formUnion(kinds)
    }

    /// What was read of the disk since the last time, for the pages to take up. Each is given out once.
    public mutating func takeFoundDrafts() -> [Draft] {
        defer { drafts.found = [] }
        return drafts.found
    }

    /// Keeps these drafts and no others.
    public mutating func keep(_ drafts: [Draft], _ world: inout World) {
        let kinds = drafts.map { $0.name } + self.drafts.kept.keys
        keep(drafts, of: Array(Set(kinds.map { Draft.kind(of: $0) })), &world)
        if isReady { self.drafts.awaited = [] }
    }

    /// Keeps these drafts and no others of these kinds. What is kept of other kinds stays as it is.
    public mutating func keep(_ drafts: [Draft], of kinds: [String], _ world: inout World) {
        guard isReady else { return }
        self.drafts.awaited.subtract(kinds)
        guard differ(drafts, of: kinds) else { return }
        var before = self.drafts.kept.filter { kinds.contains(Draft.kind(of: $0.key)) }
        for name in before.keys { self.drafts.kept[name] = nil }
        var puts: [Effect.KeptRecord] = []
        for draft in drafts {
            let old = before.removeValue(forKey: draft.name)
            let key = old?.key ?? KeptDrafts.prefix + String(world.random.next())
            self.drafts.kept[draft.name] = (key, draft.text)
            if old?.text == draft.text { continue }
            let record = JSONValue.object([
                JSONMember("name", .string(draft.name)), JSONMember("text", .string(draft.text)),
                JSONMember("time", .number(world.now)),
            ])
            puts.append(Effect.KeptRecord(.records, key, record.serialized()))
        }
        let gone = before.values.map { $0.key } + self.drafts.outdated
        self.drafts.outdated = []
        store(puts, deleting: gone.map { Effect.RecordKey(.records, $0) }, concernsOtherTabs: false, &world)
    }

    /// Takes the drafts out of this device's records. Two tabs may have kept one of the same name: the later one counts.
    mutating func takeDrafts(from records: [LoadedRecord]) {
        var times: [String: Double] = [:]
        for record in records where record.key.hasPrefix(KeptDrafts.prefix) {
            guard let json = try? JSONValue(parsing: record.bytes), let name = json["name"]?.string,
                let text = json["text"]?.string, let time = json["time"]?.number, time > times[name] ?? 0
            else {
                drafts.outdated.append(record.key)
                continue
            }
            if let older = drafts.kept[name] { drafts.outdated.append(older.key) }
            times[name] = time
            drafts.kept[name] = (record.key, text)
        }
        drafts.found = drafts.kept.compactMap { Draft($0.key, $0.value.text) }
    }
}
