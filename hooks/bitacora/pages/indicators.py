"""The pages of the indicators."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.bars import towards
from bitacora.pages.catalogue import catalogue
from bitacora.pages.cells import PERCENT, advance, goal_shown, quantity
from bitacora.pages.citing import cited
from bitacora.pages.embed_code import embed_code, series_path
from bitacora.pages.escape import inline
from bitacora.pages.headings import axis_heading, group_heads
from bitacora.pages.indicator_road import CHANGED, goal_changes, road
from bitacora.pages.levels import measure_names
from bitacora.pages.presenter import Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.reference_indicators import criterion_link
from bitacora.pages.reports.words import last_quarter_sentence
from bitacora.pages.series import HEAD, NUMBERS, series_details, series_rows
from bitacora.pages.tables import indicator_rows, progress_today, under_axes
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.accumulation import Acumulacion
from bitacora.records.indicators import Indicador
from bitacora.records.unknown import NO_INFORMADO, NoInformado
from bitacora.register import in_reading_order
from bitacora.spanish import count_of, join_y
from bitacora.tallies.belonging import axis_of
from bitacora.tallies.formulas import WORDS
from bitacora.tallies.progress import Progress, accumulation


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The index, then a page for each indicator."""
    presenter = Presenter(edition)
    yield _index(writer, presenter)
    for indicator in edition.register.all(Indicador):
        yield _page(writer, presenter, indicator)


def _index(writer: Writer, presenter: Presenter) -> Artefact:
    edition = presenter.edition
    indicators = in_reading_order(edition.register.all(Indicador))
    values = {
        "total": count_of(len(indicators), "indicador", "indicadores"),
        "catalogo": catalogue(edition, "indicador", "indicadores"),
        "trimestre": last_quarter_sentence(presenter),
        "grupos": [
            (*group_heads(presenter, group), indicator_rows(presenter, group.records))
            for group in under_axes(edition, indicators)
        ],
    }
    head = PageHead("indicadores/index.md", "Indicadores", "Listado")
    return writer.page(head, "indicadores", values)


def _page(writer: Writer, presenter: Presenter, indicator: Indicador) -> Artefact:
    axis = axis_of(presenter.edition.register, indicator)
    progress = progress_today(presenter.edition, indicator)
    values = {
        "eje": axis_heading(presenter, axis) if axis else None,
        "en_unidad": unit_words(indicator),
        "fecha_valor": _last_period(progress),
        "barra": _bar(progress),
        "linea_base": quantity(indicator.linea_base, indicator.unidad),
        "meta": goal_shown(indicator),
        "a_la_fecha": quantity(progress.to_date, indicator.unidad),
        "avance": advance(progress),
        "por_que_no": why_unknown(progress),
        "formula_avance": formula_words(presenter, indicator),
        "criterio": criterion_link(presenter, indicator),
        "niveles": measure_names(presenter, indicator),
        "metas": [
            [inline(goal.periodo.spoken), quantity(goal.meta, indicator.unidad)]
            for goal in indicator.metas_por_periodo
        ],
        "camino": road(presenter, indicator),
        "incrustar": embed_code(
            presenter.edition, series_path(indicator.id), indicator.nombre, tall=True
        ),
        "encabezado_cambios": CHANGED,
        "cambios_meta": goal_changes(indicator),
        "encabezado": HEAD,
        "numeros": NUMBERS,
        "serie": series_rows(presenter, indicator),
        "detalle": series_details(presenter, indicator),
        "cita": cited(presenter.edition, progress),
    }
    return record_page(writer, presenter, indicator, "indicador", values)


def unit_words(indicator: Indicador) -> str:
    """The unit as it stands under a figure; empty for percentages, or where no source says it."""
    if isinstance(indicator.unidad, NoInformado) or indicator.unidad == PERCENT:
        return ""
    return inline(indicator.unidad)


def _last_period(progress: Progress) -> str:
    """The last period with a value, in words."""
    known = [row.periodo for row in progress.until if row.valor is not None]
    return inline(known[-1].spoken) if known else ""


def _bar(progress: Progress) -> str:
    """The way to the goal as a bar; what is kept or not has none."""
    if progress.ratio is None or accumulation(progress.indicator) is Acumulacion.MANTENIMIENTO:
        return ""
    return towards(progress.ratio, f"{advance(progress)} hacia la meta")


def formula_words(presenter: Presenter, indicator: Indicador) -> dict[str, str] | None:
    """How the indicator's progress is computed, in the words that stand beside the formulas."""
    kind = accumulation(indicator)
    if kind is None:
        return None
    listed = presenter.edition.lists.lists["acumulaciones"][kind]
    return {
        "nombre": inline(listed.nombre),
        "definicion": inline(listed.definicion or ""),
        "valor": inline(WORDS[kind].to_date),
        "formula": inline(WORDS[kind].progress),
    }


def why_unknown(progress: Progress) -> str:
    """Why there is no progress to show; empty where there is."""
    if progress.ratio is not None:
        return ""
    indicator, missing = progress.indicator, []
    if accumulation(indicator) is None:
        missing.append("cómo se suman los periodos")
    if indicator.meta is NO_INFORMADO and not indicator.metas_por_periodo:
        missing.append("la meta en número")
    if accumulation(indicator) in (Acumulacion.CAPACIDAD, Acumulacion.REDUCCION) and (
        indicator.linea_base is NO_INFORMADO
    ):
        missing.append("la línea base")
    if progress.to_date is None:
        missing.append("los datos reportados")
    if not missing:
        return "No se puede dividir: la meta es cero o igual a la línea base."
    return f"No se puede calcular porque no se conoce: {join_y(missing)}."
