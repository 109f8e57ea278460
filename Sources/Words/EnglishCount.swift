/// Numbers as English says them in a sentence.
enum EnglishCount {
    private static let small = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]

    /// "two"; from thirteen on in digits.
    static func word(_ number: Int) -> String {
        small.indices.contains(number) ? small[number] : String(number)
    }

    /// "a minute", "two minutes", "half an hour", "an hour and a half", "two hours".
    static func duration(minutes: Int) -> String {
        switch minutes {
        case ...1: "a minute"
        case 30: "half an hour"
        case 60: "an hour"
        case 90: "an hour and a half"
        case let long where long > 60 && long % 60 == 0: word(long / 60) + " hours"
        default: word(minutes) + " minutes"
        }
    }
}
