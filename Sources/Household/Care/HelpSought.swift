import Closeness
import Library

/// Help from people outside: open to everybody, one tap from everywhere.
///
/// What is remembered goes with the page; nothing of a visit is written but what ``SafetyCheck`` says.
public struct HelpSought {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        /// They are afraid of the other: what to do then comes first. Works from any page.
        case cameAfraid
        case wholePageWanted
        case numbersWanted
        /// The field of countries was changed; its value is the code.
        case countryChosen
        case safety(SafetyCheck.Action)
    }

    /// Whether what to do in danger comes first.
    public private(set) var isDangerFirst = false
    /// The country whose numbers are shown; empty until one is chosen.
    public private(set) var country = ""
    /// The check whether somebody is safe.
    public private(set) var safety = SafetyCheck()

    /// Nothing done yet.
    public init() {}

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home?, _ world: inout World) {
        switch action {
        case .cameAfraid:
            isDangerFirst = true
            world.tell(.helpWanted)
            world.turnPage(to: "danger")
        case .wholePageWanted:
            isDangerFirst = false
            world.turnPage()
        case .numbersWanted: world.perform(.focus("country"))
        case .countryChosen:
            country = occurrence.text
            home?.countryOfHelp = country
        case .safety(let action): safety.update(action, occurrence, &home, &world)
        }
    }

    /// Forgets what was ticked, once nobody looks at the page any more.
    public mutating func leave() {
        if safety.step != .closed { safety = SafetyCheck() }
    }

    /// The countries there are lines for, in the order of the content.
    public static func countries(_ help: Help) -> [String] {
        var seen: [String] = []
        for line in help.lines where line.country != Help.anywhere && !seen.contains(line.country) {
            seen.append(line.country)
        }
        return seen
    }

    /// The lines to show: those of the country, then the directories that cover all.
    public func lines(_ help: Help) -> [Help.Line] {
        guard !country.isEmpty else { return [] }
        let own = help.lines.filter { $0.country == country && country != Help.anywhere }
        return own + help.lines.filter { $0.country == Help.anywhere }
    }
}

extension Help.Line {
    /// The numbers to call, each as it is written and as it is dialled. "112 or 999" are two.
    public var numbers: [(text: String, dialled: String)] {
        guard let phone else { return [] }
        var numbers: [(text: String, dialled: String)] = []
        var text = ""
        for part in phone.split(separator: " ").map(String.init) + ["or"] {
            if part == "or" {
                if !text.isEmpty {
                    numbers.append((text, text.filter { $0 == "*" || $0.isASCII && ("0"..."9").contains($0) }))
                }
                text = ""
            } else {
                text += text.isEmpty ? part : " " + part
            }
        }
        return numbers
    }

    /// Its page without the scheme, as links are made; nil when it has none that is served over TLS.
    public var address: String? {
        guard let url, url.hasPrefix("https://") else { return nil }
        return String(url.dropFirst("https://".count))
    }
}
