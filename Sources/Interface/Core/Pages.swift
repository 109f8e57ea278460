import Closeness
import Household
import Ledger
import Markup
import Wire
import Words

// All pages: what each can be asked, what each remembers, and who hands it what. The root only delegates: each page changes its
// own state, the home and the shell, and draws itself.

/// What a person can do: the value an element carries and the core receives when it happens.
public enum Action: Sendable {
    case go(Place)
    case goBack
    case dismissToast
    case applyUpdate
    /// Loads the whole page anew.
    case reload
    case dismissNotice
    /// Puts away that something the person did didn't arrive.
    case dismissLoss
    /// Leaves Hearth for a harmless page at once.
    case leaveQuickly
    case signUp(SigningUp.Action)
    case signIn(SigningIn.Action)
    case recover(Recovering.Action)
    case arrival(Arriving.Action)
    case unlock(Unlocking.Action)
    case today(TodayPage.Action)
    case check(CheckAnswering.Action)
    case pulse(PulseAnswering.Action)
    case us(UsPage.Action)
    case signs(SignsPage.Action)
    case causes(CausesPage.Action)
    case report(Reporting.Action)
    case change(LifeChanging.Action)
    case proposals(Choosing.Action)
    case touch(Touching.Action)
    case practices(PracticesPage.Action)
    case dates(DatesPage.Action)
    case questions(QuestionsPage.Action)
    case jar(JarPage.Action)
    case conversation(Talking.Action)
    case journeys(Journeying.Action)
    case say(SayPage.Action)
    case promises(Promising.Action)
    case screenFree(ScreenFreePlanning.Action)
    case exercises(Exercising.Action)
    case pause(Pausing.Action)
    case pursuits(Pursuing.Action)
    case reminders(Reminding.Action)
    /// Has a file for the phone's calendar saved.
    case calendar(CalendarWish)
    case story(StoryPage.Action)
    case book(BookChoosing.Action)
    case mine(MinePage.Action)
    case journal(Journal.Action)
    case kindness(KindnessPlanning.Action)
    case growing(Growing.Action)
    case settings(Settings.Action)
    case invite(Inviting.Action)
    case data(DataPage.Action)
    case leaving(Leaving.Action)
    case search(Searching.Action)
    case dayStart(DayBeginning.Action)
    case help(HelpSought.Action)
}

/// What each page remembers while it is open. A page that is left for good is set back to its beginning.
public struct Pages {
    var signUp = SigningUp()
    var signIn = SigningIn()
    var recover = Recovering()
    var arrival = Arriving()
    var unlock = Unlocking()
    var today = TodayPage()
    var check = CheckAnswering()
    var pulse = PulseAnswering()
    var us = UsPage()
    var signs = SignsPage()
    var causes = CausesPage()
    var report = Reporting()
    var change = LifeChanging()
    var proposals = Choosing()
    var touch = Touching()
    var practices = PracticesPage()
    var dates = DatesPage()
    var questions = QuestionsPage()
    var jar = JarPage()
    var conversation = Talking()
    var journeys = Journeying()
    var say = SayPage()
    var promises = Promising()
    var screenFree = ScreenFreePlanning()
    var exercises = Exercising()
    var pause = Pausing()
    var pursuits = Pursuing()
    var reminders = Reminding()
    var story = StoryPage()
    var book = BookChoosing()
    var mine = MinePage()
    var journal = Journal()
    var kindness = KindnessPlanning()
    var growing = Growing()
    var settings = Settings()
    var invite = InvitePage()
    var data = DataPage()
    var leaving = Leaving()
    var search = Searching()
    var dayStart = DayBeginning()
    var help = HelpSought()
}

extension State {
    /// Lends the home to a page that only exists for somebody who is signed in. Nothing happens when nobody is.
    mutating func atHome(_ body: (inout Pages, inout Home, inout Shell) -> Void) {
        guard var lent = home.take() else { return }
        body(&pages, &lent, &shell)
        home = lent
    }
}

