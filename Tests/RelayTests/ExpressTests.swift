import NIOCore
import NIOHTTP1
import RelayStore
import RelayTestSupport
import Testing
import Wire

@testable import Relay

/// Requests that may be answered without a task are answered as all others are.
@Suite struct ExpressTests {
    /// Headers but the time.
    private func headers(_ answer: Browser.Answer) -> [String: String] {
        var headers: [String: String] = [:]
        for (name, value) in answer.headers where name.lowercased() != "date" { headers[name.lowercased()] = value }
        return headers
    }

    @Test func pageReadAgainIsAnsweredAlike() async throws {
        try await withRelay { world in
            let couple = try await world.couple()
            try await couple.adas.append([couple.ada.envelope(in: couple.space)], to: couple.space)
            let route = Route.read(space: couple.space, after: 0)
            let first = try await couple.bens.send(route)
            for browser in [couple.bens, couple.adas, couple.bens] {
                let again = try await browser.send(route)
                #expect(again.status == 200 && again.body == first.body)
                #expect(headers(again) == headers(first))
                #expect(again.headers["Date"].count == 1)
            }
            #expect(headers(first)["cache-control"] == "no-store")
        }
    }

    @Test func appendInOnePieceOrInChunksIsAnsweredAlike() async throws {
        try await withRelay { world in
            let (ada, browser) = try await world.join("ada")
            let space = ada.privateSpace.id
            let batch = try Batch([ada.envelope(in: space), ada.envelope(in: space)]).bytes
            let whole = try await browser.send(.append(space: space), body: batch)
            var request = browser.request("POST", Route.append(space: space).path)
            request.body = .stream([ByteBuffer(bytes: batch)].async, length: .unknown)
            let response = try await world.http.execute(request, timeout: .seconds(60))
            let chunked = Browser.Answer(
                status: Int(response.status.code), headers: response.headers,
                body: Array(try await response.body.collect(upTo: 1000).readableBytesView))
            #expect(whole.status == 200 && chunked.status == 200)
            #expect(whole.body == Array(#"{"numbers":[1,2]}"#.utf8) && chunked.body == whole.body)
            #expect(headers(whole) == headers(chunked))
        }
    }

    @Test func everyChangeShowsInTheNextAnswer() async throws {
        try await withRelay { world in
            let couple = try await world.couple()
            let space = couple.space
            func page() async throws -> EntryPage {
                let pages = try await [
                    couple.adas.read(space), couple.bens.read(space), couple.adas.read(space), couple.bens.read(space),
                ]
                #expect(pages.allSatisfy { $0 == pages[0] })
                return pages[0]
            }
            let open = try [couple.ada.envelope(in: space), couple.ada.envelope(in: space)]
            try await couple.adas.append(open, to: space)
            #expect(try await page().envelopes.count == 2)
            try await couple.adas.call(.erase(space: space, entry: open[0].header.entry))
            #expect(try await page().erased.keys.sorted() == [1])
            let seal = Fresh.identifier()
            let adas = try couple.ada.envelope(in: space, seal: seal)
            try await couple.adas.append([adas], to: space)
            #expect(try await page().head == 2)
            try await couple.bens.append([couple.ben.envelope(in: space, seal: seal)], to: space)
            #expect(try await page().envelopes[3] == adas.bytes)
            try await couple.bens.call(.leave(space: space))
            #expect(try await page().head == 4)
            await expectError(.spaceClosed) {
                try await couple.adas.append([couple.ada.envelope(in: space)], to: space)
            }
            try await couple.bens.call(.deleteAccount, DeleteAccountRequest(secret: couple.ben.secret))
            #expect(try await couple.adas.read(space).erased.keys.sorted() == [1, 4])
        }
    }

    @Test func endedSessionReadsAndAppendsNothing() async throws {
        try await withRelay { world in
            let (ada, browser) = try await world.join("ada")
            let space = ada.privateSpace.id
            try await browser.append([ada.envelope(in: space)], to: space)
            for _ in 0..<2 { _ = try await browser.read(space) }
            let cookie = browser.cookie
            try await browser.call(.signOut)
            browser.cookie = cookie
            await expectError(.notSignedIn) { _ = try await browser.read(space) }
            await expectError(.notSignedIn) { try await browser.append([ada.envelope(in: space)], to: space) }
        }
    }

    @Test func someoneElsesPagesAreNotAtHand() async throws {
        try await withRelay { world in
            let (ada, browser) = try await world.join("ada")
            let (eve, eves) = try await world.join("eve")
            let space = ada.privateSpace.id
            try await browser.append([ada.envelope(in: space)], to: space)
            for _ in 0..<2 { _ = try await browser.read(space) }
            await expectError(.notAMember) { _ = try await eves.read(space) }
            await expectError(.notAMember) { try await eves.append([eve.envelope(in: space)], to: space) }
        }
    }

