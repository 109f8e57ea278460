import Bytes

/// Something that a person said, with who and when.
public struct Said<Fields: Sendable>: Sendable {
    /// The entry that says so.
    public let entry: Identifier
    /// The account of whoever said it.
    public let author: Identifier
    /// When it was said: milliseconds since 1970.
    public let milliseconds: Int64
    /// By how many minutes the clocks where it was said were ahead of UTC; nil when the entry doesn't say.
    public let offset: Int?
    /// What was said.
    public let fields: Fields
}

extension Said: Equatable where Fields: Equatable {}

/// Someone's last reply to a question.
public enum QuestionReply: Equatable, Sendable {
    /// An answer.
    case answered(String)
    /// They prefer not to answer.
    case passed
}

extension Projection {
    /// The accounts that wrote something here, in the order of their ids.
    public var accounts: [Identifier] {
        people.map { $0.account }.sorted()
    }

    // MARK: A person

    /// By how many minutes the clocks were ahead of UTC where someone last wrote something that all could read at once; nil when
    /// nothing says so. Sealed answers don't tell: they are here sooner for one than for the other.
    public func offset(of account: Identifier) -> Int? {
        person(account)?.whereabouts.flatMap { log.offset(at: $0) }
    }

    /// What someone is called, and in which colour.
    public func profile(of account: Identifier) -> ProfileSet? {
        guard let position = person(account)?[.profiles].only, case .profileSet(let fields) = log.event(at: position)
        else {
            return nil
        }
        return fields
    }

    /// What the days are like, as someone last described them.
    public func circumstances(of account: Identifier) -> Said<CircumstancesSet>? {
        person(account)?[.circumstances].only.flatMap { position in
            said(position) { event in if case .circumstancesSet(let fields) = event { fields } else { nil } }
        }
    }

    /// Someone's checks, by season.
    public func checks(of account: Identifier) -> [Said<CheckAnswered>] {
        (person(account)?[.checks].periodic ?? []).compactMap { check in
            said(check.position) { event in if case .checkAnswered(let fields) = event { fields } else { nil } }
        }
    }

    /// Someone's pulses, by week.
    public func pulses(of account: Identifier) -> [Said<PulseAnswered>] {
        (person(account)?[.pulses].periodic ?? []).compactMap { pulse in
            said(pulse.position) { event in if case .pulseAnswered(let fields) = event { fields } else { nil } }
        }
    }

    /// The seasons of someone's checks, earliest first. Reads no check, so it costs nothing however many there are.
    public func checkedSeasons(of account: Identifier) -> [Season] {
        (person(account)?[.checks].periodic ?? []).compactMap { Season(number: Int($0.ordinal)) }
    }

    /// Whether someone's check of a season is here, without reading it.
    public func hasCheck(of account: Identifier, in season: Season) -> Bool {
        person(account)?[.checks].entry(of: season.number) != nil
    }

    /// Someone's check of a season.
    public func check(of account: Identifier, in season: Season) -> Said<CheckAnswered>? {
        guard let position = person(account)?[.checks].entry(of: season.number) else { return nil }
        return said(position) { event in if case .checkAnswered(let fields) = event { fields } else { nil } }
    }

    /// Whether someone's pulse of a week is here, without reading it.
    public func hasPulse(of account: Identifier, in week: Week) -> Bool {
        person(account)?[.pulses].entry(of: week.number) != nil
    }

    /// Someone's pulse of a week.
    public func pulse(of account: Identifier, in week: Week) -> Said<PulseAnswered>? {
        guard let position = person(account)?[.pulses].entry(of: week.number) else { return nil }
        return said(position) { event in if case .pulseAnswered(let fields) = event { fields } else { nil } }
    }

    /// The signs that someone sees, in the order in which they were noticed.
    public func signs(of account: Identifier) -> [String] {
        subjects(person(account)?[.signs].named, .signNoticed)
    }

    /// The entry by which someone marked a sign that they see.
    public func signMark(_ sign: String, of account: Identifier) -> Identifier? {
        mark(sign, person(account)?[.signs].named, .signNoticed)
    }

    /// The entry by which someone marked a cause that they think may be at work.
    public func causeMark(_ cause: String, of account: Identifier) -> Identifier? {
        mark(cause, person(account)?[.causes].named, .causeSuspected)
    }

    private func mark(_ name: String, _ table: LatestTable?, _ kind: EventKind) -> Identifier? {
        guard let position = log.symbol(for: name).flatMap({ table?[$0] }), log.kind(at: position) == kind else {
            return nil
        }
        return log.id(at: position)
    }

    /// The causes that someone thinks may be at work, in the order in which they were suspected.
    public func causes(of account: Identifier) -> [String] {
        subjects(person(account)?[.causes].named, .causeSuspected)
    }

