import Keepsake
import Testing

@Suite struct ISOTimeTests {
    @Test(arguments: [0, 1, 951_782_399_999, 1_800_000_000_123, 253_402_300_799_999] as [Int64])
    func timesAreWrittenAndReadBack(milliseconds: Int64) {
        #expect(ISOTime.milliseconds(ISOTime.text(milliseconds)) == milliseconds)
    }

    @Test(arguments: [253_402_300_800_000, 9_007_199_254_740_991] as [Int64])
    func whatComesAfterTheLastYearIsItsLastMoment(milliseconds: Int64) {
        #expect(ISOTime.text(milliseconds) == "9999-12-31T23:59:59.999Z")
    }

    @Test(arguments: [
        "", "2026-11-20", "2026-02-30T10:00:00.000Z", "2026-11-20T24:00:00Z", "2026-11-20T10:00:00.000+01:00",
    ])
    func otherTextsAreNoTimes(text: String) {
        #expect(ISOTime.milliseconds(text) == nil)
    }
}
