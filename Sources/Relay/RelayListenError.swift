import Foundation
import NIOCore

/// Why a relay could not listen at its address.
public enum RelayListenError: Error, Equatable, Sendable {
    /// Another program listens there.
    case addressInUse
    /// The system forbids it, mostly because the port is below 1024.
    case notPermitted
    /// This machine doesn't have the address.
    case addressUnknown

    /// The reason within what the network said, or nil when it is another.
    init?(_ error: any Error) {
        if error is SocketAddressError {
            self = .addressUnknown
            return
        }
        guard let error = error as? IOError else { return nil }
        switch error.errnoCode {
        case EADDRINUSE: self = .addressInUse
        case EACCES, EPERM: self = .notPermitted
        case EADDRNOTAVAIL: self = .addressUnknown
        default: return nil
        }
    }
}
