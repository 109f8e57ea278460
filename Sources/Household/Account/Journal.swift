import Bytes
import Closeness
import Coach
import Ledger
import Library

/// The journal: pages that one person writes for themselves, by day.
public struct Journal {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case typed, kept
        /// A question to begin with, or another one; it goes again.
        case promptWanted, promptDropped
        /// Questions of a theme alone; the chosen one again for any.
        case themeChosen(JournalPrompt.Theme)
        /// Feelings are shown to choose from, or no more.
        case feelingsOpened
        /// The words of a family are shown; the open one again for none.
        case familyChosen(String)
        /// A feeling is felt, or isn't.
        case feelingChosen(String)
        /// The page becomes a note of what set the person off, or one like any other.
        case triggerWanted(Bool)
        case didTyped, wishTyped
        case removalAsked(Identifier), removalDropped, removed(Identifier)
        /// The page is for yesterday, or for today after all.
        case yesterdayWanted(Bool)
        /// To say a page anew; it stays as it is.
        case changeWanted(Identifier), changeDropped
        case olderWanted, newestWanted
        /// To a page that was looked for. Works from any page.
        case came(Identifier)
    }

    /// A part of a page that is kept as a draft beside its text.
    public enum DraftPart: String, CaseIterable, Sendable {
        case prompt, feelings, did, wish, day, changing
    }

    /// How many pages are shown at first, and how many more at a time.
    static let pagesShown = 20
    /// A question that stands over one of so many last pages isn't asked again.
    private static let pagesRemembered = 30

    /// The page being written; of what set the person off, what happened.
    public var draft = ""
    /// The question that the page begins with; nil for none.
    public private(set) var prompt: String?
    /// What questions are to be about; nil for anything.
    public private(set) var theme: JournalPrompt.Theme?
    /// The feelings that were chosen, in that order.
    public private(set) var feelings: [String] = []
    /// Whether feelings are shown to choose from.
    public private(set) var isNamingFeelings = false
    /// The family whose words are shown.
    public private(set) var family: String?
    /// What else is noted of something that set the person off; nil while the page isn't about that.
    public private(set) var trigger: JournalWritten.Trigger?
    /// The day that the page is of; nil for today.
    public private(set) var day: Day?
    /// The page that is being said anew.
    public private(set) var changing: Identifier?
    /// The page that is about to be taken out.
    public private(set) var asked: Identifier?
    /// How many pages are shown.
    public private(set) var shown = Self.pagesShown
    /// How many newer ones are passed over, when one that was looked for is older.
    public private(set) var skipped = 0

    /// Nothing done yet.
    public init() {}

    /// How long the page, or of a note of three parts each part, may be.
    public var limit: Int { trigger == nil ? TextLimit.long : TextLimit.part }
    /// By how many characters the draft is too long.
    public var excess: Int { draft.excess(over: limit) }
    /// All words that stand in the fields, for whoever reads along for harm.
    public var words: String {
        [draft, trigger?.did ?? "", trigger?.wish ?? ""].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
    /// Whether there is nothing that could be kept.
    public var isEmpty: Bool { words.trimmed.isEmpty && feelings.isEmpty }

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World) {
        switch action {
        case .typed:
            draft = occurrence.text
            home.coach.watch(words, &world)
        case .didTyped:
            trigger?.did = occurrence.text
            home.coach.watch(words, &world)
        case .wishTyped:
            trigger?.wish = occurrence.text
            home.coach.watch(words, &world)
        case .kept: keep(&home, &world)
        case .promptWanted: prompt = fresh(home, &world)?.text ?? prompt
        case .promptDropped:
            prompt = nil
            world.perform(.focus("page"))
        case .themeChosen(let theme):
            self.theme = self.theme == theme ? nil : theme
            prompt = fresh(home, &world)?.text ?? prompt
        case .feelingsOpened:
            isNamingFeelings.toggle()
            family = nil
            // The words are the coach's.
            if isNamingFeelings { home.coach.call(&world) }
        case .familyChosen(let family): self.family = self.family == family ? nil : family
        case .feelingChosen(let feeling): choose(feeling)
        case .triggerWanted(let isWanted):
            if isWanted {
                trigger = trigger ?? JournalWritten.Trigger()
                prompt = nil
            } else {
                // Nothing that was written is lost.
                draft = words
                trigger = nil
            }
            world.perform(.focus("page"))
        case .removalAsked(let page):
            asked = page
            world.perform(.focus("remove"))
        case .removalDropped: asked = nil
        case .removed(let page):
            asked = nil
            home.write(.journalRemoved(EntryRemoved(entry: page)), &world)
            world.tell(.pageRemoved)
            world.perform(.focus("main"))
        case .yesterdayWanted(let isWanted):
            day = isWanted ? home.today(world).advanced(by: -1) : nil
            world.perform(.focus("page"))
        case .changeWanted(let page): change(page, home, &world)
        case .changeDropped:
            clear()
            world.perform(.focus("main"))
        case .olderWanted: shown += Self.pagesShown
        case .newestWanted:
            skipped = 0
            world.turnPage(to: "main")
        case .came(let page):
            let pages = home.mine.journal(of: home.me)
            guard let index = pages.lastIndex(where: { home.mine.log.id(at: $0) == page }) else { return }
            // Some of those that were written after it stand above it.
            skipped = max(0, pages.count - index - Self.pagesShown / 2)
            shown = Self.pagesShown
            world.tell(.pageSought(page))
        }
    }

    private mutating func choose(_ feeling: String) {
        if let index = feelings.firstIndex(of: feeling) {
            feelings.remove(at: index)
        } else if feelings.count < JournalWritten.mostFeelings {
            feelings.append(feeling)
        }
    }

    /// A question that the person hasn't met lately, by chance.
    private func fresh(_ home: Home, _ world: inout World) -> JournalPrompt? {
        let all = home.catalogue.prompts
        let meant = home.suggested(
            all.filter { theme == nil || $0.theme == theme }, from: all, for: "journal/" + (theme?.rawValue ?? ""))
        let met = home.mine.journal(of: home.me).suffix(Self.pagesRemembered).compactMap {
            home.mine.journalPage(at: $0)?.fields.prompt
        }
        let unmet = meant.filter { $0.text != prompt && !met.contains($0.text) }
        let choice = unmet.isEmpty ? meant.filter { $0.text != prompt } : unmet
        return choice.isEmpty ? nil : choice[world.random.below(choice.count)]
    }

    private mutating func keep(_ home: inout Home, _ world: inout World) {
        let (did, wish) = (trigger?.did.trimmed ?? "", trigger?.wish.trimmed ?? "")
        guard !isEmpty, excess == 0 else { return world.perform(.focus("page")) }
        guard did.excess(over: TextLimit.part) == 0 else { return world.perform(.focus("did")) }
        guard wish.excess(over: TextLimit.part) == 0 else { return world.perform(.focus("wish")) }
        let page = JournalWritten(
            text: draft.trimmed, prompt: prompt, feelings: feelings,
            trigger: trigger == nil ? nil : JournalWritten.Trigger(did: did, wish: wish), day: day)
        guard home.write(.journalWritten(page), &world) != nil else { return }
        // Nobody else has read it: what stood there goes without a trace.
        if let changing { home.write(.journalRemoved(EntryRemoved(entry: changing)), &world) }
        clear()
        skipped = 0
        world.tell(.pageKept)
    }

    /// Takes a page up to say it anew. What is being written is kept or cleared first.
    private mutating func change(_ page: Identifier, _ home: Home, _ world: inout World) {
        guard isEmpty, let position = home.mine.log.position(of: page), let said = home.mine.journalPage(at: position)
        else { return world.perform(.focus("page")) }
        draft = said.fields.text
        prompt = said.fields.prompt
        feelings = said.fields.feelings
        trigger = said.fields.trigger
        day = said.fields.day ?? world.day(of: said)
        changing = page
        world.perform(.focus("page"))
    }

    /// Begins a new page.
    private mutating func clear() {
        draft = ""
        day = nil
        changing = nil
        prompt = nil
        feelings = []
        isNamingFeelings = false
        family = nil
        trigger = nil
    }

    // MARK: Drafts

    /// What is kept of a page that isn't finished, beside its text; empty where there is nothing.
    public func kept(_ part: DraftPart) -> String {
        switch part {
        case .prompt: prompt ?? ""
        case .feelings: feelings.joined(separator: "\n")
        case .did: trigger?.did ?? ""
        case .wish: trigger?.wish ?? ""
        case .day: day?.text ?? ""
        case .changing: changing?.text ?? ""
        }
    }

    /// Takes up what this device kept of a page that wasn't finished.
    public mutating func resume(_ part: DraftPart, _ text: String) {
        switch part {
        case .prompt: prompt = text
        case .feelings: feelings = text.split(separator: "\n").map(String.init)
        case .did: trigger = JournalWritten.Trigger(did: text, wish: trigger?.wish ?? "")
        case .wish: trigger = JournalWritten.Trigger(did: trigger?.did ?? "", wish: text)
        case .day: day = Day(text: text)
        case .changing: changing = Identifier(text: text)
        }
    }

    // MARK: Reading

    /// The newest pages, newest first, by the day of the place where each was written.
    public func days(_ home: Home, _ world: World) -> [(day: Day, pages: [Said<JournalWritten>])] {
        var days: [(day: Day, pages: [Said<JournalWritten>])] = []
        for position in home.mine.journal(of: home.me).dropLast(skipped).suffix(shown).reversed() {
            guard let page = home.mine.journalPage(at: position) else { continue }
            let day = page.fields.day ?? world.day(of: page)
            // Whoever flies west can have a day twice.
            if let index = days.lastIndex(where: { $0.day == day }) {
                days[index].pages.append(page)
            } else {
                days.append((day, [page]))
            }
        }
        return days.sorted { $0.day > $1.day }
    }
}

extension SentenceVocabulary {
    /// Feelings that one can have for oneself, by their families: without those that are said to somebody.
    public var ownFeelings: [(family: String, names: [String])] {
        var families: [(family: String, names: [String])] = []
        for feeling in feelings where !feeling.name.split(separator: " ").contains("you") {
            if families.last?.family == feeling.family {
                families[families.count - 1].names.append(feeling.name)
            } else {
                families.append((feeling.family, [feeling.name]))
            }
        }
        return families
    }
}
