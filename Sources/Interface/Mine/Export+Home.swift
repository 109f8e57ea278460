import Keepsake
import Wire
import Words

extension Export {
    /// Everything in a home.
    init(_ home: Home, _ shell: Shell) {
        let spaces = home.spaces.map { state in
            let space: ExportedEntry.Space =
                state.record.kind == .private ? .mine : state.record.state == .open ? .ours : .oursClosed
            return (state.projection, space)
        }
        self.init(
            spaces, of: home.me, name: home.myName, someone: shell.words.data.page.someone,
            leavingOut: [Home.companySetting], made: Int64(shell.now))
    }
}
