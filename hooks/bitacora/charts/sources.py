"""The contributions of a quarter by source, one currency at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from bitacora.charts.chart import Chart, Table, not_drawn
from bitacora.charts.drawing import canvas, element, hint, label, lines, pct
from bitacora.charts.wrapping import wrapped
from bitacora.money import PRECISION_WORDS, Money
from bitacora.reports.content import SumaAportes
from bitacora.spanish import number

BAR, LINE, GAP = 18, 17, 14
REACH = Decimal(100)
"""How far across the longest bar goes, in percent: its amount stands above it, under its
name, so that no phone cuts it off."""
LOANS = {True: "reembolsable", False: "no reembolsable"}


@dataclass(frozen=True, slots=True)
class SourceWords:
    """The words of the code lists that the chart needs, by code, with the signs of currencies."""

    fuentes: Mapping[str, str]
    aportes: Mapping[str, str]
    flujos: Mapping[str, str]
    precisiones: Mapping[str, str]
    simbolos: Mapping[str, str]
    roles: Mapping[str, str] = field(default_factory=dict)


def contribution_groups(sums: Sequence[SumaAportes]) -> tuple[tuple[SumaAportes, ...], ...]:
    """The sums that may stand in one chart: same currency, same flow, loans apart."""
    found: dict[tuple[str, str, bool], list[SumaAportes]] = {}
    for item in sums:
        found.setdefault(_group(item), []).append(item)
    return tuple(tuple(group) for group in found.values())


def contributions_by_source(sums: Sequence[SumaAportes], words: SourceWords, key: str) -> Chart:
    """A bar for each source (and kind of support) of one group of ``contribution_groups``.

    Not drawn for several groups at once, for one bar alone, nor for amounts below zero.
    """
    table = _table(sums, words)
    groups = {_group(item) for item in sums}
    if len(groups) != 1:
        why = "Son monedas, flujos o condiciones distintas: no se comparan en un mismo dibujo."
        why_not = why if groups else "No hay aportes en este trimestre."
        return not_drawn("Aportes por fuente", why_not, table)
    currency, flow, loan = groups.pop()
    flow_words = words.flujos.get(flow, flow)
    biggest = max(sums, key=lambda item: item.total)
    kind = f"{flow_words} (préstamo)" if loan else flow_words
    name = _inside(_name(biggest, sums, words))
    title = f"{kind}: el mayor total es de {_amount(biggest, words)} ({name})"
    note = f"Unidad: {currency}. {flow_words}, {LOANS[loan]}. Fuente: aportes registrados."
    if len(sums) < 2:
        why = "Hay una sola fuente: no hay con qué compararla."
        return not_drawn("Aportes por fuente", why, table, note)
    if any(item.total < 0 for item in sums) or not biggest.total:
        why = "Hay montos negativos o todos son cero: una barra no los puede mostrar."
        return not_drawn("Aportes por fuente", why, table, note)
    body, height = _bars(sums, words)
    about = f"Una barra por fuente. {note} Las mismas cifras están en la tabla."
    return Chart(canvas(key, title, about, height, body), title, note, "", table)


def _inside(words: str) -> str:
    return words[:1].lower() + words[1:]


def _group(item: SumaAportes) -> tuple[str, str, bool]:
    return item.moneda, item.tipo_flujo, item.reembolsable


def _name(item: SumaAportes, sums: Sequence[SumaAportes], words: SourceWords) -> str:
    parts = [words.fuentes.get(item.fuente_recursos, item.fuente_recursos)]
    if len({one.tipo_aporte for one in sums}) > 1:
        parts.append(_inside(words.aportes.get(item.tipo_aporte, item.tipo_aporte)))
    # Only where the same source gives in two roles does its name need one.
    alike = {one.rol for one in sums if one.fuente_recursos == item.fuente_recursos}
    if len(alike) > 1:
        parts.append(_inside(words.roles.get(item.rol, item.rol)))
    return ", ".join(part for part in parts if part)


def _amount(item: SumaAportes, words: SourceWords) -> str:
    money = Money(item.total, item.moneda)
    spoken = money.spoken(words.simbolos.get(item.moneda, item.moneda), short=True)
    if item.precision == "exacto":
        return spoken
    return f"{PRECISION_WORDS.get(item.precision, '')}{spoken}"


def _table(sums: Sequence[SumaAportes], words: SourceWords) -> Table:
    rows = tuple(
        (
            words.fuentes.get(item.fuente_recursos, item.fuente_recursos),
            words.aportes.get(item.tipo_aporte, item.tipo_aporte),
            words.flujos.get(item.tipo_flujo, item.tipo_flujo),
            LOANS[item.reembolsable],
            words.precisiones.get(item.precision, item.precision),
            number(item.total),
            item.moneda,
        )
        for item in sums
    )
    head = ("Fuente", "Tipo de aporte", "Flujo", "Condición", "Precisión", "Monto", "Moneda")
    return Table(head, rows, (5,))


def _bars(sums: Sequence[SumaAportes], words: SourceWords) -> tuple[str, int]:
    longest = max(item.total for item in sums)
    parts, top = [], 0
    for item in sorted(sums, key=lambda one: -one.total):
        name, amount = _name(item, sums, words), _amount(item, words)
        shown = wrapped(name)
        parts.append(lines("ch-text", shown, top + 12, LINE))
        top += LINE * len(shown)
        parts.append(label("ch-name", amount, x="0", y=top + 12))
        top += LINE + 2
        width = pct(REACH * item.total / longest)
        place = hint(f"{name}: {amount}")
        parts.append(element("rect", "ch-bar", place, x="0", y=top, width=width, height=BAR))
        top += BAR + GAP
    return "".join(parts), top - GAP + 4
