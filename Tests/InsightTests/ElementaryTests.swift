import Foundation
import Testing

@testable import Insight

@Suite struct ElementaryTests {
    @Test func exponentialAgreesWithTheCLibrary() {
        for x in stride(from: -700.0, through: 700, by: 0.137) {
            #expect(abs(exponential(x) / exp(x) - 1) < 4e-16)
        }
        #expect(exponential(0.0) == 1)
    }

    @Test func exponentialStaysFiniteAndPositiveBeyondItsRange() {
        for x in [708.0, 1e6, .infinity] { #expect(exponential(x) == exponential(708)) }
        for x in [-708.0, -1e6, -.infinity] { #expect(exponential(x) == exponential(-708)) }
        #expect(exponential(708.0).isFinite)
        #expect(exponential(-708.0) > 0)
    }

    @Test func eachLaneHasItsOwnExponential() {
        let x = SIMD8<Double>(-3, -1, -0.1, 0, 0.5, 1, 2, 300)
        for i in 0..<8 { #expect(exponential(x)[i] == exponential(x[i])) }
    }

    @Test func logarithmAgreesWithTheCLibrary() {
        for exponent in stride(from: -300.0, through: 300, by: 0.0713) {
            let x = pow(10, exponent)
            #expect(abs(logarithm(x) - log(x)) <= 4e-16 * max(1, abs(log(x))))
        }
        #expect(logarithm(1) == 0)
        #expect(logarithm(0) == -.infinity)
        #expect(logarithm(.infinity) == .infinity)
        #expect(logarithm(-1).isNaN)
    }
}
