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
}
