import Bytes
import Crypto
import Foundation
import Wire

/// An AES-256-GCM key that wraps other keys, and never encrypts content.
///
/// A wrapped key is `nonce 12 ‖ AES-256-GCM(raw key, additional data = label) ‖ tag 16`.
public struct WrappingKey: Sendable {
    private let key: SymmetricKey

    init(_ key: SymmetricKey) {
        self.key = key
    }

    /// The raw key, to be wrapped itself.
    var bytes: [UInt8] {
        key.withUnsafeBytes { Array($0) }
    }

    /// `raw`, wrapped under a label that says what it is.
    func wrap(_ raw: [UInt8], label: [UInt8], using generator: inout some RandomNumberGenerator) -> [UInt8] {
        do {
            let nonce = try AES.GCM.Nonce(data: generator.bytes(EnvelopeHeader.nonceByteCount))
            let box = try AES.GCM.seal(raw, using: key, nonce: nonce, authenticating: label)
            return Array(nonce) + box.ciphertext + box.tag
        } catch {
            preconditionFailure("AES-GCM refuses only keys and nonces of a wrong length: \(error)")
        }
    }

    /// The raw key that was wrapped under the same label.
    func unwrap(_ wrapped: [UInt8], label: [UInt8]) throws(VaultError) -> [UInt8] {
        do {
            return Array(try AES.GCM.open(try AES.GCM.SealedBox(combined: wrapped), using: key, authenticating: label))
        } catch {
            throw .keyDoesNotOpen
        }
    }
}
