import Foundation

/// A picture that is drawn by what colour each of its points has, and written as a JPEG: what the demo's couple has photos of.
struct DrawnPicture {
    /// How wide and how high it is, in pixels: each a multiple of eight, so that no block is cut.
    static let width = 480
    static let height = 360

    /// The colour at a point: `x` from 0 at the left to 4/3 at the right, `y` from 0 at the top to 1 at the bottom.
    let colour: @Sendable (_ x: Double, _ y: Double) -> Colour

    /// Red, green and blue, 0–1.
    struct Colour {
        var red, green, blue: Double

        /// A colour as it is written on the web, such as `0xFAF6F0`.
        init(_ hexadecimal: Int) {
            red = Double(hexadecimal >> 16 & 255) / 255
            green = Double(hexadecimal >> 8 & 255) / 255
            blue = Double(hexadecimal & 255) / 255
        }

        /// Some of another colour laid over it, 0–1.
        func with(_ other: Colour, _ share: Double) -> Colour {
            let share = min(max(share, 0), 1)
            var mixed = self
            mixed.red += (other.red - red) * share
            mixed.green += (other.green - green) * share
            mixed.blue += (other.blue - blue) * share
            return mixed
        }
    }
}

extension DrawnPicture {
    /// The picture as a JPEG file, with nothing in it but what a picture needs.
    var jpeg: [UInt8] {
        var file = JPEGWriter(width: Self.width, height: Self.height)
        for top in stride(from: 0, to: Self.height, by: JPEGWriter.side) {
            for left in stride(from: 0, to: Self.width, by: JPEGWriter.side) {
                file.write(
                    (0..<JPEGWriter.side * JPEGWriter.side).map { index in
                        let (row, column) = index.quotientAndRemainder(dividingBy: JPEGWriter.side)
                        let scale = Double(Self.height)
                        return colour((Double(left + column) + 0.5) / scale, (Double(top + row) + 0.5) / scale)
                    })
            }
        }
        return file.finished
    }
}

/// Writes a baseline JPEG (ITU-T T.81), block by block, with tables of its own: short codes for what smooth pictures are made of, and
/// codes of one length for all else. It is our own because no package that Hearth builds with writes pictures, and four drawings of a
/// demo aren't worth one; where there is a browser, the browser writes them.
private struct JPEGWriter {
    /// How wide and high a block is.
    static let side = 8

    /// By what the frequencies are divided, coarser the higher they are.
    private static let steps = (0..<64).map { 3 + 2 * ($0 / 8 + $0 % 8) }
    /// The places of a block along its diagonals, from the lowest frequency to the highest.
    private static let zigzag = (0..<15).flatMap { sum in
        let rows = max(0, sum - 7)...min(sum, 7)
        return (sum % 2 == 0 ? rows.reversed() : Array(rows)).map { $0 * 8 + sum - $0 }
    }
    private static let cosines = (0..<64).map { index in
        let (frequency, place) = index.quotientAndRemainder(dividingBy: 8)
        return cos(Double((2 * place + 1) * frequency) * .pi / 16) * (frequency == 0 ? 0.125.squareRoot() : 0.5)
    }

    /// How long the first value of a block is, as a code of four bits.
    private static let firstSymbols = (0...11).map { UInt8($0) }
    /// How many zeros go ahead and how long a value is: the end of a block, then the commonest, then the others.
    private static let shortSymbols: [UInt8] = [0x00, 0x01, 0x02]
    private static let longSymbols =
        [0xF0]
        + (0...15).flatMap { zeros in (1...10).map { UInt8(zeros << 4 | $0) } }.filter { !shortSymbols.contains($0) }
    private static let codes: [(code: Int, length: Int)] = {
        var codes = [(code: Int, length: Int)](repeating: (0, 0), count: 256)
        for (symbol, code) in zip(shortSymbols, [(0b00, 2), (0b01, 2), (0b100, 3)]) { codes[Int(symbol)] = code }
        for (index, symbol) in longSymbols.enumerated() { codes[Int(symbol)] = (0b101 << 6 + index, 9) }
        return codes
    }()

    private var bytes: [UInt8]
    private var waiting = 0
    private var waitingBits = 0
    /// The first values of the last block, of brightness and of the two of colour.
    private var last = [0, 0, 0]