/// Hands an action to its page.
func act(_ state: inout State, _ action: Action, _ occurrence: Occurrence) {
    switch action {
    case .go(let place): state.shell.go(place)
    case .goBack: state.shell.goBack()
    case .dismissToast: state.shell.toast = nil
    case .applyUpdate: state.shell.perform(.applyUpdate)
    case .reload: state.shell.perform(.reload)
    case .dismissNotice: state.home?.dismissNotice()
    case .dismissLoss: state.shell.isSomethingLost = false
    case .leaveQuickly: state.shell.perform(.leaveQuickly)
    case .signUp(.codeSaved): state.shell.save(state.pages.signUp.recoverySheet)
    case .signUp(let action): state.pages.signUp.update(action, occurrence, &state.door, &state.shell.world)
    case .signIn(let action): state.pages.signIn.update(action, occurrence, &state.shell.world)
    case .recover(.codeSaved): state.shell.save(state.pages.recover.recoverySheet)
    case .recover(let action): state.pages.recover.update(action, occurrence, &state.door, &state.shell.world)
    case .arrival(let action): state.pages.arrival.update(action, occurrence, &state.door, &state.shell.world)
    case .unlock(let action): state.pages.unlock.update(action, occurrence, &state.door, &state.shell.world)
    case .help(let action): state.pages.help.update(action, occurrence, &state.home, &state.shell.world)
    case .today(let action): state.atHome { $0.today.update(action, occurrence, &$1, &$2) }
    case .check(let action): state.atHome { $0.check.update(action, occurrence, &$1, &$2.world) }
    case .pulse(let action): state.atHome { $0.pulse.update(action, occurrence, &$1, &$2.world) }
    case .us(let action): state.atHome { $0.us.update(action, occurrence, &$1, &$2) }
    case .signs(let action): state.atHome { $0.signs.update(action, occurrence, &$1, &$2) }
    case .causes(let action): state.atHome { $0.causes.update(action, occurrence, &$1, &$2) }
    case .report(.printed): state.atHome { $2.printPaper($0.report.paper($1, $2)) }
    case .report(.saved): state.atHome { $0.report.save($1, &$2) }
    case .report(let action): state.atHome { $0.report.update(action, occurrence, &$1, &$2.world) }
    case .change(let action): state.atHome { $0.change.update(action, occurrence, &$1, &$2.world) }
    case .proposals(let action): state.atHome { $0.proposals.update(action, occurrence, &$1, &$2.world) }
    case .touch(let action): state.atHome { $0.touch.update(action, &$1, &$2.world) }
    case .practices(let action): state.atHome { $0.practices.update(action, occurrence, &$1, &$2) }
    case .dates(let action): state.atHome { $0.dates.update(action, occurrence, &$1, &$2) }
    case .questions(let action): state.atHome { $0.questions.update(action, occurrence, &$1, &$2) }
    case .jar(let action): state.atHome { $0.jar.update(action, occurrence, &$1, &$2) }
    case .conversation(let action): state.atHome { $0.conversation.update(action, occurrence, &$1, &$2.world) }
    case .journeys(let action): state.atHome { $0.journeys.update(action, occurrence, &$1, &$2.world) }
    case .say(let action): state.atHome { $0.say.update(action, occurrence, &$1, &$2) }
    case .promises(let action): state.atHome { $0.promises.update(action, occurrence, &$1, &$2.world) }
    case .screenFree(let action): state.atHome { $0.screenFree.update(action, occurrence, &$1, &$2.world) }
    case .exercises(let action): state.atHome { $0.exercises.update(action, &$1, &$2.world) }
    case .pause(let action): state.atHome { $0.pause.update(action, &$1, &$2.world) }
    case .pursuits(let action): state.atHome { $0.pursuits.update(action, occurrence, &$1, &$2.world) }
    case .reminders(let action): state.atHome { $0.reminders.update(action, occurrence, &$1, &$2.world) }
    case .calendar(let wish): state.atHome { $2.saveCalendar(wish, $1) }
    case .story(let action): state.atHome { $0.story.update(action, occurrence, &$1, &$2) }
    case .book(.printed): state.atHome { $2.printPaper($0.book.paper($1, $2)) }
    case .book(.saved): state.atHome { $0.book.save($1, &$2) }
    case .book(.photosTriedAgain): state.shell.gathering.tryAgain(&state.shell.world)
    case .book(let action): state.atHome { $0.book.update(action, occurrence, &$1, &$2.world) }
    case .mine(let action): state.atHome { $0.mine.update(action, occurrence, &$1, &$2) }
    case .journal(let action): state.atHome { $0.journal.update(action, occurrence, &$1, &$2.world) }
    case .kindness(let action): state.atHome { $0.kindness.update(action, occurrence, &$1, &$2.world) }
    case .growing(let action): state.atHome { $0.growing.update(action, occurrence, &$1, &$2.world) }
    case .settings(.codeSaved): state.atHome { $2.save($0.settings.recoverySheet($1)) }
    case .settings(let action): state.atHome { $0.settings.update(action, occurrence, &$1, &$2.world) }
    case .invite(let action): state.atHome { $0.invite.update(action, occurrence, &$1, &$2) }
    case .data(let action): state.atHome { $0.data.update(action, occurrence, &$1, &$2) }
    case .leaving(let action): state.atHome { $0.leaving.update(action, occurrence, &$1, &$2.world) }
    case .search(let action): state.pages.search.update(action, occurrence)
    case .dayStart(let action): state.atHome { $0.dayStart.update(action, &$1, &$2.world) }
    }
}

