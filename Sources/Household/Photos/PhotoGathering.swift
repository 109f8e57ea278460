import Ledger

/// Photos that are made ready for paper or for a file, one after the other: the shim fetches each where this device hasn't got it, draws it
/// as small as so many need to be, and holds it until it is let go.
public struct PhotoGathering: Equatable, Sendable {
    /// Why one is left out.
    public enum Gap: Int, CaseIterable, Sendable {
        /// It isn't on this device, and the relay can't be reached.
        case away
        /// It is nowhere, or what is there isn't it.
        case gone
        /// There are so many that it finds no room.
        case noRoom
    }

    private enum Made: Equatable {
        case ready(size: Int)
        case leftOut(Gap)
    }

    /// After how many bytes of pictures no more are made ready: a phone holds them all at once.
    public static let room = 48 << 20

    /// Those that are wanted, in the order in which they are made ready.
    public private(set) var wanted: [ShownPhoto] = []
    /// What came of them, by their elements.
    private var outcomes: [String: Made] = [:]
    /// The element of the one that is being made ready.
    private var underWay: String?
    /// How many have been asked for: an answer to an earlier one is nobody's.
    private var asked = 0

    /// None wanted.
    public init() {}

    /// Whether nothing is left to be made ready.
    public var isDone: Bool { underWay == nil && outcomes.count == wanted.count }

    /// Of how many it is known what came of them.
    public var done: Int { outcomes.count }

    /// Why the one of an element is left out; nil when it isn't, or isn't yet.
    public func gap(of element: String) -> Gap? {
        if case .leftOut(let gap)? = outcomes[element] { gap } else { nil }
    }

    /// Whether the one of an element is ready.
    public func isReady(_ element: String) -> Bool {
        if case .ready? = outcomes[element] { true } else { false }
    }

    /// Whether any is left out.
    public var isShort: Bool { Gap.allCases.contains { count(of: $0) > 0 } }

    /// How many are left out for a reason.
    public func count(of gap: Gap) -> Int { wanted.filter { self.gap(of: $0.element) == gap }.count }

    /// How long the longest side of each may be, in pixels: enough for the width of a small book, and less where there are many.
    static func side(of count: Int) -> Int { count <= 40 ? 1400 : count <= 160 ? 1000 : 700 }

    /// Makes these ready, and lets go of all others.
    public mutating func want(_ photos: [ShownPhoto], _ world: inout World) {
        guard photos != wanted else { return }
        let gone = wanted.filter { !photos.contains($0) }.map { $0.element }
        for element in gone {
            outcomes[element] = nil
            if underWay == element { underWay = nil }
        }
        wanted = photos
        if !gone.isEmpty { world.perform(.photos(.release(gone))) }
        askForNext(&world)
    }

    /// Tries again what the relay couldn't be asked for.
    public mutating func tryAgain(_ world: inout World) {
        for photo in wanted where gap(of: photo.element) == .away { outcomes[photo.element] = nil }
        askForNext(&world)
    }

    /// Takes what came of the one that was asked for with that number.
    public mutating func take(_ number: Int, _ outcome: Outcome<Int>, _ world: inout World) {
        guard number == asked, let element = underWay else { return }
        underWay = nil
        switch outcome {
        case .success(let size): outcomes[element] = .ready(size: size)
        case .failure(.device(.offline)), .failure(.device(.timeout)), .failure(.device(.stuck)),
            .failure(.unreachable):
            outcomes[element] = .leftOut(.away)
        case .failure: outcomes[element] = .leftOut(.gone)
        }
        askForNext(&world)
    }

    private mutating func askForNext(_ world: inout World) {
        guard underWay == nil, let next = wanted.first(where: { outcomes[$0.element] == nil }) else { return }
        var size = 0
        for case .ready(let bytes) in outcomes.values { size += bytes }
        if size >= Self.room {
            for photo in wanted where outcomes[photo.element] == nil { outcomes[photo.element] = .leftOut(.noRoom) }
            return
        }
        underWay = next.element
        asked += 1
        let number = asked
        let side = Self.side(of: wanted.count)
        // Whoever didn't answer once isn't waited for again and again.
        let isHereOnly = !world.isOnline || count(of: .away) > 0
        world.perform(
            .preparePhoto(
                next, side: max(next.photo.width, next.photo.height) > side ? side : nil, isHereOnly: isHereOnly)
        ) { .photoPrepared(number, $0) }
    }
}
