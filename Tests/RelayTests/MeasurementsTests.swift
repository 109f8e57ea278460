import AsyncHTTPClient
import Foundation
import Metrics
import NIOCore
import RelayTestSupport
import Testing

@testable import Relay

/// What Prometheus is told.
@Suite struct MeasurementsTests {
    @Test func everythingMeasuredIsTold() {
        let measurements = Measurements(numbers: [
            .init("hearth_disk_free_bytes", "What is left.") { 12 }, .init("nothing", "Not to be had.") { nil },
        ])
        let counter = measurements.makeCounter(label: "hearth_tries", dimensions: [("route", "sign\"In")])
        counter.increment(by: 2)
        measurements.makeCounter(label: "hearth_tries", dimensions: [("route", "sign\"In")]).increment(by: 1)
        measurements.makeRecorder(label: "hearth.live.streams", dimensions: [], aggregate: false).record(Int64(7))
        let timer = measurements.makeTimer(label: "hearth_request_duration", dimensions: [("route", "read")])
        for milliseconds: Int64 in [1, 3, 3, 20_000] { timer.recordNanoseconds(milliseconds * 1_000_000) }
        let lines = measurements.text.split(separator: "\n").map(String.init)
        for line in [
            "# TYPE hearth_disk_free_bytes gauge", "hearth_disk_free_bytes 12.0", "# TYPE hearth_tries counter",
            "hearth_tries{route=\"sign\\\"In\"} 3.0", "hearth_live_streams 7.0",
            "# TYPE hearth_request_duration_seconds histogram",
            "hearth_request_duration_seconds_bucket{route=\"read\",le=\"0.001\"} 1",
            "hearth_request_duration_seconds_bucket{route=\"read\",le=\"0.005\"} 3",
            "hearth_request_duration_seconds_bucket{route=\"read\",le=\"10.0\"} 3",
            "hearth_request_duration_seconds_bucket{route=\"read\",le=\"+Inf\"} 4",
            "hearth_request_duration_seconds_count{route=\"read\"} 4",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
        #expect(!measurements.text.contains("nothing"))
    }

    @Test func aRelayTellsThisMachine() async throws {
        try await withHTTP { try await self.ask($0) }
    }

    private func ask(_ http: HTTPClient) async throws {
        let directory = try TemporaryDirectory()
        let command = try HearthCommand([
            "serve", "--port", "0", "--data", directory.url.path, "--metrics-port", "0",
        ])
        let world = RelayWorld(
            directory: directory, clock: TestClock(), log: LogLines(), http: http, port: try command.port())
        let (ada, browser) = try await world.join("ada")
        try await browser.append([ada.envelope(in: ada.privateSpace.id)], to: ada.privateSpace.id)
        let told = command.logged()
        let address = try #require(told.firstRange(of: "http://127.0.0.1:").map { told[$0.lowerBound...] })
        let read = { (path: String) in
            let answer = try await http.execute(HTTPClientRequest(url: path), timeout: .seconds(30))
            return (answer.status.code, String(buffer: try await answer.body.collect(upTo: 1 << 20)))
        }
        let metrics = String(address.prefix { !$0.isNewline && $0 != " " })
        let (status, text) = try await read(metrics)
        #expect(status == 200 && text.contains("hearth_request_duration_seconds_count{route=\"createAccount\",status="))
        #expect(text.contains("hearth_database_bytes ") && text.contains("process_resident_memory_bytes "))
        #expect(!text.contains(ada.account.text) && !text.contains("ada"))
        #expect(try await read(metrics.replacing("/metrics", with: "/health")).0 == 404)
        // Nor does the page's own port tell any of it.
        #expect(try await browser.send("GET", "/metrics").status == 404)
        command.send(SIGTERM)
        #expect(command.end().code == 0)
        let taken = try HearthCommand([
            "serve", "--port", "0", "--data", directory.url.path, "--metrics-port", "70000",
        ])
        #expect(taken.end().code == 64)
    }
}
