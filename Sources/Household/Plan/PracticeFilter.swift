import Closeness
import Library

/// What somebody looks for among the practices.
public struct PracticeFilter: Equatable, Sendable {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        /// Looks for what feeds an aspect, whose stable name is given with it; an empty one is for everything.
        case aspect
        case time(Time)
        case company(Company)
        case apart
        case openness
        case cleared
    }

    /// How long it may take.
    public enum Time: CaseIterable, Sendable {
        case any, upTo5, upTo20, longer

        func allows(_ minutes: Int) -> Bool {
            switch self {
            case .any: true
            case .upTo5: minutes <= 5
            case .upTo20: minutes <= 20
            case .longer: minutes > 20
            }
        }
    }

    /// Who is there.
    public enum Company: CaseIterable, Sendable {
        case anyone, two, one

        func allows(_ company: Practice.Company) -> Bool {
            switch self {
            case .anyone: true
            case .two: company != .alone
            case .one: company != .together
            }
        }
    }

    /// What it should feed; nil for anything.
    public private(set) var aspect: Aspect?
    /// How long it may take.
    public private(set) var time = Time.any
    /// Who is there.
    public private(set) var company = Company.anyone
    /// Whether it has to work in different places.
    public private(set) var onlyApart = false
    /// Whether it may ask for no more openness than both have said.
    public private(set) var onlyAsOpen = false

    /// Everything.
    public init() {}

    /// Whether nothing is narrowed.
    public var isOpen: Bool { self == PracticeFilter() }

    /// Narrows or widens what is looked for.
    ///
    /// - Parameters:
    ///   - text: what was chosen from a list.
    ///   - isOn: whether the box is ticked.
    public mutating func update(_ action: Action, text: String, isOn: Bool) {
        switch action {
        case .aspect: aspect = Aspect(name: text)
        case .time(let time): self.time = time
        case .company(let company): self.company = company
        case .apart: onlyApart = isOn
        case .openness: onlyAsOpen = isOn
        case .cleared: self = PracticeFilter()
        }
    }

    /// The practices that are looked for: what feeds the aspect most comes first, else the library's own order.
    ///
    /// - Parameter limit: How open the two want to be.
    public func found(in practices: [Practice], limit: Openness) -> [Practice] {
        let found = practices.filter { practice in
            time.allows(practice.minutes) && company.allows(practice.company)
                && (!onlyApart || practice.worksApart || practice.company != .together)
                && (!onlyAsOpen || practice.openness <= limit)
        }
        guard let aspect else { return found }
        return found.enumerated().filter { $0.element.feeds[aspect] > 0 }
            .sorted { first, second in
                let weights = (first.element.feeds[aspect], second.element.feeds[aspect])
                return weights.0 == weights.1 ? first.offset < second.offset : weights.0 > weights.1
            }
            .map { $0.element }
    }
}
