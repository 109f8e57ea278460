import Closeness
import Library

extension ContentReader {
    /// Reports what is missing from the content as a whole.
    func checkCompleteness(of catalogue: Catalogue) {
        if let items = minimums.checkItems {
            for aspect in Aspect.asked {
                let wanted =
                    switch aspect {
                    case .pillar: items.pillar
                    case .foundation: items.foundation
                    case .own: items.oneself
                    case .theme(.whole): 1
                    case .theme: items.theme
                    }
                let found = catalogue.checkItems(of: aspect).count
                if found != wanted { report("check.yaml", "needs \(wanted) items of \(aspect.name), found \(found)") }
            }
        }
        checkSeasons(of: catalogue.check)
        need(minimums.signs, "signs", catalogue.signs.count, in: "signs.yaml")
        need(minimums.causes, "causes", catalogue.causes.count, in: "causes.yaml")
        need(minimums.practices, "practices", catalogue.practices.count, in: "practices")
        for aspect in Aspect.all {
            let feeding = catalogue.practices.count { $0.feeds[aspect] >= 0.5 }
            need(
                minimums.practicesPerAspect, "practices that feed \(aspect.name) with 0.5 or more", feeding,
                in: "practices")
        }
        for level in 1...5 {
            let asking = catalogue.practices.count { $0.openness.level == level }
            need(minimums.practicesPerOpenness, "practices with openness \(level)", asking, in: "practices")
        }
        need(
            minimums.openPractices, "practices with openness 4 or 5",
            catalogue.practices.count { $0.openness.level >= 4 }, in: "practices")
        need(
            minimums.practicesForOne, "practices for one person",
            catalogue.practices.count { $0.company != .together }, in: "practices")
        for situation in LifeSituation.allCases {
            need(
                minimums.practicesFor[situation] ?? 0, "practices written for \(situation.rawValue)",
                catalogue.practices.count { $0.writtenFor.contains(situation) }, in: "practices")
        }
        checkVariety(of: catalogue)
        need(minimums.questions, "questions", catalogue.questions.count, in: "questions.yaml")
        for (depth, minimum) in zip(Question.Depth.allCases, minimums.questionsPerDepth) {
            let found = catalogue.questions(depth: depth).count
            need(minimum, "questions of depth \(depth.rawValue)", found, in: "questions.yaml")
        }
        checkSeries(of: catalogue)
        need(minimums.conversations, "conversations", catalogue.conversations.count, in: "conversations")
        need(minimums.articles, "articles", catalogue.articles.count, in: "reading.yaml")
        need(minimums.dates, "dates", catalogue.dates.count, in: "dates.yaml")
        need(minimums.touches, "kinds of touch", catalogue.touches.count, in: "touch.yaml")
        func exercises(_ kind: Exercise.Kind) -> Int { catalogue.exercises.count { $0.kind == kind } }
        need(minimums.exercises.calm, "exercises to come to rest", exercises(.calm), in: "exercises.yaml")
        need(minimums.exercises.close, "exercises to be close", exercises(.close), in: "exercises.yaml")
        need(minimums.exercises.games, "games", exercises(.game), in: "exercises.yaml")
        need(minimums.journeys, "journeys", catalogue.journeys.count, in: "journeys")
        checkPrompts(of: catalogue)
    }

    /// Each turn asks enough of every pillar and foundation, and no more marks in all than ten minutes have room for.
    private func checkSeasons(of check: Check) {
        guard let wanted = minimums.checkSeason else { return }
        for season in 0..<Check.turns {
            let asked = check.asked(in: season)
            let turn = "turn \(Check.turn(of: season) + 1)"
            for (aspects, least) in [
                (Pillar.allCases.map(Aspect.pillar), wanted.pillar),
                (Foundation.allCases.map(Aspect.foundation), wanted.foundation),
            ] {
                for aspect in aspects {
                    let found = asked.count { $0.aspect == aspect }
                    need(least, "items of \(aspect.name) in \(turn)", found, in: "check.yaml")
                }
            }
            let marks = asked.reduce(0) { $0 + $1.marks }
            if marks > wanted.marks {
                report("check.yaml", "\(turn) asks for \(marks) marks, at most \(wanted.marks) fit into ten minutes")
            }
        }
    }

    /// A series has each step once, counted from 1.
    private func checkSeries(of catalogue: Catalogue) {
        let names = Set(catalogue.questions.compactMap { $0.place?.series })
        let whole = names.count { catalogue.questions(series: $0).count >= 12 }
        need(minimums.series, "series of twelve", whole, in: "questions.yaml")
        for series in names.sorted() {
            let steps = catalogue.questions(series: series)
            for (index, question) in steps.enumerated() where question.place?.step != index + 1 {
                findings.report(
                    findings.place(of: .question, question.id)
                        ?? Findings.Location(file: path("questions.yaml"), line: nil),
                    "step \(index + 1) of the series \(series) is missing or there twice")
                break
            }
        }
    }

    func need(_ minimum: Int, _ what: String, _ found: Int, in file: String) {
        if found < minimum { report(file, "needs at least \(minimum) \(what), found \(found)") }
    }

    func report(_ file: String, _ reason: String) {
        findings.report(Findings.Location(file: path(file), line: nil), reason)
    }
}
