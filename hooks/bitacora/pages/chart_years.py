"""What partners gave year by year, drawn apart for each moment, each currency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from bitacora.charts.bars import Bar, bar_chart
from bitacora.charts.chart import Table
from bitacora.money import PRECISION_WORDS
from bitacora.pages.amounts import money
from bitacora.pages.chart_figures import figure
from bitacora.pages.presenter import Presenter
from bitacora.spanish import long_date
from bitacora.tallies.budget import BudgetKey
from bitacora.tallies.contributions import ContributionSum

PARTNER, MONEY = "cooperante", "dinero"
FLOWS = ("compromiso", "desembolso")
NONE = "ninguno registrado"


def year_charts(presenter: Presenter, years: Mapping[int, Sequence[ContributionSum]]) -> str:
    """The drawings of ``years`` side by side, as one line of HTML; empty where there are none."""
    drawn = "".join(_charts(presenter, years)) if years else ""
    return f'<div class="chart-pairs">{drawn}</div>' if drawn else ""


def _charts(presenter: Presenter, years: Mapping[int, Sequence[ContributionSum]]) -> Iterator[str]:
    """One for each moment with each currency in which partners gave money that is not paid back,
    in two years or more; the tables are those of the page. A year without any has its place."""
    span = range(min(years), max(years) + 1)
    found: dict[BudgetKey, dict[int, ContributionSum]] = {}
    for year, sums in years.items():
        for done in sums:
            if _is_drawn(done.key):
                found.setdefault(done.key, {})[year] = done
    for flow in FLOWS:
        for key, by_year in found.items():
            if key.flow == flow and len(by_year) > 1:
                yield _chart(presenter, key, by_year, span)


def _is_drawn(key: BudgetKey) -> bool:
    return (key.role, key.support, key.repayable) == (PARTNER, MONEY, False)


def _chart(
    presenter: Presenter, key: BudgetKey, by_year: Mapping[int, ContributionSum], span: range
) -> str:
    edition = presenter.edition
    flow = edition.lists.name("tipos_flujo", key.flow)
    bars = [_bar(presenter, year, by_year.get(year)) for year in span]
    most = max(by_year, key=lambda year: by_year[year].total.amount)
    amount = _shown(presenter, by_year[most])
    title = f"{flow} en {key.currency}: el mayor fue el de {most}, con {amount}"
    note = (
        f"Unidad: {edition.lists.name('monedas', key.currency)}. "
        f"Fuente: aportes registrados, al {long_date(edition.as_of)}."
    )
    name = f"anios-{key.flow}-{key.currency.lower()}".replace("_", "-")
    return figure(bar_chart(bars, name, title, note, Table((), ())))


def _bar(presenter: Presenter, year: int, done: ContributionSum | None) -> Bar:
    name = f"{year}, hasta hoy" if year == presenter.edition.as_of.year else str(year)
    if done is None:
        return Bar(name, Decimal(0), NONE)
    return Bar(name, done.total.amount, _shown(presenter, done))


def _shown(presenter: Presenter, done: ContributionSum) -> str:
    amount = money(presenter.edition.lists, done.total.amount, done.total.currency, short=True)
    return f"{PRECISION_WORDS.get(done.precision, '')}{amount}"
