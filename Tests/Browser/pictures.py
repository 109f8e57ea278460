"""Pictures for tests, made by the browser under test, and what phones write beside them."""

import base64
import struct

DRAW = """([width, height, type]) => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  // Red in the upper left, blue elsewhere: so one sees which way up it is.
  context.fillStyle = '#1040c0';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#c02010';
  context.fillRect(0, 0, width / 2, height / 2);
  return canvas.toDataURL(type, 0.9).split(',')[1];
}"""

PLACE = b"47.3769 N, 8.5417 E"


def picture(page, width, height, kind="image/jpeg"):
    return base64.b64decode(page.evaluate(DRAW, [width, height, kind]))


def as_a_phone_takes_it(jpeg, orientation=6):
    """With where it was taken, by which phone, and which way the phone was held (6: a quarter turn to the right when shown)."""
    tiff = b"II*\0" + struct.pack("<IHHHIHHI", 8, 1, 0x0112, 3, 1, orientation, 0, 0) + PLACE
    exif = b"Exif\0\0" + tiff
    segments = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    segments += b"\xff\xfe" + struct.pack(">H", len(PLACE) + 2) + PLACE
    assert jpeg[:2] == b"\xff\xd8"
    return jpeg[:2] + segments + jpeg[2:]


def segments(jpeg):
    """The markers of a JPEG's segments before its picture data."""
    assert jpeg[:2] == b"\xff\xd8"
    at, found = 2, []
    while jpeg[at + 1] != 0xDA:
        found.append(jpeg[at + 1])
        at += 2 + struct.unpack_from(">H", jpeg, at + 2)[0]
    return found


def file(name, content, kind="image/jpeg"):
    return {"name": name, "mimeType": kind, "buffer": content}
