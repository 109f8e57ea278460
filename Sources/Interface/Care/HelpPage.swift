import Library
import Markup

/// To be written.
public struct HelpPage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case none
    }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ shell: inout Shell) {}

    func view(_ catalogue: Catalogue?, _ shell: Shell, isSignedIn: Bool) -> [View] { [] }
}
