/// A turn or a shape that a life can have, for which some practices are expressly written. The raw value is the stable name.
///
/// A practice for somebody in it would wound or puzzle everybody else, so it is advised only where it is known to fit: see
/// ``Practice/isWritten(for:)``.
public enum LifeSituation: String, CaseIterable, Sendable, Hashable {
    /// A baby or a very small child at home.
    case newParents = "new-parents"
    /// Living in different places.
    case apart
    /// Illness, pain or disability.
    case illness
    /// After a betrayal, or where something waits to be forgiven.
    case afterBetrayal = "after-betrayal"
    /// Two minds that work differently.
    case differentMinds = "different-minds"
    /// Somebody has died, or something was lost.
    case grief
    /// The children have left, or work has ended.
    case emptyNest = "empty-nest"
    /// Two families that became one.
    case twoFamilies = "two-families"
    /// A pregnancy that was lost, or a child who doesn't come.
    case lossOfPregnancy = "loss-of-pregnancy"
    /// Shifts, nights, hours that don't match.
    case shifts

    /// The circumstance that says as much, where there is one.
    public var circumstance: Circumstance? {
        switch self {
        case .newParents: .newParents
        case .apart: .apart
        case .illness: .illness
        case .afterBetrayal, .differentMinds, .grief, .emptyNest, .twoFamilies, .lossOfPregnancy, .shifts: nil
        }
    }
}
