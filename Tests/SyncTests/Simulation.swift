import Bytes
import Ledger
import Sync
import Wire

/// Two people with three or four devices and a relay, and everything that can go wrong between them, from one seed.
struct Simulation {
    /// What may go wrong.
    struct Faults {
        var network = true
        var crashes = true
        var clocks = true
        var restores = false
        /// Whether an older copy may come back without a word.
        var setBacks = false
        var wipes = false
        /// Whether Ada's phone has Hearth open in two tabs.
        var tabs = false
    }

    static let ada = Identifier([UInt8](repeating: 0xA0, count: 16))!
    static let bob = Identifier([UInt8](repeating: 0xB0, count: 16))!
    static let space = Identifier([UInt8](repeating: 0x50, count: 16))!

    private var generator: SeededGenerator
    let faults: Faults
    private(set) var relay = ModelRelay(members: [ada, bob])
    /// Ada's phone, Ada's laptop, Bob's phone, and perhaps another tab on Ada's phone.
    private(set) var devices: [ModelDevice] = []
    private(set) var time: Int64 = 1_795_176_000_000
    private var copies: [ModelRelay] = []
    private(set) var seals: Set<String> = []
    /// Entries that a wiped device had and nobody else.
    private(set) var forgiven: Set<Identifier> = []
    /// What should never be seen, as it is seen.
    private(set) var violations: [String] = []

    init(seed: UInt64, faults: Faults) {
        generator = SeededGenerator(seed: seed)
        self.faults = faults
        for account in [Self.ada, Self.ada, Self.bob] {
            devices.append(ModelDevice(account: account, space: Self.space, using: &generator))
        }
        if faults.tabs {
            devices.append(
                ModelDevice(account: Self.ada, space: Self.space, disk: devices[0].disk, using: &generator))
        }
    }

    /// Entries that must be everywhere in the end.
    var expected: Set<Identifier> {
        devices.reduce(into: Set()) { $0.formUnion($1.durable) }.subtracting(forgiven)
    }

    /// Lets so many things happen, in an order and with faults that follow from the seed.
    mutating func run(steps: Int) throws {
        for _ in 0..<steps {
            time += Int64(generator.below(5000))
            let index = generator.below(devices.count)
            switch generator.below(20) {
            case 0...2: try write(index)
            case 3...8: for _ in 0...generator.below(6) { devices[index].perform() }
            case 9...14: deliver(index)
            case 15: toggle(index)
            case 16: announce(index)
            case 17: tick(index)
            default: breakSomething(index)
            }
        }
    }

    /// Everybody comes online, answers all seals, and nothing goes wrong any more.
    mutating func settle() throws {
        for round in 0..<60 {
            for index in devices.indices {
                devices[index].clockOffset = 0
                if !devices[index].isOnline {
                    devices[index].isOnline = true
                    devices[index].handle(.wentOnline, at: time)
                }
                devices[index].handle(.ticked, at: time)
                drain(index)
            }
            if round == 1 { try answerSeals() }
            for index in devices.indices {
                devices[index].handle(.announced(head: relay.head), at: time)
                devices[index].handle(.sealAnnounced, at: time)
                drain(index)
            }
            if round > 2, devices.allSatisfy({ $0.replica.isCaughtUp && $0.replica.unsentCount == 0 }) { break }
            // Longer than any wait after a failure.
            time += 2 * 60 * 60 * 1000
        }
    }

    // MARK: What happens

    private mutating func write(_ index: Int) throws {
        let seal = generator.once(in: 4) ? "question-\(generator.below(3))" : nil
        if let seal { seals.insert(seal) }
        try write(event(by: devices[index].account), index, under: seal)
    }

    private mutating func write(_ event: Event, _ index: Int, under seal: String?) throws {
        try devices[index].write(event, as: generator.identifier(), under: seal, at: time)
    }

