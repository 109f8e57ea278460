import Crypto
import StoreRules
import Wire

extension SecretHash {
    /// The hash of `secret`.
    public init(hashing secret: [UInt8]) {
        guard let hash = SecretHash(Array(SHA256.hash(data: secret))) else {
            preconditionFailure("SHA-256 has 32 bytes")
        }
        self = hash
    }
}

extension EnvelopeHash {
    /// The hash of a whole envelope.
    init(hashing envelope: [UInt8]) {
        guard let hash = EnvelopeHash(Array(SHA256.hash(data: envelope))) else {
            preconditionFailure("SHA-256 has 32 bytes")
        }
        self = hash
    }
}

extension Rules {
    /// The rules of a relay with this generation.
    init(generation: Int64) {
        self.init(generation: generation, hash: { EnvelopeHash(hashing: $0) })
    }
}
