/// The longest texts that can be written, in Unicode scalars.
///
/// They hold when an entry is written. What has been written is always read, however long: an envelope has its own
/// limit.
public enum TextLimit {
    /// A journal page, an answer, a reflection, a note, a memory.
    public static let long = 8000
    /// An appreciation.
    public static let line = 280
    /// What someone is called.
    public static let name = 40
    /// A name given by Hearth: of a practice, a question, a sign, a setting.
    public static let key = 80
    /// The value of a setting.
    public static let value = 1000
    /// The most members of a list or of a set of scores.
    public static let members = 256
}
