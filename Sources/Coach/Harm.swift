/// What somebody tells of who is in danger, or is a danger: it asks for help from people, not for better words.
///
/// docs/coach.md says what belongs to it, what only looks like it, and how well it is noticed.
public enum Harm: String, CaseIterable, Sendable, Hashable {
    /// Violence, fear, sex without a free yes, control or threats that the writer lives with.
    case suffered
    /// The writer, or somebody the writer tells of, may hurt themselves or die.
    case selfHarm = "self_harm"
    /// The writer hurts, forces, threatens or watches the partner.
    case ownHarm = "own_harm"
}
