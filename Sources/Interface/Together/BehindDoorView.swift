import Closeness
import Household
import Markup
import Words

/// The page behind a door.
func behindDoorView(_ door: TogetherDoor, _ shell: Shell) -> View {
    let words = door.words(shell.words.doors)
    return div(.classes("page broad behind-door"), .key(door.place.path)) {
        backBar(shell.words.common.together, to: .together, shell)
        header(.classes("heading")) {
            door.picture
            h1 { words.title }
            p(.classes("lead")) { words.lead }
        }
        tiles(door.tiles(shell.words))
    }
}

extension TogetherDoor {
    /// What is behind it: few large choices. Whatever comes to be here is a line of its own.
    fileprivate func tiles(_ allWords: Words) -> [Tile] {
        let words = allWords.doors.choices
        return switch self {
        case .talk:
            [
                words.conversations.tile(.speech, .conversations),
                words.say.tile(.pen, .say),
                words.questions.tile(.envelope, .questions),
            ]
        case .doing:
            [
                words.practices.tile(.leaf, .practices),
                Tile(
                    title: allWords.journeys.title, detail: allWords.journeys.wayDetail, icon: .circles,
                    action: .go(.journeys)),
                words.dates.tile(.compass, .dates),
                Tile(
                    title: allWords.pursuits.title, detail: allWords.pursuits.detail, icon: .book,
                    action: .go(.pursuits)),
                Tile(
                    title: allWords.screenFree.title, detail: allWords.screenFree.detail, icon: .moon,
                    action: .go(.screenFree)),
                Tile(
                    title: allWords.exercises.title, detail: allWords.exercises.detail, icon: .people,
                    action: .go(.exercises)),
            ]
        case .touch:
            [
                Tile(
                    title: allWords.touch.title, detail: allWords.touch.rowDetail, icon: .people,
                    action: .go(.touchMenu)),
                words.touching.tile(.heart, .shelf(PracticeShelf.wish(.touch).id)),
            ]
        case .trust:
            [
                Tile(
                    title: allWords.promises.title, detail: allWords.promises.detail, icon: .heart,
                    action: .go(.promises)),
                words.trusting.tile(.lock, .shelf(PracticeShelf.wish(.trust).id)),
                words.mending.tile(.circles, .shelf(PracticeShelf.wish(.mending).id)),
                words.afterHurt.tile(.leaf, .shelf(PracticeShelf.life(.afterBetrayal).id)),
            ]
        }
    }
}

extension FourDoorsWords.Choice {
    fileprivate func tile(_ icon: Icon, _ place: Place) -> Tile {
        Tile(title: title, detail: detail, icon: icon, action: .go(place))
    }
}
