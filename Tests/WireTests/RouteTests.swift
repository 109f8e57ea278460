import Testing
import Wire

@Suite struct RouteTests {
    static let one = Sample.identifier(0xA1)
    static let two = Sample.identifier(0xB2)
    static let all: [Route] = [
        .health, .createAccount, .startSignIn, .signIn, .startRecovery, .recover, .changePassphrase,
        .changeRecoveryCode,
        .account, .signOut, .sessions, .endSession(one), .deleteAccount, .createSpace, .invite(space: one),
        .invitations(space: one),
        .revokeInvitation(space: one, lookup: two), .openInvitation, .acceptInvitation, .append(space: one),
        .read(space: one, after: 0), .read(space: one, after: 9_223_372_036_854_775_807), .sealed(space: one),
        .seal(space: one, seal: two),
        .erase(space: one, entry: two), .eraseAll(space: one), .putMatch(space: one, topic: two),
        .match(space: one, topic: two), .leave(space: one), .wishReopening(space: one),
        .withdrawReopening(space: one), .reopening(space: one), .putBlob(space: one, blob: two),
        .blob(space: one, blob: two), .eraseBlob(space: one, blob: two), .live,
    ]

    @Test(arguments: all) func isReadAsItWasPrinted(_ route: Route) {
        #expect(Route(method: route.method, path: route.path) == route)
    }

    @Test(arguments: all) func nameHoldsNoIdentifier(_ route: Route) {
        #expect(!route.name.contains(Self.one.text) && !route.name.contains(Self.two.text))
    }

    @Test func requestsThatDifferNeverShareMethodAndPath() {
        #expect(Set(Self.all.map { "\($0.method.rawValue) \($0.path)" }).count == Self.all.count)
    }

    @Test func readStartsAtTheBeginningWithoutAQuery() {
        #expect(Route(method: .get, path: "/api/spaces/\(Self.one.text)/entries") == .read(space: Self.one, after: 0))
    }

    @Test(arguments: [
        "", "/", "health", "/health/", "/api", "/api/", "/api/accounts/", "//api/accounts", "/api/spaces/x/leave",
        "/api/spaces/\(one.text)", "/api/spaces/\(one.text)/entries/x", "/api/spaces/\(one.text)/entries/\(two.text)/y",
        "/api/spaces/\(one.text)/match", "/api/nothing",
    ])
    func otherPathsAreNoRoute(_ path: String) {
        for method in [Route.Method.get, .post, .put, .delete] { #expect(Route(method: method, path: path) == nil) }
    }

    @Test(arguments: [
        "after=", "after=-1", "after=1x", "after=9223372036854775808", "before=1", "after=1&after=2", "after=+1",
    ])
    func readWithAnotherQueryIsNoRoute(_ query: String) {
        #expect(Route(method: .get, path: "/api/spaces/\(Self.one.text)/entries?\(query)") == nil)
    }

    @Test func onlyReadingWorksWithoutThePageHeader() {
        for route in Self.all { #expect(route.needsPageHeader == (route.method != .get)) }
    }
}