/// Hands the shim's answer to whoever asked.
func receive(_ state: inout State, _ reply: Reply) {
    switch reply {
    case .content(let part, let outcome): state.receiveContent(part, outcome)
    case .signUp(.keptFound(.failure(let obstacle))): state.stage = .stuck(DeviceTrouble(obstacle))
    case .signUp(let reply):
        if case .keptFound = reply { state.stage = .outside }
        state.pages.signUp.receive(reply, &state.door, &state.shell.world)
    case .signIn(let reply): state.pages.signIn.receive(reply, &state.door, &state.shell.world)
    case .recover(let reply): state.pages.recover.receive(reply, &state.shell.world)
    case .arrival(let reply): state.pages.arrival.receive(reply, &state.door, &state.shell.world)
    case .unlock(.locked(let outcome)): state.finishLocking(outcome)
    case .unlock(let reply): state.pages.unlock.receive(reply, &state.door, &state.shell.world)
    // A home without what is kept of it would write as if it had never written before.
    case .home(.loaded(_, .failure(let obstacle))), .home(.ownKeyFound(.failure(let obstacle))):
        state.stage = .stuck(DeviceTrouble(obstacle))
    case .home(let reply): state.withHome { $0.receive(reply, &$1) }
    case .proposals(let reply): state.atHome { $0.proposals.receive(reply, &$1, &$2.world) }
    case .touch(let reply): state.atHome { $0.touch.receive(reply, &$1, &$2.world) }
    case .settings(let reply): state.atHome { $0.settings.receive(reply, &$1, &$2.world) }
    case .invite(let reply): state.atHome { $0.invite.receive(reply, &$1, &$2) }
    case .saved(let outcome): if outcome.isSuccess { state.shell.say(state.shell.words.data.exported) }
    case .photosChosen(let outcome): state.atHome { $0.story.receive(outcome, &$1, &$2) }
    case .photoPrepared(let number, let outcome):
        state.shell.gathering.take(number, outcome, &state.shell.world)
        state.atHome { $0.data.photosCame($1, &$2) }
    case .exportProven(let outcome): state.atHome { $0.data.takeProof(outcome, $1, &$2) }
    case .copySealed(let outcome): state.atHome { $0.data.takeSealed(outcome, $1, &$2) }
    case .copyOpened(let outcome): state.atHome { $0.data.takeOpened(outcome, $1, &$2) }
    case .reportProven(let outcome): state.atHome { $0.report.takeProof(outcome, &$1, &$2.world) }
    case .book(let quarter, let reply): state.atHome { $0.book.receive(quarter, reply, &$1, &$2.world) }
    case .bookProven(let outcome): state.atHome { $0.book.takeProof(outcome, &$2.world) }
    case .leftSessionEnded(let outcome): state.shell.takeEndOfSession(outcome)
    case .leaving(let reply): state.atHome { $0.leaving.receive(reply, &$1, &$2.world) }
    }
}

