// The elementary functions the engine needs, written out: a pure room has no C library, and the same bits
// must come out natively and in the browser. Only +, −, ×, ÷ and √ are used, which IEEE 754 rounds alike everywhere.

/// e to the power `x`, within two units in the last place.
///
/// Reduced by Cody and Waite's two-part ln 2 to |r| ≤ ½ ln 2, then the Taylor series of degree 13
/// (its first left-out term is below 2⁻⁵⁶ there).
func exponential(_ x: Double) -> Double {
    if x > 709.7 { return .infinity }
    if !(x >= -745.2) { return x.isNaN ? .nan : 0 }
    let k = Double(Int(x * 1.4426950408889634 + (x < 0 ? -0.5 : 0.5)))
    let r = (x - k * 0.6931471803691238) - k * 1.9082149292705877e-10
    // Horner's scheme; the literals are 1/13!, 1/12! … 1/2!.
    var sum = 1.6059043836821613e-10
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
    return scaled(sum, byPowerOfTwo: Int(k))
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

private func scaled(_ x: Double, byPowerOfTwo k: Int) -> Double {
    // Two steps, since 2^k alone may lie outside the normal range while the product does not.
    let half = k / 2
    return x * power(ofTwo: half) * power(ofTwo: k - half)
}

private func power(ofTwo k: Int) -> Double {
    Double(sign: .plus, exponent: k, significand: 1)
}
