import Bytes

/// Someone says that something big has changed in their life.
public struct ChangeNamed: EventFields {
    /// The change's own id.
    public var change: Identifier
    /// What it is: a cause's name in the library, or a word of Hearth's for whatever has none.
    public var what: String
    /// The day from which its weeks are counted.
    public var day: Day

    /// A change.
    public init(change: Identifier, what: String, day: Day) {
        self.change = change
        self.what = what
        self.day = day
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        change = try fields.id("change", as: .subject)
        what = try fields.name("what")
        day = try fields.day("day")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("change", change, as: .subject)
        try fields.name("what", what)
        fields.day("day", day)
    }
}

extension Projection {
    /// The changes that somebody has named here and not taken back, in the order in which they did.
    public func changes(of account: Identifier) -> [Said<ChangeNamed>] {
        said(on: .changes, by: account).compactMap { position in
            said(position) { event in if case .changeNamed(let fields) = event { fields } else { nil } }
        }
    }
}
