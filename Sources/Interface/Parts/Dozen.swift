/// Of what is on a shelf, what is shown at a time: twelve, and with the next turn twelve others, round and round.
struct Dozen<Value> {
    /// What is shown in this turn.
    let shown: ArraySlice<Value>
    /// How many turns there are; at least 1.
    let turns: Int

    /// A turn through what was found.
    init(of found: [Value], turn: Int) {
        let size = 12
        turns = max(1, (found.count + size - 1) / size)
        shown = found.dropFirst(turn % turns * size).prefix(size)
    }
}
