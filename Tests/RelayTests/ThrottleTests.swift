import RelayTestSupport
import Testing
import Wire

@testable import Relay

@Suite struct ThrottleTests {
    private func tryWrongly(_ browser: Browser, _ name: String) async throws -> WireError {
        try await browser.send(.signIn, body: SignInRequest(name: name, secret: Fresh.bytes(32)).body).error()
    }

    @Test func tenWrongTriesAreTooManyAndEachWaitsLonger() async throws {
        try await withRelay(configure: { $0.isBehindProxy = true }) { world in
            let (ada, _) = try await world.join("ada", address: "1.1.1.1")
            for index in 0..<10 {
                // From ten places: the name alone counts.
                let error = try await tryWrongly(world.browser(address: "10.0.0.\(index)"), "ada")
                #expect(error.name == .wrongSecret)
            }
            let waits = world.clock.waits
            #expect(waits == [250, 500, 1000, 2000, 4000, 8000, 8000, 8000, 8000].map { .milliseconds($0) })
            world.clock.advance(milliseconds: 60_000)
            let refused = try await tryWrongly(world.browser(address: "10.0.0.11"), "ada")
            #expect(refused.name == .tooManyTries)
            #expect(refused.retryAfter == Int64(14 * 60))
            // Not even the right secret helps now; later it does.
            let right = world.browser(address: "10.0.0.12")
            await expectError(.tooManyTries) {
                let _: AccountRecord = try await right.call(.signIn, SignInRequest(name: "ada", secret: ada.secret))
            }
            world.clock.advance(milliseconds: 14 * 60 * 1000)
            let _: AccountRecord = try await right.call(.signIn, SignInRequest(name: "ada", secret: ada.secret))
        }
    }

