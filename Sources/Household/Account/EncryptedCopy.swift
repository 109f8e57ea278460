import Wire

// An encrypted copy of everything, under a passphrase of its own: docs/protocol.md says how it is made.

/// What came of opening a copy with the right passphrase, or why none can open it.
public enum OpenedCopy: Equatable, Sendable {
    /// What stands in it.
    case content([UInt8])
    /// It can't be opened.
    case flawed(Flaw)

    /// What is wrong with a file, by the names that the shim has for it.
    public enum Flaw: String, CaseIterable, Sendable {
        /// Its end is missing.
        case cut
        /// Something in it is no longer as it was saved.
        case changed
        /// A newer Hearth made it.
        case tooNew
    }
}

extension Request where Answer == [UInt8] {
    /// A copy, encrypted.
    static func sealCopy(_ content: [UInt8], passphrase: String) -> Request {
        Request(.sealCopy(content, passphrase: passphrase)) { (response) throws(Obstacle) in
            try response.needBytes("file")
        }
    }
}

extension Request where Answer == OpenedCopy {
    /// What stands in a copy; fails with ``EffectFailure/wrongPassphrase``.
    static func openCopy(_ file: [UInt8], passphrase: String) -> Request {
        Request(.openCopy(file, passphrase: passphrase)) { (response) throws(Obstacle) in
            if let flaw = response.text("flaw") { return .flawed(OpenedCopy.Flaw(rawValue: flaw) ?? .changed) }
            return .content(try response.needBytes("content"))
        }
    }
}

/// Choosing a passphrase for a copy, and having it made.
public struct CopyMaking: Sendable {
    /// What a person can do.
    public enum Action: Equatable, Sendable { case phrase(PassphraseField.Action), given }

    /// The passphrase as it is typed.
    public private(set) var field = PassphraseField(choosing: "copy-passphrase")
    /// Whether the copy is being made.
    public private(set) var isBusy = false
    /// What keeps it from being made.
    public private(set) var obstacle: Obstacle?

    /// Nothing typed yet; the person is led to the field.
    public init(_ world: inout World) { world.perform(.focus(field.id)) }

    /// Does what the person wants.
    ///
    /// - Parameter content: what the copy is to hold; of no use before it is to be made.
    public mutating func update(
        _ action: Action, _ occurrence: Occurrence, _ home: Home, _ world: inout World, content: [UInt8]
    ) {
        switch action {
        case .phrase(let action): field.update(action, occurrence, names: [home.account.name, home.ownName])
        case .given:
            if isBusy || !field.isAccepted(&world) { return }
            isBusy = true
            obstacle = nil
            world.perform(.sealCopy(content, passphrase: field.plain)) { .copySealed($0) }
        }
    }

    /// Takes the answer in.
    ///
    /// - Returns: The copy; nil when there is none.
    public mutating func receive(_ outcome: Outcome<[UInt8]>) -> [UInt8]? {
        isBusy = false
        obstacle = outcome.obstacle
        return try? outcome.get()
    }
}

/// Opening a copy that somebody brings in.
public struct CopyOpening: Sendable {
    /// What a person can do.
    public enum Action: Equatable, Sendable { case phrase(PassphraseField.Action), given }

    /// The passphrase as it is typed.
    public private(set) var field = PassphraseField()
    /// Whether it is being tried.
    public private(set) var isBusy = false
    /// What keeps it from being tried.
    public private(set) var obstacle: Obstacle?
    private let file: [UInt8]

    /// A copy that waits for its passphrase.
    public init(_ file: [UInt8]) { self.file = file }

    /// Whether a file says that it is a copy.
    public static func isCopy(_ file: [UInt8]) -> Bool { file.starts(with: #"{"hearth":"copy""#.utf8) }

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ world: inout World) {
        switch action {
        case .phrase(let action): field.update(action, occurrence)
        case .given:
            if isBusy || !field.isAccepted(&world) { return }
            isBusy = true
            obstacle = nil
            attempt(&world)
        }
    }

    private func attempt(_ world: inout World) {
        world.perform(.openCopy(file, passphrase: field.given)) { .copyOpened($0) }
    }

    /// Takes the answer in.
    ///
    /// - Returns: What came of it; nil while nothing has.
    public mutating func receive(_ outcome: Outcome<OpenedCopy>, _ world: inout World) -> OpenedCopy? {
        if outcome.obstacle == .device(.wrongPassphrase), field.goesOn() {
            attempt(&world)
            return nil
        }
        isBusy = false
        switch outcome.obstacle {
        case nil: return try? outcome.get()
        case .device(.wrongPassphrase): field.refuse(.wrong, &world)
        case let found?: obstacle = found
        }
        return nil
    }
}
