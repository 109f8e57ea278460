import Wire

// The root only delegates: each page changes its own state, the home and the shell.

/// Hands an action to its page.
func act(_ state: inout State, _ action: Action, _ occurrence: Occurrence) {
    switch action {
    case .go(let place): state.shell.go(place)
    case .goBack: state.shell.goBack()
    case .dismissToast: state.shell.toast = nil
    case .applyUpdate: state.shell.perform(Effect("applyUpdate"))
    case .dismissNotice: state.home?.dismissNotice()
    case .leaveQuickly: state.shell.perform(Effect("leaveQuickly"))
    case .signUp(let action): state.pages.signUp.update(action, occurrence, &state.door, &state.shell)
    case .signIn(let action): state.pages.signIn.update(action, occurrence, &state.door, &state.shell)
    case .recover(let action): state.pages.recover.update(action, occurrence, &state.door, &state.shell)
    case .arrival(let action): state.pages.arrival.update(action, occurrence, &state.door, &state.shell)
    case .unlock(let action): state.pages.unlock.update(action, occurrence, &state.door, &state.shell)
    case .help(let action): state.pages.help.update(action, occurrence, &state.home, &state.shell)
    default: actAtHome(&state, action, occurrence)
    }
}

/// Hands an action to a page that only exists for somebody who is signed in.
private func actAtHome(_ state: inout State, _ action: Action, _ occurrence: Occurrence) {
    guard var home = state.home.take() else { return }
    defer { state.home = home }
    switch action {
    case .today(let action): state.pages.today.update(action, occurrence, &home, &state.shell)
    case .check(let action): state.pages.check.update(action, occurrence, &home, &state.shell)
    case .pulse(let action): state.pages.pulse.update(action, occurrence, &home, &state.shell)
    case .us(let action): state.pages.us.update(action, occurrence, &home, &state.shell)
    case .signs(let action): state.pages.signs.update(action, occurrence, &home, &state.shell)
    case .causes(let action): state.pages.causes.update(action, occurrence, &home, &state.shell)
    case .proposals(let action): state.pages.proposals.update(action, occurrence, &home, &state.shell)
    case .practices(let action): state.pages.practices.update(action, occurrence, &home, &state.shell)
    case .questions(let action): state.pages.questions.update(action, occurrence, &home, &state.shell)
    case .jar(let action): state.pages.jar.update(action, occurrence, &home, &state.shell)
    case .conversation(let action): state.pages.conversation.update(action, occurrence, &home, &state.shell)
    case .say(let action): state.pages.say.update(action, occurrence, &home, &state.shell)
    case .story(let action): state.pages.story.update(action, occurrence, &home, &state.shell)
    case .mine(let action): state.pages.mine.update(action, occurrence, &home, &state.shell)
    case .journal(let action): state.pages.journal.update(action, occurrence, &home, &state.shell)
    case .settings(let action): state.pages.settings.update(action, occurrence, &home, &state.shell)
    case .invite(let action): state.pages.invite.update(action, occurrence, &home, &state.shell)
    case .data(let action): state.pages.data.update(action, occurrence, &home, &state.shell)
    case .leaving(let action): state.pages.leaving.update(action, occurrence, &home, &state.shell)
    default: break
    }
}

/// Hands the shim's answer to whoever asked.
func receive(_ state: inout State, _ reply: Reply, _ response: Response) {
    switch reply {
    case .content: state.receiveContent(response)
    case .signUp(let reply): state.pages.signUp.receive(reply, response, &state.door, &state.shell)
    case .signIn(let reply): state.pages.signIn.receive(reply, response, &state.door, &state.shell)
    case .recover(let reply): state.pages.recover.receive(reply, response, &state.door, &state.shell)
    case .arrival(let reply): state.pages.arrival.receive(reply, response, &state.door, &state.shell)
    case .unlock(.locked): state.finishLocking(response)
    case .unlock(let reply): state.pages.unlock.receive(reply, response, &state.door, &state.shell)
    default: receiveAtHome(&state, reply, response)
    }
}

/// Hands an answer to the home or to a page of it.
private func receiveAtHome(_ state: inout State, _ reply: Reply, _ response: Response) {
    guard var home = state.home.take() else { return }
    defer { state.home = home }
    switch reply {
    case .home(let reply): home.receive(reply, response, &state.shell)
    case .coach: home.coach.receive(response)
    case .proposals(let reply): state.pages.proposals.receive(reply, response, &home, &state.shell)
    case .settings(let reply): state.pages.settings.receive(reply, response, &home, &state.shell)
    case .invite(let reply): state.pages.invite.receive(reply, response, &home, &state.shell)
    case .data(let reply): state.pages.data.receive(reply, response, &home, &state.shell)
    case .leaving(let reply): state.pages.leaving.receive(reply, response, &home, &state.shell)
    default: break
    }
}

/// Lets the page at the place where the person is begin or refresh its work. Called after every message.
func enter(_ state: inout State) {
    if state.shell.place == .arrival, state.stage == .inside || state.stage == .outside {
        state.pages.arrival.enter(&state.door, &state.shell)
    }
    if state.shell.place != .help || !state.shell.isVisible { state.pages.help.leave() }
    guard state.stage == .inside, var home = state.home.take() else { return }
    defer { state.home = home }
    switch state.shell.place {
    case .signIn:
        if home.isSignedOut, !state.pages.signIn.isAgain { state.pages.signIn = SignInPage(name: home.account.name) }
    case .today:
        state.pages.today.enter(&home, &state.shell)
        state.pages.proposals.enter(&home, &state.shell)
    case .check: state.pages.check.enter(&home, &state.shell)
    case .pulse: state.pages.pulse.enter(&home, &state.shell)
    case .us, .trends, .helped: state.pages.us.enter(&home, &state.shell)
    case .proposals, .together: state.pages.proposals.enter(&home, &state.shell)
    case .conversation(let script): state.pages.conversation.enter(script, &home, &state.shell)
    case .say: state.pages.say.enter(&home, &state.shell)
    case .invite: state.pages.invite.enter(&home, &state.shell)
    default: break
    }
}
