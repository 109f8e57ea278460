import Wire

/// Why something that needed the relay or this device's keys did not happen.
public enum Obstacle: Error, Equatable, Sendable {
    /// The relay could not be reached.
    case unreachable
    /// The relay refused.
    case refused(WireError)
    /// The shim failed at something.
    case device(EffectFailure)

    /// The relay's name for its refusal; nil when it didn't refuse.
    public var refusal: ErrorName? {
        guard case .refused(let error) = self else { return nil }
        return error.name
    }

    /// Whether the relay may have done what it was asked for, and only its answer was lost.
    var leavesOpen: Bool { self == .unreachable || refusal == .internal }
}

/// How something that was asked for ended.
public typealias Outcome<Answer> = Result<Answer, Obstacle>

extension Result {
    /// Whether it was done.
    public var isSuccess: Bool {
        guard case .success = self else { return false }
        return true
    }
}

extension Result where Failure == Obstacle {
    /// What was in the way; nil when it was done.
    var obstacle: Obstacle? {
        guard case .failure(let obstacle) = self else { return nil }
        return obstacle
    }
}
