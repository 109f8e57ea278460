/// The stable names of all kinds of events. A name is never changed or given another meaning: what was written under it
/// is read for ever.
public enum EventKind: String, CaseIterable, Sendable {
    case profileSet = "profile.set"
    case checkAnswered = "check.answered"
    case pulseAnswered = "pulse.answered"
    case signNoticed = "sign.noticed"
    case signDismissed = "sign.dismissed"
    case causeSuspected = "cause.suspected"
    case causeDismissed = "cause.dismissed"
    case reflectionWritten = "reflection.written"
    case journalWritten = "journal.written"
    case journalRemoved = "journal.removed"
    case circumstancesSet = "circumstances.set"
    case proposalAnswered = "proposal.answered"
    case planEntered = "plan.entered"
    case planRested = "plan.rested"
    case practiceDone = "practice.done"
    case practiceSkipped = "practice.skipped"
    case appreciationSent = "appreciation.sent"
    case questionAnswered = "question.answered"
    case questionPassed = "question.passed"
    case conversationStarted = "conversation.started"
    case conversationMoved = "conversation.moved"
    case conversationPaused = "conversation.paused"
    case conversationResumed = "conversation.resumed"
    case conversationEnded = "conversation.ended"
    case settingSet = "setting.set"
    case invitationMade = "invitation.made"
    case peerTrusted = "peer.trusted"
    case momentKept = "moment.kept"
    case entryRemoved = "entry.removed"
    case promiseMade = "promise.made"
    case promiseKept = "promise.kept"
    case promiseReleased = "promise.released"
    case kindnessPlanned = "kindness.planned"
    case kindnessDone = "kindness.done"
    case screenFreeOffered = "screenfree.offered"
    case screenFreeAgreed = "screenfree.agreed"
    case screenFreeEnded = "screenfree.ended"
    case journeyWanted = "journey.wanted"
    case journeyMoved = "journey.moved"
    case journeyRested = "journey.rested"
    case journeyStopped = "journey.stopped"
    case journeyAnswered = "journey.answered"
    case journeyNoted = "journey.noted"
    case dateWanted = "date.wanted"
    case dateDropped = "date.dropped"
    case dateJudged = "date.judged"
    case dateDrawn = "date.drawn"
    case dateChosen = "date.chosen"
    case datePlanned = "date.planned"
    case dateAgreed = "date.agreed"
    case datePutBack = "date.putBack"
    case dateKept = "date.kept"
    case careNoted = "care.noted"
    case growthNoted = "growth.noted"
    case growthShown = "growth.shown"
    case growthBacked = "growth.backed"
    case reportAsked = "report.asked"
    case reportAgreed = "report.agreed"
    case reportMade = "report.made"
    case bookMarked = "book.marked"
    case bookEntered = "book.entered"
    case bookRested = "book.rested"
    case changeNamed = "change.named"
    case pursuitBegun = "pursuit.begun"
    case pursuitJoined = "pursuit.joined"
    case pursuitStepped = "pursuit.stepped"
    case pursuitReached = "pursuit.reached"
    case pursuitNoted = "pursuit.noted"
    case pursuitEnded = "pursuit.ended"
    case talkSuggested = "talk.suggested"
    case talkAgreed = "talk.agreed"
    case talkCalledOff = "talk.calledOff"
    case talkLineKept = "talk.lineKept"
}

/// What events are about. Kinds of one topic are kept together, so that they replace or end each other.
public enum EventTopic: Int, CaseIterable, Sendable {
    case profiles, circumstances, checks, pulses, signs, causes, proposals, questions, plan, reflections, journal
    case settings, peers, deeds, appreciations, moments, invitations, conversations
    case promises, promiseEnds
    case dateIdeas, dateJudgements, dates
    case pursuits
    case talkEvenings, talkEveningWords, talkLines
    case removals
    case kindnesses, kindnessEnds
    case screenFree, screenFreeWords
    case journeys, journeyLooks
    case cares, growths, growthsShown, growthBackings
    case reports, reportWords
    case bookMarks, books
    case changes
}

