import Markup

/// A large choice among a few.
struct Tile {
    /// What it is called.
    let title: String
    /// A line about it; may be empty.
    var detail = ""
    /// Its sign; nil where the words say enough.
    var icon: Icon?
    /// Where it leads.
    let action: Action
}

/// A few large choices, beside each other where there is room.
func tiles(_ tiles: [Tile]) -> View {
    ul(.classes("tiles")) {
        for tile in tiles {
            li(.key(tile.title)) {
                button(.classes("tile"), .press(tile.action)) {
                    if let symbol = tile.icon { icon(symbol) }
                    span(.classes("tile-title serif")) { tile.title }
                    if !tile.detail.isEmpty { span(.classes("row-detail")) { tile.detail } }
                }
            }
        }
    }
}
