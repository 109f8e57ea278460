/// A part of a recovery code that is typed back, so that somebody knows that their copy will work.
public struct CodeCopy: Equatable, Sendable {
    /// Which groups of the code are asked for, counted from 0.
    public private(set) var asked: [Int] = []
    /// What was typed for each of them.
    public private(set) var typed: [String] = []
    /// Whether that is not what the code says.
    public private(set) var isWrong = false

    /// Nothing is asked for.
    public init() {}

    /// Asks for two groups of a code.
    init(of sheet: RecoverySheet, _ world: inout World) {
        var groups = Array(sheet.groups.indices)
        groups.shuffle(using: &world.random)
        asked = groups.prefix(2).sorted()
        typed = asked.map { _ in "" }
    }

    /// Takes what was typed for one of the groups asked for.
    mutating func type(_ text: String, at index: Int) {
        if typed.indices.contains(index) { typed[index] = text }
        isWrong = false
    }

    /// Whether what was typed is what the code says; otherwise the person is led to it.
    mutating func isRight(for sheet: RecoverySheet, _ world: inout World) -> Bool {
        let isRight = zip(asked, typed).allSatisfy { index, typed in
            RecoveryCodeText(typed).groups == [sheet.groups[index]]
        }
        isWrong = !isRight
        if isWrong { world.perform(.focus("group-0")) }
        return isRight
    }
}
