import Bytes
import Household
import Words

// What has come about at home, in words, and where it leads.

extension Shell {
    mutating func tell(_ news: HomeNews, partner: String) {
        switch news {
        case .linkCopied(let isCopied): say(isCopied ? words.invite.copied : words.invite.notCopied)
        case .invitationTakenBack: say(words.invite.takenBack)
        case .profileKept: say(words.settings.saved)
        case .lockFound(let isOn): lock.isOn = isOn
        case .lockTurned(let isOn):
            lock.turn(isOn: isOn)
            say(isOn ? words.settings.lockOn : words.settings.lockOff)
        case .passkeyTurned(let isOn):
            lock.turnPasskey(isOn: isOn)
            say(isOn ? words.passkey.turnedOn : words.passkey.turnedOff)
        case .passkeyEnded: lock.turnPasskey(isOn: false)
        case .codeKept: say(words.settings.codeSaved)
        case .sessionLeft: leaveSession()
        case .sessionsEnded: say(words.settings.sessionsEnded)
        case .pageKept: say(words.mine.pages.kept)
        case .pageRemoved: say(words.mine.pages.removed)
        case .pageSought(let page):
            go(.journal)
            perform(.focus(Journal.pageID(page)))
        case .checkKept:
            go(.us)
            say(words.check.kept)
        case .wordsKept: say(words.reflection.wordsKept)
        case .shown(.signs, let id): say(words.reflection.shared(partner), undo: .signs(.noted(.takenBack(id))))
        case .changeShown: say(words.reflection.shared(partner))
        case .shown(.causes, let id): say(words.reflection.shared(partner), undo: .causes(.noted(.takenBack(id))))
        case .takenBack: say(words.reflection.takenBack)
        case .takeUpAsked: say(words.together.plan.takeUpAsked)
        case .lineChanged: say(words.common.isChanged)
        case .neverAgain: say(words.together.round.neverNote)
        case .talkBegun(let script): go(.conversation(script))
        case .talkClosed: go(.together)
        case .timeOver: perform(.announce(words.conversation.talk.over))
        case .noteKept: say(words.conversation.end.kept)
        case .keptPrivate: say(words.coach.kept)
        case .promiseMade(let entry): say(words.promises.made(partner), undo: .promises(.undone(entry)))
        case .promiseChanged: say(words.common.isChanged)
        case .promiseKept(let entry): say(words.promises.isKept(partner), undo: .promises(.undone(entry)))
        case .promiseLetGo(let entry): say(words.promises.isLetGo, undo: .promises(.undone(entry)))
        case .wordTakenBack: say(words.common.isTakenBack)
        case .kindnessPlanned(let entry): say(words.kindness.planned, undo: .kindness(.undone(entry)))
        case .kindnessChanged: say(words.common.isChanged)
        case .kindnessGone: say(words.kindness.gone)
        case .kindnessDone(let entry): say(words.kindness.doneNow, undo: .kindness(.undone(entry)))
        case .kindnessShown: say(words.kindness.shown(partner))
        case .screenFreeOffered(let entry):
            say(words.screenFree.offered(partner), undo: .screenFree(.takenBack(entry)))
        case .screenFreeAgreed: say(words.screenFree.agreed)
        case .screenFreeEnded(let entry): say(words.screenFree.ended, undo: .screenFree(.resumed(entry)))
        case .pauseEnded: say(words.pause.ended)
        case .growthKept(let entry): say(words.myself.kept, undo: .growing(.undone(entry)))
        case .growthChanged: say(words.myself.changed)
        case .growthGone: say(words.myself.gone)
        case .growthShown: say(words.myself.shown(partner))
        case .growthHidden: say(words.myself.hidden)
        case .growthBacked(let entry): say(words.myself.backed(partner), undo: .growing(.undone(entry)))
        case .reportAsked: say(words.report.askedNow(partner))
        case .reportAgreed: say(words.report.agreedNow)
        case .pursuitBegun(let id, let isForTwo):
            go(.pursuit(id.text))
            say(isForTwo ? words.pursuits.begun(partner) : words.pursuits.begunAlone)
        case .pursuitAside: say(words.pursuits.isAside(partner))
        case .pursuitGone:
            go(.pursuits, replacing: true)
            say(words.pursuits.gone)
        case .pursuitReached(let entry): say(words.pursuits.isReached, undo: .pursuits(.undone(entry)))
        case .pursuitEnded(let entry, let isDone):
            say(isDone ? words.pursuits.isDone : words.pursuits.isLetGo, undo: .pursuits(.undone(entry)))
        case .reminderRemoved: say(words.reminders.removed)
        case .talkSuggested(let entry):
            go(.conversations)
            say(words.talkEvenings.asked(partner), undo: .conversation(.planning(.takenBack(entry))))
        case .talkAgreed: say(words.talkEvenings.agreed)
        case .talkAside: say(words.talkEvenings.isAside(partner))
        case .talkCalledOff(let entry):
            say(words.talkEvenings.isOff, undo: .conversation(.planning(.restored(entry))))
        case .helpWanted: go(.help)
        }
    }
}
