"""Rules of what a report says of its lines: short, once, with cause, remedy, unit, date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bitacora.checks.plain_language import LONG_SUMMARY
from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.quarters import PeriodKind
from bitacora.records.indicators import Indicador
from bitacora.records.institution import Entidad
from bitacora.records.reports import Informe
from bitacora.reports.content import Renglon
from bitacora.reports.sections.lines import lines
from bitacora.reports.view import View
from bitacora.spanish import join_y, number
from bitacora.tallies.lights import Light
from bitacora.tallies.reporting import covers

LAGGING = {
    Light.ATRASADO.value: "va atrasado",
    Light.SIN_REPORTE.value: "no tiene reporte",
}
ASKED = {
    "causa": "la causa",
    "accion_correctiva": "qué se hará",
    "dependencia": "quién lo hará",
    "fecha": "hasta cuándo",
}
SAY_HERE = "Complételo en «explicaciones», con frases cortas."
SAY_NEXT = "Este informe ya se cerró: dígalo en el siguiente."


@rule("informe-resumen-largo", Severity.ERROR)
def summary_too_long(world: World) -> Iterator[Finding]:
    """The summary of a report has 600 characters at most."""
    for item in world.register.all(Informe):
        if item.resumen and len(item.resumen) > LONG_SUMMARY:
            yield Finding(
                item,
                ("resumen",),
                f"El resumen tiene {number(len(item.resumen))} caracteres; caben {LONG_SUMMARY}.",
                "Deje lo esencial; lo demás ya lo dicen las cifras y las explicaciones.",
            )


@rule("informe-explicacion-de-mas", Severity.ERROR)
def explained_twice_or_absent(world: World) -> Iterator[Finding]:
    """A report explains an indicator of its own, once."""
    for item in world.register.all(Informe):
        named = [said.indicador for said in item.explicaciones]
        yield from _not_of_the_report(world, item, "explicaciones", named)


@rule("informe-luz-de-mas", Severity.ERROR)
def light_declared_twice_or_absent(world: World) -> Iterator[Finding]:
    """A report declares the light of an indicator of its own, once."""
    for item in world.register.all(Informe):
        named = [light.indicador for light in item.luces_declaradas]
        yield from _not_of_the_report(world, item, "luces_declaradas", named)


def _not_of_the_report(
    world: World, item: Informe, field: str, named: list[str]
) -> Iterator[Finding]:
    held = _indicators(world, item) if named else frozenset()
    for index, indicator in enumerate(named):
        if indicator in named[:index]:
            yield Finding(
                item,
                (field, index, "indicador"),
                "El indicador ya está más arriba en esta lista.",
                "Deje una sola entrada por indicador.",
            )
        elif world.register.get(Indicador, indicator) and indicator not in held:
            yield Finding(
                item,
                (field, index, "indicador"),
                "El indicador no hace parte del informe de este trimestre.",
                "Corrija el indicador, o borre esta entrada.",
            )


def _indicators(world: World, item: Informe) -> frozenset[str]:
    """The indicators of a report: those it was closed with, or those its quarter covers."""
    act = world.acts.get(item.periodo.text)
    if act is not None:
        return frozenset(line.indicador for line in act.latest.contenido.renglones)
    register = world.register
    every = register.all(Indicador)
    return frozenset(one.id for one in every if covers(register, one, item.periodo))


@rule("informe-explicacion-fecha", Severity.AVISO)
def promised_for_the_past(world: World) -> Iterator[Finding]:
    """What will be done is promised for a day after the quarter."""
    for item in world.register.all(Informe):
        for index, said in enumerate(item.explicaciones):
            if said.fecha and said.fecha < item.periodo.end:
                yield Finding(
                    item,
                    ("explicaciones", index, "fecha"),
                    f"La medida es para el {said.fecha}, antes de que termine el trimestre "
                    f"({item.periodo.end}).",
                    "Escriba hasta cuándo se compromete la dependencia.",
                )


@rule("informe-sin-explicacion", Severity.AVISO)
def lagging_without_explanation(world: World) -> Iterator[Finding]:
    """What lags or was not reported has its cause, its remedy, its unit, its date."""
    for item, line, missing in unexplained(world, world.register.all(Informe)):
        places = {said.indicador: index for index, said in enumerate(item.explicaciones)}
        index = places.get(line.indicador)
        yield Finding(
            item,
            ("explicaciones",) if index is None else ("explicaciones", index),
            f"El indicador «{line.nombre}» {LAGGING[line.luz_vigente]} y falta decir "
            f"{join_y(missing)}.",
            SAY_NEXT if item.periodo.text in world.acts else SAY_HERE,
        )


def unexplained(
    world: World, reports: Iterable[Informe]
) -> Iterator[tuple[Informe, Renglon, tuple[str, ...]]]:
    """Each line that lags in one of these reports, if it is no draft, with what nobody says of
    it."""
    for item in reports:
        if item.estado == "borrador":
            continue
        for line in _lines(world, item):
            missing = _unsaid(line) if line.luz_vigente in LAGGING else ()
            if missing:
                yield item, line, missing


def _lines(world: World, item: Informe) -> tuple[Renglon, ...]:
    """The lines of a report: as they were closed, or as the data have them today."""
    act = world.acts.get(item.periodo.text)
    if act is not None:
        return act.latest.contenido.renglones
    entities = world.register.all(Entidad)
    if not entities or item.periodo.kind is not PeriodKind.TRIMESTRAL:
        return ()
    view = View(entities[0], world.register, world.lists, item.periodo, world.as_of, item, {})
    return tuple(line for line in lines(view) if _is_public(world, line))


def _is_public(world: World, line: Renglon) -> bool:
    indicator = world.register.get(Indicador, line.indicador)
    return indicator is not None and indicator.is_public


def _unsaid(line: Renglon) -> tuple[str, ...]:
    """The words of what nobody says of a line, neither in the report nor in its rows."""
    return tuple(words for name, words in ASKED.items() if not getattr(line.medida, name, None))


RULES = (
    summary_too_long,
    explained_twice_or_absent,
    light_declared_twice_or_absent,
    promised_for_the_past,
    lagging_without_explanation,
)
