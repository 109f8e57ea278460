import Foundation
import Household
import Testing

@Suite("The names that the core and the shim share")
struct EffectNamesTests {
    private static let shim = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Web/shim")

    private func source(_ file: String) throws -> String {
        try String(contentsOf: Self.shim.appending(path: file), encoding: .utf8)
    }

    /// The names in the table that a module of the shim exports.
    private func table(_ file: String, _ name: String) throws -> [String] {
        let source = try source(file)
        let start = try #require(source.range(of: "export const \(name) = {\n"), "no table in \(file)")
        let end = try #require(source.range(of: "\n};", range: start.upperBound..<source.endIndex))
        return source[start.upperBound..<end.lowerBound].split(separator: "\n").compactMap { line in
            line.wholeMatch(of: /\ \ (?:async )?(\w+)(?:\(.*|:.*|,)/).map { String($0.1) }
        }
    }

    @Test("every effect that Swift can ask for is one that the shim knows, and the other way round")
    func effects() throws {
        let known =
            try table("later.js", "later") + table("network.js", "network") + table("page.js", "page")
            + table("vault.js", "vault") + table("pairing.js", "pairing") + table("ways-in.js", "waysIn")
            + table("awake.js", "awake") + table("files.js", "files") + table("lock.js", "lock")
            + table("passkey.js", "passkey") + table("copies.js", "copies")
            + table("photos.js", "photos") + table("paper.js", "paper") + table("session.js", "session")
        #expect(Set(known).count == known.count, "each stands in one table")
        #expect(Set(known) == Set(EffectName.allCases.map { $0.rawValue }))
    }

    @Test("every failure that the shim names is one that Swift can tell, and the other way round")
    func failures() throws {
        var named: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(atPath: Self.shim.path) where file.hasSuffix(".js") {
            let source = try source(file)
            for call in source.matches(of: /new Failure\(([^;]*)\);/) {
                for name in call.1.matches(of: /'(\w+)'(?! \?)/) { named.insert(String(name.1)) }
            }
            for call in source.matches(of: /personToWrap\(.*, '(\w+)'\)/) { named.insert(String(call.1)) }
        }
        named.subtract(["AbortError", "TimeoutError", "QuotaExceededError"])
        let known = EffectFailure.allCases.map { $0.rawValue } + OpeningFailure.allCases.map { $0.rawValue }
        #expect(named.union(["internal"]) == Set(known))
    }
}
