/// Photos that go with a moment.
public struct PhotoWords: Sendable {
    public let add, addAnother, field, making, most: String
    /// That a photo needs a line beside it.
    public let needsLine: String
    /// A photo that is about to be kept: which one, and leaving it out.
    public let chosen, leaveOut: @Sendable (_ number: Int) -> String

    // What can't be taken
    public let emptyFile, notPicture, pictureUnknown, pictureTooLarge, tooMany, deviceFull, nothingKept, hidden: String
    public let stuck, failed: String

    // In the story
    /// What a screen reader says for a photo: who kept it, and which of how many it is.
    public let alt: @Sendable (_ name: String, _ number: Int, _ count: Int) -> String
    public let missing, offline, broken, unsent, save, saveAll: String
    /// What a photo's file is called.
    public let fileName: @Sendable (_ day: String, _ number: Int) -> String
    /// How many photos went with a moment, in what is taken along, and in a list of what can be.
    public let count, with: @Sendable (_ count: Int) -> String

    // On paper and in files
    /// How many of how many are ready.
    public let gathering: @Sendable (_ done: Int, _ of: Int) -> String
    public let gathered, tryAgain, saveWithout: String
    /// How many are left out: the server can't be reached, they are nowhere, or there are too many.
    public let away, gone, noRoom: @Sendable (_ count: Int) -> String
}

extension PhotoWords {
    /// British English.
    public static let english = PhotoWords(
        add: "Add a photo", addAnother: "Add another photo", field: "Photos for this moment",
        making: "Getting it ready…",
        most: "Four photos fit into one moment.",
        needsLine: "Write a line with it, so that you know later what it was.",
        chosen: { number in "Photo \(number), not kept yet" },
        leaveOut: { number in "Leave photo \(number) out" },
        emptyFile: "There is nothing in that file. It may not have been downloaded to this device yet.",
        notPicture: "That file isn’t a picture that this browser can read. Your words are still here.",
        pictureUnknown:
            "This browser can’t read that kind of picture, which newer phones make. Save it as JPEG, or add it from the phone that took it.",
        pictureTooLarge: "That file is too large for a photo. A smaller copy of it will do.",
        tooMany: "Four photos fit into one moment. The rest were left out.",
        deviceFull:
            "This device has no room for the photo. Free a little, then add it again. Your words are still here.",
        nothingKept: "This browser keeps nothing here, so it can’t hold the photo. Your words are still here.",
        hidden:
            "This browser hides pictures from pages, to keep you from being recognised. It would send noise instead of the photo.",
        stuck: "That took too long. Your words are still here; add the photo again in a moment.",
        failed: "The photo couldn’t be made ready. Your words are still here; add it again.",
        alt: { name, number, count in
            count == 1 ? "Photo kept by \(name)" : "Photo \(number) of \(count), kept by \(name)"
        },
        missing: "This photo isn’t here yet. It comes once the phone that took it has sent it.",
        offline: "This photo comes when the server can be reached.",
        broken: "The server gave something else than this photo, so it isn’t shown.",
        unsent: "Only on this device so far. It goes as soon as the server takes it.",
        save: "Save the photo", saveAll: "Save the photos",
        fileName: { day, number in "hearth-\(day)" + (number > 1 ? "-\(number)" : "") + ".jpg" },
        count: { count in count == 1 ? "One photo." : "\(EnglishCount.word(count).capitalisedFirst) photos." },
        with: { count in count == 1 ? "with a photo" : "with \(EnglishCount.word(count)) photos" },
        gathering: { done, all in "Getting the photos ready: \(done) of \(all)." },
        gathered: "The photos are ready.", tryAgain: "Try again", saveWithout: "Save the page as it is",
        away: { count in
            count == 1
                ? "One photo is left out: it isn’t on this device, and the server can’t be reached."
                : "\(EnglishCount.word(count).capitalisedFirst) photos are left out: they aren’t on this device, and the server can’t be reached."
        },
        gone: { count in
            count == 1
                ? "One photo is left out: neither this device nor the server has it whole."
                : "\(EnglishCount.word(count).capitalisedFirst) photos are left out: neither this device nor the server has them whole."
        },
        noRoom: { count in
            count == 1
                ? "One photo is left out: there are more than fit."
                : "\(EnglishCount.word(count).capitalisedFirst) photos are left out: there are more than fit."
        })
}
