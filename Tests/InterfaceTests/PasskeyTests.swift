import Household
import HouseholdTestSupport
import JSON
import Markup
import Testing
import Wire

@testable import Interface

@Suite("Opening by face, finger or the device's own code")
struct PasskeyTests {
    private static let open = "Open with face, finger or device code"
    private static let use = "Use face, finger or device code"

    /// Ana on the page that sets it up; what the shim says of her device.
    private func opened(_ state: [String: Visit.Answer], lock: AppLock = AppLock()) throws -> Visit {
        var visit = try MineCouple(at: .settings).ana
        visit.state.shell.lock = lock
        visit.hear(.acted(.settings(.opened(.passkey)), Occurrence()))
        try visit.answer("passkeyState", state)
        return visit
    }

    /// A lock that a passkey opens too.
    private static func lock(isByPassphrase: Bool = false) -> AppLock {
        var lock = AppLock()
        if !isByPassphrase { lock.turn(isOn: true) }
        lock.turnPasskey(isOn: true)
        return lock
    }

    /// Ana's page, opened anew on a device that is locked.
    private func locked(isByPassphrase: Bool = false) -> Visit {
        var start = Start()
        start.path = "/journal"
        start.hasKeys = true
        start.isLocked = true
        start.hasPasskey = true
        start.isLockedByPassphrase = isByPassphrase
        var visit = Visit()
        visit.hear(.started(start))
        return visit
    }

    // MARK: Setting it up

