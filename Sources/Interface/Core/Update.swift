import Household
import Ledger
import Library
import Wire
import Words

/// Takes in one fact. Everything that follows from it is in `state` afterwards, effects included.
func update(_ state: inout State, _ message: Message) {
    state.shell.isArriving = false
    switch message {
    case .started(let start): begin(&state, start)
    case .acted(let action, let occurrence):
        state.wantContent()
        act(&state, action, occurrence)
    case .replied(let reply): receive(&state, reply)
    case .navigated(let path, let hash): arrive(&state, path: path, hash: hash)
    case .announced(let event, let data):
        state.withHome { $0.announced(event: event, data: data, &$1) }
        tellMatch(&state)
    case .ticked(let timer): tick(&state, timer)
    case .spaceTicked(let space): state.withHome { $0.wake(space, &$1) }
    case .visibilityChanged(let isVisible):
        state.shell.world.isVisible = isVisible
        // A page that is hidden may be gone in a moment.
        if !isVisible { state.keepDrafts() }
        state.followLock()
        state.withHome { $0.visibilityChanged(&$1) }
    case .networkChanged(let isOnline):
        state.shell.world.isOnline = isOnline
        if state.door.opening != nil { state.wantContent() }
        if isOnline {
            state.shell.endLeftSession()
            state.door.isRestMissing = false
        }
        state.withHome { $0.networkChanged(&$1) }
    case .updateReady: state.shell.isUpdateReady = true
    case .installOffered: state.shell.world.canInstall = true
    case .otherTabStored: state.withHome { $0.otherTabStored(&$1) }
    case .lost: state.shell.isSomethingLost = true
    }
    state.tellNews()
    settle(&state)
    state.tellNews()
    if case .acted(let action, _) = message { state.awaitDrafts(after: action) }
    if case .replied(.photosChosen) = message { state.awaitDrafts(after: .story(.photo(.chosen))) }
}

extension State {
    /// Lends the home out, so that it is changed in place and never copied. Nothing happens when nobody is signed in.
    mutating func withHome(_ body: (inout Home, inout World) -> Void) {
        guard var lent = home.take() else { return }
        body(&lent, &shell.world)
        home = lent
    }

    /// A statement of the check whose marks are set goes on, where it is still looked at.
    fileprivate mutating func goOnWithCheck() {
        guard shell.place == .check, let lent = home.take() else { return }
        pages.check.ticked(lent, &shell.world)
        home = lent
    }

    /// Calls the window by where the person is. What is locked or not there yet tells no more than its name.
    fileprivate mutating func tellTitle() {
        let words = shell.words
        switch stage {
        case .starting, .broken, .stuck, .locked: shell.call(words.common.hearth)
        case .outside, .inside: shell.call(shell.place.title(words))
        }
    }

    /// Keeps the screen on while two talk by it. A browser lets it go dark with a hidden page, so that is asked for anew.
    fileprivate mutating func followScreen() {
        var isWanted = false
        if stage == .inside, shell.isVisible, let home {
            isWanted = keepsAwake(at: shell.place, home)
        }
        shell.keepAwake(isWanted)
    }

    /// Whether photos are on show, or may be.
    fileprivate var mayShowPhotos: Bool { shell.shownPhotos.isAny || shell.place == .story && stage == .inside }

    /// Whether photos are made ready for paper or a file, or may have to be.
    fileprivate var mayGatherPhotos: Bool {
        !shell.gathering.wanted.isEmpty || stage == .inside && (shell.place == .book || shell.place == .data)
    }

    /// Lets go of a person whose keys and words this device has just forgotten, and of all that pages remember of them.
    mutating func forget() {
        let catalogue = door.catalogue
        home = nil
        pages = Pages()
        door = Door()
        door.catalogue = catalogue
        shell.lock = AppLock()
        stage = .outside
        shell.forget()
    }
}

