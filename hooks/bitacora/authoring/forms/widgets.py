"""The control with which one value is written: a line, a list to pick from, a calendar."""

from __future__ import annotations

from bitacora.authoring.forms.choices import UNKNOWN, YES_OR_NO, Choices, naming_field
from bitacora.authoring.forms.patterns import pattern_of
from bitacora.canonical import Value
from bitacora.records.fieldtypes import FieldType
from bitacora.records.kinds import BY_NAME
from bitacora.records.unknown import NO_INFORMADO
from bitacora.records.values import CodeOf, Day, Hour, LongText, Ref, Text, YesNo

Widget = dict[str, Value]
MOST_BUTTONS = 4
"""How many choices are shown all at once; more of them open as a list."""


def control(kind: FieldType, choices: Choices) -> Widget:
    """The control of a single value of a type."""
    options = _options(kind, choices)
    if options:
        return {"widget": "select", "options": options, "dropdown_threshold": MOST_BUTTONS}
    if isinstance(kind, Ref) and choices.all_in_files(BY_NAME[kind.kind]) and not kind.unknown:
        return _relation(kind)
    if isinstance(kind, LongText):
        return {"widget": "text"}
    if isinstance(kind, Day | Hour) and not kind.unknown:
        return _calendar(kind)
    widget: Widget = {"widget": "string", "use_emoji_autocomplete": False}
    if isinstance(kind, Text):
        widget["maxlength"] = kind.max_length
    return {**widget, **form(kind)}


def form(kind: FieldType) -> Widget:
    """The form that the text of a type must have, where it must have one."""
    found = pattern_of(kind)
    return {"pattern": [*found]} if found else {}


def is_picked(kind: FieldType, choices: Choices) -> bool:
    """Whether a value is picked rather than written."""
    return control(kind, choices)["widget"] in {"select", "relation"}


def _options(kind: FieldType, choices: Choices) -> list[Value]:
    """What a value is picked from; nothing where it is written."""
    found: list[Value] = []
    if isinstance(kind, YesNo):
        found = [*YES_OR_NO]
    elif isinstance(kind, CodeOf):
        found = choices.codes(kind.codelist)
    elif isinstance(kind, Ref) and (kind.unknown or not choices.all_in_files(BY_NAME[kind.kind])):
        found = choices.records(BY_NAME[kind.kind])
    known = [option["value"] for option in found if isinstance(option, dict)]
    if found and kind.unknown and NO_INFORMADO.value not in known:
        found.append(UNKNOWN)
    return found


def _relation(kind: Ref) -> Widget:
    target = BY_NAME[kind.kind]
    title: list[Value] = [naming_field(target)]
    return {
        "widget": "relation",
        "collection": target.folder,
        "value_field": "{{slug}}",
        "display_fields": title,
        "search_fields": title,
        "dropdown_threshold": MOST_BUTTONS,
    }


def _calendar(kind: Day | Hour) -> Widget:
    if isinstance(kind, Day):
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    return {"widget": "datetime", "type": "time", "format": "HH:mm"}
