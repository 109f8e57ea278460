import Testing

@testable import Household

@Suite("The app lock")
struct AppLockTests {
    /// A page that has been hidden for so many milliseconds and is in front again; whether it is to be locked then.
    private func isLocked(after hidden: Double, isOn: Bool = true) -> Bool {
        var lock = AppLock()
        var world = World()
        lock.isOn = isOn
        world.isVisible = false
        let isAtOnce = lock.follow(&world)
        #expect(!isAtOnce)
        #expect(lock.isCurtained(world) == isOn)
        world.now += hidden
        world.isVisible = true
        return lock.follow(&world)
    }

    @Test("locks a page that was out of sight for a minute, and none that was away for less")
    func grace() {
        #expect(isLocked(after: AppLock.grace) && !isLocked(after: AppLock.grace - 1))
        #expect(!isLocked(after: AppLock.grace, isOn: false))
    }

    @Test("asks once for the keys to be put away, and closes the live stream before")
    func closing() {
        var lock = AppLock()
        var world = World()
        lock.isOn = true
        world.isVisible = false
        _ = lock.follow(&world)
        world.now += AppLock.grace
        #expect(lock.isDue(world))
        _ = world.takeEffects()
        lock.close(&world)
        #expect(world.takeEffects().map { $0.effect } == [.live(isOpen: false), .lockNow])
        #expect(!lock.isDue(world) && lock.isCurtained(world))
    }

    @Test("a lock that another tab has taken off is off here too")
    func takenOff() {
        var lock = AppLock()
        var world = World()
        lock.isOn = true
        lock.close(&world)
        let isClosed = lock.closed(.failure(.device(.unlocked)))
        #expect(!isClosed && !lock.isOn)
    }
}
