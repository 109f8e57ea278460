import Bytes
import JSON
import Ledger
import Sync
import Testing
import Wire

@testable import Household

@Suite("What the shim answers")
struct RequestTests {
    private func response(_ fields: JSONValue, _ blobs: [UInt8] = []) -> Response {
        Response(fields: fields, blobs: blobs)
    }

    @Test("a failure keeps its name, and a name that nobody knows is a defect")
    func failures() {
        let copy = Request<Completion>.copy("words")
        #expect(copy.read(response(["ok": true])) == .success(Completion()))
        #expect(copy.read(response(["ok": false, "failure": "refused"])) == .failure(.device(.refused)))
        #expect(copy.read(response(["ok": false, "failure": "newer"])) == .failure(.device(.internal)))
    }

    @Test("an answer that lacks something is a defect, not half an answer")
    func halves() {
        let seal = Request<[UInt8]>.signInSecret(passphrase: "words", salt: [1])
        #expect(seal.read(response(["ok": true, "secret": [1, 2]], [7, 8, 9])) == .success([8, 9]))
        #expect(seal.read(response(["ok": true])) == .failure(.device(.internal)))
        #expect(seal.read(response(["ok": true, "secret": [1, 3]], [7, 8, 9])) == .failure(.device(.internal)))
    }

    @Test("the relay's refusal, a proxy's words and silence are told apart")
    func relay() {
        let account = Request<AccountRecord>.relay(.account, for: AccountRecord.self)
        let bytes = Request<[UInt8]>.relay(.account)
        let refusal = WireError(.tooManyTries, retryAfter: 30).body
        let refused = response(["ok": true, "status": 429, "body": [0, .integer(refusal.count)]], refusal)
        #expect(account.read(refused) == .failure(.refused(WireError(.tooManyTries, retryAfter: 30))))
        #expect(bytes.read(response(["ok": true, "status": 502, "body": [0, 1]], [60])) == .failure(.unreachable))
        #expect(bytes.read(response(["ok": false, "failure": "timeout"])) == .failure(.unreachable))
        #expect(bytes.read(response(["ok": true, "status": 204, "body": [0, 0]])) == .success([]))
        let foreign = response(["ok": true, "status": 200, "body": [0, 2]], Array("{}".utf8))
        #expect(account.read(foreign) == .failure(.refused(WireError(.internal))))
    }

    @Test(
        "a proxy's page is never the relay's word, whatever its status",
        arguments: [200, 302, 401, 403, 404, 502, 503])
    func proxysPage(status: Int) {
        let page = Array("<html><h1>Sign in to this network</h1>".utf8)
        let answer = response(
            ["ok": true, "status": .integer(status), "body": [0, .integer(page.count)], "foreign": true], page)
        #expect(Request<AccountRecord>.relay(.account, for: AccountRecord.self).read(answer) == .failure(.unreachable))
        #expect(Request<[UInt8]>.relay(.append(space: .zero), binary: [1]).read(answer) == .failure(.unreachable))
        let read = Request<ReadPage>.page(.read(space: .zero, after: 0), of: .zero, by: [])
        #expect(read.read(answer) == .failure(.unreachable))
    }

    @Test("a proxy that takes no request of that size is told from one that can't reach the relay")
    func tooLarge() {
        let append = Request<[UInt8]>.relay(.append(space: .zero), binary: [1])
        for fields: JSONValue in [
            ["ok": true, "status": 413, "body": [0, 1], "foreign": true], ["ok": true, "status": 413, "body": [0, 0]],
        ] {
            #expect(append.read(response(fields, [60])) == .failure(.refused(WireError(.bodyTooLarge))))
        }
    }

    @Test("envelopes open one by one, each with what is wrong with it")
    func openings() {
        let open = Request<[Opening]>.open([[1], [2], [3]], in: .zero, by: [])
        let answer = response(
            [
                "ok": true,
                "results": [
                    ["body": [0, 2], "hash": [2, 1]], ["failure": "signature", "hash": [2, 1]],
                    ["failure": "newer", "hash": [2, 1]],
                ],
            ], [5, 6, 9])
        #expect(
            open.read(answer)
                == .success([
                    .opened(body: [5, 6], hash: [9]), .failed(.badSignature, hash: [9]), .failed(.malformed, hash: [9]),
                ]))
    }

    @Test("a page comes with what was opened of it, as far as that is true of it")
    func page() throws {
        let request = Request<ReadPage>.page(.read(space: .zero, after: 0), of: .zero, by: [])
        #expect(request.effect.wire.fields.map { $0.name } == ["method", "path", "open"])
        let blobs: [UInt8] = [7, 8, 9, 5, 6]
        let plain = try request.read(response(["ok": true, "status": 200, "body": [0, 3]], blobs)).get()
        #expect(plain.body == [7, 8, 9] && plain.opened.isEmpty)
        let answer = response(
            [
                "ok": true, "status": 200, "body": [0, 3],
                "opened": [
                    ["failure": "unknownAuthor", "hash": [4, 1]], .null, ["body": [3, 1], "hash": [4, 1]],
                ],
            ], blobs)
        let page = try request.read(answer).get()
        #expect(page.opened == [.failed(.unknownAuthor, hash: [6]), nil, .opened(body: [5], hash: [6])])
        #expect(request.read(response(["ok": false, "failure": "offline"])) == .failure(.unreachable))
    }

    @Test("what the shim gets names everything as its table does")
    func fields() {
        let store = Request<Completion>.store(
            [Effect.KeptRecord(.records, "account", [1])], deleting: [Effect.RecordKey(.outbox, "old")], isQuiet: true
        ).effect.wire
        #expect(store.name == .store)
        #expect(
            store.fields == [
                EffectField(
                    "put",
                    .list([
                        .object([
                            EffectField("store", .text("records")), EffectField("key", .text("account")),
                            EffectField("bytes", .bytes([1])),
                        ])
                    ])),
                EffectField(
                    "delete",
                    .list([.object([EffectField("store", .text("outbox")), EffectField("key", .text("old"))])])),
                EffectField("quiet", true),
            ])
        #expect(Effect.goBack.wire.fields == [EffectField("back", true)])
        #expect(Effect.http(.get, path: "/coach-en.bin").wire.fields.map { $0.name } == ["method", "path"])
    }
}
