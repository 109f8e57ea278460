import Household

extension PersonColour {
    /// The part of a class name that stands for it, as in `me-clay`.
    var className: String {
        switch self {
        case .clay: "clay"
        case .teal: "teal"
        case .plum: "plum"
        case .moss: "moss"
        case .ochre: "ochre"
        case .slate: "slate"
        }
    }
}