/// Lets the page at the place where the person is begin or refresh its work. Called after every message.
func enter(_ state: inout State) {
    if state.shell.place == .arrival, state.stage == .inside || state.stage == .outside {
        state.pages.arrival.enter(&state.door, &state.shell.world)
    }
    if state.shell.place != .help || !state.shell.isVisible { state.pages.help.leave() }
    // What was looked for is there as long as one looks at it, or at what was found, and no longer.
    if state.shell.place != .search, state.shell.cameFrom != .search { state.pages.search = Searching() }
    guard state.stage == .inside, var home = state.home.take() else { return }
    defer { state.home = home }
    if state.shell.isArriving, [.us, .together, .story].contains(state.shell.place) { state.shell.lookAgain() }
    state.pages.pause.enter(home, &state.shell.world)
    switch state.shell.place {
    case .signIn:
        if home.isSignedOut, !state.pages.signIn.isAgain { state.pages.signIn = SigningIn(name: home.account.name) }
    case .today:
        state.pages.today.enter(&home, &state.shell)
        state.pages.proposals.enter(&home, &state.shell.world)
        state.pages.touch.enter(isOpen: false, &home, &state.shell.world)
        state.pages.book.enter(isOpen: false, &home, &state.shell.world)
        if let question = state.pages.today.sight?.question {
            home.lookWhichMet(.question(question.id), &state.shell.world)
        }
    case .check:
        state.pages.check.enter(&home, &state.shell.world)
        home.lookWhichMet(.check(state.pages.check.season(home, state.shell.world)), &state.shell.world)
    case .pulse:
        state.pages.pulse.enter(&home, &state.shell.world)
        home.lookWhichMet(.pulse(state.pages.pulse.week(home, state.shell.world)), &state.shell.world)
    case .question(let id): home.lookWhichMet(.question(id), &state.shell.world)
    case .us: state.pages.us.enter(.picture, &home, &state.shell)
    case .trends: state.pages.us.enter(.trends, &home, &state.shell)
    case .helped: state.pages.us.enter(.helped, &home, &state.shell)
    case .proposals, .together:
        state.pages.proposals.enter(&home, &state.shell.world)
        state.pages.touch.enter(isOpen: false, &home, &state.shell.world)
    case .report: state.pages.report.enter(home, state.shell.world)
    case .change: state.pages.change.enter(&home, &state.shell.world)
    case .story: state.pages.story.enter(home, state.shell.world)
    case .chapters: home.lookWhichChaptersMet(&state.shell.world)
    case .book: state.pages.book.enter(isOpen: true, &home, &state.shell.world)
    case .touchMenu: state.pages.touch.enter(isOpen: true, &home, &state.shell.world)
    case .conversation(let script): state.pages.conversation.enter(script, &home, &state.shell.world)
    case .say: state.pages.say.enter(&home, &state.shell)
    case .search: state.pages.search.enter(home, state.shell.world)
    case .exercise(let id): state.pages.exercises.enter(id, home, &state.shell.world)
    case .invite: state.pages.invite.enter(&home, &state.shell)
    case .pursuit(let id): state.pages.pursuits.enter(named: id)
    case .dateShelf(let id): state.pages.dates.enter(shelf: id)
    case .date(let id): state.pages.dates.enter(idea: id)
    case .shelf(let id): state.pages.practices.enter(shelf: id)
    case .journey(let id):
        for walk in home.walks where walk.way == JourneyWay(id, isShared: true) {
            home.nameSeals(of: walk, &state.shell.world)
            for isLast in [false, true] { home.lookWhichMet(.look(walk.look(isLast: isLast)), &state.shell.world) }
        }
    case .welcome, .howItWorks, .signUp, .recover, .arrival, .mine, .signs, .causes, .articles, .article,
        .practices, .talk, .doing, .touch, .trust, .dates, .practice, .questions, .jar, .conversations, .journeys,
        .promises, .screenFree, .journal, .kindness, .settings, .data, .leaving, .dayStart, .help, .exercises,
        .pause, .myself, .pursuits, .reminders, .unknown:
        break
    }
}

extension State {
    /// Whether what goes on at a place is looked at without being touched.
    func keepsAwake(at place: Place, _ home: Home) -> Bool {
        if case .conversation(let script) = place { return pages.conversation.keepsAwake(script, home) }
        if case .exercise(let id) = place { return pages.exercises.keepsAwake(id) }
        return false
    }
}

