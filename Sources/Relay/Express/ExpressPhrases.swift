import NIOCore
import Wire

/// What the last request of a connection said, and what it means: a phone says the same again and again, and comparing is quicker
/// than reading. Nothing here says whether a session still lives or who may read what; that is asked for each request.
struct ExpressPhrases {
    private var route: (method: Route.Method, path: String, meaning: Route?)?
    private var token: (cookies: [String], isSecure: Bool, meaning: Sessions.Token?)?

    private var address: (forwarded: [String]?, meaning: String)?

    /// Where a request comes from.
    ///
    /// - Parameter forwarded: the values of its `X-Forwarded-For` headers; nil when they can't be believed.
    mutating func address(of channel: any Channel, forwarded: [String]?) -> String {
        if let address, address.forwarded == forwarded { return address.meaning }
        let meaning = ClientAddress.of(channel, forwarded: forwarded)
        address = (forwarded, meaning)
        return meaning
    }

    /// The route of a request.
    mutating func route(_ method: Route.Method, path: String) -> Route? {
        if let route, route.method == method, route.path == path { return route.meaning }
        let meaning = Route(method: method, path: path)
        route = (method, path, meaning)
        return meaning
    }

    /// The session token in the values of a request's `Cookie` headers.
    mutating func token(in cookies: [String], isSecure: Bool) -> Sessions.Token? {
        if let token, token.cookies == cookies, token.isSecure == isSecure { return token.meaning }
        let meaning = SessionCookie.token(in: cookies, isSecure: isSecure)
        token = (cookies, isSecure, meaning)
        return meaning
    }
}
