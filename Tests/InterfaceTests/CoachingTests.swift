import Coach
import Foundation
import Household
import Ledger
import Markup
import Testing

@testable import Interface

@Suite("The coach beside what is written")
struct CoachingTests {
    private let line = "One thing I noticed about Ben…"
    private let attack = "You never listen to me"

    /// Ana on Today, with the coach reading along.
    private func helped(_ text: String) throws -> TodayCouple {
        var couple = try TodayCouple(.paired)
        try couple.visit.type(text, into: line)
        try couple.visit.press("Help me say it")
        try couple.visit.bringCoach()
        return couple
    }

    private func thanks(_ couple: TodayCouple) throws -> [String] {
        try couple.ours.appreciations.compactMap { try couple.ours.appreciation(at: $0)?.fields.text }
    }

    private func journal(_ couple: TodayCouple) throws -> [String] {
        try couple.mine.journal(of: couple.me).compactMap { try couple.mine.journalPage(at: $0)?.fields.text }
    }

    // MARK: Reading along

    @Test("the coach is no part of a visit, and nobody is corrected who didn't ask, though it looks for harm")
    func offByDefault() throws {
        var couple = try TodayCouple(.paired)
        #expect(!couple.visit.effects.contains { $0.text("path") == CoachOnCall.path })
        try couple.visit.type(attack, into: line)
        try couple.visit.bringCoach()
        #expect(couple.screen.find("list", "What may land hard") == nil)
        #expect(!couple.screen.says("I found nothing that will land hard."))
        try couple.visit.press("Into the jar")
        #expect(try thanks(couple) == [attack])
    }

    @Test("with one tap each hard place is quoted with its reason, and the tap is remembered")
    func marks() throws {
        var couple = try helped(attack)
        let list = try #require(couple.screen.find("list", "What may land hard"))
        #expect(list.text.contains("“never” invites them to find the one time"))
        #expect(couple.screen.says("One place may land hard."))
        #expect(couple.screen.all("button").filter { $0.name.hasPrefix("Use this:") }.count >= 2)
        try couple.visit.type("You never listen. You selfish pig.", into: line)
        #expect(couple.screen.says("“You selfish pig”"))
        #expect(try couple.home.wantsCoach == true)
        try couple.visit.press("Help me say it")
        #expect(couple.screen.find("list", "What may land hard") == nil)
        #expect(try couple.home.wantsCoach == false)
    }

    @Test("where it finds nothing it says so, and where it can't read it says that")
    func nothingFound() throws {
        var couple = try helped("The train was late and I missed you at supper.")
        #expect(couple.screen.says("I found nothing that will land hard. Read it once more as they would."))
        try couple.visit.type("Du hörst mir nie zu und immer bist du am Handy", into: line)
        #expect(couple.screen.says("I only read English so far."))
        #expect(!couple.screen.says("I found nothing"))
        try couple.visit.type("", into: line)
        #expect(!couple.screen.says("I only read English so far."))
        #expect(!couple.screen.says("I found nothing"))
    }

    @Test("sad, angry or blunt is fine, and then the coach is quiet")
    func quiet() throws {
        let couple = try helped("I was so angry last night that I cried in the car.")
        #expect(couple.screen.find("list", "What may land hard") == nil)
        #expect(!couple.screen.says("Other ways to say it"))
    }

    @Test("what is marked can be sent all the same")
    func neverBlocks() throws {
        var couple = try helped("You are a lazy idiot.")
        try couple.visit.press("Into the jar")
        #expect(try thanks(couple) == ["You are a lazy idiot."])
    }

    @Test("without a network the words can still be sent, and the coach is asked for again later")
    func outOfReach() throws {
        var couple = try TodayCouple(.paired)
        try couple.visit.type(attack, into: line)
        try couple.visit.press("Help me say it")
        try couple.visit.answerCoach(with: Response(fields: ["ok": false, "failure": "offline"], blobs: []))
        #expect(couple.screen.says("The coach can’t be reached just now."))
        try couple.visit.type(attack + ".", into: line)
        try couple.visit.bringCoach()
        #expect(!couple.screen.says("The coach can’t be reached just now."))
        #expect(couple.screen.says("“never”"))
    }

