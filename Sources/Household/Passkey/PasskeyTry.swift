/// Somebody is asked for their face, their finger or the device's own code, in place of what they would type.
public struct PasskeyTry: Equatable, Sendable {
    /// Whether the device is asking.
    public private(set) var isBusy = false
    /// Why nothing came of it; nil while nothing is wrong.
    public private(set) var obstacle: Obstacle?

    /// Nobody has been asked yet.
    public init() {}

    /// Has the device ask, unless it is asking already.
    mutating func begin<Answer>(
        _ request: Request<Answer>, _ world: inout World, then reply: @escaping (Outcome<Answer>) -> Reply
    ) {
        if isBusy { return }
        isBusy = true
        obstacle = nil
        world.perform(request, then: reply)
    }

    /// Takes the answer in.
    mutating func end<Answer>(_ outcome: Outcome<Answer>) {
        isBusy = false
        obstacle = outcome.obstacle
    }
}

/// What there is to say about a passkey on this device.
public struct PasskeyState: Equatable, Sendable {
    /// Why none can open Hearth here: the browser knows of none that hold keys, the device has no face, finger or code that it could ask
    /// for, or the address is a number and passkeys belong to names.
    public enum Missing: String, Equatable, Sendable { case browser, device, address }

    /// Whether one opens Hearth here.
    public let isOn: Bool
    /// Why none can; nil when one may.
    public let missing: Missing?

    /// What is known of it.
    public init(isOn: Bool, missing: Missing?) {
        self.isOn = isOn
        self.missing = missing
    }
}
