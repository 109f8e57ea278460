import Bytes
import Closeness
import Household
import Ledger
import Markup
import Words

extension TalkPlanning {
    // MARK: Asking for one

    /// A day and an hour, on the page of a conversation that could begin now.
    func asking(_ script: Conversation, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.talkEvenings
        return card("plain when", key: "evening") {
            h2 { words.askTitle }
            p { words.askText }
            div(.classes("day-and-hour")) {
                div(.classes("field")) {
                    label(.named(.for, "talk-day")) { words.day }
                    input(
                        .id("talk-day"), .named(.type, "date"), .named(.min, home.today(shell.world).text),
                        .property(.value, .text(time.day?.text ?? "")),
                        .on(.change, .conversation(.planning(.time(.day)))))
                }
                div(.classes("field")) {
                    label(.named(.for, "talk-hour")) { words.hour }
                    input(
                        .id("talk-hour"), .named(.type, "time"), .property(.value, .text(time.hour)),
                        .on(.change, .conversation(.planning(.time(.hour)))))
                }
            }
            if isTimeMissing { p(.classes("problem"), .role("alert")) { words.timeMissing } }
            if isPast { p(.classes("problem"), .role("alert")) { words.isPast } }
            div(.classes("card-ways")) {
                secondary(words.ask(home.partnerName), .conversation(.planning(.asked(script.id))))
            }
        }
    }

    // MARK: Those that there are

    /// The evenings that are agreed, suggested or called off.
    @Parts
    func evenings(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.talkEvenings
        let evenings = TalkEvenings(home, shell.world)
        if !evenings.calledOff.isEmpty { p(.classes("kept"), .role("status"), .key("off")) { words.off } }
        list(words.theirs(home.partnerName), evenings.theirs, shell) { talk in
            [
                secondary(words.agree, .conversation(.planning(.agreed(talk.entry)))),
                quiet(words.otherEvening, .go(.conversation(talk.script.id))),
                quiet(words.putAside, .conversation(.planning(.putAside(talk.entry)))),
            ]
        }
        list(words.agreedTitle, evenings.agreed, note: words.saveNote, shell) { talk in
            [
                secondary(words.begin, .go(.conversation(talk.script.id))),
                quiet(words.save, .calendar(.talk(talk.entry))),
                quiet(words.notTonight, .conversation(.planning(.calledOff(talk.entry)))),
            ]
        }
        list(words.mine, evenings.mine, note: words.waits(home.partnerName), shell) { talk in
            [quiet(shell.words.common.takeBack, .conversation(.planning(.takenBack(talk.entry))))]
        }
    }

    private func list(
        _ title: String, _ talks: [ShownTalk], note: String? = nil, _ shell: Shell, ways: (ShownTalk) -> [View]
    ) -> View? {
        if talks.isEmpty { return nil }
        return section(.classes("block"), .key(title)) {
            h2 { title }
            ul(.classes("slips")) {
                for talk in talks {
                    li(.classes("slip"), .key(talk.entry.text)) {
                        p(.classes("said")) { talk.script.name }
                        p { shell.dayAndHour(talk.at) }
                        div(.classes("card-ways")) { ways(talk) }
                    }
                }
            }
            if let note { p(.classes("fine")) { note } }
        }
    }

    // MARK: Those that were

    /// What the two have talked about, and when.
    func past(_ home: Home, _ shell: Shell) -> View? {
        let talks = home.pastTalks(shell.world, most: shown + 1)
        if talks.isEmpty { return nil }
        let words = shell.words.talkEvenings
        return section(.classes("block"), .key("past")) {
            h2 { words.pastTitle }
            p(.classes("fine")) { words.pastText }
            ul(.classes("slips")) {
                for talk in talks.prefix(shown) { past(talk, home, shell) }
            }
            if talks.count > shown { secondary(words.showMore, .conversation(.planning(.moreShown))) }
        }
    }

    private func past(_ talk: PastTalk, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.talkEvenings
        return li(.classes("slip"), .key(talk.conversation.text)) {
            p(.classes("said")) { talk.name }
            p(.classes("fine")) { shell.words.date(talk.day) }
            if let line = talk.line { quoted(line.fields.text) }
            if home.hasPartnerNow {
                if talk.line != nil {
                    div(.classes("card-ways")) {
                        quiet(shell.words.common.takeBack, .conversation(.planning(.lineTakenBack(talk.conversation))))
                    }
                }
                if let theirs = talk.theirs {
                    p(.classes("fine")) { words.theirLine(home.partnerName) }
                    quoted(theirs.fields.text)
                    div(.classes("card-ways")) {
                        secondary(words.agreeLine, .conversation(.planning(.lineAgreed(theirs.entry))))
                        quiet(words.putAsideLine, .conversation(.planning(.linePutAside(theirs.entry))))
                    }
                }
                if let mine = talk.mine {
                    quoted(mine.fields.text)
                    p(.classes("fine")) { words.lineWaits(home.partnerName) }
                    div(.classes("card-ways")) {
                        quiet(shell.words.common.takeBack, .conversation(.planning(.lineTakenBack(talk.conversation))))
                    }
                }
                writing(talk, home, shell)
            }
        }
    }

    private func quoted(_ text: String) -> View { p(.classes("said"), .named(.dir, "auto")) { "“" + text + "”" } }

    private func writing(_ talk: PastTalk, _ home: Home, _ shell: Shell) -> View? {
        let words = shell.words.talkEvenings
        if conversation == talk.conversation {
            return ComposingView(
                composing: line, title: words.lineLabel, placeholder: words.lineLabel, send: words.lineKeep
            ) { .conversation(.planning(.line($0))) }
            .view(home, shell, ways: [quiet(words.notYet, .conversation(.planning(.closed)))])
        }
        if talk.line != nil || talk.mine != nil { return nil }
        return div(.classes("card-ways")) {
            quiet(words.keepLine, .conversation(.planning(.lineWanted(talk.conversation))))
        }
    }
}
