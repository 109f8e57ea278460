/// Keeps the page that is shown and turns each new one into the patches that lead there.
public struct Renderer<Action> {
    /// The id of the container that holds the page.
    public static var rootID: Int { 1 }

    private var mounted: [Mounted<Action>] = []
    private var nextID = 2
    /// What people typed since the last render, by node id: the truth a `value` or `checked` is compared with.
    private var live: [Int: PropertyValue] = [:]
    private var actions: [Int: [(Trigger, Action)]] = [:]

    /// A renderer with an empty page.
    public init() {}

    /// The patches that turn the page shown into `nodes`.
    public mutating func render(_ nodes: [Node<Action>]) -> [Patch] {
        var patches: [Patch] = []
        var old = mounted
        mounted = []
        mounted = reconcile(&old, nodes, parent: Self.rootID, into: &patches)
        live = [:]
        return patches
    }

    /// The action to take when `event` occurs on node `id`; nil when nothing listens there any more.
    public func action(for id: Int, event: Trigger) -> Action? {
        actions[id]?.first { $0.0 == event }?.1
    }

    /// Notes what a control shows after the person changed it, so that the next render compares with that.
    public mutating func noteLiveValue(_ value: PropertyValue, of id: Int) {
        live[id] = value
    }

    // MARK: Children

    private mutating func reconcile(
        _ old: inout [Mounted<Action>], _ nodes: [Node<Action>], parent: Int, into patches: inout [Patch]
    ) -> [Mounted<Action>] {
        if old.isEmpty { return create(nodes, in: parent, into: &patches) }
        let matches = matchChildren(old, nodes)
        var kept = [Bool](repeating: false, count: old.count)
        for case .some(let index) in matches { kept[index] = true }
        for index in old.indices where !kept[index] {
            patches.append(.remove(old[index].id))
            forget(old[index])
        }
        let staying = longestIncreasing(matches)
        var result: [Mounted<Action>] = []
        result.reserveCapacity(nodes.count)
        var toPlace: [Bool] = []
        for index in nodes.indices {
            if let match = matches[index] {
                result.append(update(old[match], to: nodes[index], into: &patches))
                toPlace.append(!staying[index])
            } else {
                result.append(create(nodes[index], into: &patches))
                toPlace.append(true)
            }
        }
        var before = 0
        for index in result.indices.reversed() {
            if toPlace[index] { patches.append(.insert(parent: parent, child: result[index].id, before: before)) }
            before = result[index].id
        }
        return result
    }

    /// For each new node the index of the old one that becomes it: by key, else the next unkeyed one of the same kind.
    ///
    /// An unkeyed node that comes or goes leaves its siblings of other kinds alone: a line of news above a field must not take the
    /// focus from it.
    private func matchChildren(_ old: [Mounted<Action>], _ nodes: [Node<Action>]) -> [Int?] {
        var byKey: [String: Int] = [:]
        var unkeyed: [Int] = []
        for index in old.indices {
            if let key = old[index].key { byKey[key] = index } else { unkeyed.append(index) }
        }
        // From where in `unkeyed` the next one of a kind is looked for. Siblings are of few kinds, so a list is enough.
        var starts: [(kind: NodeKind, position: Int)] = []
        return nodes.map { node in
            let kind = node.kind
            if case .element(let element) = node, let key = element.key {
                guard let index = byKey[key], old[index].kind == kind else { return nil }
                byKey[key] = nil
                return index
            }
            let slot = starts.firstIndex { $0.kind == kind } ?? starts.count
            if slot == starts.count { starts.append((kind, 0)) }
            var position = starts[slot].position
            while position < unkeyed.count, old[unkeyed[position]].kind != kind { position += 1 }
            starts[slot].position = position + 1
            return position < unkeyed.count ? unkeyed[position] : nil
        }
    }

    /// Marks the matched positions that can stay where they are: a longest increasing subsequence of the old indices
    /// (patience method, O(n log n)), so that a reordering moves as few nodes as possible.
    private func longestIncreasing(_ matches: [Int?]) -> [Bool] {
        var staying = [Bool](repeating: false, count: matches.count)
        var tails: [Int] = []
        var previous = [Int](repeating: -1, count: matches.count)
        for index in matches.indices {
            guard let value = matches[index] else { continue }
            var low = 0
            var high = tails.count
            while low < high {
                let middle = (low + high) / 2
                if (matches[tails[middle]] ?? 0) < value { low = middle + 1 } else { high = middle }
            }
            if low > 0 { previous[index] = tails[low - 1] }
            if low == tails.count { tails.append(index) } else { tails[low] = index }
        }
        var cursor = tails.last ?? -1
        while cursor >= 0 {
            staying[cursor] = true
            cursor = previous[cursor]
        }
        return staying
    }

