import Bytes
import Testing

@testable import Household

@Suite("Timers")
struct TimerTests {
    @Test("what the shim tells of a timer is read as the timer that was asked for")
    func names() throws {
        let space = try #require(Identifier(Array(repeating: 7, count: Identifier.byteCount)))
        var names: Set<String> = []
        for purpose in Timer.Purpose.allCases {
            let timer = try #require(Timer(purpose, about: space))
            #expect(Timer(name: timer.name) == timer)
            #expect(Effect.timer(timer, after: 5).wire.fields.first == EffectField("name", .text(timer.name)))
            names.insert(timer.name)
        }
        #expect(names.count == Timer.Purpose.allCases.count)
    }

    @Test("a name that nobody asked for is no timer", arguments: ["", "often", "toast/", "space", "space/", "space/x"])
    func unknown(_ name: String) {
        #expect(Timer(name: name) == nil)
    }
}
