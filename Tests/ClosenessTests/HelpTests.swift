import Closeness
import Testing

@Suite("Whom to call first")
struct HelpTests {
    private func line(
        _ country: String, _ name: String, _ purpose: Help.Line.Purpose, selfHarm: Bool = false, hurting: Bool = false
    ) -> Help.Line {
        Help.Line(
            country: country, name: name, purpose: purpose, phone: "1", hours: "Any time", url: nil, checked: nil,
            isForSelfHarm: selfHarm, alsoForThoseWhoHurt: hurting)
    }

    private var help: Help {
        Help(
            title: "", opening: "", when: [], danger: Help.Danger(title: "", text: "", steps: []), kinds: [],
            raise: Help.Raise(title: "", text: "", stems: []),
            lines: [
                line("AT", "Police", .emergency), line("AT", "Men in a crisis", .crisis),
                line("AT", "Crisis", .crisis, selfHarm: true), line("AT", "Fear", .abuse),
                line("SE", "Anybody", .crisis), line("SE", "Also for them", .abuse, hurting: true),
                line("SE", "Choose to stop", .ownHarm), line("DK", "For all", .abuse, hurting: true),
                line("*", "Directory", .crisis),
            ], privacy: "")
    }

    @Test(
        "somebody who may hurt themselves is led to the line made for that, else to a crisis line, else to the directory"
    )
    func crisis() {
        #expect(help.crisisLine(in: "AT")?.name == "Crisis")
        #expect(help.crisisLine(in: "SE")?.name == "Anybody")
        #expect(help.crisisLine(in: "DK")?.name == "Directory")
        #expect(help.crisisLine(in: "")?.name == "Directory")
    }

    @Test("somebody who hurts their partner is led to the line made for that, else to one that takes them too")
    func ownHarm() {
        #expect(help.lineForThoseWhoHurt(in: "SE")?.name == "Choose to stop")
        #expect(help.lineForThoseWhoHurt(in: "DK")?.name == "For all")
        #expect(help.lineForThoseWhoHurt(in: "AT") == nil)
    }
}
