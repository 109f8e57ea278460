import Closeness
import Household
import Library
import Markup
import Words

/// The signs of a widening gap: what is seen, what it may and need not mean, what either has noticed.
public struct SignsPage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case noted(Noted)
        /// They came for one of them. Works from any page.
        case came(String)
    }

    /// The list and what the person does with it.
    var noticing = Noticing(.signs)

    /// A page that nothing was done on yet.
    public init() {}

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .noted(let noted): noticing.update(noted, occurrence, &home, &shell.world)
        case .came(let sign):
            noticing.show(sign)
            shell.go(.signs)
            shell.perform(.focus(Noticing.headID(sign)))
        }
    }

    func view(_ home: Home, _ shell: Shell) -> [View] {
        let says = shell.words.reflection
        let entries = home.catalogue.signs.map { sign in
            SignOrCause(
                id: sign.id, name: sign.name, text: sign.seen,
                parts: [(says.may, sign.may), (says.mayNot, sign.mayNot)],
                ways: noticing.open == sign.id ? ways(sign, home, shell) : [])
        }
        return [
            noticing.view(
                entries, title: says.signsTitle, lead: says.signsLead, ofBoth: says.betweenYou, all: says.allSigns,
                home, shell, action: { .signs(.noted($0)) })
        ]
    }

    private func ways(_ sign: Sign, _ home: Home, _ shell: Shell) -> [View] {
        let says = shell.words.reflection
        let practices = home.suggested(
            sign.practices.compactMap { home.catalogue.practice($0) }, from: home.catalogue.practices, for: sign.id)
        let causes = home.suggested(
            sign.causes.compactMap { home.catalogue.cause($0) }, from: home.catalogue.causes, for: sign.id)
        return [
            div(.classes("ways")) {
                if !practices.isEmpty { element(.h4) { says.leadsTo } }
                div(.classes("way-list")) {
                    for practice in practices { way(practice.name, icon: .leaf, .go(.practice(practice.id))) }
                }
                if !causes.isEmpty {
                    element(.h4) { says.behind }
                    div(.classes("way-list")) {
                        for cause in causes { way(cause.name, icon: .compass, .causes(.came(cause.id))) }
                    }
                }
                wayToRead(sign.article, home, shell)
            }
        ]
    }
}
