import Bytes
import Ledger
import Sync
import Wire

// What the person takes out (of the journal, or of what they wrote for both; the rule of its kind says what can be) goes for good: at
// the relay, and among the segments on each of their devices. Which entries those are stands in the entries that took them out, so
// nothing is forgotten when this device is offline or the page closes in between. An entry whose words are still here is one that is
// still to go.

extension Home {
    /// Has the relay erase what was taken out, as far as it has got there.
    mutating func eraseRemoved(_ world: inout World) {
        guard isReady, world.isOnline, !isSignedOut else { return }
        for state in spaces {
            for entry in removed(in: state) where !erasing.contains(entry) {
                // One that is still in the outbox has no hash: it has to arrive first, since later entries may name it.
                let log = state.projection.log
                guard let position = log.position(of: entry), log.hash(at: position) != nil else { continue }
                let space = state.record.id
                erasing.insert(entry)
                performAfterStoring(.relay(.erase(space: space, entry: entry)), &world) {
                    .entryErased(space: space, entry, $0)
                }
            }
        }
    }

    /// What was taken out of a space, has its words here and may be erased.
    private func removed(in state: SpaceState) -> Set<Identifier> {
        let log = state.projection.log
        return state.projection.removed(by: me).filter { entry in
            guard let position = log.position(of: entry), log.author(at: position) == me else { return false }
            return log.kind(at: position)?.rule.isErasable == true
        }
    }

    /// Asks anew which answers of the other's wait, when they have taken something back: it may have been one of them.
    mutating func lookWhatStillWaits(in space: Identifier, _ world: inout World) {
        guard let index = index(of: space), spaces[index].record.kind == .shared, let partner else { return }
        let count = spaces[index].projection.removed(by: partner).count
        guard count != spaces[index].seenRemovals else { return }
        spaces[index].seenRemovals = count
        handle(.sealAnnounced, for: space, &world)
    }

    mutating func takeErased(
        _ entry: Identifier, of space: Identifier, _ outcome: Outcome<[UInt8]>, _ world: inout World
    ) {
        switch outcome {
        case .success: break
        case .failure(let obstacle) where obstacle.refusal == .notFound: break
        case .failure:
            erasing.remove(entry)
            return
        }
        handle(.erased([entry]), for: space, &world)
        world.perform(.load(.segments)) { .segmentsToBlank($0) }
    }

    /// Takes the words out of what this device keeps.
    mutating func blankRemoved(_ outcome: Outcome<[LoadedRecord]>, _ world: inout World) {
        var puts: [Effect.KeptRecord] = []
        for segment in (try? outcome.get()) ?? [] {
            guard let space = SpaceState.space(ofKey: segment.key), let index = index(of: space) else { continue }
            var bytes = segment.bytes
            guard Log.blank(removed(in: spaces[index]), in: &bytes) else { continue }
            puts.append(Effect.KeptRecord(.segments, segment.key, bytes))
        }
        if !puts.isEmpty { store(puts, deleting: [], concernsOtherTabs: false, &world) }
    }
}
