import Bytes

/// What is waited for by the clock. Each can run once at a time; when it runs out, the shim tells by the same name. Each space has
/// one to itself besides.
public enum Timer: String, CaseIterable, Sendable {
    /// The line at the bottom of the page goes away.
    case toast
    /// A long page draws what it has left for later.
    case lookAgain = "look-again"
    /// Changed drafts are kept.
    case drafts
    /// A page that stays out of sight is locked.
    case lock
    /// Coming in takes long.
    case opening
    /// A home that has just been opened follows its answers.
    case follow
    /// A conversation's ring moves.
    case conversation
    /// An exchange that finds what both want is tried again.
    case matching
    /// The relay is told again that a space was left.
    case farewell
    /// A statement of the check goes on to the next one.
    case check
    /// A break's time comes.
    case pause
    /// An exercise goes on.
    case exercise

    /// What the shim calls a space's own.
    static func name(of space: Identifier) -> String { "space/" + space.text }

    /// The space whose own timer the shim calls so; nil when it is none's.
    public static func space(named name: String) -> Identifier? {
        let space = name.split(separator: "/").last.flatMap { Identifier(text: String($0)) }
        return space.flatMap { Self.name(of: $0) == name ? $0 : nil }
    }
}
