import Household
import Markup
import Words

extension PasskeyTry {
    /// The button that has the device ask, and why nothing came of it.
    ///
    /// - Parameter isFirst: whether it is the one main thing to do there.
    func view(_ title: String, isFirst: Bool = false, _ action: Action, _ shell: Shell) -> View {
        let words = shell.words.passkey
        let look = isFirst ? "primary" : "secondary"
        return div(.classes("page-form"), .key("passkey")) {
            // Busy it stays focusable and says so.
            div(.classes("actions")) {
                button(
                    .classes(isBusy ? look + " busy" : look), .press(action),
                    .named(.ariaBusy, isBusy ? "true" : "false")
                ) { isBusy ? words.asking : title }
            }
            obstacleLine(obstacle.map { words.text($0, shell.words.errors) })
        }
    }
}

extension PasskeyWords {
    /// Why the device opened nothing.
    func text(_ obstacle: Obstacle, _ errors: ErrorWords) -> String {
        switch obstacle {
        case .device(.cancelled): cancelled
        case .device(.timeout): late
        case .device(.otherPasskey): other
        case .device(.noPRF): noKey
        case .device(.unavailable): refused
        case .device, .unreachable, .refused: errors.text(obstacle)
        }
    }

    /// Why it wasn't set up.
    func textSettingUp(_ obstacle: Obstacle, _ errors: ErrorWords) -> String {
        switch obstacle {
        case .device(.cancelled): notSet
        case .device(.timeout): setLate
        case .device(.noPRF), .device(.otherPasskey): setNoKey
        case .device(.unavailable): setRefused
        case .device, .unreachable, .refused: errors.text(obstacle)
        }
    }

    /// Why none can be had here.
    func text(_ missing: PasskeyState.Missing) -> String {
        switch missing {
        case .browser: noBrowser
        case .device: noDevice
        case .address: noName
        }
    }
}
