import JSON

/// What a member says who would open a closed space again.
public struct ReopeningWish: JSONCodable {
    /// Which opening of the space has ended, as far as this member knows: 0 for the first.
    public var opening: Int64
    /// An envelope, signed by the member, that says so. The relay can't read it.
    public var statement: [UInt8]

    /// A wish.
    public init(opening: Int64, statement: [UInt8]) {
        self.opening = opening
        self.statement = statement
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        opening = try fields.integer("opening")
        statement = try fields.bytes("statement", counts: 0...Limits.statementBytes)
    }

    /// The object.
    public var json: JSONValue {
        ["opening": .integer(opening), "statement": .bytes(statement)]
    }
}

/// What both members said with which a space was opened again.
public struct ReopeningAnswer: JSONCodable {
    /// A statement of each member, in the order of the members; none unless the space was opened again and is open.
    public var statements: [[UInt8]]

    /// An answer.
    public init(statements: [[UInt8]]) {
        self.statements = statements
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        statements = []
        for statement in try fields.list("statements") {
            let fields = try JSONFields(["statement": statement])
            statements.append(try fields.bytes("statement", counts: 0...Limits.statementBytes))
        }
    }

    /// The object.
    public var json: JSONValue {
        ["statements": .array(statements.map { .bytes($0) })]
    }
}
