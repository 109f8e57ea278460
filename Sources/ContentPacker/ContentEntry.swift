import Closeness
import Yams

/// One mapping of a content file, read field by field.
///
/// A field that is missing or wrong is reported with its line and read as something harmless, so that one pass names every
/// problem of every file; nothing is packed when there is one.
struct ContentEntry {
    private let mapping: Node.Mapping
    private let findings: Findings
    /// What this is, for messages: "practice", "step".
    private let what: String
    /// Where it begins.
    let place: Findings.Location

    /// Takes a node that must be a mapping with no other keys than these; otherwise it is reported and nil.
    init?(_ node: Node, of what: String, keys: [String], file: String, findings: Findings) {
        place = Findings.Location(file: file, line: node.mark?.line)
        guard let mapping = node.mapping else {
            findings.report(place, "expected a \(what) with its fields")
            return nil
        }
        self.mapping = mapping
        self.findings = findings
        self.what = what
        for (key, _) in mapping where !keys.contains(key.scalar?.string ?? "") {
            let name = key.scalar?.string ?? "(not a word)"
            findings.report(
                Findings.Location(file: file, line: key.mark?.line),
                "\(name) is no field of a \(what); the fields are \(keys.joined(separator: ", "))")
        }
    }

    /// Where a field is written; where the entry begins when it isn't.
    func place(of key: String) -> Findings.Location {
        // The key's own line: a block of text begins on the line after it.
        let line = mapping.first { $0.key.scalar?.string == key }?.key.mark?.line
        return Findings.Location(file: place.file, line: line ?? place.line)
    }

    private func place(of node: Node) -> Findings.Location {
        Findings.Location(file: place.file, line: node.mark?.line ?? place.line)
    }

    /// Reports a problem with a field.
    func report(_ key: String, _ reason: String) {
        findings.report(place(of: key), "\(key) \(reason)")
    }

    /// The field's node; nil when it is missing, null or an empty text.
    func optional(_ key: String) -> Node? {
        guard let node = mapping[key] else { return nil }
        guard let scalar = node.scalar else { return node }
        let isNull = scalar.style == .plain && ["null", "~"].contains(scalar.string)
        return isNull || scalar.string.isEmpty ? nil : node
    }

    private func required(_ key: String) -> Node? {
        let node = optional(key)
        if node == nil { findings.report(place(of: key), "the \(what) has no \(key)") }
        return node
    }

    private func text(_ node: Node, _ key: String) -> String? {
        guard let scalar = node.scalar else {
            findings.report(place(of: node), "\(key) must be text")
            return nil
        }
        let text = Self.trimmed(scalar.string)
        if text.isEmpty {
            findings.report(place(of: node), "\(key) is empty")
            return nil
        }
        return text
    }

    private func prose(_ node: Node, _ key: String, length: ClosedRange<Int>, asksSomething: Bool) -> String? {
        guard let text = text(node, key).map(Typography.curly) else { return nil }
        let place = place(of: node)
        if !length.contains(text.count) {
            findings.report(
                place,
                "\(key) must have \(length.lowerBound) to \(length.upperBound) characters, found \(text.count)")
        }
        for complaint in LanguageRules.complaints(about: text, asksSomething: asksSomething) {
            findings.report(place, "\(key) \(complaint)")
        }
        return text
    }

    /// A text that people read, with its quotation marks as they are printed (``Typography``).
    func prose(_ key: String, _ length: ClosedRange<Int>, asksSomething: Bool = false) -> String {
        required(key).flatMap { prose($0, key, length: length, asksSomething: asksSomething) } ?? ""
    }

    /// A text that people read, if there is one.
    func optionalProse(_ key: String, _ length: ClosedRange<Int>, asksSomething: Bool = false) -> String? {
        optional(key).flatMap { prose($0, key, length: length, asksSomething: asksSomething) }
    }

    /// Several texts that people read.
    func proses(_ key: String, count: ClosedRange<Int>, _ length: ClosedRange<Int>, asksSomething: Bool = false)
        -> [String]
    {
        let texts = nodes(key).compactMap { prose($0, key, length: length, asksSomething: asksSomething) }
        if !count.contains(texts.count) {
            report(key, "must list \(count.lowerBound) to \(count.upperBound) texts, found \(texts.count)")
        }
        return texts
    }

