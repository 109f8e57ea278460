import Bytes
import Wire

/// Where somebody is signed in: the sessions of their account, and ending those that aren't theirs.
public struct SignedIn {
    /// What a person can do.
    public enum Action: Equatable, Sendable { case endWanted(Identifier), endOthersWanted }

    /// What is waited for.
    public enum Reply: Equatable, Sendable {
        case listed(Outcome<SessionsAnswer>)
        case ended(Identifier, Outcome<[UInt8]>)
    }

    /// The sessions, the one used last first; nil until the relay has said so.
    public private(set) var sessions: [SessionRecord]?
    /// Those that are being ended, the next one first.
    public private(set) var ending: [Identifier] = []
    /// What is in the way.
    public private(set) var obstacle: Obstacle?

    /// Nothing known yet.
    public init() {}

    /// Those that are on other devices.
    public var others: [SessionRecord] { (sessions ?? []).filter { !$0.isThis } }

    /// Looks who is signed in.
    func enter(_ world: inout World) {
        world.perform(.relay(.sessions, for: SessionsAnswer.self)) { .settings(.signedIn(.listed($0))) }
    }

    mutating func update(_ action: Action, _ world: inout World) {
        guard ending.isEmpty else { return }
        obstacle = nil
        switch action {
        case .endWanted(let session): ending = [session]
        case .endOthersWanted: ending = others.map { $0.id }
        }
        endNext(&world)
    }

    private func endNext(_ world: inout World) {
        guard let session = ending.first else { return }
        world.perform(.relay(.endSession(session))) { .settings(.signedIn(.ended(session, $0))) }
    }

    mutating func receive(_ reply: Reply, _ world: inout World) {
        switch reply {
        case .listed(.success(let answer)): sessions = answer.sessions
        case .ended(let session, let outcome) where outcome.isSuccess || outcome.obstacle?.refusal == .notFound:
            // One that is gone already has ended too.
            sessions?.removeAll { $0.id == session }
            ending.removeAll { $0 == session }
            if ending.isEmpty { world.tell(.sessionsEnded) }
            endNext(&world)
        case .listed(.failure(let obstacle)), .ended(_, .failure(let obstacle)):
            ending = []
            self.obstacle = obstacle
        case .ended(_, .success): break
        }
    }
}
