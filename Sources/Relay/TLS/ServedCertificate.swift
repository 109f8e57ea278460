import Foundation
import NIOSSL
import Synchronization

/// The certificate that the relay shows. When its files change, connections from then on are shown the new one, and those that there are go
/// on.
///
/// NIOCertificateReloading does the same, but reads certificates with a parser of its own, which takes a minute to compile; BoringSSL,
/// which is here anyway, reads them and finds whether the key fits.
final class ServedCertificate: Sendable {
    /// How the files stand, as far as can be told without reading them.
    private struct Version: Equatable {
        let times: [Date?]
        let sizes: [Int?]
        let numbers: [Int?]

        init(_ files: RelayConfiguration.TLSFiles) {
            let found = [files.certificate, files.key].map {
                // Certificates are often links that come to lead elsewhere.
                try? FileManager.default.attributesOfItem(atPath: $0.resolvingSymlinksInPath().path)
            }
            times = found.map { $0?[.modificationDate] as? Date }
            sizes = found.map { $0?[.size] as? Int }
            numbers = found.map { $0?[.systemFileNumber] as? Int }
        }
    }

    private struct State {
        var shown: NIOSSLContextConfigurationOverride
        var version: Version
    }

    private let files: RelayConfiguration.TLSFiles
    private let state: Mutex<State>

    /// Reads the files.
    ///
    /// - Throws: what is wrong with them.
    init(_ files: RelayConfiguration.TLSFiles) throws {
        self.files = files
        let version = Version(files)
        state = Mutex(State(shown: try Self.read(files), version: version))
    }

    /// How connections are made.
    var configuration: TLSConfiguration {
        var configuration = Self.configuration(showing: state.withLock { $0.shown })
        configuration.sslContextCallback = { [self] _, promise in
            promise.succeed(state.withLock { $0.shown })
        }
        return configuration
    }

    /// Reads the files again if they have changed. Where they can't be used, what was shown is shown on.
    ///
    /// - Returns: whether there is a new certificate.
    /// - Throws: what is wrong with the files, once for each change.
    func refresh() throws -> Bool {
        let version = Version(files)
        let isNew = state.withLock { state in
            defer { state.version = version }
            return state.version != version
        }
        guard isNew else { return false }
        let read = try Self.read(files)
        state.withLock { $0.shown = read }
        return true
    }

    private static func read(_ files: RelayConfiguration.TLSFiles) throws -> NIOSSLContextConfigurationOverride {
        var found = NIOSSLContextConfigurationOverride()
        found.certificateChain = try NIOSSLCertificate.fromPEMFile(files.certificate.path).map { .certificate($0) }
        found.privateKey = .privateKey(try NIOSSLPrivateKey(file: files.key.path, format: .pem))
        // Refuses a key that isn't the certificate's, as while one file is replaced and the other isn't yet.
        _ = try NIOSSLContext(configuration: configuration(showing: found))
        return found
    }

    private static func configuration(showing found: NIOSSLContextConfigurationOverride) -> TLSConfiguration {
        guard let chain = found.certificateChain, let key = found.privateKey else {
            preconditionFailure("a certificate is read with its key")
        }
        var configuration = TLSConfiguration.makeServerConfiguration(certificateChain: chain, privateKey: key)
        configuration.minimumTLSVersion = .tlsv12
        // Of TLS 1.2 only what authenticates as it encrypts; 1.3 has nothing else.
        configuration.cipherSuiteValues = [
            .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
            .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
            .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
        ]
        configuration.applicationProtocols = ["http/1.1"]
        return configuration
    }
}
