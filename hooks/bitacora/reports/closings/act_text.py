"""A closing act as the text of its file, whose lines show what changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from bitacora.canonical import Value, canonical
from bitacora.records.plain import value_of

END = "\n  ]\n}\n"
"""How every act ends; the next version goes before it."""


def plain(model: BaseModel) -> dict[str, Any]:
    """A frozen record as plain data without what is left as it comes.

    Fields added to reports later come with a value of their own, so that old acts keep the very
    text they were sealed with.
    """
    fields = type(model).model_fields
    values = {name: getattr(model, name) for name in fields}
    return {
        name: _plain(value)
        for name, value in values.items()
        if fields[name].is_required() or value != fields[name].get_default()
    }


def _plain(value: object) -> Value:
    if isinstance(value, BaseModel):
        return plain(value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return value_of(value)


def act_text(quarter: str, version: Mapping[str, Any]) -> str:
    """The file of an act with one version."""
    return f'{{\n  "periodo": {_line(quarter)},\n  "versiones": [\n{_version(version)}{END}'


def longer_act(text: str, version: Mapping[str, Any]) -> str:
    """The file with one version more: all that was written before stays byte for byte."""
    if not text.endswith(END):
        raise ValueError("El acta no termina como la escribe este programa.")
    return f"{text.removesuffix(END)},\n{_version(version)}{END}"


def version_text(version: Mapping[str, Any], indent: str = "") -> str:
    """A version as JSON: a line for each row that fed it, a line for each item it tells."""
    parts = [f"{indent}  {_line(name)}: {_part(value, indent)}" for name, value in version.items()]
    body = ",\n".join(parts)
    return f"{indent}{{\n{body}\n{indent}}}"


def _version(version: Mapping[str, Any]) -> str:
    return version_text(version, "    ")


def _part(value: Value, indent: str) -> str:
    if not isinstance(value, dict):
        return _line(value)
    inner = f"{indent}    "
    rows = [f"{inner}{_line(name)}: {_items(item, inner)}" for name, item in value.items()]
    body = ",\n".join(rows)
    return f"{{\n{body}\n{indent}  }}"


def _items(value: Value, indent: str) -> str:
    if not isinstance(value, list) or not value:
        return _line(value)
    body = ",\n".join(f"{indent}  {_line(item)}" for item in value)
    return f"[\n{body}\n{indent}]"


def _line(value: Value) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_line(key)}: {_line(item)}' for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(_line(item) for item in value)}]"
    if isinstance(value, Decimal):
        return canonical(value)
    return json.dumps(value, ensure_ascii=False)
