// What the browser around the page answers.

extension Request where Answer == Completion {
    /// Puts a text on the clipboard.
    public static func copy(_ text: String) -> Request { Request(.copy(text)) }

    /// Offers a text and an address to other apps.
    public static func share(text: String, url: String) -> Request { Request(.share(text: text, url: url)) }

    /// Saves a file.
    public static func download(name: String, type: String, bytes: [UInt8]) -> Request {
        Request(.download(name: name, type: type, bytes: bytes))
    }
}

extension Request where Answer == Bool {
    /// Installs Hearth as an app; whether the person agreed.
    public static var install: Request {
        Request(.install) { (response) throws(Obstacle) in try response.needFlag("accepted") }
    }

    /// Whether the app lock is on.
    public static var lockState: Request {
        Request(.lockState) { (response) throws(Obstacle) in try response.needFlag("on") }
    }
}

extension Request where Answer == String {
    /// Which version of the page this is; empty where nothing keeps one.
    public static var version: Request {
        Request(.version) { (response) throws(Obstacle) in try response.needText("version") }
    }
}
