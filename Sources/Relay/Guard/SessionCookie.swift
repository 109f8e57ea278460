import HTTPTypes
import Wire

/// The cookie that carries a session token.
enum SessionCookie {
    /// Over TLS the name's prefix makes browsers refuse the cookie unless it is `Secure` and for this host alone.
    static func name(isSecure: Bool) -> String {
        isSecure ? "__Host-hearth" : "hearth"
    }

    /// The token in a request's cookies.
    static func token(in headers: HTTPFields, isSecure: Bool) -> Sessions.Token? {
        let prefix = name(isSecure: isSecure) + "="
        for header in headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let pair = pair.drop { $0 == " " }
                if pair.hasPrefix(prefix) { return Sessions.Token(text: String(pair.dropFirst(prefix.count))) }
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
