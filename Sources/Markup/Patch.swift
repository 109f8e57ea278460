/// One change to the document, as data. Node ids are given by the renderer; the root container is 1.
public enum Patch: Equatable, Sendable {
    case create(Int, Tag)
    case createText(Int, String)
    case setText(Int, String)
    /// Sets an attribute, or removes it when the value is nil.
    case attribute(Int, String, String?)
    case property(Int, PropertyName, PropertyValue)
    case listen(Int, Trigger)
    case unlisten(Int, Trigger)
    /// Puts `child` into `parent` before the node `before`, or at the end when that is 0. Moves it when it is in place already.
    case insert(parent: Int, child: Int, before: Int)
    /// Removes a node and forgets all that it holds.
    case remove(Int)
}