    /// Fills what is empty, as all is that comes with a new page: there is nothing to match.
    private mutating func create(
        _ nodes: [Node<Action>], in parent: Int, into patches: inout [Patch]
    ) -> [Mounted<Action>] {
        var result: [Mounted<Action>] = []
        result.reserveCapacity(nodes.count)
        for node in nodes { result.append(create(node, into: &patches)) }
        var before = 0
        for made in result.reversed() {
            patches.append(.insert(parent: parent, child: made.id, before: before))
            before = made.id
        }
        return result
    }

    // MARK: One node

    private mutating func create(_ node: Node<Action>, into patches: inout [Patch]) -> Mounted<Action> {
        let id = nextID
        nextID += 1
        switch node {
        case .text(let text):
            patches.append(.createText(id, text))
            return Mounted(id: id, kind: .text, key: nil, text: text)
        case .element(let element):
            patches.append(.create(id, element.tag))
            var mounted = Mounted<Action>(id: id, kind: node.kind, key: element.key, text: "")
            let facets = Facets(element)
            for attribute in facets.attributes { patches.append(.attribute(id, attribute.name, attribute.value)) }
            for listener in facets.listeners { patches.append(.listen(id, listener.0)) }
            if !facets.listeners.isEmpty { actions[id] = facets.listeners }
            mounted.children = create(element.children, in: id, into: &patches)
            // A select's value can only be set once its options are there.
            for property in facets.properties { patches.append(.property(id, property.name, property.value)) }
            mounted.attributes = facets.attributes
            mounted.properties = facets.properties
            return mounted
        }
    }

    private mutating func update(
        _ old: Mounted<Action>, to node: Node<Action>, into patches: inout [Patch]
    ) -> Mounted<Action> {
        var mounted = old
        switch node {
        case .text(let text):
            if old.text != text { patches.append(.setText(old.id, text)) }
            mounted.text = text
        case .element(let element):
            let facets = Facets(element)
            updateAttributes(of: old, to: facets.attributes, into: &patches)
            updateListeners(of: old.id, to: facets.listeners, into: &patches)
            mounted.children = reconcile(&mounted.children, element.children, parent: old.id, into: &patches)
            updateProperties(of: old, to: facets.properties, into: &patches)
            mounted.attributes = facets.attributes
            mounted.properties = facets.properties
        }
        return mounted
    }

    private func updateAttributes(
        of old: Mounted<Action>, to attributes: [PlainAttribute], into patches: inout [Patch]
    ) {
        if old.attributes == attributes { return }
        for attribute in attributes where !old.attributes.contains(attribute) {
            patches.append(.attribute(old.id, attribute.name, attribute.value))
        }
        for attribute in old.attributes where !attributes.contains(where: { $0.name == attribute.name }) {
            patches.append(.attribute(old.id, attribute.name, nil))
        }
    }

    private mutating func updateListeners(
        of id: Int, to listeners: [(Trigger, Action)], into patches: inout [Patch]
    ) {
        let old = actions[id] ?? []
        for listener in listeners where !old.contains(where: { $0.0 == listener.0 }) {
            patches.append(.listen(id, listener.0))
        }
        for listener in old where !listeners.contains(where: { $0.0 == listener.0 }) {
            patches.append(.unlisten(id, listener.0))
        }
        actions[id] = listeners.isEmpty ? nil : listeners
    }

    private func updateProperties(
        of old: Mounted<Action>, to properties: [LiveProperty], into patches: inout [Patch]
    ) {
        for property in properties {
            let shown: PropertyValue?
            if let typed = live[old.id], property.name == .value || property.name == .checked {
                shown = typed
            } else {
                shown = old.properties.first { $0.name == property.name }?.value
            }
            if shown != property.value { patches.append(.property(old.id, property.name, property.value)) }
        }
        for property in old.properties where !properties.contains(where: { $0.name == property.name }) {
            let empty: PropertyValue = if case .flag = property.value { .flag(false) } else { .text("") }
            patches.append(.property(old.id, property.name, empty))
        }
    }

    private mutating func forget(_ node: Mounted<Action>) {
        actions[node.id] = nil
        for child in node.children { forget(child) }
    }
}

/// A node that is in the document.
private struct Mounted<Action> {
    let id: Int
    let kind: NodeKind
    let key: String?
    var text: String
    var attributes: [PlainAttribute] = []
    var properties: [LiveProperty] = []
    var children: [Mounted<Action>] = []
}

private enum NodeKind: Equatable {
    case text
    case element(Tag)
}

extension Node {
    fileprivate var kind: NodeKind {
        switch self {
        case .text: .text
        case .element(let element): .element(element.tag)
        }
    }
}