    // MARK: Offers and blanks

    @Test("an offer takes the place of the words; a blank asks before it is sent; filled, it goes out")
    func offer() throws {
        var couple = try helped(attack)
        let offer = try #require(couple.screen.all("button").first { $0.name.hasPrefix("Use this: I feel unheard") })
        try couple.visit.press(offer.name)
        let taken = try #require(couple.screen.field(line)?.value)
        #expect(taken.contains("⟨what happened, as a camera would see it⟩"))
        #expect(couple.screen.find("list", "What may land hard") == nil)
        try couple.visit.press("Into the jar")
        #expect(couple.screen.says("There is still a blank in it."))
        #expect(try thanks(couple).isEmpty)
        try couple.visit.type("you looked at your phone", into: "what happened, as a camera would see it")
        #expect(!couple.screen.says("There is still a blank in it."))
        try couple.visit.press("Into the jar")
        let sent = try #require(try thanks(couple).first)
        #expect(sent.hasPrefix("I feel unheard when you looked at your phone. I need"))
        #expect(couple.screen.field(line)?.value == "")
    }

    @Test("with a blank in it it goes out only when that is said once more")
    func blankOnPurpose() throws {
        var couple = try TodayCouple(.paired)
        try couple.visit.type("Thank you for ⟨you know what⟩", into: line)
        try couple.visit.press("Into the jar")
        #expect(try thanks(couple).isEmpty)
        try couple.visit.press("Send it as it is")
        #expect(try thanks(couple) == ["Thank you for ⟨you know what⟩"])
    }

    @Test("the words that were there before an offer can be had back")
    func takeBack() throws {
        var couple = try helped(attack)
        let offer = try #require(couple.screen.all("button").first { $0.name.hasPrefix("Use this:") })
        try couple.visit.press(offer.name)
        try couple.visit.press("Back to my words")
        #expect(couple.screen.field(line)?.value == attack)
        #expect(couple.screen.says("“never”"))
    }

    @Test("a line that is too long says by how much, and waits")
    func tooLong() throws {
        var couple = try TodayCouple(.paired)
        try couple.visit.type(String(repeating: "a", count: 282), into: line)
        #expect(couple.screen.says("2 characters too long."))
        #expect(couple.screen.button("Into the jar")?.isDisabled == true)
    }

    // MARK: What comes before words

    @Test("scorn gets a pause and a private draft first; other ways only when they are asked for")
    func pause() throws {
        var couple = try helped("You disgust me, you pathetic loser.")
        #expect(couple.screen.says("Keep this one private first."))
        #expect(!couple.screen.all("button").contains { $0.name.hasPrefix("Use this:") })
        try couple.visit.press("Keep it in my journal")
        #expect(try journal(couple) == ["You disgust me, you pathetic loser."])
        #expect(try thanks(couple).isEmpty)
        #expect(couple.screen.field(line)?.value == "")
        #expect(couple.screen.says("When you come back to what hurts"))
        let offer = try #require(couple.screen.all("button").first { $0.name.hasPrefix("Use this:") })
        try couple.visit.press(offer.name)
        #expect(couple.screen.field(line)?.value?.isEmpty == false)
    }

    @Test("fear leads to help, without a mark or an offer, and leaves no entry anywhere")
    func harm() throws {
        var couple = try helped("thanks")
        let before = (try couple.ours.log.count, try couple.mine.log.count)
        couple.visit.forgetEffects()
        try couple.visit.type("I’m scared you will hit me again.", into: line)
        #expect(couple.screen.says("I believe you."))
        #expect(couple.screen.find("list", "What may land hard") == nil)
        #expect(!couple.screen.all("button").contains { $0.name.hasPrefix("Use this:") })
        try couple.visit.press("Help from people")
        #expect(couple.visit.state.shell.place == .help)
        #expect(try (couple.ours.log.count, couple.mine.log.count) == before)
        #expect(!couple.visit.effects.contains { ["http", "seal"].contains($0.name) })
    }

