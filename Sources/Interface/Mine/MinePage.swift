import Markup

/// To be written.
public struct MinePage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case none
    }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {}

    func view(_ home: Home, _ shell: Shell) -> [View] { [] }
}
