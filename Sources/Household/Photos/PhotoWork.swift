import Bytes
import Ledger

/// What is asked of the shim about photos. They never pass through here: the shim scales, encrypts, keeps, sends, fetches and shows
/// them, and puts them into what is printed or saved, by what entries carry of them.
public enum PhotoWork: Equatable, Sendable {
    /// Makes photos of the pictures chosen in the file field of that id, as many as may still be added, and keeps them.
    case choose(element: String, most: Int)
    /// Sends photos to a space, unless they are there.
    case send([Identifier], space: Identifier)
    /// Shows these as somebody comes near their elements, and no others; of what this device keeps, what isn't among them goes, unless
    /// it is still to be sent or no entry carries it yet.
    case show([ShownPhoto])
    /// Takes photos away from what this device keeps.
    case forget([Identifier])
    /// Saves what an element shows as a file.
    case save(element: String, name: String)
    /// Has a photo ready for paper or a file, drawn anew where its longest side is longer than that, and shows it in its element where
    /// that is on the page. Unless it is here only that counts, it is fetched where this device hasn't got it.
    case prepare(ShownPhoto, side: Int?, isHereOnly: Bool)
    /// Lets go of what was ready for these elements.
    case release([String])
    /// Saves a page of HTML; in each of its images that names an element stands what is ready for it.
    case savePage(name: String, type: String, bytes: [UInt8])
}

/// A photo, and the element that shows it.
public struct ShownPhoto: Equatable, Sendable {
    /// The element's id.
    public let element: String
    /// The space in which its blob lies.
    public let space: Identifier
    /// The photo.
    public let photo: Photo

    /// A photo in an element.
    public init(element: String, space: Identifier, photo: Photo) {
        self.element = element
        self.space = space
        self.photo = photo
    }

    /// The photos that go with an entry, in elements that bear its name and are counted from 0.
    public static func all(_ photos: [Photo], named name: String, in space: Identifier) -> [ShownPhoto] {
        photos.enumerated().map { ShownPhoto(element: name + "-" + String($0), space: space, photo: $1) }
    }
}

extension PhotoWork {
    /// What the shim calls it, and what it needs to know.
    var wire: (name: EffectName, fields: [EffectField]) {
        switch self {
        case .choose(let element, let most):
            (.choosePhotos, [EffectField("element", .text(element)), EffectField("most", .number(Double(most)))])
        case .send(let photos, let space):
            (.sendPhotos, [EffectField("space", .bytes(space.bytes)), EffectField("ids", Self.ids(photos))])
        case .show(let photos): (.showPhotos, [EffectField("photos", .list(photos.map { .object($0.fields) }))])
        case .forget(let photos): (.forgetPhotos, [EffectField("ids", Self.ids(photos))])
        case .save(let element, let name):
            (.savePhoto, [EffectField("element", .text(element)), EffectField("name", .text(name))])
        case .prepare(let photo, let side, let isHereOnly):
            (
                .preparePhoto,
                [EffectField("photo", .object(photo.fields)), EffectField("hereOnly", .flag(isHereOnly))]
                    + (side.map { [EffectField("side", .number(Double($0)))] } ?? [])
            )
        case .release(let elements): (.releasePhotos, [EffectField("elements", .list(elements.map { .text($0) }))])
        case .savePage(let name, let type, let bytes):
            (
                .saveWithPhotos,
                [
                    EffectField("name", .text(name)), EffectField("type", .text(type)),
                    EffectField("bytes", .bytes(bytes)),
                ]
            )
        }
    }

    private static func ids(_ photos: [Identifier]) -> EffectValue { .list(photos.map { .bytes($0.bytes) }) }
}

extension ShownPhoto {
    fileprivate var fields: [EffectField] {
        [
            EffectField("element", .text(element)), EffectField("space", .bytes(space.bytes)),
            EffectField("id", .bytes(photo.id.bytes)), EffectField("key", .bytes(photo.key)),
            EffectField("hash", .bytes(photo.hash)),
        ]
    }
}
