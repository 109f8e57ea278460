/// One thing that holds of a message, as the model sees it.
public struct Feature: Sendable {
    /// Its number: 24 bits of a hash.
    public let key: UInt32
    /// How much it counts, in quarters of a word.
    public let weight: Int32
    /// The tokens that it looked at.
    let tokens: Range<Int>
}
