extension [UInt8] {
    /// Appends `value` with its most significant byte first.
    public mutating func appendBigEndian<Value: FixedWidthInteger & UnsignedInteger>(_ value: Value) {
        var shift = Value.bitWidth - 8
        while shift >= 0 {
            append(UInt8(truncatingIfNeeded: value >> Value(shift)))
            shift -= 8
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The big-endian number in the eight bytes at `offset`, which the caller has checked to be there.
    public func word(at offset: Int) -> UInt64 {
        UInt64(bigEndian: UnsafeRawPointer(baseAddress! + offset).loadUnaligned(as: UInt64.self))
    }

    /// The little-endian number in the eight bytes at `offset`, which the caller has checked to be there.
    @inline(__always)
    public func littleEndianWord(at offset: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(baseAddress! + offset).loadUnaligned(as: UInt64.self))
    }

    /// The big-endian number in the four bytes at `offset`, which the caller has checked to be there.
    public func halfWord(at offset: Int) -> UInt32 {
        UInt32(bigEndian: UnsafeRawPointer(baseAddress! + offset).loadUnaligned(as: UInt32.self))
    }
}
