// The elementary functions the engine needs, written out: a pure room has no C library, and the same bits
// must come out natively and in the browser. Only +, −, ×, ÷ and √ are used, which IEEE 754 rounds alike everywhere.

/// e to the power of each of eight `x`, within two units in the last place; taken as ±708 where they lie beyond.
///
/// Reduced by Cody and Waite's two-part ln 2 to |r| ≤ ½ ln 2, then the Taylor series of degree 13
/// (its first left-out term is below 2⁻⁵⁶ there).
func exponential(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let x = x.replacing(with: -708, where: x .< -708).replacing(with: 708, where: x .> 708)
    // Adding 1.5 · 2⁵² rounds to a whole number and leaves it in the lowest bits.
    let shifted = x * 1.4426950408889634 + 6755399441055744
    let k = shifted - 6755399441055744
    let r = (x - k * 0.6931471803691238) - k * 1.9082149292705877e-10
    // Horner's scheme; the literals are 1/13!, 1/12! … 1/2!.
    var sum = SIMD8(repeating: 1.6059043836821613e-10)
    sum = sum * r + 2.08767569878681e-09
    sum = sum * r + 2.505210838544172e-08
    sum = sum * r + 2.755731922398589e-07
    sum = sum * r + 2.7557319223985893e-06
    sum = sum * r + 2.48015873015873e-05
    sum = sum * r + 0.0001984126984126984
    sum = sum * r + 0.001388888888888889
    sum = sum * r + 0.008333333333333333
    sum = sum * r + 0.041666666666666664
    sum = sum * r + 0.16666666666666666
    sum = sum * r + 0.5
    sum = sum * r + 1
    sum = sum * r + 1
    // 2ᵏ, made from its exponent bits.
    let power = unsafeBitCast((unsafeBitCast(shifted, to: SIMD8<UInt64>.self) &+ 1023) &<< 52, to: SIMD8<Double>.self)
    return sum * power
}

/// e to the power `x`, within two units in the last place; `x` is taken as ±708 where it lies beyond.
func exponential(_ x: Double) -> Double {
    exponential(SIMD8(repeating: x))[0]
}

/// The natural logarithm of a positive `x`, within two units in the last place; −∞ for 0.
///
/// With x = 2ᵏ·m and m in [√½, √2): ln m = 2 artanh((m − 1)/(m + 1)), a series in odd powers of at most 0.172.
func logarithm(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x.isFinite else { return x }
    var k = Double(x.exponent)
    var m = x.significand
    if m > 1.4142135623730951 {
        m *= 0.5
        k += 1
    }
    let z = (m - 1) / (m + 1)
    let square = z * z
    var sum = 0.0
    var n = 23.0
    while n > 1 {
        sum = (sum + 1 / n) * square
        n -= 2
    }
    return k * 0.6931471803691238 + (k * 1.9082149292705877e-10 + 2 * (z + z * sum))
}
