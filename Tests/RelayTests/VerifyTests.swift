import Foundation
import NIOHTTP1
import RelayTestSupport
import Testing

@testable import Relay

/// `hearth verify` as a process of its own, against hosts that serve the bundle and hosts that serve something else.
@Suite struct VerifyTests {
    private static let page = Array("<p>index".utf8)
    private static let shim = Array("shim".utf8)
    private static let compressed = Array("shim in Brotli’s form".utf8)
    private static let list = list("one")

    /// The hashes are what `sha256sum` says.
    private static func list(_ version: String, more: String = "") -> [UInt8] {
        Array(
            """
            {"version": "\(version)", "files": {\(more)
              "/index.html": {"sha256": "881b6393f49668742a1a1c9abfa3256f55838a0409182fed9a7abe53f2bb2eb5", "bytes": 8},
              "/shim.js": {"sha256": "04e666aa09809daf691a99cc7bf2d57ba09bac171966a71812ffd049d7c96bb1", "bytes": 4}}}
            """.utf8)
    }

    /// The bundle of this build, as files.
    private func bundle(changing changes: [String: String] = [:]) throws -> TemporaryDirectory {
        let directory = try TemporaryDirectory()
        var files = [
            "index.html": Self.page, "shim.js": Self.shim, "shim.js.br": Self.compressed, "sw.js": Array("sw".utf8),
            "assets.json": Self.list,
        ]
        for (name, text) in changes { files[name] = Array(text.utf8) }
        for (name, bytes) in files where !bytes.isEmpty {
            try Data(bytes).write(to: directory.url.appendingPathComponent(name))
        }
        return directory
    }

    /// What a host with the right bundle answers.
    private static func honest(_ path: String, _ encodings: String) -> ScriptedHost.Answer {
        var answer = ScriptedHost.Answer()
        for (name, value) in PageHeaders.all { answer.headers.add(name: name.rawName, value: value) }
        switch path {
        case "/assets.json": answer.body = list
        case "/sw.js": answer.body = Array("sw".utf8)
        case "/shim.js" where encodings.contains("br"):
            answer.body = compressed
            answer.headers.add(name: "Content-Encoding", value: "br")
        case "/shim.js": answer.body = shim
        default: answer.body = page
        }
        return answer
    }

    private func verify(
        _ address: String, _ bundle: TemporaryDirectory, _ more: String...
    ) throws -> (code: Int32, printed: String, errors: String) {
        let command = try HearthCommand(["verify", address, "--web", bundle.url.path] + more)
        let printed = command.printed()
        let (code, errors) = command.end()
        return (code, printed, errors)
    }

    @Test func theRelayOfThisBuildServesItsBundle() throws {
        let bundle = try bundle()
        let data = try TemporaryDirectory()
        let relay = try HearthCommand(["serve", "--port", "0", "--data", data.url.path, "--web", bundle.url.path])
        let address = "http://localhost:\(try relay.port())/"
        let same = try verify(address, bundle)
        #expect(same.code == 0 && same.errors.isEmpty, "\(same)")
        #expect(same.printed.contains("version one") && same.printed.contains("4 files"))
        relay.send(SIGTERM)
        #expect(relay.end().code == 0)
    }

