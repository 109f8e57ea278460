import Closeness
import Markup
import Words

/// Exercises to choose among, each with its picture at rest.
func exerciseTiles(_ exercises: [Exercise], _ words: ExerciseWords) -> View {
    ul(.classes("exercise-tiles")) {
        for exercise in exercises {
            li(.key(exercise.id)) {
                button(.classes("exercise-tile card"), .press(.go(.exercise(exercise.id)))) {
                    exercise.picture.view(moves: false)
                    span(.classes("exercise-name serif")) { exercise.name }
                    span(.classes("row-detail")) { words.minutes(exercise.minutes) }
                }
            }
        }
    }
}
