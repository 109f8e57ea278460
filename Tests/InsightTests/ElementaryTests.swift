import Foundation
import Testing

@testable import Insight

@Suite struct ElementaryTests {
    @Test func exponentialAgreesWithTheCLibrary() {
        for x in stride(from: -700.0, through: 700, by: 0.137) {
            #expect(abs(exponential(x) / exp(x) - 1) < 4e-16)
        }
        #expect(exponential(0) == 1)
        #expect(exponential(-800) == 0)
        #expect(exponential(800) == .infinity)
        #expect(exponential(-.infinity) == 0)
        #expect(exponential(.nan).isNaN)
    }

    @Test func exponentialReachesTheSmallestNumbers() {
        #expect(abs(exponential(-740) - exp(-740)) <= .leastNonzeroMagnitude)
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
