import Household
import Markup
import Words

/// How far photos are ready for paper or a file, and which are left out of it.
@MarkupBuilder<Interface.Action>
func gatheringView(_ gathering: PhotoGathering, _ words: PhotoWords, tryAgain: Interface.Action) -> [View] {
    if !gathering.wanted.isEmpty {
        p(.classes(gathering.isDone ? "unseen" : "fine"), .role("status"), .key("gathering")) {
            gathering.isDone ? words.gathered : words.gathering(gathering.done, gathering.wanted.count)
        }
        if gathering.isDone {
            for gap in PhotoGathering.Gap.allCases where gathering.count(of: gap) > 0 {
                p(.classes("fine"), .key("gap-" + String(gap.rawValue))) {
                    words.leftOut(gap, gathering.count(of: gap))
                }
            }
            if gathering.count(of: .away) > 0 { quiet(words.tryAgain, tryAgain) }
        }
    }
}

extension PhotoWords {
    /// That photos are left out, and why.
    func leftOut(_ gap: PhotoGathering.Gap, _ count: Int) -> String {
        switch gap {
        case .away: away(count)
        case .gone: gone(count)
        case .noRoom: noRoom(count)
        }
    }
}
