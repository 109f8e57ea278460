import Bytes
import Closeness
import Ledger

/// What a person does with a sign or a cause.
public enum Noted: Equatable, Sendable {
    /// Its sheet was opened or closed.
    case toggled(String)
    /// It was marked, for oneself alone.
    case marked(String)
    /// The mark was taken away.
    case unmarked(String)
    /// Words about it are being written.
    case composing(String, Composing.Action)
    /// The words were kept, for oneself alone.
    case wordsKept(String)
    /// The mark was shown to the partner, with or without the words kept about it.
    case shared(String, withWords: Bool)
    /// What was shown was taken back.
    case takenBack(String)
}

/// The list of signs, or of causes, that a person goes through: private first, shared one by one.
public struct Noticing {
    /// Which of the two lists it is.
    public enum Subject: Sendable {
        case signs, causes

        /// What reflections about it are filed under.
        public func name(_ id: String) -> String {
            switch self {
            case .signs: "sign:" + id
            case .causes: "cause:" + id
            }
        }

        /// What its marks are kept as.
        var topic: EventTopic {
            switch self {
            case .signs: .signs
            case .causes: .causes
            }
        }

        /// The event that marks one.
        public func marked(_ id: String) -> Event {
            switch self {
            case .signs: .signNoticed(SignMark(sign: id))
            case .causes: .causeSuspected(CauseMark(cause: id))
            }
        }

        /// The event that takes the mark away.
        public func unmarked(_ id: String) -> Event {
            switch self {
            case .signs: .signDismissed(SignMark(sign: id))
            case .causes: .causeDismissed(CauseMark(cause: id))
            }
        }

        /// What somebody marked in a space.
        public func marks(of account: Identifier, in space: Projection) -> [String] {
            switch self {
            case .signs: space.signs(of: account)
            case .causes: space.causes(of: account)
            }
        }

        /// The same with the entries that mark it, in order.
        func marked(by account: Identifier, in space: Projection) -> [(id: String, position: Log.Position)] {
            let marked = Set(marks(of: account, in: space))
            return space.said(on: topic, by: account).compactMap { position in
                space.log.subject(at: position).flatMap { marked.contains($0) ? ($0, position) : nil }
            }
        }

        /// The last words that somebody wrote about each sign and cause in a space, by ``name(_:)``, where they aren't empty.
        static func words(of account: Identifier, in space: Projection) -> [String: Said<ReflectionWritten>] {
            var words: [String: Said<ReflectionWritten>] = [:]
            for said in space.lastReflections(of: account) where !said.fields.text.isEmpty {
                words[said.fields.about] = said
            }
            return words
        }
    }

    /// Which of the two lists it is.
    public let subject: Subject
    /// The sign or cause whose sheet is open.
    public private(set) var open: String?
    /// Words that are typed and not kept yet, by sign or cause.
    public var drafts: [String: String] = [:]
    /// The field of the one that was written about last.
    private var composing = Composing(id: "")

    /// A list on which nothing was done yet.
    public init(_ subject: Subject) {
        self.subject = subject
    }

    /// Opens the sheet of a sign or cause.
    public mutating func show(_ id: String) { open = id }

    /// The id of the element that opens and closes such a sheet.
    public static func headID(_ id: String) -> String { "head-" + id }

    // MARK: What is known

    /// What the person marked for themselves.
    public func mine(_ home: Home) -> Set<String> { Set(subject.marks(of: home.me, in: home.mine)) }

    /// What the person has shown to the partner.
    public func sharedByMe(_ home: Home) -> Set<String> {
        guard let ours = home.ours else { return [] }
        return Set(subject.marks(of: home.me, in: ours))
    }

    /// What the partner has shown. What the partner keeps private is in no space of this device.
    public func sharedByPartner(_ home: Home) -> Set<String> {
        guard let ours = home.ours, let partner = home.partner else { return [] }
        return Set(subject.marks(of: partner, in: ours))
    }

    /// The words that the person has kept for themselves.
    public func keptWords(_ id: String, _ home: Home) -> String {
        home.mine.reflections(of: home.me, about: subject.name(id)).last?.fields.text ?? ""
    }

    /// The words that somebody has shown.
    public func sharedWords(_ id: String, of account: Identifier?, _ home: Home) -> String {
        guard let account, let ours = home.ours else { return "" }
        return ours.reflections(of: account, about: subject.name(id)).last?.fields.text ?? ""
    }

