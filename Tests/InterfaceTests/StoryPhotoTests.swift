import Bytes
@testable import Household
import JSON
import HouseholdTestSupport
import Ledger
import Markup
import Testing

@testable import Interface

@Suite("Photos in the story")
struct StoryPhotoTests {
    private let field = "A moment worth remembering"

    /// Somebody chooses pictures in the page's field.
    private func choose(_ couple: inout TodayCouple) throws {
        let input = try #require(couple.screen.elements.first { $0.attributes["id"] == "moment-photos" })
        couple.visit.hear(.acted(try #require(input.actions[.input]), Occurrence(text: "C:\\fakepath\\a.jpg")))
    }

    /// The shim answers what came of that.
    private func answer(_ couple: inout TodayCouple, with photos: [Photo], refused: String? = nil) throws {
        var blobs: [UInt8] = []
        func add(_ bytes: [UInt8]) -> JSONValue {
            defer { blobs += bytes }
            return [.integer(blobs.count), .integer(bytes.count)]
        }
        let made = photos.map { photo -> JSONValue in
            [
                "id": add(photo.id.bytes), "key": add(photo.key), "hash": add(photo.hash), "size": .integer(photo.size),
                "width": .integer(photo.width), "height": .integer(photo.height),
            ]
        }
        var fields = [JSONMember("ok", true), JSONMember("photos", .array(made))]
        if let refused { fields.append(JSONMember("refused", .string(refused))) }
        let asked = try couple.visit.take("choosePhotos")
        try couple.visit.reply(to: asked, Response(fields: .object(fields), blobs: blobs))
    }

    /// The elements in which the shim was last asked to show photos.
    private func shown(_ couple: TodayCouple) -> [String] {
        let asked = couple.visit.effects.last { $0.name == "showPhotos" }?.effect
        guard case .photos(.show(let photos)) = asked else { return [] }
        return photos.map { $0.element }
    }

    @Test(
        "a photo has the room of its sides, but nobody’s fills the story: at most three times as long as wide",
        arguments: [(2048, 1536, "2048 / 1536"), (1, 65535, "21845 / 65535"), (65535, 1, "65535 / 21845")])
    func room(width: Int, height: Int, room: String) throws {
        var couple = try TodayCouple(.paired, at: .story)
        try couple.visit.type("The ferry.", into: field)
        try choose(&couple)
        try answer(&couple, with: [Sample.photo(1, width: width, height: height)])
        try couple.visit.press("Keep it")
        let kept = couple.screen.elements.compactMap { $0.properties[PropertyName.custom("ratio").wireName] }
        #expect(kept == [.text(room)])
    }

    @Test("a photo is chosen, shown before it is kept, and goes with the moment")
    func keeping() throws {
        var couple = try TodayCouple(.paired, at: .story)
        try couple.visit.type("The ferry.", into: field)
        try choose(&couple)
        #expect(couple.screen.says("Getting it ready…"))
        try answer(&couple, with: [Sample.photo(1)])
        #expect(couple.screen.elements.contains { $0.attributes["alt"] == "Photo 1, not kept yet" })
        #expect(shown(couple) == ["chosen-" + Sample.photo(1).id.text])
        try couple.visit.press("Keep it")
        let moment = try #require(try couple.ours.moments.last.flatMap { try couple.ours.moment(at: $0) })
        #expect(moment.fields.photos == [Sample.photo(1)])
        #expect(couple.screen.elements.contains { $0.attributes["alt"] == "Photo kept by you" })
        #expect(shown(couple) == ["photo-" + moment.entry.text + "-0"])
        // Away from the page none is shown.
        couple.go(.today)
        #expect(shown(couple).isEmpty)
    }

    @Test("a moment that is kept while its photo is made ready waits for it")
    func waiting() throws {
        var couple = try TodayCouple(.paired, at: .story)
        try couple.visit.type("The ferry.", into: field)
        try choose(&couple)
        try couple.visit.press("Keep it")
        #expect(try couple.ours.moments.isEmpty)
        try answer(&couple, with: [Sample.photo(1)])
        #expect(try couple.ours.moments.count == 1)
    }

    @Test(
        "what can't be taken is told in words, and costs none",
        arguments: [
            ("notPicture", "isn’t a picture"), ("pictureUnknown", "can’t read that kind"),
            ("emptyFile", "nothing in that file"),
            ("pictureTooLarge", "too large"), ("full", "no room for the photo"), ("tooMany", "The rest were left out"),
        ])
    func refused(_ failure: String, _ words: String) throws {
        var couple = try TodayCouple(.paired, at: .story)
        try couple.visit.type("The ferry.", into: field)
        try choose(&couple)
        try couple.visit.press("Keep it")
        try answer(&couple, with: [], refused: failure)
        #expect(couple.screen.says(words))
        #expect(try couple.ours.moments.isEmpty, "it isn't kept without what was to go with it")
        #expect(couple.screen.field(field)?.value == "The ferry.")
    }

    @Test("a photo is left out again, and gone from this device")
    func leavingOut() throws {
        var couple = try TodayCouple(.paired, at: .story)
        try choose(&couple)
        try answer(&couple, with: [Sample.photo(1), Sample.photo(2)])
        #expect(couple.screen.says("Write a line with it"))
        try couple.visit.press("Leave photo 1 out")
        let forgotten = try couple.visit.take("forgetPhotos").effect
        #expect(forgotten == .photos(.forget([Sample.photo(1).id])))
        #expect(shown(couple) == ["chosen-" + Sample.photo(2).id.text])
    }

    @Test("what was kept a moment ago is undone with its photos")
    func undoing() throws {
        var couple = try TodayCouple(.paired, at: .story)
        try couple.visit.type("The ferry.", into: field)
        try choose(&couple)
        try answer(&couple, with: [Sample.photo(1)])
        try couple.visit.press("Keep it")
        try couple.visit.press("Undo")
        #expect(try couple.ours.moments.isEmpty)
        #expect(shown(couple) == ["chosen-" + Sample.photo(1).id.text])
    }

    @Test("a draft keeps its photos")
    func draft() throws {
        var choosing = PhotoChoosing(field: "x")
        choosing.begin([Sample.photo(1), Sample.photo(2)])
        var again = PhotoChoosing(field: "x")
        again.resume(choosing.draft)
        #expect(again == choosing)
    }

    @Test("what was on this day in an earlier year is shown once more, and nothing else is")
    func onThisDay() throws {
        var couple = try TodayCouple(.paired, at: .story)
        #expect(!couple.screen.says("On this day"))
        for (day, text) in [
            ("2024-11-19", "The pier."), ("2025-11-19", "First frost."), ("2025-11-18", "The day before."),
        ] {
            let photos = text == "The pier." ? [Sample.photo(1)] : []
            try couple.arrive(
                .momentKept(MomentKept(text: text, day: try #require(Day(text: day)), photos: photos)), daysAgo: 1)
        }
        couple.settle()
        #expect(couple.screen.says("On this day A year ago First frost. Two years ago The pier."))
        #expect(!couple.screen.says("A year ago The day before."))
        #expect(Set(shown(couple).map { String($0.prefix { $0 != "-" }) }) == ["back", "photo"])
        // The day itself is no looking back.
        try couple.arrive(.momentKept(MomentKept(text: "Tonight.", day: try couple.today)))
        couple.settle()
        #expect(couple.screen.texts.filter { $0 == "Tonight." }.count == 1)
    }

    @Test("the other's photos are told as theirs, and can be saved")
    func theirs() throws {
        var couple = try TodayCouple(.paired, at: .story)
        let day = try #require(Day(text: "2026-11-01"))
        try couple.arrive(.momentKept(MomentKept(text: "Snow.", day: day, photos: [Sample.photo(1), Sample.photo(2)])))
        couple.settle()
        #expect(couple.screen.elements.contains { $0.attributes["alt"] == "Photo 2 of 2, kept by Ben" })
        try couple.visit.press("Save the photos")
        let first = try couple.visit.take("savePhoto")
        let second = try couple.visit.take("savePhoto")
        #expect(first.text("name") == "hearth-2026-11-01.jpg" && second.text("name") == "hearth-2026-11-01-2.jpg")
    }
}
