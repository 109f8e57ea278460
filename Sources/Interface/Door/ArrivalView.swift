import Household
import Markup
import Wire
import Words

extension Arriving {
    func view(_ door: Door, _ shell: Shell) -> [View] {
        let words = shell.words.door
        return switch step {
        case .pasting: pastingView(door, shell)
        case .reading: waitingView(words.arrival.reading, shell)
        case .unreachable: unreachableView(shell)
        case .offered, .accepting: offeredView(door, shell)
        case .refused(let refusal): refusedView(refusal, door, shell)
        case .comparing(let number): comparingView(number, shell)
        case .differing: differingView(shell)
        }
    }

    private func pastingView(_ door: Door, _ shell: Shell) -> [View] {
        let words = shell.words.door.arrival
        return doorPage("", shell, back: door.account == nil ? .welcome : .mine) {
            pageHeading(words.pasteTitle, lead: words.pasteLead)
            form(.classes("page-form"), .on(.submit, .arrival(.linkGiven)), .key("paste")) {
                field(
                    id: "link", label: words.paste, value: pasted, action: .arrival(.linkPasted), help: words.pasteHelp,
                    problem: problem.map { $0 == .empty ? words.pasteEmpty : words.notALink })
                div(.classes("actions")) { submit(words.open) }
            }
        }
    }

    private func waitingView(_ text: String, _ shell: Shell) -> [View] {
        doorPage("arrival", shell) {
            div(.classes("page-mark"), .named(.ariaBusy, "true")) { mark(size: 88, overlap: 0.1) }
            p(.classes("lead centred"), .role("status")) { text }
        }
    }

    private func unreachableView(_ shell: Shell) -> [View] {
        let words = shell.words.door.arrival
        return doorPage("arrival", shell) {
            div(.classes("page-mark")) { mark(size: 88, overlap: 0) }
            pageHeading(words.unreachableTitle, lead: "")
            obstacleLine(obstacle.map { shell.words.errors.text($0) })
            div(.classes("actions")) { primary(words.retry, .arrival(.retried)) }
        }
    }

    private func offeredView(_ door: Door, _ shell: Shell) -> [View] {
        let words = shell.words.door.arrival
        let isTaken = door.account?.spaces.contains { $0.isOpenForTwo && $0.members.count > 1 } ?? false
        return doorPage("arrival", shell) {
            div(.classes("page-mark")) { mark(size: 120, overlap: 0.16) }
            if isTaken {
                pageHeading(words.taken, lead: words.takenText)
                div(.classes("actions")) { primary(words.toToday, .go(.today)) }
            } else {
                let name = greeting?.name.trimmed ?? ""
                pageHeading(words.title, lead: name.isEmpty ? words.text : words.textFrom(name.isolated))
                if let line = greeting?.line.trimmed, !line.isEmpty {
                    card("glow", key: "greeting") {
                        p(.classes("said"), .named(.dir, "auto")) { line }
                        if !name.isEmpty { p(.classes("fine"), .named(.dir, "auto")) { name } }
                    }
                }
                p { words.keeps }
                obstacleLine(obstacle.map { shell.words.errors.text($0) })
                div(.classes("actions")) {
                    if door.account == nil {
                        primary(words.signUp, .go(.signUp))
                        secondary(words.signIn, .go(.signIn))
                    } else {
                        primary(
                            step == .accepting ? words.accepting : words.accept, .arrival(.accepted),
                            isBusy: step == .accepting)
                    }
                }
                div(.classes("centred")) { quiet(words.decline, .arrival(.declined)) }
            }
        }
    }

    private func refusedView(_ refusal: Refusal, _ door: Door, _ shell: Shell) -> [View] {
        let words = shell.words.door.arrival
        let (title, text) = words.about(refusal)
        return doorPage("arrival", shell) {
            div(.classes("page-mark")) { mark(size: 88, overlap: 0) }
            pageHeading(title, lead: "")
            p(.role("status")) { text }
            div(.classes("actions")) {
                if door.account == nil {
                    primary(words.toWelcome, .arrival(.declined))
                } else {
                    primary(words.toToday, .arrival(.declined))
                }
                secondary(words.another, .arrival(.anotherWanted))
            }
        }
    }
}

extension DoorWords.Arrival {
    /// Why an invitation can't be accepted, and what to do.
    fileprivate func about(_ refusal: Arriving.Refusal) -> (title: String, text: String) {
        switch refusal {
        case .used: (usedTitle, usedText)
        case .expired: (expiredTitle, expiredText)
        case .revoked: (revokedTitle, revokedText)
        case .own: (ownTitle, ownText)
        case .broken: (brokenTitle, brokenText)
        case .full: (fullTitle, fullText)
        case .forged: (forgedTitle, forgedText)
        }
    }
}
