import Testing

import QR

@Suite struct QRCodeTests {
    @Test(arguments: QRSample.all)
    func symbolsAreThoseOfAnotherImplementation(_ sample: QRSample) throws {
        let code = try #require(QRCode(sample.text, mask: sample.mask))
        #expect(code.size == sample.size)
        #expect(hexadecimal(code) == sample.modules)
    }

    @Test func theMaskThatIsEasiestToScanIsTaken() throws {
        // Found with segno's scoring of all eight symbols.
        let code = try #require(QRCode("https://hearth.example/#invite/AAECAwQFBgcICQoLDA0ODw"))
        #expect(code.mask == 6)
    }

    @Test func theLargestSymbolIsFullAt213Bytes() throws {
        let largest = try #require(QRCode(String(repeating: "a", count: 213)))
        #expect(largest.size == 57)
        #expect(QRCode(String(repeating: "a", count: 214)) == nil)
    }

    @Test func thePathDrawsEachDarkModuleOnceWithinTheQuietZone() throws {
        let code = try #require(QRCode("Hearth"))
        var drawn = Set<Int>()
        for run in code.path(quietZone: 4).split(separator: "M") {
            let numbers = run.split { !$0.isNumber }.compactMap { Int($0) }
            let (x, y, length) = (numbers[0] - 4, numbers[1] - 4, numbers[2])
            for column in x..<x + length { #expect(drawn.insert(y * code.size + column).inserted) }
        }
        for y in 0..<code.size {
            for x in 0..<code.size { #expect(drawn.contains(y * code.size + x) == code[x, y]) }
        }
    }

    private func hexadecimal(_ code: QRCode) -> String {
        var bits: [Int] = []
        for y in 0..<code.size { for x in 0..<code.size { bits.append(code[x, y] ? 1 : 0) } }
        while bits.count % 4 != 0 { bits.append(0) }
        return stride(from: 0, to: bits.count, by: 4).map { start in
            String(bits[start..<start + 4].reduce(0) { $0 << 1 | $1 }, radix: 16)
        }.joined()
    }
}
