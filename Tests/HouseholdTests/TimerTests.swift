import Bytes
import Testing

@testable import Household

@Suite("Timers")
struct TimerTests {
    @Test("what the shim tells of a timer is read as the timer that was asked for")
    func names() throws {
        for timer in Timer.allCases {
            let name = EffectField("name", .text(timer.rawValue))
            #expect(Effect.timer(timer, after: 5).wire.fields.first == name)
            #expect(Timer(rawValue: timer.rawValue) == timer && Timer.space(named: timer.rawValue) == nil)
        }
    }

    @Test("a space has a timer of its own, which is told from all others by its id")
    func ofSpaces() throws {
        let space = try #require(Identifier(Array(repeating: 7, count: Identifier.byteCount)))
        let name = Timer.name(of: space)
        #expect(Effect.spaceTimer(space, after: 5).wire.fields.first == EffectField("name", .text(name)))
        #expect(Timer.space(named: name) == space && Timer(rawValue: name) == nil)
    }

    @Test("a name that nobody asked for is no timer", arguments: ["", "often", "toast/", "space", "space/", "space/x"])
    func unknown(_ name: String) {
        #expect(Timer(rawValue: name) == nil && Timer.space(named: name) == nil)
    }
}
