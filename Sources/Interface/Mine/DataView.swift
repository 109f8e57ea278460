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
            div(.classes("page data")) {
                backBar(words.back, to: .mine, shell)
                header(.classes("heading")) {
                    h1 { words.title }
                    p(.classes("lead")) { words.lead }
                }
                exportView(home, words, shell)
                importView(words, shell)
                archiveView(home, shell)
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
                if let taken = proof.deed {
                    proof.view(words.title(of: taken), shell) { .data(.proof($0)) }
                } else {
                    div(.classes("actions")) { primary(words.exportAll, .data(.exportWanted(.both))) }
                    div(.classes("actions side")) {
                        quiet(words.exportPage, .data(.exportWanted(.page)))
                        quiet(words.exportLines, .data(.exportWanted(.lines)))
                    }
                }
            }
        }
    }

    // MARK: Bringing in

    private func importView(_ words: DataWords, _ shell: Shell) -> View {
        section(.classes("card import"), .key("import")) {
            h2(.id("import"), .named(.tabindex, "-1")) { words.importTitle }
            if let preview {
                previewView(preview, words, shell)
            } else {
                p { words.importText }
                p(.classes("fine")) { words.rule + " " + words.ruleOthers }
                if let problem {
                    p(.classes("problem"), .role("alert"), .id("preview"), .named(.tabindex, "-1")) {
                        words.text(problem)
                    }
                }
                label(.classes("secondary file")) {
                    input(
                        .classes("unseen"), .id("file"), .named(.type, "file"),
                        .named(.accept, ".jsonl,.ndjson,.json,.txt,application/jsonl"), .on(.change, .data(.fileChosen))
                    )
                    span { words.choose }
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
        badLines(preview.file.bad, words)
        div(.classes("actions")) {
            if !preview.entries.isEmpty {
                primary(preview.file.bad.isEmpty ? words.importDo : words.importRest, .data(.importWanted))
            }
            quiet(words.importNot, .data(.importDropped))
        }
    }

    private func badLines(_ bad: [ImportFile.BadLine], _ words: DataWords) -> View? {
        if bad.isEmpty { return nil }
        return div(.classes("bad-lines"), .role("alert")) {
            p(.classes("problem")) { words.bad(bad.count) }
            ul {
                for line in bad.prefix(Self.badLinesShown) {
                    li { words.badLine(line.number, line.part.map { words.badPart($0) } ?? words.notJSON) }
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
    fileprivate func title(of taken: DataPage.Taken) -> String {
        switch taken {
        case .both: exportAll
        case .lines: exportLines
        case .page: exportPage
        }
    }

    /// Why a file is refused.
    fileprivate func text(_ problem: ImportFile.Problem) -> String {
        switch problem {
        case .empty: empty
        case .notAnExport: notAnExport
        case .tooNew: tooNew
        }
    }
}
