public import Closeness

/// Whether a pillar has declined for a couple within the last four months, and why one may think so.
public struct Drift: Sendable, Hashable {
    /// What a couple is told. Never a colour of alarm, never whose doing it is.
    public enum Urgency: Sendable, Hashable, Comparable {
        /// Nothing is said.
        case quiet
        /// "This may have become a little less lately": shown where one looks anyway, with the reason.
        case worthALook
        /// "You both seem less close here than in spring. Talk about it?": said once, with the reason and a way to begin.
        case talkAboutIt
    }

    /// From this confidence on it is worth a look. Seldom reached by a couple whose closeness is steady; the figures are
    /// in docs/insight.md.
    public static let worthALook = 0.7
    /// From this confidence on it is worth a talk.
    public static let talkAboutIt = 0.85

    /// The pillar in question.
    public var pillar: Pillar
    /// How sure it is, from 0 to 1, that the pillar has really declined for this couple.
    public var confidence: Double
    /// If it has: by how many points so far, on the 0–10 scale.
    public var fallen: Double
    /// If it has: the day around which that seems to have begun.
    public var since: Double

    /// A drift of `pillar` by `fallen` points since about the day `since`.
    public init(pillar: Pillar, confidence: Double, fallen: Double, since: Double) {
        self.pillar = pillar
        self.confidence = confidence
        self.fallen = fallen
        self.since = since
    }

    /// What to say at this confidence.
    public var urgency: Urgency {
        if confidence >= Self.talkAboutIt { return .talkAboutIt }
        return confidence >= Self.worthALook ? .worthALook : .quiet
    }
}
