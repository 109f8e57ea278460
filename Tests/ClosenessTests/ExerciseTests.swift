import Closeness
import Testing

@Suite("Exercises")
struct ExerciseTests {
    @Test("of the cards as many are dealt as there are to be, each once, after the steps")
    func dealt() {
        let cards = (1...9).map { "Card \($0)." }
        let game = Exercise(
            id: "game", kind: .game, picture: .voice, name: "Game", about: "Play.", minutes: 3,
            steps: [.init(text: "Sit down.", seconds: 20)], deck: .init(cards: cards, dealt: 4, seconds: 30),
            end: "Over.")
        var generator = Counting(number: 8)
        var orders: Set<[String]> = []
        for _ in 0..<20 {
            let steps = game.dealt(using: &generator)
            #expect(steps.count == 5 && steps[0] == game.steps[0])
            let dealt = steps.dropFirst().map(\.text)
            #expect(Set(dealt).count == 4 && Set(dealt).isSubset(of: cards))
            #expect(steps.dropFirst().allSatisfy { $0.seconds == 30 })
            orders.insert(dealt)
        }
        #expect(orders.count > 10)
    }

    @Test("without cards the steps are as they are listed")
    func listed() {
        let steps = [Exercise.Step(text: "Look."), Exercise.Step(text: "Laugh.", seconds: 9)]
        let exercise = Exercise(
            id: "eyes", kind: .close, picture: .eyes, name: "Eyes", about: "Look.", minutes: 1, steps: steps,
            end: "Over.")
        var generator = Counting(number: 8)
        #expect(exercise.dealt(using: &generator) == steps)
        #expect(Exercise.Picture.allCases.filter(\.breathes) == [.breath, .meeting])
    }
}

/// Numbers that are spread well enough to deal cards by.
private struct Counting: RandomNumberGenerator {
    var number: UInt64

    mutating func next() -> UInt64 {
        number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return number
    }
}
