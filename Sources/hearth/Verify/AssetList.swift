import JSON

/// What an assets.json says: a version, and the SHA-256 of files.
struct AssetList {
    let version: String
    /// SHA-256 in hexadecimal by path.
    let hashes: [String: String]

    /// Nil when the bytes are no such list.
    init?(parsing bytes: [UInt8]) {
        guard let json = try? JSONValue(parsing: bytes), let version = json["version"]?.string,
            let files = json["files"]?.object
        else { return nil }
        var hashes: [String: String] = [:]
        for file in files {
            guard file.name.hasPrefix("/"), let hash = file.value["sha256"]?.string else { return nil }
            hashes[file.name] = hash
        }
        self.version = version
        self.hashes = hashes
    }
}
