import Wire

/// The app lock as an open page knows it. Its keys are the shim's.
public struct AppLock {
    /// Whether it is on.
    public var isOn = false
    /// Whether its code is the passphrase.
    public var isByPassphrase = false
    /// Whether a passkey opens it too.
    public var hasPasskey = false
    /// Since when the page is not in front, in milliseconds since 1970; nil while it is.
    private var hiddenSince: Double?
    /// Whether the shim has been asked to put the keys away.
    private var isClosing = false

    /// How long the page may be out of sight before the code is asked for again, in milliseconds: long enough to look something up
    /// or answer a call's first question, too short for a phone to change hands and be read.
    static let grace = 60_000.0

    /// A lock that is off.
    public init() {}

    /// A code of its own has been put on it, or it has been taken off.
    public mutating func turn(isOn: Bool) {
        self.isOn = isOn
        isByPassphrase = false
        hasPasskey = hasPasskey && isOn
    }

    /// A passkey opens it from now on, or no more. A device that had no lock gets one with it, whose code is the passphrase.
    public mutating func turnPasskey(isOn: Bool) {
        if isOn, !self.isOn { isByPassphrase = true }
        self.isOn = self.isOn || isOn
        hasPasskey = isOn
    }

    /// Whether what stands on the page is not to be seen: a picture of it would stay in the list of open apps.
    public func isCurtained(_ world: World) -> Bool { isOn && (!world.isVisible || isClosing) }

    /// Follows the page's coming to the front and leaving it.
    ///
    /// - Returns: Whether the page has been out of sight for so long that it is to be locked now, by ``close(_:)``. One that the
    ///   system had put to sleep finds out when it wakes.
    public mutating func follow(_ world: inout World) -> Bool {
        guard isOn else { return false }
        guard world.isVisible else {
            hiddenSince = world.now
            world.perform(.timer(.lock, after: Self.grace))
            return false
        }
        world.perform(.timer(.lock, after: nil))
        defer { hiddenSince = nil }
        return isDue(world)
    }

    /// Whether the page has been out of sight for so long that it is to be locked, and isn't being locked yet.
    public func isDue(_ world: World) -> Bool {
        guard let hiddenSince else { return false }
        return !isClosing && world.now - hiddenSince >= Self.grace
    }

    /// Has the shim put the keys away. What is to be kept of the page must be asked for before.
    public mutating func close(_ world: inout World) {
        isClosing = true
        world.perform(.live(isOpen: false))
        world.perform(.lockNow) { .unlock(.locked($0)) }
    }

    /// The shim has answered.
    ///
    /// - Returns: Whether the keys are put away. Otherwise nothing is locked on this device any more: another tab has turned it
    ///   off.
    public mutating func closed(_ outcome: Outcome<Completion>) -> Bool {
        isClosing = false
        if !outcome.isSuccess { isOn = false }
        return outcome.isSuccess
    }
}
