import Closeness
import Ledger
import Library

// What may be suggested to the person.

extension Home {
    /// The setting's name says nothing about why somebody has it.
    public static let companySetting = "company"

    /// Whether only what one person does alone and for themselves is suggested to the person (``Practice/isForOneself``).
    ///
    /// The other must not be able to tell. So this is kept in the private space, in an entry as long as any short one; it takes
    /// nothing out of what is exchanged with the other but wishes for other practices (``ProposalRound/offered``), where
    /// missing means no more than "not now" or "not looked at"; and no request is made, left out or moved in time for it.
    public var suggestsAlone: Bool { mine.setting(Self.companySetting) == "one" }

    /// Whether a practice may be suggested to the person.
    public func suggests(_ practice: String) -> Bool {
        !suggestsAlone || catalogue.practice(practice)?.isForOneself == true
    }

    /// Keeps, for the person alone, whether only what one person does alone is suggested.
    mutating func suggestAlone(_ isWanted: Bool, _ world: inout World) {
        guard isWanted != suggestsAlone else { return }
        write(.settingSet(SettingSet(key: Self.companySetting, value: isWanted ? "one" : "two")), &world)
    }
}
