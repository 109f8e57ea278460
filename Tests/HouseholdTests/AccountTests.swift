import HouseholdTestSupport
import Ledger
import Testing
import Wire

@testable import Household

@Suite("Settings, the journal and leaving")
struct AccountTests {
    private var world = World()
    private var home: Home

    init() throws {
        let account = Sample.account(shared: [try Sample.shared(members: [1, 2])])
        home = try Device(account, SmallRelay(account)).home
    }

    private mutating func type(_ text: String, _ action: Settings.Action, _ settings: inout Settings) {
        settings.update(action, Occurrence(text: text), &home, &world)
    }

    @Test(
        "keys are touched only with the passphrase, and only for a passphrase that is better than none and another one")
    mutating func passphrase() {
        var settings = Settings()
        settings.update(.opened(.passphrase), Occurrence(), &home, &world)
        type("velvet otter canyon trumpet", .new(.typed), &settings)
        settings.update(.newWanted, Occurrence(), &home, &world)
        #expect(settings.passphrase.flaw == .missing)
        type("velvet otter canyon trumpet", .passphrase(.typed), &settings)
        settings.update(.newWanted, Occurrence(), &home, &world)
        #expect(settings.new.flaw == .same)
        type("ana ana ana", .new(.typed), &settings)
        settings.update(.newWanted, Occurrence(), &home, &world)
        #expect(settings.new.flaw == .weak && !settings.isBusy)
        type("lamp ribbon cousin violin", .new(.typed), &settings)
        settings.update(.newWanted, Occurrence(), &home, &world)
        #expect(settings.isBusy)
        settings.receive(.passphraseWrapped(.failure(.device(.wrongPassphrase))), &home, &world)
        #expect(settings.passphrase.flaw == .wrong && !settings.isBusy)
    }

    @Test("a short code locks nothing; whether the lock is on is told once it is")
    mutating func lock() {
        var settings = Settings()
        settings.update(.opened(.lock), Occurrence(), &home, &world)
        settings.receive(.lockAsked(.success(false)), &home, &world)
        type("velvet otter canyon trumpet", .passphrase(.typed), &settings)
        type("12345", .lockCodeTyped, &settings)
        settings.update(.lockWanted, Occurrence(), &home, &world)
        #expect(settings.flaw == .lockCodeShort && !settings.isBusy)
        type("123456", .lockCodeTyped, &settings)
        settings.update(.lockWanted, Occurrence(), &home, &world)
        settings.receive(.lockSet(.success(Completion())), &home, &world)
        #expect(world.takeNews() == [.home(.lockFound(isOn: false)), .home(.lockTurned(isOn: true))])
        #expect(settings.passphrase.text.isEmpty && settings.lockCode.isEmpty)
    }

    @Test("a name is never empty; it is kept for oneself and for the other")
    mutating func profile() {
        var settings = Settings()
        settings.update(.opened(.profile), Occurrence(), &home, &world)
        type("  ", .nameTyped, &settings)
        settings.update(.profileKept, Occurrence(), &home, &world)
        #expect(settings.flaw == .nameMissing)
        type(" Ana ", .nameTyped, &settings)
        settings.update(.colourChosen(.moss), Occurrence(), &home, &world)
        settings.update(.profileKept, Occurrence(), &home, &world)
        #expect(home.mine.profile(of: home.me)?.name == "Ana")
        #expect(home.ours?.profile(of: home.me)?.colour == PersonColour.moss.rawValue)
        #expect(world.takeNews() == [.home(.profileKept)])
    }

    @Test("an empty page of the journal is not kept, nor one that is too long; kept ones stand under their days")
    mutating func journal() {
        var journal = Journal()
        for text in [" \n", String(repeating: "a", count: TextLimit.long + 1)] {
            journal.update(.typed, Occurrence(text: text), &home, &world)
            journal.update(.kept, Occurrence(), &home, &world)
        }
        #expect(journal.excess == 1 && home.mine.journal(of: home.me).isEmpty)
        for (hours, text) in [(0.0, "The first."), (1, "The second."), (30, "The next day.")] {
            world.now = Device.start + hours * 3_600_000
            journal.update(.typed, Occurrence(text: text), &home, &world)
            journal.update(.kept, Occurrence(), &home, &world)
        }
        let days = journal.days(home, world).map { $0.pages.map { $0.fields.text } }
        #expect(days == [["The next day."], ["The second.", "The first."]])
        #expect(world.takeNews() == [.home(.pageKept), .home(.pageKept), .home(.pageKept)])
    }

    @Test("somebody who has left already, on another device, has left; their words are erased if they wanted that")
    mutating func leftAlready() throws {
        world.isOnline = true
        var leaving = Leaving()
        leaving.update(.eraseTicked, Occurrence(isOn: true), &home, &world)
        leaving.update(.leaveWanted, Occurrence(), &home, &world)
        _ = world.takeEffects()
        let space = try #require(home.sharedRecord?.id)
        leaving.receive(.left(space, .failure(.refused(WireError(.spaceClosed)))), &home, &world)
        #expect(leaving.step == .left, "leaving waits for no passphrase")
        let erasing = Request<[UInt8]>.relay(.eraseAll(space: space)).effect
        #expect(!world.takeEffects().contains { $0.effect == erasing }, "erasing does")
        leaving.receive(.proven(.success(Completion())), &home, &world)
        #expect(leaving.isErased == false)
        #expect(world.takeEffects().contains { $0.effect == erasing })
    }

    @Test("an account goes only with its passphrase and a tick, and not while the relay can’t be reached")
    mutating func deletion() {
        var leaving = Leaving()
        leaving.update(.accountOpened, Occurrence(), &home, &world)
        leaving.update(.deletionWanted, Occurrence(), &home, &world)
        #expect(leaving.isTickMissing)
        leaving.update(.understandingTicked, Occurrence(isOn: true), &home, &world)
        leaving.update(.deletionWanted, Occurrence(), &home, &world)
        #expect(leaving.passphrase.flaw == .missing)
        leaving.update(.passphrase(.typed), Occurrence(text: "velvet otter"), &home, &world)
        leaving.update(.deletionWanted, Occurrence(), &home, &world)
        #expect(leaving.isBusy)
        leaving.receive(.deleted(.failure(.unreachable)), &home, &world)
        #expect(!leaving.isBusy && leaving.obstacle == .unreachable && leaving.step == .account)
        #expect(!home.isSignedOut && !home.isForgotten)
    }
}
