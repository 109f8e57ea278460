import Bytes
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import JSON
import NIOCore

/// The files of the browser client, all in memory.
///
/// A file `x` may have siblings `x.br` and `x.gz`, compressed ahead of time; they are what most browsers get.
public struct WebBundle: Sendable {
    /// Why a directory is no web bundle.
    public enum Failure: Error, Equatable, Sendable {
        /// The directory, or a file in it, can't be read. Holds its path.
        case unreadable(String)
        /// The directory has no index.html. Holds its path.
        case noIndex(String)
    }

    private struct File: Sendable {
        let contentType: String
        let cacheControl: String
        let entityTag: String
        let identity: ByteBuffer
        var brotli: ByteBuffer?
        var gzip: ByteBuffer?
    }

    private let files: [String: File]

    /// A bundle without any file: only the API is served.
    public static let none = WebBundle(files: [:])

    private init(files: [String: File]) {
        self.files = files
    }

    /// Reads the files in `directory` of the kinds that a bundle has.
    public init(directory: URL) throws(Failure) {
        let root = directory.resolvingSymlinksInPath().path
        guard let names = FileManager.default.enumerator(atPath: root) else { throw .unreadable(root) }
        var contents: [String: [UInt8]] = [:]
        for case let name as String in names where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
            var isDirectory: ObjCBool = false
            let path = root + "/" + name
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), !isDirectory.boolValue else {
                continue
            }
            guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
            contents[name] = Array(data)
        }
        guard contents["index.html"] != nil else { throw .noIndex(root) }
        var files: [String: File] = [:]
        for (name, bytes) in contents {
            // What somebody left beside the bundle, a copy or a key, is nobody's to fetch.
            guard let contentType = ContentType.of(name) else { continue }
            files["/" + name] = File(
                contentType: contentType, cacheControl: Self.cacheControl(name),
                entityTag: Base64URL.encode(Array(SHA256.hash(data: bytes).prefix(12))),
                identity: ByteBuffer(bytes: bytes), brotli: contents[name + ".br"].map { ByteBuffer(bytes: $0) },
                gzip: contents[name + ".gz"].map { ByteBuffer(bytes: $0) })
        }
        self.init(files: files)
    }

    /// A file whose path holds its version (eight hexadecimal digits or more between two of `/`, `-` and `.`) never changes;
    /// any other is asked for again each time, which costs a line when it is unchanged.
    private static func cacheControl(_ name: String) -> String {
        let words = name.split { "/-.".contains($0) }
        let isVersioned = words.contains { word in
            word.utf8.count >= 8 && word.allSatisfy { "0123456789abcdef".contains($0) } && word.contains { $0.isNumber }
        }
        return isVersioned ? "public, max-age=31536000, immutable" : "no-cache"
    }

    /// The answer to a `GET` or `HEAD` of `path` (without query), or nil when there is no such file.
    ///
    /// A path that looks like a page of the app (its last part has no dot) gets index.html, so that links into the app work.
    func response(path: String, headers: HTTPFields) -> Response? {
        let last = path.split(separator: "/").last ?? ""
        guard let file = files[path] ?? (last.contains(".") ? nil : files["/index.html"]) else { return nil }
        let (encoding, body) = Self.choose(file, accepting: headers[.acceptEncoding] ?? "")
        // Each encoding is an entity of its own.
        let tag = "\"\(file.entityTag)\(encoding.map { "-" + $0 } ?? "")\""
        var answer: HTTPFields = [
            .contentType: file.contentType, .cacheControl: file.cacheControl, .eTag: tag, .vary: "Accept-Encoding",
        ]
        if let known = headers[.ifNoneMatch], known == tag || known == "W/" + tag {
            return Response(status: .notModified, headers: answer)
        }
        if let encoding { answer[.contentEncoding] = encoding }
        return Response(status: .ok, headers: answer, body: ResponseBody(byteBuffer: body))
    }

    private static func choose(_ file: File, accepting header: String) -> (String?, ByteBuffer) {
        let accepted = header.split(separator: ",").filter { !$0.hasSuffix("q=0") }
            .compactMap { $0.split(separator: ";").first.map { $0.filter { $0 != " " } } }
        if let brotli = file.brotli, accepted.contains("br") { return ("br", brotli) }
        if let gzip = file.gzip, accepted.contains("gzip") { return ("gzip", gzip) }
        return (nil, file.identity)
    }
}
