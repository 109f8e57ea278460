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

    /// The day and the hour that were suggested; nil while there are none.
    public var plan: DateState.Plan? {
        if case .planned(let plan) = state.phase { return plan }
        return nil
    }

    /// Whether it is over by the clock.
    func isOver(_ world: World) -> Bool {
        plan.map { Double($0.at) + Double((idea?.minutes ?? 0) * 60_000) < world.now } ?? false
    }
}

// The hat of the two, and the dates that come out of it.
//
// Nobody can tell what the other never wants. Whoever draws doesn't see what they drew. What the other threw in is never in it, and
// of the library they draw from a half of their own: that something doesn't come up tells nothing. Their device leaves out what they
// themselves never want, and the other's device leaves out what that one never wants before it shows three of it.

extension Home {
    /// How many of the ideas that were drawn are shown to whoever chooses.
    static let handSize = 3
    /// For how many days a draw that nobody chose from stands, and a date that was, to be kept as a moment.
    private static let standingDays = 14

    /// What is in the hat.
    public var dateHat: [ShownIdea] { hat.compactMap { shownDate($0.fields.idea, text: $0.fields.text) } }

    /// Whether the person has put an idea into the hat.
    public func isInHat(_ idea: String) -> Bool { dateSpace.isInHat(idea, of: me) }

    private var dateSpace: Projection { (hasPartnerNow ? ours : nil) ?? mine }
    private var hat: [Said<DateWanted>] { dateSpace.dateHat }

    /// Whether the person never wants an idea to be drawn.
    public func isNever(_ idea: String) -> Bool { mine.refusedDates(of: me).contains(idea) }

