import Bytes
import Household
import Ledger
import Markup
import Words

extension Pursuing {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        if case .pursuit(let id) = shell.place { return [one(Identifier(text: id), home, shell)] }
        return [list(home, shell)]
    }

    // MARK: All of it

    private func list(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.pursuits
        let pursuits = Pursuits(home)
        return div(.classes("page pursuits"), .key("pursuits")) {
            backBar(shell.words.doors.doing.title, to: .doing, shell)
            header(.classes("heading")) {
                h1 { words.title }
                p(.classes("lead")) { home.hasPartnerNow ? words.lead : words.leadAlone }
            }
            if !pursuits.theirs.isEmpty {
                section(.classes("block"), .key("theirs")) {
                    h2 { words.theirs(home.partnerName) }
                    ul(.classes("slips")) {
                        for pursuit in pursuits.theirs {
                            li(.classes("slip"), .key(pursuit.begun.entry.text)) {
                                p(.classes("fine")) { words.sort(pursuit.begun.fields.sort.rawValue) }
                                p(.classes("said"), .named(.dir, "auto")) { pursuit.begun.fields.text }
                                div(.classes("card-ways")) {
                                    secondary(words.join, .pursuits(.joined(pursuit.id, begun: pursuit.begun.entry)))
                                    quiet(words.putAside, .pursuits(.putAside(pursuit.id)))
                                }
                            }
                        }
                    }
                }
            }
            if pursuits.ours.isEmpty, pursuits.mine.isEmpty, pursuits.theirs.isEmpty {
                empty(words.noneTitle, words.noneText)
            }
            rows(words.oursTitle, pursuits.ours, home, shell)
            rows(words.mine, pursuits.mine, home, shell)
            beginning(home, shell)
            if !pursuits.past.isEmpty {
                details(.classes("fold"), .key("past")) {
                    summary { words.pastTitle }
                    div(.classes("rows")) {
                        for pursuit in pursuits.past.prefix(shown) {
                            row(
                                pursuit.begun.fields.text, detail: ended(pursuit, shell),
                                .go(.pursuit(pursuit.id.text)))
                        }
                    }
                    if pursuits.past.count > shown { secondary(words.showMore, .pursuits(.moreShown)) }
                }
            }
            if !pursuits.earlier.isEmpty {
                details(.classes("fold"), .key("earlier")) {
                    summary { words.earlierTitle }
                    div(.classes("rows")) {
                        for pursuit in pursuits.earlier {
                            row(
                                pursuit.begun.fields.text,
                                detail: words.sort(pursuit.begun.fields.sort.rawValue),
                                .go(.pursuit(pursuit.id.text)))
                        }
                    }
                }
            }
        }
    }

    private func rows(_ title: String, _ pursuits: [Pursuit], _ home: Home, _ shell: Shell) -> View? {
        if pursuits.isEmpty { return nil }
        let words = shell.words.pursuits
        return section(.classes("block"), .key(title)) {
            h2 { title }
            div(.classes("rows")) {
                for pursuit in pursuits {
                    row(
                        pursuit.begun.fields.text,
                        detail: pursuit.step.map { line($0.fields, home, shell) } ?? words.noStep,
                        .go(.pursuit(pursuit.id.text)))
                }
            }
        }
    }

    private func beginning(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.pursuits
        return card("plain making", key: "beginning") {
            h2 { words.beginTitle }
            pills(
                words.sorts,
                PursuitSort.allCases.map { sort in
                    (
                        text: words.sort(sort.rawValue), isOn: sort == self.sort,
                        action: .pursuits(.sortChosen(sort))
                    )
                })
            ComposingView(
                composing: name, title: words.label, placeholder: words.placeholder(sort.rawValue), send: words.begin,
                isForSomebody: home.hasPartnerNow
            ) { .pursuits(.composing($0)) }.view(home, shell)
        }
    }

    /// The step and its day, in a line.
    private func line(_ step: PursuitStepped, _ home: Home, _ shell: Shell) -> String {
        step.text + (step.day.map { " · " + nearDay($0, home, shell) } ?? "")
    }

    private func ended(_ pursuit: Pursuit, _ shell: Shell) -> String {
        guard let end = pursuit.end else { return "" }
        let words = shell.words.pursuits
        let day = shell.words.date(shell.world.day(of: end))
        return end.fields.isDone ? words.doneOn(day) : words.letGoOn(day)
    }

    // MARK: One of it

    private func one(_ id: Identifier?, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.pursuits
        return div(.classes("page pursuit"), .key("pursuit-" + (id?.text ?? ""))) {
            backBar(words.title, to: .pursuits, shell)
            if let pursuit = id.flatMap({ home.pursuit($0) }) {
                header(.classes("heading")) {
                    p(.classes("over")) {
                        pursuit.end == nil
                            ? words.sort(pursuit.begun.fields.sort.rawValue) : ended(pursuit, shell)
                    }
                    h1(.named(.dir, "auto")) { pursuit.begun.fields.text }
                }
                about(pursuit, home, shell)
            } else {
                h1 { words.nowhere }
            }
        }
    }

    @Parts
    private func about(_ pursuit: Pursuit, _ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.pursuits
        let goesOn = home.goesOn(pursuit)
        let isMine = pursuit.begun.author == home.me
        if !goesOn {
            p(.classes("fine")) { words.earlierText }
            secondary(words.again, .pursuits(.begunAgain))
        } else if !home.isOurs(pursuit) {
            if isMine {
                p(.classes("fine")) { words.waits(home.partnerName) }
                div(.classes("card-ways")) { quiet(shell.words.common.takeBack, .pursuits(.takenBack)) }
            } else {
                // Another suggestion has other buttons: no finger that went down on one says yes to the next.
                div(.classes("card-ways"), .key(pursuit.begun.entry.text)) {
                    primary(words.join, .pursuits(.joined(pursuit.id, begun: pursuit.begun.entry)))
                    quiet(words.putAside, .pursuits(.putAside(pursuit.id)))
                }
            }
        }
        let mayWrite = goesOn && (home.isOurs(pursuit) || isMine)
        if pursuit.end == nil, mayWrite { next(pursuit, home, shell) }
        if pursuit.end != nil {
            written(
                words.looksTitle, words.lookLabel, pursuit.looksBack, mayWrite: mayWrite, key: "looks", home, shell)
        }
        if pursuit.end == nil || !pursuit.notes.isEmpty {
            written(
                words.notesTitle, words.noteLabel, pursuit.notes, mayWrite: mayWrite && pursuit.end == nil,
                key: "notes",
                home, shell)
        }
        if !pursuit.reached.isEmpty {
            details(.classes("fold"), .key("reached")) {
                summary { words.stepsTitle }
                ul(.classes("rows")) {
                    for reached in pursuit.reached {
                        li(.classes("row"), .key(reached.said.entry.text)) {
                            span(.classes("row-text")) {
                                span(.named(.dir, "auto")) { reached.step.fields.text }
                                span(.classes("row-detail")) {
                                    shell.words.dayAndMonth(shell.world.day(of: reached.said))
                                }
                            }
                        }
                    }
                }
            }
        }
        if pursuit.end == nil, goesOn, home.isOurs(pursuit) {
            section(.classes("block"), .key("end")) {
                h2 { words.endTitle }
                p(.classes("fine")) { words.endText }
                div(.classes("card-ways")) {
                    secondary(words.done, .pursuits(.ended(isDone: true)))
                    quiet(words.letGo, .pursuits(.ended(isDone: false)))
                }
            }
        }
    }

    private func next(_ pursuit: Pursuit, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.pursuits
        return card("glow", key: "next") {
            p(.classes("over")) { words.next }
            if let step = pursuit.step {
                h2(.named(.dir, "auto")) { step.fields.text }
                step.fields.day.map { day in p { nearDay(day, home, shell) } }
            }
            if let step = pursuit.step, !isStepping {
                div(.classes("card-ways")) {
                    primary(words.reached, .pursuits(.reached))
                    if step.fields.day != nil { secondary(words.save, .calendar(.step(pursuit.id))) }
                    quiet(words.otherStep, .pursuits(.stepWanted))
                }
                if step.fields.day != nil { p(.classes("fine")) { words.saveNote } }
            } else {
                ComposingView(
                    composing: self.step, title: words.stepLabel, placeholder: words.stepPlaceholder, send: "",
                    isForSomebody: home.hasPartnerNow
                ) { .pursuits(.step($0)) }.view(home, shell)
                if !self.step.isEmpty {
                    div(.classes("field")) {
                        label(.named(.for, "pursuit-day")) { words.stepDay }
                        input(
                            .id("pursuit-day"), .named(.type, "date"), .named(.min, home.today(shell.world).text),
                            .property(.value, .text(day?.text ?? "")), .on(.change, .pursuits(.dayTyped)))
                    }
                    div(.classes("card-ways")) {
                        primary(words.keepStep, .pursuits(.step(.sent)), isEnabled: self.step.excess == 0)
                    }
                }
            }
        }
    }

    /// What both have written, and room for more.
    private func written(
        _ title: String, _ label: String, _ notes: [Said<PursuitNoted>], mayWrite: Bool, key: String, _ home: Home,
        _ shell: Shell
    ) -> View {
        let words = shell.words.pursuits
        return section(.classes("block"), .key(key)) {
            h2 { title }
            if !notes.isEmpty {
                ul(.classes("slips")) {
                    for note in notes {
                        let isMine = note.author == home.me
                        li(.classes("slip"), .key(note.entry.text)) {
                            whoLine(
                                (isMine ? shell.words.common.you : home.partnerName) + " · "
                                    + shell.words.dayAndMonth(shell.world.day(of: note)), isMine: isMine)
                            p(.classes("said"), .named(.dir, "auto")) { note.fields.text }
                            if isMine, home.mayTakeBack(note.entry) {
                                div(.classes("card-ways")) {
                                    quiet(shell.words.common.takeBack, .pursuits(.undone(note.entry)))
                                }
                            }
                        }
                    }
                }
            }
            if mayWrite {
                ComposingView(
                    composing: note, title: label, placeholder: label, send: words.noteKeep,
                    isForSomebody: home.hasPartnerNow
                ) { .pursuits(.note($0)) }.view(home, shell)
            }
        }
    }
}
