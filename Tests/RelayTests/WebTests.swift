import Foundation
import RelayTestSupport
import Testing
import Wire

@testable import Relay

@Suite struct WebTests {
    private func withWeb(_ body: (RelayWorld) async throws -> Void) async throws {
        let directory = try TemporaryDirectory()
        let files = [
            "index.html": "<p>index", "sw.js": "sw", "app.webmanifest": "{}", "core.0123456789ab.wasm": "wasm",
            "core.0123456789ab.wasm.br": "brotli", "core.0123456789ab.wasm.gz": "gzip", "style.css": "css",
            "icons/hearth.svg": "<svg/>", ".hidden": "x", "key.pem": "x", "hearth.sqlite": "x", "index.html~": "x",
            "Makefile": "x",
        ]
        for (name, text) in files {
            let url = directory.url.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        try await withRelay(web: WebBundle(directory: directory.url), configure: { $0.isBehindProxy = true }, body)
    }

    private func text(_ answer: Browser.Answer) -> String {
        String(decoding: answer.body, as: UTF8.self)
    }

    @Test(arguments: [
        ("/", "<p>index", "text/html; charset=utf-8", "no-cache"),
        ("/index.html", "<p>index", "text/html; charset=utf-8", "no-cache"),
        ("/today", "<p>index", "text/html; charset=utf-8", "no-cache"),
        ("/us/picture?x=1.js", "<p>index", "text/html; charset=utf-8", "no-cache"),
        ("/sw.js", "sw", "text/javascript; charset=utf-8", "no-cache"),
        ("/app.webmanifest", "{}", "application/manifest+json", "no-cache"),
        ("/style.css", "css", "text/css; charset=utf-8", "no-cache"),
        ("/icons/hearth.svg", "<svg/>", "image/svg+xml", "no-cache"),
        ("/core.0123456789ab.wasm", "wasm", "application/wasm", "public, max-age=31536000, immutable"),
    ])
    func filesAreServed(_ path: String, _ body: String, _ type: String, _ caching: String) async throws {
        try await withWeb { world in
            let answer = try await world.browser().send("GET", path)
            #expect(answer.status == 200)
            #expect(text(answer) == body)
            #expect(answer.headers["Content-Type"] == [type])
            #expect(answer.headers["Cache-Control"] == [caching])
        }
    }

    /// What was left beside the bundle.
    @Test(arguments: ["/key.pem", "/hearth.sqlite", "/index.html~", "/core.0123456789ab.wasm.br"])
    func onlyKindsOfFilesThatABundleHasAreServed(_ path: String) async throws {
        try await withWeb { world in
            #expect(try await world.browser().send("GET", path).status == 404)
            // A path without a dot is a page of the app, never a file of that name.
            let page = try await world.browser().send("GET", "/Makefile")
            #expect(text(page) == "<p>index")
        }
    }

    @Test(arguments: ["/missing.js", "/.hidden", "/../index.html.x", "/core.wasm", "/icons/none.svg"])
    func missingFilesAreNotTheIndex(_ path: String) async throws {
        try await withWeb { world in
            let answer = try await world.browser().send("GET", path)
            #expect(answer.status == 404)
        }
    }

    @Test(arguments: [
        ("br, gzip", "br", "brotli"), ("gzip", "gzip", "gzip"), ("br;q=0, gzip", "gzip", "gzip"),
        ("identity", nil, "wasm"),
    ])
    func compressedSiblingsAreServed(_ accepted: String, _ encoding: String?, _ body: String) async throws {
        try await withWeb { world in
            let answer = try await world.browser().send(
                "GET", "/core.0123456789ab.wasm", headers: [("Accept-Encoding", accepted)])
            #expect(answer.headers["Content-Encoding"].first == encoding)
            #expect(text(answer) == body)
            #expect(answer.headers["Content-Type"] == ["application/wasm"])
            #expect(answer.headers["Vary"] == ["Accept-Encoding"])
        }
    }

    @Test func unchangedFilesAreNotSentAgain() async throws {
        try await withWeb { world in
            let browser = world.browser()
            let tag = try #require(try await browser.send("GET", "/sw.js").headers["ETag"].first)
            let again = try await browser.send("GET", "/sw.js", headers: [("If-None-Match", tag)])
            #expect(again.status == 304 && again.body.isEmpty)
            let other = try await browser.send("GET", "/style.css", headers: [("If-None-Match", tag)])
            #expect(other.status == 200)
            let tags = try await ["br", "gzip", "identity"].asyncMap { encoding in
                try await browser.send("GET", "/core.0123456789ab.wasm", headers: [("Accept-Encoding", encoding)])
                    .headers["ETag"]
            }
            #expect(Set(tags).count == 3)
        }
    }

    @Test func headHasTheHeadersOnly() async throws {
        try await withWeb { world in
            let answer = try await world.browser().send("HEAD", "/sw.js")
            #expect(answer.status == 200 && answer.body.isEmpty)
            #expect(answer.headers["Content-Length"] == ["2"])
            #expect(try await world.browser().send("POST", "/sw.js").status == 405)
        }
    }

    @Test(arguments: ["/", "/sw.js", "/core.0123456789ab.wasm"])
    func pagesAreLockedDown(_ path: String) async throws {
        try await withWeb { world in
            let headers = try await world.browser().send("GET", path).headers
            let policy = try #require(headers["Content-Security-Policy"].first)
            for rule in [
                "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'",
                "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'",
                "trusted-types hearth",
            ] {
                #expect(policy.components(separatedBy: "; ").contains(rule))
            }
            #expect(headers["Referrer-Policy"] == ["no-referrer"])
            #expect(headers["X-Content-Type-Options"] == ["nosniff"])
            #expect(headers["Cross-Origin-Opener-Policy"] == ["same-origin"])
            #expect(headers["Cross-Origin-Resource-Policy"] == ["same-origin"])
            #expect(headers["Permissions-Policy"].first?.contains("geolocation=()") == true)
            // The screen may stay on while two talk by it.
            #expect(headers["Permissions-Policy"].first?.contains("screen-wake-lock=(self)") == true)
            // And a passkey may open Hearth, for this page alone.
            for name in ["create", "get"] {
                let isOurs = headers["Permissions-Policy"].first?.contains("publickey-credentials-\(name)=(self)")
                #expect(isOurs == true)
            }
            #expect(headers["Strict-Transport-Security"].isEmpty)
            let secure = try await world.browser().send("GET", path, headers: [("X-Forwarded-Proto", "https")])
            // Short at first: other services may live on this host.
            #expect(secure.headers["Strict-Transport-Security"] == ["max-age=86400"])
        }
    }

    @Test(arguments: [
        ("GET", "/missing.js", 404), ("POST", "/today", 405), ("GET", "/api/nothing", 404),
        ("GET", "/api/account", 401),
        ("DELETE", "/api/session", 401), ("POST", "/api/sign-in", 400),
    ])
    func whatSaysNoIsLockedDownToo(_ method: String, _ path: String, _ status: Int) async throws {
        try await withWeb { world in
            let answer = try await world.browser().send(method, path, headers: [("X-Forwarded-Proto", "https")])
            #expect(answer.status == status)
            let headers = answer.headers
            #expect(headers["Content-Security-Policy"].first?.hasPrefix("default-src 'none'") == true)
            #expect(headers["Referrer-Policy"] == ["no-referrer"])
            #expect(headers["X-Content-Type-Options"] == ["nosniff"])
            #expect(headers["Cross-Origin-Opener-Policy"] == ["same-origin"])
            #expect(headers["Cross-Origin-Resource-Policy"] == ["same-origin"])
            #expect(headers["Permissions-Policy"].count == 1)
            #expect(headers["Strict-Transport-Security"] == ["max-age=86400"])
        }
    }

    @Test func whatSaysYesAsksForTLSToo() async throws {
        try await withWeb { world in
            let (ada, browser) = (Person("ada"), world.browser())
            let overTLS = [("X-Forwarded-Proto", "https")]
            let space = ada.privateSpace.id
            let append = Route.append(space: space).path
            func hasIt(_ method: String, _ path: String, _ body: [UInt8] = []) async throws -> Bool {
                let answer = try await browser.send(method, path, body: body, headers: overTLS)
                #expect(answer.status < 300, "\(path)")
                return answer.headers["Strict-Transport-Security"] == ["max-age=86400"]
            }
            #expect(try await hasIt("POST", Route.createAccount.path, ada.creation.body))
            #expect(try await hasIt("GET", Route.account.path))
            // Those that are answered the quick way among them.
            for _ in 0..<2 {
                let batch = try Batch([ada.envelope(in: space)]).bytes
                #expect(try await hasIt("POST", append, batch))
                #expect(try await hasIt("GET", Route.read(space: space, after: 0).path))
            }
            #expect(try await hasIt("DELETE", Route.signOut.path))
            #expect(try await browser.send("GET", "/health").headers["Strict-Transport-Security"].isEmpty)
        }
    }

    @Test func howLongTLSIsAskedForCanBeSet() async throws {
        try await withRelay(configure: { ($0.isBehindProxy, $0.strictTransport) = (true, 0) }) { world in
            let answer = try await world.browser().send("GET", "/", headers: [("X-Forwarded-Proto", "https")])
            #expect(answer.headers["Strict-Transport-Security"] == ["max-age=0"])
        }
    }

    @Test func directoriesThatAreNoBundleAreNamed() throws {
        let directory = try TemporaryDirectory()
        let path = directory.url.resolvingSymlinksInPath().path
        #expect(throws: WebBundle.Failure.noIndex(path)) { try WebBundle(directory: directory.url) }
        let missing = directory.url.appendingPathComponent("missing")
        #expect(throws: WebBundle.Failure.self) { try WebBundle(directory: missing) }
    }
}
