/// A passphrase as it is typed: the one that somebody has, or one that is being chosen.
public struct PassphraseField: Equatable, Sendable {
    /// What a person can do with it.
    public enum Action: Equatable, Sendable { case typed, shown }

    /// Why it is refused: there is none; it isn't the person's; it is too easy to guess; it is the one that it should replace; it is
    /// longer than any.
    public enum Flaw: Equatable, Sendable { case missing, wrong, weak, same, tooLong }

    /// The most Unicode scalars of a passphrase.
    public static let longest = 1000

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

    /// What the secret may have been cut to when it was made, in UTF-16 code units.
    private let cuts: [Int]
    /// Which of the forms is being tried.
    private var form = 0

    /// For the passphrase that somebody has, or where the app lock's code will do as well.
    public init(orLockCode: Bool = false) {
        id = "passphrase"
        cuts = [PassphraseForms.oncePassphrase] + (orLockCode ? [PassphraseForms.onceLockCode] : [])
    }

    /// For a passphrase that is being chosen.
    public init(choosing id: String) {
        self.id = id
        cuts = []
        strength = PassphraseStrength("")
    }

    /// Does what the person wants.
    ///
    /// - Parameter names: what a passphrase that is being chosen should not be made of.
    mutating func update(_ action: Action, _ occurrence: Occurrence, names: [String] = []) {
        switch action {
        case .typed:
            text = occurrence.text
            form = 0
            flaw = nil
            weigh(names)
        case .shown: isShown.toggle()
        }
    }

    /// Weighs again how hard it is to guess for whoever knows the names.
    mutating func weigh(_ names: [String]) {
        if strength != nil { strength = PassphraseStrength(text, names: names) }
    }

    /// What a new passphrase is made of.
    var plain: String { PassphraseForms.plain(text) }

    /// Whether there are signs in it that phones write in other ways: it may have been made with those.
    public var hasSigns: Bool {
        text.unicodeScalars.contains { $0 == "'" || $0 == "\"" || $0 == "-" } || plain != text
    }

    private var forms: [String] { PassphraseForms.all(text, cuts: cuts) }

    /// What is tried of the passphrase that somebody has.
    var given: String { forms[form] }

    /// Goes on to another form of what was typed, after one wasn't the person's.
    ///
    /// - Returns: Whether there is one that was not tried yet; otherwise the next try begins with the first.
    mutating func goesOn() -> Bool {
        form = form + 1 < forms.count ? form + 1 : 0
        return form > 0
    }

    /// No longer shows it.
    mutating func hide() { isShown = false }

    /// Whether it can be sent as it is; otherwise it says what is missing.
    mutating func check() -> Bool {
        if let strength { flaw = strength.isEnough ? nil : .weak } else { flaw = text.isEmpty ? .missing : nil }
        if text.unicodeScalars.count > Self.longest { flaw = .tooLong }
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
