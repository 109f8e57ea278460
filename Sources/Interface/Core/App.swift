import Household
import JSON
import Markup

/// All of Hearth in one tab: its state and what it shows. Bytes in, bytes out.
public struct App {
    private var state = State()
    private var renderer = Renderer<Action>()

    /// A page that nothing has happened to yet.
    public init() {}

    /// Handles one frame from the page and gives the frame that answers it. Layout of both: Frame.swift.
    public mutating func receive(_ bytes: [UInt8]) -> [UInt8] {
        var answer = OutgoingFrame()
        guard let message = message(in: bytes) else { return answer.serialized() }
        update(&state, message)
        answer.add(renderer.render(view(state)))
        for effect in state.shell.world.takeEffects() { answer.add(effect) }
        return answer.serialized()
    }

    /// What the page tells with a frame; nil when it is about something that isn't there any more.
    private mutating func message(in bytes: [UInt8]) -> Message? {
        guard let frame = IncomingFrame(bytes) else { return .lost }
        state.shell.world.now = frame.now
        state.shell.world.offset = frame.offset
        state.shell.world.random.refill(frame.entropy)
        noteLiveValue(frame.message)
        return Message(
            frame, reply: { state.shell.world.takeReply($0, $1) }, action: { renderer.action(for: $0, event: $1) })
    }

    /// A field already shows what was typed; the renderer must compare with that, not with what it wrote last.
    private mutating func noteLiveValue(_ message: Response) {
        guard message.fields["type"]?.string == "event", let target = message.fields["target"]?.integer else { return }
        switch message.fields["event"]?.string {
        case "input":
            renderer.noteLiveValue(.text(message.text("text") ?? ""), of: Int(target))
        case "change":
            if let checked = message.fields["checked"]?.bool {
                renderer.noteLiveValue(.flag(checked), of: Int(target))
            } else {
                renderer.noteLiveValue(.text(message.text("text") ?? ""), of: Int(target))
            }
        default: break
        }
    }
}
