import Coach
import Foundation

/// The data files of a language's coach, and the pack made of them.
struct PackFile {
    let content: URL

    init(_ content: URL) {
        self.content = content
    }

    /// A section's data file.
    func file(_ section: Pack.Section) -> URL { content.appendingPathComponent(section.fileName) }

    /// A pack of some sections.
    func pack(_ sections: [Pack.Section] = Pack.Section.allCases) throws -> Pack {
        var pack = Pack()
        for section in sections { pack[section] = Array(try Data(contentsOf: file(section))) }
        return pack
    }
}
