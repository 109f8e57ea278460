import Bytes

/// Someone asks the other whether something of theirs may go into a report for a counsellor.
public struct ReportAsked: EventFields {
    /// How many bytes ``digest`` has.
    public static let digestLength = 16

    /// The report's own id. The same one again asks anew.
    public var report: Identifier
    /// The last day that the report tells of.
    public var until: Day
    /// What of the other's would be in it, by names that both phones understand.
    public var items: [String]
    /// Stands for the very entries from which that is told.
    public var digest: [UInt8]

    /// A question about that much.
    public init(report: Identifier, until: Day, items: [String], digest: [UInt8]) {
        self.report = report
        self.until = until
        self.items = items
        self.digest = digest
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        report = try fields.id("report", as: .subject)
        until = try fields.day("until")
        items = try fields.names("items")
        digest = try fields.bytes("digest", count: Self.digestLength)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("report", report, as: .subject)
        fields.day("until", until)
        try fields.names("items", items)
        try fields.bytes("digest", digest, count: Self.digestLength)
    }
}

/// A word on a report: whoever was asked says yes, or whoever asked says that it is made.
public struct ReportMark: EventFields {
    /// The report.
    public var report: Identifier
    /// What the word is about, and nothing else.
    public var digest: [UInt8]

    /// A word on that much of a report.
    public init(report: Identifier, digest: [UInt8]) {
        self.report = report
        self.digest = digest
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        report = try fields.id("report", as: .subject)
        digest = try fields.bytes("digest", count: ReportAsked.digestLength)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("report", report, as: .subject)
        try fields.bytes("digest", digest, count: ReportAsked.digestLength)
    }
}

/// A report of both as it stands.
///
/// Nobody can say the other's yes, and a yes to other content than what was asked for counts for nothing.
public struct SharedReport: Equatable, Sendable {
    /// What was asked.
    public let asked: Said<ReportAsked>
    /// The other's yes to exactly that; nil while there is none.
    public let agreed: Said<ReportMark>?
    /// When it was made, in milliseconds since 1970; nil while it isn't, and without a yes. Until then the yes can be taken back.
    public let made: Int64?
}

extension Projection {
    /// The reports for which somebody has asked the other, in the order in which they last did.
    public func reports(askedBy account: Identifier) -> [SharedReport] {
        said(on: .reports, by: account).compactMap { position in
            let asked = said(position) { event in if case .reportAsked(let fields) = event { fields } else { nil } }
            guard let asked else { return nil }
            let subject = log.records[position.index].subject
            func word(_ kind: EventKind, of person: Person) -> Said<ReportMark>? {
                guard let position = person[.reportWords].named[subject], log.kind(at: position) == kind,
                    !isRemoved(position)
                else { return nil }
                let word = said(position) { event -> ReportMark? in
                    if case .reportAgreed(let fields) = event { return fields }
                    if case .reportMade(let fields) = event { return fields }
                    return nil
                }
                return word.flatMap { $0.fields.digest == asked.fields.digest ? $0 : nil }
            }
            let agreed = people.filter { $0.account != account }.compactMap { word(.reportAgreed, of: $0) }.first
            // Without the other's yes there is nothing that could have been made.
            let made = agreed == nil ? nil : person(account).flatMap { word(.reportMade, of: $0) }
            return SharedReport(asked: asked, agreed: agreed, made: made?.milliseconds)
        }
    }
}
