import Bytes
import Synchronization
import Wire

/// How many bytes requests and answers that are under way hold, by whose they are: so many for one account, so many to one address,
/// so many in all.
///
/// Whoever asks for much on many connections and reads nothing is refused, with `busy`, before the memory is taken. What an account
/// or an address has alone under way is never refused for its size.
final class MemoryBudget: Sendable {
    /// What one request and its answer hold. It is given back with the last reference, whatever became of them: the answer was taken,
    /// its client is gone, or it was never made.
    final class Share: Sendable {
        private let budget: MemoryBudget
        fileprivate let account: Identifier?
        fileprivate let address: String
        private let bytes = Mutex(0)

        fileprivate init(_ budget: MemoryBudget, account: Identifier?, address: String) {
            self.budget = budget
            self.account = account
            self.address = address
        }

        deinit {
            budget.move(self, from: bytes.withLock { $0 }, to: 0)
        }

        /// Whether it counts at all.
        var isCounted: Bool { bytes.withLock { $0 > 0 } }

        /// Holds `bytes` from now on, in place of what it held.
        ///
        /// - Throws: `busy` when there is no room for more; then it holds what it held.
        func hold(_ count: Int) throws(WireError) {
            let counted = count > MemoryBudget.small ? count : 0
            let isHeld = bytes.withLock { bytes in
                guard counted != bytes else { return true }
                guard budget.move(self, from: bytes, to: counted) else { return false }
                bytes = counted
                return true
            }
            if !isHeld { throw WireError(.busy, retryAfter: MemoryBudget.wait) }
        }
    }

    private struct State {
        var accounts: [Identifier: Int] = [:]
        var addresses: [String: Int] = [:]
        var total = 0
    }

    /// What is no larger doesn't count: how many connections there may be limits it, and nobody is kept from signing in by others who
    /// ask for much.
    static let small = 16 * 1024
    /// After how many seconds it is worth trying again: most answers are taken at once.
    private static let wait: Int64 = 2

    private let perAccount: Int
    private let perAddress: Int
    private let total: Int
    private let state = Mutex(State())
    /// ``State/total``, to be looked at without waiting.
    private let inAll = Atomic(0)

    /// - Parameter total: how many bytes may be held in all; one account has at most a quarter of it, one address half.
    init(total: Int) {
        self.total = total
        perAccount = min(Limits.accountHeldBytes, total / 4)
        perAddress = min(Limits.addressHeldBytes, total / 2)
    }

    /// How many bytes are held.
    var held: Int { inAll.load(ordering: .relaxed) }

    /// Whether so little is held that nobody can be near what they may hold, whoever asks.
    var isRoomy: Bool { held < perAccount / 2 }

    /// A share that holds nothing yet.
    func share(account: Identifier?, address: String) -> Share {
        Share(self, account: account, address: address)
    }

    /// Counts for a share what it holds now; false when it is more than there is room for.
    @discardableResult
    private func move(_ share: Share, from old: Int, to new: Int) -> Bool {
        let more = new - old
        if more == 0 { return true }
        return state.withLock { state in
            let ofAccount = share.account.map { state.accounts[$0] ?? 0 } ?? 0
            let ofAddress = state.addresses[share.address] ?? 0
            if more > 0 {
                for (held, limit) in [(ofAccount, perAccount), (ofAddress, perAddress), (state.total, total)]
                where held > old && held + more > limit { return false }
            }
            if let account = share.account {
                state.accounts[account] = ofAccount + more == 0 ? nil : ofAccount + more
            }
            state.addresses[share.address] = ofAddress + more == 0 ? nil : ofAddress + more
            state.total += more
            inAll.store(state.total, ordering: .relaxed)
            return true
        }
    }
}
