import AsyncHTTPClient
import Foundation
import NIOCore
import RelayTestSupport
import Testing
import Wire

@testable import Relay

/// What holds for every request.
@Suite struct RequestTests {
    @Test(arguments: [false, true]) func aProxyThatNobodyToldOfIsNoticedOnce(_ isBehindProxy: Bool) async throws {
        try await withRelay(configure: { $0.isBehindProxy = isBehindProxy }) { world in
            let told = { world.log.all.count { $0.contains("start it with --behind-proxy") } }
            _ = try await world.browser().send(.health)
            #expect(told() == 0)
            for _ in 0..<2 { _ = try await world.browser(address: "203.0.113.9").send(.health) }
            #expect(told() == (isBehindProxy ? 0 : 1))
            #expect(!world.log.all.joined().contains("203.0.113.9"))
        }
    }

    @Test func healthIsToldToAnybody() async throws {
        try await withRelay { world in
            let _: HealthAnswer = try await world.browser().get(.health)
            // And no more than that: not which version it is.
            #expect(try await world.browser().send(.health).body == Array(#"{"status":"ok"}"#.utf8))
        }
    }

    @Test func pagesOfOtherOriginsAreRefused() async throws {
        try await withRelay { world in
            let (_, browser) = try await world.join("ada")
            let id = Fresh.identifier()
            let routes: [Route] = [
                .createAccount, .signIn, .signOut, .deleteAccount, .createSpace, .append(space: id), .leave(space: id),
                .wishReopening(space: id), .withdrawReopening(space: id),
                .putMatch(space: id, topic: id), .erase(space: id, entry: id), .openInvitation,
            ]
            for route in routes {
                let answer = try await browser.send(
                    route.method.rawValue, route.path, headers: [(Route.pageHeader, "")])
                #expect(try answer.status == 403 && answer.error().name == .requestNotFromPage, "\(route.name)")
            }
            let _: AccountRecord = try await browser.get(.account)
        }
    }

    @Test(arguments: [
        ("GET", "/api"), ("GET", "/api/nothing"), ("PATCH", "/api/account"), ("GET", "/api/spaces/x/leave"),
    ])
    func unknownPathsAreNotFound(_ method: String, _ path: String) async throws {
        try await withRelay { world in
            let answer = try await world.browser().send(method, path)
            #expect(try answer.status == 404 && answer.error().name == .notFound)
        }
    }

