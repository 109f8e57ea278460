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
}
