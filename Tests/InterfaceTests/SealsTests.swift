@testable import Household
import Ledger
import Testing

@testable import Interface

/// Which seals are asked for follows from the rules of kinds, so that a new sealed kind is waited for like the others.
@Suite struct SealsTests {
    @Test func everySealedKindIsAskedForOnceAndNoOther() throws {
        var couple = try MineCouple()
        try couple.ana.home { home, shell in home.askForSeals(&shell) }
        func asked() -> [String] {
            couple.ana.effects.flatMap { asked -> [String] in
                if case .sealIDs(_, let names) = asked.effect { names } else { [] }
            }
        }
        for kind in EventKind.allCases {
            let word = String(kind.rawValue.prefix { $0 != "." }) + "/"
            var isSealed = false
            if case .oursSealed = kind.rule.audience { isSealed = true }
            guard isSealed else { continue }
            #expect(asked().contains { $0.hasPrefix(word) }, "\(kind.rawValue) is never waited for")
        }
        #expect(asked().contains("check/2027-Q1") && asked().contains("check/2026-Q4"))
        #expect(asked().contains("pulse/2027-W02") && asked().contains("pulse/2026-W47"))
        #expect(asked().contains("question/smell"))
        let before = asked()
        try couple.ana.home { home, shell in home.askForSeals(&shell) }
        #expect(asked() == before, "what was asked is not asked again")
    }
}
