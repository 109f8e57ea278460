import Closeness
import Ledger
import Library

/// An exercise that is being done: where the person, or the two, are in it. Nothing of it is kept or told to anybody.
public struct Exercising {
    /// What a person can do, as facts.
    public enum Action: Equatable, Sendable {
        case begun(String)
        /// On to the next step, before its time or because there is none.
        case wentOn
        case stopped
        /// The practice that it is a way to do was done today.
        case done(String)
    }

    /// An exercise under way.
    public struct Run: Equatable, Sendable {
        /// Which one.
        public let exercise: String
        /// What is done this time.
        public let steps: [Exercise.Step]
        /// The step on show, which is ``steps``' end when it is over.
        public fileprivate(set) var place = 0
        /// When the step began, and when somebody last looked: milliseconds since 1970.
        public fileprivate(set) var began, seen: Double

        /// Whether it is over.
        public var isOver: Bool { place >= steps.count }
        /// The step on show.
        public var step: Exercise.Step? { isOver ? nil : steps[place] }

        /// How many seconds the step has lasted, which is never less than none.
        public func passed(_ now: Double) -> Int { Int(min(max(0, now - began) / 1000, 86_400)) }

        /// The whole seconds that are left of the exercise; nil when it depends on those who do it.
        public func left(_ now: Double) -> Int? {
            var left = -passed(now)
            for step in steps[place...] {
                guard let seconds = step.seconds else { return nil }
                left += seconds
            }
            return max(0, left)
        }
    }

    /// Which way a picture that breathes goes.
    public enum Breath: Equatable, Sendable { case `in`, out }

    /// The exercise under way, or over and still on the screen.
    public private(set) var run: Run?
    /// When the timer that was asked for runs out.
    private var nextTick = 0.0

    /// After how long an exercise that nobody looked at is forgotten, in milliseconds.
    private static let forgotten = 15.0 * 60_000
    /// For how long a press does nothing after another, in milliseconds.
    private static let doubleTap = 400.0

    /// Nothing done yet.
    public init() {}

    /// Whether an exercise goes on: its picture is looked at for minutes without a tap.
    public func keepsAwake(_ exercise: String) -> Bool {
        run.map { $0.exercise == exercise && !$0.isOver } ?? false
    }

    /// Which way the breath goes now.
    public func breath(_ now: Double) -> Breath? {
        guard let run, !run.isOver else { return nil }
        return run.passed(now) % (Exercise.breathIn + Exercise.breathOut) < Exercise.breathIn ? .in : .out
    }

    /// Follows the clock to where the exercise on the screen is.
    public mutating func enter(_ exercise: String, _ home: Home, _ world: inout World) {
        guard var run else { return }
        if run.exercise != exercise || world.now - run.seen > Self.forgotten {
            self.run = nil
            return
        }
        let before = run.place
        run.seen = world.now
        run.began = min(run.began, world.now)
        while let seconds = run.step?.seconds, world.now >= run.began + Double(seconds) * 1000 {
            run.began += Double(seconds) * 1000
            run.place += 1
        }
        self.run = run
        if run.isOver, before < run.place { world.turnPage() }
        tick(run, home, &world)
    }

    /// Asks to be woken when what is on the screen changes: the step, the breath or the minute. Nothing is asked for when the page
    /// is left, so that it ends by itself.
    private mutating func tick(_ run: Run, _ home: Home, _ world: inout World) {
        guard world.isVisible, let step = run.step else { return }
        let passed = run.passed(world.now)
        var waits: [Int] = []
        if let seconds = step.seconds { waits.append(seconds - passed) }
        if let left = run.left(world.now), left > 0 { waits.append((left - 1) % 60 + 1) }
        if home.catalogue.exercise(run.exercise)?.picture.breathes == true {
            let round = Exercise.breathIn + Exercise.breathOut
            let beat = passed % round
            waits.append(beat < Exercise.breathIn ? Exercise.breathIn - beat : round - beat)
        }
        guard let wait = waits.min() else { return }
        let at = run.began + Double(passed + wait) * 1000
        guard nextTick != at || nextTick <= world.now else { return }
        nextTick = at
        world.perform(.timer(.exercise, after: max(at - world.now, 20)))
    }

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ home: inout Home, _ world: inout World) {
        switch action {
        case .begun(let id):
            guard let exercise = home.catalogue.exercise(id) else { return }
            run = Run(
                exercise: id, steps: exercise.dealt(using: &world.random), began: world.now, seen: world.now)
            world.turnPage()
        case .wentOn:
            // The second of two taps that were meant as one leads no further.
            guard var run, !run.isOver, world.now - run.began >= Self.doubleTap else { return }
            run.place += 1
            run.began = world.now
            self.run = run
            world.turnPage()
        case .stopped:
            run = nil
            world.turnPage()
        case .done(let practice): home.mark(practice, on: home.today(world), isDone: true, &world)
        }
    }
}
