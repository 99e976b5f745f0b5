"""How the figures of the site are computed."""

from __future__ import annotations

from collections.abc import Container, Iterator

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.pages.method_example import example
from bitacora.pages.presenter import Presenter
from bitacora.pages.writing import PageHead, Writer
from bitacora.reading.code_lists import CodeLists
from bitacora.records.accumulation import Acumulacion
from bitacora.records.codes import Codigo
from bitacora.records.resources import Recurso
from bitacora.records.strategy import Estrategia, Semaforo
from bitacora.spanish import join_y, percent
from bitacora.tallies.calls import SOON as CALL_SOON
from bitacora.tallies.foreign_share import FOREIGN_SOURCES, HALF, HOME_SOURCES, PROMISED
from bitacora.tallies.formulas import WORDS
from bitacora.tallies.instruments import IDLE_MONTHS, SOON
from bitacora.tallies.progress import GRACE

MEANINGS = {
    "luces": "luces",
    "situaciones": "situaciones_indicador",
    "estados_dato": "estados_dato",
    "estados_accion": "estados_accion",
    "situaciones_instrumento": "situaciones_instrumento",
    "situaciones_evento": "situaciones_evento",
    "situaciones_oportunidad": "situaciones_oportunidad",
    "situaciones_pregunta": "situaciones_pregunta",
    "situaciones_compromiso": "situaciones_compromiso",
    "respuestas": "respuestas_criterio",
    "flujos": "tipos_flujo",
}
"""The lists of states explained on the page, each code as a chip."""
DEFINED = {"precisiones": "precisiones", "niveles": "niveles_resultado"}
"""Those whose codes are words, no states."""


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The method, printed from the formulas, lists and rules that the program uses."""
    lists = edition.lists
    kinds = [(lists.lists["acumulaciones"][kind], WORDS[kind]) for kind in Acumulacion]
    values = {
        "formulas": [
            [
                f"**{inline(code.nombre)}**",
                inline(code.definicion or ""),
                inline(words.to_date),
                inline(words.progress),
            ]
            for code, words in kinds
        ],
        "esperados": [
            [f"**{inline(code.nombre)}**", inline(words.expected), inline(words.fulfilment)]
            for code, words in kinds
        ],
        "ejemplo": example(Presenter(edition)),
        "umbrales": thresholds(edition),
        **{name: _meanings(lists.all(codelist)) for name, codelist in MEANINGS.items()},
        **{name: _defined(lists.all(codelist)) for name, codelist in DEFINED.items()},
        "hay_recursos": bool(edition.register.all(Recurso)),
        "extranjeras": _named(lists, FOREIGN_SOURCES),
        "nacionales": _named(lists, HOME_SOURCES),
        "prometido": inline(lists.name("tipos_flujo", PROMISED).lower()),
        "mitad": percent(HALF),
        "cierre_cercano": str(CALL_SOON.days),
        "plazo": str(GRACE.days),
        "por_vencer": str(SOON.days),
        "inactivo": str(IDLE_MONTHS),
    }
    yield writer.page(PageHead("metodo/index.md", "Método", "Método"), "metodo", values)


def _named(lists: CodeLists, sources: Container[str]) -> str:
    """These sources of money by name, in the order of their list."""
    found = [it.nombre.lower() for it in lists.all("fuentes_recursos") if it.codigo in sources]
    return inline(join_y(found))


def thresholds(edition: Edition) -> list[dict[str, str]]:
    """From which share of what was expected each light is given; a single entry, without name,
    where all strategies agree."""
    strategies = edition.register.all(Estrategia)
    told = {(one.semaforo.en_meta, one.semaforo.en_riesgo) for one in strategies}
    if len(told) < 2:
        return [_threshold("", strategies[0].semaforo if strategies else Semaforo())]
    return [_threshold(inline(one.nombre), one.semaforo) for one in strategies]


def _threshold(name: str, lights: Semaforo) -> dict[str, str]:
    return {
        "estrategia": name,
        "en_meta": percent(lights.en_meta * 100, 1),
        "en_riesgo": percent(lights.en_riesgo * 100, 1),
    }


def _defined(codes: tuple[Codigo, ...]) -> list[list[str]]:
    return [[f"**{inline(code.nombre)}**", inline(code.definicion or "")] for code in codes]


def _meanings(codes: tuple[Codigo, ...]) -> list[list[str]]:
    return [[chip(code.codigo, code.nombre), inline(code.definicion or "")] for code in codes]
