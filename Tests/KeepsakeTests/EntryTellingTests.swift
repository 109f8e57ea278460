import Keepsake
import Ledger
import Testing

@Suite struct EntryTellingTests {
    private func telling(_ event: Event) throws -> EntryTelling? {
        var writing = AnaWriting()
        try writing.say(event)
        return writing.export().entries.first.flatMap { EntryTelling($0, AnaWriting.catalogue) }
    }

    @Test func contentIsNamedAsItReads() throws {
        let day = try #require(Day(year: 2026, month: 11, day: 20))
        let done = try telling(.practiceDone(PracticeDone(practice: "door", day: day, helped: 3, note: "Ha")))
        #expect(done?.kind == "practice.done")
        #expect(done?.subject == .deed("The door", day))
        #expect(done?.statements == [.helped(3), .text("Ha")])
        let answer = try telling(.questionAnswered(QuestionAnswered(question: "smell", text: "Rain")))
        #expect(answer?.subject == .named("What smell?"))
        #expect(answer?.statements == [.text("Rain")])
    }

    @Test func aPromiseTellsItsWordsAndTheDayByWhich() throws {
        let day = try #require(Day(year: 2026, month: 11, day: 20))
        let promise = PromiseMade(promise: AnaWriting.ana, text: "Home by six", day: day)
        let said = try telling(.promiseMade(promise))
        #expect(said?.subject == .day(day))
        #expect(said?.statements == [.text("Home by six")])
        #expect(try telling(.promiseKept(PromiseMark(promise: AnaWriting.ana)))?.kind == "promise.kept")
        let gone = PromiseReleased(promise: AnaWriting.ana, text: "Too full")
        #expect(try telling(.promiseReleased(gone))?.statements == [.text("Too full")])
    }

    @Test func whatTheContentNoLongerHasKeepsItsId() throws {
        #expect(try telling(.planRested(PlanRested(practice: "gone")))?.subject == .named("gone"))
    }

    @Test func aCheckTellsEachAnswerBesideItsItem() throws {
        let season = try #require(Season(year: 2026, quarter: 4))
        let check = CheckAnswered(
            season: season, felt: ["tell": 3], wished: ["tell": 8], circles: Circles(felt: 4, wished: 9), comfort: 1)
        let said = try telling(.checkAnswered(check))
        #expect(said?.subject == .season(season))
        #expect(
            said?.statements == [
                .scale(of: "I tell you.", felt: 3, wished: 8), .circles(felt: 4, wished: 9), .comfort("Doorstep"),
            ])
    }

    @Test func aStatementThatOnlyANewerVersionAsksKeepsItsId() throws {
        let season = try #require(Season(year: 2026, quarter: 4))
        let check = CheckAnswered(
            season: season, felt: ["of-2030": 9, "tell": 3], wished: ["of-2030": 10], circles: nil, comfort: nil)
        #expect(
            try telling(.checkAnswered(check))?.statements == [
                .scale(of: "I tell you.", felt: 3, wished: nil), .scale(of: "of-2030", felt: 9, wished: 10),
            ])
    }
}