    @Test func oneAddressHasTenTriesForAllNames() async throws {
        try await withRelay(configure: { $0.isBehindProxy = true }) { world in
            let browser = world.browser(address: "spoofed, 10.0.0.1")
            for index in 0..<10 { #expect(try await tryWrongly(browser, "name\(index)").name == .wrongSecret) }
            let answer = try await browser.send(
                .signIn, body: SignInRequest(name: "other", secret: Fresh.bytes(32)).body)
            #expect(try answer.error().name == .tooManyTries)
            #expect(answer.headers["Retry-After"] == ["900"])
            // What a client claims before the proxy's own word doesn't help.
            let spoofing = world.browser(address: "10.0.0.2, 10.0.0.1")
            #expect(try await tryWrongly(spoofing, "other").name == .tooManyTries)
            let elsewhere = world.browser(address: "10.0.0.1, 10.0.0.2")
            #expect(try await tryWrongly(elsewhere, "other").name == .wrongSecret)
        }
    }

    @Test func withoutAProxyForwardedAddressesAreNotBelieved() async throws {
        try await withRelay { world in
            for index in 0..<10 { _ = try await tryWrongly(world.browser(address: "10.0.0.\(index)"), "name\(index)") }
            #expect(try await tryWrongly(world.browser(address: "10.0.0.10"), "name10").name == .tooManyTries)
        }
    }

    @Test func rightSecretsCostNothing() async throws {
        try await withRelay { world in
            let (ada, browser) = try await world.join("ada")
            for _ in 0..<20 {
                let _: AccountRecord = try await browser.call(.signIn, SignInRequest(name: "ada", secret: ada.secret))
            }
            #expect(world.clock.waits.isEmpty)
        }
    }

    @Test func wrongRecoveryCodesAndCurrentSecretsCount() async throws {
        try await withRelay { world in
            let (_, browser) = try await world.join("ada")
            let recovery = StartRecoveryRequest(name: "ada", recoverySecret: Fresh.bytes(32)).body
            for _ in 0..<10 { #expect(try await browser.send(.startRecovery, body: recovery).status == 401) }
            #expect(try await browser.send(.startRecovery, body: recovery).error().name == .tooManyTries)
            let deletion = DeleteAccountRequest(secret: Fresh.bytes(32)).body
            for _ in 0..<10 { #expect(try await browser.send(.deleteAccount, body: deletion).status == 401) }
            #expect(try await browser.send(.deleteAccount, body: deletion).error().name == .tooManyTries)
        }
    }

    @Test func twentyAccountsAnHourFromOneAddress() async throws {
        try await withRelay { world in
            for index in 0..<20 {
                // A name that is taken counts for itself.
                if index > 0 { await expectError(.nameTaken) { _ = try await world.join("name0") } }
                _ = try await world.join("name\(index)")
            }
            await expectError(.tooManyTries) { _ = try await world.join("one-more") }
            #expect(world.clock.waits.isEmpty)
            world.clock.advance(milliseconds: 60 * 60 * 1000)
            _ = try await world.join("one-more")
        }
    }

    @Test func makingAnAccountAgainIsNoWayToGuess() async throws {
        try await withRelay { world in
            let (ada, _) = try await world.join("ada")
            let attacker = world.browser()
            var guess = ada.creation
            for _ in 0..<19 {
                guess.secret = Fresh.bytes(32)
                #expect(try await attacker.send(.createAccount, body: guess.body).error().name == .nameTaken)
            }
            // The right one looks like the others, and gives no session.
            let right = try await attacker.send(.createAccount, body: ada.creation.body)
            #expect(try right.error().name == .nameTaken && right.headers["Set-Cookie"].isEmpty)
            // Names can't be listed: after twenty that were taken, nothing is said of any other.
            for name in ["ada", "someone-else"] {
                let answer = try await attacker.send(.createAccount, body: Person(name).creation.body)
                #expect(try answer.error().name == .tooManyTries)
                #expect(answer.headers["Retry-After"] == ["3600"])
            }
        }
    }

    @Test func nobodyElsesTriesKeepOutTheOwner() async throws {
        try await withRelay { world in
            let (ada, owner) = try await world.join("ada")
            let thief = world.browser()
            let _: AccountRecord = try await thief.call(.signIn, SignInRequest(name: "ada", secret: ada.secret))
            let wrong = Fresh.bytes(32)
            let change = ChangePassphraseRequest(
                currentSecret: wrong, salt: Fresh.bytes(16), secret: wrong, personByPassphrase: Fresh.bytes(60))
            let code = ChangeRecoveryCodeRequest(
                currentSecret: wrong, recoverySecret: wrong, personByRecovery: Fresh.bytes(60))
            // A stranger and a stolen session use up all tries that they have.
            let all: [(Browser, Route, [UInt8])] = [
                (world.browser(), .signIn, SignInRequest(name: "ada", secret: wrong).body),
                (world.browser(), .startRecovery, StartRecoveryRequest(name: "ada", recoverySecret: wrong).body),
                (thief, .changePassphrase, change.body), (thief, .changeRecoveryCode, code.body),
                (thief, .deleteAccount, DeleteAccountRequest(secret: wrong).body),
            ]
            for (browser, route, body) in all {
                for _ in 0..<10 { #expect(try await browser.send(route, body: body).error().name == .wrongSecret) }
                #expect(try await browser.send(route, body: body).error().name == .tooManyTries, "\(route.name)")
            }
            // The owner's own session, and their paper, are not concerned.
            var right = change
            right.currentSecret = ada.secret
            #expect(try await thief.send(.changePassphrase, body: right.body).error().name == .tooManyTries)
            let _: StartRecoveryAnswer = try await world.browser().call(
                .startRecovery, StartRecoveryRequest(name: "ada", recoverySecret: ada.recoverySecret))
            try await owner.call(.changePassphrase, right)
            #expect(try await thief.send(.account).error().name == .notSignedIn)
            try await owner.call(.deleteAccount, DeleteAccountRequest(secret: right.secret))
        }
    }

    @Test func oldTriesAreForgotten() throws {
        let throttle = Throttle(limit: 2, window: 100)
        let keys = [Throttle.Key.name("a", .signIn)]
        _ = try throttle.begin(keys, now: 0)
        _ = try throttle.begin(keys, now: 50)
        #expect(throws: WireError.self) { try throttle.begin(keys, now: 99) }
        throttle.sweep(now: 100)
        #expect(try throttle.begin(keys, now: 101).delay == .milliseconds(250))
    }

    @Test func addressesOfOneHouseholdAreOne() {
        #expect(ClientAddress.network(of: "2001:db8:1:2:aaaa::1") == ClientAddress.network(of: "2001:db8:1:2:bbbb::2"))
        #expect(ClientAddress.network(of: "2001:db8:1:2::1") != ClientAddress.network(of: "2001:db8:1:3::1"))
        #expect(ClientAddress.network(of: "10.0.0.1") != ClientAddress.network(of: "10.0.0.2"))
    }

    @Test(arguments: [
        "::ffff:10.0.0.1", "::FFFF:a00:1", "64:ff9b::10.0.0.1", "2002:a00:1:7::9", "10.0.0.1:1234", " 10.0.0.1 ",
        "[::ffff:10.0.0.1]:80", "\"10.0.0.1:7\"",
    ])
    func anAddressIsItselfInEveryForm(_ text: String) {
        #expect(ClientAddress.network(of: text) == "10.0.0.1")
    }

    @Test(arguments: ["[2001:db8:1:2::9]:443", "[2001:db8:1:2::9]", "2001:DB8:1:2:a::", "2001:db8:1:2::9%eth0"])
    func aHouseholdIsItselfInEveryForm(_ text: String) {
        #expect(ClientAddress.network(of: text) == ClientAddress.network(of: "2001:db8:1:2::1"))
    }

    @Test(arguments: ["", "unknown", "_hidden", "1.2.3", "10.0.0.1:2:3", "[10", "x:1", "1.2.3.4.5"])
    func junkIsNoAddress(_ text: String) {
        #expect(ClientAddress.network(of: text) == nil)
    }

    @Test func junkAndPortsInForwardedHeadersDontGiveMoreTries() async throws {
        try await withRelay(configure: { $0.isBehindProxy = true }) { world in
            // The proxy writes ports, and each connection has another.
            for index in 0..<10 {
                _ = try await tryWrongly(world.browser(address: "1.2.3.4:\(1000 + index)"), "a\(index)aa")
            }
            #expect(try await tryWrongly(world.browser(address: "x, 1.2.3.4:9999"), "other").name == .tooManyTries)
            #expect(try await tryWrongly(world.browser(address: "::ffff:1.2.3.4"), "other").name == .tooManyTries)
            // What is no address is all one.
            for index in 0..<10 { _ = try await tryWrongly(world.browser(address: "junk\(index)"), "b\(index)bb") }
            #expect(try await tryWrongly(world.browser(address: "more junk"), "other").name == .tooManyTries)
            #expect(try await tryWrongly(world.browser(address: "1.2.3.4,"), "other").name == .tooManyTries)
        }
    }

    @Test func clientsOfAllInterfacesAreNotOneAddress() {
        // Listening at `::`, IPv4 arrives inside IPv6: two of them are two.
        #expect(ClientAddress.network(of: "::ffff:10.0.0.1") != ClientAddress.network(of: "::ffff:10.0.0.2"))
    }
}