extension EventKind {
    /// What holds for every event of this kind.
    public var rule: EventRule {
        switch self {
        case .profileSet: .content(.mineUntilShared, .profiles, .last, words: TextLimit.name)
        case .checkAnswered: .content(.oursSealed(each: .season), .checks, .last)
        case .pulseAnswered: .content(.oursSealed(each: .week), .pulses, .last)
        case .questionAnswered:
            .content(.oursSealed(each: .question), .questions, .addWins(.adds), words: TextLimit.long).erasable
        case .questionPassed: .content(.mineUntilShared, .questions, .addWins(.takesAway))
        case .signNoticed: .content(.mineUntilShared, .signs, .addWins(.adds))
        case .signDismissed: .content(.mineUntilShared, .signs, .addWins(.takesAway))
        case .causeSuspected: .content(.mineUntilShared, .causes, .addWins(.adds))
        case .causeDismissed: .content(.mineUntilShared, .causes, .addWins(.takesAway))
        case .reflectionWritten: .content(.mineUntilShared, .reflections, .each, words: TextLimit.long).erasable
        case .journalWritten: .content(.mine, .journal, .each, words: TextLimit.long).erasable
        case .journalRemoved: .internals(.journal, .removal)
        case .circumstancesSet: .content(.ours, .circumstances, .last)
        case .proposalAnswered: .decision(.mine, .proposals, .last)
        case .planEntered: .decision(.mineUntilShared, .plan, .both(.adds))
        case .planRested: .decision(.mineUntilShared, .plan, .both(.takesAway))
        case .practiceDone: .content(.mineUntilShared, .deeds, .all, words: TextLimit.long).erasable
        case .practiceSkipped: .content(.mineUntilShared, .deeds, .all)
        case .appreciationSent: .content(.ours, .appreciations, .all, words: TextLimit.line).erasable
        case .momentKept: .content(.ours, .moments, .all, words: TextLimit.long).erasable
        case .entryRemoved: .internals(.removals, .removal, .ours)
        case .promiseMade: .decision(.ours, .promises, .last, words: TextLimit.line).erasable
        case .promiseKept: .decision(.ours, .promiseEnds, .last).erasable
        case .promiseReleased: .decision(.ours, .promiseEnds, .last, words: TextLimit.line).erasable
        case .kindnessPlanned: .content(.mine, .kindnesses, .last, words: TextLimit.line).erasable
        case .kindnessDone: .content(.mine, .kindnessEnds, .last).erasable
        case .screenFreeOffered: .decision(.ours, .screenFree, .all).erasable
        case .screenFreeAgreed, .screenFreeEnded: .decision(.ours, .screenFreeWords, .last)
        case .journeyWanted, .journeyMoved, .journeyRested, .journeyStopped:
            .decision(.mineUntilShared, .journeys, .course)
        case .journeyAnswered: .content(.oursSealed(each: .journey), .journeyLooks, .last)
        case .journeyNoted: .content(.mine, .journeyLooks, .last)
        case .dateWanted: .content(.ours, .dateIdeas, .addWins(.adds), words: TextLimit.line).erasable
        case .dateDropped: .content(.ours, .dateIdeas, .addWins(.takesAway))
        case .dateJudged: .decision(.mine, .dateJudgements, .last)
        case .dateDrawn, .dateChosen, .dateAgreed: .decision(.ours, .dates, .course)
        case .datePlanned: .decision(.ours, .dates, .course, words: TextLimit.line).erasable
        case .datePutBack, .dateKept: .decision(.ours, .dates, .course).erasable
        case .careNoted: .content(.mine, .cares, .last).erasable
        case .growthNoted: .content(.mine, .growths, .last, words: TextLimit.line).erasable
        case .growthShown: .decision(.ours, .growthsShown, .last, words: TextLimit.line).erasable
        case .growthBacked: .decision(.ours, .growthBackings, .last).erasable
        case .reportAsked: .decision(.ours, .reports, .last).erasable
        case .reportAgreed: .decision(.ours, .reportWords, .last).erasable
        case .reportMade: .decision(.ours, .reportWords, .last)
        case .bookMarked: .decision(.mine, .bookMarks, .last)
        case .bookEntered: .decision(.mineUntilShared, .books, .both(.adds))
        case .bookRested: .decision(.mineUntilShared, .books, .both(.takesAway))
        case .changeNamed: .content(.mineUntilShared, .changes, .last).erasable
        case .pursuitBegun, .pursuitStepped:
            .content(.ours, .pursuits, .course, words: TextLimit.line).erasable
        case .pursuitNoted: .content(.ours, .pursuits, .course, words: TextLimit.long).erasable
        case .pursuitReached, .pursuitEnded: .content(.ours, .pursuits, .course).erasable
        case .pursuitJoined: .decision(.ours, .pursuits, .course)
        case .talkSuggested: .decision(.ours, .talkEvenings, .all).erasable
        case .talkAgreed, .talkCalledOff: .decision(.ours, .talkEveningWords, .last)
        case .talkLineKept: .decision(.ours, .talkLines, .both(.adds), words: TextLimit.line).erasable
        case .conversationMoved: .content(.ours, .conversations, .course, words: TextLimit.long)
        case .conversationStarted, .conversationPaused, .conversationResumed, .conversationEnded:
            .content(.ours, .conversations, .course)
        case .settingSet: .decision(.mine, .settings, .lastOfAll, words: TextLimit.value)
        case .invitationMade: .internals(.invitations, .all)
        case .peerTrusted: .internals(.peers, .lastOfAll)
        }
    }
}

