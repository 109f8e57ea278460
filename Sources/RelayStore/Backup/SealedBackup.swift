import Crypto
import Foundation

/// A sealed backup, byte for byte: ``magic`` ‖ salt 32 ‖ parts. A part is AES-256-GCM of up to ``partByteCount`` bytes of the database,
/// `ciphertext ‖ tag 16`, with the magic as additional data. Its nonce is `0 0 0 ‖ number 8 ‖ last 1`: the number counts the parts from
/// 0, big-endian, and `last` is 1 for the last one. So nothing can be cut off, left out or put elsewhere (STREAM: Hoang, Reyhanitabar,
/// Rogaway, Vizár, 2015).
enum SealedBackup {
    /// What it begins with.
    static let magic = Array("hearth backup 1\n".utf8)
    static let saltByteCount = 32
    static let partByteCount = 1 << 20
    private static let tagByteCount = 16

    /// Why one can't be opened.
    enum Refusal: Error {
        /// The key is another one, or the file has been changed or cut.
        case notOpened
    }

    /// Seals all that `input` has left.
    static func seal(_ input: FileHandle, into output: FileHandle, under key: BackupKey, salt: [UInt8]) throws {
        try output.write(contentsOf: magic + salt)
        let key = key.key(salt: salt)
        try parts(of: input, partByteCount) { part, number, isLast in
            let box = try AES.GCM.seal(
                part, using: key, nonce: nonce(number, isLast: isLast), authenticating: magic)
            try output.write(contentsOf: box.ciphertext + box.tag)
        }
    }

    /// Opens one whose ``magic`` has been read.
    ///
    /// - Throws: ``Refusal``, and whatever reading and writing throws. What was written until then is part of the database, and no more.
    static func open(_ input: FileHandle, into output: FileHandle, under key: BackupKey) throws {
        let salt = try input.read(upToCount: saltByteCount) ?? Data()
        guard salt.count == saltByteCount else { throw Refusal.notOpened }
        let key = key.key(salt: Array(salt))
        try parts(of: input, partByteCount + tagByteCount) { part, number, isLast in
            guard part.count >= tagByteCount else { throw Refusal.notOpened }
            do {
                let box = try AES.GCM.SealedBox(
                    nonce: nonce(number, isLast: isLast), ciphertext: part.dropLast(tagByteCount),
                    tag: part.suffix(tagByteCount))
                try output.write(contentsOf: AES.GCM.open(box, using: key, authenticating: magic))
            } catch is CryptoKitError {
                throw Refusal.notOpened
            }
        }
    }

    /// Calls `body` with each part, its number, and whether it is the last one; with an empty one when there is nothing.
    private static func parts(
        of input: FileHandle, _ byteCount: Int, _ body: (_ part: Data, _ number: UInt64, _ isLast: Bool) throws -> Void
    ) throws {
        var part = try input.read(upToCount: byteCount) ?? Data()
        var number: UInt64 = 0
        while true {
            let next = try input.read(upToCount: byteCount) ?? Data()
            try body(part, number, next.isEmpty)
            if next.isEmpty { return }
            (part, number) = (next, number + 1)
        }
    }

    private static func nonce(_ number: UInt64, isLast: Bool) throws -> AES.GCM.Nonce {
        let digits = (0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
        return try AES.GCM.Nonce(data: [0, 0, 0] + digits + [isLast ? 1 : 0])
    }
}
