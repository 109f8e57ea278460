import Closeness
import Ledger
import Library

/// The private check whether somebody is safe with their partner.
///
/// It has no address of its own, so that none stands in a history. What is ticked is held only as long as the page is in front. One
/// thing may be kept, in the person's private space: that only what one person does alone is to be suggested to them.
public struct SafetyCheck: Equatable, Sendable {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case opened, closed
        /// The line of that number was ticked, or its tick taken away.
        case ticked(Int)
        case finished
        /// Whether only what one person does alone is to be suggested from now on.
        case aloneWanted(Bool)
    }

    /// What is on the screen.
    public enum Step: Sendable { case closed, asking, told }

    /// How far one has come.
    public private(set) var step = Step.closed
    /// The numbers of the lines that are ticked.
    public private(set) var ticked: Set<Int> = []
    /// Whether the person has just changed what is suggested to them.
    public private(set) var hasChanged = false

    /// Nothing done yet.
    public init() {}

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home?, _ world: inout World) {
        switch action {
        case .opened: show(.asking, &world)
        case .closed:
            self = SafetyCheck()
            show(.closed, &world)
        case .ticked(let line): if occurrence.isOn { ticked.insert(line) } else { ticked.remove(line) }
        case .finished:
            if !ticked.isEmpty { home?.suggestAlone(true, &world) }
            show(.told, &world)
        case .aloneWanted(let isWanted):
            home?.suggestAlone(isWanted, &world)
            hasChanged = true
        }
    }

    private mutating func show(_ step: Step, _ world: inout World) {
        self.step = step
        world.turnPage()
    }
}
