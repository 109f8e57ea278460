import Ledger
import Library

/// Looking for words in all that one may read, on this device. What is looked for is written down nowhere, and gone with the page.
public struct Searching {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case typed, moreWanted
    }

    /// What the findings follow from: when it is the same, so are they.
    private struct Key: Equatable {
        var text: String
        var limit: Int
        var revision: Home.Revision
        var isWhole: Bool
        var waiting: Int64?
    }

    /// How many are shown at first, and how many more at a time.
    static let pageful = 40

    /// What is typed.
    public private(set) var text = ""
    /// What was found; nil while nothing is looked for.
    public private(set) var findings: Findings?
    private var limit = Self.pageful
    private var key: Key?

    /// Nothing looked for yet.
    public init() {}

    /// What is looked for.
    public var search: WordSearch { WordSearch(text) }

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence) {
        switch action {
        case .typed:
            text = occurrence.text
            limit = Self.pageful
        case .moreWanted: limit += Self.pageful
        }
    }

    /// Looks for it, unless nothing has changed.
    public mutating func enter(_ home: Home, _ world: World) {
        let now = Key(
            text: text, limit: limit, revision: home.revision, isWhole: home.catalogue.isWhole,
            waiting: home.thanksWaitSince)
        if now == key { return }
        key = now
        let search = search
        findings = search.isEmpty ? nil : Findings(search, in: home, limit: limit, world)
    }
}
