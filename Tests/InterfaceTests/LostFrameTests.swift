import Bytes
import JSON
import Markup
import Testing

@testable import Interface

@Suite("What doesn’t reach Hearth")
struct LostFrameTests {
    /// A frame as the shim makes it.
    private func frame(_ message: String) -> [UInt8] {
        let json = Array(#"{"now":1800000000000,"offset":0,"entropy":[0,0],"message":\#(message)}"#.utf8)
        return [UInt8(json.count & 255), UInt8(json.count >> 8), 0, 0] + json
    }

    private static let lost =
        "Something you did just now didn’t get through. See whether it’s there, and if not, do it once more."

    private func tells(_ app: inout App, _ bytes: [UInt8]) -> Bool { app.receive(bytes).contains(Self.lost) }

    private func started() -> App {
        var app = App()
        _ = app.receive(frame(#"{"type":"started","path":"/","hash":"","origin":"https://a.example","stored":{}}"#))
        return app
    }

    @Test(
        "a frame that can’t be read is told, never dropped in silence",
        arguments: [
            #""#, #"{"type":"event","target":1,"event":"input","text":"\x"}"#, #"{"type":"never heard of"}"#,
            #"{"type":"event","target":1,"event":"never heard of"}"#, #"{"type":"event","event":"press"}"#,
            #"{"type":"response","ok":true}"#, #"{"type":"ticked"}"#,
        ])
    func unreadable(message: String) {
        var app = started()
        #expect(tells(&app, frame(message)))
    }

    @Test("bytes that are no frame are told too")
    func noFrame() {
        var app = started()
        #expect(tells(&app, []))
        var other = started()
        #expect(tells(&other, [255, 255, 0, 0, 1]))
    }

    @Test("what is about something that has gone since is nobody’s concern")
    func gone() {
        var app = started()
        #expect(!tells(&app, frame(#"{"type":"event","target":4711,"event":"press"}"#)))
        #expect(!tells(&app, frame(#"{"type":"response","id":4711,"ok":true}"#)))
    }

    @Test("half an emoji arrives as U+FFFD, with all that stands around it")
    func halfAnEmoji() throws {
        let read = try #require(
            IncomingFrame(frame(#"{"type":"event","text":"tea \ud83d and \ude00 cake \ud83d\ude00\ud83d"}"#)))
        #expect(read.message.text("text") == "tea \u{FFFD} and \u{FFFD} cake 😀\u{FFFD}")
    }

    @Test("what was lost is put away by whoever has read it")
    func putAway() throws {
        var visit = Visit()
        visit.hear(.lost)
        #expect(visit.screen.text.contains(Self.lost))
        try visit.press("Close")
        #expect(!visit.screen.text.contains(Self.lost))
    }
}

extension [UInt8] {
    fileprivate func contains(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard count >= wanted.count else { return false }
        return (0...(count - wanted.count)).contains { self[$0..<($0 + wanted.count)].elementsEqual(wanted) }
    }
}
