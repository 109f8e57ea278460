import Bytes
import Ledger
import Wire

/// Whether two people have compared their number.
public enum Comparison: Equatable, Sendable {
    /// There is nobody to compare it with.
    case alone
    /// Not yet, or not as it is made now.
    case due
    /// They have, and it is still the same.
    case done
    /// They have, and a key has changed since, so that it is another.
    case changed
}

// Whether the number was compared is kept in the private space, for all of a person's devices: for which keys, so that it holds for
// no others.

extension Home {
    private static func comparedSetting(_ space: Identifier) -> String { "compared/" + space.text }

    /// Whether the number of the shared space was compared.
    public var comparison: Comparison {
        guard let space = sharedRecord, space.state == .open,
            let other = space.members.first(where: { $0.account != me })?.introduction
        else { return .alone }
        guard let compared = mine.setting(Self.comparedSetting(space.id)) else { return .due }
        return compared == keys(with: card(of: other, in: space.id)) ? .done : .changed
    }

    /// Keeps that the number was found to be the same, on both sides, by whoever compared it.
    public mutating func noteCompared(with theirs: Card, in space: Identifier, _ world: inout World) {
        guard let keys = keys(with: theirs), mine.setting(Self.comparedSetting(space)) != keys else { return }
        write(.settingSet(SettingSet(key: Self.comparedSetting(space), value: keys)), &world)
    }

    /// Whose keys a number is of.
    private func keys(with theirs: Card) -> String? {
        (try? Card(account: me, signingPublic: account.signingPublic)).map { Base64URL.encode($0.bytes + theirs.bytes) }
    }
}