    // MARK: Other fields

    @Test("an answer is helped and sealed like a line of thanks")
    func answer() throws {
        var couple = try TodayCouple(.paired, at: .question("smell"))
        try couple.visit.type("You always ruin it with your smoking.", into: "Your answer")
        try couple.visit.press("Help me say it")
        try couple.visit.bringCoach()
        #expect(couple.screen.find("list", "What may land hard") != nil)
        try couple.visit.press("Seal it for Ben")
        #expect(couple.seals == ["question/smell"])
    }

    @Test("alone, nobody is going to read it, so there is no coach")
    func alone() throws {
        var couple = try TodayCouple(.alone)
        try couple.visit.type(attack, into: "One good thing about the two of you…")
        #expect(couple.screen.button("Help me say it") == nil)
    }

    @Test("words about a sign are shared with their blanks only when that is said once more")
    func sharing() throws {
        var couple = try MineCouple(at: .signs)
        try couple.ana.press("Who buys milk")
        try couple.ana.press("I’ve noticed this")
        try couple.ana.type("Since ⟨when⟩", into: "A word to yourself about it")
        try couple.ana.press("Share it with my words")
        #expect(couple.ana.screen.says("There is still a blank in it."))
        try couple.exchange()
        couple.ben.go(.signs)
        #expect(!couple.ben.screen.says("Since"))
        try couple.ana.press("Send it as it is")
        try couple.exchange()
        #expect(couple.ben.screen.says("Since ⟨when⟩"))
    }
}

@Suite("Say it well")
struct SayItWellTests {
    private let field = "What do you want Ben to hear?"

    private func opened() throws -> MineCouple {
        var couple = try MineCouple(at: .talk)
        try couple.ana.press("Say it well Find words for something hard, and listen to theirs")
        try couple.ana.bringCoach()
        return couple
    }

    @Test("words that this device kept are read again after a reload")
    func keptWords() throws {
        var couple = try MineCouple(at: .say)
        couple.ana.state.pages.say.composing = Composing(id: "say", help: .always, text: "You never listen to me")
        couple.ana.hear(.installOffered)
        try couple.ana.bringCoach()
        #expect(couple.ana.screen.find("list", "What may land hard") != nil)
    }

