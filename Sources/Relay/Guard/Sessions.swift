import Bytes
import JSON
import RelayStore
import StoreRules
import Synchronization
import Wire

/// Knows who is signed in without asking the store each time.
final class Sessions: Sendable {
    /// A session token: 32 random bytes, which only its owner's cookie holds.
    struct Token: Sendable {
        let bytes: [UInt8]
        let text: String
        let hash: SecretHash

        init(bytes: [UInt8]) {
            self.bytes = bytes
            text = Base64URL.encode(bytes)
            hash = SecretHash(hashing: bytes)
        }

        init?(text: String) {
            guard text.utf8.count == 43, let bytes = Base64URL.decode(text) else { return nil }
            self.init(bytes: bytes)
        }
    }

    /// Who makes a request, by which session.
    struct Visitor: Sendable {
        let account: Identifier
        let token: Token
        /// Whether the use of the session was noted just now, so that its cookie must be renewed.
        let isRenewed: Bool
    }

    private struct State {
        var known: [SecretHash: Session] = [:]
        /// Grows whenever sessions end, so that one that was read before is not remembered after.
        var endings = 0
    }

    /// How long a use of a session may go unrecorded, in milliseconds.
    private static let recordInterval: Int64 = 60 * 60 * 1000
    /// Beyond this many, all are forgotten and read again.
    private static let largestCount = 100_000

    private let store: any RelayStore
    private let state = Mutex(State())

    init(store: any RelayStore) {
        self.store = store
    }

    /// Whose session `token` is, or nil when it has ended or never was.
    func visitor(_ token: Token, now: Int64) async throws(StoreError) -> Visitor? {
        if let visitor = known(token, now: now) { return visitor }
        guard let session = try await session(token.hash, now: now) else { return nil }
        guard now - session.lastUse >= Self.recordInterval else {
            return Visitor(account: session.account, token: token, isRenewed: false)
        }
        // A use that can't be recorded, on a disk that is full to the last, must not keep anybody out.
        guard (try? await store.useSession(token.hash, now: now)) != nil else {
            return Visitor(account: session.account, token: token, isRenewed: false)
        }
        state.withLock { state in
            if state.known[token.hash] != nil {
                state.known[token.hash] = Session(account: session.account, made: session.made, lastUse: now)
            }
        }
        return Visitor(account: session.account, token: token, isRenewed: true)
    }

    /// Whose session `token` is, as far as that is known without asking the store or telling it anything.
    func known(_ token: Token, now: Int64) -> Visitor? {
        guard let session = state.withLock({ $0.known[token.hash] }), now - session.lastUse < Self.recordInterval,
            !session.hasEnded(by: now)
        else { return nil }
        return Visitor(account: session.account, token: token, isRenewed: false)
    }

    private func session(_ hash: SecretHash, now: Int64) async throws(StoreError) -> Session? {
        let (known, endings) = state.withLock { ($0.known[hash], $0.endings) }
        if let known { return known.hasEnded(by: now) ? nil : known }
        guard let session = try await store.session(hash, now: now) else { return nil }
        state.withLock { state in
            guard state.endings == endings else { return }
            if state.known.count >= Self.largestCount { state.known.removeAll() }
            state.known[hash] = session
        }
        return session
    }

    /// Forgets a session that has ended.
    func forget(_ token: Token) {
        state.withLock { state in
            state.endings += 1
            state.known[token.hash] = nil
        }
    }

    /// Forgets all sessions of an account, which may have ended.
    func forget(account: Identifier) {
        state.withLock { state in
            state.endings += 1
            state.known = state.known.filter { $0.value.account != account }
        }
    }
}
