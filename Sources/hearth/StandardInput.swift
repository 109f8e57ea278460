import Foundation
import JSON

/// Standard input, line by line, for the commands that read JSON Lines.
enum StandardInput {
    /// The longest line that is read, in bytes.
    static let longestLine = 1_048_576

    /// All lines with their numbers, empty ones left out; a missing line break at the end is fine.
    ///
    /// - Throws: exit code 65 with the line's number for a line that is too long or no JSON object.
    static func jsonLines() throws(Failure) -> [(number: Int, value: JSONValue)] {
        var lines: [(number: Int, value: JSONValue)] = []
        try forEachJSONLine { (number, value) throws(Failure) in lines.append((number, value)) }
        return lines
    }

    /// Hands over each line with its number as soon as it is complete, for conversations; otherwise like ``jsonLines()``.
    ///
    /// - Throws: what `body` throws, and what ``jsonLines()`` does, once the lines before have been handed over.
    static func forEachJSONLine(
        _ body: (_ number: Int, _ value: JSONValue) throws(Failure) -> Void
    ) throws(Failure) {
        var number = 1
        var line: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(STDIN_FILENO, &block, block.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure(.inputOutput, "standard input can't be read.") }
            if count == 0 { break }
            var rest = block[..<count]
            while let end = rest.firstIndex(of: 0x0A) {
                line += rest[..<end]
                if let value = try value(of: line, number) { try body(number, value) }
                line.removeAll(keepingCapacity: true)
                rest = rest[(end + 1)...]
                number += 1
            }
            line += rest
            // Not more of a line is kept than is needed to know that it is too long.
            if line.count > longestLine { break }
        }
        if let value = try value(of: line, number) { try body(number, value) }
    }

    private static func value(of line: [UInt8], _ number: Int) throws(Failure) -> JSONValue? {
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
        guard line.count <= longestLine else {
            throw Failure(.badData, "line \(number): longer than \(longestLine) bytes.")
        }
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: line[...])
        } catch {
            throw Failure(.badData, "line \(number): this is no JSON: \(reason(error)).")
        }
        guard value.object != nil else { throw Failure(.badData, "line \(number): must be a JSON object.") }
        return value
    }

    /// What is wrong with a line, as part of a sentence. Bytes are counted from 1, as editors count columns.
    private static func reason(_ error: JSONError) -> String {
        let byte = "byte \(error.offset + 1)"
        return switch error.reason {
        case .unexpectedEnd: "it ends too early"
        case .unexpectedByte: "\(byte) doesn’t belong there"
        case .badNumber: "the number at \(byte) isn’t written as JSON writes numbers"
        case .badEscape: "the escape at \(byte) is none that JSON has"
        case .badUTF8: "the text before \(byte) isn’t UTF-8"
        case .tooDeep: "it is nested more than \(JSONValue.maximumDepth) deep"
        case .trailingBytes: "it goes on after its end, at \(byte)"
        case .controlCharacter:
            "a control character stands at \(byte); within a text write it as an escape, such as \\n"
        }
    }
}
