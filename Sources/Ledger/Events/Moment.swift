import Bytes

/// A moment worth remembering.
public struct MomentKept: EventFields {
    /// What it was; at most ``TextLimit/long`` long.
    public var text: String
    /// The day on which it was.
    public var day: Day
    /// The entry in whose place it stands, which its author took back for it; nil for a moment of its own.
    public var instead: Identifier?
    /// Its photos; at most ``Photo/most``.
    public var photos: [Photo]
    /// Whether its day comes back each year, with a word said before it.
    public var isYearly: Bool

    /// A moment.
    public init(
        text: String, day: Day, instead: Identifier? = nil, photos: [Photo] = [], isYearly: Bool = false
    ) {
        self.text = text
        self.day = day
        self.instead = instead
        self.photos = photos
        self.isYearly = isYearly
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        text = try fields.words("text")
        day = try fields.day("day", as: .ordinal)
        instead = fields.has("instead") ? try fields.id("instead", as: .subject) : nil
        // Words are not lost for a photo that can't be read.
        photos = fields.has("photos") ? try fields.names("photos").compactMap { Photo(text: $0) } : []
        if photos.count > Photo.most { photos.removeSubrange(Photo.most...) }
        isYearly = fields.has("yearly") ? try fields.flag("yearly") : false
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.words("text", text)
        fields.day("day", day, as: .ordinal)
        if let instead { fields.id("instead", instead, as: .subject) }
        guard photos.count <= Photo.most else { throw FieldDefect("photos", .outOfRange) }
        if !photos.isEmpty { fields.byteStrings("photos", photos.map { $0.bytes }) }
        if isYearly { fields.flag("yearly", isYearly) }
    }
}
