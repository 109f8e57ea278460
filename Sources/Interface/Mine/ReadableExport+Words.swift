import Bytes
import Household
import Keepsake
import Ledger
import Library
import Words

extension ReadableExport {
    /// An export in the words of a language.
    ///
    /// - Parameters:
    ///   - photos: the photos that go with moments, by the entries.
    ///   - gathering: which of them are ready.
    ///   - world: where the clock is, for days of which an entry doesn't say where it was written.
    init(
        _ export: Export, photos: [Identifier: [ShownPhoto]], _ gathering: PhotoGathering, _ catalogue: Catalogue,
        _ words: Words, _ world: World
    ) {
        let page = words.data.page
        func date(_ milliseconds: Int64, written: Int? = nil) -> (weekday: String, date: String) {
            let day = world.day(at: milliseconds, written: written)
            return (words.calendar.weekday(day.weekday), words.date(day))
        }
        let passages = export.entries.compactMap { entry -> Passage? in
            guard let telling = EntryTelling(entry, catalogue) else { return nil }
            let text = EntryText(telling, words)
            let place =
                switch entry.space {
                case .mine: page.mine
                case .ours: page.ours
                case .oursClosed: page.oursClosed
                }
            let day = date(entry.milliseconds, written: entry.offset)
            return Passage(
                day: day.weekday + ", " + day.date, byline: entry.author.isolated + " · " + text.title + " · " + place,
                about: text.about, texts: text.paragraphs,
                pictures: Self.pictures(photos[entry.entry] ?? [], gathering, entry.author, words.photos))
        }
        let gaps = PhotoGathering.Gap.allCases.filter { gathering.count(of: $0) > 0 }
        self.init(
            language: words.language.rawValue, title: page.title(export.name),
            notes: [page.made(date(export.made).date, export.entries.count), page.care]
                + gaps.map { words.photos.leftOut($0, gathering.count(of: $0)) },
            passages: passages)
    }

    /// The photos of an entry that are ready.
    private static func pictures(
        _ photos: [ShownPhoto], _ gathering: PhotoGathering, _ author: String, _ words: PhotoWords
    ) -> [Picture] {
        photos.enumerated().filter { gathering.isReady($1.element) }.map { number, photo in
            Picture(element: photo.element, alt: words.alt(author, number + 1, photos.count))
        }
    }
}
