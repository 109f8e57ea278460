/// What a person can do: the value an element carries and the core receives when it happens.
public enum Action: Sendable {
    case go(Place)
    case goBack
    case dismissToast
    case applyUpdate
    case dismissNotice
    /// Leaves Hearth for a harmless page at once.
    case leaveQuickly
    case signUp(SignUpPage.Action)
    case signIn(SignInPage.Action)
    case recover(RecoverPage.Action)
    case arrival(ArrivalPage.Action)
    case unlock(UnlockPage.Action)
    case today(TodayPage.Action)
    case check(CheckPage.Action)
    case pulse(PulsePage.Action)
    case us(UsPage.Action)
    case signs(SignsPage.Action)
    case causes(CausesPage.Action)
    case proposals(ProposalsPage.Action)
    case practices(PracticesPage.Action)
    case questions(QuestionsPage.Action)
    case jar(JarPage.Action)
    case conversation(ConversationPage.Action)
    case say(SayPage.Action)
    case story(StoryPage.Action)
    case mine(MinePage.Action)
    case journal(JournalPage.Action)
    case settings(SettingsPage.Action)
    case invite(InvitePage.Action)
    case data(DataPage.Action)
    case leaving(LeavingPage.Action)
    case help(HelpPage.Action)
}

/// To whom the shim's answer to an effect goes.
public enum Reply: Sendable {
    /// To the door: the content.
    case content
    case home(Home.Reply)
    /// The coach's data.
    case coach
    case signUp(SignUpPage.Reply)
    case signIn(SignInPage.Reply)
    case recover(RecoverPage.Reply)
    case arrival(ArrivalPage.Reply)
    case unlock(UnlockPage.Reply)
    case proposals(ProposalsPage.Reply)
    case settings(SettingsPage.Reply)
    case invite(InvitePage.Reply)
    case data(DataPage.Reply)
    case leaving(LeavingPage.Reply)
}
