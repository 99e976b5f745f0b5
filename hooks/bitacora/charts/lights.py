"""How many indicators show each light, axis by axis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from bitacora.charts.chart import Chart, Table, not_drawn
from bitacora.charts.drawing import canvas, element, hint, label, lines, pct
from bitacora.charts.legend import legend, swatch
from bitacora.charts.textures import box, patterns, texture
from bitacora.charts.wrapping import wrapped
from bitacora.reports.content import Contenido
from bitacora.spanish import count_of, join_y, long_date, number
from bitacora.tallies.breakdown import UNCLASSIFIED, breakdown
from bitacora.tallies.lights import MEASURED, Light

BAR, LINE, GAP = 24, 17, 16
REACH = Decimal(90)
"""How far across the longest bar goes, in percent: its total stands after it."""
DIGIT = Decimal("2.9")
"""How much of the narrowest page a digit takes, in percent."""
AXIS = "Eje"

Counts = tuple[int, ...]


def lights_by_axis(content: Contenido, names: Mapping[str, str], axis: str = AXIS) -> Chart:
    """A bar for each axis with its indicators by light, one box an amount, all in one scale.

    ``names`` gives the word of each light in the order of its list; ``axis`` is what the strategy
    calls an axis. Those of no axis go in «Sin clasificar». Not drawn where no light was computed.
    """
    titles = {item.id: item.nombre for item in content.ejes}
    pairs = [(line.eje, line.luz_vigente) for line in content.renglones]
    found = breakdown(pairs, list(titles), list(names))
    groups = [
        (titles.get(group, group), counts)
        for group, counts in zip(found.groups, found.cells, strict=True)
    ]
    words = [names.get(light, light) for light in found.columns]
    table = _table(axis, groups, words)
    title = on_track(Counter(light for _, light in pairs))
    note = source_note(content)
    if not pairs:
        return not_drawn(title, "No hay indicadores que contar.", table, note)
    if not set(found.columns).intersection(MEASURED):
        return not_drawn(title, nothing_measured(len(pairs)), table, note)
    key = f"luces-{content.periodo.lower()}"
    body, height = _bars(key, groups, found.columns, words)
    about = (
        f"Una barra por eje, con un tramo por cada luz del semáforo: {join_y(words)}. "
        "Las mismas cifras están en la tabla."
    )
    return Chart(canvas(key, title, about, height, body), title, note, "", table)


def on_track(counts: Mapping[str, int]) -> str:
    """The message of a count of lights: «13 de 18 indicadores medidos van en meta; 38 no se
    midieron». Those without a value set against a goal are told apart, never counted as behind."""
    measured = sum(counts.get(light, 0) for light in MEASURED)
    rest, done = sum(counts.values()) - measured, counts.get(Light.CUMPLIDO, 0)
    good = done + counts.get(Light.EN_META, 0)
    if not measured:
        counted = count_of(rest, "indicador", "indicadores")
        return f"ninguno de {counted} se pudo medir" if rest else "no hay indicadores"
    of_all = count_of(measured, "indicador medido", "indicadores medidos")
    told = f"{number(good)} de {of_all} {'va' if good == 1 else 'van'} en meta"
    if done:
        told += f" o ya la {'cumplió' if good == 1 else 'cumplieron'}"
    if not rest:
        return told
    return f"{told}; {number(rest)} no se {'midió' if rest == 1 else 'midieron'}"


def nothing_measured(total: int) -> str:
    """Why lights are not drawn where none comes from a value set against a goal."""
    if total == 1:
        return "El único indicador no tiene a la vez un valor y una meta con qué compararlo."
    counted = count_of(total, "indicador", "indicadores")
    return (
        f"Ninguno de los {counted} tiene a la vez un valor y una meta con qué compararlo: "
        "un dibujo haría pensar que se midieron."
    )


def source_note(content: Contenido) -> str:
    """The unit with the source of the counts."""
    return (
        "Unidad: número de indicadores. Fuente: avances reportados por las dependencias, "
        f"con corte al {long_date(content.corte)}."
    )


def _table(axis: str, groups: Sequence[tuple[str, Counts]], words: Sequence[str]) -> Table:
    rows = [(name, *map(number, counts), number(sum(counts))) for name, counts in groups]
    sums = [sum(column) for column in zip(*(counts for _, counts in groups), strict=True)]
    rows.append(("Total", *map(number, sums), number(sum(sums))))
    return Table((axis, *words, "Total"), tuple(rows), tuple(range(1, len(words) + 2)))


def _bars(
    key: str, groups: Sequence[tuple[str, Counts]], lights: Sequence[str], words: Sequence[str]
) -> tuple[str, int]:
    longest = max(sum(counts) for _, counts in groups)
    parts = [patterns(key, tuple(lights))]
    top = 0
    for name, counts in groups:
        shown = wrapped(name)
        soft = name == UNCLASSIFIED
        parts.append(lines("ch-soft" if soft else "ch-name", shown, top + 12, LINE))
        top += LINE * len(shown) + 3
        parts.append(_bar(key, counts, lights, words, longest, top))
        top += BAR + GAP
    signs = [(swatch(key, light), word) for light, word in zip(lights, words, strict=True)]
    drawn, height = legend(signs, top)
    return "".join([*parts, drawn]), top + height


def _bar(
    key: str, counts: Counts, lights: Sequence[str], words: Sequence[str], longest: int, top: int
) -> str:
    start, parts = Decimal(0), []
    for light, word, count in zip(lights, words, counts, strict=True):
        if not count:
            continue
        width = REACH * count / longest
        inside = hint(f"{word}: {number(count)}")
        parts.append(
            box(key, light, x=pct(start), y=top, width=pct(width), height=BAR, inside=inside)
        )
        if width > DIGIT * len(str(count)):
            parts.append(_count(light, count, start + width / 2, top + BAR - 7))
        start += width
    total = sum(counts)
    words_total = number(total) if total else "ninguno"
    parts.append(
        label("ch-text", words_total, x=pct(start), y=top + BAR - 7, transform="translate(7 0)")
    )
    return element("g", "", "".join(parts))


def _count(light: str, count: int, middle: Decimal, base: int) -> str:
    css = texture(light).count
    return label(css, number(count), x=pct(middle), y=base, text_anchor="middle")
