/// What the relay keeps beside the entries, such as a photo: `nonce 12 ‖ ciphertext`, which is of `length 4 ‖ content ‖ zeros`,
/// padded as an entry's body is (``Padding``).
public enum BlobLength {
    /// What is added to the padded content: the nonce before it and the tag behind.
    public static let addedBytes = 12 + 16

    /// Whether a blob may have this many bytes: only those of a padded length, so that its size tells little.
    public static func isPadded(_ count: Int) -> Bool {
        let padded = count - addedBytes
        return padded >= Padding.minimumBytes && Padding.paddedLength(padded) == padded
    }
}
