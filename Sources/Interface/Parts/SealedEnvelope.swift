import Markup

/// The envelope that opens when both have answered. Its seal is the two circles: a full one for each who has put theirs in,
/// a dashed one for who has not; the open one shows where they meet.
func sealedEnvelope(isMineIn: Bool, isTheirsIn: Bool) -> View {
    let isOpen = isMineIn && isTheirsIn
    let pair = CirclePair(overlap: 0.36)
    let scale = 0.44
    let x = 120 - pair.width * scale / 2
    return svg(
        .classes(isOpen ? "envelope open" : "envelope"), .named(.viewBox, "0 0 240 176"), .decorative,
        .named(.focusable, "false")
    ) {
        element(
            .rect, .classes("sheet"), .number(.x, 30), .number(.y, 48), .number(.width, 180), .number(.height, 120),
            .number(.rx, 14))
        element(
            .path, .classes("flap"),
            .named(.d, isOpen ? "M34 56 L112 10 Q120 5 128 10 L206 56" : "M34 56 L112 116 Q120 121 128 116 L206 56"))
        element(.g, .named(.transform, "translate(\(decimal(x)) \(isOpen ? "84" : "88")) scale(\(decimal(scale)))")) {
            element(
                .circle, .classes(isMineIn ? "left" : "left missing"), .number(.cx, pair.left),
                .number(.cy, pair.radius), .number(.r, pair.radius))
            element(
                .circle, .classes(isTheirsIn ? "right" : "right missing"), .number(.cx, pair.right),
                .number(.cy, pair.radius), .number(.r, pair.radius))
            if isOpen { element(.path, .classes("both"), .named(.d, pair.lens())) }
        }
    }
}
