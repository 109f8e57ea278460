import Crypto

extension [UInt8] {
    /// SHA-256 in lower-case hexadecimal.
    var sha256: String {
        SHA256.hash(data: self).map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}
