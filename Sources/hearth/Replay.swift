import ArgumentParser
import Crypto
import Foundation
import Interface

/// `hearth replay`: runs the browser's core natively on recorded messages, to hold the WebAssembly build against it.
struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run recorded browser messages through the native core.",
        discussion: """
            Reads frames as the page sends them (Sources/Interface/Core/Frame.swift), each after its length in 4 bytes, \
            little-endian, and prints the SHA-256 of each answer. The tests record a session in a browser and expect the \
            same answers here.
            """,
        shouldDisplay: false)

    @Argument(help: ArgumentHelp("The recorded frames.", valueName: "file"))
    var file: String

    func run() throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure(.noInput, "\(file) can't be read.").reported()
        }
        let bytes = [UInt8](data)
        var app = App()
        var position = 0
        while position < bytes.count {
            guard let frame = Self.frame(in: bytes, at: &position) else {
                throw Failure(.badData, "\(file) ends within a frame.").reported()
            }
            let digest = SHA256.hash(data: app.receive(frame))
            print(digest.map { String(format: "%02x", $0) }.joined())
        }
    }

    private static func frame(in bytes: [UInt8], at position: inout Int) -> [UInt8]? {
        guard position + 4 <= bytes.count else { return nil }
        let length = (0..<4).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
        guard position + 4 + length <= bytes.count else { return nil }
        defer { position += 4 + length }
        return Array(bytes[(position + 4)..<(position + 4 + length)])
    }
}
