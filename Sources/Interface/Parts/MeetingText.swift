import Household
import Words

extension MeetingWords {
    /// What is to be said of how two answers stand to each other; nil when all is as it should be.
    func about(_ meeting: Meeting?, _ partner: String) -> String? {
        switch meeting {
        case .changed: changed(partner)
        case .takenBack: takenBack(partner)
        case .late: late(partner)
        case .beside: beside(partner)
        case .unsure: unsure(partner)
        case .empty: empty(partner)
        case .taken: taken(partner)
        case .awaited, .met, nil: nil
        }
    }
}
