"""Where reports live, with sentences on how much they tell."""

from __future__ import annotations

from bitacora.edition import Edition
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.quarters import Period
from bitacora.reports.content import Contenido
from bitacora.reports.published import Published
from bitacora.spanish import number
from bitacora.tallies.reporting import NOT_DUE

_NOT_DUE = frozenset(standing.value for standing in NOT_DUE)


def slug_of(report: Published, *, permanent: bool = False) -> str:
    """The name of a report's page: «2026-t3», or «2026-t3-v1» for that version forever."""
    quarter = report.content.periodo.lower()
    return f"{quarter}-v{report.version}" if permanent else quarter


def report_path(quarter: Period) -> str:
    """The path of the report of a quarter, in its latest version."""
    return f"informes/{quarter.text.lower()}.md"


def latest_reports(edition: Edition) -> tuple[Published, ...]:
    """The version that holds today of each report, the earliest quarter first."""
    return tuple(report for report in edition.reports if report.latest)


def last_report(edition: Edition) -> Published | None:
    """The report of the last quarter that has ended; None where there is none."""
    ended = [one for one in latest_reports(edition) if one.quarter.end < edition.as_of]
    return ended[-1] if ended else None


def quarter_link(presenter: Presenter, quarter: Period) -> str:
    """A quarter in words, linked to its report where the edition has one."""
    if quarter not in {one.quarter for one in presenter.edition.reports}:
        return inline(quarter.spoken)
    return presenter.to(quarter.spoken, report_path(quarter))


def last_quarter_sentence(presenter: Presenter) -> str:
    """How many reported in the last quarter that ended, with a link to its report."""
    report = last_report(presenter.edition)
    if report is None:
        return "Todavía nadie ha reportado avances."
    return f"En el {quarter_link(presenter, report.quarter)}, {reported_share(report.content)}."


def reported_share(content: Contenido) -> str:
    """How many indicators have a value, of how many that had to report."""
    due = [line for line in content.renglones if line.situacion not in _NOT_DUE]
    if not due:
        return "a ningún indicador le tocaba reportar"
    having = [line for line in due if line.valor is not None]
    if not having:
        return inline(f"ninguno de los {number(len(due))} indicadores tiene valor reportado")
    verb = "tiene" if len(having) == 1 else "tienen"
    noun = "indicador que debía" if len(due) == 1 else "indicadores que debían"
    share = f"{number(len(having))} de {number(len(due))}"
    return inline(f"{share} {noun} reportar {verb} valor")


def is_silent(content: Contenido) -> bool:
    """Whether nobody has ever reported a value of any indicator."""
    return not any(
        line.valor is not None or any(point.valor is not None for point in line.serie)
        for line in content.renglones
    )
