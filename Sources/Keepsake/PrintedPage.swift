import Bytes

/// Something for paper: the look of it, and the page of HTML that anybody can open and print without Hearth: no scripts, nothing
/// fetched.
///
/// The same look is lent to Hearth's own page while it prints. So nothing of Hearth's own looks counts on paper: all is black on white
/// and set in a serif.
public struct PrintedPage: Equatable, Sendable {
    /// A format of paper, with what is set in it.
    public enum Look: Equatable, Sendable {
        /// A report on A4.
        case report
        /// A book on A5, by what stands at the head of its pages: its name on the left ones, the chapter's on the right ones.
        case book(name: String, chapters: [String])
    }

    /// The code of its language, such as `en`.
    public let language: String
    /// What it is called.
    public let title: String
    /// How it is set.
    public let look: Look
    /// What stands on it, as HTML in which everything that people wrote is escaped.
    public let body: String

    /// A page.
    public init(language: String, title: String, look: Look, body: String) {
        self.language = language
        self.title = title
        self.look = look
        self.body = body
    }

    /// The page, in UTF-8.
    public var html: [UInt8] {
        let head = ReadableExport.head(
            language: language, title: title, policy: "style-src 'unsafe-inline'; img-src data:",
            style: Self.screen + look.style)
        return Array((head + body + "\n</body>\n</html>\n").utf8)
    }

    /// How it looks before it is printed, where it is a page of its own.
    private static let screen = """
        :root{color-scheme:light}body{margin:0;background:#efece6}.paper{box-sizing:border-box;margin:2rem auto;\
        padding:clamp(1.25rem,6vw,22mm);background:#fff;box-shadow:0 1px 6px #0003}.paper.a4{max-width:210mm}.paper.a5{max-width:148mm}\
        @media print{body{background:#fff}.paper{margin:0;padding:0;box-shadow:none;max-width:none!important}}
        """
}

extension PrintedPage.Look {
    /// The sheet of styles, which is also what the browser prints Hearth's own page with.
    public var style: String {
        switch self {
        case .report: Self.common + Self.onA4
        case .book(let name, let chapters): Self.common + Self.onA5 + Self.heads(name, chapters)
        }
    }

    /// Black on white, in a serif, and nothing of what stands around it.
    private static let common = """
        .paper,.paper *{color:#000!important;letter-spacing:normal;text-shadow:none}.paper *{background-color:transparent}\
        .paper{font-family:Vollkorn,"Iowan Old Style","Palatino Linotype",Palatino,Georgia,serif;font-size:11pt;line-height:1.45;\
        hyphens:auto;text-wrap:pretty;font-variant-numeric:oldstyle-nums}\
        .paper :is(h1,h2,h3,p,ul,ol,table,figure,blockquote){margin:0;padding:0;font-weight:400;max-width:none}\
        .paper :is(h1,h2,h3){line-height:1.2;break-after:avoid;hyphens:manual}\
        .paper p{white-space:pre-wrap;overflow-wrap:anywhere;orphans:3;widows:3;unicode-bidi:plaintext}\
        .paper ul{list-style:none}.paper .minor{font-size:.85em;line-height:1.4}\
        .paper table{width:100%;border-collapse:collapse;font-size:10pt;font-variant-numeric:lining-nums tabular-nums}\
        .paper :is(th,td){border:0;border-bottom:.4pt solid #999;padding:3pt 8pt 3pt 0;text-align:left;vertical-align:top;font-weight:400}\
        .paper thead th{font-style:italic}.paper :is(tr,figure,blockquote,.note){break-inside:avoid}\
        .paper svg{display:block;width:100%;height:auto}.paper td svg{width:44mm}.paper figure svg{max-width:112mm}\
        @media print{:root{color-scheme:light!important}html,body{background:#fff!important}\
        .frame>:not(main),.page:has(>.paper)>:not(.paper),body>:not(.frame):not(:has(.paper)):not(.paper){display:none!important}\
        .frame,.page,main{display:block!important;margin:0!important;padding:0!important;max-width:none!important;width:auto!important;\
        min-height:0!important;background:none!important}.paper{display:block!important;margin:0!important;padding:0!important;border:0!important;\
        border-radius:0!important;box-shadow:none!important;max-width:none!important;width:auto!important}}
        """

