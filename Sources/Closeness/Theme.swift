/// What a check asks about besides the pillars, the foundations and oneself. The raw value is the stable name.
///
/// A theme is looked at, in the picture, and that is all: no practice feeds one, and no advice follows from it.
public enum Theme: String, CaseIterable, Sendable, Hashable {
    /// Wanting each other, and being easy about it.
    case desire
    /// How the work that a life makes is shared.
    case fairness
    /// Room for each to be a person of their own.
    case room
    /// How it is, all in all.
    case whole
}
