import Bytes
import Ledger
import Sync
import Wire

// What the person takes out (of the journal; the rule of its kind says what can be) goes for good: at the relay, and among the
// segments on each of their devices. Which pages those are stands in the entries that took them out, so nothing is forgotten when
// this device is offline or the page closes in between. A page whose words are still here is one that is still to go.

extension Home {
    /// Has the relay erase what was taken out of the journal, as far as it has got there.
    mutating func eraseRemovedPages(_ world: inout World) {
        guard isReady, world.isOnline, !isSignedOut, let space = privateSpace?.record.id else { return }
        for page in removedPages where !erasing.contains(page) {
            // One that is still in the outbox has no hash: it has to arrive first, since later entries may name it.
            guard let position = mine.log.position(of: page), mine.log.hash(at: position) != nil else { continue }
            erasing.insert(page)
            performAfterStoring(.relay(.erase(space: space, entry: page)), &world) { .pageErased(page, $0) }
        }
    }

    /// What was taken out, has its words here and may be erased.
    private var removedPages: Set<Identifier> {
        let mine = mine
        return mine.removed(by: me).filter { page in
            mine.log.position(of: page).flatMap { mine.log.kind(at: $0) }?.rule.isErasable == true
        }
    }

    mutating func takeErased(_ page: Identifier, _ outcome: Outcome<[UInt8]>, _ world: inout World) {
        switch outcome {
        case .success: break
        case .failure(let obstacle) where obstacle.refusal == .notFound: break
        case .failure:
            erasing.remove(page)
            return
        }
        guard let space = privateSpace?.record.id else { return }
        handle(.erased([page]), for: space, &world)
        world.perform(.load(.segments)) { .segmentsToBlank($0) }
    }

    /// Takes the words out of what this device keeps.
    mutating func blankRemovedPages(_ outcome: Outcome<[LoadedRecord]>, _ world: inout World) {
        let pages = removedPages
        var puts: [Effect.KeptRecord] = []
        let segments = (try? outcome.get()) ?? []
        for segment in segments where SpaceState.space(ofKey: segment.key) == privateSpace?.record.id {
            var bytes = segment.bytes
            guard Log.blank(pages, in: &bytes) else { continue }
            puts.append(Effect.KeptRecord(.segments, segment.key, bytes))
        }
        if !puts.isEmpty { store(puts, deleting: [], concernsOtherTabs: false, &world) }
    }
}
