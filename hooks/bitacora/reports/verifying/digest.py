"""The digests of a closing act: SHA-256 over one canonical form of its data.

The canonical form is JSON in UTF-8 with the keys of each object sorted, no space between signs,
no escape that JSON does not demand, each number as ``canonical`` writes it (no exponent, no final
zeros). Nothing here needs more than Python itself: readers run this very module to check a report.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from hashlib import sha256
from typing import Any

from bitacora.canonical import Value, canonical

PARTS = (("huella_entradas", "entradas"), ("huella_cifras", "contenido"))
"""Each digest of a part, with the part."""
SEALED = ("version", "clase", "cerrado", "huella_anterior", "huella_entradas", "huella_cifras")
"""What the digest of a whole version covers, besides its quarter: all the rest stands behind the
digests of the parts."""
SHORTEST = 12
"""Fewer signs of a digest than these name nothing."""


def canonical_text(value: Value) -> str:
    """Plain data in canonical form."""
    if isinstance(value, dict):
        items = (f"{canonical_text(key)}:{canonical_text(value[key])}" for key in sorted(value))
        return f"{{{','.join(items)}}}"
    if isinstance(value, list):
        return f"[{','.join(canonical_text(item) for item in value)}]"
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return canonical(value)
    return json.dumps(value, ensure_ascii=False)


def digest(value: Value) -> str:
    """The SHA-256 of plain data in canonical form, in hexadecimal."""
    return sha256(canonical_text(value).encode("utf-8")).hexdigest()


def sealed(quarter: str, version: Mapping[str, Any]) -> str:
    """The digest of a whole version, chained to the act before by ``huella_anterior``."""
    return digest({"periodo": quarter, **{name: version[name] for name in SEALED}})


def with_digests(quarter: str, version: Mapping[str, Any]) -> dict[str, Any]:
    """The version with its three digests put in."""
    parts = {name: digest(version[part]) for name, part in PARTS}
    whole = {**version, **parts}
    return {**whole, "huella": sealed(quarter, whole)}


def broken_digests(quarter: str, version: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of the digests that the version does not match; none if it is as it was sealed."""
    parts = [name for name, part in PARTS if digest(version[part]) != version[name]]
    whole = [] if sealed(quarter, version) == version["huella"] else ["huella"]
    return (*parts, *whole)


def exact_json(raw: bytes) -> Any:
    """What JSON says, with exact numbers; ValueError where it is none, where an object has a name
    twice, or a number is none."""
    try:
        return json.loads(
            raw, parse_float=Decimal, parse_constant=_refused, object_pairs_hook=_once
        )
    except RecursionError:
        raise ValueError("too deep") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name is repeated")
    return found


def _refused(constant: str) -> Any:
    raise ValueError(f"{constant} is no number")