    @Test("a sentence grows from a feeling, what happened, a need and a request, and takes the field")
    func building() throws {
        var ana = try opened().ana
        try ana.press("Build")
        #expect(ana.screen.says("I feel  what you feel"))
        try ana.press("loneliness")
        try ana.press("left out")
        try ana.type("you told your sister before me", into: "What happened, as a camera would see it?")
        try ana.press("I need  what you need .")
        try ana.press("trust")
        try ana.press("to be told early")
        #expect(!ana.screen.says("Would you hold me for a few minutes?"))
        try ana.press("Would you tell me before you decide?")
        try ana.press("Use this sentence")
        #expect(
            ana.screen.field(field)?.value
                == "I feel left out when you told your sister before me. I need to be told early. "
                + "Would you tell me before you decide?")
        #expect(ana.screen.find("list", "What may land hard") == nil)
        try ana.press("Copy it")
        #expect(ana.effects.contains { $0.name == "copy" && $0.text("text")?.hasPrefix("I feel left out") == true })
    }

    @Test("warm words can go into the jar from here, hard ones can't")
    func jar() throws {
        var ana = try opened().ana
        try ana.type("You forgot the bins again.", into: field)
        #expect(ana.screen.button("Into the jar") == nil)
        try ana.type("Thank you for the soup last night.", into: field)
        try ana.press("Into the jar")
        let ours = try #require(ana.state.home?.ours)
        #expect(
            ours.appreciation(at: try #require(ours.appreciations.first))?.fields.text
                == "Thank you for the soup last night.")
    }

    @Test("words that were found wait for the moment to say them in a conversation, and the other can be shown them")
    func takenAlong() throws {
        var couple = try opened()
        try couple.ana.type("I miss our Sundays.", into: field)
        try couple.ana.press("Take it to a conversation")
        couple.ana.go(.conversation("talk"))
        try couple.ana.tap("Two phones Each of you follows on your own.")
        try couple.ana.tap("Begin")
        try couple.exchange()
        couple.ben.go(.conversation("talk"))
        try couple.ben.tap("I’m here")
        try couple.exchange()
        try couple.ana.tap("Begin")
        try couple.exchange()
        #expect(couple.ana.screen.field("What you want to say")?.value == "I miss our Sundays.")
        #expect(!couple.ben.screen.says("I miss our Sundays."))
        try couple.ana.tap("Show it to Ben")
        try couple.exchange()
        #expect(couple.ana.screen.says("Ben can read this now"))
        #expect(couple.ben.screen.says("Ana wrote"))
        #expect(couple.ben.screen.says("I miss our Sundays."))
        try couple.ana.tap("Next, Ben says it back")
        try couple.exchange()
        #expect(!couple.ben.screen.says("I miss our Sundays."))
    }

    @Test("whoever is afraid is shown help, and no way into a talk")
    func fear() throws {
        var ana = try opened().ana
        try ana.type("I’m scared you will hit me again.", into: field)
        #expect(ana.screen.button("Help from people") != nil)
        #expect(ana.screen.button("Take it to a conversation") == nil)
    }

    @Test("whoever listens is shown what gets in the way, and ways to give the feeling back")
    func listening() throws {
        var ana = try opened().ana
        try ana.press("Listen")
        try ana.type("I feel worn out since the move.", into: "What Ben said")
        #expect(ana.screen.says("you felt worn out. Is that it?"))
        try ana.type("You should just rest, but I did ask you.", into: "What you’d say to Ben")
        let list = try #require(ana.screen.find("list", "What may get in the way"))
        #expect(list.text.contains("“You should”") && list.text.contains("“but”"))
        try ana.press("What was the hardest part of it for you?")
        #expect(ana.screen.field("What you’d say to Ben")?.value == "What was the hardest part of it for you?")
        #expect(ana.screen.find("list", "What may get in the way") == nil)
    }

    @Test("in a conversation the one who says back is helped to listen")
    func listeningInAConversation() throws {
        var couple = try opened()
        couple.ana.go(.conversation("talk"))
        try couple.ana.tap("One phone You hand it to each other.")
        for button in ["Begin", "Begin", "I’m Ana, go on", "Next, Ben says it back", "I’m Ben, go on"] {
            try couple.ana.tap(button)
        }
        try couple.ana.tap("Help me listen")
        #expect(couple.ana.screen.says("Say back what you heard"))
        // The phone is in Ben's hands.
        #expect(couple.ana.screen.field("What you’d say to Ana") != nil)
        #expect(couple.ana.screen.button("Find the words first") == nil)
    }
}

extension Visit {
    /// Answers the request for the coach's data with what ships.
    mutating func bringCoach(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Content/en/coach")
        var pack = Pack()
        for section in Pack.Section.allCases {
            pack[section] = Array(try Data(contentsOf: folder.appendingPathComponent(section.fileName)))
        }
        let bytes = pack.bytes
        let answer = Response(
            fields: ["ok": true, "status": 200, "body": [.integer(0), .integer(bytes.count)]], blobs: bytes)
        try answerCoach(with: answer, sourceLocation: sourceLocation)
    }

    /// Answers the request for the coach's data.
    mutating func answerCoach(with answer: Response, sourceLocation: SourceLocation = #_sourceLocation) throws {
        var asked = try take("http", sourceLocation: sourceLocation)
        while asked.text("path") != CoachOnCall.path { asked = try take("http", sourceLocation: sourceLocation) }
        try reply(to: asked, answer, sourceLocation: sourceLocation)
    }

    /// Forgets what was asked of the shim so far.
    mutating func forgetEffects() {
        while let next = effects.first { _ = try? take(next.name) }
    }
}
