import Bytes
import Ledger
import Sync
import Wire

/// A few devices and a relay without any faults of their own: a test breaks exactly what it is about.
struct ReplicaHarness {
    var generator = SeededGenerator(seed: 99)
    var relay = ModelRelay(members: [Simulation.ada, Simulation.bob])
    var devices: [ModelDevice]
    var time: Int64 = 1_795_176_000_000
    /// Changes what the relay answers, when a test wants it to.
    var intercept: ((Route) -> Input?)?
    /// What stands between the devices and the relay.
    var proxy = ModelProxy()

    /// Devices of these accounts, online and at rest.
    init(_ accounts: [Identifier]) {
        devices = []
        for account in accounts { add(account) }
        for index in devices.indices { goOnline(index) }
    }

    /// Adds a device that knows nothing and isn't online.
    mutating func add(_ account: Identifier) {
        devices.append(ModelDevice(account: account, space: Simulation.space, using: &generator))
    }

    mutating func goOnline(_ index: Int) {
        devices[index].isOnline = true
        devices[index].handle(.wentOnline, at: time)
        drain(index)
    }

    mutating func goOffline(_ index: Int) {
        devices[index].isOnline = false
        devices[index].handle(.wentOffline, at: time)
        drain(index)
    }

    /// Writes thanks and lets everything that follows happen on that device.
    @discardableResult
    mutating func write(
        _ index: Int, _ text: String, under seal: String? = nil, as id: Identifier? = nil
    ) throws -> Identifier {
        let entry = id ?? generator.identifier()
        time += 1000
        try devices[index].write(
            .appreciationSent(AppreciationSent(text: text)), as: entry, under: seal, at: time)
        drain(index)
        return entry
    }

    /// Tells a device what the live stream would.
    mutating func announce(_ index: Int) {
        devices[index].handle(.announced(head: relay.head), at: time)
        devices[index].handle(.sealAnnounced, at: time)
        drain(index)
    }

    mutating func handle(_ input: Input, _ index: Int) {
        devices[index].handle(input, at: time)
        drain(index)
    }

    /// Lets time pass, so that what waits is tried again.
    mutating func wait(_ milliseconds: Int64, _ index: Int) {
        time += milliseconds
        handle(.ticked, index)
    }

    mutating func crash(_ index: Int) {
        devices[index].crash(at: time, using: &generator)
        drain(index)
    }

    mutating func drain(_ index: Int) {
        var steps = 0
        while !devices[index].actions.isEmpty || !devices[index].pending.isEmpty {
            steps += 1
            precondition(steps < 100_000, "the replica never comes to rest")
            if !devices[index].actions.isEmpty {
                devices[index].perform()
                continue
            }
            let isSlow = slowToSeal.contains(index)
            guard
                let next = devices[index].pending.firstIndex(where: {
                    if case .sealing = $0 { !isSlow } else { true }
                })
            else { return }
            switch devices[index].pending.remove(at: next) {
            case .sealing(let request, let sealing): devices[index].seal(request, sealing, using: &generator)
            case .opening(let request, let envelopes):
                let openings = envelopes.map { open($0, for: index) }
                if learningWhileOpening.remove(index) != nil {
                    unknownAuthors[index] = nil
                    devices[index].handle(.keysChanged, at: time)
                }
                devices[index].handle(.opened(request: request, openings), at: time)
            case .request(let request, let route, let body): answer(request, route, body, index)
            case .answer(let input): devices[index].handle(input, at: time)
            }
        }
    }

    /// Devices whose envelopes are never made.
    var slowToSeal: Set<Int> = []
    /// Accounts whose keys a device doesn't know yet.
    var unknownAuthors: [Int: Set<Identifier>] = [:]
    /// Devices to which those keys become known while envelopes are being opened without them.
    var learningWhileOpening: Set<Int> = []

    private func open(_ bytes: [UInt8], for index: Int) -> Opening {
        if let header = try? EnvelopeHeader(parsing: bytes[...]),
            unknownAuthors[index]?.contains(header.author) == true
        {
            return .failed(.unknownAuthor, hash: ModelVault.hash(of: bytes))
        }
        return ModelVault.open(bytes)
    }

    private mutating func answer(_ request: Int, _ route: Route, _ body: [UInt8], _ index: Int) {
        let device = devices[index]
        guard device.isOnline else {
            devices[index].handle(.unreachable(request: request), at: time)
            return
        }
        switch intercept?(route) {
        case .refused(_, let error): devices[index].handle(.refused(request: request, error), at: time)
        case .answered(_, let body, let opened):
            devices[index].handle(.answered(request: request, body: body, opened: opened), at: time)
        case .unreachable: devices[index].handle(.unreachable(request: request), at: time)
        default:
            if case .append = route, let failed = proxy.pass(body, at: &time) {
                switch failed {
                case .tooLarge: devices[index].handle(.refused(request: request, WireError(.bodyTooLarge)), at: time)
                case .tooSlow: devices[index].handle(.unreachable(request: request), at: time)
                }
                return
            }
            switch relay.answer(route, body, from: device.account) {
            case .success(let body): devices[index].handle(.answered(request: request, body: body), at: time)
            case .failure(let error): devices[index].handle(.refused(request: request, error), at: time)
            }
        }
    }

    /// The thanks that a device shows, in order.
    func texts(_ index: Int) -> [String] {
        let projection = devices[index].replica.projection
        return projection.appreciations.compactMap { projection.appreciation(at: $0)?.fields.text }
    }
}
