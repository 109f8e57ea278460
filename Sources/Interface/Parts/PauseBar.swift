import Household
import Markup
import Words

/// On every page: that the two have a break, and until when; once its time has come, that it is over. Nobody who is afraid of the
/// other is called back.
func pauseBar(_ home: Home, _ shell: Shell) -> View? {
    guard shell.place != .pause, let pause = home.pause(shell.world), pause.isGoing || !home.suggestsAlone else {
        return nil
    }
    let words = shell.words.pause
    return div(.classes("banner pause-bar"), .key("pause")) {
        icon(.pause)
        span {
            if pause.isOver {
                words.overBar
            } else {
                shell.pauseEnd(pause.until, today: words.until, tomorrow: words.untilTomorrow)
            }
        }
        quiet(words.look, .go(.pause))
    }
}

extension Shell {
    /// When a break ends, as this device's clock shows it, put into a sentence.
    func pauseEnd(
        _ until: Int64, today: (_ time: String) -> String, tomorrow: (_ time: String) -> String
    ) -> String {
        let until = world.ownTime(of: until)
        let minute = world.minute(at: until)
        let time = words.pause.time(minute / 60, minute % 60)
        return world.day(at: until) == world.day(at: Int64(now)) ? today(time) : tomorrow(time)
    }
}
