import Bytes

/// Something of ours as it stands.
///
/// One of the two begins it, and it is of both from the moment in which the other has said yes, in an entry of their own, to just
/// what it is called. Either says what comes next, writes a note, and ends it, alone and at once. Nothing is counted.
public struct Pursuit: Equatable, Sendable {
    /// A step that was taken.
    public struct Reached: Equatable, Sendable {
        /// The step.
        public let step: Said<PursuitStepped>
        /// That it was taken, by whom and when.
        public let said: Said<PursuitReached>
    }

    /// What it is, by whom it was begun and when.
    public let begun: Said<PursuitBegun>
    /// Whether the other has said yes to it.
    public private(set) var isJoined = false
    /// What comes next; nil when nothing was said, or it was done.
    public private(set) var step: Said<PursuitStepped>?
    /// The steps that were taken, the first one first.
    public private(set) var reached: [Reached] = []
    /// What both wrote on the way, and what they wrote looking back, each in its order.
    public private(set) var notes: [Said<PursuitNoted>] = []
    /// What they wrote once it had ended.
    public private(set) var looksBack: [Said<PursuitNoted>] = []
    /// That it is done or let go; nil while it goes on.
    public private(set) var end: Said<PursuitEnded>?

    /// Its id.
    public var id: Identifier { begun.fields.pursuit }

    /// What was said of it, in order; nil while nobody has said what it is.
    init?(_ said: [Said<Event>]) {
        let begun = said.compactMap { said -> Said<PursuitBegun>? in
            if case .pursuitBegun(let fields) = said.fields { said.with(fields) } else { nil }
        }.last
        guard let begun else { return nil }
        self.begun = begun
        for word in said { follow(word) }
    }

    private mutating func follow(_ said: Said<Event>) {
        if case .pursuitJoined(let yes) = said.fields {
            if yes.begun == begun.entry, said.author != begun.author { isJoined = true }
        } else if case .pursuitStepped(let fields) = said.fields {
            step = said.with(fields)
        } else if case .pursuitReached(let fields) = said.fields {
            guard let taken = step, taken.entry == fields.step else { return }
            reached.append(Reached(step: taken, said: said.with(fields)))
            step = nil
        } else if case .pursuitNoted(let fields) = said.fields {
            if end == nil { notes.append(said.with(fields)) } else { looksBack.append(said.with(fields)) }
        } else if case .pursuitEnded(let fields) = said.fields {
            end = end ?? said.with(fields)
        }
    }
}

extension Said {
    /// The same entry with another part of what it says.
    func with<Other>(_ other: Other) -> Said<Other> {
        Said<Other>(entry: entry, author: author, milliseconds: milliseconds, offset: offset, fields: other)
    }
}

extension Projection {
    /// What the two do together over some time, in the order in which it began. What was taken back doesn't count.
    public var pursuits: [Pursuit] {
        let courses = self[.pursuits].courses.map { $0.filter { !isRemoved($0) } }.filter { !$0.isEmpty }
        return courses.sorted { log.precedes($0[0], $1[0]) }.compactMap { positions in
            Pursuit(positions.compactMap { position in said(position) { event -> Event? in event } })
        }
    }
}
