import Foundation

/// What Ana's and Ben's photos show, drawn by us.
enum DemoPictures {
    private typealias Colour = DrawnPicture.Colour

    /// A picture for each moment of theirs, in the order of ``DemoVoices/moments``.
    static let moments = [steps, lake, night, lights]

    /// How much of a shape covers a point, by how far outside of it the point is: its edge is as soft as a pixel.
    private static func cover(_ distance: Double, soft: Double = 0.004) -> Double { 0.5 - distance / soft }

    private static func disc(_ x: Double, _ y: Double, _ centre: (x: Double, y: Double), _ radius: Double) -> Double {
        cover(distance(x, y, centre) - radius)
    }

    private static func shape(
        _ x: Double, _ y: Double, _ centre: (x: Double, y: Double), _ wide: Double, _ high: Double
    ) -> Double {
        cover(distance(x, y, centre, wide: wide, high: high) - 1, soft: 0.004 / min(wide, high))
    }

    /// How far a point is from another, by another scale from top to bottom than from left to right.
    private static func distance(
        _ x: Double, _ y: Double, _ centre: (x: Double, y: Double), wide: Double = 1, high: Double = 1
    ) -> Double {
        let (across, down) = ((x - centre.x) / wide, (y - centre.y) / high)
        return (across * across + down * down).squareRoot()
    }

    /// A number from 0 to 1 that follows from another, and looks drawn at random.
    private static func scattered(_ number: Int, _ share: Double) -> Double {
        (Double(number) * share).truncatingRemainder(dividingBy: 1)
    }

    /// How far something shines.
    private static func glow(_ x: Double, _ y: Double, _ centre: (x: Double, y: Double), _ reach: Double) -> Double {
        let far = distance(x, y, centre, wide: reach, high: reach)
        return exp(-far * far)
    }

    /// A row of hills: how much of a point they cover.
    private static func hills(_ x: Double, _ y: Double, _ top: Double, _ height: Double, _ shift: Double) -> Double {
        let line = top - height * (0.6 * sin(3.1 * x + shift) + 0.4 * sin(7.3 * x + 2.2 * shift))
        return cover(line - y)
    }

    /// Sandstone steps in the afternoon sun, and a hat on them.
    private static let steps = DrawnPicture { x, y in
        var colour = Colour(0xBFDCE8).with(Colour(0xF7E3C4), y * 2.4)
        colour = colour.with(Colour(0xFFF6DD), glow(x, y, (1.06, 0.16), 0.2))
        colour = colour.with(Colour(0xFFF9EA), disc(x, y, (1.06, 0.16), 0.07))
        colour = colour.with(Colour(0x8FA287), hills(x, y, 0.4, 0.05, 1.2))
        for step in 0..<7 {
            let top = 0.4 + 0.085 * Double(step) + 0.003 * Double(step * step)
            let left = 0.24 - 0.045 * Double(step)
            let inside = min(cover(top - y), cover(left - x), cover(x - 4 / 3 + left))
            colour = colour.with(Colour(0xC9A36F).with(Colour(0x9C7346), (y - top) * 6), inside)
            colour = colour.with(Colour(0xF0D6A6), min(inside, cover(y - top - 0.03)))
        }
        // The hat, left on a step.
        colour = colour.with(Colour(0x7A5531), 0.5 * min(max(shape(x, y, (0.57, 0.594), 0.12, 0.016), 0), 1))
        if y < 0.58 { colour = colour.with(Colour(0xD9713A), shape(x, y, (0.53, 0.58), 0.052, 0.075)) }
        if y < 0.58, y > 0.556 { colour = colour.with(Colour(0x8C3F22), shape(x, y, (0.53, 0.58), 0.052, 0.075)) }
        return colour.with(Colour(0xD9713A), shape(x, y, (0.53, 0.582), 0.096, 0.014))
    }

