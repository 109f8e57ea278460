import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Relay

/// Compares what a host serves with a bundle, byte for byte.
struct HostComparison {
    /// What a browser says that it takes; a host answers it with a file as the build compressed it.
    private static let browserEncodings = "gzip, deflate, br, zstd"
    /// Addresses that show the page: the front door, the file itself, and a link into the app.
    private static let pages = ["/", "/index.html", "/sign-in"]
    /// How much of an assets.json is read: far more than any build lists.
    private static let longestList = 1 << 20
    private static let patience: TimeAmount = .seconds(30)

    private let client: HTTPClient
    private let host: HostAddress
    private let bundle: ReferenceBundle

    /// Everything in which the host differs from the bundle, one line each; empty when nothing does.
    ///
    /// - Throws: why the host can't be reached.
    static func run(_ host: HostAddress, _ bundle: ReferenceBundle) async throws -> [String] {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = .seconds(10)
        configuration.timeout.read = patience
        let client = HTTPClient(configuration: configuration)
        let comparison = HostComparison(client: client, host: host, bundle: bundle)
        let result: Result<[String], any Error>
        do {
            result = .success(try await comparison.differences())
        } catch {
            result = .failure(error)
        }
        try await client.shutdown()
        return try result.get()
    }

    private func differences() async throws -> [String] {
        var found = try await listDifferences()
        for (path, file) in bundle.files.sorted(by: { $0.key < $1.key })
        where path != "/assets.json" && path != "/index.html" {
            found += try await differences(of: file, at: path)
        }
        guard let page = bundle.files["/index.html"] else { return found }
        for path in Self.pages { found += try await differences(of: page, at: path, isPage: true) }
        return found
    }

    // MARK: One file

    /// How a file differs, asked for plainly and the way a browser does. What holds for both is said once.
    private func differences(of file: ReferenceBundle.File, at path: String, isPage: Bool = false) async throws
        -> [String]
    {
        let plain = try await fetch(path, accepting: "identity", upTo: file.plain.count)
        var found = difference(of: plain, from: file).map { ["\(path): \($0)"] } ?? []
        let longest = file.encoded.values.map(\.count).reduce(file.plain.count, max)
        let encoded = try await fetch(path, accepting: Self.browserEncodings, upTo: longest)
        if let difference = difference(of: encoded, from: file), "\(path): \(difference)" != found.first {
            found.append("\(path), as a browser asks for it: \(difference)")
        }
        if isPage {
            for headers in [plain.headers, encoded.headers] {
                found += headerDifferences(headers).map { "\(path): \($0)" }.filter { !found.contains($0) }
            }
        }
        return found
    }

    private func difference(of answer: Answer, from file: ReferenceBundle.File) -> String? {
        if let refusal = answer.refusal { return refusal }
        let encodings = answer.headers["Content-Encoding"].filter { $0 != "identity" }
        var expected = file.plain
        if !encodings.isEmpty {
            let encoding = encodings.joined(separator: ", ")
            guard let encoded = file.encoded[encoding] else {
                return "comes in the encoding \(encoding), which this build does not make, so it can't be compared."
            }
            expected = encoded
        }
        guard let body = answer.body else { return "is longer than the \(expected.count) bytes here." }
        if body == expected { return nil }
        let form = encodings.isEmpty ? "" : " in the encoding \(encodings.joined(separator: ", "))"
        return "differs\(form): SHA-256 \(body.sha256) there, \(expected.sha256) here."
    }

    /// What is different, doubled or missing among the headers that lock the page down.
    private func headerDifferences(_ headers: HTTPHeaders) -> [String] {
        PageHeaders.all.compactMap { name, value in
            let there = headers[name.rawName]
            if there == [value] { return nil }
            if there.isEmpty { return "the header \(name.rawName) is missing there." }
            return "the header \(name.rawName) differs: “\(there.joined(separator: "” and “"))” there, “\(value)” here."
        }
    }

    // MARK: The list

    /// How the host's assets.json differs. It only says what the host *claims* to serve, and nothing else is taken from it.
    private func listDifferences() async throws -> [String] {
        let answer = try await fetch("/assets.json", accepting: "identity", upTo: Self.longestList)
        if let refusal = answer.refusal { return ["/assets.json: \(refusal)"] }
        guard let here = bundle.files["/assets.json"]?.plain, answer.body != here else { return [] }
        guard let body = answer.body, let there = AssetList(parsing: body), let here = AssetList(parsing: here) else {
            return ["/assets.json: is no list of files there."]
        }
        var found: [String] = []
        if there.version != here.version { found.append("/assets.json: names version \(there.version) there.") }
        for path in Set(there.hashes.keys).subtracting(here.hashes.keys).sorted() {
            found.append("/assets.json: lists \(path) there, which this build does not have.")
        }
        for path in Set(here.hashes.keys).subtracting(there.hashes.keys).sorted() {
            found.append("/assets.json: does not list \(path) there.")
        }
        for (path, hash) in here.hashes.sorted(by: { $0.key < $1.key }) {
            guard let other = there.hashes[path], other != hash else { continue }
            found.append("/assets.json: says SHA-256 \(other) of \(path) there, \(hash) here.")
        }
        return found.isEmpty ? ["/assets.json: is written differently there."] : found
    }

    // MARK: Asking

    private struct Answer {
        let status: HTTPResponseStatus
        let headers: HTTPHeaders
        /// Nil when it is longer than anything it could be compared with.
        let body: [UInt8]?

        /// What is said instead of a file, when none came.
        var refusal: String? {
            switch status.code {
            case 200: nil
            case 404, 410: "is missing there."
            case 300..<400:
                "leads to “\(headers["Location"].first ?? "nowhere")” there, and what is behind that was not looked at."
            default: "is answered with \(status.code) \(status.reasonPhrase) there."
            }
        }
    }

    private func fetch(_ path: String, accepting encodings: String, upTo longest: Int) async throws -> Answer {
        var request = HTTPClientRequest(url: "\(host)\(path)")
        request.headers = ["Accept-Encoding": encodings, "Cache-Control": "no-cache", "User-Agent": "Mozilla/5.0"]
        do {
            let response = try await client.execute(request, timeout: Self.patience)
            if [502, 503, 504].contains(response.status.code) {
                throw Failure(
                    .unavailable,
                    "\(host) is there and answers \(response.status.code) for \(path): the relay behind it does not run. Try again later."
                )
            }
            var body: [UInt8]? = []
            // More than a byte too much is not worth reading.
            for try await part in response.body {
                body?.append(contentsOf: part.readableBytesView)
                if let read = body?.count, read > longest {
                    body = nil
                    break
                }
            }
            return Answer(status: response.status, headers: response.headers, body: body)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(
                .unavailable,
                "\(host)\(path) can't be fetched (\(Self.reason(error))). Check the address and the network.")
        }
    }

    /// Why nothing came, in plain words where the reason is a common one.
    private static func reason(_ error: any Error) -> String {
        switch error {
        case let error as HTTPClientError where error == .connectTimeout: "no connection within 10 seconds"
        case let error as HTTPClientError where error == .deadlineExceeded || error == .readTimeout:
            "no answer within 30 seconds"
        case let error as HTTPClientError where error == .remoteConnectionClosed: "it closed the connection"
        case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError:
            "it has no certificate that this machine trusts, or does not speak TLS"
        case is SocketAddressError.UnknownHost: "no host has that name"
        case let error as NIOConnectionError:
            error.connectionErrors.first.map { reason($0.error) } ?? "no host has that name"
        case let error as IOError where error.errnoCode == ECONNREFUSED: "nothing listens there"
        default: "\(error)"
        }
    }
}
