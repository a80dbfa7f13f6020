"""Pictures in one colour, made of their bytes: a size in points, and where it is wanted, how many of them go to an inch."""

from __future__ import annotations

import struct
import zlib


def png(width: int = 40, height: int = 20, dpi: float | None = None) -> bytes:
    """Return a picture in the format PNG."""
    metre = round(dpi / 0.0254) if dpi else 0
    density = _chunk(b"pHYs", struct.pack(">IIB", metre, metre, 1)) if dpi else b""
    rows = zlib.compress((b"\0" + bytes((40, 90, 160)) * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + density + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def gif(width: int = 40, height: int = 20) -> bytes:
    """Return the head of a picture in the format GIF, which is all that its size is read from."""
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\x00\x00\x00;"


def jpeg(width: int = 40, height: int = 20, dpi: int = 96) -> bytes:
    """Return the head of a picture in the format JPEG, which is all that its size is read from."""
    app0 = b"\xff\xe0" + struct.pack(">H5sHBHHBB", 16, b"JFIF\0", 0x0101, 1, dpi, dpi, 0, 0)
    frame = b"\xff\xc0" + struct.pack(">HBHHB3B", 11, 8, height, width, 1, 1, 0x11, 0)
    scan = b"\xff\xda" + struct.pack(">HB2B3B", 8, 1, 1, 0, 0, 63, 0)
    return b"\xff\xd8" + app0 + frame + scan + b"\xff\xd9"
