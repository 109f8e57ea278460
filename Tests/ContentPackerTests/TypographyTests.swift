import Testing

@testable import ContentPacker

@Suite("Quotation marks as they are printed")
struct TypographyTests {
    @Test(
        "Straight marks become curly ones",
        arguments: [
            ("When it's done, say \"done\".", "When it’s done, say “done”."),
            ("\"I don't mind, what do you want?\"", "“I don’t mind, what do you want?”"),
            ("your parents' house", "your parents’ house"),
            ("Say 'stay', and mean it.", "Say ‘stay’, and mean it."),
            ("She said \"'stay' isn't 'go'\"", "She said “‘stay’ isn’t ‘go’”"),
            ("(\"tell me more\") – \"or not\"", "(“tell me more”) – “or not”"),
            ("the '90s, 'tis said", "the ’90s, ’tis said"),
            ("One reason I'm here …\"", "One reason I’m here …”"),
            ("“It’s here already”, she said", "“It’s here already”, she said"),
            ("Nothing to do", "Nothing to do"), ("'", "’"), ("", ""),
        ])
    func curly(_ typed: String, _ printed: String) {
        #expect(Typography.curly(typed) == printed)
    }
}
