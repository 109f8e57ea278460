import JSON

// What Day One exports as JSON: `entries`, each with `text` (Markdown), `creationDate` (UTC) and, where the shim knows the zone,
// `offset` (minutes ahead of UTC).

extension Reading {
    private static let media = ["photos", "videos", "audios", "pdfAttachments"]

    mutating func takeDayOne(_ bytes: [UInt8], offset: (Int64) -> Int) throws(ForeignJournal.Problem) {
        guard let document = try? JSONValue(parsing: bytes), let entries = document["entries"]?.array else {
            throw .notDayOne
        }
        for (index, entry) in entries.enumerated() {
            for kind in Self.media { leftOut.pictures += entry[kind]?.array?.count ?? 0 }
            guard let time = entry["creationDate"]?.string.flatMap({ ISOTime.milliseconds($0) }) else {
                leftOut.bad.append(ImportFile.BadLine(number: index + 1, part: "creationDate"))
                continue
            }
            let written = entry["offset"]?.integer.flatMap { abs($0) <= 14 * 60 ? Int($0) : nil }
            add(Self.plain(entry["text"]?.string ?? ""), at: time, written ?? offset(time))
        }
    }

    /// The text without the places of pictures, and without the strokes that Day One puts before signs of Markdown.
    static func plain(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("![](dayone-moment:") }
        var plain = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in lines.joined(separator: "\n").unicodeScalars {
            if isEscaped {
                if !isSign(scalar) { plain.append("\\") }
                plain.append(scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                plain.append(scalar)
            }
        }
        if isEscaped { plain.append("\\") }
        return String(plain)
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
