import Bytes
import Ledger
import Testing

@Suite struct SharedReportTests {
    private let ada = Identifier(high: 1, low: 1)
    private let bob = Identifier(high: 2, low: 2)
    private let report = Identifier(high: 9, low: 1)
    private let digest = [UInt8](repeating: 7, count: 16)

    /// What two people say, a second apart, in another order of arrival.
    private func us(_ said: [(Identifier, Event)]) throws -> Projection {
        var us = Projection()
        for (number, (author, event)) in said.enumerated().reversed() {
            let stamp = Stamp(milliseconds: noon + Int64(number) * 1000, counter: 0, device: DeviceID(7))
            let id = Identifier(high: 3, low: UInt64(number))
            _ = us.insert(Entry(id: id, author: author, body: try event.body(at: stamp)))
        }
        return us
    }

    private var asked: Event {
        .reportAsked(
            ReportAsked(report: report, until: Day(year: 2026, month: 11, day: 20)!, items: ["weeks"], digest: digest))
    }
    private func agreed(_ digest: [UInt8]) -> Event { .reportAgreed(ReportMark(report: report, digest: digest)) }
    private func made(_ digest: [UInt8]) -> Event { .reportMade(ReportMark(report: report, digest: digest)) }

    @Test func onlyTheOthersYesToExactlyThatCounts() throws {
        func isAgreed(_ said: (Identifier, Event)...) throws -> Bool? {
            try us([(ada, asked)] + said).reports(askedBy: ada).first.map { $0.agreed != nil }
        }
        #expect(try isAgreed() == false)
        #expect(try isAgreed((bob, agreed(digest))) == true)
        #expect(try isAgreed((ada, agreed(digest))) == false, "nobody says it for the other")
        #expect(try isAgreed((bob, agreed([UInt8](repeating: 8, count: 16)))) == false, "it was to something else")
        #expect(
            try isAgreed((bob, agreed(digest)), (bob, .entryRemoved(EntryRemoved(entry: Identifier(high: 3, low: 1)))))
                == false)
        #expect(
            try isAgreed((bob, agreed(digest)), (ada, .entryRemoved(EntryRemoved(entry: Identifier(high: 3, low: 1)))))
                == true)
    }

    @Test func whoeverAskedSaysThatItIsMadeAndTakesTheQuestionBack() throws {
        let us = try us([(ada, asked), (bob, agreed(digest)), (ada, made(digest))])
        #expect(us.reports(askedBy: ada).first?.made == noon + 2000)
        #expect(us.reports(askedBy: bob).isEmpty)
        #expect(
            try self.us([(ada, asked), (bob, agreed(digest)), (bob, made(digest))]).reports(askedBy: ada).first?.made
                == nil)
        let back = Event.entryRemoved(EntryRemoved(entry: Identifier(high: 3, low: 0)))
        #expect(try self.us([(ada, asked), (bob, agreed(digest)), (ada, back)]).reports(askedBy: ada).isEmpty)
    }

    @Test func withoutTheOthersYesToJustThatNothingWasMade() throws {
        func isMade(_ said: (Identifier, Event)...) throws -> Bool? {
            try us([(ada, asked)] + said).reports(askedBy: ada).first.map { $0.made != nil }
        }
        let other = [UInt8](repeating: 8, count: 16)
        let back = Event.entryRemoved(EntryRemoved(entry: Identifier(high: 3, low: 1)))
        #expect(try isMade((bob, agreed(digest)), (ada, made(digest))) == true)
        #expect(try isMade((ada, made(digest))) == false)
        #expect(try isMade((bob, agreed(other)), (ada, made(digest))) == false)
        #expect(try isMade((bob, agreed(digest)), (bob, back), (ada, made(digest))) == false)
    }

    @Test func theDigestStandsForEveryByteWhateverTheOrder() throws {
        func thanks(_ text: String) -> Event { .appreciationSent(AppreciationSent(text: text)) }
        let us = try us([(ada, thanks("Tea")), (bob, thanks("Soup"))])
        let both: Set = [Identifier(high: 3, low: 0), Identifier(high: 3, low: 1)]
        #expect(us.reportDigest(of: both).count == ReportAsked.digestLength)
        #expect(
            us.reportDigest(of: both)
                == (try self.us([(ada, thanks("Tea")), (bob, thanks("Soup"))])).reportDigest(of: both))
        #expect(us.reportDigest(of: both) != us.reportDigest(of: [Identifier(high: 3, low: 0)]))
        #expect(
            us.reportDigest(of: both)
                != (try self.us([(ada, thanks("Tea")), (bob, thanks("Soap"))])).reportDigest(of: both))
    }
}
