import Bytes
import HouseholdTestSupport
import Testing
import Wire

@testable import Household

/// Somebody who saw the passphrase once comes in from a device of their own.
@Suite("Whoever comes into the account by another way is told of once")
struct WaysInTests {
    private let relay: SmallRelay
    private var phone: Device

    init() throws {
        var account = Sample.account()
        account.recoveryMark = Sample.bytes(KeyLength.nonce, of: 1)
        relay = SmallRelay(account)
        relay.sessions = [Self.session(1, isThis: true), Self.session(2)]
        phone = try Device(account, relay)
    }

    private static func session(_ byte: UInt8, isThis: Bool = false) -> SessionRecord {
        SessionRecord(id: Sample.id(byte), made: 0, lastUse: 86_400_000, isThis: isThis)
    }

    private func account() throws -> AccountRecord { try #require(relay.accounts[Sample.id(1)]) }

    @Test("the first look tells nothing, nor does the next one while all is as it was")
    mutating func nothingNew() throws {
        #expect(phone.home.notices.isEmpty)
        try phone.reopen()
        #expect(phone.home.notices.isEmpty)
    }

    @Test("a sign-in on another device is told when Hearth is opened next, and not again after that")
    mutating func signIn() throws {
        relay.sessions?.append(Self.session(3))
        try phone.reopen()
        #expect(phone.home.notices == [.signedInElsewhere])
        try phone.reopen()
        #expect(phone.home.notices.isEmpty)
    }

    @Test("a page that stays open looks again when it comes to the front, an hour later and not before")
    mutating func longOpen() throws {
        relay.sessions?.append(Self.session(3))
        phone.world.now += WaysInWatch.pause / 2
        try phone.act { $0.visibilityChanged(&$1) }
        #expect(phone.home.notices.isEmpty)
        phone.world.now += WaysInWatch.pause / 2
        try phone.act { $0.visibilityChanged(&$1) }
        #expect(phone.home.notices == [.signedInElsewhere])
    }

    @Test("one’s own signing in again is no news")
    mutating func oneself() throws {
        relay.sessions = [Self.session(2), Self.session(4, isThis: true)]
        try phone.reopen()
        #expect(phone.home.notices.isEmpty)
    }

    @Test("a recovery code that was made elsewhere is told")
    mutating func code() throws {
        var changed = try account()
        changed.recoveryMark = Sample.bytes(KeyLength.nonce, of: 2)
        relay.accounts[changed.account] = changed
        try phone.reopen()
        #expect(phone.home.notices == [.codeChanged])
    }

    @Test("a passphrase that was changed elsewhere is told to whoever is signed in again here")
    mutating func passphrase() throws {
        var changed = try account()
        changed.salt = Sample.bytes(16, of: 9)
        relay.accounts[changed.account] = changed
        try phone.reopen()
        #expect(phone.home.notices == [.passphraseChanged])
        // Nor does a passkey that was set up by the old one open anything here.
        #expect(phone.told.contains(.passkeyOff(Effect.WrappedPerson(changed))))
    }

    @Test("a session that somebody has ended elsewhere takes this device’s passkey with it")
    mutating func endedSession() throws {
        #expect(!phone.told.contains { $0.wire.name == .passkeyOff })
        try phone.act { $0.receive(.accountFetched(.failure(.refused(WireError(.notSignedIn)))), &$1) }
        #expect(phone.told.contains { $0.wire.name == .passkeyOff })
        #expect(phone.world.takeNews().contains(.home(.passkeyEnded)))
    }

    @Test("whoever left before the code that followed a used one was typed back is told once")
    mutating func unconfirmedCode() throws {
        try phone.act { $0.store([Recovering.unconfirmed], deleting: [], concernsOtherTabs: false, &$1) }
        try phone.reopen()
        #expect(phone.home.notices == [.codeUnconfirmed])
        try phone.reopen()
        #expect(phone.home.notices.isEmpty)
    }

    @Test("what was changed on this device itself is no news here")
    mutating func ownChange() throws {
        var changed = try account()
        changed.salt = Sample.bytes(16, of: 9)
        changed.recoveryMark = Sample.bytes(KeyLength.nonce, of: 2)
        relay.accounts[changed.account] = changed
        try phone.act { $0.takeOwn(changed, &$1) }
        try phone.reopen()
        #expect(phone.home.notices.isEmpty)
    }
}