/// Something that a person did, as an entry says it.
///
/// Who may read an event follows from its kind (``EventKind/rule``). CONTRIBUTING.md says how a kind is added.
///
/// Fields may be added to a kind later when they are optional; older versions pass over them. Anything else is a new kind.
public enum Event: Equatable, Sendable {
    /// Someone said what to be called, and in which colour.
    case profileSet(ProfileSet)
    /// Someone took the season's check.
    case checkAnswered(CheckAnswered)
    /// Someone answered the week's pulse.
    case pulseAnswered(PulseAnswered)
    /// Someone noticed a sign of a widening gap.
    case signNoticed(SignMark)
    /// Someone no longer sees the sign.
    case signDismissed(SignMark)
    /// Someone thinks that a cause may be at work.
    case causeSuspected(CauseMark)
    /// Someone no longer thinks so.
    case causeDismissed(CauseMark)
    /// Someone wrote down a thought about something.
    case reflectionWritten(ReflectionWritten)
    /// Someone wrote in the journal.
    case journalWritten(JournalWritten)
    /// Someone took a page out of the journal.
    case journalRemoved(EntryRemoved)
    /// Someone described the circumstances of the couple.
    case circumstancesSet(CircumstancesSet)
    /// Someone answered a proposal.
    case proposalAnswered(ProposalAnswered)
    /// A practice that both want entered the plan.
    case planEntered(PlanEntered)
    /// A practice left the plan for now.
    case planRested(PlanRested)
    /// A practice was done.
    case practiceDone(PracticeDone)
    /// A practice was left out.
    case practiceSkipped(PracticeSkipped)
    /// Someone thanked the other.
    case appreciationSent(AppreciationSent)
    /// Someone answered a question.
    case questionAnswered(QuestionAnswered)
    /// Someone prefers not to answer a question.
    case questionPassed(QuestionPassed)
    /// A guided conversation began.
    case conversationStarted(ConversationStarted)
    /// A guided conversation moved on to another step or turn.
    case conversationMoved(ConversationMoved)
    /// Someone asked for a pause in a guided conversation.
    case conversationPaused(ConversationPaused)
    /// A guided conversation went on after a pause.
    case conversationResumed(ConversationMark)
    /// A guided conversation ended.
    case conversationEnded(ConversationMark)
    /// A setting was given a value.
    case settingSet(SettingSet)
    /// Someone made an invitation; written in the private space only, because it holds the secret.
    case invitationMade(InvitationMade)
    /// Someone took a public key for the other's; written in the private space only.
    case peerTrusted(PeerTrusted)
    /// A moment worth remembering.
    case momentKept(MomentKept)
    /// Someone took back what they had written for both.
    case entryRemoved(EntryRemoved)
    /// Someone promised the other something.
    case promiseMade(PromiseMade)
    /// A promise was kept, says one of the two.
    case promiseKept(PromiseMark)
    /// Either of the two let a promise go.
    case promiseReleased(PromiseReleased)
    /// Someone planned something kind; written in the private space only.
    case kindnessPlanned(KindnessPlanned)
    /// Someone has done it; written in the private space only.
    case kindnessDone(KindnessDone)
    /// Someone offered a time to lay phones down.
    case screenFreeOffered(ScreenFreeOffered)
    /// Someone wants it too.
    case screenFreeAgreed(ScreenFreeMark)
    /// Either of the two has ended it.
    case screenFreeEnded(ScreenFreeMark)
    /// Someone would like to walk a journey.
    case journeyWanted(JourneyMark)
    /// Someone is ready for another week of a journey, or went back to an earlier one.
    case journeyMoved(JourneyMoved)
    /// Someone let a journey rest.
    case journeyRested(JourneyMark)
    /// Someone ended a journey, or took their yes to it back.
    case journeyStopped(JourneyMark)
    /// Someone answered a journey's statements, for both.
    case journeyAnswered(JourneyAnswered)
    /// Someone answered them for themselves.
    case journeyNoted(JourneyAnswered)
    /// Someone put an idea for a date into the hat of the two.
    case dateWanted(DateWanted)
    /// Someone took an idea of theirs out of the hat.
    case dateDropped(DateDropped)
    /// Someone said whether an idea is never to be drawn; written in the private space only.
    case dateJudged(DateJudged)
    /// Someone drew ideas for the other to choose from.
    case dateDrawn(DateDrawn)
    /// Someone chose among the ideas that the other drew.
    case dateChosen(DateChosen)
    /// Someone suggested a day and an hour for a date.
    case datePlanned(DatePlanned)
    /// Someone said yes to that.
    case dateAgreed(DateAgreed)
    /// Either of the two put a date back.
    case datePutBack(DateMark)
    /// Either of the two looked back on a date.
    case dateKept(DateMark)
    /// Someone did something for themselves; written in the private space only.
    case careNoted(CareNoted)
    /// Someone is growing in something; written in the private space only.
    case growthNoted(GrowthNoted)
    /// Someone shows the other what they are growing in.
    case growthShown(GrowthShown)
    /// Someone stands by what the other has shown.
    case growthBacked(GrowthBacked)
    /// Someone asks whether something of the other's may go into a report.
    case reportAsked(ReportAsked)
    /// The other has seen it, and says yes.
    case reportAgreed(ReportMark)
    /// The report is made.
    case reportMade(ReportMark)
    /// Someone would like something in a year's book, or no more; written in the private space only.
    case bookMarked(BookMarked)
    /// Something that both want is in the book.
    case bookEntered(BookWord)
    /// It is in it no more.
    case bookRested(BookWord)
    /// Something big has changed, says one of the two.
    case changeNamed(ChangeNamed)
    /// Someone began something that the two might do together over some time.
    case pursuitBegun(PursuitBegun)
    /// Someone said yes to it.
    case pursuitJoined(PursuitJoined)
    /// Someone said what comes next of it.
    case pursuitStepped(PursuitStepped)
    /// A step of it was taken.
    case pursuitReached(PursuitReached)
    /// Someone wrote a note on it.
    case pursuitNoted(PursuitNoted)
    /// It is done or let go.
    case pursuitEnded(PursuitEnded)
    /// Someone suggested an evening for a guided conversation.
    case talkSuggested(TalkSuggested)
    /// Someone said yes to it.
    case talkAgreed(TalkEveningMark)
    /// Either of the two called it off.
    case talkCalledOff(TalkEveningMark)
    /// Someone would keep a line of a conversation, for both.
    case talkLineKept(TalkLineKept)

