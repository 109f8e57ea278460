import Household
import Keepsake
import Markup

// What is made for paper: read through on the page, then printed or saved.

extension Shell {
    /// Prints what was made; nothing happens when nothing was.
    mutating func printPaper(_ page: PrintedPage?) {
        if let page { perform(.printPaper(style: page.look.style)) }
    }

    /// Saves it as a page of its own, with the photos that are ready for it.
    ///
    /// - Parameter name: what the file is called, without its ending.
    mutating func savePaper(_ page: PrintedPage?, as name: String) {
        guard let page else { return }
        if gathering.wanted.isEmpty {
            perform(.download(name: name + ".html", type: "text/html", bytes: page.html)) { .saved($0) }
        } else {
            perform(.savePage(name: name + ".html", bytes: page.html)) { .saved($0) }
        }
    }
}

/// The page on which something that was made is read through before it is printed or saved.
func paperPage(
    _ classes: String, title: String, lead: String, back: View, paper: View, @Parts ways: () -> [View]
) -> View {
    div(.classes("page " + classes), .key("made")) {
        back
        header(.classes("heading")) {
            pageTitle(title)
            p(.classes("lead")) { lead }
        }
        div(.classes("card-ways")) { ways() }
        paper
    }
}
