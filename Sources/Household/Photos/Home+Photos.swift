import Bytes
import Ledger
import Sync
import Wire

/// What is under way with photos.
struct PhotoState {
    /// What has been sent since this page was opened, or was refused.
    var tried: Set<Identifier> = []
    /// Photos of which somebody may make another entry, although the one that carried them was taken back.
    var held: Set<Identifier> = []
    /// Photos that the relay has yet to erase before an entry that carried them, by the entry.
    var erasing: [Identifier: Set<Identifier>] = [:]
}

// A photo's blob is sent before the entry that carries its key, and erased before that entry's words are: so no entry stands
// anywhere whose photo was never sent, unless the relay wouldn't take it, and no blob is left that nobody knows of any more.

extension Home {
    // MARK: Sending

    /// Photos that go to the relay ahead of the entries on their way to it.
    func photosToSend(in state: SpaceState) -> [Identifier] {
        let projection = state.projection
        return state.replica.unsent.flatMap { entry in
            projection.photos(of: entry).map { $0.id }.filter { !photos.tried.contains($0) }
        }
    }

    /// Sends photos, and then what the replica wants sent.
    mutating func send(
        _ sent: [Identifier], ahead body: [UInt8], _ request: Int, in space: Identifier, _ world: inout World
    ) {
        performAfterStoring(.sendPhotos(sent, to: space), &world) {
            .photosSent(space: space, sent, ahead: body, request: request, $0)
        }
    }

    mutating func takePhotosSent(
        _ space: Identifier, _ sent: [Identifier], ahead body: [UInt8], _ request: Int, _ outcome: Outcome<SentPhotos>,
        _ world: inout World
    ) {
        guard let index = index(of: space), spaces[index].replica.isAppending(request) else { return }
        switch outcome {
        case .success(let answer):
            if answer.refused == .notSignedIn {
                return handle(.refused(request: request, WireError(.notSignedIn)), for: space, &world)
            }
            photos.tried.formUnion(sent)
            if answer.refused == .quotaFull || answer.refused == .storageFull { tell(.replica(.relayFull)) }
        case .failure(.device(.offline)), .failure(.unreachable):
            return handle(.unreachable(request: request), for: space, &world)
        // Words don't wait for a photo that takes too long or can't be read. The shim sends it later.
        case .failure: break
        }
        performAfterStoring(.relay(.append(space: space), binary: body), &world) {
            .requestAnswered(space: space, request: request, $0)
        }
    }

    // MARK: Erasing

    /// Has the relay erase what an entry carried that was taken out, and no other entry of its author carries; then the entry. What an
    /// entry of the other's names keeps nothing: a blob is its author's to erase, and nobody else's to hold.
    ///
    /// - Returns: whether there is anything to be erased ahead of the entry.
    mutating func erasePhotos(of entry: Identifier, in state: SpaceState, _ world: inout World) -> Bool {
        let projection = state.projection
        var gone = Set(projection.photos(of: entry).map { $0.id })
        if gone.isEmpty { return false }
        gone.subtract(photos.held)
        for position in projection.moments where projection.log.author(at: position) == me {
            gone.subtract(projection.moment(at: position)?.fields.photos.map { $0.id } ?? [])
        }
        if gone.isEmpty { return false }
        let space = state.record.id
        photos.erasing[entry] = gone
        world.perform(.photos(.forget(gone.sorted())))
        for photo in gone.sorted() {
            performAfterStoring(.relay(.eraseBlob(space: space, blob: photo)), &world) {
                .photoErased(space: space, entry, photo, $0)
            }
        }
        return true
    }

    mutating func takePhotoErased(
        _ space: Identifier, _ entry: Identifier, _ photo: Identifier, _ outcome: Outcome<[UInt8]>,
        _ world: inout World
    ) {
        guard photos.erasing[entry]?.remove(photo) != nil else { return }
        if let obstacle = outcome.obstacle, obstacle.refusal != .notFound {
            // Another try begins with all of them.
            photos.erasing[entry] = nil
            erasing.remove(entry)
        } else if photos.erasing[entry]?.isEmpty == true {
            photos.erasing[entry] = nil
            performAfterStoring(.relay(.erase(space: space, entry: entry)), &world) {
                .entryErased(space: space, entry, $0)
            }
        }
    }

    // MARK: Choosing

    /// The space in which a moment that is kept now stands, and its photos.
    public var momentSpace: Identifier? { hasPartnerNow ? sharedRecord?.id : privateSpace?.record.id }

    /// Keeps photos of an entry that is about to be taken back for another one.
    public mutating func hold(_ kept: [Photo]) { photos.held.formUnion(kept.map { $0.id }) }

    /// Throws a photo away that no entry carries.
    public mutating func drop(_ photo: Photo, _ world: inout World) {
        world.perform(.photos(.forget([photo.id])))
        photos.held.remove(photo.id)
        // It may have been sent with an entry that was taken back.
        guard let space = momentSpace else { return }
        world.perform(.relay(.eraseBlob(space: space, blob: photo.id))) { .photoDropped($0) }
    }
}

extension Projection {
    /// The photos that an entry carries, also when it was taken out.
    fileprivate func photos(of entry: Identifier) -> [Photo] {
        guard let position = log.position(of: entry), log.kind(at: position) == .momentKept else { return [] }
        return moment(at: position)?.fields.photos ?? []
    }
}
