import Household

extension State {
    /// Has the shim show the photos of the page on show, and let go of all others.
    mutating func followPhotos() {
        var shown = ShownPhotos()
        if stage == .inside, shell.place == .story, let home {
            shown.photos = pages.story.shownPhotos(home, shell.world)
            if shown.isAny { shown.drawn = pages.story.drawn(shell) }
        }
        guard shown != shell.shownPhotos else { return }
        shell.shownPhotos = shown
        shell.perform(.photos(.show(shown.photos)))
    }

    /// Has the shim make the photos ready that are to be printed or saved here, and let go of them elsewhere.
    mutating func gatherPhotos() {
        var wanted: [ShownPhoto] = []
        if stage != .inside || shell.place != .data { pages.data.dropPage() }
        if stage == .inside { wanted = shell.place == .book ? pages.book.photosOnPaper : pages.data.photosOnPage }
        shell.gathering.want(wanted, &shell.world)
    }
}
