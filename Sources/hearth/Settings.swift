import Foundation

/// Settings from flags or, where a flag is not given, from environment variables. An empty variable counts as not set.
struct Settings {
    private let environment: [String: String]

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.environment = environment
    }

    /// The flag's value, or that of the first variable that is set.
    func text(_ flag: String?, _ variables: String...) -> String? {
        flag ?? variables.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    }

    /// The flag's value, or that of the first variable that is set, as a port number.
    func port(_ flag: Int?, _ variables: String...) throws(Failure) -> Int? {
        if let flag { return try Self.port(flag, named: "--port") }
        for variable in variables {
            guard let text = environment[variable], !text.isEmpty else { continue }
            guard let port = Int(text) else {
                throw Failure(.usage, "\(variable) is “\(text)”. It must be a port number from 0 to 65535.")
            }
            return try Self.port(port, named: variable)
        }
        return nil
    }

    /// The option's value, or the variable's, as a number of seconds.
    func seconds(_ value: Int?, _ option: String, _ variable: String) throws(Failure) -> Int? {
        var (name, seconds) = (option, value)
        if seconds == nil, let text = environment[variable], !text.isEmpty {
            guard let number = Int(text) else {
                throw Failure(.usage, "\(variable) is “\(text)”. It must be a number of seconds.")
            }
            (name, seconds) = (variable, number)
        }
        guard let seconds else { return nil }
        guard seconds >= 0 else {
            throw Failure(.usage, "\(name) is \(seconds). It must be a number of seconds, 0 or more.")
        }
        return seconds
    }

    /// The flag, or whether the variable says so: `1`, `true` and `yes` do; `0`, `false` and `no` don't.
    func isSet(_ flag: Bool, _ variable: String) throws(Failure) -> Bool {
        guard !flag, let text = environment[variable], !text.isEmpty else { return flag }
        switch text.lowercased() {
        case "1", "true", "yes": return true
        case "0", "false", "no": return false
        default: throw Failure(.usage, "\(variable) is “\(text)”. It must be 1 or 0.")
        }
    }

    private static func port(_ port: Int, named name: String) throws(Failure) -> Int {
        guard (0...65535).contains(port) else {
            throw Failure(.usage, "\(name) is \(port). It must be a port number from 0 to 65535.")
        }
        return port
    }
}
