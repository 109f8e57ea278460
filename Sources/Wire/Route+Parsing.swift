import Bytes

extension Route {
    /// The route of a request, or nil when there is none. `path` may have a query.
    public init?(method: Method, path: String) {
        let halves = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = halves.first, first.utf8.first == UInt8(ascii: "/") else { return nil }
        let query = halves.count == 2 ? String(halves[1]) : ""
        let parts = first.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
        let route: Route?
        if parts == ["health"] {
            route = .health
        } else if parts.count >= 2, parts[0] == "api" {
            route =
                parts[1] == "spaces" && parts.count > 2
                ? Self.space(method, Array(parts[2...]), query)
                : Self.plain(method, Array(parts[1...]))
        } else {
            route = nil
        }
        guard let route, route.method == method else { return nil }
        self = route
    }

    private static func plain(_ method: Method, _ parts: [String]) -> Route? {
        if parts.count == 1 {
            switch parts[0] {
            case "accounts": return .createAccount
            case "sign-in": return .signIn
            case "recovery": return .recover
            case "passphrase": return .changePassphrase
            case "recovery-code": return .changeRecoveryCode
            case "account": return method == .get ? .account : .deleteAccount
            case "session": return .signOut
            case "sessions": return .sessions
            case "spaces": return .createSpace
            case "live": return .live
            default: return nil
            }
        }
        if parts.count == 2, parts[0] == "sessions" { return Identifier(text: parts[1]).map { .endSession($0) } }
        if parts == ["sign-in", "start"] { return .startSignIn }
        if parts == ["recovery", "start"] { return .startRecovery }
        if parts == ["invitations", "open"] { return .openInvitation }
        if parts == ["invitations", "accept"] { return .acceptInvitation }
        return nil
    }

    /// What follows `/api/spaces/`.
    private static func space(_ method: Method, _ parts: [String], _ query: String) -> Route? {
        guard parts.count >= 2, parts.count <= 3, let space = Identifier(text: parts[0]) else { return nil }
        if parts.count == 2 {
            switch parts[1] {
            case "invitations": return method == .get ? .invitations(space: space) : .invite(space: space)
            case "sealed": return .sealed(space: space)
            case "leave": return .leave(space: space)
            case "reopening":
                switch method {
                case .get: return .reopening(space: space)
                case .delete: return .withdrawReopening(space: space)
                case .post, .put: return .wishReopening(space: space)
                }
            case "entries":
                switch method {
                case .get: return after(query).map { .read(space: space, after: $0) }
                case .delete: return .eraseAll(space: space)
                case .post, .put: return .append(space: space)
                }
            default: return nil
            }
        }
        guard let second = Identifier(text: parts[2]) else { return nil }
        switch parts[1] {
        case "invitations": return .revokeInvitation(space: space, lookup: second)
        case "entries": return .erase(space: space, entry: second)
        case "seals": return .seal(space: space, seal: second)
        case "blobs":
            switch method {
            case .get: return .blob(space: space, blob: second)
            case .delete: return .eraseBlob(space: space, blob: second)
            case .post, .put: return .putBlob(space: space, blob: second)
            }
        case "match":
            return method == .get ? .match(space: space, topic: second) : .putMatch(space: space, topic: second)
        default: return nil
        }
    }

    /// The number in `after=N`: only digits, from 0 to 2⁶³ − 1. Without a query it is 0.
    private static func after(_ query: String) -> Int64? {
        if query.isEmpty { return 0 }
        let name = "after="
        guard query.hasPrefix(name) else { return nil }
        let digits = query.utf8.dropFirst(name.utf8.count)
        guard !digits.isEmpty, digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else {
            return nil
        }
        return Int64(String(decoding: Array(digits), as: UTF8.self))
    }
}
