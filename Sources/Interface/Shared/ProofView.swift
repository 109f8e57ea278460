import Household
import Markup
import Words

extension Proof {
    /// The question, in a card of its own; nothing while nothing waits.
    ///
    /// - Parameters:
    ///   - title: what the button that goes on says.
    ///   - send: what acting on it is to the page.
    func view(_ title: String, _ shell: Shell, _ send: @escaping (ProofAction) -> Action) -> View? {
        if deed == nil { return nil }
        let words = shell.words.door.proof
        let hasCode = shell.lock.isOn && !shell.lock.isByPassphrase
        return form(.classes("page-form card proof"), .on(.submit, send(.given)), .key("proof")) {
            p { words.why }
            field.view(
                hasCode ? words.codeOrPassphrase : shell.words.settings.passphrase, shell.words,
                wrong: hasCode ? words.wrong : nil
            ) { send(.field($0)) }
            obstacleLine(obstacle.map { shell.words.errors.text($0) })
            if shell.lock.hasPasskey { passkey.view(shell.words.passkey.use, send(.givenByPasskey), shell) }
            div(.classes("actions side")) {
                submit(isBusy ? words.checking : title, isBusy: isBusy)
                quiet(shell.words.common.cancel, send(.dropped))
            }
        }
    }
}
