/// What belongs to one person alone.
public struct MineWords: Sendable {
    public let title: String
}

extension MineWords {
    /// British English.
    public static let english = MineWords(title: "Mine")
}
