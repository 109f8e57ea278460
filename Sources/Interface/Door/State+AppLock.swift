import Household

// What the app lock does to the page.

extension State {
    /// Whether what stands on the page is not to be seen.
    var isCurtained: Bool { shell.lock.isCurtained(shell.world) }

    /// Follows the page's coming to the front and leaving it.
    mutating func followLock() {
        if home != nil, shell.lock.follow(&shell.world) { lock() }
    }

    /// Locks the page when it has been out of sight for long.
    mutating func lockWhenLongHidden() {
        if shell.lock.isDue(shell.world) { lock() }
    }

    private mutating func lock() {
        keepDrafts()
        shell.lock.close(&shell.world)
    }

    /// The shim has put the keys away: all that the page knew of the person goes too. What was on its way is on the device or at
    /// the relay, and is taken up again like after a reload.
    mutating func finishLocking(_ outcome: Outcome<Completion>) {
        guard shell.lock.closed(outcome) else { return withHome { $0.connect(&$1) } }
        let catalogue = door.catalogue
        let invitation = door.invitation
        home = nil
        pages = Pages()
        door = Door()
        door.catalogue = catalogue
        door.invitation = invitation
        shell.toast = nil
        shell.world.forgetReplies()
        stage = .locked
    }
}
