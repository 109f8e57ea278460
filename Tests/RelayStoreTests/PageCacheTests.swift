import Bytes
import RelayTestSupport
import Testing
import Wire

@testable import RelayStore

@Suite struct PageCacheTests {
    let cache = PageCache()
    let ada = Fresh.identifier()
    let ben = Fresh.identifier()
    let space = Fresh.identifier()

    private func keep(_ page: [UInt8], in space: Identifier, after: Int64 = 0) {
        cache.keep(page, after: after, account: ada, cache.ticket(for: space))
    }

    @Test func pagesAreForWhoHasReadThemFromTheDatabase() {
        cache.keep([1], after: 7, account: ada, cache.ticket(for: space))
        #expect(cache.page(space: space, after: 7, account: ada) == [1])
        #expect(cache.page(space: space, after: 8, account: ada) == nil)
        #expect(cache.page(space: space, after: 7, account: ben) == nil)
        #expect(cache.page(space: ben, after: 7, account: ada) == nil)
    }

    @Test(arguments: [true, false]) func changeForgetsThePagesOfItsSpaces(_ isEverything: Bool) {
        let other = Fresh.identifier()
        keep([1], in: space)
        keep([2], in: other)
        let scopes: [PageCache.Scope] = isEverything ? [.everything] : [.nothing, .space(space)]
        cache.holdBack(scopes)
        #expect(cache.page(space: space, after: 0, account: ada) == nil)
        #expect((cache.page(space: other, after: 0, account: ada) == nil) == isEverything)
        cache.letGo(scopes)
        #expect(cache.page(space: space, after: 0, account: ada) == nil)
        keep([3], in: space)
        #expect(cache.page(space: space, after: 0, account: ada) == [3])
    }

    @Test func whatMayHaveBeenReadBeforeAChangeIsNotKept() {
        let before = cache.ticket(for: space)
        cache.holdBack([.space(space)])
        let during = cache.ticket(for: space)
        for ticket in [before, during] { cache.keep([1], after: 0, account: ada, ticket) }
        #expect(cache.page(space: space, after: 0, account: ada) == nil)
        cache.letGo([.space(space)])
        for ticket in [before, during] { cache.keep([1], after: 0, account: ada, ticket) }
        #expect(cache.page(space: space, after: 0, account: ada) == nil)
        keep([2], in: space)
        #expect(cache.page(space: space, after: 0, account: ada) == [2])
    }

    @Test func sizeIsBounded() {
        let page = [UInt8](repeating: 1, count: 60_000)
        var largest = 0
        let spaces = (0..<400).map { _ in Fresh.identifier() }
        for (index, space) in spaces.enumerated() {
            keep(page, in: space, after: Int64(index % 3))
            let kept = spaces.enumerated().filter {
                cache.page(space: $0.element, after: Int64($0.offset % 3), account: ada) != nil
            }
            largest = max(largest, kept.count)
        }
        #expect((100...140).contains(largest))
        keep([UInt8](repeating: 1, count: 70_000), in: space)
        #expect(cache.page(space: space, after: 0, account: ada) == nil)
    }

    @Test func forgottenPagesMakeRoom() {
        let page = [UInt8](repeating: 1, count: 60_000)
        let other = Fresh.identifier()
        keep([2], in: other)
        // More than all that may be kept, but never at one time; each kept twice, which counts once.
        for after in 0..<Int64(400) {
            keep(page, in: space, after: after % 50)
            keep(page, in: space, after: after % 50)
            if after % 50 == 49 {
                cache.holdBack([.space(space)])
                cache.letGo([.space(space)])
            }
        }
        #expect(cache.page(space: other, after: 0, account: ada) == [2])
    }
}
