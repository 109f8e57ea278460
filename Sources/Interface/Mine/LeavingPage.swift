import Markup

/// To be written.
public struct LeavingPage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case none
    }

    /// What this page waits for.
    public enum Reply: Equatable, Sendable {
        case none
    }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {}

    mutating func receive(_ reply: Reply, _ response: Response, _ home: inout Home, _ shell: inout Shell) {}

    func view(_ home: Home, _ shell: Shell) -> [View] { [] }
}
