import Testing
import Wire

@Suite struct LiveEventTests {
    static let space = Sample.identifier(1)

    @Test(arguments: [
        LiveEvent.space(space, head: 12), .sealed(space), .match(space, topic: Sample.identifier(2)), .account,
    ])
    func comesBack(_ event: LiveEvent) {
        #expect(LiveEvent(name: event.name, data: event.data) == event)
        #expect(event.lines == "event: \(event.name)\ndata: \(event.data)\n\n")
    }

    @Test(arguments: [
        ("space", ""), ("space", space.text), ("space", "\(space.text) -1"), ("space", "\(space.text) x"),
        ("sealed", "x"), ("sealed", "\(space.text) 1"), ("match", space.text), ("other", space.text),
    ])
    func otherEventsAreNotKnown(_ name: String, _ data: String) {
        #expect(LiveEvent(name: name, data: data) == nil)
    }
}
