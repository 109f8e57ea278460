/// An effect that somebody waits for, and how its answer is read.
public struct Request<Answer> {
    /// What is asked for.
    public let effect: Effect
    /// Reads what the shim answered.
    public let read: (Response) -> Outcome<Answer>

    /// - Parameter read: reads the answer of an effect that was carried out.
    init(_ effect: Effect, _ read: @escaping (Response) throws(Obstacle) -> Answer) {
        self.effect = effect
        self.read = { response in
            if let failure = response.failure { return .failure(.device(failure)) }
            do throws(Obstacle) {
                return .success(try read(response))
            } catch {
                return .failure(error)
            }
        }
    }

    /// - Parameter read: reads whatever the shim answered, failures included.
    init(_ effect: Effect, readingAll read: @escaping (Response) -> Outcome<Answer>) {
        self.effect = effect
        self.read = read
    }
}

/// It was done, and there is nothing more to say.
public struct Completion: Equatable, Sendable {}

extension Request where Answer == Completion {
    init(_ effect: Effect) {
        self.init(effect) { _ in Completion() }
    }
}

/// An effect on its way to the shim.
public struct AskedEffect: Equatable, Sendable {
    /// What is asked for.
    public let effect: Effect
    /// What the answer will be numbered with; nil when nobody waits for one.
    public let ticket: Int?

    /// An effect on its way.
    public init(_ effect: Effect, ticket: Int? = nil) {
        self.effect = effect
        self.ticket = ticket
    }
}
