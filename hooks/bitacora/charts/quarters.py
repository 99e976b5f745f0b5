"""How many indicators showed each light, quarter by quarter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from bitacora.charts.chart import Chart, Table, not_drawn
from bitacora.charts.drawing import canvas, element, hint, label, pct
from bitacora.charts.legend import legend, swatch
from bitacora.charts.lights import nothing_measured, on_track
from bitacora.charts.textures import box, patterns, texture
from bitacora.charts.timeline import Timeline
from bitacora.quarters import Period
from bitacora.reports.content.followed import CuentasTrimestre
from bitacora.spanish import number
from bitacora.tallies.lights import MEASURED

TALLEST, SHORTEST, EACH = 300, 70, 15
"""How tall the tallest column is, in pixels: so much for each indicator, within bounds."""
ROOM = 13
"""The least height of a box, in pixels, in which its number can be read."""
TOTAL = 20
SPARE = 9
"""From how far apart, in percent, columns leave room beside them for a number."""


def lights_by_quarter(
    quarters: Sequence[CuentasTrimestre], names: Mapping[str, str], key: str, note: str
) -> Chart:
    """A column for each quarter with its indicators by light; one without report stays empty.

    ``quarters`` come in order; those after the last report are left out. ``names`` gives the word
    of each light in the order of its list, ``key`` the ids, ``note`` the unit with the source. Not
    drawn for one report alone, nor where no light was ever computed.
    """
    told = [one for one in quarters if one.cuentas]
    shown = [one for one in quarters if told and one.periodo <= told[-1].periodo]
    found = {item.luz for one in told for item in one.cuentas}
    lights = [light for light in names if light in found]
    lights += sorted(found.difference(lights))
    words = [names.get(light, light) for light in lights]
    table = _table(shown, lights, words)
    if not told:
        title = "Todavía no hay informes"
        return not_drawn(title, "No hay nada que contar.", table, note)
    last = told[-1]
    message = on_track({item.luz: item.cuantos for item in last.cuentas})
    title = f"En el {_period(last).spoken}, {message}"
    if len(told) < 2:
        why = "Hay un solo trimestre con informe: con uno no se ve un camino."
        return not_drawn(title, why, table, note)
    if not found.intersection(MEASURED):
        return not_drawn(title, nothing_measured(last.total), table, note)
    body, height = _columns(key, shown, lights, words)
    about = (
        "Una columna por trimestre, con un tramo por cada luz del semáforo. "
        "Las mismas cifras están en la tabla."
    )
    return Chart(canvas(key, title, about, height, body), title, note, "", table)


def _period(one: CuentasTrimestre) -> Period:
    return Period.parse(one.periodo)


def _counted(one: CuentasTrimestre) -> Mapping[str, int]:
    return {item.luz: item.cuantos for item in one.cuentas}


def _table(shown: Sequence[CuentasTrimestre], lights: Sequence[str], words: Sequence[str]) -> Table:
    rows = []
    for one in shown:
        count = _counted(one)
        figures = [number(count.get(light, 0)) for light in lights]
        silent = ["Sin informe"] * (len(lights) + 1)
        told = [*figures, number(one.total)] if one.cuentas else silent
        rows.append((_period(one).spoken, *told))
    return Table(("Trimestre", *words, "Total"), tuple(rows), tuple(range(1, len(words) + 2)))


def _columns(
    key: str, shown: Sequence[CuentasTrimestre], lights: Sequence[str], words: Sequence[str]
) -> tuple[str, int]:
    line = Timeline(tuple(_period(one) for one in shown), Decimal(6), Decimal(93))
    most = max(one.total for one in shown)
    tall = min(TALLEST, max(SHORTEST, EACH * most))
    floor = TOTAL + tall
    parts = [patterns(key, tuple(lights))]
    for one in shown:
        if one.cuentas:
            parts.append(_column(key, line, one, lights, words, Decimal(tall) / most, floor))
        else:
            parts.append(_silence(line, _period(one), floor))
    parts.append(element("line", "ch-axis", x1="0", x2="100%", y1=floor, y2=floor))
    ticks, below = line.ticks(floor)
    parts.append(ticks)
    signs = [(swatch(key, light), word) for light, word in zip(lights, words, strict=True)]
    drawn, height = legend(signs, floor + below + 12)
    return "".join([*parts, drawn]), floor + below + 12 + height


def _silence(line: Timeline, quarter: Period, floor: int) -> str:
    """The mark of a quarter that has no report."""
    place = pct(line.at(quarter))
    return label("ch-soft", "—", x=place, y=floor - 6, text_anchor="middle")


def _column(
    key: str,
    line: Timeline,
    one: CuentasTrimestre,
    lights: Sequence[str],
    words: Sequence[str],
    unit: Decimal,
    floor: int,
) -> str:
    quarter, count = _period(one), _counted(one)
    middle, width = line.at(quarter), min(line.step * Decimal("0.7"), Decimal(8))
    left, base, taken = middle - width / 2, Decimal(floor), Decimal(floor + ROOM)
    beside = pct(left + width) if line.step >= SPARE else ""
    parts = []
    for light, word in zip(lights, words, strict=True):
        height = unit * count.get(light, 0)
        if not height:
            continue
        base -= height
        inside = hint(f"{quarter.spoken}, {word.lower()}: {number(count[light])}")
        parts.append(
            box(key, light, x=pct(left), y=base, width=pct(width), height=height, inside=inside)
        )
        told, low = number(count[light]), base + height / 2 + Decimal("4.5")
        if height >= ROOM:
            css = texture(light).count
            parts.append(label(css, told, x=pct(middle), y=low, text_anchor="middle"))
        elif beside:
            # Two thin boxes in a row: the second number goes up until it can be read.
            taken = min(low, taken - ROOM)
            parts.append(label("ch-soft", told, x=beside, y=taken, transform="translate(3 0)"))
    total = number(one.total)
    parts.append(label("ch-soft", total, x=pct(middle), y=base - 5, text_anchor="middle"))
    return "".join(parts)
