import Closeness
import Household
import Ledger
import Library
import Markup
import Words

extension Exercising {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        guard case .exercise(let id) = shell.place else { return [list(home, shell)] }
        guard let exercise = home.catalogue.exercise(id) else { return [gone(shell)] }
        guard let run, run.exercise == id else { return [before(exercise, shell)] }
        guard let step = run.step else { return [over(exercise, home, shell)] }
        return [under(exercise, step, run, home, shell)]
    }

    // MARK: All of them

    private func list(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.exercises
        let kinds: [(kind: Exercise.Kind, title: String, lead: String)] = [
            (kind: .close, title: words.close, lead: words.closeLead),
            (kind: .game, title: words.games, lead: words.gamesLead),
            (kind: .calm, title: words.calm, lead: words.calmLead),
        ]
        return div(.classes("page broad exercises"), .key("exercises")) {
            backBar(shell.words.common.together, to: .together, shell)
            header(.classes("heading")) {
                h1 { words.title }
                p(.classes("lead")) { words.lead }
            }
            for kind in kinds {
                section(.classes("block"), .key(kind.kind.rawValue)) {
                    div(.classes("block-head")) {
                        h2 { kind.title }
                        p(.classes("fine")) { kind.lead }
                    }
                    exerciseTiles(home.catalogue.exercises.filter { $0.kind == kind.kind }, words)
                }
            }
        }
    }

    private func gone(_ shell: Shell) -> View {
        let words = shell.words.exercises
        return div(.classes("page exercise")) {
            backBar(words.title, to: .exercises, shell)
            empty(words.gone, words.goneText)
        }
    }

    // MARK: One of them

    /// One screen of an exercise: what leads away from it, its picture, what is said, what can be done.
    private func screen(
        _ exercise: Exercise, _ shell: Shell, moves: Bool = false, place: Int = 0, @Parts body: () -> [View],
        @Parts actions: () -> [View]
    ) -> View {
        div(.classes("page exercise"), .key("exercise")) {
            backBar(shell.words.exercises.title, to: .exercises, shell)
            div(.classes("exercise-body")) {
                exercise.picture.view(moves: moves, place: place)
                body()
            }
            div(.classes("actions exercise-actions")) { actions() }
        }
    }

    private func before(_ exercise: Exercise, _ shell: Shell) -> View {
        let words = shell.words.exercises
        return screen(exercise, shell) {
            p(.classes("over")) { words.minutes(exercise.minutes) }
            pageTitle(exercise.name)
            p(.classes("exercise-about")) { exercise.about }
        } actions: {
            primary(words.begin, .exercises(.begun(exercise.id)))
        }
    }

    private func under(_ exercise: Exercise, _ step: Exercise.Step, _ run: Run, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.exercises
        return screen(exercise, shell, moves: true, place: run.place) {
            if exercise.picture.breathes, let breath = breath(shell.now) {
                p(.classes("exercise-breath serif")) {
                    breath == .in ? words.breatheIn : words.breatheOut
                }
            }
            if exercise.takesTurns { p(.classes("exercise-turn")) { words.turn(name(run.place, home, words)) } }
            // It changes by itself, and is read out then.
            div(.role("status")) { pageTitle(step.text) }
            if let left = run.left(shell.now) {
                p(.classes("exercise-left"), .role("timer")) { words.left(left) }
            } else {
                p(.classes("exercise-left")) { words.place(run.place + 1, run.steps.count) }
            }
        } actions: {
            if step.seconds == nil {
                primary(words.next, .exercises(.wentOn))
            } else {
                secondary(words.skip, .exercises(.wentOn))
            }
            quiet(words.stop, .exercises(.stopped))
        }
    }

    /// Whose turn a step is: the first is that of whoever holds the phone.
    private func name(_ place: Int, _ home: Home, _ words: ExerciseWords) -> String {
        if place % 2 == 0 { return home.myName.isEmpty ? words.me : home.myName }
        return home.hasPartnerNow ? home.partnerName : words.other
    }

    private func over(_ exercise: Exercise, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.exercises
        return screen(exercise, shell, place: exercise.picture == .lines ? 10 : 0) {
            pageTitle(exercise.end)
            if let practice = exercise.practice.flatMap({ home.catalogue.practice($0) }) {
                noting(practice, home, shell)
            }
        } actions: {
            button(.classes("primary"), .press(shell.wayBack(to: .exercises))) { words.done }
            quiet(words.again, .exercises(.begun(exercise.id)))
        }
    }

    /// The practice that it is a way to do can be noted as done. Nothing asks for that.
    private func noting(_ practice: Practice, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.exercises
        return div(.classes("exercise-noting"), .key("noting")) {
            if case .done = home.standing(of: practice.id, on: home.today(shell.world)) {
                p(.classes("fine"), .role("status")) { words.counted }
                link(words.toPractice, to: .practice(practice.id))
            } else {
                quiet(words.didIt, .exercises(.done(practice.id)))
            }
        }
    }
}
