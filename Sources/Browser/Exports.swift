// The whole of what the page can call: a buffer in, a buffer out. Layout of both: Interface/Core/Frame.swift.

import Bytes
import Interface

/// Holds the one app of this page. A static, because a global of this module would wait for a `main` that no page calls.
private enum Page {
    /// Calls come from the page's single thread.
    nonisolated(unsafe) static var app = App()
}

/// Room for `length` bytes that the page fills before `hearth_receive`.
@_expose(wasm, "hearth_allocate")
@_cdecl("hearth_allocate")
public func hearthAllocate(_ length: Int32) -> UnsafeMutableRawPointer {
    .allocate(byteCount: max(Int(length), 1), alignment: 8)
}

/// Takes a message, frees its buffer and gives the answer's.
@_expose(wasm, "hearth_receive")
@_cdecl("hearth_receive")
public func hearthReceive(_ message: UnsafeMutableRawPointer, _ length: Int32) -> UnsafeMutableRawPointer {
    let bytes = [UInt8](copying: UnsafeRawBufferPointer(start: message, count: Int(length)))
    message.deallocate()
    let answer = Page.app.receive(bytes)
    let buffer = UnsafeMutableRawPointer.allocate(byteCount: answer.count, alignment: 8)
    answer.withUnsafeBytes { buffer.copyMemory(from: $0.baseAddress!, byteCount: answer.count) }
    return buffer
}

/// Frees an answer the page has read.
@_expose(wasm, "hearth_release")
@_cdecl("hearth_release")
public func hearthRelease(_ answer: UnsafeMutableRawPointer) {
    answer.deallocate()
}
