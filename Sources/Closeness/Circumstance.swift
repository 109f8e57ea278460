/// Something about a couple's life that decides what can be asked of them. The raw value is the stable name.
public enum Circumstance: String, CaseIterable, Sendable, Hashable {
    /// They live in different places, always or for a while.
    case apart
    /// There is a baby or a very small child at home.
    case newParents = "new-parents"
    /// One of them is ill, or recovering.
    case illness
    /// Nothing may cost anything for now.
    case noMoney = "no-money"
    /// One person uses Hearth without the partner.
    case alone
}

/// The circumstances of a couple now: what both have said, since advice must come out alike on both phones.
public typealias Circumstances = Set<Circumstance>
