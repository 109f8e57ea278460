extension [UInt8] {
    /// The first eight bytes as a big-endian number, by which a hash is found. The rest is not needed: an envelope is
    /// taken for another's predecessor only within the chain of one author, who signs both.
    var mark: UInt64 {
        prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
