"""The budget of the actions, each figure with the lines that make it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.action_budget import amount_shown, key_words, sum_shown
from bitacora.pages.cells import NOTHING
from bitacora.pages.escape import inline
from bitacora.pages.naming import counted, current_words, inside
from bitacora.pages.presenter import Presenter
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.actions import Accion
from bitacora.register import in_reading_order
from bitacora.spanish import count_of, number
from bitacora.tallies.budget import BudgetSum, budget_lines, budget_sums

HEAD = PageHead(
    "presupuesto/index.md",
    "Presupuesto de las acciones",
    "Listado",
    description="Cuánto cuesta cada acción según su plan, y quién lo pone.",
)
LINE_HEAD = ("Acción", "Concepto", "Quién aporta", "Monto")
SUM_HEAD = ("De dónde viene", "Recurso", "Aporte", "Momento", "Suma", "Partidas")


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """One page: sums by currency, then the lines of each sum."""
    presenter = Presenter(edition)
    _, words = current_words(edition)
    actions = in_reading_order(edition.register.all(Accion))
    funded = [action for action in actions if action.presupuesto]
    lines = budget_lines(actions)
    sums = budget_sums(lines, edition.lists, by_source=True)
    currencies = list(dict.fromkeys(item.key.currency for item in sums))
    values = {
        "partidas": count_of(len(lines), "partida", "partidas"),
        "con_presupuesto": f"{number(len(funded))} de {inline(counted(len(actions), words))}",
        "acciones": len(actions),
        "monedas": [_currency(presenter, code, sums) for code in currencies],
        "nombres": inline(", ".join(edition.lists.name("monedas", code) for code in currencies)),
        "encabezado_sumas": SUM_HEAD,
        "encabezado_partidas": LINE_HEAD,
        "sin_presupuesto": presenter.links(a for a in actions if not a.presupuesto),
    }
    yield writer.page(HEAD, "presupuesto", values)


def _currency(presenter: Presenter, code: str, sums: Sequence[BudgetSum]) -> dict[str, Any]:
    lists = presenter.edition.lists
    name = lists.name("monedas", code)
    found = [item for item in sums if item.key.currency == code]
    return {
        "nombre": inline(f"{name[:1].upper()}{name[1:]} ({code})"),
        "sumas": [
            [
                inline(lists.name("fuentes_recursos", item.key.source)),
                *key_words(lists, item.key),
                f"[{sum_shown(lists, item)}](#{_anchor(code, place)})",
                number(len(item.lines)),
            ]
            for place, item in enumerate(found, 1)
        ],
        "detalle": [
            _detail(presenter, item, _anchor(code, place)) for place, item in enumerate(found, 1)
        ],
    }


def _anchor(code: str, place: int) -> str:
    return f"suma-{code.lower()}-{place}"


def _detail(presenter: Presenter, item: BudgetSum, anchor: str) -> dict[str, Any]:
    lists = presenter.edition.lists
    source = inline(lists.name("fuentes_recursos", item.key.source))
    words = [source, *map(inside, key_words(lists, item.key))]
    return {
        "ancla": anchor,
        "titulo": ", ".join(words),
        "suma": sum_shown(lists, item),
        "filas": [
            [
                presenter.link(line.action),
                inline(line.line.concepto),
                presenter.view(line.line)["aportante"] or NOTHING,
                amount_shown(lists, line.line),
            ]
            for line in item.lines
        ],
    }