    @Test func aBatchOfAnotherTypeIsRefused() async throws {
        try await withRelay { world in
            let (ada, browser) = try await world.join("ada")
            let space = ada.privateSpace.id
            let path = Route.append(space: space).path
            let batch = { try Batch([ada.envelope(in: space)]).bytes }
            for type in ["text/plain", "application/json", "multipart/form-data; boundary=x"] {
                let answer = try await browser.send("POST", path, body: batch(), headers: [("Content-Type", type)])
                #expect(try answer.status == 415 && answer.error().name == .unsupportedType, "\(type)")
            }
            #expect(try await browser.read(space).head == 0)
            for type in ["application/octet-stream", "Application/Octet-Stream; x=y"] {
                let answer = try await browser.send("POST", path, body: batch(), headers: [("Content-Type", type)])
                #expect(answer.status == 200, "\(type)")
            }
        }
    }

    @Test func readingRenewsTheCookieOnceInAnHour() async throws {
        try await withRelay { world in
            let (ada, browser) = try await world.join("ada")
            let route = Route.read(space: ada.privateSpace.id, after: 0)
            for _ in 0..<2 { #expect(try await browser.send(route).headers["Set-Cookie"].isEmpty) }
            world.clock.advance(milliseconds: 61 * 60 * 1000)
            #expect(try await browser.send(route).headers["Set-Cookie"].count == 1)
            #expect(try await browser.send(route).headers["Set-Cookie"].isEmpty)
        }
    }

    @Test func appendNeedsThePageHeader() async throws {
        try await withRelay { world in
            let (ada, browser) = try await world.join("ada")
            let route = Route.append(space: ada.privateSpace.id)
            let answer = try await browser.send(
                "POST", route.path, body: Batch([ada.envelope(in: ada.privateSpace.id)]).bytes,
                headers: [(Route.pageHeader, "2")])
            #expect(try answer.status == 403 && answer.error().name == .requestNotFromPage)
            #expect(try await browser.read(ada.privateSpace.id).head == 0)
        }
    }

    /// What the store refuses is handed on, and counted there.
    @Test func aRefusedBatchCountsOnce() async throws {
        let directory = try TemporaryDirectory()
        let store = try await SQLiteStore(directory: directory.url, randomBytes: Fresh.bytes)
        let clock = TestClock()
        let responder = RelayResponder(
            store: store, web: .none, configuration: RelayConfiguration(), environment: clock.environment,
            logger: LogLines().logger(level: .trace))
        let eve = Person("eve")
        let space = Fresh.identifier()
        var request = ExpressRequest(
            kind: .append(space: space), account: eve.account, address: "a", isSecure: false,
            head: HTTPRequestHead(version: .http1_1, method: .POST, uri: Route.append(space: space).path), start: .now)
        request.body.writeBytes(try Batch([eve.envelope(in: space)]).bytes)
        #expect(await Express(responder).answer(request)?.body == nil)
        try responder.traffic.count(Limits.addressBytes, from: "a", now: clock.now)
        try await store.close()
    }

    @Test func requestsInARowAreAnsweredInOrder() async throws {
        try await withRelay { world in
            let (ada, browser) = try await world.join("ada")
            let space = ada.privateSpace.id
            _ = try await browser.read(space)
            let cookie = try #require(browser.cookie)
            let batch = try Batch([ada.envelope(in: space)]).bytes
            var requests = ByteBuffer()
            func add(_ route: Route, _ body: [UInt8] = [], last: Bool = false) {
                var lines = [
                    "\(route.method.rawValue) \(route.path) HTTP/1.1", "Host: x", "Cookie: \(cookie)",
                    "\(Route.pageHeader): \(Route.pageHeaderValue)",
                ]
                if !body.isEmpty { lines.append("Content-Length: \(body.count)") }
                if last { lines.append("Connection: close") }
                requests.writeString(lines.map { $0 + "\r\n" }.joined() + "\r\n")
                requests.writeBytes(body)
            }
            // By turns such that are answered at once, after a commit, and by a task.
            add(.read(space: space, after: 0))
            add(.append(space: space), batch)
            add(.health)
            add(.append(space: space), [1])
            add(.append(space: space), batch)
            add(.read(space: space, after: 7))
            add(.account, last: true)
            let answer = try await world.raw(requests)
            let statuses = answer.split(separator: "HTTP/1.1 ").map { $0.prefix(3) }
            #expect(statuses == ["200", "200", "200", "400", "200", "200", "200"])
            let order = [
                #"{"numbers":[1]}"#, #""status":"ok""#, #""error":"malformed""#, #"{"numbers":[1]}"#, #""spaces":"#,
            ]
            var rest = answer[...]
            for part in order {
                let range = try #require(rest.range(of: part), "\(part)")
                rest = rest[range.upperBound...]
            }
        }
    }
}
