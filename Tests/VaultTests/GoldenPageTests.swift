import Bytes
import Foundation
import Testing
import Vault
import Wire

// Tests/Golden/page.json holds the two that read a page of entries to the same bytes: `EntryPage` here, and the shim, which finds the
// same envelopes in it (Tests/Browser/test_shim_crypto.py).

/// Pages in hexadecimal.
private struct GoldenPages: Codable {
    /// One that more follows.
    var followed: String
    /// One that nothing follows, with each kind of item: envelopes, an erased entry, a kind that a later version added, and an
    /// envelope that can't be read.
    var last: String
}

@Suite struct GoldenPageTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Golden")

    private func read<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(contentsOf: Self.folder.appending(path: name)))
    }

    @Test func pagesAreReadAndWrittenAsTheShimReadsThem() throws {
        let golden = try read("page.json", as: GoldenPages.self)
        let person = try read("vault-native.json", as: GoldenPerson.self)
        let envelopes = person.envelopes.map { bytes($0.envelope) }
        let erased = ErasedEntry(
            entry: try #require(Identifier([UInt8](repeating: 0xE1, count: 16))),
            author: try #require(Identifier(hex: person.account)), seal: .zero,
            hash: try #require(EnvelopeHash([UInt8](repeating: 0xE4, count: 32))))
        let first = PageItem(number: 7, content: .envelope(envelopes[0]))
        let followed = EntryPage(generation: 3, next: 7, head: 12, isDone: false, items: [first])
        let last = EntryPage(
            generation: 3, next: 12, head: 12, isDone: true,
            items: [
                first, PageItem(number: 8, content: .erased(erased)),
                PageItem(number: 9, content: .envelope(envelopes[1])),
                PageItem(number: 10, content: .unknown(kind: 9, bytes: Array("later".utf8))),
                PageItem(number: 11, content: .envelope(envelopes[2])),
                PageItem(number: 12, content: .envelope([1, 1])),
            ])
        for (page, text) in [(followed, golden.followed), (last, golden.last)] {
            #expect(hex(page.bytes) == text)
            #expect(try EntryPage(parsing: bytes(text)) == page)
        }
    }
}
