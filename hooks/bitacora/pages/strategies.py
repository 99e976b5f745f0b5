"""The pages of the strategy in force, of those before it, of those to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.pages.naming import INDICATORS, action_words, axis_words, counted, objective_words
from bitacora.pages.presenter import Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.tables import result_rows
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.strategy import Estrategia, Objetivo, Resultado
from bitacora.spanish import count_of
from bitacora.tallies.belonging import actions_of, axes_of, indicators_of
from bitacora.tallies.terms import TermState, moment_in, strategies_in_order, term_state

STATES = {
    TermState.VIGENTE: ("vigente", "Vigente"),
    TermState.TERMINADA: ("terminado", "Terminada"),
    TermState.POR_EMPEZAR: ("en_gestion", "Por empezar"),
    TermState.NO_INFORMADA: ("no_informado", "Vigencia no informada"),
}
DIAGNOSIS = ("antecedentes", "capacidades", "oportunidades", "necesidades")
FODA = ("foda_fortalezas", "foda_oportunidades", "foda_debilidades", "foda_amenazas")


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The index, then a page for each strategy."""
    presenter = Presenter(edition)
    strategies = strategies_in_order(edition.register, edition.as_of)
    yield _index(writer, presenter, strategies)
    for strategy in strategies:
        yield _page(writer, presenter, strategy)


def _index(writer: Writer, presenter: Presenter, strategies: Sequence[Estrategia]) -> Artefact:
    head = PageHead("estrategia/index.md", "La estrategia", "Listado")
    if not strategies:
        return writer.page(head, "estrategia_indice", {"actual": None, "otras": []})
    current, *others = strategies
    rows = [
        [presenter.link(item), term(item) or "No informada", state_chip(presenter, item)]
        for item in others
    ]
    values = {"actual": summary(presenter, current), "otras": rows}
    return writer.page(head, "estrategia_indice", values)


def summary(presenter: Presenter, strategy: Estrategia) -> dict[str, Any]:
    """A strategy at a glance: its link, term, state, counts, axes."""
    view = presenter.view(strategy)
    in_force = term_state(strategy, presenter.edition.as_of) is TermState.VIGENTE
    return {
        "enlace": presenter.link(strategy),
        "vigencia": term(strategy),
        "estado": state_chip(presenter, strategy),
        "momento": moment_words(presenter.edition, strategy) if in_force else "",
        "conteos": counts(presenter.edition, strategy),
        "objetivo": view["objetivo_general"],
        "resumen": view["resumen"],
        "ejes": axis_rows(presenter, strategy),
        "encabezado": axis_head(strategy),
        "nombre_ejes": inline(axis_words(strategy).plural),
    }


def counts(edition: Edition, strategy: Estrategia) -> list[str]:
    """How many axes, objectives, actions, indicators a strategy has; none of a kind is not said."""
    axes = axes_of(edition.register, strategy)
    objectives = [edition.register.naming(axis, Objetivo, "eje") for axis in axes]
    actions = sum(len(actions_of(edition.register, axis)) for axis in axes)
    indicators = sum(len(indicators_of(edition.register, axis)) for axis in axes)
    parts = (
        (len(axes), axis_words(strategy)),
        (sum(map(len, objectives)), objective_words(strategy)),
        (actions, action_words(strategy)),
        (indicators, INDICATORS),
    )
    return [inline(counted(how_many, words)) for how_many, words in parts if how_many]


def axis_head(strategy: Estrategia | None) -> list[str]:
    """The headings of a table of axes, in the words of the strategy."""
    return [
        "N.º",
        inline(axis_words(strategy).singular),
        inline(objective_words(strategy).plural),
        inline(action_words(strategy).plural),
        "Indicadores",
        "Lidera",
    ]


def axis_rows(presenter: Presenter, strategy: Estrategia | None) -> list[list[str]]:
    """The axes of a strategy with how much each holds."""
    register = presenter.edition.register
    return [
        [
            str(axis.numero),
            presenter.link(axis),
            str(len(register.naming(axis, Objetivo, "eje"))),
            str(len(actions_of(register, axis))),
            str(len(indicators_of(register, axis))),
            presenter.view(axis)["dependencia_lider"] or "—",
        ]
        for axis in axes_of(register, strategy)
    ]


def term(strategy: Estrategia) -> str:
    """The years of the term, as far as they are known; empty where neither is."""
    first, last = strategy.first_year, strategy.last_year
    if first and last:
        return str(first) if first == last else f"{first} a {last}"
    return f"desde {first}" if first else f"hasta {last}" if last else ""


def state_chip(presenter: Presenter, strategy: Estrategia) -> str:
    """Whether the strategy is in force, as a chip."""
    return chip(*_state(presenter.edition, strategy))


def _state(edition: Edition, strategy: Estrategia) -> tuple[str, str]:
    """The tone and the word of the state."""
    state = term_state(strategy, edition.as_of)
    if state is TermState.NO_INFORMADA and strategy.first_year:
        return STATES[state][0], "Fin no informado"
    return STATES[state]


def moment_words(edition: Edition, strategy: Estrategia) -> str:
    """Where the edition's date falls in the term of a strategy; empty where nobody knows."""
    moment, state = moment_in(strategy, edition.as_of), term_state(strategy, edition.as_of)
    if moment is None:
        words = {
            TermState.TERMINADA: f"terminó en {strategy.last_year}",
            TermState.POR_EMPEZAR: f"empieza en {strategy.first_year}",
        }
        return words.get(state, "")
    year = f"año {moment.year_number} de {moment.years}"
    return f"{year}, trimestre {moment.quarter_number} de {moment.quarters}"


def _page(writer: Writer, presenter: Presenter, strategy: Estrategia) -> Artefact:
    view = presenter.view(strategy)
    register = presenter.edition.register
    results = [
        (presenter.link(axis), result_rows(presenter, register.naming(axis, Resultado, "eje")))
        for axis in axes_of(register, strategy)
    ]
    values = {
        "s": summary(presenter, strategy),
        "diagnostico": [(name.capitalize(), view[name]) for name in DIAGNOSIS],
        "foda": [(name.removeprefix("foda_").capitalize(), view[name]) for name in FODA],
        "resultados": [(axis, rows) for axis, rows in results if rows],
        "total_resultados": count_of(
            sum(len(rows) for _, rows in results), "resultado esperado", "resultados esperados"
        ),
    }
    _, state = _state(presenter.edition, strategy)
    return record_page(writer, presenter, strategy, "estrategia", values, state)
