import Household
import Library
import Wire
import Words

// The first page that a stranger sees needs neither the content nor most of the code. Both come when they are wanted: at
// once where somebody lives or the address leads further in, otherwise with the first thing that somebody does. Whatever
// needs them waits here.

extension State {
    /// Asks for the content, and with it for the rest of the code, unless they are here or on their way.
    mutating func wantContent() {
        if door.catalogue != nil || door.isContentOnItsWay { return }
        door.isContentOnItsWay = true
        shell.perform(.content(.first)) { .content(.first, $0) }
    }

    /// Asks for the rest of the content as soon as Today stands there. Where it didn't come, it is asked for again when
    /// somebody looks for it.
    mutating func wantRestOfContent() {
        guard stage == .inside, let catalogue = door.catalogue, !catalogue.isWhole, !door.isContentOnItsWay,
            !door.isRestMissing || shell.isArriving && shell.place.needsWholeContent
        else { return }
        door.isContentOnItsWay = true
        door.isRestMissing = false
        shell.perform(.content(.rest)) { .content(.rest, $0) }
    }

    /// Takes a part of the content in. Without a network it is asked for again later; content that can't be read was served wrong.
    mutating func receiveContent(_ part: ContentPart, _ outcome: Outcome<[UInt8]>) {
        door.isContentOnItsWay = false
        switch (part, outcome) {
        case (.first, .success(let packed)):
            if let catalogue = try? Catalogue(packed: packed) {
                door.catalogue = catalogue
                if stage == .broken { stage = door.opening == nil ? .outside : .starting }
            } else {
                stage = .broken
            }
        case (.first, .failure): if stage == .starting, door.opening != nil { stage = .broken }
        case (.rest, .success(let packed)):
            if let catalogue = try? door.catalogue?.completed(byPacked: packed) {
                door.catalogue = catalogue
                home?.catalogue = catalogue
            } else {
                door.isRestMissing = true
            }
        case (.rest, .failure): door.isRestMissing = true
        }
    }

    /// Opens the home that waits for content, once there is some.
    mutating func openHome() {
        guard door.opening != nil else { return }
        if stage != .broken { stage = .starting }
        guard let catalogue = door.catalogue, let opening = door.opening.take() else { return }
        let unknownName = shell.words.common.yourPartner
        switch opening.way {
        case .staying:
            home = Home(opening.account, catalogue: catalogue, unknownName: unknownName, &shell.world)
            withHome { $0.restore(&$1) }
        case .entering(let profile):
            shell.lock.hasPasskey = false  // which ends with each sign-in
            home = Home(
                entering: opening.account, catalogue: catalogue, profile: profile, unknownName: unknownName,
                &shell.world)
        }
        stage = home?.isReady == true ? .inside : .starting
    }

    /// Sees to it that nobody looks at the opening mark for ever.
    mutating func awaitOpening() {
        let isOpening = stage == .starting
        if isOpening == isOpeningAwaited { return }
        isOpeningAwaited = isOpening
        isOpeningLong = false
        shell.perform(.timer(.opening, after: isOpening ? 12_000 : nil))
    }
}
