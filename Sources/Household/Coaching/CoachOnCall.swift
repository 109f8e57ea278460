import Coach
import Ledger

/// The coach as this open page has it. Its data is fetched when somebody first asks for it; what is written never leaves the device
/// for it, and nothing of what it says is kept.
public struct CoachOnCall {
    /// What the coach says of one text.
    public struct Counsel {
        /// The text.
        public let text: String
        /// How it reads.
        public let reading: MessageReading
        /// Other ways to say it, the best first.
        public let offers: [Offer]
    }

    /// The coach; nil until its data is here.
    public private(set) var coach: Coach?
    /// Whether its data could not be had.
    public private(set) var isOutOfReach = false
    /// Words that somebody wants to say in the next conversation.
    public var carried = ""

    private var isComing = false
    /// The texts read last, for the few fields that can be on the page at once.
    private var counsel: [Counsel] = []
    /// Texts to be read once the coach is here.
    private var awaited: [String] = []
    /// What the texts watched last tell of.
    private var watched: [(text: String, harm: Harm?)] = []
    /// A text to be watched once the coach is here.
    private var unwatched: String?

    /// Where its data is.
    public static let path = "/coach-en.bin"
    /// How many texts are remembered.
    private static let memory = 6

    /// Asks for the coach, unless it is here or on its way.
    public mutating func call(_ world: inout World) {
        guard coach == nil, !isComing else { return }
        isComing = true
        isOutOfReach = false
        world.perform(.file(path: Self.path)) { .coachFetched($0) }
    }

    /// Takes in the coach's data, and reads what has waited for it.
    public mutating func receive(_ outcome: Outcome<[UInt8]>) {
        isComing = false
        if case .success(let bytes) = outcome { coach = try? Coach(model: bytes) }
        isOutOfReach = coach == nil
        if coach != nil {
            for text in awaited { read(text) }
            if let unwatched { watch(unwatched) }
        }
        awaited = []
        unwatched = nil
    }

    /// Reads a text now, or as soon as the coach is here.
    public mutating func read(_ text: String, _ world: inout World) {
        guard !text.trimmed.isEmpty else { return call(&world) }
        if coach == nil {
            if !awaited.contains(text) { awaited = [text] + awaited.prefix(Self.memory - 1) }
            call(&world)
        } else {
            read(text)
        }
    }

    /// Looks whether a text tells of harm, now or as soon as the coach is here. In every field, also of those who don't want the
    /// coach: whoever is in danger finds the way to help wherever they write of it. Nothing of it is kept or sent.
    public mutating func watch(_ text: String, _ world: inout World) {
        guard !text.trimmed.isEmpty else { return }
        if coach == nil {
            unwatched = text
            call(&world)
        } else {
            watch(text)
        }
    }

    /// What a text tells of, when somebody in it is in danger or is one; nil too while the coach isn't here.
    public func harm(in text: String) -> Harm? {
        if let known = watched.first(where: { $0.text == text }) { return known.harm }
        return text.trimmed.isEmpty ? nil : coach?.harm(in: text)
    }

    private mutating func watch(_ text: String) {
        guard let coach, !watched.contains(where: { $0.text == text }) else { return }
        watched = [(text, coach.harm(in: text))] + watched.prefix(Self.memory - 1)
    }

    /// What the coach said of a text; nil when it hasn't read it.
    public func counsel(on text: String) -> Counsel? { counsel.first { $0.text == text } }

    private mutating func read(_ text: String) {
        guard let coach, counsel(on: text) == nil else { return }
        let reading = coach.read(text)
        let offers = coach.offers(for: text, reading: reading)
        counsel = [Counsel(text: text, reading: reading, offers: offers)] + counsel.prefix(Self.memory - 1)
    }
}

extension Home {
    /// The name of the setting that says whether the coach reads along; "on" or "off".
    private static let coachSetting = "coach"

    /// Whether the person has said that the coach is to read along, or not to; nil when they never did.
    public var wantsCoach: Bool? { mine.setting(Self.coachSetting).map { $0 == "on" } }

    /// Keeps, for the person alone, whether the coach reads along.
    public mutating func wantCoach(_ isWanted: Bool, _ world: inout World) {
        write(.settingSet(SettingSet(key: Self.coachSetting, value: isWanted ? "on" : "off")), &world)
    }
}
