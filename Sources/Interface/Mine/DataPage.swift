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
        /// Text is pasted, and is to be read.
        case pasted, pasteRead
        case making(CopyMaking.Action), makingDropped
        /// The page to read isn't to be saved after all, while it waits for its photos.
        case pageDropped
        /// It is to be saved without the photos that are left out.
        case pageWanted
        case photosTriedAgain
        case opening(CopyOpening.Action)
    }

    /// What is taken along.
    public enum Taken: Equatable, Sendable { case both, lines, page, copy }

    /// Why nothing of a file comes in.
    enum Problem: Equatable {
        case file(ImportFile.Problem)
        case journal(ForeignJournal.Problem)
        case copy(OpenedCopy.Flaw)
    }

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
    /// A journal from elsewhere, and what of it is new here.
    private(set) var journal: JournalPreview?
    private(set) var problem: Problem?
    /// What is pasted.
    private(set) var paste = ""
    /// The copy that is being made; nil while none is.
    private(set) var making: CopyMaking?
    /// The copy that waits for its passphrase; nil while none does.
    private(set) var opening: CopyOpening?
    /// Whether something was brought in that isn't all on this device yet.
    private(set) var isBringing = false
    private(set) var shown = Self.archiveShown
    /// What is asked before anything is taken along.
    private(set) var proof = Proof<Taken>()
    /// The photos that the page to read waits for, the latest first; none while none is being made.
    private(set) var photosOnPage: [ShownPhoto] = []

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .exportWanted(let taken):
            opening = nil
            making = nil
            proof.ask(before: taken, &shell.world)
        case .proof(let action):
            proof.update(action, occurrence, home, &shell.world) { .exportProven($0) }
        case .fileChosen: read(occurrence.bytes, named: occurrence.text, home, &shell)
        case .importWanted:
            guard let entries = preview?.entries ?? journal?.entries(&shell) else { return }
            home.adopt(entries, &shell.world)
            if journal != nil { paste = "" }
            forget()
            isBringing = true
            shell.perform(.focus("import"))
        case .importDropped:
            forget()
            shell.perform(.focus("import"))
        case .pasted:
            paste = occurrence.text
            if paste.excess(over: TextLimit.long) == 0 { home.coach.watch(paste, &shell.world) }
        case .pasteRead: read(Array(paste.utf8), named: "", home, &shell)
        case .making(let action):
            let lines = action == .given ? Export(home, shell).lines : []
            making?.update(action, occurrence, home, &shell.world, content: lines)
        case .makingDropped: making = nil
        case .pageDropped: dropPage()
        case .pageWanted: savePage(home, &shell)
        case .photosTriedAgain: shell.gathering.tryAgain(&shell.world)
        case .opening(let action): opening?.update(action, occurrence, &shell.world)
        case .olderWanted: shown += Self.archiveShown
        }
    }

    // MARK: Taking along

    /// Saves what was wanted, for whoever has shown that they may.
    mutating func takeProof(_ outcome: Outcome<Completion>, _ home: Home, _ shell: inout Shell) {
        guard let taken = proof.receive(outcome, &shell.world) else { return }
        if taken == .copy {
            making = CopyMaking(&shell.world)
            return
        }
        let export = Export(home, shell)
        if taken != .lines { beginPage(export, home, &shell) }
        if taken != .page { saveLines(export, home, &shell) }
    }

    private func saveLines(_ export: Export, _ home: Home, _ shell: inout Shell) {
        save(export.lines, ending: ".jsonl", type: "application/jsonl", home, &shell)
    }

    /// Saves the page to read, or waits for its photos first.
    private mutating func beginPage(_ export: Export, _ home: Home, _ shell: inout Shell) {
        let photos = export.photos(home)
        photosOnPage = export.entries.reversed().flatMap { photos[$0.entry] ?? [] }
        if !photosOnPage.isEmpty { return }
        let page = ReadableExport(export, photos: [:], PhotoGathering(), home.catalogue, shell.words, shell.world)
        save(page.html, ending: ".html", type: "text/html", home, &shell)
    }

    /// Saves the page to read once its photos are ready. When some are left out, the person says first whether to go on.
    mutating func photosCame(_ home: Home, _ shell: inout Shell) {
        if !shell.gathering.isShort { savePage(home, &shell) }
    }

    private mutating func savePage(_ home: Home, _ shell: inout Shell) {
        guard isPageReady(shell) else { return }
        photosOnPage = []
        let export = Export(home, shell)
        let page = ReadableExport(
            export, photos: export.photos(home), shell.gathering, home.catalogue, shell.words, shell.world)
        let name = shell.words.data.fileName(home.today(shell.world).text) + ".html"
        shell.perform(.savePage(name: name, bytes: page.html)) { .saved($0) }
    }

    /// Whether nothing is left to be made ready for the page to read.
    func isPageReady(_ shell: Shell) -> Bool {
        !photosOnPage.isEmpty && shell.gathering.wanted == photosOnPage && shell.gathering.isDone
    }

    /// No page to read is being made any more.
    mutating func dropPage() { photosOnPage = [] }

    private func save(_ bytes: [UInt8], ending: String, type: String, _ home: Home, _ shell: inout Shell) {
        let name = shell.words.data.fileName(home.today(shell.world).text) + ending
        shell.perform(.download(name: name, type: type, bytes: bytes)) { .saved($0) }
    }

    // MARK: Bringing in

    private mutating func read(_ bytes: [UInt8], named name: String, _ home: Home, _ shell: inout Shell) {
        forget()
        if CopyOpening.isCopy(bytes) {
            proof = Proof()
            let opening = CopyOpening(bytes)
            self.opening = opening
            return shell.perform(.focus(opening.field.id))
        }
        if ImportFile.isMeant(bytes, named: name) {
            readLines(bytes, home, shell)
        } else {
            readJournal(bytes, named: name, home, shell)
        }
        shell.perform(.focus("preview"))
    }

    private mutating func readLines(_ bytes: [UInt8], _ home: Home, _ shell: Shell) {
        do throws(ImportFile.Problem) {
            preview = Preview(try ImportFile(bytes), home, shell.words)
        } catch {
            problem = .file(error)
        }
    }

    private mutating func readJournal(_ bytes: [UInt8], named name: String, _ home: Home, _ shell: Shell) {
        let world = shell.world
        do throws(ForeignJournal.Problem) {
            let found = try ForeignJournal(bytes, named: name, now: Int64(world.now)) { world.offset(at: $0) }
            journal = JournalPreview(found, home)
        } catch {
            problem = .journal(error)
        }
    }

    /// Says that what was brought in is here, once this device holds all of it. Where it can hold nothing, that is told instead.
    mutating func tellBrought(_ home: Home, _ shell: inout Shell) {
        guard isBringing, !home.isKeeping else { return }
        isBringing = false
        if !home.notices.contains(.deviceFull), !home.notices.contains(.nothingKept) {
            shell.say(shell.words.data.imported)
        }
    }

    /// Lets go of what was read, and of what is wrong with it.
    private mutating func forget() {
        preview = nil
        journal = nil
        problem = nil
        opening = nil
    }

    // MARK: An encrypted copy

    /// Saves a copy that was made.
    mutating func takeSealed(_ outcome: Outcome<[UInt8]>, _ home: Home, _ shell: inout Shell) {
        guard let file = making?.receive(outcome) else { return }
        making = nil
        let name = shell.words.bring.fileName + home.today(shell.world).text + ".hearth"
        shell.perform(.download(name: name, type: "application/octet-stream", bytes: file)) { .saved($0) }
        shell.perform(.focus("main"))
    }

    /// Shows what stands in a copy that was opened, before anything of it comes in.
    mutating func takeOpened(_ outcome: Outcome<OpenedCopy>, _ home: Home, _ shell: inout Shell) {
        guard let opened = opening?.receive(outcome, &shell.world) else { return }
        forget()
        switch opened {
        case .content(let lines): readLines(lines, home, shell)
        case .flawed(let flaw): problem = .copy(flaw)
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
