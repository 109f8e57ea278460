/// What the coach sees in a message.
public struct MessageReading: Sendable, Hashable {
    /// The labels that hold, in the order of ``Label/allCases``. None: the message is fine to send.
    public let labels: [Label]
    /// Where each label stands, in the order of the message. At least one for each label.
    public let marks: [Mark]
    /// How the message will sound.
    public let tone: Tone
    /// What comes before any rewording, if anything does.
    public let care: Care?
    /// What it tells of, when somebody is in danger or is one. Then ``care`` is ``Care/help``.
    public let harm: Harm?
    /// Whether it could be read at all.
    public let legibility: Legibility
}

/// Whether a text is one that the coach can say something of.
public enum Legibility: String, Sendable, CaseIterable {
    /// There is no word in it.
    case empty
    /// Its words are no English ones.
    case foreign
    /// English, or too short to tell.
    case english
}

/// A stretch of a message that will land as an attack, and why.
public struct Mark: Sendable, Hashable {
    /// Where it begins, in Unicode scalars.
    public let start: Int
    /// Where it ends, in Unicode scalars: behind its last one.
    public let end: Int
    /// What it is.
    public let label: Label
    /// One line for the person who writes: why it lands so, and what carries the point better.
    public let why: String
}

/// How a message will sound to the partner.
public enum Tone: String, Sendable, CaseIterable {
    /// Thanks, praise, play, affection.
    case warm
    /// Everyday matters.
    case plain
    /// Sad, angry, hurt or afraid, and said so that it can be heard.
    case open
    /// The point may get lost behind one sharp edge.
    case sharp
    /// Several edges, or one that wounds.
    case wounding
}

/// What comes before a rewording.
public enum Care: String, Sendable, CaseIterable {
    /// Contempt or a threat: a pause and a private draft first, not a prettier insult.
    case pause
    /// Talk of harm or fear: the help page.
    case help
}