    /// The kind of the event.
    public var kind: EventKind {
        switch self {
        case .profileSet: .profileSet
        case .checkAnswered: .checkAnswered
        case .pulseAnswered: .pulseAnswered
        case .signNoticed: .signNoticed
        case .signDismissed: .signDismissed
        case .causeSuspected: .causeSuspected
        case .causeDismissed: .causeDismissed
        case .reflectionWritten: .reflectionWritten
        case .journalWritten: .journalWritten
        case .journalRemoved: .journalRemoved
        case .circumstancesSet: .circumstancesSet
        case .proposalAnswered: .proposalAnswered
        case .planEntered: .planEntered
        case .planRested: .planRested
        case .practiceDone: .practiceDone
        case .practiceSkipped: .practiceSkipped
        case .appreciationSent: .appreciationSent
        case .questionAnswered: .questionAnswered
        case .questionPassed: .questionPassed
        case .conversationStarted: .conversationStarted
        case .conversationMoved: .conversationMoved
        case .conversationPaused: .conversationPaused
        case .conversationResumed: .conversationResumed
        case .conversationEnded: .conversationEnded
        case .settingSet: .settingSet
        case .invitationMade: .invitationMade
        case .peerTrusted: .peerTrusted
        case .momentKept: .momentKept
        case .entryRemoved: .entryRemoved
        case .promiseMade: .promiseMade
        case .promiseKept: .promiseKept
        case .promiseReleased: .promiseReleased
        case .kindnessPlanned: .kindnessPlanned
        case .kindnessDone: .kindnessDone
        case .screenFreeOffered: .screenFreeOffered
        case .screenFreeAgreed: .screenFreeAgreed
        case .screenFreeEnded: .screenFreeEnded
        case .journeyWanted: .journeyWanted
        case .journeyMoved: .journeyMoved
        case .journeyRested: .journeyRested
        case .journeyStopped: .journeyStopped
        case .journeyAnswered: .journeyAnswered
        case .journeyNoted: .journeyNoted
        case .dateWanted: .dateWanted
        case .dateDropped: .dateDropped
        case .dateJudged: .dateJudged
        case .dateDrawn: .dateDrawn
        case .dateChosen: .dateChosen
        case .datePlanned: .datePlanned
        case .dateAgreed: .dateAgreed
        case .datePutBack: .datePutBack
        case .dateKept: .dateKept
        case .careNoted: .careNoted
        case .growthNoted: .growthNoted
        case .growthShown: .growthShown
        case .growthBacked: .growthBacked
        case .reportAsked: .reportAsked
        case .reportAgreed: .reportAgreed
        case .reportMade: .reportMade
        case .bookMarked: .bookMarked
        case .bookEntered: .bookEntered
        case .bookRested: .bookRested
        case .changeNamed: .changeNamed
        case .pursuitBegun: .pursuitBegun
        case .pursuitJoined: .pursuitJoined
        case .pursuitStepped: .pursuitStepped
        case .pursuitReached: .pursuitReached
        case .pursuitNoted: .pursuitNoted
        case .pursuitEnded: .pursuitEnded
        case .talkSuggested: .talkSuggested
        case .talkAgreed: .talkAgreed
        case .talkCalledOff: .talkCalledOff
        case .talkLineKept: .talkLineKept
        }
    }

