/// Words and features as 64-bit numbers, so that a message is read without making or comparing strings.
///
/// The numbers are part of the packed weights: changing this function asks for new weights.
enum WordHash {
    /// The FNV-1a offset basis.
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    /// The FNV-1a prime.
    private static let prime: UInt64 = 0x0000_0100_0000_01b3

    /// The hash of a word already in lower case (FNV-1a over its Unicode scalars).
    static func of(_ word: String) -> UInt64 {
        word.unicodeScalars.reduce(seed) { adding($1.value, to: $0) }
    }

    /// The hash of a word of a data file, as UTF-8.
    static func of(utf8 bytes: ArraySlice<UInt8>) -> UInt64 {
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return of(String(decoding: bytes, as: UTF8.self)) }
        return bytes.reduce(seed) { adding(UInt32($1), to: $0) }
    }

    /// The hash of part of a message already in lower case.
    static func of(_ scalars: ArraySlice<UInt32>) -> UInt64 {
        scalars.reduce(seed) { adding($1, to: $0) }
    }

    /// A hash with one more Unicode scalar at its end.
    static func adding(_ scalar: UInt32, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(scalar)) &* prime
    }

    /// One hash out of two, in which their order matters.
    static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        var mixed = first &* 0x9e37_79b9_7f4a_7c15 &+ (second ^ (second >> 29))
        mixed ^= mixed >> 32
        return mixed &* 0xd6e8_feb8_6659_fd93
    }
}
