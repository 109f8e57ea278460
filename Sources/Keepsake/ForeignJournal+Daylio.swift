import Ledger

/// A table as RFC 4180 writes it: commas, quotation marks around what holds some, line breaks in them.
enum CSV {
    /// A row, and the line on which it begins, counted from 1.
    struct Row: Equatable {
        let line: Int
        let cells: [String]
        /// Whether the file ended within quotation marks.
        var isUnfinished = false
    }

    /// All rows that hold anything.
    static func rows(_ text: String) -> [Row] {
        var rows: [Row] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var wasQuote = false
        var line = 1
        var start = 1
        func finish(_ cell: [UInt8]) -> String { String(decoding: cell, as: UTF8.self) }
        func end(unfinished: Bool = false) {
            cells.append(finish(cell))
            if cells.count > 1 || !cells[0].isEmpty {
                rows.append(Row(line: start, cells: cells, isUnfinished: unfinished))
            }
            cells = []
            cell = []
        }
        for byte in text.utf8 {
            if byte == 0x0A { line += 1 }
            if isQuoted {
                if byte == 0x22 {
                    isQuoted = false
                    wasQuote = true
                } else {
                    cell.append(byte)
                }
                continue
            }
            switch byte {
            case 0x22:
                // Two in a row are one within.
                if wasQuote { cell.append(byte) }
                isQuoted = true
            case 0x2C:
                cells.append(finish(cell))
                cell = []
            case 0x0A:
                if cell.last == 0x0D { cell.removeLast() }
                end()
                start = line
            default: cell.append(byte)
            }
            wasQuote = false
        }
        if !cell.isEmpty || !cells.isEmpty { end(unfinished: isQuoted) }
        return rows
    }

    /// Whether a text begins as Daylio's table does, whatever the file is called.
    static func isDaylio(_ text: String) -> Bool {
        let head = text.prefix { $0 != "\n" && $0 != "\r\n" }
        return head.hasPrefix("full_date,") || head.hasPrefix("\"full_date\",")
    }
}

// What Daylio exports as CSV: full_date,date,weekday,time,mood,activities,…,note_title,note.

extension Reading {
    mutating func takeDaylio(_ text: String, offset: (Int64) -> Int) throws(ForeignJournal.Problem) {
        let rows = CSV.rows(text)
        guard let head = rows.first else { throw .empty }
        let names = head.cells.map { Self.trimmed($0).lowercased() }
        let missing = ["full_date", "time", "mood", "note"].filter { !names.contains($0) }
        if !missing.isEmpty { throw .missingColumns(missing) }
        func cell(_ name: String, _ row: CSV.Row) -> String {
            guard let index = names.firstIndex(of: name), index < row.cells.count else { return "" }
            return Self.trimmed(Self.unmarked(row.cells[index]))
        }
        for row in rows.dropFirst() {
            guard !row.isUnfinished else {
                leftOut.bad.append(ImportFile.BadLine(number: row.line, part: nil))
                continue
            }
            guard let day = Day(text: cell("full_date", row)) else {
                leftOut.bad.append(ImportFile.BadLine(number: row.line, part: "full_date"))
                continue
            }
            guard let minute = ClockReading.minute(cell("time", row)) else {
                leftOut.bad.append(ImportFile.BadLine(number: row.line, part: "time"))
                continue
            }
            let activities = cell("activities", row).split(separator: "|").map { Self.trimmed(String($0)) }
            let mood = [cell("mood", row), activities.filter { !$0.isEmpty }.joined(separator: ", ")]
            let parts = [
                cell("note_title", row), cell("note", row), mood.filter { !$0.isEmpty }.joined(separator: " · "),
            ]
            add(parts.filter { !$0.isEmpty }.joined(separator: "\n\n"), on: day, minute: minute, offset: offset)
        }
    }

    /// A note without the marks that Daylio's editor leaves in it.
    static func unmarked(_ note: String) -> String {
        guard note.contains("<") || note.contains("&") else { return note }
        var text = note
        for tag in ["<br>", "<br/>", "<br />", "</div>", "</p>"] { text = replaced(text, tag, by: "\n") }
        for tag in ["<div>", "<p>", "<b>", "</b>", "<i>", "</i>", "<u>", "</u>", "<s>", "</s>"] {
            text = replaced(text, tag, by: "")
        }
        for (name, sign) in [
            ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
        ] {
            text = replaced(text, name, by: sign)
        }
        return text
    }

    private static func replaced(_ text: String, _ part: String, by other: String) -> String {
        let (bytes, sought) = (Array(text.utf8), Array(part.utf8))
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == sought[0], bytes[index...].starts(with: sought) {
                result += Array(other.utf8)
                index += sought.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// Times of day as people and programs write them.
enum ClockReading {
    /// The minute of the day that a text says: “20:15”, “8:15 pm”, “8.15”; nil for anything else.
    static func minute(_ text: String) -> Int? {
        var numbers: [Int] = []
        var letters = ""
        var isInNumber = false
        for scalar in text.unicodeScalars {
            if 0x30...0x39 ~= scalar.value {
                let digit = Int(scalar.value - 0x30)
                if !isInNumber { numbers.append(0) }
                guard let last = numbers.last, last < 1000 else { return nil }
                numbers[numbers.count - 1] = last * 10 + digit
                isInNumber = true
            } else {
                isInNumber = false
                if 0x41...0x5A ~= scalar.value || 0x61...0x7A ~= scalar.value { letters.unicodeScalars.append(scalar) }
            }
        }
        guard 2...3 ~= numbers.count, numbers[1] < 60 else { return nil }
        var hour = numbers[0]
        switch letters.lowercased() {
        case "", "h": break
        case "am", "a": hour = hour == 12 ? 0 : hour
        case "pm", "p": hour = hour == 12 ? 12 : hour + 12
        default: return nil
        }
        return (0..<24).contains(hour) ? hour * 60 + numbers[1] : nil
    }
}
