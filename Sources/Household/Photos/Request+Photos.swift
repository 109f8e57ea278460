import Bytes
import JSON
import Ledger
import Wire

/// What came of choosing pictures.
public struct ChosenPhotos: Equatable, Sendable {
    /// Those that were made into photos.
    public let photos: [Photo]
    /// Why the last of the others wasn't; nil when all were.
    public let refused: EffectFailure?
}

extension Request where Answer == ChosenPhotos {
    /// Makes photos of the pictures chosen in a file field.
    ///
    /// - Parameters:
    ///   - element: the field's id.
    ///   - most: how many may be added.
    public static func choosePhotos(in element: String, most: Int) -> Request {
        Request(.photos(.choose(element: element, most: most))) { (response) throws(Obstacle) in
            var photos: [Photo] = []
            for made in try response.needList("photos") { photos.append(try response.photo(made)) }
            return ChosenPhotos(photos: photos, refused: response.failure(named: "refused"))
        }
    }
}

extension Response {
    fileprivate func photo(_ made: JSONValue) throws(Obstacle) -> Photo {
        guard let id = bytes(at: made["id"]).flatMap({ Identifier($0) }), let key = bytes(at: made["key"]),
            let hash = bytes(at: made["hash"]), let size = made.count("size"), let width = made.count("width"),
            let height = made.count("height"),
            let photo = Photo(id: id, key: key, hash: hash, size: size, width: width, height: height)
        else { throw .device(.internal) }
        return photo
    }
}

extension JSONValue {
    /// A member that is a whole number which an `Int` of this machine holds.
    fileprivate func count(_ name: String) -> Int? { self[name]?.integer.flatMap { Int(exactly: $0) } }
}

/// What came of sending photos.
public struct SentPhotos: Equatable, Sendable {
    /// Why the relay didn't take one of them; nil when it has them all.
    public let refused: ErrorName?
}

extension Request where Answer == SentPhotos {
    /// Sends photos to a space.
    static func sendPhotos(_ photos: [Identifier], to space: Identifier) -> Request {
        Request(.photos(.send(photos, space: space))) { (response) throws(Obstacle) in
            SentPhotos(refused: response.text("refused").map { ErrorName(rawValue: $0) ?? .internal })
        }
    }
}

extension Request where Answer == Int {
    /// Has a photo ready for paper or a file; the answer is how many bytes it has.
    ///
    /// - Parameters:
    ///   - side: how long its longest side may be; nil when it may stay as it is.
    ///   - isHereOnly: whether it counts as missing where this device hasn't got it.
    static func preparePhoto(_ photo: ShownPhoto, side: Int?, isHereOnly: Bool) -> Request {
        Request(.photos(.prepare(photo, side: side, isHereOnly: isHereOnly))) { (response) throws(Obstacle) in
            guard let size = response.fields.count("size") else { throw .device(.internal) }
            return size
        }
    }
}

extension Request where Answer == Completion {
    /// Saves a page of HTML with the photos that are ready for its images.
    public static func savePage(name: String, bytes: [UInt8]) -> Request {
        Request(.photos(.savePage(name: name, type: "text/html", bytes: bytes)))
    }
}
