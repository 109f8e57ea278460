import Bytes

/// Whether someone would like something in the book of a year; written in the private space only.
public struct BookMarked: EventFields {
    /// What it is, by a name that both phones give it, with the season in which it was.
    public var item: String
    /// Whether they would.
    public var isWanted: Bool

    /// A mark.
    public init(item: String, isWanted: Bool) {
        self.item = item
        self.isWanted = isWanted
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        item = try fields.name("item", as: .subject)
        isWanted = try fields.flag("wanted")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.name("item", item, as: .subject)
        fields.flag("wanted", isWanted)
    }
}

/// Someone's own word that something both want goes into the book, or that it doesn't any more.
public struct BookWord: EventFields {
    /// What it is.
    public var item: String

    /// A word about it.
    public init(item: String) {
        self.item = item
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        item = try fields.name("item", as: .subject)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.name("item", item, as: .subject)
    }
}

extension Projection {
    /// What someone has marked for books, with when they last did, in milliseconds since 1970.
    public func bookMarks(of account: Identifier) -> [(mark: BookMarked, milliseconds: Int64)] {
        ordered(person(account)?[.bookMarks].named).compactMap { position in
            let said = said(position) { event in if case .bookMarked(let fields) = event { fields } else { nil } }
            return said.map { ($0.fields, $0.milliseconds) }
        }
    }

    /// What each of these accounts has said goes into the book, since any of them last said that it doesn't.
    public func inBook(by accounts: [Identifier]) -> Set<String> {
        guard let first = accounts.first else { return [] }
        let entered = (person(first)?[.books].named.positions ?? []).filter { position in
            let subject = log.records[position.index].subject
            return accounts.allSatisfy { standing(person($0)?[.books].named[subject], in: .books) != nil }
        }
        return Set(entered.compactMap { log.subject(at: $0) })
    }
}
