/// The media types of the files in a web bundle.
enum ContentType {
    /// The type for a file name; nil when nothing of this kind is in a bundle.
    static func of(_ name: String) -> String? {
        let parts = name.split(separator: ".")
        return parts.count > 1 ? types[parts[parts.count - 1].lowercased()] : nil
    }

    private static let types = [
        "bin": "application/octet-stream",
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
