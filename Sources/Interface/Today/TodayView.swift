import Bytes
import Closeness
import Household
import Ledger
import Library
import Markup
import Words

extension TodayPage {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        [
            div(.classes("page wide today"), .key("today")) {
                greeting(home, shell)
                if home.isPaired, !home.isOpen { closed(shell) }
                if let sight {
                    column("day") {
                        if let errand = sight.errand, errand.isPressing { line(for: errand, home, shell) }
                        if let news = sight.fromPartner { fromPartner(news, home, shell) }
                        tonight(sight.tonight, home, shell)
                        if let question = sight.question {
                            QuestionCard(question: question, answering: answering, leadsToOthers: true) {
                                .today(.question($0))
                            }
                            .view(home, shell)
                        }
                    }
                    column("side") {
                        let today = shell.words.today
                        section(
                            .classes("thanks"), .key("thanks"),
                            .ariaLabel(home.suggestsAlone ? today.linePrompt : today.thanksTitle)
                        ) {
                            freshThanks(sight.thanks, more: sight.moreThanks, home, shell)
                            if home.suggestsAlone { lineToKeep(home, shell) } else { jar(home, shell) }
                        }
                        if let errand = sight.errand, !errand.isPressing { line(for: errand, home, shell) }
                        if let yesterday = sight.yesterday { ofYesterday(yesterday, home, shell) }
                    }
                }
            }
        ]
    }

    private func greeting(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.today
        let part = PartOfDay(milliseconds: shell.now, offset: shell.offset).inWords
        return heading(
            words.over(shell.words.calendar.weekday(home.today(shell.world).weekday), part),
            words.greeting(part, home.myName)
        )
    }

    private func closed(_ shell: Shell) -> View {
        let words = shell.words.today
        return card("plain", key: "closed") {
            h2 { words.closedTitle }
            p { words.closedText }
            div(.classes("card-ways")) { quiet(words.closedJar, .go(.jar)) }
        }
    }

    // MARK: The deed

    private func tonight(_ tonight: Tonight, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.today
        switch tonight {
        case .practice(let practice, let isNew):
            return deed(practice, isNew: isNew, home, shell)
        case .check:
            let waits = home.waits(for: SealName.check(home.checkSeason(shell.world)))
            return card("glow deed", key: "check") {
                if waits { whoLine(words.checkWaits(home.partnerName), isMine: false) }
                h2 { words.checkTitle }
                p { words.checkText }
                primary(words.checkBegin, .go(.check))
            }
        case .choose:
            return card("glow deed", key: "choose") {
                h2 { words.chooseTitle }
                p { words.chooseText }
                primary(words.chooseBegin, .go(.proposals))
            }
        case .awaitAgreement:
            return card("glow deed", key: "agree") {
                h2 { words.agreeTitle(home.partnerName) }
                p { words.agreeText(home.partnerName) }
                div(.classes("card-ways")) { quiet(words.agreeLibrary, .go(.practices)) }
            }
        case .rest:
            return card("glow deed", key: "rest") {
                h2 { words.restTitle }
                p { words.restText }
                div(.classes("card-ways")) { quiet(words.seePlan, .go(.together)) }
            }
        }
    }

    private func deed(_ practice: Practice, isNew: Bool, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.today
        let day = report.day(of: practice.id, shown: shown(home, shell))
        switch home.standing(of: practice.id, on: day) {
        case .open: return toDo(practice, isNew: isNew, home, shell)
        case .left:
            let isPlanned = home.plannedForToday.contains { $0.id == practice.id }
            let afterAll = !home.isShared(practice) ? words.iDidAfterAll : words.weDidAfterAll
            return card("glow deed settled", key: "deed-" + practice.id) {
                h2 { words.left(practice.name) }
                p { isPlanned ? words.leftText : words.leftTextUnplanned }
                div(.classes("card-ways")) { quiet(afterAll, .today(.deed(.done(practice.id)))) }
            }
        case .done(let byMe, let helped):
            return card("glow deed settled", key: "deed-" + practice.id) {
                p(.classes("who")) {
                    icon(.check)
                    span { byMe ? words.doneTitle : words.doneByPartner(home.partnerName) }
                }
                h2 { practice.name }
                if helped == nil { p(.classes("fine"), .decorative) { words.howWasIt } }
                report.afterwards(practice, byMe: byMe, helped: helped, home, shell) { .today(.deed($0)) }
            }
        }
    }

    private func toDo(_ practice: Practice, isNew: Bool, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.today
        let part = PartOfDay(milliseconds: shell.now, offset: shell.offset)
        let isAlone = !home.isShared(practice)
        return card("glow deed", key: "deed-" + practice.id) {
            p(.classes("over")) {
                isNew
                    ? words.deedLineNew(practice.minutes)
                    : words.deedLine(time(practice, part, shell), practice.minutes)
            }
            h2 { practice.name }
            p(.classes("deed-text")) { practice.deed }
            div(.classes("card-ways")) {
                primary(isAlone ? words.iDid : words.weDid, .today(.deed(.done(practice.id))))
                quiet(words.notNow(part.inWords), .today(.deed(.left(practice.id))))
                button(
                    .classes("round"), .press(.go(.practice(practice.id))), .ariaLabel(words.whyAndHow)
                ) { icon(.chevron) }
            }
        }
    }

    /// When the deed is meant for, as one would say it now.
    private func time(_ practice: Practice, _ part: PartOfDay, _ shell: Shell) -> String {
        let words = shell.words.today
        switch practice.moment {
        case .morning where part == .morning: return words.thisMorning
        case .bedtime: return words.atBedtime
        case .weekend: return words.thisWeekend
        case .evening: return words.now(.evening)
        case .any, .morning, .midday: return words.now(part.inWords)
        }
    }

    // MARK: Yesterday

    /// What can still be said of yesterday. Folded, so that it asks nothing.
    private func ofYesterday(_ day: Yesterday, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.today
        return details(.classes("fold yesterday"), .key("yesterday")) {
            summary { words.yesterday }
            for practice in day.said { saidOfYesterday(practice, day.day, home, shell) }
            for practice in day.open {
                div(.classes("yesterday-deed"), .key(practice.id)) {
                    span(.classes("serif")) { practice.name }
                    button(
                        .classes("quiet"), .press(.today(.yesterday(.done(practice.id)))),
                        .ariaLabel(words.didYesterday(home.isShared(practice), practice.name))
                    ) { home.isShared(practice) ? words.weDid : words.iDid }
                }
            }
        }
    }

    private func saidOfYesterday(_ practice: Practice, _ day: Day, _ home: Home, _ shell: Shell) -> View {
        var rating: Int?
        let told = yesterday.day(of: practice.id, shown: day)
        if case .done(_, let helped) = home.standing(of: practice.id, on: told) { rating = helped }
        return div(.classes("yesterday-said"), .key("said-" + practice.id)) {
            p(.classes("who")) {
                icon(.check)
                span { practice.name }
            }
            yesterday.afterwards(practice, byMe: true, helped: rating, home, shell) { .today(.yesterday($0)) }
        }
    }

    // MARK: Thanks

    private func freshThanks(
        _ fresh: [Said<AppreciationSent>], more: Int, _ home: Home, _ shell: Shell
    ) -> View? {
        if fresh.isEmpty { return nil }
        return div(.classes("fresh-thanks"), .key("fresh")) {
            p {
                span(.classes("dot you"), .decorative)
                span(.classes("from")) { shell.words.today.thanksFrom(home.partnerName) }
            }
            for said in fresh {
                p(.classes("said"), .named(.dir, "auto"), .key(said.entry.text)) { said.fields.text }
            }
            if more > 0 { link(shell.words.today.moreThanks(more), to: .jar) }
        }
    }

    // MARK: What the partner shares

    /// What they have let the person read, each leading to where it stands.
    private func fromPartner(_ news: FromPartner, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.today
        return card("plain from-partner", key: "from-partner") {
            whoLine(words.newFrom(home.partnerName), isMine: false)
            div(.classes("rows")) {
                for item in news.items { newsRow(item, shell) }
            }
            div(.classes("card-ways")) {
                if news.more > 0 { p(.classes("fine")) { words.moreNew(news.more) } }
                quiet(words.putAway, .today(.putAway))
            }
        }
    }

    private func newsRow(_ item: FromPartner.Item, _ shell: Shell) -> View {
        let words = shell.words.today
        switch item {
        case .sign(let sign, let hasWords):
            return row(
                sign.name, detail: hasWords ? words.signWithWords : words.signShared, icon: .eye, .signs(.came(sign.id))
            )
        case .cause(let cause, let hasWords):
            return row(
                cause.name, detail: hasWords ? words.causeWithWords : words.causeShared, icon: .compass,
                .causes(.came(cause.id)))
        case .moment(let entry, let text): return row(text, detail: words.momentKept, icon: .book, .story(.came(entry)))
        case .line(let practice):
            return row(practice.name, detail: words.lineWritten, icon: .pen, .go(.practice(practice.id)))
        case .promise(let text): return row(text, detail: words.promiseMade, icon: .heart, .go(.promises))
        }
    }

    private func jar(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.today
        let prompt = home.hasPartnerNow ? words.thanksPrompt(home.partnerName) : words.thanksPromptAlone
        let told = home.hasPartnerNow ? words.thanksGiven(home.partnerName) : words.thanksGivenAlone
        return [
            given(
                givenThanks, told: told, icon: .jar, link(words.openJar, to: .jar),
                givenEntry.flatMap { entry in
                    home.mayTakeBack(entry) ? quiet(shell.words.common.takeBack, .today(.thanksTakenBack)) : nil
                }),
            ComposingView(
                composing: thanks, title: prompt, placeholder: prompt, send: words.thanksGive,
                isForSomebody: home.hasPartnerNow
            ) { .today(.thanks($0)) }.view(home, shell),
        ].compactMap { $0 }
    }

    /// In the place of thanks: a line that nobody else reads.
    private func lineToKeep(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.today
        return [
            given(
                keptLine, told: shell.words.coach.kept, icon: .lock, link(shell.words.mine.journal, to: .journal)),
            ComposingView(
                composing: thanks, title: words.linePrompt, placeholder: words.linePrompt, send: words.keepLine,
                isForSomebody: false
            ) { .today(.thanks($0)) }.view(home, shell),
        ].compactMap { $0 }
    }

    /// What was written last, and where it is now.
    private func given(_ text: String?, told: String, icon symbol: Icon, _ way: View, _ back: View? = nil)
        -> View?
    {
        guard let text, thanks.isEmpty else { return nil }
        return div(.classes("given"), .key("given-" + text)) {
            p(.classes("slip said"), .named(.dir, "auto"), .decorative) { text }
            p(.classes("given-told")) {
                icon(symbol)
                span { told }
                way
            }
            back
        }
    }

    // MARK: One thing more

    private func line(for errand: Errand, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.today
        let partner = home.partnerName
        let isOfLastWeek = home.pulseWeek(shell.world) < home.week(shell.world)
        let pulseTitle = isOfLastWeek ? words.lastPulseTitle : words.pulseTitle
        return div(.classes("rows errand"), .key("errand")) {
            switch errand {
            case .conversation(let conversation, let phase):
                row(
                    conversation.name, detail: conversationText(phase, home, shell), icon: .speech,
                    .go(.conversation(conversation.id)))
            case .screenFree(let until):
                let screenFree = shell.words.screenFree
                row(
                    screenFree.now(screenFree.time(until / 60, until % 60)), detail: screenFree.enough, icon: .moon,
                    .go(.screenFree))
            case .checkWaits: row(words.checkBegin, detail: words.checkWaits(partner), icon: .envelope, .go(.check))
            case .pulseWaits: row(pulseTitle, detail: words.pulseWaits(partner), icon: .envelope, .go(.pulse))
            case .opened(let question):
                row(question.text, detail: words.envelopeOpened(partner), icon: .envelope, .go(.question(question.id)))
            case .promise(let promise):
                row(
                    promise.made.fields.text,
                    detail: promise.made.author == home.me
                        ? shell.words.promises.dueMine : shell.words.promises.dueTheirs(partner),
                    icon: .heart, .go(.promises))
            case .kindness:
                // It says no more: whoever looks over a shoulder must not guess.
                row(shell.words.kindness.note, detail: shell.words.kindness.noteDetail, icon: .pen, .go(.kindness))
            case .journeyWished(let journey):
                row(
                    shell.words.journeys.wishedNamed(partner, journey.name), icon: .compass,
                    .go(.journey(journey.id)))
            case .journey(let journey, let practice):
                row(
                    practice ?? journey.name,
                    detail: practice == nil
                        ? shell.words.journeys.thisWeek : shell.words.journeys.todayLine(journey.name), icon: .compass,
                    .go(.journey(journey.id)))
            case .date(let errand): dateRow(errand, home, shell)
            case .milestone(let milestone):
                row(milestone.told(shell), detail: milestone.title, icon: .book, .go(.story))
            case .pursuit(let pursuit):
                row(
                    pursuit.step?.fields.text ?? "", detail: shell.words.pursuits.today(pursuit.begun.fields.text),
                    icon: .leaf, .go(.pursuit(pursuit.id.text)))
            case .talk(let errand): talkRow(errand, home, shell)
            case .pulse: row(pulseTitle, detail: words.pulseDetail, icon: .circles, .go(.pulse))
            case .check: row(words.checkDue, detail: words.checkDueDetail, icon: .compass, .go(.check))
            case .proposals:
                row(words.proposalsTitle, detail: words.proposalsDetail, icon: .leaf, .go(.proposals))
            case .invite: row(words.inviteTitle, detail: words.inviteDetail, icon: .people, .go(.invite))
            }
        }
    }

    private func dateRow(_ errand: DateErrand, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.dates
        switch errand {
        case .choose:
            return row(words.chooseTitle(home.partnerName), detail: words.chooseDetail, icon: .moon, .go(.dates))
        case .asked(let date):
            return row(words.askedTitle(home.partnerName), detail: date.line(shell), icon: .moon, .go(.dates))
        case .today(let date):
            return row(date.title, detail: words.isToday(date.hour(shell)), icon: .moon, .go(.dates))
        case .was(let date):
            return row(date.title, detail: words.keepDetail, icon: .book, .dates(.kept(date.state.id)))
        }
    }

    private func talkRow(_ errand: TalkErrand, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.talkEvenings
        switch errand {
        case .today(let talk):
            let hour = ClockTime.text(shell.world.minute(at: talk.at))
            return row(talk.script.name, detail: words.isToday(hour), icon: .speech, .go(.conversation(talk.script.id)))
        case .calledOff: return row(words.offTitle, detail: words.offDetail, icon: .speech, .go(.conversations))
        case .asked(let talk):
            return row(
                words.askedTitle(home.partnerName), detail: talk.line(shell), icon: .speech, .go(.conversations))
        }
    }

    private func conversationText(_ phase: ConversationState.Phase, _ home: Home, _ shell: Shell) -> String {
        let words = shell.words.today
        guard case .paused(let until) = phase else {
            // On two phones it begins once the other has come and somebody has moved.
            let hasBegun = Talking.current(home).map { $0.devices == .one || $0.step != nil } ?? true
            return hasBegun ? words.conversationRuns : words.conversationWaits
        }
        guard let until, Double(until) <= shell.world.sharedNow else { return words.conversationPaused }
        return words.conversationReturns
    }
}
