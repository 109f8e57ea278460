import Household
import Markup

/// Six colours to choose from, each with its shape.
func colourChoice(
    _ title: String, help: String, names: [String], chosen: PersonColour, action: (PersonColour) -> Action
) -> View {
    fieldset(.classes("colours"), .named(.ariaDescribedBy, "colours-help")) {
        legend { title }
        div(.classes("colour-grid")) {
            for colour in PersonColour.allCases {
                label(.classes("colour me-" + colour.className + (colour == chosen ? " on" : ""))) {
                    input(
                        .classes("unseen"), .named(.type, "radio"), .named(.name, "colour"),
                        .named(.id, "colour-" + colour.className),
                        .property(.checked, .flag(colour == chosen)), .on(.change, action(colour)))
                    emblem(colour)
                    span { colour.rawValue < names.count ? names[colour.rawValue] : "" }
                }
            }
        }
        p(.classes("help"), .id("colours-help")) { help }
    }
}

/// The shape that goes with a colour, filled with the colour of `me` around it.
func emblem(_ colour: PersonColour) -> View {
    svg(.classes("emblem"), .named(.viewBox, "0 0 24 24"), .decorative, .named(.focusable, "false")) {
        switch colour {
        case .clay: element(.circle, .classes("solid"), .named(.cx, "12"), .named(.cy, "12"), .named(.r, "9"))
        case .teal: element(.circle, .classes("hollow"), .named(.cx, "12"), .named(.cy, "12"), .named(.r, "7"))
        case .plum: element(.path, .classes("thick"), .named(.d, "M4.5 12h15"))
        case .moss: element(.path, .classes("solid"), .named(.d, "M12 2.5 21.5 12 12 21.5 2.5 12z"))
        case .ochre: element(.path, .classes("solid"), .named(.d, "M12 3.5 22 20.5H2z"))
        case .slate: element(.path, .classes("solid"), .named(.d, "M4 4h16v16H4z"))
        }
    }
}
