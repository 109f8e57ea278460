/// The codewords of a symbol: the text with its header and padding, split into blocks, each with its error correction.
struct QRCodewords {
    /// Data and error correction in the order in which they are placed (section 7.6).
    let interleaved: [UInt8]

    /// The codewords for `bytes`, which `version` has room for.
    init(_ bytes: [UInt8], version: QRVersion) {
        let data = Self.data(bytes, version: version)
        let generator = ReedSolomon.generator(degree: version.correctionPerBlock)
        var blocks: [[UInt8]] = []
        var corrections: [[UInt8]] = []
        var start = 0
        for length in version.blocks {
            let block = Array(data[start..<start + length])
            blocks.append(block)
            corrections.append(ReedSolomon.remainder(block, generator: generator))
            start += length
        }
        var interleaved: [UInt8] = []
        for index in 0..<(version.blocks.last ?? 0) {
            for block in blocks where index < block.count { interleaved.append(block[index]) }
        }
        for index in 0..<version.correctionPerBlock {
            for correction in corrections { interleaved.append(correction[index]) }
        }
        self.interleaved = interleaved
    }

    /// Mode, count, bytes, terminator and padding (sections 7.4.5 to 7.4.10).
    private static func data(_ bytes: [UInt8], version: QRVersion) -> [UInt8] {
        var bits = BitList()
        bits.append(0b0100, count: 4)
        bits.append(bytes.count, count: version.countBits)
        for byte in bytes { bits.append(Int(byte), count: 8) }
        let room = 8 * version.capacity
        bits.append(0, count: min(4, room - bits.count))
        bits.append(0, count: (8 - bits.count % 8) % 8)
        var data = bits.bytes
        var isEven = true
        while data.count < version.capacity {
            data.append(isEven ? 0b1110_1100 : 0b0001_0001)
            isEven.toggle()
        }
        return data
    }
}

/// Bits written one after another, the most significant first.
private struct BitList {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0

    mutating func append(_ value: Int, count added: Int) {
        for shift in stride(from: added - 1, through: 0, by: -1) {
            if count % 8 == 0 { bytes.append(0) }
            if value >> shift & 1 == 1 { bytes[bytes.count - 1] |= 0x80 >> UInt8(count % 8) }
            count += 1
        }
    }
}

/// Reed–Solomon codes over GF(2⁸) with the polynomial x⁸ + x⁴ + x³ + x² + 1 (section 7.5.2).
private enum ReedSolomon {
    /// The product of (x − 2ⁱ) for i below `degree`: its coefficients after the leading 1, highest power first.
    static func generator(degree: Int) -> [UInt8] {
        var generator = [UInt8](repeating: 0, count: degree)
        generator[degree - 1] = 1
        var root: UInt8 = 1
        for _ in 0..<degree {
            for index in 0..<degree {
                generator[index] = product(generator[index], root)
                if index + 1 < degree { generator[index] ^= generator[index + 1] }
            }
            root = product(root, 2)
        }
        return generator
    }

    /// What is left when `data`, shifted by the generator's degree, is divided by it.
    static func remainder(_ data: [UInt8], generator: [UInt8]) -> [UInt8] {
        var remainder = [UInt8](repeating: 0, count: generator.count)
        for byte in data {
            let factor = byte ^ remainder.removeFirst()
            remainder.append(0)
            for index in remainder.indices { remainder[index] ^= product(generator[index], factor) }
        }
        return remainder
    }

    /// Multiplies in the field, shifting and adding.
    private static func product(_ one: UInt8, _ other: UInt8) -> UInt8 {
        var result: UInt8 = 0
        for shift in stride(from: 7, through: 0, by: -1) {
            result = result << 1 ^ (result >> 7) &* 0x1D
            if other >> UInt8(shift) & 1 == 1 { result ^= one }
        }
        return result
    }
}
