"""Rules of closed reports: what was published stands, or is corrected in sight of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bitacora.checks.closing_remedies import command, remedy
from bitacora.checks.closing_words import Told, message
from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.quarters import Period
from bitacora.records.institution import Entidad
from bitacora.records.kinds import BY_FOLDER
from bitacora.records.record import Registro
from bitacora.records.reports import Enmienda, Informe
from bitacora.reports.closings.acts import is_intact
from bitacora.reports.closings.breach import Breach, Cause, breaches
from bitacora.reports.closings.mending import mendable
from bitacora.reports.content import Contenido, EnmiendaInforme
from bitacora.reports.sections.undone import DECLARED

FINAL = "definitivo"


def _acts(world: World) -> Iterator[Period]:
    """The closed quarters of which everything may be looked at."""
    for quarter in sorted(map(Period.parse, world.acts)):
        if not any(hidden <= quarter for hidden in world.withheld):
            yield quarter


@rule("cierre-falta", Severity.ERROR)
def final_without_act(world: World) -> Iterator[Finding]:
    """A final report that is out has its closing act."""
    for report in world.register.all(Informe):
        out = report.estado == FINAL and report.publicacion <= world.as_of
        if out and report.periodo.text not in world.acts:
            yield Finding(
                report,
                ("estado",),
                "El informe figura como definitivo y no tiene acta de cierre.",
                f"Ciérrelo: {command(report.periodo)}. Si borró el acta, recupérela del "
                "repositorio.",
            )


@rule("cierre-sin-informe", Severity.ERROR)
def act_without_report(world: World) -> Iterator[Finding]:
    """A closing act has its report among the data."""
    told = {report.periodo for report in world.register.all(Informe)}
    for quarter in _acts(world):
        if quarter not in told:
            yield Finding(
                world.register.all(Entidad)[0],
                (),
                f"Hay un acta de cierre del {quarter.spoken} y falta su informe.",
                f"Recupere del repositorio informes/{quarter.text.lower()}.yml: un informe cerrado "
                "no se retira.",
            )


@rule("cierre-estado", Severity.ERROR)
def closed_but_not_final(world: World) -> Iterator[Finding]:
    """A closed report is final, and never goes back."""
    for report in world.register.all(Informe):
        if report.periodo.text in world.acts and report.estado != FINAL:
            yield Finding(
                report,
                ("estado",),
                f"El informe ya se cerró y figura como «{report.estado}».",
                f"Escriba «{FINAL}».",
            )


@rule("cierre-roto", Severity.ERROR)
def closed_report_at_odds(world: World) -> Iterator[Finding]:
    """The data of today still say what a closed report said, or the report carries the correction
    and was closed again."""
    once: set[tuple[Cause, str, str]] = set()
    for _, record, breach, told in told_breaches(world):
        # What can only be undone is undone once, however many reports it touches.
        same = (breach.cause, breach.row, breach.field)
        if same in once:
            continue
        if not mendable(breach):
            once.add(same)
        path = breach.path if record is breach.record else ()
        yield Finding(record, path, message(breach, told), remedy(breach, told))


@rule("cierre-correccion", Severity.ERROR)
def published_correction_changed(world: World) -> Iterator[Finding]:
    """A correction that was published stays as it was published."""
    for report in world.register.all(Informe):
        act = world.acts.get(report.periodo.text)
        kept = {_amendment(item) for item in report.correcciones}
        for item in act.latest.contenido.enmiendas if act else ():
            if item.escala is not None and _published(item) not in kept:
                yield Finding(
                    report,
                    ("correcciones",) if report.correcciones else (),
                    f"La versión {act.latest.version if act else ''} del informe publicó la "
                    f"corrección de «{item.registro}», campo «{item.campo}», de "
                    f"«{item.publicado}» a «{item.corregido}», y aquí ya no está igual.",
                    "Vuelva a ponerla como estaba; si quedó mal, añada debajo otra corrección.",
                )


@rule("cierre-texto", Severity.AVISO)
def closed_words_changed(world: World) -> Iterator[Finding]:
    """What the office writes in a closed report is not read again until there is a new version."""
    for report in world.register.all(Informe):
        act = world.acts.get(report.periodo.text)
        for path, name in _reworded(report, act.latest.contenido) if act else ():
            yield Finding(
                report,
                path,
                f"{name} ya no es lo que dice el informe cerrado; el sitio sigue mostrando lo que "
                "se publicó.",
                "Vuelva a escribirlo como estaba: lo publicado solo cambia con otra versión.",
            )


def _reworded(report: Informe, told: Contenido) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Each text that differs from the one published: the way to it, how people call it."""
    if report.resumen != told.resumen:
        yield ("resumen",) if report.resumen else (), "El resumen"
    if report.metodo != told.metodo:
        yield ("metodo",) if report.metodo else (), "Lo que dice «metodo»"
    undone = {(item.que, item.por_que) for item in told.pendientes if item.tipo == DECLARED}
    if {(item.que, item.por_que) for item in report.no_realizado} != undone:
        yield ("no_realizado",) if report.no_realizado else (), "Lo que dice «no_realizado»"
    for index, item in enumerate(report.explicaciones):
        line = told.renglon(item.indicador)
        measure = line.medida if line else None
        for field in ("causa", "accion_correctiva", "balance_anterior"):
            now = getattr(item, field)
            if measure and now is not None and now != getattr(measure, field):
                yield ("explicaciones", index, field), f"Lo que dice «{field}»"


def _published(item: EnmiendaInforme) -> tuple[object, ...]:
    return item.registro, item.campo, item.publicado, item.corregido, item.causa, item.fecha


def _amendment(item: Enmienda) -> tuple[object, ...]:
    values = item.valor_publicado, item.valor_corregido
    return item.registro, item.campo, *values, item.causa, item.fecha


def told_breaches(world: World) -> Iterator[tuple[Period, Registro, Breach, Told]]:
    """Every breach of every closed report, the earliest first, with the record where it is told and
    what is needed to tell of it. None while something cannot be read (it would look removed), nor
    where quarters are withheld: the whole data were looked at before."""
    if world.unread or world.withheld or not world.register.all(Entidad):
        return
    public = world.register.public()
    found = {
        quarter: breaches(quarter, public, world.lists, world.acts, world.as_of)
        for quarter in _acts(world)
        if is_intact(quarter.text, world.acts[quarter.text])
    }
    reports = {report.periodo: report for report in world.register.all(Informe)}
    for quarter, broken in found.items():
        report = reports.get(quarter)
        for breach in broken:
            record = _place(world, breach, report)
            if record is not None:
                yield quarter, record, breach, _told(world, breach, report, found)


def _told(
    world: World,
    breach: Breach,
    report: Informe | None,
    found: Mapping[Period, tuple[Breach, ...]],
) -> Told:
    return Told(
        world.register,
        world.lists,
        world.acts[breach.quarter.text].latest,
        report,
        world.register.where(report).place().archivo if report else "su informe",
        tuple(
            quarter
            for quarter, others in found.items()
            if quarter != breach.quarter
            and any((it.folder, it.row) == (breach.folder, breach.row) for it in others)
        ),
        world.as_of,
    )


def _place(world: World, breach: Breach, report: Informe | None) -> Registro | None:
    """The record where the breach is told: the one at fault, a draft too; else the report."""
    kind = BY_FOLDER[breach.folder].name
    found = breach.record or world.register.find(kind, breach.row.partition(":")[0])
    return found or report


RULES = (
    final_without_act,
    act_without_report,
    closed_but_not_final,
    closed_report_at_odds,
    published_correction_changed,
    closed_words_changed,
)
