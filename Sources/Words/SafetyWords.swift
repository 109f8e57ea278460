/// The private check whether somebody is safe with their partner.
public struct SafetyWords: Sendable {
    /// How the help page leads here, and the way back.
    public let open, openDetail, back: String
    public let title, lead, kept, alone, finish: String
    /// What may be ticked. The last lines tell of danger to life, see ``graveLines``.
    public let lines: [String]
    /// How many of the last lines tell of danger to life.
    public let graveLines: Int
    /// What is said when nothing was ticked, when something was, and when a grave line was.
    public let noneTitle, noneText, someTitle, someText, grave: String
    /// What changes in Hearth, and how to change it back.
    public let changeTitle, change, changePlan, changePhone, isOn, turnOff, isOff, turnOn: String
}

extension SafetyWords {
    /// British English.
    public static let english = SafetyWords(
        open: "Do you feel safe with your partner?", openDetail: "Nine lines to look at, for you alone", back: "Help",
        title: "Do you feel safe with your partner?",
        lead: "Tick whatever is so, even if it happened once or long ago. There’s no score, and nothing to get right.",
        kept:
            "What you tick is kept nowhere: not on this device, not on the server. It’s gone when you leave this page.",
        alone:
            "Is somebody looking over your shoulder? Then come back another time. Quick exit, above, opens an ordinary page at once.",
        finish: "What this may mean",
        lines: [
            "I’m sometimes afraid of my partner.",
            "I weigh what I say and do, so that nothing happens.",
            "My partner decides whom I see, where I go or what I spend.",
            "My partner goes through my phone or wants to know where I am, and I can’t say no to it.",
            "My partner makes me feel worthless, or says that nobody would believe me.",
            "My partner has hit, pushed or held me, or broken things near me.",
            "I’ve been pressed into sex or touch that I didn’t want.",
            "My partner has threatened to kill or badly hurt me, themselves, or somebody I love.",
            "My partner has choked me, or I’ve feared for my life.",
        ], graveLines: 2,
        noneTitle: "Nothing ticked",
        noneText:
            "If something still feels wrong, that counts, even when no line here fits it. The people below listen to that too. You needn’t be sure before you ask.",
        someTitle: "You didn’t cause this",
        someText:
            "Being kinder, calmer or closer won’t end it. Fear, control and injury aren’t a matter of distance, so exercises for two aren’t the answer, and talking it through together can raise the danger. There are people who know about this. They believe you, and help you think before you decide anything.",
        grave:
            "One thing you ticked is among the most serious signs there are. Call somebody today: the emergency number if it’s now, otherwise a line below. If you were choked, see a doctor today, even when there’s no mark.",
        changeTitle: "What changes in Hearth",
        change:
            "From now on Hearth puts before you only what is for yourself, and light questions: no thanks, no pulse, no talk. What you look through, such as the library, stays as it was, so that nobody can tell from your screen. Your partner isn’t told and sees no difference: to them it’s as if you hadn’t looked yet.",
        changePlan: "What you two agreed on before stays in your plan. You needn’t do any of it.",
        changePhone:
            "Somebody who opens Hearth on this phone could find this page as you do. The app lock, under Settings, keeps it closed.",
        isOn: "At the moment Hearth suggests to you only what is for yourself, and light questions.",
        turnOff: "Suggest things for two again", isOff: "Hearth suggests things for two again, from the next week on.",
        turnOn: "Suggest only things for one")
}
