/// One thing that a check item asks about: a pillar, a foundation or an aspect of oneself, which a practice can feed, or a theme.
///
/// The names of the four families never collide, so content and entries write an aspect as one word (``name``).
public enum Aspect: Sendable, Hashable {
    /// One of the four ways of being close.
    case pillar(Pillar)
    /// One of the six things closeness stands on.
    case foundation(Foundation)
    /// One of the three things about oneself.
    case own(SelfAspect)
    /// One of the four themes that are only looked at.
    case theme(Theme)

    /// All thirteen that a practice can feed, in the order in which they are listed everywhere: pillars, foundations, oneself.
    public static let all: [Aspect] =
        Pillar.allCases.map(Aspect.pillar) + Foundation.allCases.map(Aspect.foundation)
        + SelfAspect.allCases.map(Aspect.own)

    /// All that a check asks about: those of ``all``, then the themes.
    public static let asked: [Aspect] = all + Theme.allCases.map(Aspect.theme)

    /// The stable name used in content and entries, such as `emotional`, `repair` or `rest`.
    public var name: String {
        switch self {
        case .pillar(let pillar): pillar.rawValue
        case .foundation(let foundation): foundation.rawValue
        case .own(let aspect): aspect.rawValue
        case .theme(let theme): theme.rawValue
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
        } else if let theme = Theme(rawValue: name) {
            self = .theme(theme)
        } else {
            return nil
        }
    }
}