    private mutating func event(by account: Identifier) -> Event {
        let conversation = Identifier([UInt8](repeating: UInt8(generator.below(2)), count: 16))!
        let day = Day(milliseconds: time, offset: 0)
        switch generator.below(12) {
        case 0: return .profileSet(ProfileSet(name: "Name \(generator.below(9))", colour: generator.below(6)))
        case 1: return .signNoticed(SignMark(sign: "sign-\(generator.below(3))"))
        case 2: return .signDismissed(SignMark(sign: "sign-\(generator.below(3))"))
        case 3: return .planEntered(PlanEntered(practice: "practice-\(generator.below(3))", round: "1"))
        case 4: return .planRested(PlanRested(practice: "practice-\(generator.below(3))"))
        case 5: return .practiceDone(PracticeDone(practice: "practice-\(generator.below(3))", day: day))
        case 6: return .questionAnswered(QuestionAnswered(question: "q\(generator.below(3))", text: "Because."))
        case 7:
            return .pulseAnswered(
                PulseAnswered(week: day.week, felt: generator.below(11), wished: generator.below(11), pillars: [:]))
        case 8:
            return .conversationStarted(
                ConversationStarted(conversation: conversation, script: "check-in", devices: .two, first: account))
        case 9:
            return .conversationMoved(
                ConversationMoved(
                    conversation: conversation, step: ConversationStep(number: generator.below(5)), turn: 0,
                    speaker: account, startedAt: time))
        case 10: return .settingSet(SettingSet(key: "rhythm", value: "\(generator.below(5))"))
        default: return .appreciationSent(AppreciationSent(text: "Thank you \(generator.below(1000))"))
        }
    }

    /// Lets one thing that is under way come to its end.
    private mutating func deliver(_ index: Int) {
        guard !devices[index].pending.isEmpty else { return }
        let place = generator.below(devices[index].pending.count)
        let pending = devices[index].pending.remove(at: place)
        let isLossy = faults.network
        switch pending {
        case .sealing(let request, let sealing): devices[index].seal(request, sealing, using: &generator)
        case .opening(let request, let envelopes):
            devices[index].handle(.opened(request: request, envelopes.map { ModelVault.open($0) }), at: time)
            checkSeals(index)
        case .request(let request, let route, let body):
            guard devices[index].isOnline, !isLossy || !generator.once(in: 8) else {
                devices[index].pending.append(.answer(.unreachable(request: request)))
                return
            }
            // A proxy may send it twice.
            if isLossy, generator.once(in: 8) { _ = relay.answer(route, body, from: devices[index].account) }
            let answer = respond(request, route, body, index)
            devices[index].pending.append(.answer(answer))
        case .answer(let input):
            if isLossy, generator.once(in: 8), let request = request(of: input) {
                devices[index].handle(.unreachable(request: request), at: time)
                if generator.once(in: 2) { devices[index].handle(input, at: time) }
                return
            }
            devices[index].handle(input, at: time)
            if isLossy, generator.once(in: 8) { devices[index].handle(input, at: time) }
        }
    }

    private mutating func respond(_ request: Int, _ route: Route, _ body: [UInt8], _ index: Int) -> Input {
        if faults.network, generator.once(in: 10) {
            let name: ErrorName = generator.once(in: 3) ? .storageFull : .busy
            return .refused(request: request, WireError(name, retryAfter: 1))
        }
        if faults.network, generator.once(in: 20) {
            return .answered(request: request, body: generator.bytes(generator.below(40)))
        }
        switch relay.answer(route, body, from: devices[index].account) {
        case .success(let body):
            noteAnswered(index)
            // Every other page is opened on the way.
            let opened = request.isMultiple(of: 2) ? ModelVault.open(page: body) : []
            return .answered(request: request, body: body, opened: opened)
        case .failure(let error): return .refused(request: request, error)
        }
    }

    private func request(of input: Input) -> Int? {
        switch input {
        case .answered(let request, _, _), .refused(let request, _), .unreachable(let request): request
        default: nil
        }
    }

    private mutating func toggle(_ index: Int) {
        devices[index].isOnline.toggle()
        devices[index].handle(devices[index].isOnline ? .wentOnline : .wentOffline, at: time)
    }

    private mutating func announce(_ index: Int) {
        guard devices[index].isOnline else { return }
        devices[index].handle(generator.once(in: 3) ? .sealAnnounced : .announced(head: relay.head), at: time)
    }

    private mutating func tick(_ index: Int) {
        time += Int64(generator.below(60_000))
        devices[index].handle(.ticked, at: time)
    }

