/// An export as one page of HTML that any browser shows: no scripts, nothing fetched, everything people wrote escaped.
public struct ReadableExport: Equatable, Sendable {
    /// One entry in words.
    public struct Passage: Equatable, Sendable {
        /// The day on which it was written; passages of one day stand under one heading.
        public let day: String
        /// Who wrote it, what it is and where it stood.
        public let byline: String
        /// What it is about; empty when it is about nothing in particular.
        public let about: String
        /// What it says, paragraph by paragraph.
        public let texts: [String]
        /// The photos that go with it.
        public let pictures: [Picture]

        /// Creates a passage.
        public init(day: String, byline: String, about: String, texts: [String], pictures: [Picture] = []) {
            self.day = day
            self.byline = byline
            self.about = about
            self.texts = texts
            self.pictures = pictures
        }
    }

    /// A photo's place on the page: an image without a picture, which whoever saves the page puts in by its id.
    public struct Picture: Equatable, Sendable {
        /// The image's id.
        public let element: String
        /// What a screen reader says for it.
        public let alt: String

        /// A photo's place.
        public init(element: String, alt: String) {
            self.element = element
            self.alt = alt
        }
    }

    /// The code of its language, such as `en`.
    public let language: String
    /// What stands above it.
    public let title: String
    /// What is said of it before it begins.
    public let notes: [String]
    /// The entries, in the order in which they are read.
    public let passages: [Passage]

    /// Creates a page.
    public init(language: String, title: String, notes: [String], passages: [Passage]) {
        self.language = language
        self.title = title
        self.notes = notes
        self.passages = passages
    }

    private static let style = """
        :root{color-scheme:light dark}body{margin:0 auto;max-width:38em;padding:2em 1.25em 6em;background:#FAF6F0;\
        color:#2A241E;font:1.0625rem/1.6 Georgia,serif}h1{font-weight:500;line-height:1.2}h2{margin:3em 0 1em;\
        font-weight:500;font-size:1.25rem;border-bottom:1px solid #E9E0D4}article{margin:0 0 2em}.who{margin:0;\
        color:#6F655A;font:.875rem/1.5 system-ui,sans-serif}p{margin:.25em 0;white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext}\
        .about{font-style:italic}img{display:block;max-width:100%;max-height:90vh;margin:.75em 0}@media(prefers-color-scheme:dark){body{background:#16130F;color:#F1EAE0}\
        h2{border-color:#342D26}.who{color:#A99E91}}
        """

    /// How a page that stands for itself begins, up to its body.
    static func head(language: String, title: String, policy: String, style: String) -> String {
        "<!doctype html>\n<html lang=\"\(escaped(language))\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \(policy)\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            + "<title>\(escaped(title))</title>\n<style>\(style)</style>\n</head>\n<body>\n"
    }

    /// The page, in UTF-8.
    public var html: [UInt8] {
        let policy = "style-src 'unsafe-inline'" + (passages.contains { !$0.pictures.isEmpty } ? "; img-src data:" : "")
        var text = Self.head(language: language, title: title, policy: policy, style: Self.style)
        text += "<h1>\(Self.escaped(title))</h1>\n"
        for note in notes { text += "<p class=\"who\">\(Self.escaped(note))</p>\n" }
        var latest: String?
        for passage in passages {
            if passage.day != latest {
                text += "<h2>\(Self.escaped(passage.day))</h2>\n"
                latest = passage.day
            }
            Self.append(passage, to: &text)
        }
        text += "</body>\n</html>\n"
        return Array(text.utf8)
    }

    private static func append(_ passage: Passage, to text: inout String) {
        text += "<article>\n<p class=\"who\" dir=\"auto\">\(escaped(passage.byline))</p>\n"
        if !passage.about.isEmpty { text += "<p class=\"about\" dir=\"auto\">\(escaped(passage.about))</p>\n" }
        for paragraph in passage.texts { text += "<p dir=\"auto\">\(escaped(paragraph))</p>\n" }
        for picture in passage.pictures {
            text += "<img id=\"\(escaped(picture.element))\" alt=\"\(escaped(picture.alt))\">\n"
        }
        text += "</article>\n"
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
