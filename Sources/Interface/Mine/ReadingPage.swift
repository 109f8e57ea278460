import Ledger
import Library
import Words

/// An export as one page of HTML that any browser shows: no scripts, nothing fetched, everything people wrote escaped.
struct ReadingPage {
    let export: Export
    let catalogue: Catalogue
    let words: Words
    /// Minutes east of UTC, for days and times.
    let offset: Int

    private static let style = """
        :root{color-scheme:light dark}body{margin:0 auto;max-width:38em;padding:2em 1.25em 6em;background:#FAF6F0;\
        color:#2A241E;font:1.0625rem/1.6 Georgia,serif}h1{font-weight:500;line-height:1.2}h2{margin:3em 0 1em;\
        font-weight:500;font-size:1.25rem;border-bottom:1px solid #E9E0D4}article{margin:0 0 2em}.who{margin:0;\
        color:#6F655A;font:.875rem/1.5 system-ui,sans-serif}p{margin:.25em 0;white-space:pre-wrap;overflow-wrap:anywhere}\
        .about{font-style:italic}@media(prefers-color-scheme:dark){body{background:#16130F;color:#F1EAE0}\
        h2{border-color:#342D26}.who{color:#A99E91}}
        """

    /// The page.
    var html: [UInt8] {
        let page = words.data.page
        let title = Self.escaped(page.title(export.name))
        var text = "<!doctype html>\n<html lang=\"\(words.language.rawValue)\">\n<head>\n<meta charset=\"utf-8\">\n"
        text +=
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        text += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        text += "<title>\(title)</title>\n<style>\(Self.style)</style>\n</head>\n<body>\n<h1>\(title)</h1>\n"
        let made = date(Day(milliseconds: export.made, offset: offset))
        text += "<p class=\"who\">\(Self.escaped(page.made(made, export.entries.count)))</p>\n"
        text += "<p class=\"who\">\(Self.escaped(page.care))</p>\n"
        var latest: Day?
        for entry in export.entries {
            guard let telling = EntryTelling(entry, catalogue, words) else { continue }
            let day = Day(milliseconds: entry.milliseconds, offset: offset)
            if day != latest {
                let weekday = words.calendar.weekday(day.weekday)
                text += "<h2>\(Self.escaped(weekday + ", " + date(day)))</h2>\n"
                latest = day
            }
            append(telling, of: entry, to: &text)
        }
        text += "</body>\n</html>\n"
        return Array(text.utf8)
    }

    private func append(_ telling: EntryTelling, of entry: ExportedEntry, to text: inout String) {
        let who = entry.author + " · " + telling.title + " · " + place(entry.space)
        text += "<article>\n<p class=\"who\" dir=\"auto\">\(Self.escaped(who))</p>\n"
        if !telling.about.isEmpty { text += "<p class=\"about\" dir=\"auto\">\(Self.escaped(telling.about))</p>\n" }
        for paragraph in telling.texts { text += "<p dir=\"auto\">\(Self.escaped(paragraph))</p>\n" }
        text += "</article>\n"
    }

    private func place(_ space: ExportedEntry.Space) -> String {
        switch space {
        case .mine: words.data.page.mine
        case .ours: words.data.page.ours
        case .oursClosed: words.data.page.oursClosed
        }
    }

    private func date(_ day: Day) -> String {
        let date = day.date
        return words.calendar.date(day: date.day, month: date.month, year: date.year)
    }

    /// A text as HTML shows it: what could be read as markup is spelled out.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        escaped.unicodeScalars.reserveCapacity(text.unicodeScalars.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\0": break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
