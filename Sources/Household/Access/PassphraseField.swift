/// A passphrase as it is typed: the one that somebody has, or one that is being chosen.
public struct PassphraseField: Equatable, Sendable {
    /// What a person can do with it.
    public enum Action: Equatable, Sendable { case typed, shown }

    /// Why it is refused: there is none; it isn't the person's; it is too easy to guess; it is the one that it should replace.
    public enum Flaw: Equatable, Sendable { case missing, wrong, weak, same }

    /// What the field is called on the page.
    public let id: String
    /// What is typed.
    public private(set) var text = ""
    /// Whether it can be read on the screen.
    public private(set) var isShown = false
    /// How hard it is to guess, where one is chosen.
    public private(set) var strength: PassphraseStrength?
    /// Why it is refused; nil while it isn't.
    public internal(set) var flaw: Flaw?

    /// For the passphrase that somebody has.
    public init() { id = "passphrase" }

    /// For a passphrase that is being chosen.
    public init(choosing id: String) {
        self.id = id
        strength = PassphraseStrength("")
    }

    /// Does what the person wants.
    ///
    /// - Parameter names: what a passphrase that is being chosen should not be made of.
    mutating func update(_ action: Action, _ occurrence: Occurrence, names: [String] = []) {
        switch action {
        case .typed:
            text = occurrence.text
            flaw = nil
            weigh(names)
        case .shown: isShown.toggle()
        }
    }

    /// Weighs again how hard it is to guess for whoever knows the names.
    mutating func weigh(_ names: [String]) {
        if strength != nil { strength = PassphraseStrength(text, names: names) }
    }

    /// No longer shows it.
    mutating func hide() { isShown = false }

    /// Whether it can be sent as it is; otherwise it says what is missing.
    mutating func check() -> Bool {
        if let strength { flaw = strength.isEnough ? nil : .weak } else { flaw = text.isEmpty ? .missing : nil }
        return flaw == nil
    }

    /// Whether it can be sent as it is; otherwise the person is led to it.
    mutating func isAccepted(_ world: inout World) -> Bool {
        if check() { return true }
        world.perform(.focus(id))
        return false
    }

    /// Refuses it, and leads the person to it.
    mutating func refuse(_ flaw: Flaw, _ world: inout World) {
        self.flaw = flaw
        world.perform(.focus(id))
    }
}
