import Closeness
import Testing

@Suite("Which statements a season asks")
struct CheckAskingTests {
    /// A check of the shape of the shipped one.
    private let check: Check = {
        var items: [CheckItem] = []
        for aspect in Aspect.asked {
            let turns: [Int?] =
                switch aspect {
                case .pillar: [nil, nil, 0, 1]
                case .foundation: [nil, 0, 1]
                case .own: [nil, nil]
                case .theme(let theme): theme == .whole ? [nil] : [nil, nil]
                }
            for (number, turn) in turns.enumerated() {
                items.append(
                    CheckItem(id: aspect.name + "-\(number)", aspect: aspect, kind: .does, text: "We.", turn: turn))
            }
        }
        return Check(
            items: items, scale: Check.Scale(low: "no", high: "yes"),
            circles: CirclesPrompt(felt: "", wished: "", help: ""), comfort: Check.Comfort(question: "", steps: []))
    }()

    /// The seasons of five years.
    private let seasons = (2026 * 4)..<(2031 * 4)

    @Test("The season alone says what is asked, and every season covers each pillar with three statements")
    func coverage() {
        for season in seasons {
            let asked = check.asked(in: season)
            #expect(asked == check.asked(in: season) && asked.count == 37)
            for aspect in Aspect.asked {
                let count = asked.count { $0.aspect == aspect }
                switch aspect {
                case .pillar: #expect(count == 3)
                case .foundation, .own: #expect(count == 2)
                case .theme(let theme): #expect(count == (theme == .whole ? 1 : 2))
                }
            }
        }
    }

    @Test("Every statement is asked in one of any three seasons that follow each other, and in every part of the year")
    func turns() {
        for item in check.items {
            let isAsked = seasons.map { season in check.asked(in: season).contains(item) }
            for start in 0..<(isAsked.count - 2) { #expect(isAsked[start...(start + 2)].contains(true), "\(item.id)") }
            for quarter in 0..<4 {
                #expect(isAsked.indices.contains { $0 % 4 == quarter && isAsked[$0] }, "\(item.id), quarter \(quarter)")
            }
        }
        #expect(check.asked(in: seasons.lowerBound) != check.asked(in: seasons.lowerBound + 1))
    }

    @Test("The order is mixed: ten others lie between two on the same thing, and how it is all in all comes last")
    func order() {
        for season in seasons {
            let asked = check.asked(in: season).map { $0.aspect }
            for (place, aspect) in asked.enumerated() {
                #expect(!asked[(place + 1)...].prefix(10).contains(aspect), "\(aspect.name) in season \(season)")
            }
            #expect(asked.last == .theme(.whole))
        }
    }

    @Test("Oneself and all in all have no wish; 67 marks are set in all")
    func marks() {
        #expect(check.asked(in: seasons.lowerBound).reduce(0) { $0 + $1.marks } == 67)
        #expect(check.item("rest-0")?.hasWish == false && check.item("whole-0")?.hasWish == false)
        #expect(check.item("desire-0")?.hasWish == true && check.item("repair-2")?.marks == 2)
    }

    @Test("A statement that was retired is still found, and an id of a newer version is not")
    func retired() {
        let gone = CheckItem(id: "gone", aspect: .emotional, kind: .does, text: "I tell you.", successor: "emotional-1")
        let check = Check(
            items: check.items, retired: [gone], former: ["gone", "emotional-0"], scale: check.scale,
            circles: check.circles, comfort: check.comfort)
        #expect(check.item("gone") == gone && !check.asked(in: 0).contains(gone))
        #expect(check.items(["gone", "of-a-newer-version", "emotional-0"]).map(\.id) == ["gone", "emotional-0"])
    }

    @Test("What a season didn’t ask is missing, not nought: the mean is of the others and less sure")
    func missing() throws {
        func level(of ids: [String]) throws -> Reading.Level {
            let answers = Dictionary(uniqueKeysWithValues: ids.map { ($0, ItemAnswer(felt: 7, wished: 9)) })
            return try #require(Reading(check: check, answers: answers).felt(.emotional))
        }
        let four = try level(of: ["emotional-0", "emotional-1", "emotional-2", "emotional-3"])
        let three = try level(of: ["emotional-0", "emotional-1", "emotional-3"])
        #expect(four.value == 7 && three.value == 7 && three.answered == 3)
        #expect(three.error > four.error)
    }

    @Test("A check from before counts as it did, and themes that it didn’t ask for are unanswered")
    func former() {
        let gone = CheckItem(id: "gone", aspect: .emotional, kind: .does, text: "I tell you.", successor: "emotional-1")
        let check = Check(
            items: check.items, retired: [gone], scale: check.scale, circles: check.circles, comfort: check.comfort)
        let reading = Reading(
            check: check,
            answers: ["gone": ItemAnswer(felt: 2, wished: 8), "emotional-0": ItemAnswer(felt: 6, wished: 8)])
        #expect(reading.felt(.emotional)?.value == 4 && reading.gap(.emotional) == 4)
        #expect(reading.felt(.theme(.desire)) == nil)
    }

    @Test("Nobody is shown what the other put for all in all, which is one statement")
    func whole() {
        let reading = Reading(
            check: check,
            answers: ["whole-0": ItemAnswer(felt: 4, wished: nil), "room-0": ItemAnswer(felt: 3, wished: 8)])
        let picture = Picture(mine: reading, theirs: reading)
        #expect(picture.row(.theme(.whole)).mine.felt?.value == 4)
        #expect(picture.row(.theme(.whole)).theirs.felt == nil && picture.row(.theme(.whole)).between == nil)
        #expect(picture.row(.theme(.room)).theirs.felt?.value == 3)
        #expect(picture.themes.map(\.aspect) == Theme.allCases.map(Aspect.theme))
    }
}
