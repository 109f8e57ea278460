import Markup
import Words

/// The first screen: what Hearth is and what it can't read.
func welcomeView(_ shell: Shell) -> [View] {
    let words = shell.words.welcome
    return [
        div(.classes("welcome")) {
            div(.classes("welcome-mark")) { mark(size: 182) }
            div(.classes("welcome-words")) {
                h1 { words.title }
                p(.classes("lead")) { words.lead }
            }
            div(.classes("actions")) {
                primary(words.begin, .go(.signUp))
                secondary(words.invited, .go(.arrival))
                secondary(words.signIn, .go(.signIn))
            }
            p(.classes("fine")) {
                words.unreadable + " "
                link(words.how, to: .howItWorks)
            }
        }
    ]
}

/// What is kept, where, and who can read it.
func howItWorksView(_ shell: Shell) -> [View] {
    let words = shell.words.welcome
    return [
        div(.classes("page reading")) {
            backBar(shell.words.common.back, to: .welcome, shell)
            h1 { words.howTitle }
            for part in words.howParts {
                h2 { part.title }
                p { part.text }
            }
        }
    ]
}
