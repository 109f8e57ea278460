import Bytes
import Ledger

/// Offering a time to lay phones down, saying yes to one, and ending one.
public struct ScreenFreePlanning {
    /// What a person can do, as facts.
    public enum Action: Equatable, Sendable {
        /// A day of the week is among them from now on, or no more.
        case dayPressed(Int)
        case fromTyped, untilTyped
        case offered
        case agreed(Identifier)
        case putAside(Identifier)
        case takenBack(Identifier)
        case ended(Identifier)
        /// One that was ended a moment ago goes on.
        case resumed(Identifier)
    }

    /// The days of the week, 1 (Monday) … 7 (Sunday), in their order.
    public private(set) var days: [Int] = []
    /// When it begins and is over, in minutes of the day; nil for what is no time.
    public private(set) var from: Int? = 20 * 60
    /// When it is over.
    public private(set) var until: Int? = 21 * 60

    /// Nothing chosen yet.
    public init() {}

    /// What would be offered; nil while something is missing.
    public var offer: ScreenFreeOffered? {
        guard let from, let until, from != until, !days.isEmpty else { return nil }
        return ScreenFreeOffered(days: days, from: from, until: until)
    }

    /// Does what the person wants.
    public mutating func update(
        _ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World
    ) {
        switch action {
        case .dayPressed(let day):
            if days.contains(day) { days.removeAll { $0 == day } } else { days = (days + [day]).sorted() }
        case .fromTyped: from = ClockTime.minute(occurrence.text)
        case .untilTyped: until = ClockTime.minute(occurrence.text)
        case .offered:
            guard home.hasPartnerNow, let offer, let entry = home.write(.screenFreeOffered(offer), &world) else {
                return
            }
            days = []
            world.tell(.screenFreeOffered(entry))
        case .agreed(let entry):
            guard let time = home.screenFree(entry), time.standing == .offered, time.offered.author != home.me else {
                return
            }
            home.write(.screenFreeAgreed(ScreenFreeMark(time: entry)), &world)
            world.tell(.screenFreeAgreed)
        case .putAside(let entry): if let time = home.screenFree(entry) { home.putAside(time, &world) }
        case .takenBack(let entry):
            guard home.screenFree(entry)?.standing == .offered else { return }
            home.takeBack(entry, &world)
            world.tell(.wordTakenBack)
        case .ended(let entry):
            guard home.screenFree(entry)?.standing == .agreed else { return }
            home.write(.screenFreeEnded(ScreenFreeMark(time: entry)), &world)
            world.tell(.screenFreeEnded(entry))
        case .resumed(let entry):
            // It was the person's own word; the other's stands as it is.
            guard home.screenFree(entry) != nil else { return }
            home.write(.screenFreeAgreed(ScreenFreeMark(time: entry)), &world)
        }
    }
}