    private static let onA4 = """
        @page{size:A4;margin:22mm 22mm 24mm}@page{@bottom-right{content:counter(page);font:9pt Georgia,serif}}\
        .paper h1{font-size:22pt;margin-bottom:4pt}.paper h2{font-size:15pt;margin:22pt 0 6pt;padding-top:8pt;border-top:.6pt solid #000}\
        .paper h3{font-size:12pt;font-style:italic;margin:12pt 0 3pt}.paper p+p{margin-top:5pt}\
        .paper .isnot{margin:12pt 0 0;padding:8pt 10pt;border:.6pt solid #000;break-inside:avoid}\
        .paper .note{margin-top:8pt}.paper .whose{font-style:italic}.paper table+*{margin-top:5pt}.paper figure{margin:6pt 0}
        """

    private static let onA5 = """
        @page{size:A5;margin:18mm 16mm 20mm 20mm}@page:left{margin:18mm 20mm 20mm 16mm}\
        @page:right{@bottom-right{content:counter(page);font:8.5pt Georgia,serif}}\
        @page:left{@bottom-left{content:counter(page);font:8.5pt Georgia,serif}}\
        @page bare{@top-left{content:none}@top-right{content:none}@bottom-left{content:none}@bottom-right{content:none}}\
        .paper{font-size:10.5pt;line-height:1.5;text-align:left}\
        .paper .title{page:bare;break-after:page;text-align:center;padding-top:48mm}\
        .paper .title h1{font-size:27pt}.paper .title .year{font-size:40pt;margin-top:8mm;font-variant-numeric:oldstyle-nums}\
        .paper .title .minor{margin-top:30mm}.paper .chapter{break-before:right}\
        .paper .chapter>h2{font-size:21pt;text-align:center;padding:34mm 0 24mm}.paper .chapter>h2+*{break-before:avoid}\
        .paper h3{font-size:11pt;font-style:italic;text-align:center;margin:11mm 0 4mm}\
        .paper .note{margin:0 0 6.5mm}.paper .note .when{font-style:italic;font-size:9pt;margin-bottom:1mm;break-after:avoid}\
        .paper .note .by{font-size:9pt;text-align:right;margin-top:1mm;break-before:avoid}.paper .note .asked{font-style:italic;margin-bottom:1.5mm}\
        .paper .plates{margin:0 0 3mm;break-inside:avoid}.paper .plates img{display:block;width:auto;max-width:100%;max-height:110mm;margin:0 auto}\
        .paper .plates.several{display:grid;grid-template-columns:1fr 1fr;gap:2mm;align-items:center}.paper .several img{max-height:62mm}\
        .paper .spread{break-before:left}.paper .spread h2{font-size:21pt;text-align:center;padding:8mm 0 9mm}\
        .paper .spread .note{text-align:center;margin-bottom:7mm}\
        .paper .spread .note .by{text-align:center}.paper .end{page:bare;break-before:page;text-align:center;padding-top:70mm;font-style:italic}
        """

    /// What stands at the head of each page: the book's name on the left, the chapter's on the right.
    private static func heads(_ name: String, _ chapters: [String]) -> String {
        let font = "font:italic 8.5pt Georgia,serif"
        var style = "@page:left{@top-left{content:\(quoted(name));\(font)}}"
        for (number, chapter) in chapters.enumerated() {
            style += ".paper .chapter-\(number){page:chapter-\(number)}"
            style += "@page chapter-\(number):right{@top-right{content:\(quoted(chapter));\(font)}}"
        }
        return style
    }

    /// A text as a string of a style sheet: whatever isn't a plain letter or digit is spelled by its number, so that no name can end
    /// the string, the sheet or the element it stands in.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars where scalar.value != 0 {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", " ": quoted.unicodeScalars.append(scalar)
            default:
                let number = (0..<3).reversed().map { UInt8(truncatingIfNeeded: scalar.value >> (UInt32($0) * 8)) }
                quoted += "\\" + Hexadecimal.encode(number) + " "
            }
        }
        return quoted + "\""
    }
}
