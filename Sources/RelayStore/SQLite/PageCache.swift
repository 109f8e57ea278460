import Bytes
import Synchronization

/// Keeps the bytes of pages that were read lately, so that whoever reads one again need not wait for the database.
///
/// What a page shows changes only by a commit of the writer, and so does who may read it. The writer *holds back* the spaces of a
/// commit before it happens and *lets go* of them after it, before anybody hears of it:
/// - Holding back forgets the space's pages. Until it lets go nothing is kept for the space, so reads go to the database, which shows
///   either all of the commit or nothing of it.
/// - A read that began before or during the commit may have seen the space as it was. Its ``Ticket`` has run out by then, so what it
///   saw is not kept.
///
/// So a page from here is always what the database would answer at that moment. All members of a space read the same pages: what is
/// sealed from some of them has no number yet and is in no page. A page goes only to those who have read one of the space's pages
/// from the database. Nobody ceases to be a member but by deleting the account, and that forgets everything.
final class PageCache: Sendable {
    /// Whose pages a change may change.
    enum Scope: Sendable {
        /// Nobody's.
        case nothing
        /// Those of this space.
        case space(Identifier)
        /// Any.
        case everything
    }

    /// The right to keep what is read from now on.
    struct Ticket: Sendable {
        fileprivate let space: Identifier
        fileprivate let version: Int
    }

    private struct Kept {
        var readers: Set<Identifier> = []
        var pages: [Int64: [UInt8]] = [:]
        var byteCount = 0
    }

    /// What has happened to the spaces that share a stripe. Counting each space alone would need memory for every space there is.
    private struct Stripe {
        /// Grows whenever a change begins and ends.
        var version = 0
        /// How many changes are under way.
        var held = 0
    }

    private struct State {
        var spaces: [Identifier: Kept] = [:]
        var byteCount = 0
        var stripes = [Stripe](repeating: Stripe(), count: PageCache.stripeCount)
    }

    /// Larger pages are read once, by a device that catches up.
    private static let largestPage = 64 * 1024
    /// Beyond this many bytes, all are forgotten and read again.
    private static let largestSize = 8 * 1024 * 1024
    /// What a page needs besides its bytes, roughly.
    private static let overhead = 256
    private static let stripeCount = 256

    private let state = Mutex(State())

    /// The page after `after`, if it is here and `account` may read it.
    func page(space: Identifier, after: Int64, account: Identifier) -> [UInt8]? {
        state.withLock { state in
            guard let kept = state.spaces[space], kept.readers.contains(account) else { return nil }
            return kept.pages[after]
        }
    }

    /// To be taken before a page is read from the database.
    func ticket(for space: Identifier) -> Ticket {
        state.withLock { Ticket(space: space, version: $0.stripes[Self.stripe(of: space)].version) }
    }

    /// Keeps a page that `account` has read, unless its space may have changed since the ticket was taken.
    func keep(_ page: [UInt8], after: Int64, account: Identifier, _ ticket: Ticket) {
        guard page.count <= Self.largestPage else { return }
        state.withLock { state in
            let stripe = state.stripes[Self.stripe(of: ticket.space)]
            guard stripe.held == 0, stripe.version == ticket.version else { return }
            if state.byteCount >= Self.largestSize {
                state.spaces.removeAll()
                state.byteCount = 0
            }
            var kept = state.spaces.removeValue(forKey: ticket.space) ?? Kept()
            kept.readers.insert(account)
            guard kept.pages.updateValue(page, forKey: after) == nil else {
                state.spaces[ticket.space] = kept
                return
            }
            let size = page.count + Self.overhead
            kept.byteCount += size
            state.byteCount += size
            state.spaces[ticket.space] = kept
        }
    }

    /// Forgets the pages of these scopes and keeps none of them until they are let go.
    func holdBack(_ scopes: [Scope]) {
        state.withLock { state in
            for scope in scopes {
                switch scope {
                case .nothing: continue
                case .space(let space):
                    state.byteCount -= state.spaces.removeValue(forKey: space)?.byteCount ?? 0
                case .everything:
                    state.spaces.removeAll()
                    state.byteCount = 0
                }
                for stripe in Self.stripes(of: scope) {
                    state.stripes[stripe].version += 1
                    state.stripes[stripe].held += 1
                }
            }
        }
    }

    /// Ends what ``holdBack(_:)`` began, whether the change happened or not.
    func letGo(_ scopes: [Scope]) {
        state.withLock { state in
            for scope in scopes {
                for stripe in Self.stripes(of: scope) {
                    state.stripes[stripe].version += 1
                    state.stripes[stripe].held -= 1
                }
            }
        }
    }

    private static func stripe(of space: Identifier) -> Int {
        // The hash is seeded anew by each process, so nobody can choose ids that share a stripe.
        space.hashValue & (stripeCount - 1)
    }

    private static func stripes(of scope: Scope) -> Range<Int> {
        switch scope {
        case .nothing: return 0..<0
        case .space(let space):
            let stripe = stripe(of: space)
            return stripe..<stripe + 1
        case .everything: return 0..<stripeCount
        }
    }
}