    init(width: Int, height: Int) {
        bytes = [0xFF, 0xD8]
        segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
        segment(0xDB, [0] + Self.zigzag.map { UInt8(Self.steps[$0]) })
        let size = [height >> 8, height & 255, width >> 8, width & 255].map { UInt8($0) }
        segment(0xC0, [8] + size + [3] + (1...3).flatMap { [UInt8($0), 0x11, 0] })
        segment(0xC4, [0x00] + Self.counts([4: Self.firstSymbols.count]) + Self.firstSymbols)
        segment(
            0xC4, [0x10] + Self.counts([2: 2, 3: 1, 9: Self.longSymbols.count]) + Self.shortSymbols + Self.longSymbols)
        segment(0xDA, [3] + (1...3).flatMap { [UInt8($0), 0x00] } + [0, 63, 0])
    }

    /// The whole file.
    var finished: [UInt8] {
        var whole = self
        whole.put(0x7F, 7)
        return whole.bytes + [0xFF, 0xD9]
    }

    /// Writes the next block: its points row by row.
    mutating func write(_ block: [DrawnPicture.Colour]) {
        write(block.map { 255 * (0.299 * $0.red + 0.587 * $0.green + 0.114 * $0.blue) - 128 }, 0)
        write(block.map { 255 * (-0.168736 * $0.red - 0.331264 * $0.green + 0.5 * $0.blue) }, 1)
        write(block.map { 255 * (0.5 * $0.red - 0.418688 * $0.green - 0.081312 * $0.blue) }, 2)
    }

    private mutating func write(_ block: [Double], _ part: Int) {
        let waves = Self.waves(of: block)
        let values = Self.zigzag.map { Int((waves[$0] / Double(Self.steps[$0])).rounded()) }
        let first = values[0] - last[part]
        last[part] = values[0]
        put(Self.length(of: first), 4)
        putValue(first)
        var zeros = 0
        for value in values.dropFirst() {
            if value == 0 {
                zeros += 1
                continue
            }
            while zeros > 15 {
                putSymbol(0xF0)
                zeros -= 16
            }
            putSymbol(zeros << 4 | Self.length(of: value))
            putValue(value)
            zeros = 0
        }
        if zeros > 0 { putSymbol(0x00) }
    }

    /// A block as a sum of waves: the discrete cosine transform, first of its rows and then of its columns.
    private static func waves(of block: [Double]) -> [Double] {
        var rows = [Double](repeating: 0, count: 64)
        var waves = rows
        for row in 0..<8 {
            for wave in 0..<8 {
                for place in 0..<8 { rows[row * 8 + wave] += cosines[wave * 8 + place] * block[row * 8 + place] }
            }
        }
        for column in 0..<8 {
            for wave in 0..<8 {
                for place in 0..<8 {
                    waves[wave * 8 + column] += cosines[wave * 8 + place] * rows[place * 8 + column]
                }
            }
        }
        return waves
    }

    private static func length(of value: Int) -> Int { Int.bitWidth - value.magnitude.leadingZeroBitCount }

    private mutating func putSymbol(_ symbol: Int) { put(Self.codes[symbol].code, Self.codes[symbol].length) }

    private mutating func putValue(_ value: Int) {
        let length = Self.length(of: value)
        put(value < 0 ? value + 1 << length - 1 : value, length)
    }

    private mutating func put(_ code: Int, _ length: Int) {
        waiting = waiting << length | code
        waitingBits += length
        while waitingBits >= 8 {
            waitingBits -= 8
            let byte = UInt8(waiting >> waitingBits)
            bytes.append(byte)
            if byte == 0xFF { bytes.append(0) }
            waiting &= 1 << waitingBits - 1
        }
    }

    /// How many codes there are of each length.
    private static func counts(_ counts: [Int: Int]) -> [UInt8] { (1...16).map { UInt8(counts[$0] ?? 0) } }

    private mutating func segment(_ marker: UInt8, _ content: [UInt8]) {
        let length = content.count + 2
        bytes += [0xFF, marker, UInt8(length >> 8), UInt8(length & 255)] + content
    }
}
