/// One of the four ways in which two people are close. The raw value is the stable name used in content and entries.
public enum Pillar: String, CaseIterable, Sendable, Hashable {
    /// Sharing feelings and being met in them.
    case emotional
    /// Touch and bodily closeness, well beyond sex.
    case physical
    /// Thinking together: ideas, curiosity, respect for each other's mind.
    case intellectual
    /// Doing things together.
    case experiential
}
