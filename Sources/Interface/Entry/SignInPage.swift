import Markup

/// To be written.
public struct SignInPage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case none
    }

    /// What this page waits for.
    public enum Reply: Equatable, Sendable {
        case none
    }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ door: inout Door, _ shell: inout Shell) {}

    mutating func receive(_ reply: Reply, _ response: Response, _ door: inout Door, _ shell: inout Shell) {}

    func view(_ door: Door, _ shell: Shell) -> [View] { [] }
}
