/// An attribute as it is written.
struct PlainAttribute: Equatable {
    let name: String
    let value: String
}

/// A property and its value.
struct LiveProperty: Equatable {
    let name: PropertyName
    let value: PropertyValue
}

/// An element's attributes sorted by what they are; later ones replace earlier ones of the same name, but classes add up.
struct Facets<Action> {
    var attributes: [PlainAttribute] = []
    var properties: [LiveProperty] = []
    var listeners: [(Trigger, Action)] = []

    init(_ element: Element<Action>) {
        for attribute in element.attributes {
            switch attribute {
            case .named(let name, let value): set(name.rawValue, value)
            case .flag(let name, let isSet): if isSet { set(name.rawValue, "") }
            case .href(let reference): set("href", reference.text)
            case .property(let name, let value):
                properties.removeAll { $0.name == name }
                properties.append(LiveProperty(name: name, value: value))
            case .on(let event, let action):
                listeners.removeAll { $0.0 == event }
                listeners.append((event, action))
            case .key: break
            }
        }
    }

    private mutating func set(_ name: String, _ value: String) {
        if let index = attributes.firstIndex(where: { $0.name == name }) {
            let merged = name == "class" ? attributes[index].value + " " + value : value
            attributes[index] = PlainAttribute(name: name, value: merged)
        } else {
            attributes.append(PlainAttribute(name: name, value: value))
        }
    }
}