    /// Reports texts that have together fewer or more words than they may.
    func checkWords(_ key: String, _ texts: [String], _ count: ClosedRange<Int>) {
        let found = texts.reduce(0) { $0 + LanguageRules.words(of: $1).count }
        if !count.contains(found) {
            report(key, "must have \(count.lowerBound) to \(count.upperBound) words, found \(found)")
        }
    }

    /// Reports what takes something for granted that not everybody has.
    func checkPresumptions(_ key: String, _ text: String) {
        for presumption in LanguageRules.presumptions(in: text) { report(key, presumption) }
    }

    /// A word or a number that no sentence rule applies to, such as a telephone number; if there is one.
    func optionalWord(_ key: String) -> String? {
        optional(key).flatMap { text($0, key) }
    }

    /// A word that no sentence rule applies to.
    func word(_ key: String) -> String {
        required(key).flatMap { text($0, key) } ?? ""
    }

    /// The entry's own id, defined in its family.
    func id(_ family: Findings.Family?) -> String {
        let id = word("id")
        if !id.isEmpty {
            if !Self.isKebabCase(id) { report("id", "must be kebab-case such as the-door, found \(id)") }
            if let family { findings.define(family, id, at: place(of: "id")) }
        }
        return id
    }

    /// A reference to an entry of another file.
    func optionalReference(_ key: String, to family: Findings.Family) -> String? {
        guard let id = optionalWord(key) else { return nil }
        findings.refer(to: family, id, at: place(of: key))
        return id
    }

    /// References to entries of another file, each at most once.
    func references(_ key: String, to family: Findings.Family) -> [String] {
        words(key) { id, place in findings.refer(to: family, id, at: place) }
    }

    /// Several words, each at most once.
    func words(_ key: String, each: (String, Findings.Location) -> Void) -> [String] {
        var words: [String] = []
        for node in nodes(key) {
            guard let word = text(node, key) else { continue }
            if words.contains(word) {
                findings.report(place(of: node), "\(key) lists \(word) twice")
            } else {
                words.append(word)
                each(word, place(of: node))
            }
        }
        return words
    }

    /// The elements of a list; a missing list is an empty one.
    func nodes(_ key: String) -> [Node] {
        guard let node = optional(key) else { return [] }
        guard let sequence = node.sequence else {
            report(key, "must be a list")
            return []
        }
        return Array(sequence)
    }

    /// The entries of a list.
    func entries<Value>(
        _ key: String, of what: String, keys: [String], count: ClosedRange<Int>, read: (ContentEntry) -> Value
    ) -> [Value] {
        let values = nodes(key).compactMap { node in
            ContentEntry(node, of: what, keys: keys, file: place.file, findings: findings).map(read)
        }
        if !count.contains(values.count) {
            let bound = values.count < count.lowerBound ? "at least \(count.lowerBound)" : "at most \(count.upperBound)"
            report(key, "must have \(bound), found \(values.count)")
        }
        return values
    }

    /// An entry within this one.
    func entry(_ key: String, keys: [String]) -> ContentEntry? {
        required(key).flatMap { ContentEntry($0, of: key, keys: keys, file: place.file, findings: findings) }
    }

    /// An entry within this one, if there is one.
    func optionalEntry(_ key: String, keys: [String]) -> ContentEntry? {
        optional(key).flatMap { ContentEntry($0, of: key, keys: keys, file: place.file, findings: findings) }
    }

    /// A whole number within bounds.
    func whole(_ key: String, _ bounds: ClosedRange<Int>) -> Int {
        guard required(key) != nil else { return bounds.lowerBound }
        return optionalWhole(key, bounds) ?? bounds.lowerBound
    }

    /// A whole number within bounds, if there is one.
    func optionalWhole(_ key: String, _ bounds: ClosedRange<Int>) -> Int? {
        guard let node = optional(key) else { return nil }
        let found = node.scalar?.string ?? "a list"
        guard let number = Int(found), bounds.contains(number) else {
            report(key, "must be \(bounds.lowerBound) to \(bounds.upperBound), found \(found)")
            return nil
        }
        return number
    }

    /// `true` or `false`.
    func flag(_ key: String) -> Bool {
        guard let node = required(key) else { return false }
        switch node.scalar?.string {
        case "true": return true
        case "false": return false
        default:
            report(key, "must be true or false, found \(node.scalar?.string ?? "a list")")
            return false
        }
    }

    /// `true` or `false`, if it says so.
    func optionalFlag(_ key: String) -> Bool? { optional(key) == nil ? nil : flag(key) }

