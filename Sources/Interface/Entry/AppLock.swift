import Household
import Library

/// The app lock as an open page knows it. Its keys are the shim's.
public struct AppLock {
    /// Whether it is on.
    var isOn = false
    /// Since when the page is not in front, in milliseconds since 1970; nil while it is.
    fileprivate var hiddenSince: Double?
    /// Whether the shim has been asked to put the keys away.
    fileprivate var isClosing = false

    /// How long the page may be out of sight before the code is asked for again, in milliseconds: long enough to look something up
    /// or answer a call's first question, too short for a phone to change hands and be read.
    static let grace = 60_000.0
}

extension State {
    /// Whether what stands on the page is not to be seen: a picture of it would stay in the list of open apps.
    var isCurtained: Bool { shell.lock.isOn && (!shell.isVisible || shell.lock.isClosing) }

    /// Follows the page's coming to the front and leaving it.
    mutating func followLock() {
        guard shell.lock.isOn, home != nil else { return }
        if !shell.isVisible {
            shell.lock.hiddenSince = shell.now
            shell.perform(.timer(.lock, after: AppLock.grace))
        } else {
            shell.perform(.timer(.lock, after: nil))
            lockWhenLongHidden()
            shell.lock.hiddenSince = nil
        }
    }

    /// Locks the page when it has been out of sight for long. A page that the system had put to sleep finds out when it wakes.
    mutating func lockWhenLongHidden() {
        guard let since = shell.lock.hiddenSince, shell.now - since >= AppLock.grace, !shell.lock.isClosing else {
            return
        }
        shell.lock.isClosing = true
        keepDrafts()
        shell.perform(.live(isOpen: false))
        shell.perform(.lockNow) { .unlock(.locked($0)) }
    }

    /// The shim has put the keys away: all that the page knew of the person goes too. What was on its way is on the device or at
    /// the relay, and is taken up again like after a reload.
    mutating func finishLocking(_ outcome: Outcome<Completion>) {
        shell.lock.isClosing = false
        guard outcome.isSuccess else {
            // Nothing is locked on this device any more: another tab has turned it off.
            shell.lock.isOn = false
            return withHome { $0.connect(&$1) }
        }
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
