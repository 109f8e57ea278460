import NIOCore
import Synchronization
import Wire

/// All open connections, by where they come from: so many from one address, so many in all.
///
/// When there are too many, the oldest that has no request under way makes room; somebody who holds connections open can't keep
/// others out. Only when all of them are busy is a new one refused.
final class Connections: Sendable {
    /// One connection.
    final class Member: Sendable {
        let network: String
        private let channel: any Channel
        /// Whether a request is under way, or a live stream.
        let isBusy = Atomic(false)

        fileprivate init(_ channel: any Channel, network: String) {
            self.channel = channel
            self.network = network
        }

        fileprivate func close() {
            channel.close(promise: nil)
        }
    }

    private struct State {
        /// In the order they came.
        var members: [String: [Member]] = [:]
        var count = 0
    }

    private let perAddress: Int
    private let total: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - perAddress: how many one address may have.
    ///   - total: how many there may be.
    init(perAddress: Int, total: Int) {
        self.perAddress = perAddress
        self.total = total
    }

    /// Takes a connection in, or returns nil when there is no room for it. Whoever took it in removes it when it closes.
    func admit(_ channel: any Channel) -> Member? {
        let member = Member(channel, network: channel.remoteAddress.map { ClientAddress.network(of: $0) } ?? "")
        let (isAdmitted, ended): (Bool, [Member]) = state.withLock { state in
            var ended: [Member] = []
            if state.members[member.network]?.count ?? 0 >= perAddress {
                guard let idle = Self.takeIdle(of: member.network, &state) else { return (false, []) }
                ended.append(idle)
            }
            if state.count >= total {
                // Whoever has most gives one away.
                let most = state.members.max { $0.value.count < $1.value.count }
                guard let most, let idle = Self.takeIdle(of: most.key, &state) else { return (false, ended) }
                ended.append(idle)
            }
            state.members[member.network, default: []].append(member)
            state.count += 1
            return (true, ended)
        }
        for member in ended { member.close() }
        return isAdmitted ? member : nil
    }

    /// Forgets a connection that has closed.
    func remove(_ member: Member) {
        state.withLock { state in
            guard let index = state.members[member.network]?.firstIndex(where: { $0 === member }) else { return }
            Self.remove(index, of: member.network, &state)
        }
    }

    private static func takeIdle(of network: String, _ state: inout State) -> Member? {
        guard let members = state.members[network],
            let index = members.firstIndex(where: { !$0.isBusy.load(ordering: .relaxed) })
        else { return nil }
        remove(index, of: network, &state)
        return members[index]
    }

    private static func remove(_ index: Int, of network: String, _ state: inout State) {
        state.members[network]?.remove(at: index)
        if state.members[network]?.isEmpty == true { state.members[network] = nil }
        state.count -= 1
    }
}