    /// An idea by its name, of the library, of the hat or of what is planned; nil when it is nowhere.
    public func dateIdea(_ id: String) -> ShownIdea? {
        let planned = hasPartnerNow ? ours?.openDates ?? [] : []
        return shownDate(
            id,
            text: hat.first { $0.fields.idea == id }?.fields.text
                ?? planned.compactMap { $0.words(of: id) }.last)
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
    ///
    /// - Returns: the idea's name; nil when it could not be kept.
    public mutating func throwIn(words: String, _ world: inout World) -> String? {
        let id = world.random.identifier().text
        return write(.dateWanted(DateWanted(idea: id, text: words)), &world).map { _ in id }
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

    /// Draws for the other to choose: from what the person threw in, and where that is too little from a half of the library. What the
    /// person never wants isn't drawn.
    ///
    /// - Returns: whether there was anything to draw.
    public mutating func drawDate(_ world: inout World) -> Bool {
        guard hasPartnerNow else { return false }
        let never = mine.refusedDates(of: me)
        var ideas = dateHat.map { $0.id }.filter { isInHat($0) && !never.contains($0) }
            .shuffled(using: &world.random)
        let others = DateFilter().found(
            in: catalogue.dates, on: nil, season: world.season, circumstances: CoupleDays(self).circumstances)
        for idea in others.shuffled(using: &world.random) where ideas.count < DateDrawn.most {
            if draws(idea), !never.contains(idea.id), !ideas.contains(idea.id) { ideas.append(idea.id) }
        }
        guard !ideas.isEmpty else { return false }
        let draw = DateDrawn(date: world.random.identifier(), ideas: Array(ideas.prefix(DateDrawn.most)))
        write(.dateDrawn(draw), &world)
        return true
    }

    /// Whether an idea of the library is in the half from which the person draws, the same one for ever. Nobody else's device can work
    /// it out: that an idea never comes from somebody, in however many draws, is chance as often as not.
    private func draws(_ idea: DateIdea) -> Bool { privateSeed(0).value(for: "date/" + idea.id) & 1 == 0 }

    /// What the person may choose from of what the other drew: the first few that they haven't ruled out.
    public func hand(_ drawn: [String]) -> [ShownIdea] {
        let never = mine.refusedDates(of: me)
        return Array(drawn.filter { !never.contains($0) }.compactMap { dateIdea($0) }.prefix(Self.handSize))
    }

    /// Takes one of the ideas that the other drew.
    public mutating func chooseDate(_ id: Identifier, _ idea: String, _ world: inout World) {
        let isThere = shownDates(world).contains { date in
            guard case .drawn(let ideas, let drawer) = date.state.phase else { return false }
            return date.state.id == id && drawer != me && ideas.contains(idea)
        }
        if isThere { write(.dateChosen(DateChosen(date: id, idea: idea)), &world) }
    }

    // MARK: Dates

    /// The dates that aren't over, the latest first. A draw or a suggestion of the other's that the person has put aside isn't among
    /// them; one that nobody answers fades, so that a no looks like nothing.
    public func shownDates(_ world: World) -> [ShownDate] {
        guard hasPartnerNow, let ours else { return [] }
        return ours.openDates.reversed().compactMap { state in
            if hasPutAside(state) { return nil }
            switch state.phase {
            case .drawn(_, let drawer):
                let stands = isWithin(Self.standingDays, state.since, by: drawer, world)
                return stands ? ShownDate(state: state, idea: nil) : nil
            case .chosen(let id): return dateIdea(id).map { ShownDate(state: state, idea: $0) }
            case .planned(let plan):
                guard let idea = shownDate(plan.idea, text: plan.text) else { return nil }
                let date = ShownDate(state: state, idea: idea)
                let isTold =
                    plan.isAgreed ? days(since: plan.at, world) < Self.standingDays : Double(plan.at) > world.now
                return isTold ? date : nil
            }
        }
    }

    /// A date that isn't over, by its id.
    public func shownDate(_ id: Identifier, _ world: World) -> ShownDate? {
        shownDates(world).first { $0.state.id == id }
    }

    /// Suggests a day and an hour for an idea: of the date that it was chosen for, if it was.
    ///
    /// - Returns: the entry; nil when there is none.
    public mutating func planDate(_ idea: ShownIdea, at moment: Int64, _ world: inout World) -> Identifier? {
        guard hasPartnerNow else { return nil }
        let date = shownDates(world).first { $0.idea?.id == idea.id }?.state.id ?? world.random.identifier()
        let text = idea.idea == nil ? idea.title : nil
        return write(.datePlanned(DatePlanned(date: date, idea: idea.id, at: moment, text: text)), &world)
    }

    /// Says yes to what the other suggested, by its entry.
    public mutating func agreeToDate(_ plan: Identifier, _ world: inout World) {
        let asked = shownDates(world).first { date in
            date.plan?.entry == plan && date.plan?.author != me && date.plan?.isAgreed == false
        }
        if let asked { write(.dateAgreed(DateAgreed(date: asked.state.id, plan: plan)), &world) }
    }

    /// Ends a date for both.
    ///
    /// - Returns: the entry that says so; nil when there is no such date.
    public mutating func putBackDate(_ id: Identifier, _ world: inout World) -> Identifier? {
        guard shownDate(id, world) != nil else { return nil }
        return write(.datePutBack(DateMark(date: id)), &world)
    }

    /// Keeps a date that was as a moment for both.
    ///
    /// - Returns: the moment's entry and the one by which the date is over; nil when there are none.
    public mutating func keepDate(_ id: Identifier, _ world: inout World) -> (moment: Identifier, mark: Identifier)? {
        guard let date = shownDate(id, world), let plan = date.plan, plan.isAgreed, let idea = date.idea,
            let mark = write(.dateKept(DateMark(date: id)), &world),
            let moment = write(.momentKept(MomentKept(text: idea.title, day: world.day(at: plan.at))), &world)
        else { return nil }
        return (moment, mark)
    }

    // MARK: Putting aside

    private static func asideSetting(_ date: DateState) -> String { "date/" + date.id.text }

    /// What of a date the person would put aside; nil for what isn't the other's to offer.
    private func offered(_ date: DateState) -> String? {
        switch date.phase {
        case .drawn(_, let drawer): drawer == me ? nil : "drawn"
        case .chosen: nil
        case .planned(let plan): plan.author == me || plan.isAgreed ? nil : plan.entry.text
        }
    }

    private func hasPutAside(_ date: DateState) -> Bool {
        offered(date).map { mine.setting(Self.asideSetting(date)) == $0 } ?? false
    }

    /// Puts aside, for the person alone, what the other drew or suggested. Nobody else learns of it.
    public mutating func putAsideDate(_ id: Identifier, _ world: inout World) {
        guard let date = shownDate(id, world)?.state, let offered = offered(date) else { return }
        write(.settingSet(SettingSet(key: Self.asideSetting(date), value: offered)), &world)
    }
}

extension DateState {
    /// The words of an idea of one's own, as they are planned.
    fileprivate func words(of idea: String) -> String? {
        guard case .planned(let plan) = phase, plan.idea == idea else { return nil }
        return plan.text
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

    /// One that both want and that is near; nil when there is none, or the person is afraid of the other.
    static func near(_ dates: [ShownDate], _ home: Home, _ world: World) -> DateErrand? {
        guard !home.suggestsAlone else { return nil }
        let today = home.today(world)
        for date in dates {
            guard let plan = date.plan, plan.isAgreed else { continue }
            let day = world.day(at: plan.at)
            if date.isOver(world) {
                if today.number - day.number <= 1 { return .was(date) }
            } else if day == today {
                return .today(date)
            }
        }
        return nil
    }

    /// What the other drew or suggested; nil when there is nothing, or the person is afraid of the other.
    static func waiting(_ dates: [ShownDate], _ home: Home) -> DateErrand? {
        guard !home.suggestsAlone else { return nil }
        for date in dates {
            switch date.state.phase {
            case .drawn(_, let drawer): if drawer != home.me { return .choose }
            case .chosen: break
            case .planned(let plan): if !plan.isAgreed, plan.author != home.me { return .asked(date) }
            }
        }
        return nil
    }
}
