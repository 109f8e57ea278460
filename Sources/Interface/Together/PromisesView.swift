import Bytes
import Household
import Ledger
import Markup
import Words

extension Promising {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.promises
        return [
            div(.classes(home.hasPartnerNow ? "page wide promises" : "page promises"), .key("promises")) {
                backBar(shell.words.common.together, to: .together, shell)
                header(.classes("heading")) {
                    h1 { words.title }
                    p(.classes("lead")) { words.lead }
                }
                if home.isPaired {
                    if home.hasPartnerNow { column("making") { making(home, shell) } }
                    column("made") {
                        lists(Promises(home, shell.world), home, shell)
                        if home.hasPartnerNow { mentioning(home, words) }
                    }
                } else {
                    empty(words.aloneTitle, words.aloneText)
                    secondary(shell.words.today.inviteTitle, .go(.invite))
                }
            }
        ]
    }

    // MARK: Making one

    private func making(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.promises
        return card("glow making", key: "making") {
            h2(.decorative) { words.label(home.partnerName) }
            ComposingView(
                composing: promise, title: words.label(home.partnerName), placeholder: words.placeholder, send: ""
            ) { .promises(.composing($0)) }.view(home, shell)
            p(.classes("fine")) { words.small }
            if !promise.isEmpty {
                nearDays(day, home, shell) { .promises(.dayChosen($0)) }
                div(.classes("card-ways")) {
                    primary(words.make, .promises(.composing(.sent)), isEnabled: promise.excess == 0)
                }
            }
        }
    }

    // MARK: What there is

    @Parts
    private func lists(_ promises: Promises, _ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.promises
        if promises.mine.isEmpty, promises.theirs.isEmpty, promises.kept.isEmpty, promises.letGo.isEmpty {
            empty(words.noneTitle, words.noneText)
        }
        if !promises.theirs.isEmpty {
            list(promises.theirs, words.theirs(home.partnerName), key: "theirs", home, shell)
        }
        if !promises.mine.isEmpty { list(promises.mine, words.mine, key: "mine", home, shell) }
        if !promises.letGo.isEmpty {
            section(.classes("block"), .key("let-go")) {
                h2 { words.letGoTitle }
                ul(.classes("slips")) { for promise in promises.letGo { gone(promise, home, shell) } }
            }
        }
        if !promises.kept.isEmpty {
            section(.classes("block"), .key("kept")) {
                h2 { words.keptTitle }
                ul(.classes("slips")) { for promise in promises.kept.prefix(shown) { kept(promise, home, shell) } }
                if promises.kept.count > shown { secondary(words.showMore, .promises(.moreShown)) }
            }
        }
    }

    private func list(
        _ promises: [Promise], _ title: String, key: String, _ home: Home, _ shell: Shell
    ) -> View {
        section(.classes("block"), .key(key)) {
            h2 { title }
            ul(.classes("slips")) { for promise in promises { open(promise, home, shell) } }
        }
    }

    private func said(_ promise: Promise) -> View {
        p(.classes("said"), .named(.dir, "auto")) { promise.made.fields.text }
    }

    private func kept(_ promise: Promise, _ home: Home, _ shell: Shell) -> View {
        let isMine = promise.made.author == home.me
        let who = isMine ? shell.words.common.you : home.partnerName
        var line = who
        if case .kept(let mark) = promise.end {
            line = shell.words.promises.keptOn(who, shell.words.dayAndMonth(shell.world.day(of: mark)))
        }
        return li(.classes("slip kept-promise"), .key(promise.made.entry.text)) {
            said(promise)
            whoLine(line, isMine: isMine)
        }
    }

    private func gone(_ promise: Promise, _ home: Home, _ shell: Shell) -> View? {
        guard case .released(let mark) = promise.end else { return nil }
        let words = shell.words.promises
        let isMine = mark.author == home.me
        return li(.classes("slip gone"), .key(promise.made.entry.text)) {
            said(promise)
            whoLine(isMine ? words.letGoByMe : words.letGoBy(home.partnerName), isMine: isMine)
            if let text = mark.fields.text, !text.isEmpty { p(.named(.dir, "auto")) { "“" + text + "”" } }
        }
    }

    // MARK: One that holds

    private func open(_ promise: Promise, _ home: Home, _ shell: Shell) -> View {
        let entry = promise.made.entry
        let isMine = promise.made.author == home.me
        let isOpened = self.entry == entry
        return li(.classes("slip promise"), .key(entry.text)) {
            div(.classes("slip-head")) {
                said(promise)
                if home.hasPartnerNow {
                    optionsButton(
                        shell.words.promises.options(promise.made.fields.text), isOpen: isOpened,
                        .promises(.opened(entry)))
                }
            }
            promise.made.fields.day.map { day in p(.classes("fine")) { nearDay(day, home, shell) } }
            if home.hasPartnerNow {
                if isOpened, concern != .ways {
                    concern == .changing ? changing(home, shell) : lettingGo(home, shell)
                } else if isOpened || home.asks(about: promise, shell.world) || !isMine {
                    ways(promise, isMine: isMine, isOpened: isOpened, home, shell)
                }
            }
        }
    }

    private func ways(
        _ promise: Promise, isMine: Bool, isOpened: Bool, _ home: Home, _ shell: Shell
    ) -> View {
        let words = shell.words.promises
        let entry = promise.made.entry
        let asks = home.asks(about: promise, shell.world)
        return div(.classes("slip-ways"), .key("ways")) {
            if isMine, isOpened {
                p(.classes("label")) { words.anotherDay }
                nearDays(nil, home, shell) { .promises(.dayMoved($0)) }
            }
            div(.classes("card-ways")) {
                if !isMine { secondary(words.wasKept, .promises(.kept(entry))) }
                if asks {
                    quiet(words.stillOpen, .promises(.leftOpen(entry)))
                    if isMine, !isOpened { quiet(words.anotherDay, .promises(.opened(entry))) }
                }
                if isOpened || asks { quiet(words.letGo, .promises(.letGoWanted(entry))) }
                if isMine, isOpened {
                    quiet(shell.words.common.change, .promises(.changeWanted))
                    quiet(shell.words.common.takeBack, .promises(.takenBack))
                }
            }
            if isMine, isOpened { p(.classes("fine")) { words.whoSays(home.partnerName) } }
        }
    }

    private func changing(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.common
        return ComposingView(
            composing: self.words, title: words.change, placeholder: "", send: words.keepChange
        ) { .promises(.changing($0)) }
        .view(home, shell, ways: [quiet(words.keepAsIs, .promises(.closed))])
    }

    private func lettingGo(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.promises
        return div(.classes("letting-go"), .key("letting-go")) {
            p(.classes("fine")) { words.letGoText }
            ComposingView(composing: word, title: words.wordLabel, placeholder: words.wordLabel, send: "") {
                .promises(.word($0))
            }
            .view(
                home, shell,
                ways: [
                    secondary(words.letGo, .promises(.letGo), isEnabled: word.excess == 0),
                    quiet(words.notYet, .promises(.closed)),
                ])
        }
    }

    // MARK: Today

    /// Whether Today mentions promises: a matter of one person alone.
    private func mentioning(_ home: Home, _ words: PromiseWords) -> View {
        let isOn = home.mentionsPromises
        return section(.classes("block"), .key("mention")) {
            p(.classes("fine")) { isOn ? words.mentioned : words.unmentioned }
            quiet(isOn ? words.mentionOff : words.mentionOn, .promises(.mentionWanted(!isOn)))
        }
    }
}
