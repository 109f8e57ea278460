import Markup

/// A line drawing of 24 by 24 units, one stroke wide, in the colour of the text around it.
enum Icon {
    case home, circles, speech, book, close, back, check, pause, lock, chevron, plus, heart, leaf, dots, share, copy,
        pen
    case envelope, people, help, printer, download, eye, exit, jar, chart, compass, gear, moon, search

    /// The strokes, as SVG path data.
    var paths: [String] {
        switch self {
        case .home: ["M5 11.5 12 5l7 6.5V20H5z", "M3.5 20h17"]
        case .circles: ["M9 7a5 5 0 1 0 0 10A5 5 0 0 0 9 7z", "M15 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10z"]
        case .speech: ["M4 5h16v12H9l-5 3.5z"]
        case .book: ["M6 4h12.5v16H7a2 2 0 0 1-2-2V5a1 1 0 0 1 1-1z", "M5 18a2 2 0 0 1 2-2h11.5"]
        case .close: ["M6 6l12 12", "M18 6 6 18"]
        case .back: ["M14.5 5.5 8 12l6.5 6.5"]
        case .check: ["M5 12.5l4.5 4.5L19 7"]
        case .pause: ["M9 6v12", "M15 6v12"]
        case .lock: ["M6 11h12v9H6z", "M8.5 11V8a3.5 3.5 0 0 1 7 0v3"]
        case .chevron: ["M9.5 5.5 16 12l-6.5 6.5"]
        case .plus: ["M12 5v14", "M5 12h14"]
        case .heart: ["M12 19.5S4.5 15 4.5 9.6A3.9 3.9 0 0 1 12 8a3.9 3.9 0 0 1 7.5 1.6C19.5 15 12 19.5 12 19.5z"]
        case .leaf: ["M5 19C5 10 10 5 19 5c0 9-5 14-14 14z", "M5 19l8-8"]
        case .dots: ["M6 12h.01", "M12 12h.01", "M18 12h.01"]
        case .share: ["M12 15V4", "M8 7.5 12 4l4 3.5", "M6 12v8h12v-8"]
        case .copy: ["M9 9h11v11H9z", "M15 9V4H4v11h5"]
        case .pen: ["M5 19l1-4L16.5 4.5l3 3L9 18z"]
        case .envelope: ["M4 6h16v12H4z", "M4 7l8 6 8-6"]
        case .people:
            [
                "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6z", "M16 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6z", "M3 19a5 5 0 0 1 10 0",
                "M13 15a5 5 0 0 1 8 4",
            ]
        case .help:
            [
                "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z", "M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8",
                "M12 16.5h.01",
            ]
        case .printer: ["M7 9V4h10v5", "M5 9h14v8H5z", "M7 14h10v6H7z"]
        case .download: ["M12 4v11", "M8 11.5l4 3.5 4-3.5", "M5 20h14"]
        case .eye:
            ["M2.5 12S6 6 12 6s9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6z", "M12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z"]
        case .exit: ["M13 4H5v16h8", "M10 12h10", "M16.5 8.5 20 12l-3.5 3.5"]
        case .jar: ["M7 4h10v3H7z", "M8 7c-2 1.5-3 3-3 5v6a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-6c0-2-1-3.5-3-5"]
        case .chart: ["M4 19h16", "M5 15c3 0 3-6 6-6s3 4 8-3"]
        case .compass: ["M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z", "M15.5 8.5l-2 5-5 2 2-5z"]
        case .gear:
            [
                "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
                "M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M18.4 5.6l-2.1 2.1M7.7 16.3l-2.1 2.1",
            ]
        case .moon: ["M19 14.5A8 8 0 0 1 9.5 5a8 8 0 1 0 9.5 9.5z"]
        case .search: ["M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13z", "M15.5 15.5 20 20"]
        }
    }
}

/// An icon that says nothing to a screen reader; what it stands beside, or its button's label, does.
func icon(_ icon: Icon) -> View {
    svg(.classes("icon"), .named(.viewBox, "0 0 24 24"), .decorative, .named(.focusable, "false")) {
        for path in icon.paths { element(.path, .named(.d, path)) }
    }
}
