"""A stream inside a compound file, the box in which old Office programs keep a document."""

from __future__ import annotations

import struct

END = 0xFFFFFFFA
"""Numbers from here on mark the end of a chain, or a sector that is free."""
HEADER = 512
ENTRY = 128
STREAM, ROOT = 2, 5


def stream_of(raw: bytes, names: tuple[str, ...]) -> bytes:
    """The bytes of the first stream with one of these names; ``ValueError`` where there is none."""
    size, small_size = (1 << power for power in struct.unpack_from("<HH", raw, 30))
    table = _table(raw, size)
    directory = _chain(raw, struct.unpack_from("<I", raw, 48)[0], table, size, HEADER)
    cutoff, small_start = struct.unpack_from("<II", raw, 56)
    entries = [directory[at : at + ENTRY] for at in range(0, len(directory), ENTRY)]
    root = next((entry for entry in entries if entry[66] == ROOT), b"")
    if not root:
        raise ValueError("no root")
    for entry in entries:
        length = struct.unpack_from("<H", entry, 64)[0]
        name = entry[: max(length - 2, 0)].decode("utf-16-le", "replace")
        if entry[66] != STREAM or name not in names:
            continue
        start, total = struct.unpack_from("<II", entry, 116)
        if total >= cutoff:
            return _chain(raw, start, table, size, HEADER)[:total]
        box = _chain(raw, struct.unpack_from("<I", root, 116)[0], table, size, HEADER)
        small = _numbers(_chain(raw, small_start, table, size, HEADER))
        return _chain(box, start, small, small_size, 0)[:total]
    raise ValueError("no such stream")


def is_whole(raw: bytes) -> bool:
    """Whether every sector is there: a file that was cut short is not to be read at all."""
    try:
        size = 1 << struct.unpack_from("<H", raw, 30)[0]
        used = [number for number in _table(raw, size) if number < END]
        directory = _chain(
            raw, struct.unpack_from("<I", raw, 48)[0], _table(raw, size), size, HEADER
        )
    except (struct.error, ValueError, IndexError, OverflowError):
        return False
    sectors = (len(raw) - HEADER) // size
    return len(directory) % ENTRY == 0 and all(number < sectors for number in used)


def _table(raw: bytes, size: int) -> list[int]:
    """The allocation table: for each sector, the one that follows it."""
    sectors = [number for number in struct.unpack_from("<109I", raw, 76) if number < END]
    more = struct.unpack_from("<I", raw, 68)[0]
    while more < END and len(sectors) * size < len(raw) + size * 200:
        found = _numbers(raw[HEADER + more * size : HEADER + (more + 1) * size])
        sectors += [number for number in found[:-1] if number < END]
        more = found[-1]
    parts = (raw[HEADER + number * size : HEADER + (number + 1) * size] for number in sectors)
    return _numbers(b"".join(parts))


def _numbers(raw: bytes) -> list[int]:
    return list(struct.unpack_from(f"<{len(raw) // 4}I", raw))


def _chain(raw: bytes, start: int, table: list[int], size: int, offset: int) -> bytes:
    parts: list[bytes] = []
    while start < END:
        part = raw[offset + start * size : offset + (start + 1) * size]
        if start >= len(table) or len(parts) > len(table) or not part:
            raise ValueError("a chain leads nowhere")
        parts.append(part)
        start = table[start]
    return b"".join(parts)
