import Ledger
import Testing
import Words

@Suite struct EntryTextTests {
    @Test(arguments: EventKind.allCases) func whatCanBeTakenAlongHasANameThatPeopleRead(_ kind: EventKind) {
        guard kind.rule.isExportable else { return }
        #expect(Words.english.data.page.kind(kind.rawValue) != kind.rawValue, "\(kind.rawValue) has no name in Words")
    }
}