    @Test(arguments: [
        ("a script that differs", "/shim.js", "/shim.js: differs"),
        ("a script that only browsers get", "/shim.js as a browser", "/shim.js, as a browser asks for it: differs"),
        ("a worker that differs", "/sw.js", "/sw.js: differs"),
        ("a page that differs at the front door only", "/", "/: differs"),
        ("a page that differs behind a link only", "/sign-in", "/sign-in: differs"),
    ])
    func bytesThatDifferAreNamed(_ what: String, _ changed: String, _ line: String) async throws {
        let bundle = try bundle()
        try await ScriptedHost.run { path, encodings in
            var answer = Self.honest(path, encodings)
            if "\(path)\(encodings.contains("br") ? " as a browser" : "")" == changed { answer.body[0] ^= 1 }
            return answer
        } _: { host in
            let (code, printed, _) = try verify("http://127.0.0.1:\(host.port)", bundle)
            #expect(code == 1, "\(what)")
            #expect(printed.split(separator: "\n").count == 2, "\(printed)")
            #expect(
                printed.contains(line) && printed.contains("does not serve version one: 1 difference."), "\(printed)")
        }
    }

    @Test func filesThatAreMissingAndFilesTooManyAreNamed() async throws {
        let bundle = try bundle()
        try await ScriptedHost.run { path, encodings in
            var answer = Self.honest(path, encodings)
            if path == "/shim.js" { answer.status = .notFound }
            if path == "/assets.json" { answer.body = Self.list("two", more: #""/spy.js": {"sha256": "00"},"#) }
            return answer
        } _: { host in
            let (code, printed, _) = try verify("http://127.0.0.1:\(host.port)", bundle)
            #expect(code == 1)
            for line in ["/shim.js: is missing there.", "/assets.json: names version two", "lists /spy.js there"] {
                #expect(printed.contains(line), "\(printed)")
            }
        }
    }

    @Test func aListThatClaimsToBeRightIsNotBelieved() async throws {
        let bundle = try bundle()
        try await ScriptedHost.run { path, encodings in
            var answer = Self.honest(path, encodings)
            if path != "/assets.json" { answer.body = Array("no".utf8) }
            return answer
        } _: { host in
            let (code, printed, _) = try verify("http://127.0.0.1:\(host.port)", bundle)
            #expect(code == 1)
            for path in ["/sw.js", "/shim.js", "/", "/index.html", "/sign-in"] {
                #expect(printed.contains("\(path): differs: SHA-256 "), "\(printed)")
            }
        }
    }

    @Test(arguments: [
        (nil, "the header Content-Security-Policy is missing there."),
        (["default-src *"], "the header Content-Security-Policy differs: “default-src *” there"),
    ])
    func aPageThatIsNotLockedDownIsNamed(_ policy: [String]?, _ line: String) async throws {
        let bundle = try bundle()
        try await ScriptedHost.run { path, encodings in
            var answer = Self.honest(path, encodings)
            if path == "/" {
                answer.headers.remove(name: "Content-Security-Policy")
                for value in policy ?? [] { answer.headers.add(name: "Content-Security-Policy", value: value) }
            }
            return answer
        } _: { host in
            let (code, printed, _) = try verify("http://127.0.0.1:\(host.port)", bundle)
            #expect(code == 1)
            #expect(printed.hasPrefix("/: \(line)") && printed.split(separator: "\n").count == 2, "\(printed)")
        }
    }

    @Test func redirectsAreNamedAndNotFollowed() async throws {
        let bundle = try bundle()
        try await ScriptedHost.run { path, encodings in
            guard path == "/sw.js" else { return Self.honest(path, encodings) }
            return ScriptedHost.Answer(status: .found, headers: ["Location": "/elsewhere.js"])
        } _: { host in
            let (code, printed, _) = try verify("http://127.0.0.1:\(host.port)", bundle)
            #expect(code == 1)
            #expect(printed.contains("/sw.js: leads to “/elsewhere.js” there"), "\(printed)")
            #expect(host.asked.contains("/sw.js") && !host.asked.contains("/elsewhere.js"))
        }
    }

    @Test func filesThatAreTooLongAreNotReadToTheirEnd() async throws {
        let bundle = try bundle()
        let long = [UInt8](repeating: 32, count: 8 << 20)
        try await ScriptedHost.run { path, encodings in
            var answer = Self.honest(path, encodings)
            if path == "/sw.js" { answer.body = long }
            return answer
        } _: { host in
            let (code, printed, _) = try verify("http://127.0.0.1:\(host.port)", bundle)
            #expect(code == 1)
            #expect(printed.contains("/sw.js: is longer than the 2 bytes here."), "\(printed)")
        }
    }

    @Test func aHostThatIsNotThereIsUnreachable() async throws {
        let bundle = try bundle()
        let (code, _, errors) = try verify("http://127.0.0.1:1", bundle)
        #expect(code == 69)
        #expect(errors.contains("http://127.0.0.1:1") && errors.contains("nothing listens there"), "\(errors)")
        try await ScriptedHost.run { _, _ in
            ScriptedHost.Answer(status: .badGateway)
        } _: { host in
            let (code, _, errors) = try verify("http://127.0.0.1:\(host.port)", bundle)
            #expect(code == 69 && errors.contains("502"), "\(errors)")
        }
    }

    @Test(arguments: [
        ("hearth.example", "https://hearth.example"), ("ftp://hearth.example", "https://hearth.example"),
        ("https://hearth.example/app", "Leave out"), ("https://ana@hearth.example", "Leave out"),
        ("http://hearth.example", "--insecure"), ("http://127.0.0.1.example", "--insecure"),
    ])
    func addressesThatAreNoneAreRefused(_ address: String, _ advice: String) throws {
        let (code, _, errors) = try verify(address, try bundle())
        #expect(code == 64 && errors.contains(advice), "\(errors)")
    }

    @Test(arguments: [("shim.js", "changed", 65), ("assets.json", "no list", 65), ("sw.js", "", 66)])
    func aBundleThatIsBrokenHereIsNoMeasure(_ file: String, _ content: String, _ expected: Int32) throws {
        let (code, _, errors) = try verify("http://127.0.0.1:1", try bundle(changing: [file: content]))
        #expect(code == expected && errors.contains("/\(file)") && errors.contains("script/build"), "\(errors)")
    }
}
