"""What waits, told in words: as text, as a Markdown list, as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from bitacora.canonical import Value, json_text
from bitacora.pending.all import by_unit, unit_name
from bitacora.pending.desk import Desk
from bitacora.pending.things import MATTERS, URGENCIES, Pending, Urgency
from bitacora.spanish import count_of, join_y, long_date

NOTHING = "No hay nada pendiente."


def counted(found: Sequence[Pending], desk: Desk) -> str:
    """How much waits: «7 pendientes: 2 vencidos, 5 con más plazo.»"""
    if not found:
        return NOTHING
    totals = {
        urgency: sum(1 for thing in found if thing.urgency(desk.as_of) is urgency)
        for urgency in Urgency
    }
    parts = [
        f"{total} {URGENCIES[urgency][0 if total == 1 else 1]}"
        for urgency, total in totals.items()
        if total
    ]
    return f"{count_of(len(found), 'pendiente', 'pendientes')}: {join_y(parts)}."


def as_text(found: Sequence[Pending], desk: Desk) -> str:
    """One line a thing, unit by unit, then the count."""
    lines: list[str] = [f"Pendientes al {long_date(desk.as_of)}.", ""]
    for unit, things in by_unit(desk, found).items():
        lines.append(f"{_heading(desk, unit)}: {len(things)}")
        lines += [f"  {_line(thing, desk)}" for thing in things]
        lines.append("")
    return "\n".join([*lines, counted(found, desk)])


def as_markdown(found: Sequence[Pending], desk: Desk) -> str:
    """A list to paste in a message or in an issue, with a box to tick for each thing."""
    lines = [f"# Pendientes al {long_date(desk.as_of)}", "", counted(found, desk)]
    for unit, things in by_unit(desk, found).items():
        lines += ["", f"## {_plain(_heading(desk, unit))}", ""]
        lines += [f"- [ ] {_item(thing, desk)}" for thing in things]
    return "\n".join(lines)


def as_json(found: Sequence[Pending], desk: Desk) -> str:
    """A list of objects with the keys that other programs read."""
    rows: list[Value] = [
        {
            "asunto": str(thing.matter),
            "asunto_nombre": MATTERS[thing.matter][0],
            "clave": thing.key,
            "que": thing.what,
            "dependencia": thing.unit,
            "dependencia_nombre": unit_name(desk, thing.unit),
            "hasta": thing.until.isoformat() if thing.until else None,
            "situacion": str(thing.urgency(desk.as_of)),
            "dias_vencido": thing.days_late(desk.as_of),
            "que_hacer": thing.remedy,
            "archivo": thing.where or None,
        }
        for thing in found
    ]
    return json_text(rows)


def _heading(desk: Desk, unit: str) -> str:
    return f"{unit_name(desk, unit)} ({unit})" if unit else unit_name(desk, unit)


def _line(thing: Pending, desk: Desk) -> str:
    until = f"{thing.until.isoformat()}  " if thing.until else ""
    when = f"{until}{thing.when(desk.as_of)}"
    return f"{when}. {thing.what}. {_what_to_do(thing)}"


def _what_to_do(thing: Pending) -> str:
    if thing.is_command:
        return f"Corra: {thing.remedy}"
    return f"{thing.remedy} En {thing.where}" if thing.where else thing.remedy


def _item(thing: Pending, desk: Desk) -> str:
    until = f" ({thing.until.isoformat()})" if thing.until else ""
    done = (
        f"`{thing.remedy}`"
        if thing.is_command
        else f"{_plain(thing.remedy)}{f' `{thing.where}`' if thing.where else ''}"
    )
    return f"**{thing.when(desk.as_of)}**{until}: {_plain(thing.what)}. {done}"


def _plain(text: str) -> str:
    """A text of the data with nothing that Markdown would take for a mark."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|~@" else char for char in text)