    /// Someone's last answer to each practice that was proposed, in the order of answering.
    public func proposals(of account: Identifier) -> [Said<ProposalAnswered>] {
        ordered(person(account)?[.proposals].named).compactMap { position in
            said(position) { event in if case .proposalAnswered(let fields) = event { fields } else { nil } }
        }
    }

    /// Someone's last reply to a question.
    public func reply(to question: String, by account: Identifier) -> Said<QuestionReply>? {
        guard let symbol = log.symbol(for: question), let position = person(account)?[.questions].named[symbol] else {
            return nil
        }
        return said(position) { event in
            if case .questionAnswered(let fields) = event { return .answered(fields.text) }
            return .passed
        }
    }

    /// The questions that someone answered or passed, in the order of replying.
    public func questions(of account: Identifier) -> [String] {
        ordered(person(account)?[.questions].named).compactMap { log.subject(at: $0) }
    }

    /// Someone's reflections about something, in order.
    public func reflections(of account: Identifier, about subject: String) -> [Said<ReflectionWritten>] {
        guard let symbol = log.symbol(for: subject) else { return [] }
        return (person(account)?[.reflections].all ?? []).filter { log.records[$0.index].subject == symbol }
            .compactMap { position in
                said(position) { event in if case .reflectionWritten(let fields) = event { fields } else { nil } }
            }
    }

    /// The pages of someone's journal, in the order of their days.
    public func journal(of account: Identifier) -> [Log.Position] {
        let all = person(account)?[.journal].all ?? []
        // Only those that were written later than their day, or changed, say which it is.
        guard all.contains(where: { log.records[$0.index].ordinal != 0 }) else { return all }
        let days = all.map { position in
            let record = log.records[position.index]
            return record.ordinal != 0
                ? Int(record.ordinal)
                : Day(milliseconds: record.stamp.milliseconds, offset: record.offset ?? 0).number
        }
        return all.indices.sorted { (days[$0], $0) < (days[$1], $1) }.map { all[$0] }
    }

    /// A page of a journal.
    public func journalPage(at position: Log.Position) -> Said<JournalWritten>? {
        said(position) { event in if case .journalWritten(let fields) = event { fields } else { nil } }
    }

    // MARK: The couple

    /// Thanks sent, in order.
    public var appreciations: [Log.Position] { self[.appreciations].all }
    /// Moments kept, in order of writing.
    public var moments: [Log.Position] { self[.moments].all }
    /// Invitations made, in order.
    public var invitations: [Log.Position] { self[.invitations].all }

    /// What was done and left out on a day, in order.
    public func deeds(on day: Day) -> [Deed] {
        deeds.filter { $0.day == day }
    }

    /// Whether the practice was done on a day, by either.
    public func isDone(_ practice: String, on day: Day) -> Bool {
        guard let symbol = log.symbol(for: practice) else { return false }
        return deeds.contains { $0.practice == symbol && $0.isDone && $0.day == day }
    }

    /// A deed with the note that was left.
    public func done(_ deed: Deed) -> Said<PracticeDone>? {
        said(deed.position) { event in if case .practiceDone(let fields) = event { fields } else { nil } }
    }

    /// The thanks at a position of ``appreciations``.
    public func appreciation(at position: Log.Position) -> Said<AppreciationSent>? {
        said(position) { event in if case .appreciationSent(let fields) = event { fields } else { nil } }
    }

    /// The moments of wanted days, in order of writing. Reads none of them, so it costs next to nothing however many there are.
    public func moments(on isWanted: (Day) -> Bool) -> [Log.Position] {
        moments.filter { Day(number: Int(log.records[$0.index].ordinal)).map(isWanted) ?? false }
    }

    /// The moment at a position of ``moments``.
    public func moment(at position: Log.Position) -> Said<MomentKept>? {
        said(position) { event in if case .momentKept(let fields) = event { fields } else { nil } }
    }

    /// The value of a setting; nil when it was never set.
    public func setting(_ key: String) -> String? { settingSaid(key)?.fields.value }

    /// When and by whom a setting was last set; nil when it never was.
    public func settingSaid(_ key: String) -> Said<SettingSet>? {
        guard let symbol = log.symbol(for: key), let position = self[.settings].named[symbol] else { return nil }
        return said(position) { event in if case .settingSet(let fields) = event { fields } else { nil } }
    }

    /// The invitation at a position of ``invitations``.
    public func invitation(at position: Log.Position) -> Said<InvitationMade>? {
        said(position) { event in if case .invitationMade(let fields) = event { fields } else { nil } }
    }

