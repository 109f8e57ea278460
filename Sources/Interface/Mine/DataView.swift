import Bytes
import Household
import Keepsake
import Ledger
import Markup
import Words

extension DataPage {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.data
        return [
            div(.classes("page wide data")) {
                backBar(words.back, to: .mine, shell)
                header(.classes("heading")) {
                    h1 { words.title }
                    p(.classes("lead")) { words.lead }
                }
                exportView(home, words, shell)
                column("taking") {
                    importView(home, words, shell)
                    archiveView(home, shell)
                }
            }
        ]
    }

    private func exportView(_ home: Home, _ words: DataWords, _ shell: Shell) -> View {
        let count = home.entryCount
        return card(key: "export") {
            h2 { words.exportTitle }
            p { words.exportText }
            if home.isPaired { p(.classes("fine")) { words.exportHidden(home.partnerName) } }
            p(.classes("fine")) { words.exportForm }
            if count == 0 {
                p(.classes("fine")) { words.nothing }
            } else {
                p(.classes("fine")) { words.count(count) + " " + words.exportCare }
                if let making {
                    makingView(making, shell)
                } else if !photosOnPage.isEmpty {
                    gatheringPage(shell)
                } else if let taken = proof.deed {
                    proof.view(words.title(of: taken, shell.words.bring), shell) { .data(.proof($0)) }
                } else {
                    div(.classes("actions")) { primary(words.exportAll, .data(.exportWanted(.both))) }
                    div(.classes("actions side")) {
                        quiet(words.exportPage, .data(.exportWanted(.page)))
                        quiet(words.exportLines, .data(.exportWanted(.lines)))
                        quiet(shell.words.bring.copy, .data(.exportWanted(.copy)))
                    }
                }
            }
        }
    }

    /// The page to read waits for its photos.
    private func gatheringPage(_ shell: Shell) -> View {
        div(.classes("page-form"), .key("gathering")) {
            gatheringView(shell.gathering, shell.words.photos, tryAgain: .data(.photosTriedAgain))
            div(.classes("actions side")) {
                if isPageReady(shell) { primary(shell.words.photos.saveWithout, .data(.pageWanted)) }
                quiet(shell.words.common.cancel, .data(.pageDropped))
            }
        }
    }

    private func makingView(_ making: CopyMaking, _ shell: Shell) -> View {
        let words = shell.words.bring
        return form(.classes("page-form card proof"), .on(.submit, .data(.making(.given))), .key("making")) {
            p { words.copyText }
            making.field.view(words.copyLabel, shell.words) { .data(.making(.phrase($0))) }
            obstacleLine(making.obstacle.map { shell.words.errors.text($0) })
            div(.classes("actions side")) {
                submit(making.isBusy ? words.copySaving : words.copySave, isBusy: making.isBusy)
                quiet(shell.words.common.cancel, .data(.makingDropped))
            }
        }
    }

    // MARK: Bringing in

    private func importView(_ home: Home, _ words: DataWords, _ shell: Shell) -> View {
        section(.classes("card import"), .key("import")) {
            h2(.id("import"), .named(.tabindex, "-1")) { words.importTitle }
            if isBringing { p(.role("status")) { words.bringing } }
            if let preview {
                previewView(preview, words, shell)
            } else if let journal {
                journalView(journal, words, shell)
            } else if let opening {
                openingView(opening, words, shell)
            } else {
                p { words.importText }
                p { shell.words.bring.from }
                p(.classes("fine")) { words.rule + " " + words.ruleOthers }
                if let problem {
                    p(.classes("problem"), .role("alert"), .id("preview"), .named(.tabindex, "-1")) {
                        text(problem, shell.words)
                    }
                }
                label(.classes("secondary file")) {
                    input(
                        .classes("unseen"), .id("file"), .named(.type, "file"),
                        .named(
                            .accept, ".jsonl,.ndjson,.json,.hearth,.zip,.csv,.txt,.text,.md,.markdown,application/jsonl"
                        ),
                        .on(.change, .data(.fileChosen))
                    )
                    span { words.choose }
                }
                writing(
                    id: "paste", label: shell.words.bring.pasteLabel, value: paste,
                    placeholder: shell.words.bring.pastePlaceholder, action: .data(.pasted), rows: 2,
                    isLabelShown: true)
                home.harmAnswer(to: paste).map { harmView($0, shell) }
                if !paste.trimmed.isEmpty {
                    div(.classes("actions")) { secondary(shell.words.bring.read, .data(.pasteRead)) }
                }
            }
        }
    }

    @MarkupBuilder<Interface.Action>
    private func previewView(_ preview: Preview, _ words: DataWords, _ shell: Shell) -> [View] {
        h3(.id("preview"), .named(.tabindex, "-1")) { words.previewTitle }
        if preview.entries.isEmpty {
            p(.role("status")) { words.nothingNew }
        } else {
            ul(.classes("points")) {
                if preview.own.total > 0 {
                    li { words.byKind(words.mine(preview.own.total), preview.own.kinds) }
                }
                for other in preview.others {
                    li { words.byKind(words.others(other.counts.total, other.name.isolated), other.counts.kinds) }
                }
                if let span = preview.span {
                    li { words.span(date(span.lowerBound, shell), date(span.upperBound, shell)) }
                }
            }
            if preview.own.total > 0, preview.isOfAnotherAccount {
                p { words.anotherAccount(preview.file.name.isolated) }
            }
            if preview.known > 0 { p(.classes("fine")) { words.known(preview.known) } }
        }
        badLines(preview.file.bad, words) { part in part.map { words.badPart($0) } ?? words.notJSON }
        div(.classes("actions")) {
            if !preview.entries.isEmpty {
                primary(preview.file.bad.isEmpty ? words.importDo : words.importRest, .data(.importWanted))
            }
            quiet(words.importNot, .data(.importDropped))
        }
    }

    @MarkupBuilder<Interface.Action>
    private func journalView(_ preview: JournalPreview, _ words: DataWords, _ shell: Shell) -> [View] {
        let own = shell.words.bring
        let leftOut = preview.journal.leftOut
        h3(.id("preview"), .named(.tabindex, "-1")) { words.previewTitle }
        if preview.new.isEmpty {
            p(.role("status")) { preview.known > 0 ? own.nothingNew : own.empty }
        } else {
            ul(.classes("points")) {
                li { own.pages(preview.new.count, own.name(of: preview.journal.source)) }
                if let span = preview.span {
                    li { words.span(shell.words.date(span.lowerBound), shell.words.date(span.upperBound)) }
                }
                if preview.undated > 0 { li { own.undated(preview.undated) } }
            }
            p { own.rule }
            if preview.known > 0 { p(.classes("fine")) { words.known(preview.known) } }
        }
        if leftOut.pictures > 0 { p(.classes("fine")) { own.pictures(leftOut.pictures) } }
        if leftOut.wordless > 0 { p(.classes("fine")) { own.wordless(leftOut.wordless) } }
        if leftOut.outOfTime > 0 { p(.classes("fine")) { own.outOfTime(leftOut.outOfTime) } }
        badLines(leftOut.bad, words) { part in
            switch part {
            case nil: own.noEnd
            case "time": own.noTime
            case _?: own.noDate
            }
        }
        div(.classes("actions")) {
            if !preview.new.isEmpty { primary(own.bring, .data(.importWanted)) }
            quiet(words.importNot, .data(.importDropped))
        }
    }

    private func openingView(_ opening: CopyOpening, _ words: DataWords, _ shell: Shell) -> View {
        let own = shell.words.bring
        return form(.classes("page-form"), .on(.submit, .data(.opening(.given))), .key("opening")) {
            h3 { own.openTitle }
            p { own.openText }
            opening.field.view(own.openLabel, shell.words, wrong: own.wrong) { .data(.opening(.phrase($0))) }
            obstacleLine(opening.obstacle.map { shell.words.errors.text($0) })
            div(.classes("actions side")) {
                submit(opening.isBusy ? own.opening : own.open, isBusy: opening.isBusy)
                quiet(words.importNot, .data(.importDropped))
            }
        }
    }

    private func badLines(
        _ bad: [ImportFile.BadLine], _ words: DataWords, reason: (String?) -> String
    ) -> View? {
        if bad.isEmpty { return nil }
        return div(.classes("bad-lines"), .role("alert")) {
            p(.classes("problem")) { words.bad(bad.count) }
            ul {
                for line in bad.prefix(Self.badLinesShown) {
                    li { words.badLine(line.number, reason(line.part)) }
                }
                if bad.count > Self.badLinesShown { li { words.badMore(bad.count - Self.badLinesShown) } }
            }
        }
    }

    // MARK: What others wrote in an earlier place

    private func archiveView(_ home: Home, _ shell: Shell) -> View? {
        let words = shell.words.data
        let pages = home.mine.reflections(of: home.me, about: ImportFile.archive)
        if pages.isEmpty { return nil }
        return section(.classes("archive"), .key("archive")) {
            h2 { words.archiveTitle }
            p(.classes("fine")) { words.archiveText }
            for page in pages.suffix(shown).reversed() {
                article(.classes("card"), .key(page.entry.text)) {
                    p(.classes("fine")) { date(page.milliseconds, written: page.offset, shell) }
                    p(.classes("said"), .named(.dir, "auto")) { page.fields.text }
                }
            }
            if pages.count > shown { div(.classes("actions")) { secondary(words.older, .data(.olderWanted)) } }
        }
    }

    private func date(_ milliseconds: Int64, written: Int? = nil, _ shell: Shell) -> String {
        let date = shell.world.day(at: milliseconds, written: written).date
        return shell.words.calendar.date(day: date.day, month: date.month, year: date.year)
    }
}

