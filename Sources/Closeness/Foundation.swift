/// One of the six things that closeness stands on. The raw value is the stable name used in content and entries.
public enum Foundation: String, CaseIterable, Sendable, Hashable {
    /// No judgement; confidences are kept.
    case safety
    /// Promises kept, consistency.
    case trust
    /// Feeling heard and understood.
    case listening
    /// Being thanked and seen.
    case appreciation
    /// How a conflict ends.
    case repair
    /// Undistracted time.
    case presence
}
