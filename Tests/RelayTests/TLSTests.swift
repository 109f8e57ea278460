import AsyncHTTPClient
import Foundation
import NIOSSL
import RelayTestSupport
import Testing
import Wire

@testable import Relay

@Suite struct TLSTests {
    private func withTLS(_ body: (RelayWorld) async throws -> Void) async throws {
        let directory = try TemporaryDirectory()
        let files = RelayConfiguration.TLSFiles(
            certificate: directory.url.appendingPathComponent("certificate.pem"),
            key: directory.url.appendingPathComponent("key.pem"))
        try Data(TestCertificate.one.certificate.utf8).write(to: files.certificate)
        try Data(TestCertificate.one.key.utf8).write(to: files.key)
        try Data("<p>index".utf8).write(to: directory.url.appendingPathComponent("index.html"))
        let web = try WebBundle(directory: directory.url)
        try await withRelay(web: web, configure: { $0.tls = files }) { world in
            var world = world
            world.scheme = "https"
            try await body(world)
        }
    }

    @Test func sessionIsForThisHostAndTLSOnly() async throws {
        try await withTLS { world in
            let (ada, browser) = try await world.join("ada")
            #expect(browser.cookie?.hasPrefix("__Host-hearth=") == true)
            let record: AccountRecord = try await browser.get(.account)
            #expect(record.account == ada.account)
            let page = try await browser.send("GET", "/")
            #expect(page.headers["Strict-Transport-Security"] == ["max-age=86400"])
        }
    }

    @Test func whoIsReachedWithoutTLSKnows() {
        let file = URL(fileURLWithPath: "/x.pem")
        for host in ["0.0.0.0", "::", "192.168.1.5", "hearth.example"] {
            var configuration = RelayConfiguration(host: host)
            #expect(configuration.isReachedWithoutTLS, "\(host)")
            configuration.isBehindProxy = true
            #expect(!configuration.isReachedWithoutTLS, "\(host)")
            configuration.isBehindProxy = false
            configuration.tls = .init(certificate: file, key: file)
            #expect(!configuration.isReachedWithoutTLS, "\(host)")
        }
        for host in ["127.0.0.1", "127.0.0.2", "localhost", "::1"] {
            #expect(!RelayConfiguration(host: host).isReachedWithoutTLS, "\(host)")
        }
    }

    @Test func plainHTTPAndOldTLSAreRefused() async throws {
        try await withTLS { world in
            var plain = world
            plain.scheme = "http"
            let answer = try? await plain.browser().send(.health)
            #expect(answer == nil)
            let old = try await status(world) { $0.maximumTLSVersion = .tlsv11 }
            #expect(old == nil)
        }
    }

    @Test func onlySuitesThatAuthenticateAsTheyEncryptAreSpoken() async throws {
        try await withTLS { world in
            for suite: NIOTLSCipher in [
                .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
            ] {
                let status = try await status(world) {
                    ($0.maximumTLSVersion, $0.cipherSuiteValues) = (.tlsv12, [suite])
                }
                #expect(status == 200)
            }
            for suite: NIOTLSCipher in [
                .TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, .TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA,
                .TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,
            ] {
                let status = try await status(world) {
                    ($0.maximumTLSVersion, $0.cipherSuiteValues) = (.tlsv12, [suite])
                }
                #expect(status == nil)
            }
        }
    }

    /// What a client of this kind is answered; nil when it isn't.
    private func status(_ world: RelayWorld, _ configure: (inout TLSConfiguration) -> Void) async throws -> UInt? {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.certificateVerification = .none
        configure(&tls)
        var configuration = HTTPClient.Configuration()
        configuration.tlsConfiguration = tls
        let client = HTTPClient(configuration: configuration)
        let response = try? await client.execute(
            HTTPClientRequest(url: "https://127.0.0.1:\(world.port)/health"), timeout: .seconds(60))
        try await client.shutdown()
        return response?.status.code
    }
}
