/// A QR Code symbol (ISO/IEC 18004:2015): byte mode, versions 1 to 10, error correction level M, which survives about 15 % of
/// damage. That is room for 213 bytes, several times a link.
public struct QRCode: Equatable, Sendable {
    /// Modules along one side, without the quiet zone.
    public let size: Int
    /// Which of the eight mask patterns was laid over the data.
    public let mask: Int
    private let dark: [Bool]

    /// The symbol that reads as `text` in UTF-8, in the smallest version that holds it; nil when none does.
    ///
    /// - Parameter mask: A mask pattern from 0 to 7, or nil for the one with the least penalty (section 7.8.3).
    public init?(_ text: String, mask: Int? = nil) {
        let bytes = Array(text.utf8)
        guard let version = QRVersion(holding: bytes.count) else { return nil }
        let codewords = QRCodewords(bytes, version: version).interleaved
        var best: (canvas: QRCanvas, mask: Int, penalty: Int)?
        for candidate in mask.map({ $0...$0 }) ?? 0...7 {
            var canvas = QRCanvas(version)
            canvas.place(codewords, mask: candidate)
            canvas.drawFormat(mask: candidate)
            let penalty = mask == nil ? canvas.penalty : 0
            if best.map({ penalty < $0.penalty }) ?? true { best = (canvas, candidate, penalty) }
        }
        guard let best else { return nil }
        size = version.size
        self.mask = best.mask
        dark = best.canvas.dark
    }

    /// Whether the module in column `x` and row `y` is dark.
    public subscript(x: Int, y: Int) -> Bool { dark[y * size + x] }

    /// All dark modules as one SVG path, a module being a unit, the symbol's corner lying at `quietZone` in both directions.
    public func path(quietZone: Int = Self.quietZone) -> String {
        var path = ""
        for y in 0..<size {
            var x = 0
            while x < size {
                guard self[x, y] else {
                    x += 1
                    continue
                }
                let start = x
                while x < size, self[x, y] { x += 1 }
                path += "M\(start + quietZone) \(y + quietZone)h\(x - start)v1h-\(x - start)z"
            }
        }
        return path
    }

    /// How many light modules must surround a symbol.
    public static let quietZone = 4
}

/// What differs between the sizes of a symbol at level M (tables 1, 7, 9 and E.1 of the standard).
struct QRVersion: Equatable {
    /// 1 to 10.
    let number: Int
    /// Error correction codewords in each block.
    let correctionPerBlock: Int
    /// How many blocks there are, and how many data codewords each has; longer blocks come last.
    let blocks: [Int]
    /// The rows and columns in which alignment patterns are centred.
    let alignment: [Int]

    /// Modules along one side.
    var size: Int { 17 + 4 * number }
    /// Data codewords in all blocks.
    var capacity: Int { blocks.reduce(0, +) }
    /// Bits of the field that says how many bytes follow.
    var countBits: Int { number < 10 ? 8 : 16 }

    /// The smallest version with room for so many bytes.
    init?(holding count: Int) {
        for number in 1...10 {
            let version = QRVersion(number)
            // Four bits name the mode.
            if 4 + version.countBits + 8 * count <= 8 * version.capacity {
                self = version
                return
            }
        }
        return nil
    }

    private init(_ number: Int) {
        self.number = number
        switch number {
        case 1: (correctionPerBlock, blocks, alignment) = (10, [16], [])
        case 2: (correctionPerBlock, blocks, alignment) = (16, [28], [6, 18])
        case 3: (correctionPerBlock, blocks, alignment) = (26, [44], [6, 22])
        case 4: (correctionPerBlock, blocks, alignment) = (18, [32, 32], [6, 26])
        case 5: (correctionPerBlock, blocks, alignment) = (24, [43, 43], [6, 30])
        case 6: (correctionPerBlock, blocks, alignment) = (16, [27, 27, 27, 27], [6, 34])
        case 7: (correctionPerBlock, blocks, alignment) = (18, [31, 31, 31, 31], [6, 22, 38])
        case 8: (correctionPerBlock, blocks, alignment) = (22, [38, 38, 39, 39], [6, 24, 42])
        case 9: (correctionPerBlock, blocks, alignment) = (22, [36, 36, 36, 37, 37], [6, 26, 46])
        default: (correctionPerBlock, blocks, alignment) = (26, [43, 43, 43, 43, 44], [6, 28, 50])
        }
    }
}
