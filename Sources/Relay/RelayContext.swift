import Hummingbird
import NIOCore

/// The connection a request came by.
struct RelayContext: InitializableFromSource {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        channel = source.channel
    }
}
