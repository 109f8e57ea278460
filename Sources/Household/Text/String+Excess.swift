extension String {
    /// By how many Unicode scalars the text is longer than a limit, spaces at its ends left out; 0 when it fits.
    public func excess(over limit: Int) -> Int { max(0, trimmed.unicodeScalars.count - limit) }
}
