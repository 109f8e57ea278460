import Foundation
import Hummingbird

/// The smallest server that the relay's framework makes: what `script/bench reads` and `appends` are compared with.
///
///     hello-bench PORT
///
/// `GET /` answers five bytes, `GET /bytes/N` N of them, at most a megabyte; `POST /` reads a body and forgets it.
@main
enum Hello {
    static func main() async throws {
        let router = Router()
        router.get("/") { _, _ in "hello" }
        router.post("/") { request, _ in
            _ = try await request.body.collect(upTo: 1_000_000)
            return "thanks"
        }
        router.get("/bytes/:count") { _, context in
            let count = try context.parameters.require("count", as: Int.self)
            guard (0...1_000_000).contains(count) else { throw HTTPError(.badRequest) }
            return ByteBuffer(repeating: 0, count: count)
        }
        let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 0
        let application = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in
                // At once, also into a pipe.
                let line = "ready at http://127.0.0.1:\(channel.localAddress?.port ?? port)\n"
                FileHandle.standardOutput.write(Data(line.utf8))
            })
        try await application.runService()
    }
}
