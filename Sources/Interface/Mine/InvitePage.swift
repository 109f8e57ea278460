import Household
import QR

/// Inviting the other person: the invitation, and its link as it is drawn.
public struct InvitePage {
    private(set) var inviting = Inviting()
    /// The link that was drawn last, as a QR code; without one when it is too long for it.
    private(set) var drawn: (link: String, code: QRCode?) = ("", nil)

    /// Has the link that is shown drawn.
    private mutating func draw() {
        guard let link = inviting.shown?.link, link != drawn.link else { return }
        drawn = (link, QRCode(link))
    }

    mutating func enter(_ home: inout Home, _ shell: inout Shell) {
        inviting.enter(&home, &shell.world)
        draw()
    }

    mutating func update(
        _ action: Inviting.Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell
    ) {
        inviting.update(action, occurrence, &home, &shell.world)
        draw()
    }

    mutating func receive(_ reply: Inviting.Reply, _ home: inout Home, _ shell: inout Shell) {
        inviting.receive(reply, &home, &shell.world)
        draw()
    }

    /// Takes up a greeting that was begun.
    mutating func resume(_ greeting: String) { inviting.resume(greeting) }

    func view(_ home: Home, _ shell: Shell) -> [View] { inviting.view(home, shell, code: drawn.code) }
}
