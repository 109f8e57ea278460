import Bytes
import Closeness
import Ledger
import Library

/// An idea for a date as it is shown: of the library, or in somebody's own words.
public struct ShownIdea: Equatable, Sendable {
    /// Its name in entries and addresses.
    public let id: String
    /// What it is called.
    public let title: String
    /// The idea of the library; nil for one in own words.
    public let idea: DateIdea?
    /// How long it takes, in minutes.
    public var minutes: Int { idea?.minutes ?? 120 }
}

/// A date that isn't over, with what is known of its idea.
public struct ShownDate: Equatable, Sendable {
    /// Where it is.
    public let state: DateState
    /// What was chosen or planned; nil while it lies face down.
    public let idea: ShownIdea?
}

// The hat of the two, and the dates that come out of it.
//
// Nobody can tell what the other never wants: whoever draws doesn't see what they drew, their device leaves out what they
// themselves never want, and the other's device leaves out what that one never wants before it shows three of it.

extension Home {
    /// How many of the ideas that were drawn are shown to whoever chooses.
    static let handSize = 3

    /// What is in the hat.
    public var dateHat: [ShownIdea] { hat.compactMap { shownDate($0.fields.idea, text: $0.fields.text) } }

    /// Whether the person has put an idea into the hat.
    public func isInHat(_ idea: String) -> Bool {
        hat.contains { $0.fields.idea == idea && $0.author == me }
    }

    private var hat: [Said<DateWanted>] { (hasPartnerNow ? ours : mine)?.dateHat ?? [] }

    /// Whether the person never wants an idea to be drawn.
    public func isNever(_ idea: String) -> Bool { mine.refusedDates(of: me).contains(idea) }

    /// An idea by its name, of the library or of the hat; nil when it is nowhere.
    public func dateIdea(_ id: String) -> ShownIdea? {
        shownDate(id, text: hat.first { $0.fields.idea == id }?.fields.text)
    }

    private func shownDate(_ id: String, text: String?) -> ShownIdea? {
        if let idea = catalogue.date(id) { return ShownIdea(id: id, title: idea.name, idea: idea) }
        return text.map { ShownIdea(id: id, title: $0, idea: nil) }
    }

    // MARK: The hat

    /// Puts an idea of the library into the hat.
    public mutating func throwIn(_ idea: String, _ world: inout World) {
        write(.dateWanted(DateWanted(idea: idea)), &world)
    }

    /// Puts an idea in own words into the hat.
    public mutating func throwIn(words: String, _ world: inout World) {
        guard let id = Identifier(world.random.bytes(Identifier.byteCount)) else { return }
        write(.dateWanted(DateWanted(idea: id.text, text: words)), &world)
    }

    /// Takes an idea of one's own out of the hat; its words are erased.
    public mutating func takeOut(_ idea: String, _ world: inout World) {
        let thrown = hat.first { $0.fields.idea == idea && $0.author == me }
        write(.dateDropped(DateDropped(idea: idea)), &world)
        if let thrown, thrown.fields.text != nil { takeBack(thrown.entry, &world) }
    }

    /// Keeps, for the person alone, whether an idea is never to be drawn.
    public mutating func judge(_ idea: String, isNever: Bool, _ world: inout World) {
        write(.dateJudged(DateJudged(idea: idea, isNever: isNever)), &world)
    }

    // MARK: Drawing

    /// Draws for the other to choose: from the hat, and where that holds too little from the library. What the person never wants
    /// isn't drawn.
    ///
    /// - Returns: whether there was anything to draw.
    public mutating func drawDate(_ world: inout World) -> Bool {
        guard hasPartnerNow, let date = Identifier(world.random.bytes(Identifier.byteCount)) else { return false }
        let never = mine.refusedDates(of: me)
        var ideas = dateHat.map { $0.id }.filter { !never.contains($0) }.shuffled(using: &world.random)
        let others = DateFilter().found(
            in: catalogue.dates, on: nil, season: world.season, circumstances: CoupleDays(self).circumstances)
        for idea in others.shuffled(using: &world.random) where ideas.count < DateDrawn.most {
            if !never.contains(idea.id), !ideas.contains(idea.id) { ideas.append(idea.id) }
        }
        guard !ideas.isEmpty else { return false }
        write(.dateDrawn(DateDrawn(date: date, ideas: Array(ideas.prefix(DateDrawn.most)))), &world)
        return true
    }

    /// What the person may choose from of what the other drew: the first few that they haven't ruled out.
    public func hand(_ drawn: [String]) -> [ShownIdea] {
        let never = mine.refusedDates(of: me)
        return Array(drawn.filter { !never.contains($0) }.compactMap { dateIdea($0) }.prefix(Self.handSize))
    }

    // MARK: Dates

    /// The dates that aren't over, the latest first.
    public var shownDates: [ShownDate] {
        guard hasPartnerNow, let ours else { return [] }
        return ours.openDates.reversed().compactMap { state in
            switch state.phase {
            case .drawn: return ShownDate(state: state, idea: nil)
            case .chosen(let id): return dateIdea(id).map { ShownDate(state: state, idea: $0) }
            case .planned(let plan):
                return shownDate(plan.idea, text: plan.text).map { ShownDate(state: state, idea: $0) }
            }
        }
    }

    /// Suggests a day and an hour for an idea: of the date that it was chosen for, if it was.
    public mutating func planDate(_ idea: ShownIdea, at moment: Int64, _ world: inout World) {
        let known = shownDates.first { date in
            if case .drawn = date.state.phase { return false }
            return date.idea?.id == idea.id
        }
        guard let date = known?.state.id ?? Identifier(world.random.bytes(Identifier.byteCount)) else { return }
        let text = idea.idea == nil ? idea.title : nil
        write(.datePlanned(DatePlanned(date: date, idea: idea.id, at: moment, text: text)), &world)
    }

    /// Keeps a date that was as a moment for both.
    ///
    /// - Returns: the moment's entry; nil when there is none.
    public mutating func keepDate(_ date: ShownDate, _ world: inout World) -> Identifier? {
        guard case .planned(let plan) = date.state.phase, let idea = date.idea else { return nil }
        write(.dateKept(DateMark(date: date.state.id)), &world)
        return write(.momentKept(MomentKept(text: idea.title, day: world.day(at: plan.at))), &world)
    }
}

/// What Today says of a date.
public enum DateErrand: Equatable, Sendable {
    /// The other has drawn, and the person may choose.
    case choose
    /// The other suggests one.
    case asked(ShownDate)
    /// One is today.
    case today(ShownDate)
    /// One was, today or yesterday.
    case was(ShownDate)

    /// What there is to say; nil when there is nothing, or the person is afraid of the other.
    init?(_ home: Home, _ world: World) {
        guard !home.suggestsAlone else { return nil }
        let today = home.today(world)
        var errand: DateErrand?
        for date in home.shownDates {
            switch date.state.phase {
            case .drawn(_, let drawer):
                if drawer != home.me, errand == nil { errand = .choose }
            case .chosen: break
            case .planned(let plan):
                let day = world.day(at: plan.at)
                let isOver = Double(plan.at) + Double(date.idea?.minutes ?? 0) * 60_000 < world.now
                if plan.isAgreed, isOver, today.number - day.number <= 1 {
                    self = .was(date)
                    return
                }
                if plan.isAgreed, !isOver, day == today {
                    self = .today(date)
                    return
                }
                if !plan.isAgreed, plan.author != home.me, !isOver { errand = .asked(date) }
            }
        }
        guard let errand else { return nil }
        self = errand
    }
}
