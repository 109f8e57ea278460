/// Puts few things in order. One function for all kinds of things: a sort of its own for each would be among the largest functions
/// of the browser's build.
enum Ranking {
    /// The places of some keys, the smallest key's first; equal keys keep their order.
    static func places(ascending keys: [Double]) -> [Int] {
        var places: [Int] = []
        for (place, key) in keys.enumerated() {
            var position = places.count
            while position > 0, keys[places[position - 1]] > key { position -= 1 }
            places.insert(place, at: position)
        }
        return places
    }
}
