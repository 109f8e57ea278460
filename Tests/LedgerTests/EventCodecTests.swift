import Bytes
import JSON
import Testing

@testable import Ledger

@Suite struct EventCodecTests {
    let stamp = Stamp(milliseconds: noon, counter: 7, device: DeviceID(0x0102_0304_0506_0708))

    @Test func everyKindHasASample() {
        #expect(Set(SampleEvents.all.map(\.kind)) == Set(EventKind.allCases))
    }

    @Test(arguments: SampleEvents.all) func whatIsWrittenIsRead(_ event: Event) throws {
        let body = Body(reading: try event.body(at: stamp))
        #expect(body.content == .event(event))
        #expect(body.stamp == stamp)
    }

    @Test func theFormIsTheOneInTheArchitecture() throws {
        let body = try Event.appreciationSent(AppreciationSent(text: "For “you”")).body(at: stamp)
        #expect(
            String(decoding: body, as: UTF8.self)
                == #"{"v":1,"t":1795176000000,"c":7,"d":"AQIDBAUGBwg","k":"appreciation.sent","f":{"text":"For “you”"}}"#
        )
    }

    @Test(arguments: SampleEvents.hostileTexts) func wordsComeBackAsTheyWere(_ text: String) throws {
        let events: [Event] = [
            .journalWritten(JournalWritten(text: text)), .settingSet(SettingSet(key: text, value: text)),
            .reflectionWritten(ReflectionWritten(about: text, text: text)),
        ]
        for event in events {
            #expect(Body(reading: try event.body(at: stamp)).content == .event(event))
        }
    }

    @Test func membersMayComeInAnyOrderWithSpaceAndStrangers() {
        let body = Body(
            reading: """
                 { "f" : { "future" : [1, {"x": null}], "colour" : 2 , "name" : "A\\u0064a" }, "k":"profile.set", "x":[],
                   "d":"AQIDBAUGBwg", "c": 7 , "t":1795176000000, "v":1 }
                """.bytes)
        #expect(body.content == .event(.profileSet(ProfileSet(name: "Ada", colour: 2))))
        #expect(body.stamp == stamp)
    }

    @Test func anotherKindOrVersionIsUnknownAndKeepsItsStamp() {
        let later = Body(reading: #"{"v":2,"t":5,"c":1,"d":"AQIDBAUGBwg","k":"profile.set","f":7}"#.bytes)
        #expect(later.content == .unknown(kind: "profile.set", version: 2))
        #expect(later.stamp.milliseconds == 5)
        let stranger = Body(reading: #"{"v":1,"t":5,"c":1,"d":"AQIDBAUGBwg","k":"moon.seen"}"#.bytes)
        #expect(stranger.content == .unknown(kind: "moon.seen", version: 1))
    }

    @Test(arguments: [
        (#"{"name":"Ada"}"#, "colour", FieldDefect.Problem.missing),
        (#"{"name":"Ada","colour":6}"#, "colour", .outOfRange),
        (#"{"name":"Ada","colour":1.5}"#, "colour", .invalid),
        (#"{"name":"Ada","colour":"1"}"#, "colour", .invalid),
        (#"{"name":"Ada","colour":null}"#, "colour", .invalid),
        (#"{"name":"","colour":1}"#, "name", .empty),
        (#"{"name":" \u200b\u2060 ","colour":1}"#, "name", .empty),
        ("{\"name\":\"\u{3164}\",\"colour\":1}", "name", .empty),
        (#"{"name":3,"colour":1}"#, "name", .invalid),
        (#"{"name":["Ada"],"colour":1}"#, "name", .invalid),
        (#"{"name":"Ada","colour":99999999999999999999}"#, "colour", .invalid),
    ])
    func aBadFieldIsNamed(_ fields: String, _ field: String, _ problem: FieldDefect.Problem) {
        let body = Body(
            reading: #"{"v":1,"t":5,"c":1,"d":"AQIDBAUGBwg","k":"profile.set","f":\#(fields)}"#.bytes)
        #expect(body.content == .defective(.profileSet, FieldDefect(field, problem)))
    }

    @Test(arguments: [
        "", "null", "{}", "[1]", "{\"v\":1}", #"{"v":1,"t":5,"c":1,"d":"AQIDBAUGBwg"}"#,
        #"{"v":1,"t":-1,"c":1,"d":"AQIDBAUGBwg","k":"x"}"#, #"{"v":1,"t":5,"c":4294967296,"d":"AQIDBAUGBwg","k":"x"}"#,
        #"{"v":1,"t":5,"c":1,"d":"short","k":"x"}"#, #"{"v":1,"t":5,"c":1,"d":"AQIDBAUGBwé","k":"x"}"#,
        #"{"v":1,"t":5,"c":1,"d":"AQIDBAUGBwg","k":"x"} x"#, #"{"v":1,"t":5,"c":1,"d":"AQIDBAUGBwg","k":""}"#,
        #"{"v":1,"t":5,"c":1,"d":"AQIDBAUGBwg","k":"x","f":{"a":tru}}"#,
        #"{"v":1,"t":5e0,"c":1,"d":"AQIDBAUGBwg","k":"x"}"#,
    ])
    func whatIsNoBodyIsUnreadableAndNothingWorse(_ text: String) {
        #expect(Body(reading: text.bytes).content == .unreadable)
    }

    @Test func nestingThatWouldExhaustTheStackIsUnreadable() {
        let deep = String(repeating: "[", count: 60_000)
        let body = #"{"v":1,"t":5,"c":1,"d":"AQIDBAUGBwg","k":"x","y":"# + deep
        #expect(Body(reading: body.bytes).content == .unreadable)
    }

    @Test func aPillarThatIsNotKnownHereIsPassedOver() {
        let body = Body(
            reading:
                #"{"v":1,"t":5,"c":1,"d":"AQIDBAUGBwg","k":"pulse.answered","f":{"week":"2026-W47","felt":1,"wished":2,"pillars":{"emotional":3,"musical":4}}}"#
                .bytes)
        #expect(
            body.content
                == .event(
                    .pulseAnswered(
                        PulseAnswered(week: Week(year: 2026, week: 47)!, felt: 1, wished: 2, pillars: [.emotional: 3])))
        )
    }

    @Test func limitsHoldWhenWriting() throws {
        let long = String(repeating: "ü", count: TextLimit.long)
        _ = try Event.journalWritten(JournalWritten(text: long)).body(at: stamp)
        #expect(throws: FieldDefect("text", .tooLong)) {
            try Event.journalWritten(JournalWritten(text: long + "x")).body(at: stamp)
        }
        #expect(throws: FieldDefect("text", .tooLong)) {
            try Event.appreciationSent(AppreciationSent(text: String(repeating: "x", count: 281))).body(at: stamp)
        }
        #expect(throws: FieldDefect("name", .tooLong)) {
            try Event.profileSet(ProfileSet(name: String(repeating: "x", count: 41), colour: 0)).body(at: stamp)
        }
        #expect(throws: FieldDefect("name", .empty)) {
            try Event.profileSet(ProfileSet(name: "", colour: 0)).body(at: stamp)
        }
        #expect(throws: FieldDefect("text", .empty)) {
            try Event.appreciationSent(AppreciationSent(text: "\u{200B}\u{FEFF}")).body(at: stamp)
        }
        #expect(throws: FieldDefect("colour", .outOfRange)) {
            try Event.profileSet(ProfileSet(name: "Ada", colour: 6)).body(at: stamp)
        }
        #expect(throws: FieldDefect("secret", .invalid)) {
            try Event.invitationMade(InvitationMade(space: .zero, secret: [1], expires: 0)).body(at: stamp)
        }
    }

    @Test func aLongerTextThanCanBeWrittenIsRead() {
        let text = String(repeating: "x", count: 9000)
        let body = Body(
            reading: #"{"v":1,"t":5,"c":1,"d":"AQIDBAUGBwg","k":"journal.written","f":{"text":"\#(text)"}}"#.bytes)
        #expect(body.content == .event(.journalWritten(JournalWritten(text: text))))
    }

    @Test func everyTextAtItsLimitFitsAnEnvelope() throws {
        // The worst that JSON makes of a scalar: six bytes for a control character.
        let text = String(repeating: "\u{1}", count: TextLimit.long)
        let body = try Event.questionAnswered(
            QuestionAnswered(question: String(repeating: "\u{1}", count: TextLimit.key), text: text)
        ).body(at: stamp)
        #expect(body.count < 63_484)
    }

    @Test func glancingAndDecodingAgreeOnDamagedBodies() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<20_000 {
            var body = try SampleEvents.all.randomElement(using: &generator)!.body(at: stamp)
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0..<body.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: body[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: body.remove(at: place)
                case 2: body.insert("\"\\{}[],:0-n".bytes.randomElement(using: &generator)!, at: place)
                default: body.removeSubrange(place...)
                }
                if body.isEmpty { break }
            }
            var log = Log()
            guard case .inserted(let position) = log.insert(Entry(id: .zero, author: .zero, body: body)) else {
                Issue.record("not inserted")
                return
            }
            let decoded = Body(reading: body)
            #expect(log.body(at: position) == body)
            #expect(log.stamp(at: position) == decoded.stamp)
            if case .event(let event) = decoded.content {
                #expect(log.kind(at: position) == event.kind)
            } else {
                #expect(log.kind(at: position) == nil, "\(String(decoding: body, as: UTF8.self))")
            }
        }
    }

    @Test func theFastReaderAcceptsWhatTheParserAccepts() {
        var generator = SeededGenerator(seed: 12)
        let alphabet = "{}[]\":,\\u0aD8e+-.1tfn rlsé ".bytes
        for _ in 0..<200_000 {
            let count = Int.random(in: 1...14, using: &generator)
            let text = (0..<count).map { _ in alphabet.randomElement(using: &generator)! }
            let parsed = try? JSONValue(parsing: text)
            let isPassed = text.withUnsafeBufferPointer { text in
                var cursor = BodyCursor(text, 0..<text.count)
                return cursor.value() != nil && cursor.isAtEnd()
            }
            // The fast reader doesn't look into UTF-8, and takes numbers that no Double can hold.
            if parsed != nil { #expect(isPassed, "\(String(decoding: text, as: UTF8.self))") }
            if isPassed, String(validating: text, as: UTF8.self) != nil, !text.contains(UInt8(ascii: "e")) {
                #expect(parsed != nil, "\(String(decoding: text, as: UTF8.self))")
            }
        }
    }
}
