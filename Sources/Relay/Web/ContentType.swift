/// The media types of the files in a web bundle.
enum ContentType {
    /// The type for a file name; bytes of no particular kind when its extension is not known.
    static func of(_ name: String) -> String {
        let parts = name.split(separator: ".")
        guard parts.count > 1, let type = types[parts[parts.count - 1].lowercased()] else {
            return "application/octet-stream"
        }
        return type
    }

    private static let types = [
        "css": "text/css; charset=utf-8",
        "html": "text/html; charset=utf-8",
        "ico": "image/x-icon",
        "jpg": "image/jpeg",
        "js": "text/javascript; charset=utf-8",
        "json": "application/json",
        "mjs": "text/javascript; charset=utf-8",
        "png": "image/png",
        "svg": "image/svg+xml",
        "txt": "text/plain; charset=utf-8",
        "wasm": "application/wasm",
        "webmanifest": "application/manifest+json",
        "webp": "image/webp",
        "woff2": "font/woff2",
    ]
}
