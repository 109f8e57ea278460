/// The grid on which a symbol is drawn: function patterns first, then data under a mask, then the format.
struct QRCanvas {
    private let size: Int
    /// Row by row, whether a module is dark.
    private(set) var dark: [Bool]
    /// Row by row, whether a module belongs to a function pattern and so holds no data.
    private var isFunction: [Bool]

    /// A grid with the function patterns of a version (section 6.3).
    init(_ version: QRVersion) {
        size = version.size
        dark = [Bool](repeating: false, count: size * size)
        isFunction = dark
        for index in 0..<size {
            fix(6, index, index % 2 == 0)
            fix(index, 6, index % 2 == 0)
        }
        for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] { drawFinder(x, y) }
        drawAlignment(version.alignment)
        drawVersion(version.number)
        drawFormat(mask: 0)
    }

    private mutating func fix(_ x: Int, _ y: Int, _ isDark: Bool) {
        dark[y * size + x] = isDark
        isFunction[y * size + x] = true
    }

    /// A finder pattern and its separator, as far as they lie on the grid.
    private mutating func drawFinder(_ centreX: Int, _ centreY: Int) {
        for y in max(centreY - 4, 0)...min(centreY + 4, size - 1) {
            for x in max(centreX - 4, 0)...min(centreX + 4, size - 1) {
                let ring = max(abs(x - centreX), abs(y - centreY))
                fix(x, y, ring != 2 && ring != 4)
            }
        }
    }

    private mutating func drawAlignment(_ centres: [Int]) {
        guard let first = centres.first, let last = centres.last else { return }
        for centreY in centres {
            for centreX in centres {
                // These three corners have finder patterns.
                let corner = (centreX, centreY)
                if corner == (first, first) || corner == (last, first) || corner == (first, last) { continue }
                for y in centreY - 2...centreY + 2 {
                    for x in centreX - 2...centreX + 2 {
                        fix(x, y, max(abs(x - centreX), abs(y - centreY)) != 1)
                    }
                }
            }
        }
    }

    /// The version in a (18, 6) BCH code, twice, from version 7 on (section 7.10).
    private mutating func drawVersion(_ number: Int) {
        guard number >= 7 else { return }
        let bits = number << 12 | Self.remainder(number, bits: 12, polynomial: 0x1F25)
        for index in 0..<18 {
            let isDark = bits >> index & 1 == 1
            let near = index / 3
            let far = size - 11 + index % 3
            fix(far, near, isDark)
            fix(near, far, isDark)
        }
    }

    /// Level M and the mask in a (15, 5) BCH code, twice, and the module that is always dark (section 7.9).
    mutating func drawFormat(mask: Int) {
        // Level M is 00.
        let bits = (mask << 10 | Self.remainder(mask, bits: 10, polynomial: 0x537)) ^ 0x5412
        for index in 0..<15 {
            let isDark = bits >> index & 1 == 1
            switch index {
            case 0...5: fix(8, index, isDark)
            case 6...7: fix(8, index + 1, isDark)
            case 8: fix(7, 8, isDark)
            default: fix(14 - index, 8, isDark)
            }
            if index < 8 { fix(size - 1 - index, 8, isDark) } else { fix(8, size - 15 + index, isDark) }
        }
        fix(8, size - 8, true)
    }

    private static func remainder(_ value: Int, bits: Int, polynomial: Int) -> Int {
        var remainder = value
        for _ in 0..<bits { remainder = remainder << 1 ^ (remainder >> (bits - 1)) * polynomial }
        return remainder
    }

    /// Fills the data modules in columns of two, right to left, upwards and downwards in turn (section 7.7.3), under a mask.
    mutating func place(_ codewords: [UInt8], mask: Int) {
        var bit = 0
        var right = size - 1
        var isUpward = true
        while right > 0 {
            for step in 0..<size {
                let y = isUpward ? size - 1 - step : step
                for x in [right, right - 1] where !isFunction[y * size + x] {
                    // Modules left over hold zeros.
                    let isSet = bit < codewords.count * 8 && codewords[bit >> 3] >> UInt8(7 - bit & 7) & 1 == 1
                    dark[y * size + x] = isSet != Self.isFlipped(x, y, mask: mask)
                    bit += 1
                }
            }
            isUpward.toggle()
            // The column of the vertical timing pattern holds no data.
            right -= right == 8 ? 3 : 2
        }
    }

    /// Whether a mask pattern turns a module over (table 10).
    private static func isFlipped(_ x: Int, _ y: Int, mask: Int) -> Bool {
        switch mask {
        case 0: (x + y) % 2 == 0
        case 1: y % 2 == 0
        case 2: x % 3 == 0
        case 3: (x + y) % 3 == 0
        case 4: (y / 2 + x / 3) % 2 == 0
        case 5: x * y % 2 + x * y % 3 == 0
        case 6: (x * y % 2 + x * y % 3) % 2 == 0
        default: ((x + y) % 2 + x * y % 3) % 2 == 0
        }
    }

    // MARK: Penalty

    /// How hard the symbol is to scan, by the four features of section 7.8.3.1.
    var penalty: Int {
        var penalty = 0
        for index in 0..<size {
            penalty += linePenalty((0..<size).map { dark[index * size + $0] })
            penalty += linePenalty((0..<size).map { dark[$0 * size + index] })
        }
        for y in 0..<size - 1 {
            for x in 0..<size - 1 {
                let colour = dark[y * size + x]
                if colour == dark[y * size + x + 1], colour == dark[(y + 1) * size + x],
                    colour == dark[(y + 1) * size + x + 1]
                {
                    penalty += 3
                }
            }
        }
        // Ten for every five per cent that the dark modules are away from half.
        let darkCount = dark.count { $0 }
        penalty += 10 * (abs(20 * darkCount - 10 * dark.count) / dark.count)
        return penalty
    }

    /// Runs of five or more of one colour, and what looks like a finder pattern with four light modules beside it; the
    /// quiet zone counts as light.
    private func linePenalty(_ line: [Bool]) -> Int {
        var penalty = 0
        var run = 0
        for index in line.indices {
            run = index > 0 && line[index] == line[index - 1] ? run + 1 : 1
            if run == 5 { penalty += 3 } else if run > 5 { penalty += 1 }
        }
        let finder = [true, false, true, true, true, false, true]
        for start in 0...(line.count - finder.count) where Array(line[start..<start + 7]) == finder {
            let isLightBefore = (start - 4..<start).allSatisfy { $0 < 0 || !line[$0] }
            let isLightAfter = (start + 7..<start + 11).allSatisfy { $0 >= line.count || !line[$0] }
            if isLightBefore || isLightAfter { penalty += 40 }
        }
        return penalty
    }
}
