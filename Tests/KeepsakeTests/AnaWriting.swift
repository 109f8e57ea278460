import Bytes
import Keepsake
import Ledger
import Library

/// Ana's entries, and what her catalogue names.
struct AnaWriting {
    static let ana = Identifier([UInt8](1...16))!
    static let ben = Identifier([UInt8](repeating: 0xFE, count: 16))!
    /// 20 November 2026, noon UTC.
    static let noon: Int64 = 1_795_176_000_000

    static let catalogue = try! Catalogue(
        packed: Array(
            """
            {"version":1,"language":"en",\
            "check":[[["tell","emotional","do","I tell you."]],"not at all","completely",["","",""],["",[[1,"Doorstep",""]]]],\
            "pulse":[[["p1","emotional","We told each other."]],["","",""]],"signs":[],"causes":[],\
            "practices":[["door","The door","Go.","Why.","Flat.",5,"together",1,1,2,0,"daily","any",{"emotional":80},[],[]]],\
            "questions":[["smell",1,"What smell?","taste"]],"dates":[],"journeys":[],"articles":[],"conversations":[],\
            "help":["","",[],["","",[]],[],["","",[]],[],""]}
            """.utf8))

    private(set) var projection = Projection()
    private var generator = SeededGenerator(seed: 5)
    private var count: Int64 = 0

    /// Lets someone say something, a second after the last.
    @discardableResult
    mutating func say(_ event: Event, by author: Identifier = Self.ana, offset: Int? = nil) throws -> Identifier {
        let id = generator.identifier()
        let stamp = Stamp(milliseconds: Self.noon + count * 1000, counter: 0, device: DeviceID(1))
        _ = projection.insert(Entry(id: id, author: author, body: try event.body(at: stamp, offset: offset), link: nil))
        count += 1
        return id
    }

    /// Everything as Ana takes it along.
    func export(leavingOut settings: Set<String> = []) -> Export {
        Export(
            [(projection, .mine)], of: Self.ana, name: "Ana", someone: "Someone", leavingOut: settings, made: Self.noon)
    }
}
