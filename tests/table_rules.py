"""What Frictionless Table Schema asks of a CSV, checked row by row."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from io import StringIO
from typing import Any

Row = dict[str, str]


def rows_of(text: str) -> list[Row]:
    """The rows of a CSV, read strictly."""
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def breaches(descriptor: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[str]:
    """Everything in which the files (text by path) are not as the package says."""
    tables = {resource["name"]: rows_of(texts[resource["path"]]) for resource in _all(descriptor)}
    for resource in _all(descriptor):
        text = texts[resource["path"]]
        schema = resource["schema"]
        yield from _file(resource, text)
        for row in tables[resource["name"]]:
            yield from _row(resource["name"], schema, row)
        yield from _key(resource["name"], schema, tables[resource["name"]])
        yield from _foreign(resource["name"], schema, tables)


def _all(descriptor: Mapping[str, Any]) -> list[dict[str, Any]]:
    return list(descriptor["resources"])


def _file(resource: Mapping[str, Any], text: str) -> Iterator[str]:
    raw = text.encode("utf-8")
    header = next(csv.reader(StringIO(text, newline="")))
    if header != [field["name"] for field in resource["schema"]["fields"]]:
        yield f"{resource['name']}: the header is not the one of the schema"
    if len(set(header)) != len(header):
        yield f"{resource['name']}: a column is there twice"
    if resource["bytes"] != len(raw) or resource["hash"] != _hash(raw):
        yield f"{resource['name']}: size or hash differ"
    if "\r" in text or not text.endswith("\n"):
        yield f"{resource['name']}: lines do not end in LF"


def _hash(raw: bytes) -> str:
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def _row(name: str, schema: Mapping[str, Any], row: Row) -> Iterator[str]:
    for field in schema["fields"]:
        value, constraints = row[field["name"]], field.get("constraints", {})
        where = f"{name}.{field['name']}: «{value}»"
        if value in schema["missingValues"]:
            if constraints.get("required"):
                yield f"{where} is required"
            continue
        if not _is(field, value):
            yield f"{where} is no {field['type']} ({field['format']})"
        if "pattern" in constraints and not re.fullmatch(constraints["pattern"], value):
            yield f"{where} has not the form {constraints['pattern']}"


def _is(field: Mapping[str, Any], value: str) -> bool:
    kind, form = field["type"], field["format"]
    if kind == "boolean":
        return value in field["trueValues"] + field["falseValues"]
    if kind in ("integer", "year"):
        return bool(re.fullmatch(r"-?[0-9]{4}" if kind == "year" else r"-?[0-9]+", value))
    try:
        if kind == "number":
            # Exact and canonical: what a program writes back is the same text.
            return f"{Decimal(value):f}" == value and not re.search(r"\.[0-9]*0$", value)
        if kind == "date":
            return date.fromisoformat(value).isoformat() == value
    except (InvalidOperation, ValueError):
        return False
    patterns = {"uri": r"https?://\S+", "email": r"\S+@\S+\.\S+", "default": r"(?s).*"}
    return kind == "string" and bool(re.fullmatch(patterns[form], value))


def _key(name: str, schema: Mapping[str, Any], rows: list[Row]) -> Iterator[str]:
    seen = set()
    for row in rows:
        key = tuple(row[field] for field in schema["primaryKey"])
        if key in seen or not all(key):
            yield f"{name}: the key {key} is empty or there twice"
        seen.add(key)


def _foreign(
    name: str, schema: Mapping[str, Any], tables: Mapping[str, list[Row]]
) -> Iterator[str]:
    for foreign in schema.get("foreignKeys", []):
        reference = foreign["reference"]
        target = tables[reference["resource"] or name]
        known = {row[reference["fields"]] for row in target} | set(schema["missingValues"])
        for row in tables[name]:
            if row[foreign["fields"]] not in known:
                yield f"{name}.{foreign['fields']}: «{row[foreign['fields']]}» is nowhere"
