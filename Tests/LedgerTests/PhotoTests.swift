import Bytes
import Testing

@testable import Ledger

@Suite struct PhotoTests {
    private let day = Day(text: "2026-11-20")!
    private let stamp = Stamp(milliseconds: noon, counter: 0, device: DeviceID(7))

    private func photo(_ number: UInt64) throws -> Photo {
        try #require(
            Photo(
                id: Identifier(high: 5, low: number), key: [UInt8](repeating: 1, count: 32),
                hash: [UInt8](repeating: 2, count: 32), size: 400_028, width: 2048, height: 1536))
    }

    @Test func aMomentCarriesItsPhotos() throws {
        let event = Event.momentKept(MomentKept(text: "Snow", day: day, photos: [try photo(1), try photo(2)]))
        #expect(Body(reading: try event.body(at: stamp)).content == .event(event))
        #expect(Photo(text: try photo(1).text) == (try photo(1)))
    }

    @Test func withoutPhotosAMomentIsWrittenAsItAlwaysWas() throws {
        let body = try Event.momentKept(MomentKept(text: "Snow", day: day)).body(at: stamp)
        #expect(!String(decoding: body, as: UTF8.self).contains("photos"))
    }

    @Test func whatIsNoPhotoCostsNoWords() throws {
        let good = try photo(1)
        let body = """
            {"v":1,"t":5,"c":1,"d":"AQIDBAUGBwg","k":"moment.kept","f":{"text":"Snow","day":"2026-11-20",\
            "photos":["AAAA","\(good.text)","?"]}}
            """
        let event = Event.momentKept(MomentKept(text: "Snow", day: day, photos: [good]))
        #expect(Body(reading: body.bytes).content == .event(event))
    }

    @Test func noMoreThanFourAreWritten() throws {
        let many = try (0..<5).map { try photo($0) }
        #expect(throws: FieldDefect.self) {
            try Event.momentKept(MomentKept(text: "Snow", day: day, photos: many)).body(at: stamp)
        }
    }

    @Test func ofMoreThanFourTheFirstFourAreRead() throws {
        let many = try (0..<6).map { try photo($0) }
        let names = many.map { "\"" + $0.text + "\"" }.joined(separator: ",")
        let body = """
            {"v":1,"t":5,"c":1,"d":"AQIDBAUGBwg","k":"moment.kept","f":{"text":"Snow","day":"2026-11-20",\
            "photos":[\(names)]}}
            """
        let event = Event.momentKept(MomentKept(text: "Snow", day: day, photos: Array(many.prefix(Photo.most))))
        #expect(Body(reading: body.bytes).content == .event(event))
    }

    @Test func nothingElseIsAPhoto() throws {
        let bytes = try photo(1).bytes
        for other in [[], Array(bytes.dropLast()), bytes + [0], Array(bytes.dropLast(2)) + [0, 0]] {
            #expect(Photo(other) == nil)
        }
    }
}
