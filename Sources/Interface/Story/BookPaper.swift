import Bytes
import Household
import Keepsake
import Ledger
import Markup
import Words

/// The book of a year as it stands on paper: a title page, a chapter for each season, the thanks on a spread of their own.
struct BookPaper {
    let book: YearBook
    let home: Home
    let shell: Shell

    private var words: BookWords { shell.words.book }
    private var names: [String] {
        let own = home.ownName.isEmpty ? shell.words.data.page.someone : home.myName
        return home.isPaired ? [own, home.partnerName] : [own]
    }

    /// The seasons of which anything is in it.
    private var quarters: [Int] { (1...4).filter { !book.chapter($0).isEmpty } }

    /// The page that prints and saves it.
    var page: PrintedPage {
        let name = words.names(names)
        let chapters = quarters.map { shell.words.calendar.quarters[$0 - 1] }
        return PrintedPage(
            language: shell.words.language.rawValue, title: name + ", " + String(book.year),
            look: .book(name: name, chapters: chapters), body: html([view]))
    }

    /// The paper itself.
    var view: View {
        article(.classes("paper a5"), .key("paper"), .named(.lang, shell.words.language.rawValue)) {
            header(.classes("title")) {
                h1(.named(.dir, "auto")) { words.names(names) }
                p(.classes("year")) { String(book.year) }
                if home.isPaired { p(.classes("minor")) { words.made } }
            }
            for (number, quarter) in quarters.enumerated() { chapter(quarter, number) }
            if !book.thanks.isEmpty { thanks }
            p(.classes("end")) { words.end }
        }
    }

    private func chapter(_ quarter: Int, _ number: Int) -> View {
        section(.classes("chapter chapter-" + String(number)), .key(String(quarter))) {
            h2 { shell.words.calendar.quarters[quarter - 1] }
            for item in book.chapter(quarter) { note(item) }
        }
    }

    private func note(_ item: YearBook.Item) -> View {
        div(.classes("note"), .key(item.name)) {
            p(.classes("when")) { shell.words.dayAndMonth(item.day) }
            plates(item)
            said(item.content)
        }
    }

    /// A moment's photos, but for those that are left out, as the plates of a book. The shim puts the pictures in.
    private func plates(_ item: YearBook.Item) -> View? {
        let photos = item.photos.enumerated().filter { shell.gathering.gap(of: $1.element) == nil }
        guard !photos.isEmpty, case .words(_, let author) = item.content else { return nil }
        let name = author == home.me ? names[0] : home.partnerName
        return element(.figure, .classes(photos.count == 1 ? "plates" : "plates several"), .key("plates")) {
            for (number, photo) in photos {
                element(
                    .img, .id(photo.element), .key(photo.element),
                    .named(.alt, shell.words.photos.alt(name, number + 1, item.photos.count)))
            }
        }
    }

    @Parts
    private func said(_ content: YearBook.Content) -> [View] {
        switch content {
        case .words(let text, let author):
            p(.named(.dir, "auto")) { text }
            by(author)
        case .answers(let question, let answers):
            p(.classes("asked"), .named(.dir, "auto")) { question }
            for answer in answers {
                p(.named(.dir, "auto")) { answer.text }
                by(answer.author)
            }
        case .promise(let text, let author):
            p(.classes("asked")) { words.promiseKept }
            p(.named(.dir, "auto")) { text }
            by(author)
        case .journey(let name): p(.named(.dir, "auto")) { words.journey(name) }
        case .line(let text, let talk):
            p(.classes("asked")) { words.fromTalk + ": " + talk }
            p(.named(.dir, "auto")) { text }
        }
    }

    /// Whose it is; nothing in the book of one.
    private func by(_ author: Identifier) -> View? {
        if !home.isPaired { return nil }
        return p(.classes("by"), .named(.dir, "auto")) { author == home.me ? names[0] : home.partnerName }
    }

    private var thanks: View {
        section(.classes("spread"), .key("thanks")) {
            h2 { words.thanks }
            div {
                for item in book.thanks {
                    if case .words(let text, let author) = item.content {
                        div(.classes("note"), .key(item.name)) {
                            p(.named(.dir, "auto")) { text }
                            by(author)
                        }
                    }
                }
            }
        }
    }
}
