import Coach
import Foundation

extension ContentPacker {
    /// The say-it-well coach of a language as one run of bytes: a `Coach.Pack` of all data files in its `coach` folder.
    ///
    /// - Parameter directory: the language's folder, such as `Content/en`.
    /// - Throws: ``ContentError`` that names what is missing or can't be read.
    public static func packCoach(directory: String) throws(ContentError) -> [UInt8] {
        let folder = directory + "/coach"
        var pack = Pack()
        var missing: [Problem] = []
        for section in Pack.Section.allCases {
            if let data = FileManager.default.contents(atPath: folder + "/" + section.fileName) {
                pack[section] = [UInt8](data)
            } else {
                missing.append(Problem(file: folder + "/" + section.fileName, line: nil, reason: "can't be read"))
            }
        }
        guard missing.isEmpty else { throw ContentError(problems: missing) }
        let bytes = pack.bytes
        do throws(PackFault) {
            _ = try Coach(model: bytes)
        } catch {
            throw ContentError(problems: [Self.problem(error, in: folder)])
        }
        return bytes
    }

    private static func problem(_ fault: PackFault, in folder: String) -> Problem {
        switch fault {
        case .unreadable: Problem(file: folder, line: nil, reason: "is damaged; train again (docs/coach.md)")
        case .malformed(let file, let line):
            Problem(file: folder + "/" + file, line: nil, reason: "makes no sense here: \(line)")
        case .missing(let what): Problem(file: folder, line: nil, reason: "\(what) is missing")
        }
    }
}
