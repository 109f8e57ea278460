import Markup
import Words

/// The four doors of Together.
enum TogetherDoor: CaseIterable {
    case talk, doing, touch, trust

    /// The page behind it.
    var place: Place {
        switch self {
        case .talk: .talk
        case .doing: .doing
        case .touch: .touch
        case .trust: .trust
        }
    }

    /// What stands on it and behind it.
    func words(_ words: FourDoorsWords) -> FourDoorsWords.Door {
        switch self {
        case .talk: words.talk
        case .doing: words.doing
        case .touch: words.touch
        case .trust: words.trust
        }
    }
}

/// The four doors, each with a picture of its own.
func doorsView(_ shell: Shell) -> View {
    ul(.classes("doors"), .key("doors")) {
        for door in TogetherDoor.allCases {
            let words = door.words(shell.words.doors)
            li(.key(door.place.path)) {
                button(.classes("door card"), .press(.go(door.place))) {
                    door.picture
                    span(.classes("door-title serif")) { words.title }
                    span(.classes("row-detail")) { words.detail }
                }
            }
        }
    }
}

// MARK: Pictures

extension TogetherDoor {
    /// Two circles, in each door otherwise: speaking, under way, leaning, linked.
    var picture: View {
        svg(.classes("door-picture"), .named(.viewBox, "0 0 96 64"), .decorative, .named(.focusable, "false")) {
            switch self {
            case .talk:
                element(.path, .classes("left"), .named(.d, "M10 58c4-2 6-5 7-8a21 21 0 1 1 12 5c-5 3-12 4-19 3z"))
                element(.path, .classes("right"), .named(.d, "M86 58c-4-2-6-5-7-8a21 21 0 1 0-12 5c5 3 12 4 19 3z"))
                element(.path, .classes("both"), .named(.d, "M48 22.5a21 21 0 0 1 0 23a21 21 0 0 1 0-23z"))
            case .doing:
                element(.path, .classes("both"), .named(.d, "M22 46a26 26 0 0 1 52 0z"))
                element(.path, .classes("line"), .named(.d, "M6 54h84"))
                element(.circle, .classes("left"), .number(.cx, 39), .number(.cy, 43), .number(.r, 10))
                element(.circle, .classes("right"), .number(.cx, 58), .number(.cy, 43), .number(.r, 10))
            case .touch:
                element(.circle, .classes("left"), .number(.cx, 38), .number(.cy, 34), .number(.r, 24))
                element(.circle, .classes("right"), .number(.cx, 58), .number(.cy, 34), .number(.r, 24))
                element(.path, .classes("both"), .named(.d, "M48 12.2a24 24 0 0 1 0 43.6a24 24 0 0 1 0-43.6z"))
            case .trust:
                element(.circle, .classes("ring left"), .number(.cx, 37), .number(.cy, 34), .number(.r, 19))
                element(.circle, .classes("ring right"), .number(.cx, 59), .number(.cy, 34), .number(.r, 19))
                element(.path, .classes("ring left"), .named(.d, "M48 18.5a19 19 0 0 1 8 15.5"))
            }
        }
    }
}
