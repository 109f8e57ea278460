extension Log {
    /// Puts an entry where it belongs in an ordered list.
    func put(_ position: Position, into list: inout [Position]) {
        let index = place(of: position, count: list.count) { list[$0] }
        list.insert(position, at: index)
    }

    /// Where in an ordered list an entry belongs: nearly always at its end.
    func place(of position: Position, count: Int, at: (Int) -> Position) -> Int {
        guard count > 0, precedes(position, at(count - 1)) else { return count }
        var low = 0
        var high = count - 1
        while low < high {
            let middle = (low + high) / 2
            if precedes(at(middle), position) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether of two entries about the same the other one counts. In the same tick of the clock an addition to a set
    /// wins over a removal; otherwise the later one of the order does.
    func isReplaced(_ current: Position, by other: Position) -> Bool {
        let left = records[current.index]
        let right = records[other.index]
        if left.stamp.isSameTick(as: right.stamp), left.isAddition != right.isAddition { return right.isAddition }
        return precedes(current, other)
    }
}

extension LogRecord {
    /// Whether the event adds to a set from which another kind takes away.
    fileprivate var isAddition: Bool { kind?.rule.merge.adds == true }
}
