import Bytes
import Household
import Keepsake
import Ledger
import Library
import Words

/// Taking everything along, and bringing it in.
///
/// Bringing in follows one rule: what the person wrote is written again as theirs, with its time, into their private space, for
/// whoever shares a space with them now may not be whom it was written for. What somebody else wrote is kept as words to read.
/// Entries keep their ids, so that nothing comes in twice.
public struct DataPage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case exportWanted(Taken)
        case proof(ProofAction)
        case fileChosen, importWanted, importDropped
        case olderWanted
    }

    /// What is taken along.
    public enum Taken: Equatable, Sendable { case both, lines, page }

    /// A file, and what of it is new here.
    struct Preview {
        let file: ImportFile
        /// What would come in.
        let entries: [(entry: Identifier, body: [UInt8])]
        /// How many of these the person wrote, by their kinds.
        let own: KindCounts
        /// How many of these others wrote, by what they are called.
        let others: [(name: String, counts: KindCounts)]
        /// Whether the file says that it is of another account than the person's.
        let isOfAnotherAccount: Bool
        /// How many are here already.
        let known: Int
        /// When the first and the last was written: milliseconds since 1970.
        let span: ClosedRange<Int64>?
    }

    /// How many entries there are of each kind, in the order in which the kinds first come.
    struct KindCounts {
        private(set) var kinds: [(kind: String, count: Int)] = []

        /// How many there are in all.
        var total: Int { kinds.reduce(0) { $0 + $1.count } }

        mutating func add(_ kind: String) {
            if let index = kinds.firstIndex(where: { $0.kind == kind }) {
                kinds[index].count += 1
            } else {
                kinds.append((kind, 1))
            }
        }
    }

    /// How many bad lines are named.
    static let badLinesShown = 10
    /// How many entries of others are shown at first, and how many more at a time.
    static let archiveShown = 20

    private(set) var preview: Preview?
    private(set) var problem: ImportFile.Problem?
    private(set) var shown = Self.archiveShown
    /// What is asked before anything is taken along.
    private(set) var proof = Proof<Taken>()

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .exportWanted(let taken): proof.ask(before: taken, &shell.world)
        case .proof(let action):
            proof.update(action, occurrence, home, &shell.world) { .exportProven($0) }
        case .fileChosen: read(occurrence.bytes, home, &shell)
        case .importWanted:
            guard let preview else { return }
            home.adopt(preview.entries, &shell.world)
            self.preview = nil
            shell.say(shell.words.data.imported)
            shell.perform(.focus("import"))
        case .importDropped:
            preview = nil
            problem = nil
            shell.perform(.focus("import"))
        case .olderWanted: shown += Self.archiveShown
        }
    }

    // MARK: Taking along

    /// Saves what was wanted, for whoever has shown that they may.
    mutating func takeProof(_ outcome: Outcome<Completion>, _ home: Home, _ shell: inout Shell) {
        guard let taken = proof.receive(outcome, &shell.world) else { return }
        let export = Export(home, shell)
        if taken != .lines { savePage(export, home, &shell) }
        if taken != .page { saveLines(export, home, &shell) }
    }

    private func saveLines(_ export: Export, _ home: Home, _ shell: inout Shell) {
        save(export.lines, ending: ".jsonl", type: "application/jsonl", home, &shell)
    }

    private func savePage(_ export: Export, _ home: Home, _ shell: inout Shell) {
        let page = ReadableExport(export, home.catalogue, shell.words, shell.world)
        save(page.html, ending: ".html", type: "text/html", home, &shell)
    }

    private func save(_ bytes: [UInt8], ending: String, type: String, _ home: Home, _ shell: inout Shell) {
        let name = shell.words.data.fileName(home.today(shell.world).text) + ending
        shell.perform(.download(name: name, type: type, bytes: bytes)) { .saved($0) }
    }

    // MARK: Bringing in

    private mutating func read(_ bytes: [UInt8], _ home: Home, _ shell: inout Shell) {
        preview = nil
        problem = nil
        do throws(ImportFile.Problem) {
            preview = Preview(try ImportFile(bytes), home, shell.words)
        } catch {
            problem = error
        }
        shell.perform(.focus("preview"))
    }
}

extension DataPage.Preview {
    init(_ file: ImportFile, _ home: Home, _ words: Words) {
        self.file = file
        var entries: [(entry: Identifier, body: [UInt8])] = []
        var own = DataPage.KindCounts()
        var others: [(name: String, counts: DataPage.KindCounts)] = []
        var known = 0
        var times: [Int64] = []
        for entry in file.entries {
            if home.has(entry.entry) {
                known += 1
            } else if let body = file.body(
                of: entry, besides: home.partner, asTextBy: { EntryText.quoted($0, home.catalogue, words) })
            {
                entries.append((entry.entry, body))
                times.append(entry.milliseconds)
                if file.isOwn(entry, besides: home.partner) {
                    own.add(entry.kind)
                } else if let index = others.firstIndex(where: { $0.name == entry.author }) {
                    others[index].counts.add(entry.kind)
                } else {
                    var counts = DataPage.KindCounts()
                    counts.add(entry.kind)
                    others.append((entry.author, counts))
                }
            }
        }
        self.entries = entries
        self.own = own
        self.others = others
        self.known = known
        isOfAnotherAccount = file.account != home.me
        span = times.min().flatMap { first in times.max().map { first...$0 } }
    }
}
