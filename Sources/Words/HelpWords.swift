/// Help from outside. What the page says stands in the content; here is what its parts are called.
public struct HelpWords: Sendable {
    public let back, leave, leaveHint, afraid, fromStart, when, kinds, lines, toNumbers, country, choose, worldwide,
        privacy: String
    public let unavailable, stems: String
    /// What a line is there for.
    public let emergency, crisis, abuse, relationship: String
    /// A telephone number as a link says it.
    public let call: @Sendable (_ number: String) -> String
    /// The page of a service as a link says it.
    public let page: @Sendable (_ name: String) -> String
    /// On which day somebody confirmed the entry with the service.
    public let checked: @Sendable (_ day: String) -> String
    /// Whom to call in danger, whatever the country.
    public let inDanger: String
    /// That nobody has confirmed some of the entries.
    public let unchecked: String
    /// The check whether somebody is safe.
    public let safety: SafetyWords
    /// A country's name by its ISO 3166-1 code; the code itself where none is known.
    public let countryName: @Sendable (_ code: String) -> String
}

extension HelpWords {
    /// British English.
    public static let english = HelpWords(
        back: "Back", leave: "Quick exit", leaveHint: "Opens an ordinary page at once",
        afraid: "I’m afraid of my partner",
        fromStart: "The whole page", when: "When it’s time to ask someone", kinds: "Who can help",
        lines: "Numbers and pages", toNumbers: "To the numbers", country: "Your country", choose: "Choose a country",
        worldwide: "Anywhere else",
        privacy: "About this page",
        unavailable:
            "This page couldn’t be read. In danger, call your emergency number: 112 works in most of Europe, 911 in North America, 999 in Britain.",
        stems: "Ways to begin", emergency: "In danger now", crisis: "When you can’t go on",
        abuse: "Fear, control, violence",
        relationship: "For the two of you",
        call: { "Call \($0)" }, page: { "Website: \($0)" },
        checked: { "Confirmed on \($0)" },
        inDanger:
            "In danger now, call the emergency number: 112 in most of Europe, 911 in North America, 999 in Britain.",
        unchecked:
            "We haven’t rung these numbers ourselves yet. They were gathered with care, but numbers change: if one doesn’t answer, try the next.",
        safety: .english, countryName: { EnglishCountries.name($0) })
}

/// Names of countries in English.
enum EnglishCountries {
    /// The name of a country; the code itself where none is known.
    static func name(_ code: String) -> String {
        switch code {
        case "AT": "Austria"
        case "AU": "Australia"
        case "BE": "Belgium"
        case "BR": "Brazil"
        case "CA": "Canada"
        case "CH": "Switzerland"
        case "DE": "Germany"
        case "DK": "Denmark"
        case "ES": "Spain"
        case "FI": "Finland"
        case "FR": "France"
        case "GB": "United Kingdom"
        case "IE": "Ireland"
        case "IN": "India"
        case "IT": "Italy"
        case "NL": "Netherlands"
        case "NO": "Norway"
        case "NZ": "New Zealand"
        case "PL": "Poland"
        case "PT": "Portugal"
        case "SE": "Sweden"
        case "US": "United States"
        case "ZA": "South Africa"
        default: code
        }
    }
}
