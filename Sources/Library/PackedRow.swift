import Closeness
import JSON

/// Reads the fields of one packed entry from first to last.
///
/// An entry is an array; fields missing at its end read as null, so optional last fields cost nothing, and fields beyond those
/// a version knows are ignored.
struct PackedRow {
    private let values: [JSONValue]
    private let section: String
    private let entry: Int
    private var field = 0

    init(_ value: JSONValue?, section: String, entry: Int) throws(CatalogueError) {
        guard let values = value?.array else {
            throw .unexpected(section: section, entry: entry, field: 0)
        }
        self.values = values
        self.section = section
        self.entry = entry
    }

    /// All rows of a section, each read by `read`.
    static func rows<Value>(
        _ value: JSONValue?, section: String, read: (inout PackedRow) throws(CatalogueError) -> Value
    ) throws(CatalogueError) -> [Value] {
        guard let rows = value?.array else { throw .unexpected(section: section, entry: 0, field: 0) }
        var values: [Value] = []
        values.reserveCapacity(rows.count)
        for (index, value) in rows.enumerated() {
            var row = try PackedRow(value, section: section, entry: index)
            values.append(try read(&row))
        }
        return values
    }

    private mutating func take() -> JSONValue {
        defer { field += 1 }
        return field < values.count ? values[field] : .null
    }

    /// The error for the field read last.
    func unexpected() -> CatalogueError {
        .unexpected(section: section, entry: entry, field: field - 1)
    }

    mutating func text() throws(CatalogueError) -> String {
        guard let text = take().string else { throw unexpected() }
        return text
    }

    mutating func optionalText() throws(CatalogueError) -> String? {
        switch take() {
        case .null: return nil
        case .string(let text): return text
        default: throw unexpected()  // parsing
        }
    }

    mutating func whole() throws(CatalogueError) -> Int {
        guard let whole = try optionalWhole() else { throw unexpected() }
        return whole
    }

    mutating func optionalWhole() throws(CatalogueError) -> Int? {
        let value = take()
        if case .null = value { return nil }
        guard let number = value.number, number.magnitude < 1e9, number == number.rounded(.towardZero) else {
            throw unexpected()
        }
        return Int(number)
    }

    mutating func flag() throws(CatalogueError) -> Bool {
        switch try whole() {
        case 0: return false
        case 1: return true
        default: throw unexpected()
        }
    }

    /// A mark that stands there as 1, or not at all.
    mutating func mark() throws(CatalogueError) -> Bool {
        switch try optionalWhole() {
        case nil, 0: return false
        case 1: return true
        default: throw unexpected()
        }
    }

    /// Texts, or none when the field is missing.
    mutating func optionalTexts() throws(CatalogueError) -> [String] {
        if case .null = take() { return [] }
        field -= 1
        return try texts()
    }

    mutating func texts() throws(CatalogueError) -> [String] {
        guard let values = take().array else { throw unexpected() }
        var texts: [String] = []
        texts.reserveCapacity(values.count)
        for value in values {
            guard let text = value.string else { throw unexpected() }
            texts.append(text)
        }
        return texts
    }

    /// A value of an enumeration, by its stable name.
    mutating func named<Name: RawRepresentable>(_ type: Name.Type) throws(CatalogueError) -> Name
    where Name.RawValue == String {
        guard let name = Name(rawValue: try text()) else { throw unexpected() }
        return name
    }

    /// A value of an enumeration or nil.
    mutating func optionalNamed<Name: RawRepresentable>(_ type: Name.Type) throws(CatalogueError) -> Name?
    where Name.RawValue == String {
        guard let raw = try optionalText() else { return nil }
        guard let name = Name(rawValue: raw) else { throw unexpected() }
        return name
    }

    /// Several values of an enumeration.
    mutating func allNamed<Name: RawRepresentable>(_ type: Name.Type) throws(CatalogueError) -> [Name]
    where Name.RawValue == String {
        var names: [Name] = []
        for raw in try texts() {
            guard let name = Name(rawValue: raw) else { throw unexpected() }
            names.append(name)
        }
        return names
    }

    /// Several values of an enumeration, or none when the field is missing.
    mutating func optionalNames<Name: RawRepresentable>(_ type: Name.Type) throws(CatalogueError) -> [Name]
    where Name.RawValue == String {
        if case .null = take() { return [] }
        field -= 1
        return try allNamed(type)
    }

    /// 0 or 1, or nil when the field is missing.
    mutating func optionalFlag() throws(CatalogueError) -> Bool? {
        if case .null = take() { return nil }
        field -= 1
        return try flag()
    }

    mutating func openness() throws(CatalogueError) -> Openness {
        guard let openness = Openness(level: try whole()) else { throw unexpected() }
        return openness
    }

    mutating func aspect() throws(CatalogueError) -> Aspect {
        guard let aspect = Aspect(name: try text()) else { throw unexpected() }
        return aspect
    }

    /// Weights: an object from aspect names to hundredths.
    mutating func weights() throws(CatalogueError) -> Weights {
        guard let members = take().object else { throw unexpected() }
        var weights: [Weights.Weight] = []
        weights.reserveCapacity(members.count)
        for member in members {
            guard let aspect = Aspect(name: member.name), let hundredths = member.value.number else {
                throw unexpected()
            }
            weights.append(Weights.Weight(aspect, hundredths / 100))
        }
        return Weights(weights)
    }

    /// Rows within this row.
    mutating func rows<Value>(
        read: (inout PackedRow) throws(CatalogueError) -> Value
    ) throws(CatalogueError) -> [Value] {
        try Self.rows(take(), section: section, read: read)
    }

    /// Rows within this row, or none when the field is missing.
    mutating func optionalRows<Value>(
        read: (inout PackedRow) throws(CatalogueError) -> Value
    ) throws(CatalogueError) -> [Value] {
        if case .null = take() { return [] }
        field -= 1
        return try rows(read: read)
    }

    /// One row within this row.
    mutating func row() throws(CatalogueError) -> PackedRow {
        guard case .array = take() else { throw unexpected() }
        return try PackedRow(values[field - 1], section: section, entry: entry)
    }

    /// One row within this row, or nil.
    mutating func optionalRow() throws(CatalogueError) -> PackedRow? {
        if case .null = take() { return nil }
        field -= 1
        return try row()
    }
}
