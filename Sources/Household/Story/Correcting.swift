import Bytes
import Ledger

/// Changing or taking back something that one has written for both.
public struct Correcting: Equatable, Sendable {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        /// The ways to correct something were opened.
        case opened(Identifier)
        /// All stays as it is.
        case dropped
        /// To change the words; they come as they stand.
        case changeWanted(String)
        case composing(Composing.Action)
        case takenBack
    }

    /// What has been decided about an entry.
    public enum Decision: Equatable, Sendable {
        /// Other words take its place.
        case changed(Identifier, String)
        /// It is taken back.
        case takenBack(Identifier)
    }

    /// The entry that is being corrected.
    public private(set) var entry: Identifier?
    /// Whether its words are being changed.
    public private(set) var isChanging = false
    /// The words as they are to be.
    public private(set) var composing: Composing

    /// Nothing is being corrected.
    ///
    /// - Parameters:
    ///   - id: names the field.
    ///   - limit: how many Unicode scalars there may be.
    public init(id: String, limit: Int = TextLimit.long) {
        composing = Composing(id: id, limit: limit)
    }

    /// Does what the person wants.
    ///
    /// - Returns: what has been decided, if anything.
    public mutating func update(
        _ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World
    ) -> Decision? {
        switch action {
        case .opened(let entry):
            // What is being changed is kept or left first.
            if isChanging {
                world.perform(.focus(composing.id))
                return nil
            }
            self.entry = entry
        case .dropped: close()
        case .changeWanted(let words):
            isChanging = true
            composing = composing.resumed(words)
            world.perform(.focus(composing.id))
        case .composing(let action):
            guard composing.update(action, occurrence, &home, &world), let entry else { return nil }
            let words = composing.text.trimmed
            close()
            return .changed(entry, words)
        case .takenBack:
            guard let entry else { return nil }
            close()
            return .takenBack(entry)
        }
        return nil
    }

    private mutating func close() {
        entry = nil
        isChanging = false
        composing.clear()
    }
}
