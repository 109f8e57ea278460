import Bytes
import Closeness
import Ledger
import Library
import Wire

// What may be put before the person. Lists that one looks through are the same for everybody.

extension Home {
    /// The setting's name says nothing about why somebody has it.
    public static let companySetting = "company"

    /// Whether only what is safe for somebody afraid of their partner is put before the person (``SafeWhenAfraid``): because they chose
    /// it, or because the place of the two was left. What is safe is for oneself alone, and so nothing of it takes the other for
    /// granted.
    public var suggestsAlone: Bool { choseSafe || isParted }

    /// Whether either of the two has left, and the person has made no other place since.
    public var isParted: Bool {
        var isParted = false
        for space in spaces where space.record.kind == .shared {
            if space.record.state == .open { return false }
            if space.record.members.count > 1 { isParted = true }
        }
        return isParted
    }

    /// Whether the person chose that only what is safe for somebody afraid of their partner is put before them.
    ///
    /// The other must not be able to tell. So this is kept in the private space, in an entry as long as any short one; it takes
    /// nothing out of what is exchanged with the other but earlier wishes for other practices (``ProposalRound/offered``), where
    /// missing means no more than "not now" or "not looked at"; and no request is made, left out or moved in time for it. Whoever
    /// looks at the person's screen must not be able to tell either: every list that one looks through stays whole, and where
    /// something isn't put forward, something safe or plain stands in its place.
    public var choseSafe: Bool { mine.setting(Self.companySetting) == "one" }

    /// Whether a text may be put before the person.
    public func suggests(_ text: some SafeWhenAfraid) -> Bool { !suggestsAlone || text.isSafeWhenAfraid }

    /// These texts as they may be put before the person: where some must be left out, others that are safe stand in for them, so
    /// that the list is as long as anybody's.
    ///
    /// - Parameters:
    ///   - all: what the others are taken from.
    ///   - count: how many there are to be for somebody to whom not everything is suggested; nil for as many as the texts.
    ///   - subject: the id of what leads to them. The same one always leads to the same.
    public func suggested<Text: SafeWhenAfraid>(
        _ texts: [Text], from all: [Text], count: Int? = nil, for subject: String
    ) -> [Text] {
        guard suggestsAlone else { return texts }
        var suggested = texts.filter { $0.isSafeWhenAfraid }
        let others = all.filter { other in other.isSafeWhenAfraid && !suggested.contains { $0.id == other.id } }
        guard !others.isEmpty else { return suggested }
        let start = Int(privateSeed(0).value(for: subject) % UInt64(others.count))
        for place in 0..<others.count where suggested.count < count ?? texts.count {
            suggested.append(others[(start + place) % others.count])
        }
        return suggested
    }

    /// What chooses for the person alone: nobody else's device can work it out.
    func privateSeed(_ number: Int) -> Seed { Seed(space: privateSpace?.record.id.bytes ?? [], number: number) }

    /// Whether a wish was made since only what is safe is put before the person. It was asked for by nobody, so it counts as
    /// anybody's does.
    func isWishedSince(_ milliseconds: Int64) -> Bool {
        mine.settingSaid(Self.companySetting).map { $0.milliseconds < milliseconds } ?? true
    }

    /// Keeps, for the person alone, whether only what is safe for somebody afraid is put before them.
    mutating func suggestAlone(_ isWanted: Bool, _ world: inout World) {
        guard isWanted != choseSafe else { return }
        write(.settingSet(SettingSet(key: Self.companySetting, value: isWanted ? "one" : "two")), &world)
    }
}
