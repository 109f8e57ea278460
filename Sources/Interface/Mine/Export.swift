import Bytes
import JSON
import Ledger
import Library
import Wire
import Words

/// Everything that a person can read, to take along: their private space and every shared one.
///
/// Left out is what would be of no use elsewhere, or would let someone in: secrets of invitations and keys of others; pages that
/// were taken out of the journal; and whether only things for one are suggested, for whoever finds the file must not learn that.
struct Export {
    /// The form's version.
    static let version: Int64 = 1

    /// What the person is called.
    let name: String
    /// The person's account.
    let account: Identifier
    /// When it is made: milliseconds since 1970.
    let made: Int64
    /// All entries, oldest first.
    let entries: [ExportedEntry]

    /// Everything in a home.
    init(_ home: Home, _ shell: Shell) {
        name = home.myName
        account = home.me
        made = Int64(shell.now)
        var entries: [ExportedEntry] = []
        for state in home.spaces {
            let space: ExportedEntry.Space =
                state.record.kind == .private ? .mine : state.record.state == .open ? .ours : .oursClosed
            entries += Self.entries(state.projection, space, home, shell.words.data.page)
        }
        entries.sort { ($0.milliseconds, $0.counter, $0.entry) < ($1.milliseconds, $1.counter, $1.entry) }
        self.entries = entries
    }

    private static func entries(
        _ projection: Projection, _ space: ExportedEntry.Space, _ home: Home, _ words: DataWords.ReadingPage
    ) -> [ExportedEntry] {
        let log = projection.log
        var names: [Identifier: String] = [:]
        var pages: Set<Log.Position> = []
        for account in projection.accounts {
            let name = projection.profile(of: account)?.name ?? ""
            names[account] =
                !name.isEmpty ? name : account == home.me && !home.myName.isEmpty ? home.myName : words.someone
            pages.formUnion(projection.journal(of: account))
        }
        var entries: [ExportedEntry] = []
        entries.reserveCapacity(log.count)
        for position in log.positions {
            if let kind = log.kind(at: position) {
                guard kind.rule.isExportable else { continue }
                if kind == .journalWritten, !pages.contains(position) { continue }
                if kind == .settingSet, log.subject(at: position) == Home.companySetting { continue }
            }
            let author = names[log.author(at: position)] ?? words.someone
            if let entry = ExportedEntry(log, at: position, space: space, author: author) { entries.append(entry) }
        }
        return entries
    }

    /// The lines: one that says what this is, then one for each entry.
    var lines: [UInt8] {
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
