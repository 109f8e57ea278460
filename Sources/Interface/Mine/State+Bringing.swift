extension State {
    /// Looks whether what was brought in is on this device by now.
    mutating func tellBrought() {
        guard let home else { return }
        pages.data.tellBrought(home, &shell)
    }
}
