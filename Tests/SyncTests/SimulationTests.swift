import Bytes
import Foundation
import Ledger
import Sync
import Testing
import Wire

/// Thousands of short lives of two people, three devices and a relay. `HEARTH_RUNS` sets how many a kind of trouble
/// (150), `HEARTH_SEED` runs a single one again.
@Suite struct SimulationTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let runs = environment["HEARTH_RUNS"].flatMap { Int($0) } ?? 150
    private static let onlySeed = environment["HEARTH_SEED"].flatMap { UInt64($0) }

    @Test func withEverythingButDisasters() throws {
        try live(seeds: 1, Simulation.Faults())
    }

    @Test func withARelayRestoredFromOlderCopies() throws {
        try live(seeds: 1_000_000, Simulation.Faults(restores: true))
    }

    @Test func withARelaySetBackWithoutAWord() throws {
        try live(seeds: 5_000_000, Simulation.Faults(setBacks: true))
    }

    @Test func withStorageWipedByTheBrowser() throws {
        try live(seeds: 2_000_000, Simulation.Faults(wipes: true))
    }

    @Test func withTwoTabsOnOneDisk() throws {
        try live(seeds: 4_000_000, Simulation.Faults(tabs: true))
    }

    @Test func withNothingGoingWrong() throws {
        try live(seeds: 3_000_000, Simulation.Faults(network: false, crashes: false, clocks: false))
    }

    private func live(seeds first: UInt64, _ faults: Simulation.Faults) throws {
        let seeds = Self.onlySeed.map { [$0] } ?? (0..<UInt64(Self.runs)).map { first + $0 }
        for seed in seeds {
            var simulation = Simulation(seed: seed, faults: faults)
            try simulation.run(steps: 250)
            try simulation.settle()
            check(simulation, seed)
        }
    }

    private func check(_ simulation: Simulation, _ seed: UInt64) {
        for problem in problems(of: simulation) {
            Issue.record("\(problem); run it again with HEARTH_SEED=\(seed)")
        }
    }

    /// What is wrong after everybody has come to rest.
    private func problems(of simulation: Simulation) -> [String] {
        var problems = simulation.violations
        let expected = simulation.expected
        let relayed = simulation.relay.entries
        if !expected.isSubset(of: relayed) { problems.append("the relay lacks \(expected.subtracting(relayed).count)") }
        if Set(simulation.devices.map { $0.replica.projection.digest }).count > 1 { problems.append("devices differ") }
        for (index, device) in simulation.devices.enumerated() {
            let log = device.replica.projection.log
            let ids = Set(log.positions.map { log.id(at: $0) })
            if ids.count != log.count { problems.append("device \(index) has an entry twice") }
            if ids != relayed {
                problems.append(
                    "device \(index) lacks \(relayed.subtracting(ids).count), has \(ids.subtracting(relayed).count) more"
                )
            }
            // What one tab keeps another may replace.
            if !simulation.faults.tabs, !device.unkept.isEmpty {
                problems.append("device \(index) sent unkept envelopes")
            }
            if device.replica.unsentCount > 0 { problems.append("device \(index) has unsent entries") }
            if !device.disk.outbox.isEmpty { problems.append("device \(index) keeps an outbox") }
            if !device.replica.isCaughtUp { problems.append("device \(index) isn't caught up") }
            var again = Projection()
            if again.load(device.disk.segments).damaged > 0 { problems.append("device \(index) has a damaged disk") }
            if again.digest != device.replica.projection.digest {
                problems.append("device \(index) kept other entries")
            }
            if !device.replica.gaps.isEmpty { problems.append("device \(index) misses entries") }
            // Nobody did anything wrong: no false alarm may be raised.
            for notice in device.notices {
                switch notice {
                // What a relay lost is missing indeed until its author's device comes by.
                case .gap where simulation.faults.restores || simulation.faults.setBacks: break
                case .rollback where simulation.faults.restores || simulation.faults.setBacks: break
                case .clockAhead, .relayRestored, .relayFull, .unreadableAnswer: break
                default: problems.append("device \(index) was told \(notice)")
                }
            }
        }
        return problems
    }
}
