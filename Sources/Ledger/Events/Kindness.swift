import Bytes

/// Something kind that one plans to do for the other, in secret.
public struct KindnessPlanned: EventFields {
    /// The kindness's own id. The same one again says it anew.
    public var kindness: Identifier
    /// What it is to be; at most ``TextLimit/line`` long.
    public var text: String
    /// The day on which its maker wants to be reminded of it; nil for none.
    public var day: Day?

    /// A kindness that is planned.
    public init(kindness: Identifier, text: String, day: Day? = nil) {
        self.kindness = kindness
        self.text = text
        self.day = day
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        kindness = try fields.id("kindness", as: .subject)
        text = try fields.words("text")
        day = fields.has("day") ? try fields.day("day") : nil
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("kindness", kindness, as: .subject)
        try fields.words("text", text)
        if let day { fields.day("day", day) }
    }
}

/// A planned kindness that was done. Nobody else learns of it by this.
public struct KindnessDone: EventFields {
    /// The kindness.
    public var kindness: Identifier
    /// The day on which it was done.
    public var day: Day
    /// The moment by which its maker has shown it to the other; nil while they haven't.
    public var moment: Identifier?

    /// A kindness that was done.
    public init(kindness: Identifier, day: Day, moment: Identifier? = nil) {
        self.kindness = kindness
        self.day = day
        self.moment = moment
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        kindness = try fields.id("kindness", as: .subject)
        day = try fields.day("day")
        moment = fields.has("moment") ? try fields.id("moment") : nil
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("kindness", kindness, as: .subject)
        fields.day("day", day)
        if let moment { fields.id("moment", moment) }
    }
}

/// A kindness as it stands, in its maker's private space.
public struct Kindness: Equatable, Sendable {
    /// What was planned.
    public let planned: Said<KindnessPlanned>
    /// That it was done; nil while it isn't.
    public let done: Said<KindnessDone>?
}

extension Projection {
    /// The kindnesses that someone planned, in the order in which they last did.
    public func kindnesses(of account: Identifier) -> [Kindness] {
        guard let person = person(account) else { return [] }
        return said(on: .kindnesses, by: account).compactMap { position in
            let done = person[.kindnessEnds].named[log.records[position.index].subject]
            return said(position) { event in if case .kindnessPlanned(let fields) = event { fields } else { nil } }
                .map { planned in
                    Kindness(
                        planned: planned,
                        done: done.flatMap { isRemoved($0) ? nil : $0 }.flatMap { position in
                            said(position) { event in
                                if case .kindnessDone(let fields) = event { fields } else { nil }
                            }
                        })
                }
        }
    }
}
