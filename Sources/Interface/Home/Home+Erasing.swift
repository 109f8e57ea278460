import Bytes
import Ledger
import Sync
import Wire

// What the person takes out of the journal goes for good: at the relay, and among the segments on each of their devices. Which
// pages those are stands in the entries that took them out, so nothing is forgotten when this device is offline or the page closes
// in between. A page whose words are still here is one that is still to go.

extension Home {
    /// Has the relay erase what was taken out of the journal, as far as it has got there.
    mutating func eraseRemovedPages(_ shell: inout Shell) {
        guard isReady, shell.isOnline, !isSignedOut, let space = privateSpace?.record.id else { return }
        for page in mine.removedPages(of: me) where !erasing.contains(page) {
            // One that is still in the outbox has no hash: it has to arrive first, since later entries may name it.
            guard let position = mine.log.position(of: page), mine.log.hash(at: position) != nil else { continue }
            erasing.insert(page)
            performAfterStoring(
                .request(.erase(space: space, entry: page)), then: .pageErased(page), &shell)
        }
    }

    mutating func takeErased(_ page: Identifier, _ response: Response, _ shell: inout Shell) {
        switch response.outcome {
        case .done: break
        case .refused(let error) where error.name == .notFound: break
        case .refused, .unreachable:
            erasing.remove(page)
            return
        }
        guard let space = privateSpace?.record.id else { return }
        handle(.erased([page]), for: space, &shell)
        shell.perform(Effect("load").with("store", "segments"), then: .home(.segmentsToBlank))
    }

    /// Takes the words out of what this device keeps.
    mutating func blankRemovedPages(_ response: Response, _ shell: inout Shell) {
        let pages = Set(mine.removedPages(of: me))
        var puts: [Effect.Value] = []
        for (key, bytes) in Self.records(response) where SpaceState.space(ofKey: key) == privateSpace?.record.id {
            var bytes = bytes
            guard Log.blank(pages, in: &bytes) else { continue }
            puts.append(.fields(["store": "segments", "key": .text(key), "bytes": .bytes(bytes)]))
        }
        if !puts.isEmpty { store(puts, deleting: [], concernsOtherTabs: false, &shell) }
    }
}
