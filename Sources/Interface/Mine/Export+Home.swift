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
}
