import AsyncHTTPClient
import Foundation
import NIOSSL
import RelayTestSupport
import Testing

@testable import Relay

/// A certificate that is renewed while the relay runs.
@Suite struct CertificateTests {
    let directory: TemporaryDirectory
    let files: RelayConfiguration.TLSFiles

    init() throws {
        directory = try TemporaryDirectory()
        files = RelayConfiguration.TLSFiles(
            certificate: directory.url.appendingPathComponent("certificate.pem"),
            key: directory.url.appendingPathComponent("key.pem"))
        try put(certificate: .one, key: .one)
    }

    private func put(certificate: TestCertificate? = nil, key: TestCertificate? = nil) throws {
        // As those who renew certificates do: a new file in the place of the old one.
        if let certificate { try Data(certificate.certificate.utf8).write(to: files.certificate, options: .atomic) }
        if let key { try Data(key.key.utf8).write(to: files.key, options: .atomic) }
    }

    @Test func isTakenOverOnceItsKeyFits() throws {
        let served = try ServedCertificate(files)
        #expect(try !served.refresh())
        try put(certificate: .other)
        #expect(throws: (any Error).self) { try served.refresh() }
        #expect(try !served.refresh(), "told once")
        try put(key: .other)
        #expect(try served.refresh())
        #expect(try !served.refresh())
        try Data("no certificate".utf8).write(to: files.certificate, options: .atomic)
        #expect(throws: (any Error).self) { try served.refresh() }
        try FileManager.default.removeItem(at: files.certificate)
        #expect(throws: (any Error).self) { try served.refresh() }
        try put(certificate: .one, key: .one)
        #expect(try served.refresh())
    }

    @Test func aLinkThatComesToLeadElsewhereIsFollowed() throws {
        let second = directory.url.appendingPathComponent("second")
        try FileManager.default.createDirectory(at: second, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(
            at: directory.url.appendingPathComponent("first"), withIntermediateDirectories: true)
        for (folder, pair) in [("first", TestCertificate.one), ("second", .other)] {
            let folder = directory.url.appendingPathComponent(folder)
            try Data(pair.certificate.utf8).write(to: folder.appendingPathComponent("c"))
            try Data(pair.key.utf8).write(to: folder.appendingPathComponent("k"))
        }
        let live = directory.url.appendingPathComponent("live")
        try FileManager.default.createSymbolicLink(atPath: live.path, withDestinationPath: "first")
        let served = try ServedCertificate(
            .init(certificate: live.appendingPathComponent("c"), key: live.appendingPathComponent("k")))
        try FileManager.default.removeItem(at: live)
        try FileManager.default.createSymbolicLink(atPath: live.path, withDestinationPath: "second")
        #expect(try served.refresh())
    }

    @Test func whoComesAfterASignalIsShownTheNewOne() async throws {
        let command = try HearthCommand([
            "serve", "--port", "0", "--data", directory.url.appendingPathComponent("data").path, "--tls-certificate",
            files.certificate.path, "--tls-key", files.key.path,
        ])
        let port = try command.port()
        #expect(await answers(port, trusting: .one))
        try put(certificate: .other, key: .other)
        command.send(SIGHUP)
        #expect(try await eventually { await self.answers(port, trusting: .other) })
        #expect(await !answers(port, trusting: .one))
        command.send(SIGTERM)
        let (code, errors) = command.end()
        #expect(code == 0 && errors.contains("the new TLS certificate is in use"))
    }

    /// Whether somebody who trusts nothing else is answered.
    private func answers(_ port: Int, trusting certificate: TestCertificate) async -> Bool {
        guard let trusted = try? NIOSSLCertificate.fromPEMBytes(Array(certificate.certificate.utf8)) else {
            return false
        }
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .certificates(trusted)
        var configuration = HTTPClient.Configuration()
        configuration.tlsConfiguration = tls
        // One that isn't trusted is tried again until then.
        configuration.timeout.connect = .seconds(10)
        let client = HTTPClient(configuration: configuration)
        let request = HTTPClientRequest(url: "https://localhost:\(port)/health")
        let answer = try? await client.execute(request, timeout: .seconds(30))
        try? await client.shutdown()
        return answer?.status == .ok
    }
}
