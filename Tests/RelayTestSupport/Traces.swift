import Bytes
import Foundation
import Wire

/// The envelopes of which any part of the ciphertext is found in `contents`, by their entry ids.
///
/// Looks for the first eight bytes of every 64 of each ciphertext, at every offset.
public func traces(of envelopes: [Envelope], in contents: Data) -> Set<Identifier> {
    var owners: [UInt64: Identifier] = [:]
    var filter = [Bool](repeating: false, count: 1 << 16)
    for envelope in envelopes {
        let ciphertext = Array(envelope.ciphertext)
        for start in stride(from: 0, to: ciphertext.count - 8, by: 64) {
            let word = ciphertext[start..<start + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            owners[word] = envelope.header.entry
            filter[Int(word & 0xFFFF)] = true
        }
    }
    var found: Set<Identifier> = []
    var word: UInt64 = 0
    contents.withUnsafeBytes { bytes in
        for byte in bytes {
            word = word << 8 | UInt64(byte)
            if filter[Int(word & 0xFFFF)], let owner = owners[word] { found.insert(owner) }
        }
    }
    return found
}