    private mutating func breakSomething(_ index: Int) {
        switch generator.below(12) {
        case 0...2 where faults.crashes: devices[index].crash(at: time, using: &generator)
        case 3...4 where faults.clocks:
            devices[index].clockOffset = Int64(generator.below(4_000_000)) - 2_000_000
        case 5 where faults.clocks: devices[index].clockOffset = -86_400_000 * Int64(generator.below(400))
        case 6 where faults.clocks && generator.once(in: 3): devices[index].clockOffset = 86_400_000 * 365
        case 7 where faults.restores || faults.setBacks: copies.append(relay)
        case 8 where (faults.restores || faults.setBacks) && generator.once(in: 3):
            if let copy = copies.randomElement(using: &generator) { restore(copy) }
        case 9 where faults.wipes && generator.once(in: 3):
            let kept = relay.entries
            forgiven.formUnion(devices[index].disk.outbox.keys.filter { !kept.contains($0) })
            devices[index].wipe(at: time, using: &generator)
        default: break
        }
    }

    /// The relay stops and comes back with an older copy: all connections are lost.
    private mutating func restore(_ copy: ModelRelay) {
        if faults.setBacks { relay.setBack(to: copy) } else { relay.restore(copy) }
        for index in devices.indices {
            devices[index].isOnline = false
            devices[index].cancelRequests()
            devices[index].handle(.wentOffline, at: time)
            devices[index].pending = devices[index].pending.map { pending in
                switch pending {
                case .request(let request, _, _): return .answer(.unreachable(request: request))
                case .answer(let input): return request(of: input).map { .answer(.unreachable(request: $0)) } ?? pending
                default: return pending
                }
            }
        }
    }

    // MARK: Coming to rest

    /// Performs everything of one device and of what it asked for, without faults.
    private mutating func drain(_ index: Int) {
        while true {
            if !devices[index].actions.isEmpty {
                devices[index].perform()
            } else if !devices[index].pending.isEmpty {
                deliverCleanly(index)
            } else {
                return
            }
        }
    }

    private mutating func deliverCleanly(_ index: Int) {
        switch devices[index].pending.removeFirst() {
        case .sealing(let request, let sealing): devices[index].seal(request, sealing, using: &generator)
        case .opening(let request, let envelopes):
            devices[index].handle(.opened(request: request, envelopes.map { ModelVault.open($0) }), at: time)
            checkSeals(index)
        case .request(let request, let route, let body):
            switch relay.answer(route, body, from: devices[index].account) {
            case .success(let body):
                noteAnswered(index)
                devices[index].handle(.answered(request: request, body: body), at: time)
            case .failure(let error): devices[index].handle(.refused(request: request, error), at: time)
            }
        case .answer(let input): devices[index].handle(input, at: time)
        }
    }

    /// Both people answer everything that was sealed, so that all of it is released.
    private mutating func answerSeals() throws {
        for seal in seals.sorted() {
            for index in [0, 2] {
                try write(
                    .appreciationSent(AppreciationSent(text: "Answered \(seal)")), index, under: seal)
                drain(index)
            }
        }
    }

    // MARK: What must never be seen

    /// Nobody holds a sealed entry of the other before having answered.
    private mutating func checkSeals(_ index: Int) {
        let log = devices[index].replica.projection.log
        let account = devices[index].account
        let own = account
        for position in log.positions where log.isSealed(at: position) && log.author(at: position) != own {
            let seal = log.seal(at: position)
            if !sealed.contains(SealKey(account: account, seal: seal)) {
                if relay.hasAnswered(account, seal) {
                    sealed.insert(SealKey(account: account, seal: seal))
                } else {
                    violations.append("\(account.hex) saw \(seal.hex) early")
                }
            }
        }
    }

    /// Notes what somebody had answered when the relay handed something out: until that is opened it may have been set back.
    private mutating func noteAnswered(_ index: Int) {
        let account = devices[index].account
        sealed.formUnion(relay.answeredSeals(by: account).map { SealKey(account: account, seal: $0) })
    }

    private struct SealKey: Hashable {
        var account: Identifier
        var seal: Identifier
    }

    /// Seals that an account was seen to have answered; a restored relay may have lost it since.
    private var sealed: Set<SealKey> = []
}
