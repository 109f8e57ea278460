import Synchronization

/// Whose pages the commit that is under way changes: between the writer, which notes them, and the ``PageCache``.
final class PageChanges: Sendable {
    private let pages: PageCache
    private let state = Mutex((scopes: [PageCache.Scope](), isHeld: false))

    init(of pages: PageCache) {
        self.pages = pages
    }

    /// Notes what a transaction has changed.
    func note(_ scopes: [PageCache.Scope]) {
        state.withLock { $0.scopes += scopes }
    }

    /// Holds back the pages of all that was noted: the commit is about to happen.
    func holdBack() {
        state.withLock { state in
            pages.holdBack(state.scopes)
            state.isHeld = true
        }
    }

    /// Lets go of them: the commit has happened or failed.
    func letGo() {
        state.withLock { state in
            if state.isHeld { pages.letGo(state.scopes) }
            state = (scopes: [], isHeld: false)
        }
    }
}
