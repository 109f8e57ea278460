import Household
import Wire
import Words

extension ErrorWords {
    /// Plain words for an obstacle that a page has no words of its own for.
    func text(_ obstacle: Obstacle) -> String {
        switch obstacle {
        case .unreachable, .device(.offline): unreachable
        case .device(.full): deviceFull
        case .device(.stuck): stuck
        case .device(.storage): unread
        case .device: noKeys
        case .refused(let error):
            switch error.name {
            case .tooManyTries: tooManyTries(error.retryAfter.map { Int($0) })
            case .storageFull: storageFull
            case .quotaFull: quotaFull
            case .tooManySpaces: tooManySpaces
            case .busy: busy
            case .notSignedIn: notSignedIn
            case .spaceClosed, .reopeningOver: spaceClosed
            case .tooManyInvitations: tooManyInvitations
            case .wrongSecret, .nameTaken, .nameInvalid, .malformed, .notFound, .notAMember, .spaceFull, .entryConflict,
                .entryTooLarge, .batchTooLarge, .blobTooLarge, .bodyTooLarge, .invitationUsed, .invitationExpired,
                .invitationRevoked,
                .invitationOwn, .matchTooSoon, .matchClosed, .tooManyStreams, .requestNotFromPage, .unsupportedType,
                .internal:
                failed
            }
        }
    }
}
