import HTTPTypes

/// The headers that every file of the web bundle is served with, and every answer that says no.
public enum PageHeaders {
    /// Headers that close everything a page of Hearth doesn't need.
    public static let all: [(name: HTTPField.Name, value: String)] = [
        (.contentSecurityPolicy, policy),
        (HTTPField.Name("Referrer-Policy")!, "no-referrer"),
        (.xContentTypeOptions, "nosniff"),
        (HTTPField.Name("Cross-Origin-Opener-Policy")!, "same-origin"),
        (HTTPField.Name("Cross-Origin-Resource-Policy")!, "same-origin"),
        (HTTPField.Name("Permissions-Policy")!, permissions),
    ]

    /// TLS only for as many seconds, added to every answer that goes over TLS.
    static func strictTransport(_ seconds: Int) -> String {
        "max-age=\(seconds)"
    }

    private static let policy = [
        "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self' blob: data:",
        "font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "form-action 'none'",
        "frame-ancestors 'none'", "base-uri 'none'", "require-trusted-types-for 'script'", "trusted-types hearth",
    ].joined(separator: "; ")

    private static let permissions =
        [
            "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media",
            "fullscreen",
            "gamepad", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone",
            "midi", "payment", "picture-in-picture", "serial", "usb", "window-management",
            "xr-spatial-tracking",
        ].map { "\($0)=()" }.joined(separator: ", ")
        + ", screen-wake-lock=(self), publickey-credentials-create=(self), publickey-credentials-get=(self)"
}
