import Bytes

/// Something that somebody is growing in, for themselves.
public struct GrowthNoted: EventFields {
    /// The growth's own id. The same one again says it anew.
    public var growth: Identifier
    /// What it is; at most ``TextLimit/line`` long.
    public var text: String
    /// The next step; at most ``TextLimit/line`` long, nil for none.
    public var step: String?
    /// The id under which the partner has been shown it; nil while they haven't.
    public var shown: Identifier?

    /// Something to grow in.
    public init(growth: Identifier, text: String, step: String? = nil, shown: Identifier? = nil) {
        self.growth = growth
        self.text = text
        self.step = step
        self.shown = shown
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        growth = try fields.id("growth", as: .subject)
        text = try fields.words("text")
        step = try fields.optionalText("step")
        shown = fields.has("shown") ? try fields.id("shown") : nil
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("growth", growth, as: .subject)
        try fields.words("text", text)
        try fields.optionalText("step", step)
        if let shown { fields.id("shown", shown) }
    }
}

/// Something that somebody is growing in, shown to the partner.
public struct GrowthShown: EventFields {
    /// An id of its own, made anew each time something is shown. The same one again says it anew.
    public var growth: Identifier
    /// What it is; at most ``TextLimit/line`` long.
    public var text: String
    /// The next step; at most ``TextLimit/line`` long, nil for none.
    public var step: String?

    /// What the partner reads.
    public init(growth: Identifier, text: String, step: String? = nil) {
        self.growth = growth
        self.text = text
        self.step = step
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        growth = try fields.id("growth", as: .subject)
        text = try fields.words("text")
        step = try fields.optionalText("step")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("growth", growth, as: .subject)
        try fields.words("text", text)
        try fields.optionalText("step", step)
    }
}

/// That somebody stands by what the other has shown them.
public struct GrowthBacked: EventFields {
    /// What was shown.
    public var growth: Identifier

    /// A word for what was shown.
    public init(growth: Identifier) {
        self.growth = growth
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        growth = try fields.id("growth", as: .subject)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("growth", growth, as: .subject)
    }
}

extension Projection {
    /// What someone is growing in, in the order in which they last said so.
    public func growths(of account: Identifier) -> [Said<GrowthNoted>] {
        said(on: .growths, by: account).compactMap { position in
            said(position) { event in if case .growthNoted(let fields) = event { fields } else { nil } }
        }
    }

    /// What someone shows of it, in the order in which they last said so.
    public func growthsShown(of account: Identifier) -> [Said<GrowthShown>] {
        said(on: .growthsShown, by: account).compactMap { position in
            said(position) { event in if case .growthShown(let fields) = event { fields } else { nil } }
        }
    }

    /// The entry by which someone stands by what was shown; nil when they haven't said so.
    public func backing(of growth: Identifier, by account: Identifier) -> Identifier? {
        guard let symbol = log.symbol(for: growth.text), let person = person(account),
            let position = person[.growthBackings].named[symbol], !isRemoved(position)
        else { return nil }
        return log.id(at: position)
    }
}
