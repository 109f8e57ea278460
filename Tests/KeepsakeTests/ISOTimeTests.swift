import Keepsake
import Testing

@Suite struct ISOTimeTests {
    @Test(arguments: [0, 1, 951_782_399_999, 1_800_000_000_123, 253_402_300_799_999] as [Int64])
    func timesAreWrittenAndReadBack(milliseconds: Int64) {
        #expect(ISOTime.milliseconds(ISOTime.text(milliseconds)) == milliseconds)
    }

    @Test(arguments: [
        "", "2026-11-20", "2026-02-30T10:00:00.000Z", "2026-11-20T24:00:00Z", "2026-11-20T10:00:00.000+01:00",
    ])
    func otherTextsAreNoTimes(text: String) {
        #expect(ISOTime.milliseconds(text) == nil)
    }
}
