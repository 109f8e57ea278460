import Household
import Markup
import Words

extension Settings {
    /// Opening Hearth on this device with a face, a finger or the device's own code.
    func passkeyView(_ shell: Shell) -> View {
        panelPage(shell.words.passkey.row, lead: shell.words.passkey.lead, shell) {
            if let state = passkey.state {
                if state.isOn {
                    passkey.onView(shell)
                } else if let missing = state.missing {
                    p(.classes("kept"), .role("status")) { shell.words.passkey.text(missing) }
                } else {
                    passkey.setUpView(shell)
                }
            }
        }
    }
}

extension PasskeySetting {
    fileprivate func onView(_ shell: Shell) -> [View] {
        let words = shell.words.passkey
        var parts = [
            p(.classes("kept"), .role("status")) { words.isOn },
            p(.classes("fine")) { words.whoElse },
            p(.classes("fine")) { words.stays },
        ]
        if let line = obstacleLine(obstacle.map { shell.words.errors.text($0) }) { parts.append(line) }
        if let question = proof.view(words.takeOff, shell, { .settings(.passkey(.proof($0))) }) {
            parts.append(question)
        } else {
            parts.append(div(.classes("actions")) { secondary(words.takeOff, .settings(.passkey(.offWanted))) })
        }
        return parts
    }

    fileprivate func setUpView(_ shell: Shell) -> [View] {
        let words = shell.words.passkey
        return [
            form(.classes("page-form"), .on(.submit, .settings(.passkey(.wanted))), .key("passkey")) {
                p { words.whoElse }
                if !shell.lock.isOn { p { words.locks } }
                p(.classes("fine")) { words.lasts }
                passphrase.view(shell.words.settings.passphrase, shell.words) { .settings(.passkey(.passphrase($0))) }
                obstacleLine(making.obstacle.map { words.textSettingUp($0, shell.words.errors) })
                div(.classes("actions")) {
                    submit(making.isBusy ? words.setting : words.set, isBusy: making.isBusy)
                }
            }
        ]
    }
}
