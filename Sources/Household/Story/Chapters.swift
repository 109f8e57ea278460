import Closeness
import Ledger
import Library

/// Our story as both tell it: questions of a series of their own, each told apart and opened together. What is open stands side by
/// side.
public struct Chapters {
    /// The series of the library that holds them, in their order.
    public static let series = "our-story"

    /// One chapter.
    public struct Chapter {
        /// What is told in it.
        public let question: Question
        /// Which one it is, counted from 1.
        public let number: Int
        /// What stands about it.
        public let standing: QuestionStanding
        /// Whether the other has told it, and it waits for the person.
        public let isWaiting: Bool

        /// Whether it can be read: both have told it, or the person alone has.
        public var isOpen: Bool {
            switch standing {
            case .open, .kept: true
            case .asked, .passed, .left, .sealed: false
            }
        }
    }

    /// The chapters that can be read.
    public let open: [Chapter]
    /// Those that can be told, or wait for the other. None once one of the two has left.
    public let untold: [Chapter]
    /// Whether more come once both are ready to show more of themselves.
    public let areMoreToCome: Bool
    /// How many the other has told that wait for the person.
    public var waiting: Int { untold.count { $0.isWaiting } }
    /// Whether there are none at all.
    public var isEmpty: Bool { open.isEmpty && untold.isEmpty && !areMoreToCome }

    /// What a home has of them.
    public init(_ home: Home, _ world: World) {
        let limit = home.openness(world)
        let all = home.catalogue.questions(series: Self.series).enumerated().map { place, question in
            Chapter(
                question: question, number: place + 1, standing: home.standing(ofQuestion: question.id),
                isWaiting: home.waits(forAnswerTo: question.id))
        }
        open = all.filter { $0.isOpen }
        let others = home.isParted ? [] : all.filter { !$0.isOpen }
        untold = others.filter { $0.standing != .asked || $0.isWaiting || $0.question.depth.openness <= limit }
        areMoreToCome = untold.count < others.count
    }

    /// Whether a question is one of the chapters.
    public static func hold(_ question: Question?) -> Bool { question?.place?.series == series }
}

extension Home {
    /// Asks the relay which answers met in the chapters that are open, where that isn't plain from what is here.
    public mutating func lookWhichChaptersMet(_ world: inout World) {
        for chapter in Chapters(self, world).open { lookWhichMet(.question(chapter.question.id), &world) }
    }
}
