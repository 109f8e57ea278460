import Bytes

/// A promise to the other, small enough for one line.
public struct PromiseMade: EventFields {
    /// The promise's own id. The same one again, by whoever made it, says it anew.
    public var promise: Identifier
    /// What is promised; at most ``TextLimit/line`` long.
    public var text: String
    /// The day by which; nil when none was said.
    public var day: Day?

    /// A promise.
    public init(promise: Identifier, text: String, day: Day? = nil) {
        self.promise = promise
        self.text = text
        self.day = day
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        promise = try fields.id("promise", as: .subject)
        text = try fields.words("text")
        day = fields.has("day") ? try fields.day("day") : nil
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("promise", promise, as: .subject)
        try fields.words("text", text)
        if let day { fields.day("day", day) }
    }
}

/// A promise that was kept or let go.
public struct PromiseMark: EventFields {
    /// The promise.
    public var promise: Identifier

    /// A promise.
    public init(promise: Identifier) {
        self.promise = promise
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        promise = try fields.id("promise", as: .subject)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("promise", promise, as: .subject)
    }
}

/// A promise as it stands.
///
/// It is its maker's: they alone say that it is kept, so that nobody's word about it can be withheld. Either lets it go, at any time
/// and without a reason: whoever made it takes it back, whoever it was made to sets the other free. Nothing counts those that were
/// let go. What either says before the promise was made (anew) no longer matters.
public struct Promise: Equatable, Sendable {
    /// What became of it.
    public enum Standing: Equatable, Sendable {
        /// It holds.
        case open
        /// Its maker has kept it.
        case kept
        /// One of the two has let it go.
        case released
    }

    /// What was promised, by whom and when.
    public let made: Said<PromiseMade>
    /// What became of it.
    public let standing: Standing
}

extension Projection {
    /// The promises that someone made, in the order in which they last did.
    public func promises(of account: Identifier) -> [Promise] {
        ordered(person(account)?[.promises].named).compactMap { position in
            said(position) { event in if case .promiseMade(let fields) = event { fields } else { nil } }
                .map { Promise(made: $0, standing: standing(position, of: account)) }
        }
    }

    private func standing(_ made: Log.Position, of account: Identifier) -> Promise.Standing {
        let words = people.compactMap { person -> (isMaker: Bool, kind: EventKind?)? in
            guard let word = person[.promiseEnds].named[log.records[made.index].subject], log.precedes(made, word)
            else {
                return nil
            }
            return (person.account == account, log.kind(at: word))
        }
        if words.contains(where: { $0.isMaker && $0.kind == .promiseKept }) { return .kept }
        return words.contains { $0.kind == .promiseReleased } ? .released : .open
    }
}
