/// Where one person, or two beside each other, stand: felt against wished, mine beside theirs.
///
/// Nothing here says who is right. Two people may feel the same evenings differently, and both feel what they feel.
public struct Picture: Sendable, Hashable {
    /// Where both stand in one aspect.
    public struct Row: Sendable, Hashable {
        /// What it is about.
        public let aspect: Aspect
        /// My levels.
        public let mine: Side
        /// My partner's levels; both unanswered while the partner's are not known.
        public let theirs: Side

        /// How far apart the two feel it is, from 0 to 10; nil unless both said.
        public var between: Double? {
            guard let mine = mine.felt, let theirs = theirs.felt else { return nil }
            return (mine.value - theirs.value).magnitude
        }

        /// The part of the gap that both have, from 0 to 10: the smaller of the two, 0 when one doesn't wish for more; nil unless
        /// both said.
        public var sharedGap: Double? {
            guard let mine = mine.gap, let theirs = theirs.gap else { return nil }
            return max(min(mine, theirs), 0)
        }

        /// The wider of the gaps that are known, from −10 to 10.
        public var widerGap: Double? {
            guard let mine = mine.gap else { return theirs.gap }
            guard let theirs = theirs.gap else { return mine }
            return max(mine, theirs)
        }
    }

    /// Where one of the two stands in one aspect.
    public struct Side: Sendable, Hashable {
        /// How it is for them.
        public let felt: Reading.Level?
        /// How they wish it.
        public let wished: Reading.Level?

        /// Wished less felt, from −10 to 10; nil unless both were answered.
        public var gap: Double? {
            guard let felt, let wished else { return nil }
            return wished.value - felt.value
        }
    }

    /// How wide a gap is, in the steps for which there are words; no number is shown for a person.
    public enum Width: Int, Sendable, Hashable, Comparable {
        /// Less than a point: nobody would notice.
        case none
        /// One to two points.
        case slight
        /// Two to four points.
        case clear
        /// Four points or more.
        case wide

        /// The width of a gap in points of the scale; its direction doesn't matter.
        public init(of gap: Double) {
            self =
                switch gap.magnitude {
                case ..<Picture.noticeable: .none
                case ..<2: .slight
                case ..<4: .clear
                default: .wide
                }
        }

        /// Whether the first is narrower than the second.
        public static func < (first: Width, second: Width) -> Bool { first.rawValue < second.rawValue }
    }

    /// The least gap that is spoken of, in points: what one would hardly set twice alike on a line says nothing.
    public static let noticeable = 1.0

    /// What I answered.
    public let mine: Reading
    /// What my partner answered; nil while I am alone, or until both are in.
    public let theirs: Reading?

    /// A picture of one person, or of two.
    public init(mine: Reading, theirs: Reading?) {
        self.mine = mine
        self.theirs = theirs
    }

    /// The same picture as the partner sees it; of one person, itself.
    public var swapped: Picture {
        guard let theirs else { return self }
        return Picture(mine: theirs, theirs: mine)
    }

    /// Where both stand in one aspect. How it is all in all rests on one statement, and nobody is shown the other's answer to one:
    /// there the partner's side stays unanswered.
    public func row(_ aspect: Aspect) -> Row {
        let theirs = aspect == .theme(.whole) ? nil : theirs
        return Row(
            aspect: aspect, mine: Side(felt: mine.felt(aspect), wished: mine.wished(aspect)),
            theirs: Side(felt: theirs?.felt(aspect), wished: theirs?.wished(aspect)))
    }

    /// The four pillars, in their order.
    public var pillars: [Row] { Pillar.allCases.map { row(.pillar($0)) } }

    /// The six foundations, in their order.
    public var foundations: [Row] { Foundation.allCases.map { row(.foundation($0)) } }

    /// The three aspects of oneself, in their order.
    public var oneself: [Row] { SelfAspect.allCases.map { row(.own($0)) } }

    /// The four themes, in their order.
    public var themes: [Row] { Theme.allCases.map { row(.theme($0)) } }

    /// The pillar in which the gap that both have is widest; nil when there is none that both would notice.
    public var widestShared: Row? { Self.widestShared(pillars) }

    /// What there is to say about the pillars: the sentence above the picture.
    public var finding: Finding { finding(pillars) }

    /// What there is to say about the foundations: the sentence beneath.
    public var foundationFinding: Finding { finding(foundations) }

    static func widestShared(_ rows: [Row]) -> Row? {
        var widest: Row?
        var widestGap = noticeable
        for row in rows {
            guard let gap = row.sharedGap, gap >= widestGap else { continue }
            // Of two that are shared alike, the one in which more is missing in all.
            if let found = widest, gap == widestGap, (row.widerGap ?? 0) <= (found.widerGap ?? 0) { continue }
            widest = row
            widestGap = gap
        }
        return widest
    }
}
