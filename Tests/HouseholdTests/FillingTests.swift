import Testing

@testable import Household

@Suite("A text with blanks")
struct FillingTests {
    @Test("is filled one by one, and is open until the last blank has words")
    func filling() throws {
        var filling = try #require(Filling("I felt ⟨a feeling⟩ when ⟨what happened⟩."))
        #expect(filling.gaps.map { $0.prompt } == ["a feeling", "what happened"])
        filling.fill(0, with: "alone")
        #expect(filling.text == "I felt alone when ⟨what happened⟩.")
        #expect(filling.isOpen)
        filling.fill(1, with: "you left")
        #expect(filling.text == "I felt alone when you left.")
        #expect(!filling.isOpen)
        filling.fill(0, with: "  ")
        #expect(filling.text == "I felt ⟨a feeling⟩ when you left.", "empty words open it again")
        filling.fill(7, with: "nowhere")
        #expect(filling.isOpen)
    }

    @Test("without a blank there is nothing to fill")
    func plain() {
        #expect(Filling("I felt alone.") == nil)
        #expect(Filling("") == nil)
    }
}
