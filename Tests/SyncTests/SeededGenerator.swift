import Bytes

extension SeededGenerator {
    /// True once in `times`.
    mutating func once(in times: Int) -> Bool {
        below(times) == 0
    }
}