    /// The key last taken for the other's in a space.
    public func peer(in space: Identifier) -> Said<PeerTrusted>? {
        guard let symbol = log.symbol(for: space.text), let position = self[.peers].named[symbol] else { return nil }
        return said(position) { event in if case .peerTrusted(let fields) = event { fields } else { nil } }
    }

    // MARK: Conversations

    /// All conversations that began, in the order in which they did.
    public var conversationStates: [ConversationState] {
        self[.conversations].courses.compactMap { positions in
            state(positions).map { (positions[0], $0) }
        }.sorted { log.precedes($0.0, $1.0) }.map { $0.1 }
    }

    /// The conversations that began and haven't ended, in the order in which they began: one, or two that were begun at once.
    /// Costs what these cost, however many there were. One that is over stands in no other's way, whatever its time.
    public var openConversations: [ConversationState] {
        let open = self[.conversations].courses.filter { positions in
            positions.first.map { log.kind(at: $0) } == .conversationStarted
                && !positions.contains { log.kind(at: $0) == .conversationEnded }
        }
        return open.sorted { log.precedes($0[0], $1[0]) }.compactMap { state($0) }
    }

    /// The conversations that were had to some point and are over, the latest first, as many as are asked for: no other is read.
    public func pastConversations(most: Int) -> [ConversationState] {
        let past = self[.conversations].courses.filter { positions in
            positions.first.map { log.kind(at: $0) } == .conversationStarted
                && positions.contains { log.kind(at: $0) == .conversationMoved }
                && positions.contains { log.kind(at: $0) == .conversationEnded }
        }
        return past.sorted { log.precedes($1[0], $0[0]) }.prefix(most).compactMap { state($0) }
    }

    /// A conversation by its id; nil when it is not known to have begun.
    public func conversationState(_ id: Identifier) -> ConversationState? {
        log.symbol(for: id.text).flatMap { self[.conversations].course($0) }.flatMap { state($0) }
    }

    /// Whether a conversation that followed a script began since a time, in milliseconds since 1970, and has ended.
    public func wasHeld(_ script: String, since milliseconds: Int64) -> Bool {
        self[.conversations].courses.contains { positions in
            guard let first = positions.first, log.stamp(at: first).milliseconds >= milliseconds,
                positions.contains(where: { log.kind(at: $0) == .conversationEnded })
            else { return false }
            return state(positions)?.script == script
        }
    }

    /// The entries of a conversation with their events, in order: what was answered and noted on the way.
    public func conversationEvents(_ id: Identifier) -> [Said<Event>] {
        guard let symbol = log.symbol(for: id.text), let positions = self[.conversations].course(symbol) else {
            return []
        }
        return positions.compactMap { position in said(position) { $0 } }
    }

    private func state(_ positions: [Log.Position]) -> ConversationState? {
        var state: ConversationState?
        for position in positions {
            guard let event = log.event(at: position) else { continue }
            if state != nil {
                state?.follow(
                    event, by: log.author(at: position), at: log.stamp(at: position).milliseconds)
            } else if case .conversationStarted(let start) = event {
                state = ConversationState(start, at: log.stamp(at: position).milliseconds)
            }
        }
        return state
    }

    // MARK: Words said anew

    /// Whether somebody had, or may have had, what an entry took the place of: because they wrote it themselves, or it still lies here.
    ///
    /// - Parameters:
    ///   - instead: the entry whose place was taken; nil where none was.
    ///   - author: whoever wrote both.
    public func isKnown(_ instead: Identifier?, to account: Identifier, by author: Identifier) -> Bool {
        instead.map { author == account || log.position(of: $0) != nil } ?? false
    }

    // MARK: Parts

    /// What counts of someone about each thing of a topic, in order; nothing that they have taken out.
    public func said(on topic: EventTopic, by account: Identifier) -> [Log.Position] {
        ordered(person(account)?[topic].named).filter { !isRemoved($0) }
    }

    func person(_ account: Identifier) -> Person? {
        people.first { $0.account == account }
    }

    func said<Fields>(_ position: Log.Position, _ fields: (Event) -> Fields?) -> Said<Fields>? {
        guard let event = log.event(at: position), let fields = fields(event) else { return nil }
        return Said(
            entry: log.id(at: position), author: log.author(at: position),
            milliseconds: log.stamp(at: position).milliseconds, offset: log.offset(at: position), fields: fields)
    }

    func ordered(_ table: LatestTable?) -> [Log.Position] {
        (table?.positions ?? []).sorted { log.precedes($0, $1) }
    }

    /// What the entries of one kind in a table are about, in order.
    private func subjects(_ table: LatestTable?, _ kind: EventKind) -> [String] {
        ordered(table).filter { log.kind(at: $0) == kind }.compactMap { log.subject(at: $0) }
    }
}
