import Foundation

/// The bundle that this build made, whole and as its own assets.json says: what a host is compared with.
struct ReferenceBundle {
    /// A file in each of the forms in which a relay serves it.
    struct File {
        /// As it is.
        let plain: [UInt8]
        /// By the names of content encodings, as far as the build compressed it.
        let encoded: [String: [UInt8]]
    }

    /// The version that assets.json names.
    let version: String
    /// Every file by its path (`/shim.js`), with sw.js and assets.json, which assets.json does not list.
    let files: [String: File]

    /// Reads a bundle.
    ///
    /// - Throws: what is missing, or which file is not what the bundle's assets.json says.
    init(directory: String) throws(Failure) {
        let root = URL(fileURLWithPath: directory, isDirectory: true)
        let list = try Self.file("/assets.json", in: root)
        guard let assets = AssetList(parsing: list.plain) else {
            throw Failure(.badData, "\(directory)/assets.json can't be read as a list of files. Run script/build.")
        }
        var files = ["/assets.json": list, "/sw.js": try Self.file("/sw.js", in: root)]
        for (path, hash) in assets.hashes {
            let file = try Self.file(path, in: root)
            guard file.plain.sha256 == hash else {
                throw Failure(
                    .badData,
                    "\(directory)\(path) is not what \(directory)/assets.json says. Run script/build, which makes both anew."
                )
            }
            files[path] = file
        }
        guard files["/index.html"] != nil else {
            throw Failure(.badData, "\(directory)/assets.json lists no index.html. Run script/build.")
        }
        version = assets.version
        self.files = files
    }

    private static func file(_ path: String, in root: URL) throws(Failure) -> File {
        let name = root.path + path
        guard let plain = FileManager.default.contents(atPath: name) else {
            throw Failure(.noInput, "\(name) can't be read. Run script/build, or check --web.")
        }
        var encoded: [String: [UInt8]] = [:]
        for (encoding, ending) in [("br", ".br"), ("gzip", ".gz")] {
            encoded[encoding] = FileManager.default.contents(atPath: name + ending).map { Array($0) }
        }
        return File(plain: Array(plain), encoded: encoded)
    }
}
