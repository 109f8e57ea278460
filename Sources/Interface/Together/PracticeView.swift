import Bytes
import Closeness
import Household
import Ledger
import Library
import Markup
import Words

// One practice: what to do, why, what if it falls flat, and what one can do about it here.

extension PracticesPage {
    func one(_ id: String, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.together.practice
        return div(.classes("page practice"), .key("practice-" + id)) {
            backBar(words.back, to: .practices, shell)
            if let practice = home.catalogue.practice(id) {
                header(.classes("heading")) {
                    p(.classes("over")) { practice.line(shell.words.together) }
                    h1 { practice.name }
                }
                p(.classes("deed-text lead-deed")) { practice.deed }
                if let stem = practice.stem {
                    div(.classes("stem")) {
                        p(.classes("fine")) { words.stem }
                        p(.classes("said")) { "“" + stem + "”" }
                    }
                }
                dealing(practice, home, shell)
                lines(about: practice, home, shell)
                if let exercise = home.catalogue.exercises.first(where: { $0.practice == id }) {
                    div(.classes("rows"), .key("exercise")) {
                        row(
                            shell.words.exercises.withPicture, detail: shell.words.exercises.withPictureDetail,
                            icon: .eye, .go(.exercise(exercise.id)))
                    }
                }
                section(.classes("block")) {
                    h2(.classes("small-title")) { words.why }
                    p { practice.why }
                }
                section(.classes("block")) {
                    h2(.classes("small-title")) { words.flat }
                    p { practice.flat }
                }
                facts(practice, home, shell)
            } else {
                h1 { words.nowhere }
            }
        }
    }

    // MARK: What one can do about it

    private func dealing(_ practice: Practice, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.together.practice
        let plan = home.plan
        let isPlanned = home.hasPartnerNow && plan.isAgreed(practice.id)
        let isOwn = plan.isChosen(practice.id)
        return card("glow dealing", key: "dealing") {
            if isPlanned || isOwn {
                p(.classes("who")) {
                    icon(isPlanned ? .circles : .lock)
                    span { isPlanned ? words.inPlan : words.inMine }
                }
            }
            if !isPlanned, !isOwn { wishing(practice, home, shell) }
            doing(practice, isPlanned: isPlanned || isOwn, home, shell)
            if isPlanned || isOwn {
                div(.classes("card-ways")) { quiet(words.rest, .practices(.rested(practice.id))) }
            }
        }
    }

    private func doing(_ practice: Practice, isPlanned: Bool, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.together.practice
        let day = report.day(of: practice.id, shown: home.today(shell.world))
        let standing = home.standing(of: practice.id, on: day)
        return div(.classes("doing")) {
            if case .done(let byMe, let helped) = standing {
                p(.classes("who")) {
                    icon(.check)
                    span { byMe ? shell.words.today.doneTitle : shell.words.today.doneByPartner(home.partnerName) }
                }
                if helped == nil { p(.classes("fine"), .decorative) { shell.words.today.howWasIt } }
                report.afterwards(practice, byMe: byMe, helped: helped, home, shell) { .practices(.deed($0)) }
            } else {
                let title = home.isShared(practice) ? words.weDid : words.iDid
                let action = Action.deed(.done(practice.id))
                if isPlanned { primary(title, .practices(action)) } else { quiet(title, .practices(action)) }
            }
        }
    }

    /// The ways to a practice that is in no plan yet.
    private func wishing(_ practice: Practice, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.together.practice
        let limit = home.openness(shell.world)
        return div(.classes("wishing")) {
            if home.hasPartnerNow, practice.company != .alone {
                if home.wishes(for: practice.id) {
                    p { words.wanted(home.partnerName) }
                    div(.classes("card-ways")) {
                        quiet(shell.words.common.takeBack, .practices(.takenBack(practice.id)))
                    }
                } else {
                    primary(words.want(home.partnerName), .practices(.wanted(practice.id)))
                    if limit < practice.openness { p(.classes("fine")) { words.moreOpen } }
                }
            }
            if practice.company != .together {
                if home.hasPartnerNow, practice.company == .either {
                    secondary(words.wantMine, .practices(.takenAlone(practice.id)))
                } else {
                    primary(words.wantMine, .practices(.takenAlone(practice.id)))
                }
            }
        }
    }

    // MARK: Lines

    /// How many lines about it are shown.
    private static let lineCount = 5

    /// What either has written about it, where the other could read it, and the person for themselves.
    private func lines(about practice: Practice, _ home: Home, _ shell: Shell) -> View? {
        // One that has just been kept stands with the deed.
        let kept = report.keptLine == practice.id ? report.keptDay : nil
        let lines = home.lines(about: practice.id, limit: Self.lineCount)
            .filter { $0.author != home.me || $0.day != kept }
        if lines.isEmpty { return nil }
        let words = shell.words.together.practice
        return section(.classes("block deed-lines"), .key("lines")) {
            h2(.classes("small-title")) { words.lines }
            for line in lines {
                div(.classes("deed-said"), .key(line.entry.text)) {
                    p(.classes("said"), .named(.dir, "auto")) { line.text }
                    lineFoot(line, home, shell)
                    report.correcting.view(line.entry, line.text, home, shell) { .practices(.deed(.correcting($0))) }
                }
            }
        }
    }

    private func lineFoot(_ line: DeedLine, _ home: Home, _ shell: Shell) -> View {
        let isMine = line.author == home.me
        let told = shell.words.story.saidOn(
            isMine ? shell.words.story.you : home.partnerName, shell.words.dayAndMonth(line.day))
        return whoLine(line.isChanged ? told + " · " + shell.words.common.changed : told, isMine: isMine)
    }

    // MARK: Facts

    private func facts(_ practice: Practice, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.together
        let fed = practice.feeds.listed.sorted { $0.value > $1.value }.prefix(3)
            .map { shell.words.aspects[$0.aspect.name].inSentence }.joined(separator: ", ")
        let rhythm = words.plan.rhythm(practice.rhythmText(words.practice), practice.momentText(words.practice))
        var rows: [(String, String)] = [
            (words.practice.feeds, fed), (words.practice.time, words.minutes(practice.minutes)),
            (words.practice.company, practice.companyText(words.practice)), (words.practice.often, rhythm),
            (words.practice.openness, practice.opennessText(home.catalogue)),
            (words.practice.effort, Self.word(practice.effort - 1, of: words.practice.efforts)),
            (words.practice.cost, Self.word(practice.cost, of: words.practice.costs)),
        ]
        if practice.worksApart, practice.company == .together {
            rows.append((words.practice.distance, words.practice.worksApart))
        }
        return details(.classes("fold"), .key("facts")) {
            summary { words.practice.facts }
            element(.dl, .classes("facts")) {
                for fact in rows {
                    div(.classes("fact")) {
                        element(.dt) { fact.0 }
                        element(.dd) { fact.1 }
                    }
                }
            }
        }
    }

    private static func word(_ index: Int, of words: [String]) -> String {
        words.indices.contains(index) ? words[index] : ""
    }
}
