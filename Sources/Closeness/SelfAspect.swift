/// One of the three things about oneself that colour how close one can be. The raw value is the stable name.
public enum SelfAspect: String, CaseIterable, Sendable, Hashable {
    /// How much energy there is for another person.
    case energy
    /// How rested one is.
    case rest
    /// How calm one is under one's load; high is good, as everywhere on Hearth's scales.
    case calm
}
