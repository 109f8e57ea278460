import Household
import Closeness
import Library
import Markup
import Words

// Short pages to read: the list of them, and one of them. There is nothing to do here but to read, so nothing is remembered.

/// All articles.
func articlesView(_ home: Home, _ shell: Shell) -> [View] {
    let words = shell.words.articles
    return [
        div(.classes("page broad articles"), .key("articles")) {
            backBar(shell.words.us.toUs, to: .us, shell)
            header(.classes("heading")) {
                h1 { words.title }
                p(.classes("lead")) { words.lead }
            }
            div(.classes("rows")) {
                for article in home.catalogue.articles {
                    row(article.title, detail: article.about, icon: .book, .go(.article(article.id)))
                }
            }
        }
    ]
}

/// One article, and what leads on from it.
func articleView(_ id: String, _ home: Home, _ shell: Shell) -> [View] {
    let words = shell.words.articles
    return [
        div(.classes("page wide article"), .key("article-" + id)) {
            backBar(words.title, to: .articles, shell)
            if let article = home.catalogue.article(id) {
                Interface.article {
                    header(.classes("heading")) {
                        p(.classes("over")) { words.minutes }
                        h1 { article.title }
                        p(.classes("lead")) { article.about }
                    }
                    div(.classes("prose")) { for paragraph in article.text { p { paragraph } } }
                }
                aside(id, home, shell)
            } else {
                h1 { words.nowhere }
            }
        }
    ]
}

/// What stands beside an article, or beneath it on a phone: the causes that it says more about, and where there is help.
private func aside(_ id: String, _ home: Home, _ shell: Shell) -> View {
    let causes = home.suggested(
        home.catalogue.causes.filter { $0.article == id }, from: home.catalogue.causes, for: id)
    return element(.aside, .ariaLabel(shell.words.us.more)) {
        mark(size: 56, overlap: 0.14)
        if !causes.isEmpty {
            h2 { shell.words.articles.causes }
            div(.classes("way-list")) {
                for cause in causes { way(cause.name, icon: .compass, .causes(.came(cause.id))) }
            }
        }
        link(shell.words.reflection.help, to: .help)
    }
}
