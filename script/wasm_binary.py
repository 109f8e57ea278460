"""The little of WebAssembly's binary format that script/later and script/apart read and write."""


def leb(content, at, signed=False):
    """A LEB128 number, and where it ends."""
    value = shift = 0
    while True:
        byte = content[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value - (1 << shift if signed and byte & 64 else 0), at


def number(value, signed=False):
    """A LEB128 number's bytes, of one that is not negative."""
    written = b""
    while value >= (64 if signed else 128):
        written += bytes([value & 127 | 128])
        value >>= 7
    return written + bytes([value])


def text(content, at):
    """A text with its length before it, and where it ends."""
    length, at = leb(content, at)
    return content[at : at + length].decode(), at + length


def sections(content):
    """(id, start, end) of each section of a module."""
    at = 8
    while at < len(content):
        kind = content[at]
        size, at = leb(content, at + 1)
        yield kind, at, at + size
        at += size


def names(content, of):
    """Names by index, of whatever has that number in the name section."""
    found = {}
    for kind, at, end in sections(content):
        if kind:
            continue
        title, at = text(content, at)
        while title == "name" and at < end:
            part = content[at]
            size, at = leb(content, at + 1)
            if part == of:
                count, inner = leb(content, at)
                for _ in range(count):
                    index, inner = leb(content, inner)
                    found[index], inner = text(content, inner)
            at += size
    return found