/// What stands at a place for somebody who isn't signed in.
func pageOutside(_ state: State) -> [View] {
    switch state.shell.place {
    case .howItWorks: howItWorksView(state.shell)
    case .signUp: state.pages.signUp.view(state.door, state.shell)
    case .signIn: state.pages.signIn.view(state.door, state.shell)
    case .recover: state.pages.recover.view(state.door, state.shell)
    case .arrival: state.pages.arrival.view(state.door, state.shell)
    case .help: state.pages.help.view(state.door.catalogue, nil, state.shell)
    case .welcome, .today, .us, .together, .story, .mine, .check, .pulse, .trends, .helped, .signs, .causes, .articles,
        .article, .report, .change, .book, .chapters,
        .talk, .doing, .touch, .trust, .proposals, .practices, .shelf, .practice, .dates, .dateShelf, .date,
        .questions, .question, .jar, .conversations, .conversation, .say, .promises, .journal, .settings, .kindness,
        .screenFree, .journeys, .journey, .touchMenu, .invite, .data, .leaving, .search, .dayStart, .exercises,
        .exercise, .pause, .myself, .pursuits, .pursuit, .reminders, .unknown:
        welcomeView(state.shell)
    }
}

/// What stands at a place for somebody who is signed in.
func pageInside(_ state: State, _ home: Home) -> [View] {
    let shell = state.shell
    switch shell.place {
    case .signIn where home.isSignedOut: return state.pages.signIn.view(state.door, shell)
    case .today, .welcome, .signUp, .signIn, .recover: return state.pages.today.view(home, shell)
    case .us: return state.pages.us.view(.picture, home, shell)
    case .trends: return state.pages.us.view(.trends, home, shell)
    case .helped: return state.pages.us.view(.helped, home, shell)
    case .check: return state.pages.check.view(home, shell)
    case .pulse: return state.pages.pulse.view(home, shell)
    case .signs: return state.pages.signs.view(home, shell)
    case .causes: return state.pages.causes.view(home, shell)
    case .articles: return articlesView(home, shell)
    case .article(let id): return articleView(id, home, shell)
    case .report: return state.pages.report.view(home, shell)
    case .change: return state.pages.change.view(home, shell)
    case .together: return state.pages.proposals.view(home, shell)
    case .proposals: return state.pages.proposals.view(home, shell)
    case .talk: return [behindDoorView(.talk, shell)]
    case .doing: return [behindDoorView(.doing, shell)]
    case .touch: return [behindDoorView(.touch, shell)]
    case .trust: return [behindDoorView(.trust, shell)]
    case .practices, .shelf, .practice: return state.pages.practices.view(home, shell)
    case .dates, .dateShelf, .date: return state.pages.dates.view(home, shell)
    case .touchMenu: return state.pages.touch.view(home, shell)
    case .questions, .question: return state.pages.questions.view(home, shell)
    case .jar: return state.pages.jar.view(home, shell)
    case .conversations, .conversation: return state.pages.conversation.view(home, shell)
    case .journeys, .journey: return state.pages.journeys.view(home, shell)
    case .say: return state.pages.say.view(home, shell)
    case .promises: return state.pages.promises.view(home, shell)
    case .screenFree: return state.pages.screenFree.view(home, shell)
    case .exercises, .exercise: return state.pages.exercises.view(home, shell)
    case .pause: return state.pages.pause.view(home, shell)
    case .pursuits, .pursuit: return state.pages.pursuits.view(home, shell)
    case .reminders: return state.pages.reminders.view(home, shell)
    case .story: return state.pages.story.view(home, shell)
    case .book: return state.pages.book.view(home, shell)
    case .chapters: return chaptersView(home, shell)
    case .mine: return state.pages.mine.view(home, shell)
    case .journal: return state.pages.journal.view(home, shell)
    case .kindness: return state.pages.kindness.view(home, shell)
    case .myself: return state.pages.growing.view(home, shell)
    case .settings: return state.pages.settings.view(home, shell)
    case .invite: return state.pages.invite.view(home, shell)
    case .arrival: return state.pages.arrival.view(state.door, shell)
    case .data: return state.pages.data.view(home, shell)
    case .leaving: return state.pages.leaving.view(home, shell)
    case .search: return state.pages.search.view(home, shell)
    case .dayStart: return state.pages.dayStart.view(home, shell)
    case .howItWorks: return howItWorksView(shell)
    case .help: return state.pages.help.view(state.door.catalogue, home, shell)
    case .unknown: return nowhereView(shell)
    }
}

private func nowhereView(_ shell: Shell) -> [View] {
    [
        div(.classes("page")) {
            h1 { shell.words.common.nowhereTitle }
            p { shell.words.common.nowhereText }
            primary(shell.words.common.toToday, .go(.today))
        }
    ]
}
