import Closeness
import Household
import Library
import Markup
import Words

/// The causes that may be at work: what lifts the guilt, where each points, and what either suspects.
public struct CausesPage {
    /// What a person can do here.
    public enum Action: Equatable, Sendable {
        case noted(Noted)
        /// They came for one of them. Works from any page.
        case came(String)
    }

    /// The list and what the person does with it.
    var noticing = Noticing(.causes)

    /// A page that nothing was done on yet.
    public init() {}

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .noted(let noted): noticing.update(noted, occurrence, &home, &shell.world)
        case .came(let cause):
            noticing.show(cause)
            shell.go(.causes)
            shell.perform(.focus(Noticing.headID(cause)))
        }
    }

    func view(_ home: Home, _ shell: Shell) -> [View] {
        let says = shell.words.reflection
        let entries = home.catalogue.causes.map { cause in
            SignOrCause(
                id: cause.id, name: cause.name, text: cause.about, parts: [(says.pointsTo, cause.points)],
                ways: noticing.open == cause.id ? ways(cause, home, shell) : [])
        }
        return [
            noticing.view(
                entries, title: says.causesTitle, lead: says.causesLead, ofBoth: says.betweenYou,
                all: says.allCauses, home, shell, action: { .causes(.noted($0)) })
        ]
    }

    private func ways(_ cause: Cause, _ home: Home, _ shell: Shell) -> [View] {
        let says = shell.words.reflection
        let talk = cause.conversation.flatMap { home.catalogue.conversation($0) }
        let conversation = talk.flatMap { home.suggests($0) ? $0 : nil }
        let answering = Array(home.catalogue.practices(answering: cause).prefix(4))
        let journeys = home.catalogue.journeys.filter { $0.causes.contains(cause.id) }
        let offered = journeys.filter { home.suggests($0) }
        let left = journeys.count - offered.count + (talk != nil && conversation == nil ? 1 : 0)
        // Where the talk or a journey is not offered, one practice more stands there.
        let practices = home.suggested(
            answering, from: home.catalogue.practices(answering: cause) + home.catalogue.practices,
            count: answering.count + left, for: cause.id)
        return [
            div(.classes("ways")) {
                if cause.leadsToHelp || conversation != nil || !practices.isEmpty || !offered.isEmpty {
                    element(.h4) { says.leadsTo }
                }
                div(.classes("way-list")) {
                    if cause.leadsToHelp { way(says.help, icon: .help, .go(.help)) }
                    if let conversation {
                        way(says.talkAbout(conversation.name), icon: .speech, .go(.conversation(conversation.id)))
                    }
                    for journey in offered { way(journey.name, icon: .compass, .go(.journey(journey.id))) }
                    for practice in practices { way(practice.name, icon: .leaf, .go(.practice(practice.id))) }
                }
                wayToRead(cause.article, home, shell)
            }
        ]
    }
}
