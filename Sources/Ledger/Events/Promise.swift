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

/// A promise that was kept.
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

/// A promise that was let go.
public struct PromiseReleased: EventFields {
    /// The promise.
    public var promise: Identifier
    /// A word that goes with it, at most ``TextLimit/line`` long; nil for none, which is as good.
    public var text: String?

    /// A promise.
    public init(promise: Identifier, text: String? = nil) {
        self.promise = promise
        self.text = text
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        promise = try fields.id("promise", as: .subject)
        text = try fields.optionalText("text")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("promise", promise, as: .subject)
        try fields.optionalText("text", text)
    }
}

/// A promise as it stands.
///
/// Whoever it was made to says that it was kept. (Its maker's own word counts as well.) Either lets it go, at any time and without a
/// reason: whoever made it takes it back, whoever it was made to sets the other free. Nothing counts those that were let go. What
/// either says before the promise was made (anew) no longer matters.
public struct Promise: Equatable, Sendable {
    /// What became of it.
    public enum Standing: Equatable, Sendable {
        /// It holds.
        case open
        /// One of the two has said that it was kept.
        case kept
        /// One of the two has let it go.
        case released
    }

    /// What ended it.
    public enum End: Equatable, Sendable {
        /// It was kept.
        case kept(Said<PromiseMark>)
        /// It was let go.
        case released(Said<PromiseReleased>)
    }

    /// What was promised, by whom and when.
    public let made: Said<PromiseMade>
    /// What ended it; nil while it holds.
    public let end: End?

    /// What became of it.
    public var standing: Standing {
        switch end {
        case nil: .open
        case .kept: .kept
        case .released: .released
        }
    }
}

extension Projection {
    /// The promises that someone made, in the order in which they last did.
    public func promises(of account: Identifier) -> [Promise] {
        said(on: .promises, by: account).compactMap { promise($0, ended: end(of: $0)) }
    }

    /// Those of them that hold. No other is read.
    public func openPromises(of account: Identifier) -> [Promise] {
        said(on: .promises, by: account).filter { last(about: $0).isEmpty }.compactMap { promise($0, ended: nil) }
    }

    private func promise(_ position: Log.Position, ended end: Promise.End?) -> Promise? {
        said(position) { event in if case .promiseMade(let fields) = event { fields } else { nil } }
            .map { Promise(made: $0, end: end) }
    }

    /// The promise that an entry made.
    public func promise(at position: Log.Position) -> Promise? { promise(position, ended: end(of: position)) }

    /// What each of the two last said of a promise since it was made.
    private func last(about made: Log.Position) -> [Log.Position] {
        people.compactMap { person in
            guard let word = person[.promiseEnds].named[log.records[made.index].subject], log.precedes(made, word),
                !isRemoved(word)
            else { return nil }
            return word
        }
    }

    /// That it was kept, whoever says so; else that it is let go.
    private func end(of made: Log.Position) -> Promise.End? {
        let words = last(about: made)
        for word in words {
            let kept = said(word) { event in if case .promiseKept(let fields) = event { fields } else { nil } }
            if let kept { return .kept(kept) }
        }
        for word in words {
            let gone = said(word) { event in if case .promiseReleased(let fields) = event { fields } else { nil } }
            if let gone { return .released(gone) }
        }
        return nil
    }
}
