"""Reports that wait: to be announced, published, closed, explained."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.explanations import unexplained
from bitacora.checks.reports import DRAFT, NOTICE, OPEN, OPEN_FOR
from bitacora.pending.desk import Desk
from bitacora.pending.places import place_of
from bitacora.pending.things import Matter, Pending
from bitacora.quarters import Period, PeriodKind
from bitacora.records.indicators import Indicador
from bitacora.records.reports import Informe
from bitacora.reports.calendar_entries import Announcement
from bitacora.spanish import join_y, long_date
from bitacora.tallies.reporting import covers
from bitacora.tallies.slots import reporting_unit, slots_of


def reports(desk: Desk) -> Iterator[Pending]:
    """The reports of the last quarter and of this one to announce; those announced to publish;
    those published to close."""
    yield from _unannounced(desk)
    for one in desk.calendar:
        record = _record(desk, one.quarter)
        if one.quarter in desk.closed:
            continue
        if record is not None and record.estado == OPEN and one.day <= desk.as_of:
            yield _to_close(desk, one, record)
        elif one.day >= desk.as_of or record is None or record.estado == DRAFT:
            yield _to_publish(desk, one, record)


def explanations(desk: Desk) -> Iterator[Pending]:
    """What lags in a report that is still open, and nobody has explained whole."""
    still_open = (it for it in desk.register.all(Informe) if it.periodo not in desk.closed)
    for report, line, missing in unexplained(desk.world, still_open):
        indicator = desk.register.get(Indicador, line.indicador)
        if indicator is None:
            continue
        yield Pending(
            Matter.EXPLICACION,
            f"{report.id}-{line.indicador}",
            f"Explicar «{line.nombre}» en el informe del {report.periodo.spoken}: falta decir "
            f"{join_y(missing)}",
            reporting_unit(indicator),
            report.publicacion,
            "Complételo en «explicaciones», con frases cortas.",
            place_of(desk, report, "explicaciones"),
            indicator,
        )


def measures(desk: Desk) -> Iterator[Pending]:
    """What the last report promised to do about what lags; the next one tells what came of it."""
    told = [one for one in desk.register.all(Informe) if one.estado != DRAFT]
    for report in sorted(told, key=lambda one: one.periodo)[-1:]:
        for index, said in enumerate(report.explicaciones):
            indicator = desk.register.get(Indicador, said.indicador)
            if not said.accion_correctiva or indicator is None:
                continue
            yield Pending(
                Matter.MEDIDA,
                f"{report.id}-{said.indicador}",
                f"Hacer lo prometido sobre «{indicator.nombre}»: "
                f"«{said.accion_correctiva.removesuffix('.')}»",
                said.dependencia or reporting_unit(indicator),
                said.fecha,
                "En el informe siguiente, diga si funcionó en «resultado_anterior» y qué pasó en "
                "«balance_anterior».",
                place_of(desk, report, "explicaciones", index),
                indicator,
            )


def _record(desk: Desk, quarter: Period) -> Informe | None:
    return next((one for one in desk.register.all(Informe) if one.periodo == quarter), None)


def _unannounced(desk: Desk) -> Iterator[Pending]:
    now = Period.containing(desk.as_of, PeriodKind.TRIMESTRAL)
    announced = {one.quarter for one in desk.calendar} | desk.closed
    for quarter in (now.previous(), now):
        if quarter in announced or not _tells(desk, quarter):
            continue
        yield Pending(
            Matter.INFORME,
            f"anunciar-{quarter}",
            f"Anunciar cuándo sale el informe del {quarter.spoken}; se avisa al menos "
            f"{NOTICE.days} días antes",
            desk.office,
            # Told by the end of its quarter, a report can still come out within a month of it.
            quarter.end,
            f"python scripts/nuevo.py informe {quarter.text.lower()}",
        )


def _tells(desk: Desk, quarter: Period) -> bool:
    """Whether the report of a quarter has something to tell: an indicator that reports within the
    term of its strategy."""
    return any(
        covers(desk.register, one, quarter) and slots_of(desk.register, desk.lists, one, ())
        for one in desk.register.all(Indicador)
    )


def _to_publish(desk: Desk, one: Announcement, record: Informe | None) -> Pending:
    if record is None:
        remedy = "La fecha está en el calendario de informes."
    elif record.estado == DRAFT:
        remedy = "Cuando esté listo, escriba «estado: preliminar»."
    else:
        remedy = "Sale solo ese día, al construir el sitio."
    return Pending(
        Matter.INFORME,
        f"publicar-{one.quarter}",
        f"Publicar el informe del {one.quarter.spoken}",
        record.responsable if record else desk.office,
        one.day,
        remedy,
        place_of(desk, record, "estado") if record else "",
        record,
    )


def _to_close(desk: Desk, one: Announcement, record: Informe) -> Pending:
    return Pending(
        Matter.INFORME,
        f"cerrar-{one.quarter}",
        f"Cerrar el informe del {one.quarter.spoken}, que salió el {long_date(one.day)}",
        record.responsable,
        one.day + OPEN_FOR,
        f"python scripts/cerrar.py {one.quarter}",
        place_of(desk, record, "estado"),
        record,
    )
