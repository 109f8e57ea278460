public import Bytes
import JSON
public import Ledger

/// Everything that a person can read, to take along: their private space and every shared one.
///
/// Of what others wrote it has what Hearth shows the person of it, and no more (``ExportedEntry/asShownToOthers``). Left out is what
/// would be of no use elsewhere, or would let someone in: secrets of invitations and keys of others; pages that
/// were taken out of the journal; and whether only things for one are suggested, for whoever finds the file must not learn that.
public struct Export: Sendable {
    /// The form's version.
    public static let version: Int64 = 1

    /// What the person is called.
    public let name: String
    /// The person's account.
    public let account: Identifier
    /// When it is made: milliseconds since 1970.
    public let made: Int64
    /// All entries, oldest first.
    public let entries: [ExportedEntry]

    /// Everything in a person's spaces.
    ///
    /// - Parameters:
    ///   - spaces: what each space says, and what it is to the person.
    ///   - account: the person's account.
    ///   - name: what the person is called.
    ///   - someone: what a person without a name is called.
    ///   - settings: the keys of the settings that stay behind.
    ///   - made: now, in milliseconds since 1970.
    public init(
        _ spaces: [(projection: Projection, space: ExportedEntry.Space)], of account: Identifier, name: String,
        someone: String, leavingOut settings: Set<String>, made: Int64
    ) {
        self.name = name
        self.account = account
        self.made = made
        var entries: [ExportedEntry] = []
        for (projection, space) in spaces {
            var names: [Identifier: String] = [:]
            for author in projection.accounts {
                let called = projection.profile(of: author)?.name ?? ""
                names[author] = !called.isEmpty ? called : author == account && !name.isEmpty ? name : someone
            }
            entries += Self.entries(projection, space, of: account, names, someone, settings)
        }
        entries.sort { ($0.milliseconds, $0.counter, $0.entry) < ($1.milliseconds, $1.counter, $1.entry) }
        self.entries = entries
    }

    private static func entries(
        _ projection: Projection, _ space: ExportedEntry.Space, of account: Identifier, _ names: [Identifier: String],
        _ someone: String, _ settings: Set<String>
    ) -> [ExportedEntry] {
        let log = projection.log
        var entries: [ExportedEntry] = []
        entries.reserveCapacity(log.count)
        for position in log.positions {
            if let kind = log.kind(at: position) {
                guard kind.rule.isExportable, !projection.isRemoved(position) else { continue }
                // Of another only what counts: what they corrected or took back is shown nowhere.
                if log.author(at: position) != account, !projection.counts(position) { continue }
                if kind == .settingSet, let key = log.subject(at: position), settings.contains(key) { continue }
                // Who called a break, and when, is held up to nobody.
                if kind.rule.topic == .conversations, log.subject(at: position) == Pause.conversation.text { continue }
            }
            let author = names[log.author(at: position)] ?? someone
            if let entry = ExportedEntry(log, at: position, space: space, author: author) {
                entries.append(entry.account == account ? entry : entry.asShownToOthers)
            }
        }
        return entries
    }

    /// The lines: one that says what this is, then one for each entry.
    public var lines: [UInt8] {
        var bytes = JSONValue.object([
            JSONMember("hearth", "export"), JSONMember("version", .integer(Self.version)),
            JSONMember("made", .string(ISOTime.text(made))), JSONMember("name", .string(name)),
            JSONMember("account", .string(account.text)),
        ]).serialized()
        bytes.append(0x0A)
        for entry in entries {
            bytes.append(contentsOf: entry.line)
            bytes.append(0x0A)
        }
        return bytes
    }
}
