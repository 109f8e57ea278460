import Bytes
import Ledger

// Reports of both: what was asked, what was said yes to, and what may therefore be in one.

extension Home {
    /// For how many days something that was asked stands.
    private static let askedDays = 21
    /// For how many days nothing more is put before somebody who has put one such question aside.
    private static let quietDays = 28
    private static let asideKey = "report/aside"

    /// Whether it is still spoken of: for so long since it was asked, said yes to, or made.
    private func stands(_ report: SharedReport, _ world: World) -> Bool {
        let last = report.made ?? report.agreed?.milliseconds ?? report.asked.milliseconds
        return days(since: last, world) < Self.askedDays
    }

    /// What the person has asked the other, and hasn't taken back: the last of it, as long as it stands.
    public func askedReport(_ world: World) -> SharedReport? {
        guard hasPartnerNow, let last = ours?.reports(askedBy: me).last else { return nil }
        return stands(last, world) ? last : nil
    }

    /// What the other has asked the person, as long as it stands: the last of it.
    public func reportAskedByPartner(_ world: World) -> SharedReport? {
        guard hasPartnerNow, let partner,
            let last = ours?.reports(askedBy: partner).last(where: { age(of: $0.asked.milliseconds, world) != nil })
        else { return nil }
        return stands(last, world) ? last : nil
    }

    /// The same while it is put before the person by itself: not once they have said yes or put it aside, which nobody else learns, and
    /// never before somebody who is afraid of the other.
    public func reportToLookAt(_ world: World) -> SharedReport? {
        guard !suggestsAlone, let report = reportAskedByPartner(world), report.agreed == nil else { return nil }
        if let aside = mine.settingSaid(Self.asideKey) {
            let since = world.day(of: aside).number
            if world.day(at: report.asked.milliseconds).number - since < Self.quietDays { return nil }
        }
        return report
    }

    /// Puts what the other has asked aside, and with it whatever they ask in the weeks to come. It still stands on the report's page.
    mutating func putReportsAside(_ world: inout World) {
        write(.settingSet(SettingSet(key: Self.asideKey, value: today(world).text)), &world)
    }

    /// What of the person's would be in a report that the other has asked for.
    public func reportedOfMe(_ report: SharedReport, _ world: World) -> ReportContent {
        let subjects = report.asked.fields.items.compactMap { ReportSubject(name: $0) }
        return ReportContent(toldOf: me, subjects, self, until: report.asked.fields.until, world)
    }

    /// Whether what somebody was asked about is still what it was when they were asked, as this phone knows it.
    func isUnchanged(_ report: SharedReport, of account: Identifier) -> Bool {
        let subjects = report.asked.fields.items.compactMap { ReportSubject(name: $0) }
        guard subjects.count == report.asked.fields.items.count else { return false }
        let digest = reportDigest(subjects, of: account, until: report.asked.fields.until)
        return digest == report.asked.fields.digest
    }

    /// Whether the other can say yes on this phone: what it shows them is what was asked about.
    public func canAgree(to report: SharedReport) -> Bool { isUnchanged(report, of: me) }

    /// Whether what the other said yes to may be in the report: they have, and nothing of it has changed since.
    public func mayUseTheirs(in report: SharedReport) -> Bool {
        guard let partner, report.agreed?.author == partner else { return false }
        return isUnchanged(report, of: partner)
    }
}