extension DataWords {
    /// What taking that along is called.
    fileprivate func title(of taken: DataPage.Taken, _ bring: BringWords) -> String {
        switch taken {
        case .copy: bring.copy
        case .both: exportAll
        case .lines: exportLines
        case .page: exportPage
        }
    }
}

/// Why nothing of a file comes in.
private func text(_ problem: DataPage.Problem, _ words: Words) -> String {
    let bring = words.bring
    return switch problem {
    case .file(.empty): words.data.empty
    case .file(.notAnExport): words.data.notAnExport
    case .file(.tooNew): words.data.tooNew
    case .journal(.empty): bring.empty
    case .journal(.tooLarge): bring.tooLarge
    case .journal(.tooMany(let count)): bring.tooMany(count)
    case .journal(.notText): bring.notText
    case .journal(.encoding): bring.encoding
    case .journal(.missingColumns(let names)): bring.missingColumns(names)
    case .journal(.notDayOne): bring.notDayOne
    case .journal(.archive(.notArchive)): bring.notArchive
    case .journal(.archive(.encrypted)): bring.encrypted
    case .journal(.archive(.tooLarge)): bring.archiveTooLarge
    case .journal(.archive(.damaged)): bring.damaged
    case .journal(.archive(.noJournal)): bring.noJournal
    case .journal(.archive(.unsupported)): bring.unsupported
    case .copy(.cut): bring.cut
    case .copy(.changed): bring.changed
    case .copy(.tooNew): bring.tooNew
    }
}

extension BringWords {
    /// What wrote a journal.
    fileprivate func name(of source: ForeignJournal.Source) -> String {
        switch source {
        case .text: text
        case .daylio: daylio
        case .dayOne: dayOne
        }
    }
}
