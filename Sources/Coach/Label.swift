/// What a careful couples counsellor would mark in a message, so that it lands as an attack instead of being heard.
///
/// The meaning of each label, with its harmless look-alikes, is written down in docs/coach.md.
public enum Label: UInt8, CaseIterable, Sendable, Hashable {
    /// Always, never, every time: said of the partner as a complaint.
    case absolute
    /// A verdict on who the partner is, instead of on what they did.
    case label
    /// The partner's motive, thought or feeling stated as a fact.
    case mindReading
    /// Insult, mockery, disgust, superiority.
    case contempt
    /// A charge in the clothes of a feeling: "I feel that you…", "I feel attacked".
    case fauxFeeling
    /// An order or a rule laid on the partner.
    case demand
    /// Leaving, punishment, harm, telling others, an ultimatum.
    case threat
    /// A complaint answered by denying all part in it, or with another complaint.
    case defensive
    /// The talk is shut, without a time to come back.
    case stonewall
    /// The partner is told that what they feel or remember is wrong.
    case invalidation

    /// The stable name used in data and by the command line, such as `mind_reading`.
    public var name: String {
        switch self {
        case .absolute: "absolute"
        case .label: "label"
        case .mindReading: "mind_reading"
        case .contempt: "contempt"
        case .fauxFeeling: "faux_feeling"
        case .demand: "demand"
        case .threat: "threat"
        case .defensive: "defensive"
        case .stonewall: "stonewall"
        case .invalidation: "invalidation"
        }
    }

    /// The label with a stable name, or nil when there is none of that name.
    public init?(name: String) {
        guard let found = Label.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }
}
