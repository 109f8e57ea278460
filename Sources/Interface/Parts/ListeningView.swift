import Coach
import Household
import Markup
import Words

extension Listening {
    /// Fields and ways to answer.
    ///
    /// - Parameters:
    ///   - asksForTheirs: whether there is a field for what the partner said.
    ///   - name: what the one who is listened to is called.
    func view(
        _ home: Home, _ shell: Shell, asksForTheirs: Bool, to name: String,
        action: @escaping (Action) -> Interface.Action
    ) -> View {
        let words = shell.words.coach
        let harms = [theirs, reply].compactMap { home.harmAnswer(to: $0) }
        return div(.classes("listening"), .key("listening")) {
            if asksForTheirs {
                writing(
                    id: "theirs", label: words.theySaid(name), value: theirs, placeholder: words.theySaidPlaceholder,
                    action: action(.theirsTyped), rows: 2, isLabelShown: true)
            }
            writing(
                id: "reply", label: words.myReply(name), value: reply, placeholder: words.myReplyPlaceholder,
                action: action(.replyTyped), rows: 2, isLabelShown: true)
            for harm in harms { harmView(harm, shell) }
            // Where one of them tells of harm there is nothing to reflect.
            if let coach = home.coach.coach, harms.isEmpty {
                let help = coach.reply(reply, to: theirs)
                hindrances(help.hindrances, words)
                gaps(words, action)
                if earlier != nil { quiet(words.takeBack, action(.takenBack)) }
                ways(words.reflect, help.reflect, words, action)
                ways(words.validate, help.validate, words, action)
                ways(words.ask, help.ask, words, action)
            } else if home.coach.coach == nil {
                p(.classes("fine")) { home.coach.isOutOfReach ? words.outOfReach : words.coming }
            }
        }
    }

    private func hindrances(_ hindrances: [Hindrance], _ words: CoachWords) -> View? {
        guard !hindrances.isEmpty else { return nil }
        let scalars = Array(reply.unicodeScalars)
        return ul(.classes("reasons"), .key("notices"), .ariaLabel(words.notices)) {
            for hindrance in hindrances where hindrance.end <= scalars.count {
                li {
                    span(.classes("quoted"), .named(.dir, "auto")) {
                        "“" + String(scalars: scalars[hindrance.start..<hindrance.end]) + "”"
                    }
                    span { hindrance.why }
                }
            }
        }
    }

    private func gaps(_ words: CoachWords, _ action: (Action) -> Interface.Action) -> View? {
        guard let filling else { return nil }
        return gapFields(filling, id: "reply", words) { action(.gapTyped($0)) }
    }

    private func ways(
        _ title: String, _ offers: [Offer], _ words: CoachWords, _ action: (Action) -> Interface.Action
    ) -> View {
        section(.classes("offers"), .key(title)) {
            h2 { title }
            div(.classes("ways-to-say")) {
                for offer in offers {
                    button(.classes("way said"), .press(action(.wayTaken(offer.text)))) {
                        span { withBlanks(offer.text) }
                    }
                }
            }
        }
    }
}