    /// A cold lake among hills in the early morning, and two heads in the water.
    private static let lake = DrawnPicture { x, y in
        let shore = 0.56
        var colour = Colour(0xF4D9C6).with(Colour(0x9FC4D6), 1 - y / shore)
        colour = colour.with(Colour(0xFFF3DF), glow(x, y, (0.42, 0.3), 0.22))
        colour = colour.with(Colour(0x9DB4B8), hills(x, y, 0.42, 0.07, 0.4))
        colour = colour.with(Colour(0x6D8F8C), hills(x, y, 0.48, 0.05, 2.1))
        colour = colour.with(Colour(0x40635F), hills(x, y, 0.53, 0.025, 4.4))
        if y < shore { return colour }
        let depth = (y - shore) / (1 - shore)
        var water = Colour(0xC9D5CF).with(Colour(0x2F5C6B), depth)
        water = water.with(Colour(0xFFF3DF), 0.7 * glow(x, 0, (0.42, 0), 0.06 + 0.1 * depth) * (1 - depth))
        let ripple = sin(90 * depth.squareRoot() + 5 * sin(4 * x))
        water = water.with(Colour(0xEAF0EA), 0.14 * max(0, ripple) * (1 - 0.6 * depth))
        for swimmer in [(0.78, 0.74), (0.9, 0.71)] {
            let ring = abs(distance(x, y, (swimmer.0, swimmer.1 + 0.02), high: 1.0 / 3) - 0.06)
            water = water.with(Colour(0xEAF0EA), 0.5 * cover(ring - 0.004))
            if y < swimmer.1 + 0.016 { water = water.with(Colour(0x3B2A22), disc(x, y, swimmer, 0.026)) }
        }
        return water
    }

    /// A window by night, and a candle before it.
    private static let night = DrawnPicture { x, y in
        var colour = Colour(0x16213F).with(Colour(0x3C4A73), y * 0.9)
        for star in 0..<60 {
            let place = (x: 4 / 3 * scattered(star, 0.618_034), y: 0.8 * scattered(star * star, 0.317_31))
            colour = colour.with(Colour(0xF6F0DC), 0.9 * glow(x, y, place, 0.0025 + 0.0012 * Double(star % 3)))
        }
        colour = colour.with(Colour(0xF2E9CF), disc(x, y, (0.98, 0.24), 0.075))
        colour = colour.with(Colour(0x1F2A4B), disc(x, y, (0.945, 0.225), 0.065))
        colour = colour.with(Colour(0x101729), hills(x, y, 0.72, 0.03, 5.2))
        let frame = max(
            cover(abs(x - 0.667) - 0.014), cover(abs(y - 0.42) - 0.012), cover(0.61 - abs(x - 0.667)),
            cover(y - 0.03))
        colour = colour.with(Colour(0x2A1D19), frame)
        colour = colour.with(Colour(0x3A2720), cover(0.86 - y))
        colour = colour.with(Colour(0xF0A24A), 0.75 * glow(x, y, (0.4, 0.66), 0.24))
        colour = colour.with(Colour(0xEFE3CC), min(cover(abs(x - 0.4) - 0.026), cover(abs(y - 0.79) - 0.08)))
        let flame = distance(x, y, (0.4, 0.66), wide: 0.022 * (1 + 6 * (y - 0.66)), high: 0.045)
        return colour.with(Colour(0xFFE9A8), cover(flame - 1, soft: 0.3))
    }

    /// Street lights through a windscreen at dusk, a little out of focus.
    private static let lights = DrawnPicture { x, y in
        var colour = Colour(0x4A3B68).with(Colour(0xF0A07C), y * 1.35)
        colour = colour.with(Colour(0xFFD9A8), 0.7 * glow(x, y, (0.66, 0.68), 0.3))
        let tints = [Colour(0xFFE2A0), Colour(0xF8A66B), Colour(0xE4697B), Colour(0xFFF3D6)]
        for light in 0..<22 {
            let place = (x: 4 / 3 * scattered(light, 0.618_034), y: 0.3 + 0.42 * scattered(light * light, 0.754_877))
            let share = cover(distance(x, y, place) - 0.018 - 0.034 * scattered(light, 0.569_84), soft: 0.012)
            colour = colour.with(tints[light % 4], 0.5 * min(max(share, 0), 1))
        }
        let board = 0.83 - 0.035 * sin(2.36 * x)
        colour = colour.with(Colour(0x1E1726), cover(board - y))
        let wheel = abs(distance(x, y, (0.34, 1.02)) - 0.25)
        return colour.with(Colour(0x120D18), cover(wheel - 0.024))
    }
}
