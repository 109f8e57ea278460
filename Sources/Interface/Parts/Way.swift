import Closeness
import Household
import Library
import Markup
import Words

/// A small way to somewhere from a sign or a cause.
func way(_ title: String, icon symbol: Icon, _ action: Action) -> View {
    button(.classes("way"), .press(action), .role("link")) {
        icon(symbol)
        span { title }
    }
}

/// The way from a sign or a cause to the article that says more about it, or to one that stands in its place.
func wayToRead(_ id: String?, _ home: Home, _ shell: Shell) -> [View] {
    guard let named = id.flatMap({ home.catalogue.article($0) }),
        let article = home.suggested([named], from: home.catalogue.articles, for: named.id).first
    else { return [] }
    return [
        element(.h4) { shell.words.articles.more },
        div(.classes("way-list")) { way(article.title, icon: .book, .go(.article(article.id))) },
    ]
}
