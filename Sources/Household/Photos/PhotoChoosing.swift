import Ledger

/// Choosing photos for something that is about to be kept.
public struct PhotoChoosing: Equatable, Sendable {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        /// Pictures were chosen in the field.
        case chosen
        /// A photo is left out again.
        case leftOut(Photo)
    }

    /// The id of the file field.
    public let field: String
    /// Those that were made, in the order in which they were chosen.
    public private(set) var photos: [Photo] = []
    /// Whether the shim is making some.
    public private(set) var isMaking = false
    /// Why a picture that was chosen can't be taken.
    public private(set) var problem: Obstacle?

    /// Nothing chosen yet.
    public init(field: String) {
        self.field = field
    }

    /// How many may be added.
    public var left: Int { max(0, Photo.most - photos.count) }

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ home: inout Home, _ world: inout World) {
        problem = nil
        switch action {
        case .chosen:
            guard left > 0, !isMaking else { return }
            isMaking = true
            world.perform(.choosePhotos(in: field, most: left)) { .photosChosen($0) }
        case .leftOut(let photo):
            photos.removeAll { $0 == photo }
            home.drop(photo, &world)
            world.perform(.focus(field))
        }
    }

    /// Takes what came of choosing.
    public mutating func take(_ outcome: Outcome<ChosenPhotos>) {
        isMaking = false
        switch outcome {
        case .success(let chosen):
            photos += chosen.photos.prefix(left)
            problem = chosen.refused.map { .device($0) }
        case .failure(let obstacle): problem = obstacle
        }
    }

    /// An entry carries them now.
    public mutating func clear() { self = PhotoChoosing(field: field) }

    /// Begins with these, which an entry carried that is taken back.
    public mutating func begin(_ photos: [Photo]) {
        clear()
        self.photos = Array(photos.prefix(Photo.most))
    }

    /// What this device keeps of it; empty when there is nothing.
    public var draft: String { photos.map { $0.text }.joined(separator: " ") }

    /// Takes up what this device kept.
    public mutating func resume(_ draft: String) {
        begin(draft.split(separator: " ").compactMap { Photo(text: String($0)) })
    }
}
