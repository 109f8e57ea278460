/// What is said of two answers under a seal that didn't meet as they should; each takes the other's name.
public struct MeetingWords: Sendable {
    /// The other has changed theirs, or taken it back, since both were open.
    public let changed, takenBack: @Sendable (_ partner: String) -> String
    /// The other's came after one's own was open.
    public let late: @Sendable (_ partner: String) -> String
    /// The other's came outside the envelope, and one's own is still in it.
    public let beside: @Sendable (_ partner: String) -> String
    /// It may have.
    public let unsure: @Sendable (_ partner: String) -> String
    /// The other's says nothing.
    public let empty: @Sendable (_ partner: String) -> String
    /// One's own is open, and there is no answer to it.
    public let taken: @Sendable (_ partner: String) -> String
}

extension MeetingWords {
    /// British English.
    public static let english = MeetingWords(
        changed: { partner in "\(partner) has changed their answer since you both opened" },
        takenBack: { partner in "\(partner) took their answer back after you both opened" },
        late: { partner in "\(partner)’s answer came after yours was open" },
        beside: { partner in "\(partner)’s answer came outside the envelope, and yours is still sealed" },
        unsure: { partner in
            "\(partner) has answered more than once; this may have come after yours was open"
        },
        empty: { partner in "\(partner)’s envelope was empty, and yours is open" },
        taken: { partner in
            "\(partner) put something into the envelope that is no answer. \(partner) can read yours now, and there’s nothing to read of theirs."
        })
}
