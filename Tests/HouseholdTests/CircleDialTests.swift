import Testing

@testable import Household

@Suite("The two circles as a control")
struct CircleDialTests {
    private func dragged(from start: Double, to end: Double, _ dial: CircleDial = CircleDial(value: 2)) -> CircleDial {
        var dial = dial
        dial.drag(Occurrence(x: start, phase: .down))
        dial.drag(Occurrence(x: (start + end) / 2, phase: .move))
        dial.drag(Occurrence(x: end, phase: .up))
        return dial
    }

    @Test("a circle stays under the finger that took it, on either side")
    func followsTheFinger() {
        // Half a radius inwards is half of the overlap: 25 of the drawing's 240 units.
        let share = 25 / CircleDial.width
        #expect(dragged(from: 0.7, to: 0.7 - share).value == 7)
        #expect(dragged(from: 0.3, to: 0.3 + share).value == 7)
        #expect(dragged(from: 0.7, to: 0.7 + 5 / CircleDial.width).value == 1)
    }

    @Test("it moves smoothly while it is held and comes to rest on a step")
    func restsOnAStep() {
        var dial = CircleDial(value: 2)
        dial.drag(Occurrence(x: 0.7, phase: .down))
        dial.drag(Occurrence(x: 0.7 - 12 / CircleDial.width, phase: .move))
        #expect(abs(dial.overlap - 0.44) < 1e-9)
        #expect(dial.isDragged)
        dial.drag(Occurrence(x: 0.7 - 12 / CircleDial.width, phase: .up))
        #expect(dial.value == 4)
        #expect(dial.overlap == 0.4)
        #expect(!dial.isDragged)
    }

    @Test("it goes no further than apart and one upon the other")
    func ends() {
        #expect(dragged(from: 0.9, to: 0.1).value == 10)
        #expect(dragged(from: 0.6, to: 1).value == 0)
    }

    @Test("touching it says that it lies right")
    func touched() {
        #expect(CircleDial().value == nil)
        #expect(dragged(from: 0.5, to: 0.5, CircleDial()).value == CircleDial.resting)
    }

    @Test("a move without a hold does nothing")
    func strayMove() {
        var dial = CircleDial(value: 2)
        dial.drag(Occurrence(x: 0.9, phase: .move))
        #expect(dial == CircleDial(value: 2))
    }

    @Test(
        "keys move it as on any slider",
        arguments: [
            ("ArrowRight", 6), ("ArrowUp", 6), ("ArrowLeft", 4), ("ArrowDown", 4), ("PageUp", 8), ("PageDown", 2),
            ("Home", 0), ("End", 10), ("Enter", 5), ("x", 5),
        ])
    func keys(key: String, value: Int) {
        var dial = CircleDial(value: 5)
        dial.press(key: key)
        #expect(dial.value == value)
    }
}
