import Closeness
import JSON
import Ledger

/// A check while it is being answered.
public struct CheckDraft: Equatable, Sendable {
    /// As it is, by item.
    public var felt: [String: Int] = [:]
    /// As it is wished, by item.
    public var wished: [String: Int] = [:]
    /// How close it feels.
    public var feltCircles = CircleDial()
    /// How close it is wished.
    public var wishedCircles = CircleDial()
    /// How open the person wants to be, 1…5.
    public var comfort: Int?
    /// The ids of the statements that it was begun on, in order; nil before it has begun, and when an earlier version didn't say.
    public var asked: [String]?

    /// Nothing answered yet.
    public init() {}

    /// A check that was answered before, to be changed.
    public init(_ answered: CheckAnswered) {
        felt = answered.felt
        wished = answered.wished
        feltCircles = CircleDial(value: answered.circles?.felt)
        wishedCircles = CircleDial(value: answered.circles?.wished)
        comfort = answered.comfort
    }

    /// A check that this device kept before it was finished.
    public init(_ kept: JSONValue) {
        felt = Self.marks(kept["felt"])
        wished = Self.marks(kept["wished"])
        feltCircles = CircleDial(value: kept["feltCircles"]?.integer.map { Int($0) })
        wishedCircles = CircleDial(value: kept["wishedCircles"]?.integer.map { Int($0) })
        comfort = kept["comfort"]?.integer.map { Int($0) }
        asked = kept["asked"]?.array?.compactMap { $0.string }
    }

    /// The answers as this device keeps them, with what else belongs to the draft.
    public func kept(_ more: [JSONMember]) -> String {
        func number(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }
        return String(
            decoding: JSONValue.object(
                more + [
                    JSONMember("felt", Self.json(felt)), JSONMember("wished", Self.json(wished)),
                    JSONMember("feltCircles", number(feltCircles.value)),
                    JSONMember("wishedCircles", number(wishedCircles.value)), JSONMember("comfort", number(comfort)),
                ] + (asked.map { [JSONMember("asked", .array($0.map { .string($0) }))] } ?? [])
            ).serialized(), as: UTF8.self)
    }

    private static func json(_ marks: [String: Int]) -> JSONValue {
        .object(marks.map { JSONMember($0.key, .integer($0.value)) })
    }

    private static func marks(_ json: JSONValue?) -> [String: Int] {
        var marks: [String: Int] = [:]
        for mark in json?.object ?? [] { marks[mark.name] = mark.value.integer.map { Int($0) } }
        return marks
    }

    /// A mark of an item.
    public func value(_ mark: ScaleMark, of item: CheckItem) -> Int? {
        mark == .felt ? felt[item.id] : wished[item.id]
    }

    /// Sets a mark of an item.
    public mutating func set(_ mark: ScaleMark, of item: CheckItem, to value: Int?) {
        switch mark {
        case .felt: felt[item.id] = value
        case .wished: wished[item.id] = value
        }
    }

    /// Follows whatever the person did to a mark of an item.
    mutating func follow(_ move: ScaleMove, _ mark: ScaleMark, of item: CheckItem, _ occurrence: Occurrence) {
        set(mark, of: item, to: move.value(after: value(mark, of: item), occurrence))
    }

    /// Leaves an item out.
    mutating func leaveOut(_ item: CheckItem) {
        set(.felt, of: item, to: nil)
        set(.wished, of: item, to: nil)
    }

    /// Whether both marks of an item are set; statements about oneself have only one.
    public func isComplete(_ item: CheckItem) -> Bool {
        felt[item.id] != nil && (wished[item.id] != nil || !item.hasWish)
    }

    /// Whether nothing at all was answered.
    public var isEmpty: Bool {
        felt.isEmpty && wished.isEmpty && feltCircles.value == nil && wishedCircles.value == nil
    }

    /// The answers; nil until the person has said how open they want to be.
    public func answered(for season: Season) -> CheckAnswered? {
        guard let comfort else { return nil }
        var circles: Ledger.Circles?
        if let felt = feltCircles.value, let wished = wishedCircles.value {
            circles = Ledger.Circles(felt: felt, wished: wished)
        }
        return CheckAnswered(season: season, felt: felt, wished: wished, circles: circles, comfort: comfort)
    }
}
