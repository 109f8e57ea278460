/// How long texts may be, in Unicode scalars. Which of them holds for a kind of event says its rule (``EventRule/limits``), and
/// also how much is shown of what somebody else's Hearth let through.
public enum TextLimit {
    /// A journal page, an answer, a reflection, a note, a memory.
    public static let long = 8000
    /// A part of a form that is kept as one page.
    public static let part = 2000
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

    /// The most bytes in which JSON spells a name of ``key`` scalars: two escapes of six bytes each.
    static let spelledKey = key * 12
}
