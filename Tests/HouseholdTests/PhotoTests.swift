import Bytes
import HouseholdTestSupport
import Ledger
import Testing
import Wire

@testable import Household

@Suite("Photos")
struct PhotoTests {
    private func moment(_ photos: [Photo], instead: Identifier? = nil) throws -> Event {
        .momentKept(
            MomentKept(text: "The ferry", day: try #require(Day(text: "2027-01-10")), instead: instead, photos: photos))
    }

    private func kept(_ device: Device) throws -> Identifier {
        let ours = try #require(device.home.ours)
        return ours.log.id(at: try #require(ours.moments.last))
    }

    /// What the relay was asked about photos and entries, in order.
    private func asked(_ couple: Couple) -> [String] {
        couple.relay.requests(of: couple.shared).map { $0.name }.filter {
            ["append", "putBlob", "eraseBlob", "erase"].contains($0)
        }
    }

    @Test("a photo is sent before the entry that carries it, once")
    func order() throws {
        var couple = try Couple()
        let before = asked(couple).count
        let photo = Sample.photo(1)
        try couple.ana.act { $0.write(try moment([photo]), &$1) }
        #expect(asked(couple).dropFirst(before) == ["putBlob", "append"])
        #expect(couple.relay.blobs(in: couple.shared) == [photo.id])
        try couple.ana.thank("For the tea")
        #expect(asked(couple).dropFirst(before) == ["putBlob", "append", "append"])
        try couple.ben.look()
        #expect(try #require(couple.ben.home.ours).moments.count == 1)
    }

    @Test("without a network both wait, and with it both go, in that order, also after a reload")
    func offline() throws {
        var couple = try Couple()
        try couple.ana.go(online: false)
        try couple.ana.act { $0.write(try moment([Sample.photo(1)]), &$1) }
        try couple.ana.reopen()
        let before = asked(couple).count
        try couple.ana.go(online: true)
        try couple.ana.look()
        #expect(asked(couple).dropFirst(before).prefix(2) == ["putBlob", "append"])
    }

    @Test("words don't wait for a photo that the relay has no room for, and that is told")
    func full() throws {
        var couple = try Couple()
        couple.relay.refusesBlobs = .quotaFull
        try couple.ana.act { $0.write(try moment([Sample.photo(1)]), &$1) }
        #expect(couple.ana.home.notices.contains(.replica(.relayFull)))
        try couple.ben.look()
        #expect(try #require(couple.ben.home.ours).moments.count == 1)
    }

    @Test("words don't wait for a photo that this device can't send")
    func unsendable() throws {
        var couple = try Couple()
        couple.ana.photoFailure = "timeout"
        try couple.ana.act { $0.write(try moment([Sample.photo(1)]), &$1) }
        try couple.ben.look()
        #expect(try #require(couple.ben.home.ours).moments.count == 1)
    }

    @Test("taking a moment back erases its photos first, here and at the relay")
    func erasing() throws {
        var couple = try Couple()
        let photos = [Sample.photo(1), Sample.photo(2)]
        try couple.ana.act { $0.write(try moment(photos), &$1) }
        let entry = try kept(couple.ana)
        let before = asked(couple).count
        try couple.ana.act { $0.takeBack(entry, &$1) }
        #expect(asked(couple).dropFirst(before) == ["append", "eraseBlob", "eraseBlob", "erase"])
        #expect(couple.relay.blobs(in: couple.shared).isEmpty)
        #expect(couple.ana.told.contains(.photos(.forget(photos.map { $0.id }))))
        #expect(!couple.ana.keeps(photos[0].text))
    }

    @Test("what couldn't be erased is erased at the next chance")
    func erasingLater() throws {
        var couple = try Couple()
        let photo = Sample.photo(1)
        try couple.ana.act { $0.write(try moment([photo]), &$1) }
        let entry = try kept(couple.ana)
        couple.relay.refusesBlobs = .busy
        try couple.ana.act { $0.takeBack(entry, &$1) }
        #expect(couple.relay.blobs(in: couple.shared) == [photo.id])
        #expect(!asked(couple).contains("erase"))
        couple.relay.refusesBlobs = nil
        try couple.ana.reopen()
        #expect(couple.relay.blobs(in: couple.shared).isEmpty)
        #expect(asked(couple).last == "erase")
    }

    @Test("other words for a moment keep its photos")
    func changing() throws {
        var couple = try Couple()
        let photo = Sample.photo(1)
        try couple.ana.act { $0.write(try moment([photo]), &$1) }
        let entry = try kept(couple.ana)
        try couple.ana.act { $0.change(entry, to: try moment([photo], instead: entry), &$1) }
        #expect(couple.relay.blobs(in: couple.shared) == [photo.id])
        #expect(!asked(couple).contains("eraseBlob") && asked(couple).last == "erase")
    }

    @Test("a photo of a moment that is written anew stays until it is left out")
    func holding() throws {
        var couple = try Couple()
        let photo = Sample.photo(1)
        try couple.ana.act { $0.write(try moment([photo]), &$1) }
        let entry = try kept(couple.ana)
        try couple.ana.act {
            $0.hold([photo])
            $0.takeBack(entry, &$1)
        }
        #expect(couple.relay.blobs(in: couple.shared) == [photo.id])
        try couple.ana.act { $0.drop(photo, &$1) }
        #expect(couple.relay.blobs(in: couple.shared).isEmpty)
    }

    @Test("a photo stays while another moment of one’s own carries it; that one of the other’s names it holds nothing")
    func sharing() throws {
        var couple = try Couple()
        let photo = Sample.photo(1)
        for _ in 0..<2 { try couple.ana.act { $0.write(try moment([photo]), &$1) } }
        let ours = try #require(couple.ana.home.ours)
        let own = ours.moments.map { ours.log.id(at: $0) }
        try couple.ben.look()
        try couple.ben.act { $0.write(try moment([photo]), &$1) }
        try couple.ana.look()
        #expect(try #require(couple.ana.home.ours).moments.count == 3)
        try couple.ana.act { $0.takeBack(own[0], &$1) }
        #expect(couple.relay.blobs(in: couple.shared) == [photo.id])
        // Otherwise whoever has seen a photo could keep its author from ever erasing it.
        try couple.ana.act { $0.takeBack(own[1], &$1) }
        #expect(couple.relay.blobs(in: couple.shared).isEmpty)
        #expect(couple.ana.told.contains(.photos(.forget([photo.id]))))
    }
}
