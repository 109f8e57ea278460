extension [UInt8] {
    /// The bytes at `source`, copied in one piece.
    ///
    /// Made by the initialisers of the standard library, a copy goes byte by byte in WebAssembly that is optimised for size: the
    /// messages of a reopening with ten years took 75 ms of a slow phone (CPU 4× slower, 2026-11-30).
    public init(copying source: UnsafeRawBufferPointer) {
        self.init(unsafeUninitializedCapacity: source.count) { copy, count in
            UnsafeMutableRawBufferPointer(copy).copyMemory(from: source)
            count = source.count
        }
    }

    /// The bytes of `slice`, copied in one piece.
    public init(copying slice: ArraySlice<UInt8>) {
        self = slice.withUnsafeBytes { [UInt8](copying: $0) }
    }
}
