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
        let bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
        var lines: [(number: Int, value: JSONValue)] = []
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let number = index + 1
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
            guard line.count <= longestLine else {
                throw Failure(.badData, "line \(number): longer than \(longestLine) bytes.")
            }
            let value: JSONValue
            do throws(JSONError) {
                value = try JSONValue(parsing: line)
            } catch {
                throw Failure(.badData, "line \(number): no JSON (\(error.reason.rawValue) at byte \(error.offset)).")
            }
            guard value.object != nil else { throw Failure(.badData, "line \(number): must be a JSON object.") }
            lines.append((number, value))
        }
        return lines
    }

    /// Prints finished lines at once.
    static func print(_ lines: [String]) {
        FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + (lines.isEmpty ? "" : "\n")).utf8))
    }
}
