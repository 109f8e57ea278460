import Bytes
import Household
import Keepsake
import Ledger
import Wire
import Words

extension Export {
    /// Everything in a home.
    init(_ home: Home, _ shell: Shell) {
        var spaces: [(projection: Projection, space: ExportedEntry.Space)] = []
        for state in home.spaces {
            let space: ExportedEntry.Space =
                state.record.kind == .private ? .mine : state.record.state == .open ? .ours : .oursClosed
            spaces.append((state.projection, space))
        }
        self.init(
            spaces, of: home.me, name: home.ownName, someone: shell.words.data.page.someone,
            leavingOut: [Home.companySetting], made: Int64(shell.now))
    }

    /// The photos that go with moments of it, by the entries, and the images that show them on the page to read.
    func photos(_ home: Home) -> [Identifier: [ShownPhoto]] {
        var found: [Identifier: [ShownPhoto]] = [:]
        for entry in entries where entry.kind == EventKind.momentKept.rawValue {
            for state in home.spaces {
                let projection = state.projection
                guard let position = projection.log.position(of: entry.entry),
                    let photos = projection.moment(at: position)?.fields.photos, !photos.isEmpty
                else { continue }
                found[entry.entry] = ShownPhoto.all(photos, named: "export-" + entry.entry.text, in: state.record.id)
            }
        }
        return found
    }
}
