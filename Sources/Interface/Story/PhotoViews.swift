import Bytes
import Household
import Ledger
import Markup
import Words

// Photos on the page. The shim puts the pictures into these elements, and tells in the line beneath, in the words that stand on the
// page for it, why one isn't there.

/// A photo's place, as wide and as high as it will be, but for what is much longer than wide: nobody's photo fills the other's story.
private func figure(_ photo: Photo, id: String, alt: String, @Parts parts: () -> [View] = { [] }) -> View {
    element(
        .figure, .classes("photo"), .key(id),
        .property(
            .custom("ratio"),
            .text(
                String(max(photo.width, photo.height / 3)) + " / " + String(max(photo.height, photo.width / 3))))
    ) {
        element(.img, .id(id), .named(.alt, alt))
        element(.p, .classes("fine"))
        parts()
    }
}

/// The words for a photo that isn't there, once on each page that shows any (`Web/shim/photos.js`).
func photoWords(_ words: PhotoWords) -> View {
    div(.flag(.hidden, true), .key("photo-words")) {
        span(.id("photo-missing")) { words.missing }
        span(.id("photo-offline")) { words.offline }
        span(.id("photo-broken")) { words.broken }
        span(.id("photo-unsent")) { words.unsent }
    }
}

extension Timeline.Item {
    /// The id of the element that shows a photo.
    fileprivate func element(_ number: Int, _ part: String = "photo") -> String {
        part + "-" + key + "-" + String(number)
    }

    /// The photos, and the elements that show them.
    ///
    /// - Parameter part: names the part of the page that they stand in.
    func shownPhotos(in part: String = "photo") -> [ShownPhoto] {
        guard let space else { return [] }
        return ShownPhoto.all(photos, named: part + "-" + key, in: space)
    }

    /// What the files of its photos are called, and the elements that show them.
    func photoFiles(_ words: PhotoWords) -> [(element: String, name: String)] {
        photos.indices.map { (element($0), words.fileName(day.text, $0 + 1)) }
    }

    /// The photos, side by side.
    ///
    /// - Parameters:
    ///   - name: whoever kept them.
    ///   - part: names the part of the page that they stand in.
    func photosView(by name: String, in part: String = "photo", _ words: PhotoWords) -> View? {
        if photos.isEmpty { return nil }
        return div(.classes("photos")) {
            for (number, photo) in photos.enumerated() {
                figure(photo, id: element(number, part), alt: words.alt(name, number + 1, photos.count))
            }
        }
    }
}

extension PhotoChoosing {
    private func element(_ photo: Photo) -> String { "chosen-" + photo.id.text }

    /// The photos that are about to be kept, and the elements that show them.
    func shownPhotos(in space: Identifier) -> [ShownPhoto] {
        photos.map { ShownPhoto(element: element($0), space: space, photo: $0) }
    }

    /// The way to choose some.
    func way(_ words: PhotoWords, _ action: Interface.Action) -> View? {
        if left == 0 { return nil }
        return label(.classes("quiet file"), .key("photo")) {
            input(
                .classes("unseen"), .id(field), .named(.type, "file"), .named(.accept, "image/*"),
                .named(.multiple, ""), .property(.disabled, .flag(isMaking)), .on(.input, action))
            span { photos.isEmpty ? words.add : words.addAnother }
        }
    }

    /// What was chosen, and what is in the way of more.
    @MarkupBuilder<Interface.Action>
    func view(needsLine: Bool, _ shell: Shell, action: (Action) -> Interface.Action) -> [View] {
        let words = shell.words.photos
        if !photos.isEmpty {
            div(.classes("photos chosen"), .role("group"), .ariaLabel(words.field), .key("chosen")) {
                for (index, photo) in photos.enumerated() {
                    figure(photo, id: element(photo), alt: words.chosen(index + 1)) {
                        button(
                            .classes("round"), .ariaLabel(words.leaveOut(index + 1)), .press(action(.leftOut(photo)))
                        ) { icon(.close) }
                    }
                }
            }
        }
        p(.classes(isMaking ? "fine" : "unseen"), .role("status"), .key("making")) { isMaking ? words.making : "" }
        if let problem {
            p(.classes("problem"), .role("alert"), .key("photo-problem")) { words.text(problem) }
        } else if left == 0 {
            p(.classes("fine"), .key("photo-most")) { words.most }
        }
        if needsLine, !photos.isEmpty { p(.classes("fine"), .key("needs-line")) { words.needsLine } }
    }
}

extension PhotoWords {
    /// Why a picture can't be taken.
    fileprivate func text(_ obstacle: Obstacle) -> String {
        switch obstacle {
        case .device(.emptyFile): emptyFile
        case .device(.notPicture): notPicture
        case .device(.pictureUnknown): pictureUnknown
        case .device(.pictureTooLarge): pictureTooLarge
        case .device(.tooMany): tooMany
        case .device(.full): deviceFull
        case .device(.storage): nothingKept
        case .device(.unavailable): hidden
        case .device(.stuck), .device(.timeout): stuck
        case .device, .unreachable, .refused: failed
        }
    }
}
