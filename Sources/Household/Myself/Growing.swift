import Bytes
import Ledger

/// Care of oneself, and what one is growing in: private, and shown to the other by one tap where one wants to be backed.
public struct Growing {
    /// What a person can do, as facts.
    public enum Action: Equatable, Sendable {
        /// Something was done for oneself today, or wasn't.
        case cared(SelfCare)
        case composing(Composing.Action), stepping(Composing.Action)
        /// What can be done about one is shown, or no more.
        case opened(Identifier)
        case changeWanted
        case changing(Composing.Action), changingStep(Composing.Action)
        case closed
        /// It goes from the page.
        case letBe
        /// The other may read it, or may no more.
        case shown(Identifier), hidden(Identifier)
        /// To stand by what the other shows, or no more.
        case backed(Identifier), backingTakenBack(Identifier)
        /// What was said a moment ago is taken back.
        case undone(Identifier)
    }

    /// What is being put into words.
    public private(set) var text = Composing(id: "growth", limit: TextLimit.line)
    /// Its next step.
    public private(set) var step = Composing(id: "growth-step", limit: TextLimit.line)
    /// The entry of the one that is looked at.
    public private(set) var entry: Identifier?
    /// Whether its words are being changed.
    public private(set) var isChanging = false
    /// Its words as they are to be.
    public private(set) var words = Composing(id: "growth-words", limit: TextLimit.line)
    /// Its next step as it is to be.
    public private(set) var stepWords = Composing(id: "growth-step-words", limit: TextLimit.line)

    /// Nothing typed yet.
    public init() {}

    /// Takes up what this device kept of one that was being put into words.
    public mutating func resume(text words: String) { text = text.resumed(words) }

    /// Takes up what this device kept of its next step.
    public mutating func resume(step words: String) { step = step.resumed(words) }

    /// Does what the person wants.
    public mutating func update(
        _ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World
    ) {
        switch action {
        case .cared(let kind): home.noteCare(kind, &world)
        case .composing(let action):
            guard text.update(action, occurrence, &home, &world) else { return }
            keep(&home, &world)
        case .stepping(let action): _ = step.update(action, occurrence, &home, &world)
        case .opened(let entry):
            if self.entry == entry { return close() }
            close()
            self.entry = entry
        case .changeWanted:
            guard let growth = looked(home) else { return }
            isChanging = true
            words = words.resumed(growth.fields.text)
            stepWords = stepWords.resumed(growth.fields.step ?? "")
            world.perform(.focus(words.id))
        case .changing(let action):
            guard words.update(action, occurrence, &home, &world) else { return }
            change(&home, &world)
        case .changingStep(let action): _ = stepWords.update(action, occurrence, &home, &world)
        case .closed: close()
        case .letBe:
            guard let growth = looked(home) else { return }
            close()
            if let shown = home.shown(growth) { home.takeBack(shown.entry, &world) }
            home.takeBack(growth.entry, &world)
            world.tell(.growthGone)
        case .shown(let entry): show(entry, &home, &world)
        case .hidden(let entry):
            guard let growth = home.growth(entry), let shown = home.shown(growth) else { return }
            close()
            home.takeBack(shown.entry, &world)
            var fields = growth.fields
            fields.shown = nil
            home.change(entry, to: .growthNoted(fields), &world)
            world.tell(.growthHidden)
        case .backed(let growth):
            guard home.canBack(growth), let entry = home.write(.growthBacked(GrowthBacked(growth: growth)), &world)
            else { return }
            world.tell(.growthBacked(entry))
        case .backingTakenBack(let growth):
            guard let backing = home.ours?.backing(of: growth, by: home.me) else { return }
            home.takeBack(backing, &world)
            world.tell(.wordTakenBack)
        case .undone(let entry):
            guard home.mayTakeBack(entry) else { return }
            if let growth = home.growth(entry)?.fields, text.isEmpty {
                text = text.resumed(growth.text)
                step = step.resumed(growth.step ?? "")
            }
            home.takeBack(entry, &world)
            world.tell(.wordTakenBack)
        }
    }

    private func looked(_ home: Home) -> Said<GrowthNoted>? { entry.flatMap { home.growth($0) } }

    private mutating func close() {
        entry = nil
        isChanging = false
        words.clear()
        stepWords.clear()
    }

    private mutating func keep(_ home: inout Home, _ world: inout World) {
        guard step.excess == 0 else { return world.perform(.focus(step.id)) }
        let noted = GrowthNoted(
            growth: world.random.identifier(), text: text.text.trimmed, step: step.isEmpty ? nil : step.text.trimmed)
        guard let entry = home.write(.growthNoted(noted), &world) else { return }
        text.clear()
        step.clear()
        world.tell(.growthKept(entry))
    }

    /// Says one anew, for the other too where they may read it.
    private mutating func change(_ home: inout Home, _ world: inout World) {
        guard stepWords.excess == 0 else { return world.perform(.focus(stepWords.id)) }
        guard let growth = looked(home) else { return }
        var fields = growth.fields
        fields.text = words.text.trimmed
        fields.step = stepWords.isEmpty ? nil : stepWords.text.trimmed
        close()
        guard fields != growth.fields else { return }
        if let shown = home.shown(growth) {
            home.change(
                shown.entry,
                to: .growthShown(GrowthShown(growth: shown.fields.growth, text: fields.text, step: fields.step)), &world
            )
        }
        home.change(growth.entry, to: .growthNoted(fields), &world)
        world.tell(.growthChanged)
    }

    /// Lets the other read one. It gets an id of its own, so that nothing tells of an earlier time.
    private mutating func show(_ entry: Identifier, _ home: inout Home, _ world: inout World) {
        guard let growth = home.growth(entry), home.canShow(growth) else { return }
        close()
        var fields = growth.fields
        let shown = GrowthShown(growth: world.random.identifier(), text: fields.text, step: fields.step)
        guard home.write(.growthShown(shown), &world) != nil else { return }
        fields.shown = shown.growth
        home.change(entry, to: .growthNoted(fields), &world)
        world.tell(.growthShown)
    }
}

extension Home {
    /// What the person is growing in, the latest first.
    public var growths: [Said<GrowthNoted>] { mine.growths(of: me).reversed() }

    /// One of them by its entry.
    func growth(_ entry: Identifier) -> Said<GrowthNoted>? { mine.growths(of: me).first { $0.entry == entry } }

    /// What the other reads of one; nil when they don't.
    public func shown(_ growth: Said<GrowthNoted>) -> Said<GrowthShown>? {
        guard let id = growth.fields.shown else { return nil }
        return ours?.growthsShown(of: me).first { $0.fields.growth == id }
    }

    /// Whether one can be shown to the other, and isn't.
    public func canShow(_ growth: Said<GrowthNoted>) -> Bool { hasPartnerNow && shown(growth) == nil }

    /// Whether the other stands by what they were shown.
    public func isBacked(_ shown: Said<GrowthShown>) -> Bool {
        partner.flatMap { ours?.backing(of: shown.fields.growth, by: $0) } != nil
    }

    /// What the other shows the person of what they are growing in, the latest first.
    public var growthsOfPartner: [Said<GrowthShown>] {
        guard hasPartnerNow, let partner, let ours else { return [] }
        return ours.growthsShown(of: partner).reversed()
    }

    /// Whether the person can say that they stand by something that the other shows.
    public func canBack(_ growth: Identifier) -> Bool {
        growthsOfPartner.contains { $0.fields.growth == growth } && ours?.backing(of: growth, by: me) == nil
    }
}
