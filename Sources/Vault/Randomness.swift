import Wire

extension RandomNumberGenerator {
    /// That many random bytes.
    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &self) }
    }

    /// A random identifier.
    mutating func identifier() -> Identifier {
        Identifier(bytes(Identifier.byteCount))!
    }
}
