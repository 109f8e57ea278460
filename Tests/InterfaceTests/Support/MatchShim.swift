import Bytes
import Household
import HouseholdTestSupport
import JSON
import Testing
import Wire

/// Plays the shim's part where wishes are compared: the token of a wish is the wish itself, as far as it goes.
enum MatchShim {
    /// The token of a wish.
    static func token(_ item: String) -> Identifier {
        let bytes = Array(item.utf8)
        return Identifier((0..<16).map { $0 < bytes.count ? bytes[$0] : 0 }) ?? .zero
    }

    /// The wishes that an effect names.
    static func items(_ effect: AskedEffect) -> [String] {
        guard case .list(let items)? = effect["items"] else { return [] }
        return items.compactMap { if case .text(let name) = $0 { name } else { nil } }
    }

    /// Answers with the tokens of these wishes.
    static func reply(_ couple: inout TodayCouple, to effect: AskedEffect, _ items: [String]) throws {
        var blobs = Sample.bytes(16, of: 42)
        var references: [JSONValue] = []
        for item in items {
            references.append([.integer(blobs.count), 16])
            blobs += token(item).bytes
        }
        let fields = JSONValue.object([
            JSONMember("ok", .bool(true)), JSONMember("topic", [0, 16]), JSONMember("tokens", .array(references)),
        ])
        try couple.visit.reply(to: effect, Response(fields: fields, blobs: blobs))
    }
}
