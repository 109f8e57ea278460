import AsyncHTTPClient
import NIOCore
import NIOPosix
import RelayTestSupport
import Testing
import Wire

@testable import Relay

@Suite struct LiveTests {
    /// The events of a live stream as they come.
    private struct Events {
        var body: HTTPClientResponse.Body.AsyncIterator
        var text = ""

        init(_ browser: Browser) async throws {
            let response = try await browser.world.http.execute(
                browser.request("GET", Route.live.path), deadline: .distantFuture)
            guard response.status == .ok else {
                throw try WireError(body: Array(try await response.body.collect(upTo: 65_536).readableBytesView))
            }
            #expect(response.headers["Content-Type"] == ["text/event-stream"])
            #expect(response.headers["Cache-Control"] == ["no-store"])
            body = response.body.makeAsyncIterator()
        }

        /// The next block of lines, or nil at the end of the stream.
        mutating func block() async throws -> String? {
            while true {
                if let range = text.range(of: "\n\n") {
                    let block = String(text[..<range.lowerBound])
                    text.removeSubrange(..<range.upperBound)
                    return block
                }
                guard let chunk = try await body.next() else { return nil }
                text += String(buffer: chunk)
            }
        }

        mutating func next() async throws -> LiveEvent? {
            while let block = try await block() {
                if block.hasPrefix(":") { continue }
                let lines = block.split(separator: "\n").map { $0.split(separator: ": ", maxSplits: 1) }
                return LiveEvent(name: String(lines[0][1]), data: lines[1].count > 1 ? String(lines[1][1]) : "")
            }
            return nil
        }
    }

