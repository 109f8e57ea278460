import Wire

/// The cookie that carries a session token.
enum SessionCookie {
    /// Over TLS the name's prefix makes browsers refuse the cookie unless it is `Secure` and for this host alone.
    static func name(isSecure: Bool) -> String {
        isSecure ? "__Host-hearth" : "hearth"
    }

    /// The token in the values of a request's `Cookie` headers.
    static func token(in headers: [String], isSecure: Bool) -> Sessions.Token? {
        let prefix = name(isSecure: isSecure) + "="
        for header in headers {
            // By bytes: each request comes by here, and characters are dear.
            for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
                let pair = pair.drop { $0 == UInt8(ascii: " ") }
                guard pair.starts(with: prefix.utf8) else { continue }
                return Sessions.Token(text: String(Substring(pair.dropFirst(prefix.utf8.count))))
            }
        }
        return nil
    }

    /// The `Set-Cookie` value that keeps `token`, or removes the cookie when it is nil.
    static func setting(_ token: Sessions.Token?, isSecure: Bool) -> String {
        let age = token == nil ? 0 : Limits.sessionLife / 1000
        return "\(name(isSecure: isSecure))=\(token?.text ?? ""); Path=/; Max-Age=\(age); HttpOnly; SameSite=Strict"
            + (isSecure ? "; Secure" : "")
    }
}
