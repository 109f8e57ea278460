/// Help from outside. What the page says stands in the content; here is what its parts are called.
public struct HelpWords: Sendable {
    public let back, leave, leaveHint, afraid, fromStart, when, kinds, lines, toNumbers, country, choose, worldwide,
        privacy: String
    public let unavailable, stems: String
    /// What a line is there for.
    public let emergency, crisis, abuse, ownHarm, relationship: String
    /// Where to send a text message, and the number on WhatsApp.
    public let text, whatsApp: @Sendable (_ number: String) -> String
    /// That there is a chat on a service's page.
    public let chat: String
    /// How deaf people reach a service, from the ways that ``relay``, ``video`` and ``inWriting`` name.
    public let deaf: @Sendable (_ ways: [String]) -> String
    public let relay, video, inWriting, deafOffered: String
    /// In which languages they answer; whether there are others by an interpreter.
    public let languages: @Sendable (_ names: [String], _ isByInterpreter: Bool) -> String
    /// Whether a call shows on the telephone bill, and what holds where nobody knows.
    public let onBill, notOnBill, billUnknown: String
    /// That no source was found for an entry.
    public let unsourced: String
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
    /// A language's name by its tag; the tag itself where none is known.
    public let languageName: @Sendable (_ tag: String) -> String
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
            "This page couldn’t be read. In danger, call your emergency number: 112 works in most of Europe, 911 in North America, 999 in Britain, 000 in Australia, 111 in New Zealand.",
        stems: "Ways to begin", emergency: "In danger now", crisis: "When you can’t go on",
        abuse: "Fear, control, violence", ownHarm: "If you frighten or hurt somebody",
        relationship: "For the two of you",
        text: { "Text message: \($0)" }, whatsApp: { "WhatsApp: \($0)" }, chat: "Chat on their page",
        deaf: { "For deaf people: " + $0.joined(separator: ", ") }, relay: "by relay", video: "sign language by video",
        inWriting: "in writing", deafOffered: "Deaf people can reach them; their page says how",
        languages: { names, isByInterpreter in
            if names.isEmpty { return "Many languages" }
            return names.joined(separator: ", ") + (isByInterpreter ? ", others by an interpreter" : "")
        },
        onBill: "A call shows on the phone bill",
        notOnBill: "Not on the phone bill. The phone itself still lists the call.",
        billUnknown:
            "A call, a text or a chat stays in the phone’s own lists. Where a line says nothing about the bill, we don’t know whether it shows there; free numbers can, too.",
        unsourced: "We found no source for this one when we looked.",
        call: { "Call \($0)" }, page: { "Website: \($0)" },
        checked: { "Confirmed on \($0)" },
        inDanger:
            "In danger now, call the emergency number: 112 in most of Europe, 911 in North America, 999 in Britain, 000 in Australia, 111 in New Zealand.",
        unchecked:
            "We haven’t rung these numbers ourselves yet. They were gathered with care, but numbers change: if one doesn’t answer, try the next.",
        safety: .english, countryName: { EnglishCountries.name($0) }, languageName: { EnglishLanguages.name($0) })
}

/// Names of countries in English.
enum EnglishCountries {
    /// The name of a country; the code itself where none is known.
    static func name(_ code: String) -> String {
        switch code {
        case "AR": "Argentina"
        case "AT": "Austria"
        case "AU": "Australia"
        case "BE": "Belgium"
        case "BR": "Brazil"
        case "CA": "Canada"
        case "CH": "Switzerland"
        case "CL": "Chile"
        case "CO": "Colombia"
        case "CZ": "Czechia"
        case "DE": "Germany"
        case "DK": "Denmark"
        case "ES": "Spain"
        case "FI": "Finland"
        case "FR": "France"
        case "GB": "United Kingdom"
        case "GR": "Greece"
        case "HK": "Hong Kong"
        case "IE": "Ireland"
        case "IL": "Israel"
        case "IN": "India"
        case "IT": "Italy"
        case "JP": "Japan"
        case "KE": "Kenya"
        case "KR": "South Korea"
        case "MX": "Mexico"
        case "NG": "Nigeria"
        case "NL": "Netherlands"
        case "NO": "Norway"
        case "NZ": "New Zealand"
        case "PH": "Philippines"
        case "PK": "Pakistan"
        case "PL": "Poland"
        case "PT": "Portugal"
        case "SE": "Sweden"
        case "SG": "Singapore"
        case "US": "United States"
        case "ZA": "South Africa"
        default: code
        }
    }
}
