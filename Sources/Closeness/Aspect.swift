/// One thing that a check item asks about and that a practice can feed: a pillar, a foundation or an aspect of oneself.
///
/// The names of the three families never collide, so content and entries write an aspect as one word (``name``).
public enum Aspect: Sendable, Hashable {
    /// One of the four ways of being close.
    case pillar(Pillar)
    /// One of the six things closeness stands on.
    case foundation(Foundation)
    /// One of the three things about oneself.
    case own(SelfAspect)

    /// All thirteen, in the order in which they are listed everywhere: pillars, foundations, oneself.
    public static let all: [Aspect] =
        Pillar.allCases.map(Aspect.pillar) + Foundation.allCases.map(Aspect.foundation)
        + SelfAspect.allCases.map(Aspect.own)

    /// The stable name used in content and entries, such as `emotional`, `repair` or `rest`.
    public var name: String {
        switch self {
        case .pillar(let pillar): pillar.rawValue
        case .foundation(let foundation): foundation.rawValue
        case .own(let aspect): aspect.rawValue
        }
    }

    /// The aspect with a stable name, or nil when there is none of that name.
    public init?(name: String) {
        if let pillar = Pillar(rawValue: name) {
            self = .pillar(pillar)
        } else if let foundation = Foundation(rawValue: name) {
            self = .foundation(foundation)
        } else if let aspect = SelfAspect(rawValue: name) {
            self = .own(aspect)
        } else {
            return nil
        }
    }
}
