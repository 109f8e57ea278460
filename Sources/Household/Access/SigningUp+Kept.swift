import JSON
import Wire

// From before the relay is asked for an account until its recovery code has been typed back, this device keeps what was asked
// for, and the code. So whoever leaves in between, or is left without an answer, goes on with the place that they began and not
// with a name that is taken, by themselves.

extension SigningUp.Made {
    private static let key = "making"

    /// What this device keeps of it.
    var record: Effect.KeptRecord {
        let json: JSONValue = ["request": request.json, "code": .string(recoveryCode.groups.joined())]
        return Effect.KeptRecord(.records, Self.key, json.serialized())
    }

    /// What this device kept of it, its keys open. Whether the relay has taken it is not known.
    init?(in records: [LoadedRecord]) {
        guard let json = records.json(Self.key), let asked = json["request"], let code = json["code"]?.string,
            let request = try? CreateAccountRequest(json: asked)
        else { return nil }
        self.request = request
        recoveryCode = RecoveryCodeText(code)
        isOpen = true
        isAnswerLost = true
    }
}

extension SigningUp {
    /// Looks whether a place was begun on this device whose recovery code was never typed back.
    public func lookForKept(_ world: inout World) {
        world.perform(.load(.records)) { .signUp(.keptFound($0)) }
    }
}
