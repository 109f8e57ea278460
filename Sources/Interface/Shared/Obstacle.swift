import Bytes
import Wire
import Words

/// Why something that needed the relay or this device's keys did not happen.
enum Obstacle: Error, Equatable {
    /// The relay could not be reached.
    case unreachable
    /// The relay refused.
    case refused(WireError)
    /// The shim failed at something, by the name it has for that (`wrongPassphrase`, `full`, `locked`…).
    case device(String)

    /// The relay's name for its refusal; nil when it didn't refuse.
    var refusal: ErrorName? {
        guard case .refused(let error) = self else { return nil }
        return error.name
    }
}

extension Response {
    /// What the relay answered to an `http` effect.
    ///
    /// - Throws: why there is no such answer.
    func answer<Answer: JSONCodable>(_ type: Answer.Type) throws(Obstacle) -> Answer {
        let body = try answer()
        guard let answer = try? Answer(body: body) else { throw .refused(WireError(.internal)) }
        return answer
    }

    /// The bytes that the relay answered to an `http` effect.
    ///
    /// - Throws: why there is no answer.
    @discardableResult
    func answer() throws(Obstacle) -> [UInt8] {
        switch outcome {
        case .done(let body): return body
        case .refused(let error): throw .refused(error)
        case .unreachable: throw .unreachable
        }
    }

    /// Passes when the shim did what it was asked.
    ///
    /// - Throws: ``Obstacle/device(_:)``.
    func done() throws(Obstacle) {
        if let failure { throw .device(failure) }
    }

    /// A byte field that the shim always gives.
    ///
    /// - Throws: ``Obstacle/device(_:)``.
    func need(_ field: String) throws(Obstacle) -> [UInt8] {
        try done()
        guard let bytes = bytes(field) else { throw .device("internal") }
        return bytes
    }

    /// An identifier that the shim always gives.
    ///
    /// - Throws: ``Obstacle/device(_:)``.
    func needIdentifier(_ field: String) throws(Obstacle) -> Identifier {
        guard let identifier = Identifier(try need(field)) else { throw .device("internal") }
        return identifier
    }

    /// A text field that the shim always gives.
    ///
    /// - Throws: ``Obstacle/device(_:)``.
    func needText(_ field: String) throws(Obstacle) -> String {
        try done()
        guard let text = text(field) else { throw .device("internal") }
        return text
    }
}

extension ErrorWords {
    /// Plain words for an obstacle that a page has no words of its own for.
    func text(_ obstacle: Obstacle) -> String {
        switch obstacle {
        case .unreachable: unreachable
        case .device(let failure): failure == "full" ? deviceFull : noKeys
        case .refused(let error):
            switch error.name {
            case .tooManyTries: tooManyTries(error.retryAfter.map { Int($0) })
            case .storageFull: storageFull
            case .busy: busy
            case .notSignedIn: notSignedIn
            case .spaceClosed: spaceClosed
            case .tooManyInvitations: tooManyInvitations
            case .wrongSecret, .nameTaken, .nameInvalid, .malformed, .notFound, .notAMember, .spaceFull, .entryConflict,
                .entryTooLarge, .batchTooLarge, .bodyTooLarge, .invitationUsed, .invitationExpired, .invitationRevoked,
                .invitationOwn, .matchTooSoon, .tooManyStreams, .requestNotFromPage, .internal:
                failed
            }
        }
    }
}
