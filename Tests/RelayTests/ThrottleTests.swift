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
                // A name that is taken costs nothing.
                if index > 0 { await expectError(.nameTaken) { _ = try await world.join("name0") } }
                _ = try await world.join("name\(index)")
            }
            await expectError(.tooManyTries) { _ = try await world.join("one-more") }
            #expect(world.clock.waits.isEmpty)
            world.clock.advance(milliseconds: 60 * 60 * 1000)
            _ = try await world.join("one-more")
        }
    }

    @Test func oldTriesAreForgotten() throws {
        let throttle = Throttle(limit: 2, window: 100)
        let keys = [Throttle.Key.name("a")]
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
}
