import JSON

/// Something that was begun and is not finished: words, or answers.
public struct Draft: Equatable, Sendable {
    /// What it is a draft of.
    public let name: String
    /// What stands in it; never empty.
    public let text: String

    /// A draft under that name; nil when there is nothing in it.
    public init?(_ name: String, _ text: String) {
        if text.isEmpty { return nil }
        self.name = name
        self.text = text
    }
}

/// What this device keeps of what is not finished.
struct KeptDrafts {
    /// What stands on disk, by the draft's name. The key says nothing about what it is a draft of.
    var kept: [String: (key: String, text: String)] = [:]
    /// Keys of records that no longer count, to be deleted with the next change.
    var outdated: [String] = []
    /// What was read of the disk and not yet taken up by the pages.
    var found: [Draft] = []
    /// Whether something is to be kept when the timer runs out.
    var isAwaited = false

    /// How long changes gather before they are kept, in milliseconds: what a crash could cost.
    static let pause = 500.0
    /// Begins the keys of drafts among this device's records.
    static let prefix = "draft/"
}

// Drafts stay on this device: they are in no entry, and the relay never hears of them. They are kept encrypted like everything
// else here, so they outlive a reload, a closed tab and the app lock, and go when the person signs out.

extension Home {
    /// Whether these drafts differ from those that are kept.
    private func differ(_ drafts: [Draft]) -> Bool {
        drafts.count != self.drafts.kept.count || drafts.contains { self.drafts.kept[$0.name]?.text != $0.text }
    }

    /// Whether nothing is to be kept in a moment already, and there is a device to keep it on.
    public var canAwaitDrafts: Bool { isReady && !drafts.isAwaited }

    /// Has drafts kept in a moment, when they differ from those that are kept.
    public mutating func awaitDrafts(_ drafts: [Draft], _ world: inout World) {
        guard canAwaitDrafts, differ(drafts) else { return }
        self.drafts.isAwaited = true
        world.perform(.timer(.drafts, after: KeptDrafts.pause))
    }

    /// What was read of the disk since the last time, for the pages to take up. Each is given out once.
    public mutating func takeFoundDrafts() -> [Draft] {
        defer { drafts.found = [] }
        return drafts.found
    }

    /// Keeps these drafts and no others.
    public mutating func keep(_ drafts: [Draft], _ world: inout World) {
        guard isReady else { return }
        self.drafts.isAwaited = false
        guard differ(drafts) else { return }
        var before = self.drafts.kept
        self.drafts.kept = [:]
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