    @Test func answersAreNoPageAndStandInNone() async throws {
        try await withRelay { world in
            let (ada, browser) = try await world.join("ada")
            for route: Route in [.health, .account, .read(space: ada.privateSpace.id, after: 0)] {
                let answer = try await browser.send(route)
                #expect(answer.status == 200, "\(route.name)")
                #expect(
                    answer.headers["Content-Security-Policy"] == ["default-src 'none'; frame-ancestors 'none'"],
                    "\(route.name)")
            }
        }
    }

    @Test func bodiesThatCanNotBeReadAreMalformed() async throws {
        try await withRelay { world in
            let (_, browser) = try await world.join("ada")
            for body in ["", "{", "[]", "{}", #"{"id":5,"key":"AA"}"#, #"{"id":"AAAAAAAAAAAAAAAAAAAAAA","key":"AA"}"#] {
                let answer = try await browser.send(.createSpace, body: Array(body.utf8))
                #expect(try answer.status == 400 && answer.error().name == .malformed)
            }
        }
    }

    @Test func bodiesOfAnotherTypeAreRefused() async throws {
        try await withRelay { world in
            let (_, browser) = try await world.join("ada")
            let space = { CreateSpaceRequest(id: Fresh.identifier(), key: Fresh.bytes(KeyLength.wrapped)).body }
            // What forms of other pages can send without asking first.
            for type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""] {
                let answer = try await browser.send(
                    "POST", Route.createSpace.path, body: space(), headers: [("Content-Type", type)])
                #expect(try answer.status == 415 && answer.error().name == .unsupportedType, "\(type)")
            }
            for type in ["application/json", "application/json; charset=utf-8", "APPLICATION/JSON ;charset=utf-8"] {
                let answer = try await browser.send(
                    "POST", Route.createSpace.path, body: space(), headers: [("Content-Type", type)])
                #expect(answer.status == 201, "\(type)")
            }
            // A client that doesn't say is understood.
            #expect(try await browser.send(.createSpace, body: space()).status == 201)
        }
    }

    @Test func oversizedBodiesAreRefused() async throws {
        try await withRelay { world in
            let (_, browser) = try await world.join("ada")
            let body = [UInt8](repeating: UInt8(ascii: " "), count: Limits.jsonBytes + 1)
            let answer = try await browser.send(.createSpace, body: body)
            #expect(try answer.status == 413 && answer.error().name == .bodyTooLarge)
            // One that doesn't tell its length is cut off where the limit is.
            var request = browser.request("POST", Route.createSpace.path)
            request.body = .stream([ByteBuffer(bytes: body)].async, length: .unknown)
            let response = try await world.http.execute(request, timeout: .seconds(60))
            #expect(response.status.code == 413)
        }
    }

    @Test func oversizedHeadersAreCutOff() async throws {
        try await withRelay { world in
            let header = ("X-Large", String(repeating: "a", count: 20_000))
            let answer = try? await world.browser().send("GET", "/health", headers: [header])
            #expect(answer?.status != 200)
        }
    }

    @Test(arguments: [
        "Transfer-Encoding: xchunked\r\n\r\n3\r\n{}\n\r\n0\r\n\r\n", "Transfer-Encoding: gzip\r\n\r\n{}",
        "Transfer-Encoding: chunked, identity\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nzz\r\n", "Transfer-Encoding: chunked\r\n\r\n-1\r\n{}",
        "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        "Content-Length: +2\r\n\r\n{}", "Content-Length: two\r\n\r\n{}", "Content-Length: 2, 3\r\n\r\n{}",
        "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", "Content-Length: 99999999999999999999\r\n\r\n{}",
        "Content-Length: -1\r\n\r\n", "No colon\r\n\r\n", "Space : x\r\n\r\n",
        "X-Large: " + String(repeating: "a", count: 20_000) + "\r\n\r\n",
        String(repeating: "X-Many: x\r\n", count: 100) + "\r\n",
    ])
    func whatCanNotBeReadIsTheClientsFault(_ rest: String) async throws {
        try await withRelay(configure: { $0.deadlines.idle = .milliseconds(300) }) { world in
            for line in ["POST /api/sign-in HTTP/1.1", "GET /api/account HTTP/1.1", "GET / HTTP/1.1"] {
                let answer = try await world.raw(
                    ByteBuffer(string: "\(line)\r\nHost: x\r\nX-Hearth: 1\r\n\(rest)"))
                let answers = answer.components(separatedBy: "HTTP/1.1 ").dropFirst()
                // A body that nobody reads may be anything, if it is clear where it ends.
                let isRead = line.hasPrefix("POST") || !rest.hasPrefix("Transfer-Encoding: chunked\r\n")
                #expect(answers.count == 1, "\(line): \(answer.prefix(300))")
                let first = answers.first ?? ""
                #expect(first.hasPrefix("4") && (first.hasPrefix("400") || !isRead), "\(line): \(first.prefix(300))")
                for header in ["content-security-policy: ", "x-content-type-options: nosniff", "referrer-policy: "] {
                    #expect(first.lowercased().contains("\r\n" + header), "\(line): \(first.prefix(300))")
                }
            }
        }
    }

    @Test func expectationsThatNobodyKnowsAreNoFailure() async throws {
        try await withRelay { world in
            let (_, browser) = try await world.join("ada")
            let answer = try await browser.send("GET", Route.account.path, headers: [("Expect", "a-miracle")])
            #expect(answer.status == 200)
        }
    }

    @Test(arguments: [
        "", "GET /health HTTP/1.1\r\nHo",
        "POST /api/sign-in HTTP/1.1\r\nHost: x\r\nX-Hearth: 1\r\nContent-Length: 10\r\n\r\n{",
    ])
    func slowClientsAreCutOff(_ beginning: String) async throws {
        let deadlines = ConnectionDeadlines(header: .milliseconds(200), body: .milliseconds(200))
        try await withRelay(configure: { $0.deadlines = deadlines }) { world in
            let answer = try await world.raw(ByteBuffer(string: beginning))
            #expect(answer.isEmpty)
        }
    }

    @Test func idleConnectionsAreCutOff() async throws {
        try await withRelay(configure: { $0.deadlines.idle = .milliseconds(200) }) { world in
            let answer = try await world.raw(ByteBuffer(string: "GET /health HTTP/1.1\r\nHost: x\r\n\r\n"))
            #expect(answer.hasPrefix("HTTP/1.1 200"))
        }
    }

    @Test func logsHoldNothingPersonal() async throws {
        try await withRelay(configure: { $0.isBehindProxy = true }) { world in
            let (ada, browser) = try await world.join("adalovelace", address: "203.0.113.77")
            let envelope = try ada.envelope(in: ada.privateSpace.id)
            try await browser.append([envelope], to: ada.privateSpace.id)
            _ = try await browser.read(ada.privateSpace.id)
            _ = try await browser.send("GET", "/api/spaces/\(ada.privateSpace.id.text)/nothing")
            _ = try await browser.send(.signIn, body: SignInRequest(name: "adalovelace", secret: Fresh.bytes(32)).body)
            _ = try await browser.send("GET", "/some/page?with=adalovelace")
            let token = try #require(browser.cookie?.dropFirst("hearth=".count))
            let log = world.log.all.joined(separator: "\n")
            #expect(log.contains("append") && log.contains("signIn") && log.contains("401"))
            for secret in [
                "adalovelace", "203.0.113.77", "127.0.0.1", String(token), ada.account.text, ada.account.hex,
                ada.privateSpace.id.text, ada.privateSpace.id.hex, envelope.header.entry.text, "some/page",
            ] {
                #expect(!log.contains(secret))
            }
        }
    }

    @Test func databaseHoldsNoSecretOfAnAccount() async throws {
        try await withRelay { world in
            let (ada, browser) = try await world.join("ada")
            let token = try #require(browser.cookie.flatMap { Sessions.Token(text: String($0.dropFirst(7))) })
            let contents = Array(try world.directory.contents())
            for secret in [ada.secret, ada.recoverySecret, token.bytes, Array(token.text.utf8)] {
                #expect(!contents.contains(secret))
            }
            #expect(contents.contains(token.hash.bytes))
        }
    }
}