    /// Reads the fields of an event of a kind.
    init(_ kind: EventKind, reading fields: inout FieldReader) throws(FieldDefect) {
        fields.limit = kind.rule.limits.reading
        switch kind {
        case .profileSet: self = .profileSet(try ProfileSet(reading: &fields))
        case .checkAnswered: self = .checkAnswered(try CheckAnswered(reading: &fields))
        case .pulseAnswered: self = .pulseAnswered(try PulseAnswered(reading: &fields))
        case .signNoticed: self = .signNoticed(try SignMark(reading: &fields))
        case .signDismissed: self = .signDismissed(try SignMark(reading: &fields))
        case .causeSuspected: self = .causeSuspected(try CauseMark(reading: &fields))
        case .causeDismissed: self = .causeDismissed(try CauseMark(reading: &fields))
        case .reflectionWritten: self = .reflectionWritten(try ReflectionWritten(reading: &fields))
        case .journalWritten: self = .journalWritten(try JournalWritten(reading: &fields))
        case .journalRemoved: self = .journalRemoved(try EntryRemoved(reading: &fields))
        case .circumstancesSet: self = .circumstancesSet(try CircumstancesSet(reading: &fields))
        case .proposalAnswered: self = .proposalAnswered(try ProposalAnswered(reading: &fields))
        case .planEntered: self = .planEntered(try PlanEntered(reading: &fields))
        case .planRested: self = .planRested(try PlanRested(reading: &fields))
        case .practiceDone: self = .practiceDone(try PracticeDone(reading: &fields))
        case .practiceSkipped: self = .practiceSkipped(try PracticeSkipped(reading: &fields))
        case .appreciationSent: self = .appreciationSent(try AppreciationSent(reading: &fields))
        case .questionAnswered: self = .questionAnswered(try QuestionAnswered(reading: &fields))
        case .questionPassed: self = .questionPassed(try QuestionPassed(reading: &fields))
        case .conversationStarted: self = .conversationStarted(try ConversationStarted(reading: &fields))
        case .conversationMoved: self = .conversationMoved(try ConversationMoved(reading: &fields))
        case .conversationPaused: self = .conversationPaused(try ConversationPaused(reading: &fields))
        case .conversationResumed: self = .conversationResumed(try ConversationMark(reading: &fields))
        case .conversationEnded: self = .conversationEnded(try ConversationMark(reading: &fields))
        case .settingSet: self = .settingSet(try SettingSet(reading: &fields))
        case .invitationMade: self = .invitationMade(try InvitationMade(reading: &fields))
        case .peerTrusted: self = .peerTrusted(try PeerTrusted(reading: &fields))
        case .momentKept: self = .momentKept(try MomentKept(reading: &fields))
        case .entryRemoved: self = .entryRemoved(try EntryRemoved(reading: &fields))
        case .promiseMade: self = .promiseMade(try PromiseMade(reading: &fields))
        case .promiseKept: self = .promiseKept(try PromiseMark(reading: &fields))
        case .promiseReleased: self = .promiseReleased(try PromiseReleased(reading: &fields))
        case .kindnessPlanned: self = .kindnessPlanned(try KindnessPlanned(reading: &fields))
        case .kindnessDone: self = .kindnessDone(try KindnessDone(reading: &fields))
        case .screenFreeOffered: self = .screenFreeOffered(try ScreenFreeOffered(reading: &fields))
        case .screenFreeAgreed: self = .screenFreeAgreed(try ScreenFreeMark(reading: &fields))
        case .screenFreeEnded: self = .screenFreeEnded(try ScreenFreeMark(reading: &fields))
        case .journeyWanted: self = .journeyWanted(try JourneyMark(reading: &fields))
        case .journeyMoved: self = .journeyMoved(try JourneyMoved(reading: &fields))
        case .journeyRested: self = .journeyRested(try JourneyMark(reading: &fields))
        case .journeyStopped: self = .journeyStopped(try JourneyMark(reading: &fields))
        case .journeyAnswered: self = .journeyAnswered(try JourneyAnswered(reading: &fields))
        case .journeyNoted: self = .journeyNoted(try JourneyAnswered(reading: &fields))
        case .dateWanted: self = .dateWanted(try DateWanted(reading: &fields))
        case .dateDropped: self = .dateDropped(try DateDropped(reading: &fields))
        case .dateJudged: self = .dateJudged(try DateJudged(reading: &fields))
        case .dateDrawn: self = .dateDrawn(try DateDrawn(reading: &fields))
        case .dateChosen: self = .dateChosen(try DateChosen(reading: &fields))
        case .datePlanned: self = .datePlanned(try DatePlanned(reading: &fields))
        case .dateAgreed: self = .dateAgreed(try DateAgreed(reading: &fields))
        case .datePutBack: self = .datePutBack(try DateMark(reading: &fields))
        case .dateKept: self = .dateKept(try DateMark(reading: &fields))
        case .careNoted: self = .careNoted(try CareNoted(reading: &fields))
        case .growthNoted: self = .growthNoted(try GrowthNoted(reading: &fields))
        case .growthShown: self = .growthShown(try GrowthShown(reading: &fields))
        case .growthBacked: self = .growthBacked(try GrowthBacked(reading: &fields))
        case .reportAsked: self = .reportAsked(try ReportAsked(reading: &fields))
        case .reportAgreed: self = .reportAgreed(try ReportMark(reading: &fields))
        case .reportMade: self = .reportMade(try ReportMark(reading: &fields))
        case .bookMarked: self = .bookMarked(try BookMarked(reading: &fields))
        case .bookEntered: self = .bookEntered(try BookWord(reading: &fields))
        case .bookRested: self = .bookRested(try BookWord(reading: &fields))
        case .changeNamed: self = .changeNamed(try ChangeNamed(reading: &fields))
        case .pursuitBegun: self = .pursuitBegun(try PursuitBegun(reading: &fields))
        case .pursuitJoined: self = .pursuitJoined(try PursuitJoined(reading: &fields))
        case .pursuitStepped: self = .pursuitStepped(try PursuitStepped(reading: &fields))
        case .pursuitReached: self = .pursuitReached(try PursuitReached(reading: &fields))
        case .pursuitNoted: self = .pursuitNoted(try PursuitNoted(reading: &fields))
        case .pursuitEnded: self = .pursuitEnded(try PursuitEnded(reading: &fields))
        case .talkSuggested: self = .talkSuggested(try TalkSuggested(reading: &fields))
        case .talkAgreed: self = .talkAgreed(try TalkEveningMark(reading: &fields))
        case .talkCalledOff: self = .talkCalledOff(try TalkEveningMark(reading: &fields))
        case .talkLineKept: self = .talkLineKept(try TalkLineKept(reading: &fields))
        }
    }