    @Test func eventsSayThatSomethingIsThere() async throws {
        try await withRelay { world in
            let couple = try await world.couple()
            try await couple.adas.append([couple.ada.envelope(in: couple.space)], to: couple.space)
            var events = try await Events(couple.bens)
            let heads = try await [events.next(), events.next()]
            #expect(
                Set(heads)
                    == [.space(couple.space, head: 1), .space(couple.ben.privateSpace.id, head: 0)])
            try await couple.adas.append([couple.ada.envelope(in: couple.space)], to: couple.space)
            #expect(try await events.next() == .space(couple.space, head: 2))
            // Sealed: that it waits, and that it was released.
            let seal = Fresh.identifier()
            try await couple.adas.append([couple.ada.envelope(in: couple.space, seal: seal)], to: couple.space)
            #expect(try await events.next() == .sealed(couple.space))
            try await couple.bens.append([couple.ben.envelope(in: couple.space, seal: seal)], to: couple.space)
            #expect(try await events.next() == .space(couple.space, head: 4))
            #expect(try await events.next() == .sealed(couple.space))
            // Match: only when the intersection grew, so ada's list alone says nothing.
            let topic = Fresh.identifier()
            let tokens = MatchTokens(tokens: (0..<64).map { _ in Fresh.identifier() })
            try await couple.adas.call(.putMatch(space: couple.space, topic: topic), tokens)
            try await couple.bens.call(.putMatch(space: couple.space, topic: topic), tokens)
            #expect(try await events.next() == .match(couple.space, topic: topic))
            try await couple.adas.call(.leave(space: couple.space))
            #expect(try await events.next() == .account)
        }
    }

    @Test func bothOpenItAgainAndOnlyThenIsTheOtherTold() async throws {
        try await withRelay { world in
            let couple = try await world.couple()
            let space = couple.space
            try await couple.bens.call(.leave(space: space))
            var events = try await Events(couple.adas)
            _ = try await [events.next(), events.next()]
            func wish(_ person: Person) throws -> [UInt8] {
                ReopeningWish(opening: 0, statement: try person.envelope(in: space).bytes).body
            }
            #expect(try await couple.bens.send(.wishReopening(space: space), body: try wish(couple.ben)).status == 204)
            let before: ReopeningAnswer = try await couple.adas.get(.reopening(space: space))
            #expect(before.statements.isEmpty)
            #expect(try await couple.bens.send(.withdrawReopening(space: space)).status == 204)
            #expect(try await couple.bens.send(.wishReopening(space: space), body: try wish(couple.ben)).status == 204)
            // What comes first on the other's stream is an entry of their own: nothing was told before.
            try await couple.adas.append(
                [couple.ada.envelope(in: couple.ada.privateSpace.id)], to: couple.ada.privateSpace.id)
            #expect(try await events.next() == .space(couple.ada.privateSpace.id, head: 1))
            #expect(try await couple.adas.send(.wishReopening(space: space), body: try wish(couple.ada)).status == 204)
            #expect(try await events.next() == .account)
            let after: ReopeningAnswer = try await couple.bens.get(.reopening(space: space))
            #expect(after.statements.count == 2)
            try await couple.bens.append([couple.ben.envelope(in: space)], to: space)
        }
    }

    @Test func joiningIsToldToTheInviter() async throws {
        try await withRelay { world in
            let (ada, adas) = try await world.join("ada")
            let (ben, bens) = try await world.join("ben")
            var events = try await Events(adas)
            _ = try await events.next()
            let space = CreateSpaceRequest(id: Fresh.identifier(), key: Fresh.bytes(KeyLength.wrapped))
            try await adas.call(.createSpace, space)
            #expect(try await events.next() == .account)
            let invitation = try ada.invitation()
            try await adas.call(.invite(space: space.id), invitation)
            try await bens.call(.acceptInvitation, ben.acceptance(of: invitation.lookup))
            #expect(try await events.next() == .account)
        }
    }

    @Test func eightStreamsAnAccount() async throws {
        try await withRelay { world in
            let (_, browser) = try await world.join("ada")
            var open: [Events] = []
            for _ in 0..<Limits.streams {
                open.append(try await Events(browser))
            }
            await expectError(.tooManyStreams) { _ = try await Events(browser) }
            // A page that is closed makes room.
            open.removeLast()
            #expect(try await eventually { (try? await Events(browser)) != nil })
            withExtendedLifetime(open) {}
        }
    }

    /// Somebody who makes account after account to hold streams open.
    @Test func fiveHundredAndTwelveStreamsToOneAddress() async throws {
        try await withRelay { world in
            let hub = LiveHub()
            let connect = {
                try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                    .connect(host: "127.0.0.1", port: world.port).get()
            }
            let channel = try await connect()
            for _ in 0..<512 { _ = try hub.open(account: Fresh.identifier(), address: "a", channel: channel) }
            #expect(throws: WireError(.tooManyStreams)) {
                _ = try hub.open(account: Fresh.identifier(), address: "a", channel: channel)
            }
            // It is their own matter: others come in, and at their address, too, as soon as they let go.
            let others = try await connect()
            _ = try hub.open(account: Fresh.identifier(), address: "b", channel: others)
            try await channel.close().get()
            #expect(try await eventually { hub.count == 1 })
            _ = try hub.open(account: Fresh.identifier(), address: "a", channel: others)
            try await others.close().get()
        }
    }

    @Test func commentsKeepTheConnection() async throws {
        try await withRelay(configure: { $0.heartbeat = .milliseconds(50) }) { world in
            let (_, browser) = try await world.join("ada")
            var events = try await Events(browser)
            _ = try await events.block()
            #expect(try await events.block() == ":")
            #expect(try await events.block() == ":")
        }
    }

    @Test func streamEndsWithItsSession() async throws {
        try await withRelay { world in
            let (_, browser) = try await world.join("ada")
            var events = try await Events(browser)
            _ = try await events.next()
            try await browser.call(.signOut)
            #expect(try await events.next() == nil)
        }
    }

    @Test func gracefulStopEndsStreamsAndFinishesRequests() async throws {
        try await withHTTP { http in
            var events: Events?
            var numbers: [Int64] = []
            try await withRelay { world in
                // A client that outlives the relay.
                var world = world
                world.http = http
                let (ada, browser) = try await world.join("ada")
                events = try await Events(browser)
                _ = try await events?.next()
                numbers = try await withThrowingTaskGroup(of: [Int64].self) { group in
                    for _ in 0..<20 {
                        group.addTask {
                            try await browser.append(
                                [ada.envelope(in: ada.privateSpace.id)], to: ada.privateSpace.id)
                        }
                    }
                    return try await group.reduce(into: []) { $0 += $1 }
                }
            }
            // The relay has stopped; what it sent before can still be read, then the stream ends. What is appended at the
            // same time may be told of in any order.
            var heads: [Int64] = []
            while let event = try await events?.next() {
                if case .space(_, let head) = event { heads.append(head) }
            }
            #expect(heads.max() == 20)
            #expect(numbers.sorted() == Array(1...20))
        }
    }
}
