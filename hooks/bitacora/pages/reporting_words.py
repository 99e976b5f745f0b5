"""Sentences on how much was reported in a quarter."""

from __future__ import annotations

from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.quarters import Period
from bitacora.spanish import number
from bitacora.tallies.reporting import Report, last_closed, report_at, report_quarters


def report_path(quarter: Period) -> str:
    """The path of the report of a quarter."""
    return f"informes/{quarter.text.lower()}.md"


def quarter_link(presenter: Presenter, quarter: Period) -> str:
    """A quarter in words, linked to its report where the edition has one."""
    reported = report_quarters(presenter.edition.register, presenter.edition.as_of)
    if quarter not in reported:
        return inline(quarter.spoken)
    return presenter.to(quarter.spoken, report_path(quarter))


def last_report(presenter: Presenter) -> Report | None:
    """The report of the last quarter that has ended; None where nobody has reported."""
    edition = presenter.edition
    quarter = last_closed(report_quarters(edition.register, edition.as_of), edition.as_of)
    return report_at(edition.register, edition.lists, quarter, edition.as_of) if quarter else None


def last_quarter_sentence(presenter: Presenter) -> str:
    """How many reported in the last quarter that ended, with a link to its report."""
    report = last_report(presenter)
    if report is None:
        return "Todavía nadie ha reportado avances."
    return f"En el {quarter_link(presenter, report.quarter)}, {reported_share(report)}."


def reported_share(report: Report) -> str:
    """How many indicators have a value, of how many that had to report."""
    if not report.due:
        return "a ningún indicador le tocaba reportar"
    having, due = number(len(report.with_value)), number(len(report.due))
    verb = "tiene" if len(report.with_value) == 1 else "tienen"
    noun = "indicador" if len(report.due) == 1 else "indicadores"
    return inline(f"{having} de {due} {noun} que debían reportar {verb} valor")
