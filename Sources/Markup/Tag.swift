/// An element that a view may use. The raw value is its name in HTML or SVG.
///
/// The list is closed on purpose: `script`, `style`, `iframe`, `object` and their like can't be written.
public enum Tag: String, Sendable {
    // Sections and text
    case a, abbr, article, aside, b, blockquote, br, caption, dd, details, div, dl, dt, em, figcaption, figure, footer
    case h1, h2, h3, h4, header, hr, li, main, mark, nav, ol, p, section, small, span, strong, summary, time, ul
    // Tables
    case table, tbody, td, th, thead, tr
    // Forms
    case button, datalist, fieldset, form, input, label, legend, meter, option, output, progress, select, textarea
    // Media
    case img
    // SVG
    case svg, g, path, circle, ellipse, rect, line, polyline, polygon, text, tspan, defs, linearGradient, stop
    case clipPath, use, desc, title

    /// Whether the element lives in the SVG namespace.
    public var isSVG: Bool {
        switch self {
        case .svg, .g, .path, .circle, .ellipse, .rect, .line, .polyline, .polygon, .text, .tspan, .defs,
            .linearGradient, .stop, .clipPath, .use, .desc, .title:
            true
        case .a, .abbr, .article, .aside, .b, .blockquote, .br, .caption, .dd, .details, .div, .dl, .dt, .em,
            .figcaption,
            .figure, .footer, .h1, .h2, .h3, .h4, .header, .hr, .li, .main, .mark, .nav, .ol, .p, .section, .small,
            .span,
            .strong, .summary, .time, .ul, .table, .tbody, .td, .th, .thead, .tr, .button, .datalist, .fieldset, .form,
            .input, .label, .legend, .meter, .option, .output, .progress, .select, .textarea, .img:
            false
        }
    }
}
