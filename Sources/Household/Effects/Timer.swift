import Bytes

/// What is waited for by the clock. Each can run once at a time; when it runs out, the shim tells by the same name.
public enum Timer: Equatable, Sendable {
    /// The line at the bottom of the page goes away.
    case toast
    /// A long page draws what it has left for later.
    case lookAgain
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
    /// A space does what its replica has put off.
    case space(Identifier)

    /// The part of a name that says what a timer is for.
    enum Purpose: String, CaseIterable {
        case toast
        case lookAgain = "look-again"
        case drafts, lock, opening, follow, conversation, matching, space
    }

    /// What the shim calls it: what it is for, and with a stroke between them what it is about.
    public var name: String {
        let subject = subject.map { "/" + $0.text } ?? ""
        return purpose.rawValue + subject
    }

    /// The timer of that name; nil when there is none.
    public init?(name: String) {
        let purpose = name.prefix { $0 != "/" }
        let subject = name.dropFirst(purpose.count + 1)
        guard let known = Purpose(rawValue: String(purpose)) else { return nil }
        self.init(known, about: Identifier(text: String(subject)))
        if name != self.name { return nil }
    }

    init?(_ purpose: Purpose, about subject: Identifier?) {
        switch purpose {
        case .toast: self = .toast
        case .lookAgain: self = .lookAgain
        case .drafts: self = .drafts
        case .lock: self = .lock
        case .opening: self = .opening
        case .follow: self = .follow
        case .conversation: self = .conversation
        case .matching: self = .matching
        case .space:
            guard let subject else { return nil }
            self = .space(subject)
        }
    }

    private var purpose: Purpose {
        switch self {
        case .toast: .toast
        case .lookAgain: .lookAgain
        case .drafts: .drafts
        case .lock: .lock
        case .opening: .opening
        case .follow: .follow
        case .conversation: .conversation
        case .matching: .matching
        case .space: .space
        }
    }

    private var subject: Identifier? {
        switch self {
        case .toast, .lookAgain, .drafts, .lock, .opening, .follow, .conversation, .matching: nil
        case .space(let space): space
        }
    }
}
