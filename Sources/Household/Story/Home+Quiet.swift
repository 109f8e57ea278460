import Ledger

// Thanks can be used to press. So one can have the other's wait in the jar, unread, until one looks. It is a setting of one's own,
// like any other: the other's devices learn nothing of it, and what they write arrives and is kept as ever.

extension Home {
    private static let quietSetting = "thanks"

    /// Since when the other's thanks wait in the jar, in milliseconds since 1970; nil while they are shown as they come.
    public var thanksWaitSince: Int64? {
        guard let said = mine.settingSaid(Self.quietSetting), said.fields.value == "wait" else { return nil }
        return said.milliseconds
    }

    /// Has the other's thanks wait, or shows them as they come.
    public mutating func letThanksWait(_ isWanted: Bool, _ world: inout World) {
        guard isWanted != (thanksWaitSince != nil) else { return }
        write(.settingSet(SettingSet(key: Self.quietSetting, value: isWanted ? "wait" : "come")), &world)
    }
}