private func begin(_ state: inout State, _ start: Start) {
    state.shell.world.isStandalone = start.isStandalone
    state.shell.world.isOnline = start.isOnline
    state.shell.world.origin = start.origin
    state.shell.world.zone = start.zone
    state.shell.place = Place(path: start.path)
    // Where nothing can be done but load the page again, an invitation stays in the address.
    if start.trouble == nil { takeInvitation(&state, hash: start.hash) }
    state.shell.isSessionLeft = start.isSessionLeft
    state.shell.endLeftSession()
    state.shell.lock.isOn = start.isLocked
    state.shell.lock.hasPasskey = start.hasPasskey
    state.shell.lock.isByPassphrase = start.isLockedByPassphrase
    if let trouble = start.trouble {
        state.stage = .stuck(trouble)
    } else if start.isLocked {
        state.stage = .locked
    } else if start.hasKeys, let account = start.account, let record = try? AccountRecord(body: Array(account.utf8)) {
        state.door.opening = HomeOpening(account: record, way: .staying)
    } else {
        state.stage = .outside
    }
    // What index.html shows to a stranger is the welcome page already, perhaps scrolled.
    if state.stage == .outside, !state.shell.place.isOpenToAll { state.shell.stand(at: .welcome, replacing: true) }
    if start.hasKeys, state.stage == .outside, [.welcome, .signUp, .arrival].contains(state.shell.place) {
        state.stage = .starting
        state.pages.signUp.lookForKept(&state.shell.world)
    }
    let leadsFurtherIn = state.shell.place.isOpenToAll && state.shell.place != .welcome
    if start.hasKeys || leadsFurtherIn { state.wantContent() }
}

/// Takes the secret out of the address, so that it stays in no history and no screenshot.
private func takeInvitation(_ state: inout State, hash: String) {
    guard let secret = InvitationLink.secret(inFragment: hash) else { return }
    state.door.invitation = secret
    state.shell.perform(.clearHash)
    state.shell.go(.arrival, replacing: true)
    state.pages.arrival = Arriving()
}

private func arrive(_ state: inout State, path: String, hash: String) {
    state.shell.arrive(at: Place(path: path))
    state.door.isRestMissing = false
    takeInvitation(&state, hash: hash)
}

private func tick(_ state: inout State, _ timer: Timer) {
    switch timer {
    case .toast: state.shell.toast = nil
    case .drafts: state.keepAwaitedDrafts()
    case .lock: state.lockWhenLongHidden()
    case .opening: state.isOpeningLong = true
    case .follow: state.withHome { home, world in home.followCloseness(world) }
    case .farewell: state.withHome { $0.retryFarewells(&$1) }
    case .check: state.goOnWithCheck()
    // The page on show looks at the clock, which every message brings.
    case .lookAgain, .conversation, .matching, .pause, .exercise: break
    }
}

/// Lets the plan's page look for what both want, when the relay announced that there is something new.
private func tellMatch(_ state: inout State) {
    guard var home = state.home.take() else { return }
    defer { state.home = home }
    guard home.isMatchAnnounced else { return }
    home.isMatchAnnounced = false
    state.pages.proposals.matchAnnounced(&home, &state.shell.world)
    state.pages.touch.matchAnnounced(&home, &state.shell.world)
    state.pages.book.matchAnnounced(&home, &state.shell.world)
}

/// Hands the home what an accepted invitation brought.
private func takeAcceptance(_ state: inout State) {
    let account = state.door.accepted.take()
    let peer = state.door.trusted.take()
    let compared = state.door.compared.take()
    state.withHome { home, world in
        if let account { home.take(account, &world) }
        if let peer { home.trust(PeerTrusted(peer), &world) }
        if let compared { home.noteCompared(with: compared.card, in: compared.space, &world) }
    }
    // Until the home is ready, its record is only what the relay says.
    state.door.account = state.home.flatMap { $0.isReady ? $0.account : nil }
}

/// What must hold after every message: the place fits the stage, and pages that need it begin their work.
private func settle(_ state: inout State) {
    state.openHome()
    if state.home?.isForgotten == true { state.forget() }
    if state.stage == .locked, state.door.prefersSignIn {
        state.stage = .outside
        state.shell.go(.signIn, replacing: true)
    }
    takeAcceptance(&state)
    state.takeDrafts()
    switch state.stage {
    case .starting:
        if let home = state.home, home.isReady { state.stage = .inside }
    case .inside:
        if state.home == nil { state.stage = .outside }
    case .broken, .stuck, .outside, .locked: break
    }
    state.awaitOpening()
    state.wantRestOfContent()
    stayWhereOneBelongs(&state)
    enter(&state)
    if state.pages.data.isBringing { state.atHome { $0.data.tellBrought($1, &$2) } }
    state.tellTitle()
    state.followScreen()
    if state.mayShowPhotos { state.followPhotos() }
    if state.mayGatherPhotos { state.gatherPhotos() }
}

/// Nobody who is outside stands at a place of the home, and nobody who lives here at the door.
private func stayWhereOneBelongs(_ state: inout State) {
    let place = state.shell.place
    switch state.stage {
    case .outside:
        if !place.isOpenToAll { state.shell.go(.welcome, replacing: true) }
    case .inside:
        if state.home?.isSignedOut == true && place == .signIn { return }
        if [.welcome, .signIn, .recover].contains(place) { state.shell.go(.today, replacing: true) }
    case .starting, .broken, .stuck, .locked: break
    }
}
