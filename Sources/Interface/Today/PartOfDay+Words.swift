import Household
import Words

extension PartOfDay {
    /// The part of the day as words know it.
    var inWords: TodayWords.Part {
        switch self {
        case .morning: .morning
        case .afternoon: .afternoon
        case .evening: .evening
        case .night: .night
        }
    }
}
