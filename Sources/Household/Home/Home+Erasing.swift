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
                // Whoever reads the relay's mark without my word for it is told so: my word goes first, unless there is no room for it.
                guard !state.replica.isOnItsWay(state.projection.removals(of: entry, by: me)) else { continue }
                let space = state.record.id
                erasing.insert(entry)
                if erasePhotos(of: entry, in: state, &world) { continue }
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

    /// Tells of what the relay calls erased while nothing that its author has signed says that they took it out: the mark isn't
    /// signed, so a host can put one. Only once all has been read, and once the relay has said which spaces are open: whoever leaves
    /// may have everything erased that they wrote, and whoever deletes their account has. That stays so in a space that both opened
    /// again.
    mutating func tellErasedUnasked(in space: Identifier) {
        guard farewells.isHeard, let index = index(of: space), spaces[index].record.state == .open,
            spaces[index].record.opening == 0, spaces[index].replica.isCaughtUp,
            spaces[index].seenMarks != spaces[index].projection.revision
        else { return }
        let projection = spaces[index].projection
        spaces[index].seenMarks = projection.revision
        // A new device can't read what the other has signed before it knows their key.
        let unread = projection.log.quarantine.filter { $0.reason == .unknownAuthor }.map { $0.author }
        let marks = projection.log.tombstones
        var removed: [Identifier: Set<Identifier>] = [:]
        var counts: [Identifier: Int] = [:]
        for mark in marks.values {
            if removed[mark.author] == nil { removed[mark.author] = projection.removed(by: mark.author) }
            if removed[mark.author]?.contains(mark.id) == true {
                // A version before this may have erased it before its author's word had arrived.
                if spaces[index].toldMarks.remove(mark.id) != nil { withdraw(of: mark.author, &counts) }
            } else if !unread.contains(mark.author), spaces[index].toldMarks.insert(mark.id).inserted {
                counts[mark.author, default: 0] += 1
            }
        }
        for author in counts.keys.sorted() where counts[author] != 0 {
            tell(.erasedUnasked(author: author, count: counts[author] ?? 0))
        }
    }

    /// Takes back one of what is being told to be erased without its author's word.
    private mutating func withdraw(of author: Identifier, _ counts: inout [Identifier: Int]) {
        for index in notices.indices.reversed() {
            guard case .erasedUnasked(author, let count) = notices[index] else { continue }
            notices.remove(at: index)
            counts[author, default: 0] += count
        }
        if let count = counts[author], count > 0 { counts[author] = count - 1 }
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
