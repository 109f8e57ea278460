/// Two dozen inputs that went wrong somewhere, the same for the same seed: in turn noise, a good input with some bytes changed, and
/// one that breaks off.
func scrambledInputs(of good: [UInt8], seed: UInt64) -> [[UInt8]] {
    var state = seed
    func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
    return (0..<24).map { round in
        var bytes = round % 3 == 0 ? (0..<next(400)).map { _ in UInt8(next(256)) } : good
        if round % 3 == 1 { for _ in 0...next(4) { bytes[next(bytes.count)] = UInt8(next(256)) } }
        if round % 3 == 2 { bytes.removeLast(next(bytes.count)) }
        return bytes
    }
}