    /// Whether it is safe for somebody who is afraid of their partner. It has to be said: a text that nobody has read with that eye
    /// is refused by its name.
    func safeMark() -> Bool {
        if optional("safe") != nil { return flag("safe") }
        let name = optionalWord("id") ?? "without an id"
        findings.report(
            place,
            "the \(what) \(name) has no mark: safe must say whether it is safe for somebody afraid of their partner")
        return false
    }

    /// A value of an enumeration, by its stable name.
    func named<Name: RawRepresentable & CaseIterable>(_ key: String, _ type: Name.Type) -> Name?
    where Name.RawValue == String {
        guard required(key) != nil else { return nil }
        return optionalNamed(key, type)
    }

    /// A value of an enumeration, if there is one.
    func optionalNamed<Name: RawRepresentable & CaseIterable>(_ key: String, _ type: Name.Type) -> Name?
    where Name.RawValue == String {
        guard let found = optionalWord(key) else { return nil }
        return named(found, key, at: place(of: key))
    }

    /// Several values of an enumeration.
    func allNamed<Name: RawRepresentable & CaseIterable>(_ key: String, _ type: Name.Type) -> [Name]
    where Name.RawValue == String {
        var names: [Name] = []
        _ = words(key) { word, place in
            if let name: Name = named(word, key, at: place) { names.append(name) }
        }
        return names
    }

    private func named<Name: RawRepresentable & CaseIterable>(
        _ found: String, _ key: String, at place: Findings.Location
    ) -> Name? where Name.RawValue == String {
        if let name = Name(rawValue: found) { return name }
        let names = Name.allCases.map(\.rawValue).joined(separator: ", ")
        findings.report(place, "\(key) must be one of \(names), found \(found)")
        return nil
    }

    /// The aspect that a field names.
    func aspect(_ key: String) -> Aspect {
        aspect(key, of: Aspect.all, "must be a pillar, a foundation or an aspect of oneself")
    }

    /// The aspect or the theme that a field names.
    func askedAspect(_ key: String) -> Aspect {
        aspect(key, of: Aspect.asked, "must be a pillar, a foundation, an aspect of oneself or a theme")
    }

    private func aspect(_ key: String, of aspects: [Aspect], _ reason: String) -> Aspect {
        let name = word(key)
        if let aspect = Aspect(name: name), aspects.contains(aspect) { return aspect }
        if !name.isEmpty { report(key, "\(reason), found \(name)") }
        return aspects[0]
    }

    /// The weights in the fields `pillars`, `foundations` and `self`, those that this kind of entry has; at least one.
    func weights(_ keys: [String]) -> Weights {
        var weights: [Weights.Weight] = []
        for key in keys {
            guard let node = optional(key) else { continue }
            guard let mapping = node.mapping else {
                report(key, "must be names with a weight from 0 to 1")
                continue
            }
            for (nameNode, valueNode) in mapping {
                let place = place(of: nameNode)
                let name = nameNode.scalar?.string ?? ""
                guard let aspect = Self.aspect(name, in: key) else {
                    findings.report(place, "\(key) has no \(name.isEmpty ? "such name" : name)")
                    continue
                }
                // Packed in hundredths, so a finer weight would silently become another one.
                let found = valueNode.scalar?.string ?? ""
                guard let value = Double(found), (0...1).contains(value), (value * 100).rounded() / 100 == value else {
                    findings.report(place, "\(key): \(name) must be 0 to 1 in hundredths, found \(found)")
                    continue
                }
                weights.append(Weights.Weight(aspect, value))
            }
        }
        let result = Weights(weights)
        if result.listed.isEmpty {
            findings.report(place, "the \(what) needs a weight in \(keys.joined(separator: " or "))")
        }
        return result
    }

    private static func aspect(_ name: String, in key: String) -> Aspect? {
        switch key {
        case "pillars": Pillar(rawValue: name).map(Aspect.pillar)
        case "foundations": Foundation(rawValue: name).map(Aspect.foundation)
        default: SelfAspect(rawValue: name).map(Aspect.own)
        }
    }

    /// The text without the white space around it; a block of text ends with a line break that isn't meant.
    static func trimmed(_ text: String) -> String {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[first...last])
    }

    /// Lower-case words of letters and digits, joined by single hyphens.
    static func isKebabCase(_ id: String) -> Bool {
        id.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
            !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter && $0.isLowercase) }
        }
    }
}
