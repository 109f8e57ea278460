import Closeness
import Testing

@Suite("Which practices fit a couple's circumstances")
struct PracticeTests {
    @Test("Apart, what needs one place is out unless one can do it alone")
    func apart() {
        #expect(!practice("hug", worksApart: false).fits([.apart]))
        #expect(practice("call", worksApart: true).fits([.apart]))
        #expect(practice("walk", company: .alone, worksApart: false).fits([.apart]))
    }

    @Test("Alone, what takes two is out")
    func alone() {
        #expect(!practice("hug", company: .together).fits([.alone]))
        #expect(practice("letter", company: .either).fits([.alone]))
    }

    @Test("Without money, what costs something is out")
    func money() {
        #expect(!practice("dinner", cost: 1).fits([.noMoney]))
        #expect(practice("walk", cost: 0).fits([.noMoney]))
    }

    @Test("What a practice says to avoid is avoided, whatever else applies")
    func avoid() {
        #expect(!practice("dance", avoid: [.illness]).fits([.illness, .newParents]))
        #expect(practice("dance", avoid: [.illness]).fits([.newParents]))
        #expect(practice("dance", avoid: [.illness]).fits([]))
    }
}