    /// Whether the words that somebody shows took the place of others that the person who looks had, or may have had.
    public func isChanged(_ id: String, of account: Identifier?, _ home: Home) -> Bool {
        guard let account, let ours = home.ours else { return false }
        let first = ours.reflections(of: account, about: subject.name(id)).last?.fields.instead
        return ours.isKnown(first, to: home.me, by: account)
    }

    /// The words in the field: typed, or else kept.
    public func words(_ id: String, _ home: Home) -> String { drafts[id] ?? keptWords(id, home) }

    /// The field for words about a sign or cause.
    public func field(_ id: String, _ home: Home) -> Composing {
        let text = words(id, home)
        return composing.id == "words-" + id && composing.text == text
            ? composing : Composing(id: "words-" + id, text: text)
    }

    // MARK: What happens

    /// Does what the person wants.
    public mutating func update(_ action: Noted, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World) {
        switch action {
        case .toggled(let id): open = open == id ? nil : id
        case .marked(let id): home.write(subject.marked(id), &world)
        case .unmarked(let id):
            if sharedByMe(home).contains(id) { takeBack(id, &home, &world) }
            home.write(subject.unmarked(id), &world)
        case .composing(let id, let action):
            if compose(id, action, occurrence, &home, &world) { share(id, withWords: true, &home, &world) }
        case .wordsKept(let id):
            if keepWords(id, &home, &world) { world.tell(.wordsKept) }
        case .shared(let id, let withWords):
            guard !withWords || compose(id, .sent, occurrence, &home, &world) else { return }
            share(id, withWords: withWords, &home, &world)
        case .takenBack(let id):
            takeBack(id, &home, &world)
            world.tell(.takenBack)
        }
    }

    /// Writes about a sign or cause.
    ///
    /// - Returns: whether the words are to be shared now.
    private mutating func compose(
        _ id: String, _ action: Composing.Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World
    ) -> Bool {
        composing = field(id, home)
        let isSent = composing.update(action, occurrence, &home, &world)
        if composing.text != words(id, home) { drafts[id] = composing.text }
        return isSent
    }

    private mutating func share(_ id: String, withWords: Bool, _ home: inout Home, _ world: inout World) {
        guard home.hasPartnerNow else { return }
        keepWords(id, &home, &world)
        if !mine(home).contains(id) { home.write(subject.marked(id), &world) }
        let text = withWords ? keptWords(id, home) : ""
        let before = shownReflections(id, home)
        if !text.isEmpty, text != before.last?.fields.text {
            let words = ReflectionWritten(about: subject.name(id), text: text, instead: before.last?.entry)
            home.share(.reflectionWritten(words), &world)
            for said in before { home.takeBack(said.entry, &world) }
        }
        home.share(subject.marked(id), &world)
        world.tell(.shown(subject, id))
    }

    /// Keeps what was typed, for the person alone; false when nothing was.
    @discardableResult
    private mutating func keepWords(_ id: String, _ home: inout Home, _ world: inout World) -> Bool {
        guard let draft = drafts.removeValue(forKey: id), draft != keptWords(id, home) else { return false }
        let before = home.mine.reflections(of: home.me, about: subject.name(id))
        home.write(
            .reflectionWritten(ReflectionWritten(about: subject.name(id), text: draft)), &world)
        for said in before { home.takeBack(said.entry, &world) }
        return true
    }

    /// What of the person's words stands before the other, or still lies there.
    private func shownReflections(_ id: String, _ home: Home) -> [Said<ReflectionWritten>] {
        (home.ours?.reflections(of: home.me, about: subject.name(id)) ?? []).filter { !$0.fields.text.isEmpty }
    }

    private func takeBack(_ id: String, _ home: inout Home, _ world: inout World) {
        guard home.hasPartnerNow, sharedByMe(home).contains(id) else { return }
        let before = shownReflections(id, home)
        if !before.isEmpty {
            // For versions that know of no other way to take words back.
            home.share(.reflectionWritten(ReflectionWritten(about: subject.name(id), text: "")), &world)
            for said in before { home.takeBack(said.entry, &world) }
        }
        home.share(subject.unmarked(id), &world)
    }
}
