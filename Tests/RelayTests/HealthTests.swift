import Foundation
import RelayTestSupport
import Testing
import Wire

@testable import Relay

/// What `/health` says when the store is in trouble.
@Suite struct HealthTests {
    @Test func headIsAnsweredAsGetWithoutItsBody() async throws {
        try await withRelay { world in
            let (get, head) = (
                try await world.browser().send("GET", "/health"), try await world.browser().send("HEAD", "/health")
            )
            #expect(head.status == 200 && head.body.isEmpty)
            #expect(head.headers["Content-Type"] == get.headers["Content-Type"])
            #expect(head.headers["Content-Length"] == [String(get.body.count)])
        }
    }

    @Test func aFileThatWasMovedAwayIsTold() async throws {
        try await withRelay { world in
            let file = world.directory.url.appendingPathComponent("hearth.sqlite")
            let away = world.directory.url.appendingPathComponent("away")
            try FileManager.default.moveItem(at: file, to: away)
            for method in ["GET", "HEAD"] {
                world.clock.advance(milliseconds: 1000)
                let answer = try await world.browser().send(method, "/health")
                #expect(answer.status == 503)
                if method == "GET" { #expect(try answer.error().message.contains("moved away")) }
            }
            // Another file isn't the one that was opened.
            try Data(contentsOf: away).write(to: file)
            world.clock.advance(milliseconds: 1000)
            #expect(try await world.browser().send("GET", "/health").status == 503)
            try FileManager.default.removeItem(at: file)
            try FileManager.default.moveItem(at: away, to: file)
            world.clock.advance(milliseconds: 1000)
            #expect(try await world.browser().send("GET", "/health").status == 200)
        }
    }

    @Test func aDatabaseThatIsHeldIsTold() async throws {
        try await withRelay { world in
            try await SQLiteFile(world.directory).hold {
                let answer = try await world.browser().send("GET", "/health")
                #expect(answer.status == 503)
                #expect(try answer.error().message.contains("another program holds the database"))
            }
            world.clock.advance(milliseconds: 1000)
            #expect(try await world.browser().send("GET", "/health").status == 200)
        }
    }
}
