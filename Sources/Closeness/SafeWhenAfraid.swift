/// A text that somebody decided on with the eye of a person who is afraid of their partner.
///
/// What could raise their danger is not safe: a report to the partner, touch, an apology, showing oneself, a talk, a reason to stay,
/// a phone or a habit laid open. Only what is safe is put before somebody who is afraid. What nobody has decided on isn't.
public protocol SafeWhenAfraid {
    /// The stable name, kebab-case.
    var id: String { get }
    /// Whether it may be put before somebody who is afraid of their partner.
    var isSafeWhenAfraid: Bool { get }
}
