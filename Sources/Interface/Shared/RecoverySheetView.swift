import Household
import Markup
import Words

extension RecoverySheet {
    /// The code on the screen.
    func grid(_ words: DoorWords.RecoveryCode) -> View {
        ol(.classes("code-grid"), .ariaLabel(words.label)) {
            for (index, group) in groups.enumerated() {
                li {
                    span(.classes("code-number"), .decorative) { String(index + 1) }
                    span(.classes("code-group")) { group }
                }
            }
        }
    }

    /// Three ways to keep it.
    func tools(_ words: DoorWords.RecoveryCode, print: Action, save: Action, copy: Action) -> View {
        div(.classes("actions side code-actions")) {
            tool(.printer, words.print, print)
            tool(.download, words.save, save)
            tool(.copy, words.copy, copy)
        }
    }

    private func tool(_ symbol: Icon, _ title: String, _ action: Action) -> View {
        button(.classes("secondary tool"), .press(action)) {
            icon(symbol)
            span { title }
        }
    }

    /// What the printer gets instead of the page.
    func printed(_ words: DoorWords.RecoveryCode, _ shell: Shell) -> View {
        div(.classes("code-sheet"), .decorative) {
            p(.classes("sheet-title serif")) { words.sheetTitle }
            p { words.sheetName(name) }
            p(.classes("sheet-code")) { groups.joined(separator: " – ") }
            p { words.sheetText }
            p { words.sheetAddress(shell.origin + Place.recover.path) }
        }
    }

    /// Saves it as a text file.
    func download(_ words: DoorWords.RecoveryCode, _ shell: Shell) -> Effect {
        let lines = [
            words.sheetTitle, "", words.sheetName(name), text, "",
            words.sheetText, words.sheetAddress(shell.origin + Place.recover.path), "",
        ]
        return .download(
            name: words.fileName, type: "text/plain;charset=utf-8", bytes: Array(lines.joined(separator: "\n").utf8))
    }
}
