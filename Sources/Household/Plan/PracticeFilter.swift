import Closeness
import Library

/// What somebody looks for among practices: how long, for whom, where, and how open.
public struct PracticeFilter: Equatable, Sendable {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
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

    /// Narrows or widens what is looked for.
    ///
    /// - Parameter isOn: whether the box is ticked.
    public mutating func update(_ action: Action, isOn: Bool) {
        switch action {
        case .time(let time): self.time = time
        case .company(let company): self.company = company
        case .apart: onlyApart = isOn
        case .openness: onlyAsOpen = isOn
        case .cleared: self = PracticeFilter()
        }
    }

    /// The practices that are looked for, in their order.
    ///
    /// - Parameter limit: How open the two want to be.
    public func found(in practices: [Practice], limit: Openness) -> [Practice] {
        practices.filter { practice in
            time.allows(practice.minutes) && company.allows(practice.company)
                && (!onlyApart || practice.worksApart || practice.company != .together)
                && (!onlyAsOpen || practice.openness <= limit)
        }
    }
}