    @Test("it is set up by whoever knows the passphrase, after having read who else can open Hearth then")
    func settingUp() throws {
        var visit = try opened(["on": .json(false)])
        #expect(
            visit.screen.says("whoever knows this device’s code") && visit.screen.says("It comes with the app lock"))
        try visit.press("Set it up")
        #expect(visit.screen.alerts == ["Type your passphrase."])
        #expect(!visit.effects.contains { $0.name == "passkeyOn" })
        try visit.type("a guess", into: "Your passphrase")
        try visit.press("Set it up")
        try visit.fail("passkeyOn", "wrongPassphrase")
        #expect(visit.screen.alerts == ["That isn’t your passphrase. Capitals and spaces count."])
        try visit.type("velvet otter", into: "Your passphrase")
        try visit.press("Set it up")
        #expect(visit.screen.button("Setting it up…") != nil)
        let asked = try visit.answer("passkeyOn")
        #expect(asked.text("passphrase") == "velvet otter" && asked.text("called") == "ana")
        #expect(visit.state.shell.toast == "From now on this device opens Hearth.")
        // A device without a code has the passphrase for one.
        let lock = visit.state.shell.lock
        #expect(lock.isOn && lock.hasPasskey && lock.isByPassphrase)
    }

    @Test("a lock that has a code keeps it")
    func besideACode() throws {
        var lock = AppLock()
        lock.turn(isOn: true)
        var visit = try opened(["on": .json(false)], lock: lock)
        #expect(!visit.screen.says("It comes with the app lock"))
        try visit.type("velvet otter", into: "Your passphrase")
        try visit.press("Set it up")
        try visit.answer("passkeyOn")
        #expect(visit.state.shell.lock.hasPasskey && !visit.state.shell.lock.isByPassphrase)
    }

    @Test(
        "where it can’t be had, that is said and nothing is offered",
        arguments: [
            ("browser", "This browser can’t do that."), ("device", "finds no face, finger or device code"),
            ("address", "only where Hearth’s address is a name"),
        ])
    func missing(_ why: String, _ words: String) throws {
        let visit = try opened(["on": .json(false), "missing": .text(why)])
        #expect(visit.screen.says(words))
        #expect(visit.screen.button("Set it up") == nil && visit.screen.field("Your passphrase") == nil)
    }

    @Test(
        "whatever goes wrong while it is set up ends in a sentence, and nothing has changed",
        arguments: [
            ("cancelled", "It wasn’t set up."), ("timeout", "Nobody answered in time."),
            ("noPRF", "This device’s passkeys can’t hold a key"), ("unavailable", "The browser didn’t allow it."),
            ("full", "This device has no room left."),
        ])
    func settingUpFails(_ failure: String, _ words: String) throws {
        var visit = try opened(["on": .json(false)])
        try visit.type("velvet otter", into: "Your passphrase")
        try visit.press("Set it up")
        try visit.fail("passkeyOn", failure)
        #expect(visit.screen.alerts.count == 1 && visit.screen.alerts.first?.hasPrefix(words) == true)
        #expect(!visit.state.shell.lock.isOn && !visit.state.shell.lock.hasPasskey)
        try visit.press("Set it up")
        #expect(visit.effects.contains { $0.name == "passkeyOn" }, "it can be tried again")
    }

    // MARK: Opening

    @Test("the button stands first, what is typed beneath it")
    func order() {
        let visit = locked()
        let order = visit.screen.elements.compactMap { item in
            item.role == "button" && item.name == Self.open ? "button" : item.attributes["id"]
        }.filter { ["button", "lock-code"].contains($0) }
        #expect(order == ["button", "lock-code"])
        #expect(visit.screen.field("Your code") != nil)
        let byPassphrase = locked(isByPassphrase: true)
        #expect(byPassphrase.screen.field("Your passphrase") != nil && byPassphrase.screen.field("Your code") == nil)
        #expect(byPassphrase.screen.button("Sign in again instead") != nil)
    }

    @Test("it opens what the code opens")
    func opens() throws {
        var visit = locked()
        try visit.press(Self.open)
        #expect(visit.screen.button("Asking this device…") != nil)
        let account = String(decoding: Sample.account().body, as: UTF8.self)
        try visit.answer("unlockByPasskey", ["account": .text(account)])
        #expect(visit.state.home != nil && visit.state.stage != .locked)
    }

    @Test("pressed twice it asks once")
    func twice() throws {
        var visit = locked()
        try visit.press(Self.open)
        try visit.press("Asking this device…")
        #expect(visit.effects.count { $0.name == "unlockByPasskey" } == 1)
    }

    @Test(
        "whatever goes wrong ends in a sentence, and what is typed opens it still",
        arguments: [
            ("cancelled", "This device didn’t open it."), ("timeout", "Nobody answered in time."),
            ("otherPasskey", "That was another passkey"), ("noPRF", "The passkey answered without the key"),
            ("unavailable", "The browser didn’t allow it."), ("stuck", "This device took too long."),
        ])
    func openingFails(_ failure: String, _ words: String) throws {
        var visit = locked(isByPassphrase: true)
        try visit.press(Self.open)
        try visit.fail("unlockByPasskey", failure)
        #expect(visit.screen.alerts.count == 1 && visit.screen.alerts.first?.hasPrefix(words) == true)
        #expect(visit.screen.button(Self.open) != nil)
        try visit.type("velvet otter", into: "Your passphrase")
        try visit.press("Unlock")
        let account = String(decoding: Sample.account().body, as: UTF8.self)
        #expect(try visit.answer("unlock", ["account": .text(account)]).text("code") == "velvet otter")
        #expect(visit.state.home != nil)
    }

    @Test("a wrong passphrase is called that, where the lock has no code of its own")
    func wrongPassphrase() throws {
        var visit = locked(isByPassphrase: true)
        try visit.press("Unlock")
        #expect(visit.screen.alerts == ["Type your passphrase."])
        try visit.type("a guess", into: "Your passphrase")
        try visit.press("Unlock")
        try visit.fail("unlock", "wrongCode")
        #expect(visit.screen.alerts == ["That isn’t your passphrase. Capitals and spaces count."])
    }

    @Test("a device without one has no such button")
    func none() {
        var start = Start()
        start.hasKeys = true
        start.isLocked = true
        var visit = Visit()
        visit.hear(.started(start))
        #expect(visit.screen.field("Your code") != nil && visit.screen.button(Self.open) == nil)
    }

    // MARK: An open phone asks again

    @Test("an open phone takes it for an answer, and no other one’s")
    func proof() throws {
        var visit = try MineCouple(at: .data).ana
        try visit.press("Only the page")
        #expect(visit.screen.button(Self.use) == nil)
        visit.state.shell.lock = Self.lock()
        try visit.press(Self.use)
        try visit.fail("proveByPasskey", "cancelled")
        #expect(visit.screen.alerts.first?.hasPrefix("This device didn’t open it.") == true)
        #expect(!visit.effects.contains { $0.name == "download" })
        try visit.press(Self.use)
        try visit.answer("proveByPasskey")
        #expect(visit.effects.contains { $0.name == "download" })
    }

    @Test("where the lock’s code is the passphrase, that alone is asked for")
    func proofByPassphrase() throws {
        var visit = try MineCouple(at: .data).ana
        visit.state.shell.lock = Self.lock(isByPassphrase: true)
        try visit.press("Only the page")
        try visit.type("velvet otter", into: "Your passphrase")
        try visit.press("Only the page")
        #expect(try visit.answer("prove").text("proof") == "velvet otter")
        #expect(visit.effects.contains { $0.name == "download" })
    }

    @Test("it takes the lock off, which ends it")
    func lockOff() throws {
        var visit = try MineCouple(at: .settings).ana
        visit.state.shell.lock = Self.lock(isByPassphrase: true)
        visit.hear(.acted(.settings(.opened(.lock)), Occurrence()))
        try visit.answer("lockState", ["on": .json(true)])
        #expect(visit.screen.says("Hearth asks for your passphrase here."))
        try visit.press("Turn it off by face, finger or device code")
        try visit.fail("unlockOffByPasskey", "timeout")
        #expect(visit.state.shell.lock.isOn && visit.screen.alerts.count == 1)
        try visit.press("Turn it off by face, finger or device code")
        try visit.answer("unlockOffByPasskey")
        #expect(visit.state.shell.toast == "The lock is off.")
        let lock = visit.state.shell.lock
        #expect(!lock.isOn && !lock.hasPasskey && !lock.isByPassphrase)
    }

    // MARK: Its end

    @Test("it is taken off by whoever shows who they are, and Hearth stays locked")
    func takingOff() throws {
        var visit = try opened(["on": .json(true)], lock: Self.lock(isByPassphrase: true))
        try visit.press("Take it off")
        #expect(!visit.effects.contains { $0.name == "passkeyOff" })
        try visit.type("a guess", into: "Your passphrase")
        try visit.press("Take it off")
        try visit.fail("prove", "wrongPassphrase")
        #expect(!visit.effects.contains { $0.name == "passkeyOff" })
        try visit.type("velvet otter", into: "Your passphrase")
        try visit.press("Take it off")
        try visit.answer("prove")
        try visit.answer("passkeyOff")
        let lock = visit.state.shell.lock
        #expect(lock.isOn && lock.isByPassphrase && !lock.hasPasskey)
    }

    @Test("whoever signs in again instead has none until it is set up anew")
    func signingInAgain() throws {
        var visit = locked()
        try visit.press("Use my passphrase instead")
        try visit.type("ana", into: "Sign-in name")
        try visit.type("velvet otter", into: "Passphrase")
        try visit.press("Come in")
        try visit.relay(200, StartSignInAnswer(salt: Sample.bytes(16)).body)
        try visit.answer("signInSecret", ["secret": .bytes(Sample.bytes(32))])
        try visit.relay(200, Sample.account().body)
        let asked = try visit.answer("openAccount")
        #expect(asked.bytes("salt") == Sample.account().salt, "a lock whose code is the passphrase takes it over")
        #expect(visit.state.shell.lock.isOn && !visit.state.shell.lock.hasPasskey)
    }

    @Test("a new passphrase ends it, and is what opens the lock from then on")
    func newPassphrase() throws {
        var visit = try MineCouple(at: .settings).ana
        visit.state.shell.lock = Self.lock(isByPassphrase: true)
        visit.hear(.acted(.settings(.opened(.passphrase)), Occurrence()))
        try visit.type("velvet otter", into: "Current passphrase")
        try visit.type("lamp ribbon cousin violin", into: "New passphrase")
        try visit.press("Set it")
        try visit.answer(
            "changePassphrase",
            [
                "currentSecret": .bytes(Sample.bytes(32, of: 3)), "salt": .bytes(Sample.bytes(16, of: 4)),
                "secret": .bytes(Sample.bytes(32, of: 5)), "personByPassphrase": .bytes(Sample.bytes(60, of: 6)),
                "recoverySecret": .bytes(Sample.bytes(32, of: 8)), "personByRecovery": .bytes(Sample.bytes(60, of: 9)),
                "recoveryCode": .text("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"),
            ])
        #expect(!visit.effects.contains { $0.name == "passkeyOff" }, "not before it counts")
        try visit.relay(204)
        let asked = try visit.answer("passkeyOff")
        #expect(asked.bytes("salt") == Sample.bytes(16, of: 4))
        #expect(asked.bytes("personByPassphrase") == Sample.bytes(60, of: 6))
        #expect(visit.state.shell.lock.isOn && !visit.state.shell.lock.hasPasskey)
        #expect(visit.screen.title == "Your new passphrase is set")
    }
}
