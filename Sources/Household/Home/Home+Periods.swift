import Ledger

// Which season's check and which week's pulse the two are at. Not always those of the day: what one has answered stays open to the
// other beyond the end of a season or a week, so that neither waits in a period that the other has left. And what was begun belongs to
// the period in which it was begun.

extension Home {
    /// For how many days of a new season the check of the last one stays the one that the two are at, once one has answered it.
    private static let daysOfLastCheck = 21
    /// Until which day of a new week the pulse of the last one does, for whoever has answered it. From the next day on this week's
    /// is asked for.
    private static let lastDayOfLastPulse = 4

    /// The season whose check the two are at: this season's; the last one's while one has answered it and the other hasn't, or both
    /// have only just; or that of a check that was begun here.
    ///
    /// - Parameter begun: the season of the check that is being answered on this device; nil when none is.
    public func checkSeason(_ world: World, begun: Season? = nil) -> Season {
        let season = season(world)
        let isEarly = sharedDay(world).number - season.firstDay.number < Self.daysOfLastCheck
        let away = begun.map { $0.number - season.number }
        let step = step(since: season.firstDay, isAsked: isEarly, isKept: isEarly, begun: away, world) { step in
            season.advanced(by: step).map { SealName.check($0) }
        }
        return season.advanced(by: step) ?? season
    }

    /// The week whose pulse the two are at: this week's; the last one's while the other has answered it and the person hasn't, and
    /// in the first days of a week while the other's is missing or both have only just answered; or that of a pulse that was begun
    /// here.
    ///
    /// - Parameter begun: the week of the pulse that is being answered on this device; nil when none is.
    public func pulseWeek(_ world: World, begun: Week? = nil) -> Week {
        let week = week(world)
        let isEarly = sharedDay(world).weekday <= Self.lastDayOfLastPulse
        let away = begun.map { $0.number - week.number }
        let step = step(since: week.monday, isAsked: true, isKept: isEarly, begun: away, world) { step in
            week.advanced(by: step).map { SealName.pulse($0) }
        }
        return week.advanced(by: step) ?? week
    }

    /// The last week in the first days of a new one, while the person hasn't answered its pulse and was here then: it can still be
    /// filled in.
    public func missedPulse(_ world: World) -> Week? {
        let week = week(world)
        guard sharedDay(world).weekday <= Self.lastDayOfLastPulse, let last = week.advanced(by: -1),
            let first = mine.log.positions.first, world.day(of: first, in: mine.log) < week.monday,
            let answers, !answers.holds(.pulse(last), by: me)
        else { return nil }
        return last
    }

    // MARK: Two time zones

    /// By how many minutes the clocks are ahead of UTC by which the two reckon days, weeks and seasons: of the places where each
    /// last wrote something that both could read, the western one, where the day lasts longer. So both phones have one question
    /// and one week, wherever they are; alone, and before either has said so, those of this phone.
    func sharedOffset(_ world: World) -> Int {
        guard hasPartnerNow, let ours else { return world.offset }
        return [me, partner].compactMap { $0.flatMap { ours.offset(of: $0) } }.min() ?? world.offset
    }

    /// Lets the other's phone reckon with where this one is now, where the last open entry doesn't: a sealed one says it too late.
    mutating func tellWhereabouts(_ world: inout World) {
        guard let ours, ours.offset(of: me) != world.offset, let profile = ours.profile(of: me) else { return }
        share(.profileSet(profile), &world)
    }

    // MARK: Which period

    /// How far from the period of the day the one is that the two are at: -1 for the one that has ended, 1 for one that only the
    /// other's phone has begun.
    ///
    /// - Parameters:
    ///   - firstDay: the first day of the period.
    ///   - isAsked: whether the one that has ended may still be asked for.
    ///   - isKept: whether whoever has answered the one that has ended, or is about to, still stays with it.
    ///   - begun: how far away the one is whose answers were begun on this device.
    ///   - seal: the seal of the answers of a period, by how far it is from this one.
    private func step(
        since firstDay: Day, isAsked: Bool, isKept: Bool, begun: Int?, _ world: World, _ seal: (Int) -> SealName?
    ) -> Int {
        func isMine(_ step: Int) -> Bool { seal(step).map { answers?.holds($0, by: me) ?? false } ?? false }
        func isWaited(_ step: Int) -> Bool { !isMine(step) && seal(step).map { waits(for: $0) } ?? false }
        if let begun, (-1...1).contains(begun), !hasPartnerNow || !isMine(begun) {
            if begun >= 0 || isKept || isWaited(begun) { return begun }
        }
        if hasPartnerNow {
            if isAsked, isWaited(-1) { return -1 }
            if isMine(0) || isWaited(0) { return 0 }
            if isMine(1) || isWaited(1) { return 1 }
        } else if isMine(0) {
            return 0
        }
        guard isKept, isMine(-1), let last = seal(-1) else { return 0 }
        let isOpen = hasPartnerNow && !isReleased(last)
        return isOpen || lastAnswer(to: last, world).map { $0 >= firstDay } ?? false ? -1 : 0
    }

    /// Where answers that are compared stand: in the shared space, in the private one while there is no partner.
    private var answers: Projection? { hasPartnerNow ? ours : mine }

    /// The day of the last answer under a seal, of either.
    private func lastAnswer(to seal: SealName, _ world: World) -> Day? {
        guard let answers else { return nil }
        return [me, partner].compactMap { $0 }.compactMap { answers.answer(to: seal, by: $0) }
            .map { sharedDay(at: answers.log.stamp(at: $0).milliseconds, world) }.max()
    }
}
