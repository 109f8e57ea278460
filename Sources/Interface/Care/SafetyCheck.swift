import Closeness
import Household
import Ledger
import Library
import Words

/// The private check whether somebody is safe with their partner, on the help page.
///
/// It has no address of its own, so that none stands in a history. What is ticked is held only as long as the page is in front. One
/// thing may be kept, in the person's private space: that only what one person does alone is to be suggested to them.
public struct SafetyCheck: Equatable {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case opened, closed
        /// The line of that number was ticked, or its tick taken away.
        case ticked(Int)
        case finished
        /// Whether only what one person does alone is to be suggested from now on.
        case aloneWanted(Bool)
    }

    /// What is on the screen.
    enum Step { case closed, asking, told }

    private(set) var step = Step.closed
    /// The numbers of the lines that are ticked.
    private(set) var ticked: Set<Int> = []
    /// Whether the person has just changed what is suggested to them.
    private(set) var hasChanged = false

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home?, _ shell: inout Shell) {
        switch action {
        case .opened: show(.asking, &shell)
        case .closed:
            self = SafetyCheck()
            show(.closed, &shell)
        case .ticked(let line): if occurrence.isOn { ticked.insert(line) } else { ticked.remove(line) }
        case .finished:
            if !ticked.isEmpty { home?.suggestAlone(true, &shell.world) }
            show(.told, &shell)
        case .aloneWanted(let isWanted):
            home?.suggestAlone(isWanted, &shell.world)
            hasChanged = true
        }
    }

    private mutating func show(_ step: Step, _ shell: inout Shell) {
        self.step = step
        shell.perform(.scrollTop)
        shell.perform(.focus("title"))
    }
}
