import ArgumentParser
import Closeness
import Foundation
import Insight
import Interface
import JSON
import Library
import Words

/// `hearth advise`: a conversation about one couple, which is asked now and then what to do next.
struct AdviseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "advise", abstract: "Say which practice next, and learn from what came of it.",
        discussion: """
            With --json reads JSON Lines on standard input:

              {"couple":{"together":true,"children":false,"minutes":20,"openness":{"a":2,"b":3},"causes":["screens"]}}
                who they are, first; every field may be missing. minutes is how many they have for one practice, openness how \
            much each is ready to show (a whole number from 1 to 5; 3 unless said). children stands for small ones. circumstances may be added, a \
            list of apart, new-parents, illness, no-money, alone. Other fields are passed over.
              {"observe":{"person":"a","pillar":"emotional","day":14.0,"value":6.5,"of":"pulse"}}
                an answer, as for hearth insight, in time order. "wished" may be added: how close that person wishes to be there, 0 \
            to 10; it holds until they say otherwise.
              {"did":{"practice":"the-door","day":21.0,"helped":3}}
                a practice that was done, by its id in hearth library; helped is 0 (not at all) to 4 (a lot), or missing. \
            It may be told late.
              {"ask":{"day":28.0,"seed":7,"count":3}}
                prints {"practices":[{"id":…,"score":…,"chance":…,"why":…}]}, at once. seed (0) and count (3, at most 100) are \
            whole numbers; the day may not lie before an answer or a question in the lines before.

            chance is how likely it was, over all seeds, that this practice would be among those proposed. It is from 0.1 to 0.9, in \
            thousandths. \
            The same lines give the same answers. A bad line is named with its number; nothing is printed for it and the exit \
            code is 65. Without --json prints proposals for a couple that tells no more than the options say. The model is \
            explained in docs/advice.md.
            """)

    @Flag(help: "Read and print JSON Lines.")
    var json = false

    @OptionGroup var content: ContentOption

    @Option(
        name: .customLong("felt"),
        help: ArgumentHelp("How close they feel in a pillar, 0 to 10; may be repeated.", valueName: "pillar=value"))
    var felt: [String] = []

    @Option(help: ArgumentHelp("How many minutes they have for one practice.", valueName: "minutes"))
    var minutes: Int?

    @Option(
        help: ArgumentHelp(
            "How much the more cautious one is ready to show, 1 to 5 (default: 3).", valueName: "step"))
    var openness: Int?

    @Option(help: "How many practices to propose (default: 3).")
    var count: Int?

    @Option(help: "Casts the lot (default: 0).")
    var seed: Int?

    func validate() throws {
        if let openness, Openness(level: openness) == nil {
            throw ValidationError("--openness must be from 1 to 5.")
        }
        if let count, !AdviseConversation.counts.contains(count) {
            throw ValidationError("--count must be from 1 to \(AdviseConversation.counts.upperBound).")
        }
        if let minutes, !AdviseConversation.minutes.contains(minutes) {
            throw ValidationError("--minutes must be from 0 to \(AdviseConversation.minutes.upperBound).")
        }
        guard !json || felt.isEmpty && [minutes, openness, count, seed].allSatisfy({ $0 == nil }) else {
            throw ValidationError(
                "With --json the couple and what is asked are read from the lines. Leave out --felt, --minutes, "
                    + "--openness, --count and --seed.")
        }
    }

    func run() throws {
        do throws(Failure) {
            let catalogue = try LibraryCommand.catalogue(try content.directory())
            if json {
                var conversation = AdviseConversation(catalogue)
                try StandardInput.forEachJSONLine { (number, value) throws(Failure) in
                    if let answer = try conversation.answer(to: value, number) {
                        try StandardOutput.print([answer.text])
                    }
                }
            } else {
                try printForPeople(catalogue)
            }
        } catch {
            throw error.reported()
        }
    }

    private func printForPeople(_ catalogue: Catalogue) throws(Failure) {
        var advisor = Advisor(catalogue.practices, causes: catalogue.causes)
        advisor.couple.openness = [Openness(clamping: openness ?? 3)]
        advisor.couple.minutes = minutes
        for text in felt {
            let parts = text.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, let pillar = Pillar(rawValue: String(parts[0])), let value = Double(parts[1]),
                (0...10).contains(value)
            else {
                throw Failure(
                    .usage, "--felt \(text.shown): say a pillar and a value from 0 to 10, such as emotional=4.")
            }
            for partner in Partner.allCases {
                advisor.observe(Answer(person: partner, pillar: pillar, day: 0, value: value, source: .check))
            }
        }
        for proposal in advisor.ask(day: 0, seed: seed ?? 0, count: count ?? 3) {
            guard let practice = catalogue.practice(proposal.practice) else { continue }
            try StandardOutput.print([
                "\(practice.name). \(practice.deed)", "  " + reasonText(proposal, isAlone: false, catalogue, .english),
                "",
            ])
        }
    }
}
