import AsyncHTTPClient
import NIOCore
import NIOPosix
import RelayTestSupport
import Testing
import Wire

@testable import Relay

/// Somebody who takes more than their share of connections and of the disk.
@Suite struct CrowdTests {
    private func connect(_ world: RelayWorld) async throws -> any Channel {
        try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup).connect(
            host: "127.0.0.1", port: world.port
        )
        .get()
    }

    @Test func heldConnectionsKeepNobodyOut() async throws {
        try await withRelay(configure: { $0.connectionsPerAddress = 8 }) { world in
            var held: [any Channel] = []
            for index in 0..<40 {
                let channel = try await connect(world)
                if index.isMultiple(of: 2) {
                    try? await channel.writeAndFlush(ByteBuffer(string: "GET /health HTTP/1.1\r\nHo")).get()
                }
                held.append(channel)
            }
            let (_, browser) = try await world.join("ada")
            #expect(try await browser.send(.account).status == 200)
            #expect(try await eventually { held.filter(\.isActive).count < 8 })
            for channel in held { try? await channel.close() }
        }
    }

    @Test func whatIsUnderWayIsNotEndedForANewcomer() async throws {
        try await withRelay(configure: { $0.connectionsPerAddress = 4 }) { world in
            let (_, browser) = try await world.join("ada")
            let response = try await world.http.execute(
                browser.request("GET", Route.live.path), deadline: .distantFuture)
            var events = response.body.makeAsyncIterator()
            #expect(try await events.next() != nil)
            var held: [any Channel] = []
            for _ in 0..<12 { held.append(try await connect(world)) }
            #expect(try await eventually { held.filter(\.isActive).count == 3 })
            for channel in held { try? await channel.close() }
            let space = CreateSpaceRequest(id: Fresh.identifier(), key: Fresh.bytes(KeyLength.wrapped))
            #expect(try await eventually { (try? await browser.call(.createSpace, space)) != nil })
            #expect(try await events.next() != nil)
        }
    }

    @Test func oneAddressSendsSoMuchAnHour() throws {
        let traffic = Traffic(limit: 100, window: 1000)
        try traffic.count(60, from: "a", now: 0)
        #expect(throws: WireError(.quotaFull, retryAfter: 1)) { try traffic.count(41, from: "a", now: 500) }
        try traffic.count(40, from: "a", now: 500)
        try traffic.count(100, from: "b", now: 500)
        try traffic.count(100, from: "a", now: 1000)
        traffic.sweep(now: 5000)
    }

    @Test func whatIsUnderWayIsCountedByWhoseItIs() throws {
        let budget = MemoryBudget(total: 400_000)
        let (ada, ben) = (Fresh.identifier(), Fresh.identifier())
        let refusal = WireError(.busy, retryAfter: 2)
        var first: MemoryBudget.Share? = budget.share(account: ada, address: "a")
        try first?.hold(60_000)
        let second = budget.share(account: ada, address: "b")
        #expect(throws: refusal) { try second.hold(40_001) }
        #expect(budget.held == 60_000)
        try second.hold(40_000)
        // What is small is never refused, and counts for nobody.
        let small = budget.share(account: ada, address: "a")
        try small.hold(MemoryBudget.small)
        #expect(!small.isCounted && budget.held == 100_000)
        // Another account at the same address has a share of its own, until the address has none left.
        let bens = budget.share(account: ben, address: "a")
        try bens.hold(100_000)
        let stranger = budget.share(account: nil, address: "a")
        #expect(throws: refusal) { try stranger.hold(40_001) }
        try stranger.hold(40_000)
        // It may hold less, and then others more; what is let go holds nothing.
        try stranger.hold(20_000)
        #expect(budget.held == 220_000)
        first = nil
        #expect(budget.held == 160_000)
        try second.hold(100_000)
        // In all there is no more than there is, wherever it comes from.
        let shares = (0..<3).map { budget.share(account: Fresh.identifier(), address: "c\($0)") }
        try shares[0].hold(100_000)
        #expect(throws: refusal) { try shares[1].hold(80_001) }
        // Alone, anything goes: nobody is shut out from what is larger than a share.
        let alone = MemoryBudget(total: 100_000).share(account: ada, address: "a")
        try alone.hold(1_000_000)
        try alone.hold(2_000_000)
        withExtendedLifetime((second, bens, stranger, shares)) {}
    }

    /// A connection that asks and doesn't read.
    private func ask(_ request: String, _ world: RelayWorld) async throws -> any Channel {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .channelOption(.autoRead, value: false)
            // The network takes in no more than it must.
            .channelOption(.socketOption(.so_rcvbuf), value: 65_536)
            .connect(host: "127.0.0.1", port: world.port).get()
        try await channel.writeAndFlush(ByteBuffer(string: request)).get()
        return channel
    }

    /// Whether what asks is refused in the end. It may come between those that hold, so that one of them is refused in its place:
    /// then one more holds.
    private func isRefused(
        holding held: inout [any Channel], _ request: String, _ world: RelayWorld, asking: () async throws -> Int
    ) async throws -> Bool {
        try await eventually {
            if try await asking() == 503 { return true }
            held.append(try await ask(request, world))
            return false
        }
    }

    @Test func answersThatNobodyTakesAreRefused() async throws {
        let mebibyte = 1024 * 1024
        try await withRelay(configure: { $0.heldBytes = 64 * mebibyte }) { world in
            let couple = try await world.couple()
            let space = couple.space
            for _ in 0..<2 {
                let envelopes = try (0..<60).map { _ in
                    try couple.ada.envelope(in: space, seal: Fresh.identifier(), padded: 63_488)
                }
                try await couple.adas.append(envelopes, to: space)
            }
            #expect(try await couple.adas.sealed(space).envelopes.count == 120)
            let cookie = try #require(couple.adas.cookie)
            let route = Route.sealed(space: space)
            let request = "GET \(route.path) HTTP/1.1\r\nHost: x\r\nCookie: \(cookie)\r\n\r\n"
            var held: [any Channel] = []
            for _ in 0..<8 { held.append(try await ask(request, world)) }
            #expect(try await isRefused(holding: &held, request, world) { try await couple.adas.send(route).status })
            let refusal = try await couple.adas.send(route)
            #expect(try refusal.error().name == .busy && refusal.headers["Retry-After"] == ["2"])
            // It is the account's own matter: the other reads on, and so does whoever asks for little.
            #expect(try await couple.bens.sealed(space).waiting.count == 120)
            #expect(try await couple.adas.send(.account).status == 200)
            for channel in held { try? await channel.close() }
            #expect(try await eventually { try await couple.adas.send(route).status == 200 })
            #expect(try await couple.adas.sealed(space).envelopes.count == 120)
        }
    }

    @Test func pagesThatNobodyTakesAreCounted() async throws {
        try await withRelay(configure: { $0.heldBytes = 400_000 }) { world in
            let (ada, browser) = try await world.join("ada")
            let space = ada.privateSpace.id
            try await browser.append([try ada.envelope(in: space, padded: 63_488)], to: space)
            let route = Route.read(space: space, after: 0)
            // From the second time on such a page comes from memory, and isn't counted before it is written.
            for _ in 0..<3 { #expect(try await browser.send(route).status == 200) }
            let cookie = try #require(browser.cookie)
            let read = "GET \(route.path) HTTP/1.1\r\nHost: x\r\nCookie: \(cookie)\r\n\r\n"
            let channel = try await ask(String(repeating: read, count: 300), world)
            #expect(try await eventually { try await browser.send(route).status == 503 })
            #expect(try await browser.send(.account).status == 200)
            try? await channel.close()
            #expect(try await eventually { try await browser.send(route).status == 200 })
        }
    }

    @Test func batchesThatNeverEndAreRefused() async throws {
        try await withRelay(configure: { $0.heldBytes = 64 * 1024 * 1024 }) { world in
            let (ada, browser) = try await world.join("ada")
            let route = Route.append(space: ada.privateSpace.id)
            let cookie = try #require(browser.cookie)
            let lines = [
                "POST \(route.path) HTTP/1.1", "Host: x", "Cookie: \(cookie)",
                "\(Route.pageHeader): \(Route.pageHeaderValue)", "Content-Length: \(Limits.batchBytes)",
            ]
            let request = lines.map { $0 + "\r\n" }.joined() + "\r\n\u{1}"
            var held: [any Channel] = []
            for _ in 0..<5 { held.append(try await ask(request, world)) }
            let large = try Batch((0..<2).map { _ in try ada.envelope(in: ada.privateSpace.id, padded: 63_488) }).bytes
            #expect(
                try await isRefused(holding: &held, request, world) {
                    try await browser.send(route, body: large).status
                })
            for channel in held { try? await channel.close() }
            #expect(try await eventually { try await browser.send(route, body: large).status == 200 })
        }
    }

    @Test func whoAsksOnWithoutReadingWaits() async throws {
        try await withRelay { world in
            let (ada, browser) = try await world.join("ada")
            let space = ada.privateSpace.id
            for _ in 0..<2 {
                try await browser.append((0..<10).map { _ in try ada.envelope(in: space, padded: 63_488) }, to: space)
            }
            let cookie = try #require(browser.cookie)
            let read = "GET \(Route.read(space: space, after: 0).path) HTTP/1.1\r\nHost: x\r\nCookie: \(cookie)\r\n"
            let count = 40
            func answered() -> Int {
                world.log.all.count { $0.contains("request") && $0.contains("read") }
            }
            let requests =
                String(repeating: read + "\r\n", count: count - 1) + read + "Connection: close\r\n\r\n"
            let channel = try await ask(requests, world)
            #expect(try await eventually { answered() > 0 })
            var last = 0
            // Until it goes on no more: what the network takes in by itself has been answered.
            while last != answered() {
                last = answered()
                try await Task.sleep(for: .milliseconds(500))
            }
            #expect((1..<count / 2).contains(answered()), "\(answered())")
            try await channel.setOption(.autoRead, value: true).get()
            #expect(try await eventually { answered() == count })
            try? await channel.close()
        }
    }
}