    /// Writes the event's fields.
    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        switch self {
        case .profileSet(let event): try event.write(to: &fields)
        case .checkAnswered(let event): try event.write(to: &fields)
        case .pulseAnswered(let event): try event.write(to: &fields)
        case .signNoticed(let event), .signDismissed(let event): try event.write(to: &fields)
        case .causeSuspected(let event), .causeDismissed(let event): try event.write(to: &fields)
        case .reflectionWritten(let event): try event.write(to: &fields)
        case .journalWritten(let event): try event.write(to: &fields)
        case .journalRemoved(let event): try event.write(to: &fields)
        case .circumstancesSet(let event): try event.write(to: &fields)
        case .proposalAnswered(let event): try event.write(to: &fields)
        case .planEntered(let event): try event.write(to: &fields)
        case .planRested(let event): try event.write(to: &fields)
        case .practiceDone(let event): try event.write(to: &fields)
        case .practiceSkipped(let event): try event.write(to: &fields)
        case .appreciationSent(let event): try event.write(to: &fields)
        case .questionAnswered(let event): try event.write(to: &fields)
        case .questionPassed(let event): try event.write(to: &fields)
        case .conversationStarted(let event): try event.write(to: &fields)
        case .conversationMoved(let event): try event.write(to: &fields)
        case .conversationPaused(let event): try event.write(to: &fields)
        case .conversationResumed(let event), .conversationEnded(let event): try event.write(to: &fields)
        case .settingSet(let event): try event.write(to: &fields)
        case .invitationMade(let event): try event.write(to: &fields)
        case .peerTrusted(let event): try event.write(to: &fields)
        case .momentKept(let event): try event.write(to: &fields)
        case .entryRemoved(let event): try event.write(to: &fields)
        case .promiseMade(let event): try event.write(to: &fields)
        case .promiseKept(let event): try event.write(to: &fields)
        case .promiseReleased(let event): try event.write(to: &fields)
        case .kindnessPlanned(let event): try event.write(to: &fields)
        case .kindnessDone(let event): try event.write(to: &fields)
        case .screenFreeOffered(let event): try event.write(to: &fields)
        case .screenFreeAgreed(let event), .screenFreeEnded(let event): try event.write(to: &fields)
        case .journeyWanted(let event), .journeyRested(let event), .journeyStopped(let event):
            try event.write(to: &fields)
        case .journeyMoved(let event): try event.write(to: &fields)
        case .journeyAnswered(let event), .journeyNoted(let event): try event.write(to: &fields)
        case .dateWanted(let event): try event.write(to: &fields)
        case .dateDropped(let event): try event.write(to: &fields)
        case .dateJudged(let event): try event.write(to: &fields)
        case .dateDrawn(let event): try event.write(to: &fields)
        case .dateChosen(let event): try event.write(to: &fields)
        case .datePlanned(let event): try event.write(to: &fields)
        case .dateAgreed(let event): try event.write(to: &fields)
        case .datePutBack(let event), .dateKept(let event): try event.write(to: &fields)
        case .careNoted(let event): try event.write(to: &fields)
        case .growthNoted(let event): try event.write(to: &fields)
        case .growthShown(let event): try event.write(to: &fields)
        case .growthBacked(let event): try event.write(to: &fields)
        case .reportAsked(let event): try event.write(to: &fields)
        case .reportAgreed(let event), .reportMade(let event): try event.write(to: &fields)
        case .bookMarked(let event): try event.write(to: &fields)
        case .bookEntered(let event), .bookRested(let event): try event.write(to: &fields)
        case .changeNamed(let event): try event.write(to: &fields)
        case .pursuitBegun(let event): try event.write(to: &fields)
        case .pursuitJoined(let event): try event.write(to: &fields)
        case .pursuitStepped(let event): try event.write(to: &fields)
        case .pursuitReached(let event): try event.write(to: &fields)
        case .pursuitNoted(let event): try event.write(to: &fields)
        case .pursuitEnded(let event): try event.write(to: &fields)
        case .talkSuggested(let event): try event.write(to: &fields)
        case .talkAgreed(let event), .talkCalledOff(let event): try event.write(to: &fields)
        case .talkLineKept(let event): try event.write(to: &fields)
        }
    }
}
