"""The register of contributions: sums that mix nothing, views that lose nothing, rates of their own
date, the foreign part, what sources declare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from html import unescape
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bitacora.edition import Edition, load_edition
from bitacora.money import Money
from bitacora.pages.amounts import money
from bitacora.pages.presenter import Presenter
from bitacora.pages.resources import contributions, foreign_funds, rate_list, views
from bitacora.pages.resources.view_list import VIEWS
from bitacora.pages.writing import Writer
from bitacora.reading.code_lists import CodeLists
from bitacora.reading.records import Located
from bitacora.records.actions import Accion, Partida
from bitacora.records.indicators import Cifra
from bitacora.records.partial_date import PartialDate, parse_partial_date
from bitacora.records.record import Registro
from bitacora.records.resources import Recurso, Tasa
from bitacora.records.unknown import NO_INFORMADO
from bitacora.register import make_register
from bitacora.tallies.budget import budget_lines, budget_sums
from bitacora.tallies.contributions import contribution_sums, grouped
from bitacora.tallies.distributions import distributions
from bitacora.tallies.foreign_share import Half, foreign_shares
from bitacora.tallies.rates import rates_of
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD

D = Decimal
TEMPLATES = [ROOT / "content" / "templates"]
KEY = ("moneda", "reembolsable", "tipo_flujo", "tipo_aporte", "rol")


@cache
def world() -> Edition:
    return load_edition(WORLD, SHOWN, AS_OF)


@cache
def writer() -> Writer:
    return Writer(TEMPLATES)


def edition_with(made: Iterable[Registro], *without: str) -> Edition:
    """The world with these records, in place of its own of those kinds."""
    found = tuple(made)
    gone = {*without, *(record.kind for record in found)}
    place = world().register.located[0]
    kept = [item for item in world().register.located if item.record.kind not in gone]
    added = [Located(record, place.entry, place.path) for record in found]
    return replace(world(), register=make_register([*kept, *added]), problems=())


def gift(name: str, **fields: Any) -> Recurso:
    sample = world().register.get(Recurso, "profesores-prometidos")
    assert sample
    if "fecha" in fields:
        fields["fecha"] = parse_partial_date(fields["fecha"])
    if "monto" in fields:
        fields["monto"] = D(fields["monto"])
    return sample.model_copy(update={"id": name, "concepto": f"Aporte {name}", **fields})


def rate(when: str, worth: str, source: str = "USD", target: str = "COP") -> Tasa:
    sample = world().register.all(Tasa)[0]
    told = {"de": source, "a": target, "fecha": parse_partial_date(when), "valor": D(worth)}
    return sample.model_copy(update={"id": f"{source}-{target}-{when}".lower(), **told})


def figure(name: str, worth: str, **fields: Any) -> Cifra:
    sample = world().register.get(Cifra, "cooperacion")
    assert sample
    bare = {"texto_original": None, "banderas": (), "registro": "recursos", "nota": None}
    return sample.model_copy(update={**bare, "id": name, "valor": D(worth), **fields})


def pages_of(edition: Edition) -> dict[str, str]:
    makers = (contributions.pages, views.pages, foreign_funds.pages, rate_list.pages)
    made = chain.from_iterable(maker(edition, writer()) for maker in makers)
    return {page.path: unescape(str(page.content)).replace("\u00a0", " ") for page in made}


# Rates


@pytest.mark.parametrize(
    ("when", "worth"),
    [
        ("2026-05-04", "4000"),
        ("2026-05-05", "4100"),
        ("2026-05", "4100"),
        ("2026-06-01", "4200"),
        ("2026", "4200"),
        ("2025-05-04", None),
        ("2027", None),
    ],
)
def test_a_rate_is_of_the_day_else_of_the_month_else_of_the_year(
    when: str, worth: str | None
) -> None:
    rates = rates_of([rate("2026-05-04", "4000"), rate("2026-05", "4100"), rate("2026", "4200")])
    found = rates.rate("USD", "COP", parse_partial_date(when))
    assert (found.valor if found else None) == (D(worth) if worth else None)
    assert rates.rate("EUR", "COP", parse_partial_date(when)) is None
    assert rates.rate("COP", "USD", parse_partial_date(when)) is None, "no rate is turned around"


def test_a_year_alone_does_not_take_the_rate_of_a_day() -> None:
    rates = rates_of([rate("2026-05-04", "4000")])
    assert rates.rate("USD", "COP", PartialDate(2026)) is None


def test_a_conversion_stands_beside_the_original_and_says_its_rate() -> None:
    made = [
        gift("uno", monto="1000.5", moneda="USD", fecha="2026-05-04"),
        gift("dos", monto="10", moneda="USD", fecha="2026-07-01"),
        rate("2026-05-04", "4000.25"),
    ]
    pages = pages_of(edition_with(made))
    first, second = pages["recursos/uno.md"], pages["recursos/dos.md"]
    assert "US$ 1.000,5" in first
    assert "$ 4.002.250 COP" in first
    assert "1 USD = 4.000,25 COP" in first
    assert "4 de mayo de 2026](../recursos/tasas.md#tasa-usd-cop-2026-05-04)" in first
    assert "Sin tasa para esa fecha" in second
    assert "1 de 2 aportes convertidos" in pages["recursos/index.md"]
    assert "(../recursos/dos.md)" in pages["recursos/tasas.md"]


# Sums and views


def test_a_loan_and_a_grant_are_never_added() -> None:
    """Barranquilla: US$ 100 million lent, 6,12 given, more than 20 declared by the source."""
    made = [
        gift("prestamo", monto="100000000", moneda="USD", reembolsable=True, fecha="2023-09"),
        gift("donacion", monto="6120000", moneda="USD", reembolsable=False, fecha="2023-09"),
        figure("canalizado", "20000000", medida="Recursos canalizados", precision="minimo"),
    ]
    pages = pages_of(edition_with(made, "tasa"))
    index = pages["recursos/index.md"]
    assert "en dinero que no se devuelve: [US$ 6.120.000]" in index
    assert "Aparte, en préstamos: [US$ 100.000.000]" in index
    assert "más de US$ 20 millones" in index
    assert "2 aportes en USD" in index
    for text in pages.values():
        assert not re.search(r"106[.,]12|126[.,]12|26[.,]12|120\.000\.000", text)


def test_what_has_no_answer_is_a_row_of_its_view() -> None:
    bare = {"modalidad": None, "via": None, "ods": (), "accion": None, "aportante": NO_INFORMADO}
    made = [gift("mudo", fuente_recursos="privada", **bare), gift("claro", fecha="2025-03")]
    pages = pages_of(edition_with(made))
    for view in VIEWS:
        text = pages[view.path]
        expected = 0 if view.file in ("por-anio", "por-fuente") else 1
        line = next(row for row in text.splitlines() if row.startswith("| Sin dato |"))
        shown = int(re.search(r"(\d+) de 2", line)[1])  # type: ignore[index]
        assert shown >= expected, view.file
        assert "(../recursos/mudo.md)" in text
        assert "(../recursos/claro.md)" in text


def test_several_ods_count_the_contribution_whole_in_each() -> None:
    text = pages_of(edition_with([gift("uno", ods=("4", "6"), monto="900", moneda="USD")], "tasa"))[
        "recursos/por-ods.md"
    ]
    assert "cuenta completo en cada uno" in text
    assert text.count("Suma: **US$ 900**") == 2
    assert "Total" not in text


def test_a_body_of_many_countries_is_not_put_down_to_that_of_its_seat() -> None:
    made = [gift("uno", fuente_recursos="oficial_multilateral"), gift("dos", pais="SE")]
    pages = pages_of(edition_with(made))
    view = pages["recursos/por-pais.md"]
    assert "| Organismos de muchos países | [1 de 2]" in view
    assert "Suecia" in view
    assert "Noruega" not in view


def test_counterparts_are_told_on_both_sides() -> None:
    own = {"rol": "contrapartida", "contrapartida_de": "gira", "moneda": "COP", "monto": "500"}
    pages = pages_of(edition_with([gift("gira"), gift("sala", **own)]))
    assert "[Aporte sala](../recursos/sala.md) (compromiso): $ 500 COP" in pages["recursos/gira.md"]
    assert "Completa este aporte: [Aporte gira](../recursos/gira.md)" in pages["recursos/sala.md"]


def test_a_register_with_nothing_says_so() -> None:
    pages = pages_of(edition_with((), "recurso", "tasa", "cifra"))
    assert pages.keys() == {"recursos/index.md", "recursos/tasas.md"}
    assert "no registra todavía los aportes uno por uno" in pages["recursos/index.md"]
    assert "Eso no quiere decir que no los haya" in pages["recursos/index.md"]


# The foreign part


def shares(*rows: Recurso) -> list[tuple[Decimal, Decimal, Half]]:
    edition = edition_with(rows)
    found = foreign_shares(edition.register, edition.lists, edition.register.all(Recurso))
    return [(one.low, one.high, one.half) for one in found]


def test_half_of_foreign_money_is_reached_at_fifty() -> None:
    foreign = gift("a", monto="50")
    own = gift("b", monto="50", fuente_recursos="recursos_propios", rol="contrapartida")
    assert shares(foreign, own) == [(D(50), D(50), Half.REACHED)]
    assert shares(foreign, own.model_copy(update={"monto": D(51)}))[0][2] is Half.BELOW


def test_a_giver_without_country_makes_a_range() -> None:
    own = gift("a", monto="60", fuente_recursos="nacional", aportante="universidad")
    unknown = gift("b", monto="60", fuente_recursos="privada", aportante=NO_INFORMADO)
    assert shares(own, unknown) == [(D(0), D(50), Half.UNKNOWN)]


def test_a_domestic_foundation_is_not_foreign_and_a_part_may_be_told() -> None:
    here = {"aportante": "universidad", "fuente_recursos": "no_gubernamental", "monto": "10"}
    assert shares(gift("a", **here)) == [(D(0), D(0), Half.BELOW)]
    assert shares(gift("a", **here, porcentaje_exterior=D(60)))[0][:2] == (D(60), D(60))


def test_promises_alone_make_the_share_and_currencies_stay_apart() -> None:
    paid = gift("a", tipo_flujo="desembolso")
    euros = gift("b", moneda="EUR", monto="9")
    pesos = gift("c", moneda="COP", monto="9", fuente_recursos="recursos_propios")
    found = shares(paid, euros, pesos)
    assert sorted(one[0] for one in found) == [D(0), D(100)]


# What sources declare


def medellin() -> list[Cifra]:
    """Medellín's figures as its source gives them."""
    whole = figure("total", "37500000", medida="Cooperación reportada")
    count = figure("acciones", "122", medida="Acciones", unidad="acciones", moneda=None)
    by_sdg = {"distribucion": "Por ODS", "total": "total"}
    by_country = {"distribucion": "Por país", "total": "total", "unidad": "%", "moneda": None}
    amounts = (("10", "7600000"), ("4", "4900000"), ("16", "4200000"))
    shares = (("US", "32"), ("GB", "13"), ("ES", "12"), ("DE", "6"), ("CH", "3"))
    return [
        whole,
        count,
        *(figure(f"ods-{n}", value, categoria=f"ODS {n}", **by_sdg) for n, value in amounts),
        *(figure(f"de-{c}", value, categoria=c, pais=c, **by_country) for c, value in shares),
    ]


def test_what_lacks_detail_is_told_in_money_and_in_percent() -> None:
    figures = medellin()
    by_sdg, by_country = distributions(figures, figures)
    assert (by_sdg.total, by_sdg.remainder) == (D(16700000), D(20800000))
    assert by_sdg.covered is not None
    assert by_sdg.covered.quantize(D("0.1")) == D("44.5")
    assert (by_country.total, by_country.remainder, by_country.excess) == (D(66), D(34), None)


def test_declared_totals_read_well_without_rows() -> None:
    index = pages_of(edition_with(medellin(), "recurso", "tasa"))["recursos/index.md"]
    assert "Lo que se sabe son los totales que declaran sus fuentes" in index
    assert "US$ 37,5 millones" in index
    assert "122 acciones" in index
    assert "Las partes suman US$ 16,7 millones, el 44,5 %" in index
    assert "**sin detallar US$ 20,8 millones** (55,5 %)" in index
    assert "**sin detallar 34 %**" in index


def test_parts_of_another_unit_are_not_set_against_the_total() -> None:
    whole = figure("total", "100")
    part = figure("parte", "40", moneda="EUR", distribucion="Por ODS", total="total")
    [found] = distributions([part], [whole])
    assert (found.covered, found.remainder, found.excess) == (None, None, None)


# Any register


CODES: Mapping[str, tuple[Any, ...]] = {
    "moneda": ("COP", "USD", "EUR", "XXX"),
    "reembolsable": (True, False),
    "tipo_flujo": ("por_movilizar", "compromiso", "desembolso", "ejecucion"),
    "tipo_aporte": ("dinero", "especie", "becas"),
    "rol": ("cooperante", "contrapartida", "recursos_propios"),
    "fuente_recursos": ("privada", "oficial_multilateral", "recursos_propios"),
    "precision": ("exacto", "minimo", "maximo", "aproximado"),
    "aportante": ("agencia-norte", "universidad", NO_INFORMADO),
    "accion": ("escuela", "ferias", None),
    "pais": ("NO", "CO", None),
    "via": ("oficial_apc", None),
    "modalidad": ("sur_sur", "triangular", None),
    "ods": ((), ("4",), ("4", "17")),
    "fecha": tuple(map(parse_partial_date, ("2025", "2026-05", "2026-05-04"))),
}
AMOUNTS = st.decimals(min_value=D("0.01"), max_value=D(10) ** 12, places=2)
FIELDS = st.fixed_dictionaries({name: st.sampled_from(found) for name, found in CODES.items()})


@st.composite
def registers(draw: st.DrawFn) -> tuple[Recurso, ...]:
    rows = draw(st.lists(st.tuples(FIELDS, AMOUNTS), max_size=12))
    sample = world().register.all(Recurso)[0]
    return tuple(
        sample.model_copy(
            update={**told, "id": f"r-{at}", "concepto": f"Aporte {at}", "monto": amount}
        )
        for at, (told, amount) in enumerate(rows)
    )


def key_of(row: Any, names: Iterable[str] = KEY) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in names)


@settings(deadline=None, max_examples=150)
@given(rows=registers())
def test_no_sum_mixes_and_no_row_is_lost(rows: tuple[Recurso, ...]) -> None:
    edition = edition_with([*rows, rate("2026-05-04", "4000")])
    rates = rates_of(edition.register.all(Tasa))
    for view in VIEWS:
        groups = grouped(edition.register, rows, view.classify)
        met = [row.id for found in groups.values() for row in found]
        assert set(met) == {row.id for row in rows}
        assert view.many or len(met) == len(rows)
        for found in groups.values():
            _check_sums(found, edition.lists)
    for done in contribution_sums(rows, edition.lists):
        for other in rates.converted(done):
            dated = [
                row
                for row in done.rows
                if rates.rate(row.moneda, other.target, row.fecha) is not None
            ]
            assert (other.converted, other.rows) == (len(dated), len(done.rows))
            assert (other.total is None) == (not dated)


def _check_sums(rows: tuple[Recurso, ...], lists: CodeLists) -> None:
    sums = contribution_sums(rows, lists)
    assert sorted(row.id for done in sums for row in done.rows) == sorted(row.id for row in rows)
    for done in sums:
        assert len({key_of(row) for row in done.rows}) == 1
        whole = sum((row.monto for row in done.rows), D(0))
        assert done.total == Money(whole, done.rows[0].moneda)


@given(
    lines=st.lists(
        st.tuples(
            st.fixed_dictionaries(
                {name: st.sampled_from(CODES[name]) for name in KEY if name != "rol"}
            ),
            AMOUNTS,
        ),
        max_size=12,
    )
)
def test_no_sum_of_a_budget_mixes(lines: list[tuple[dict[str, Any], Decimal]]) -> None:
    action = world().register.all(Accion)[0]
    sample = action.presupuesto[0]
    budget: tuple[Partida, ...] = tuple(
        sample.model_copy(update={**told, "monto": amount}) for told, amount in lines
    )
    planned = action.model_copy(update={"presupuesto": budget})
    sums = budget_sums(budget_lines([planned]), world().lists, by_source=False)
    assert sum(len(done.lines) for done in sums) == len(budget)
    for done in sums:
        assert len({key_of(item.line, KEY[:4]) for item in done.lines}) == 1
        assert done.total.amount == sum((item.line.monto for item in done.lines), D(0))


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(rows=registers())
def test_the_sums_that_pages_show_are_those_of_their_rows(rows: tuple[Recurso, ...]) -> None:
    edition = edition_with([*rows, rate("2026-05-04", "4000")])
    pages = pages_of(edition)
    by_id = {row.id: row for row in rows}
    shown = [pages[path] for path in ("recursos/sumas.md", *(view.path for view in VIEWS)) if rows]
    for text in shown:
        met = []
        for total, found in shown_sums(text):
            given_rows = [by_id[name] for name in found]
            met += found
            assert len({key_of(row) for row in given_rows}) == 1
            whole = sum((row.monto for row in given_rows), D(0))
            plain = money(edition.lists, whole, given_rows[0].moneda).replace("\u00a0", " ")
            assert total.endswith(plain)
        assert set(met) == by_id.keys()


def shown_sums(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each sum that a page shows, with the rows under it."""
    for block in text.split("Suma: **")[1:]:
        total, _, rest = block.partition("**")
        table = rest.split("\n## ")[0]
        yield total, re.findall(r"\]\(\.\./recursos/(r-\d+)\.md\)", table)


def test_the_demonstration_has_every_kind_of_contribution() -> None:
    edition = load_edition(ROOT / "data", SHOWN, date(2026, 11, 21))
    rows = edition.register.all(Recurso)
    for name, codelist in (
        ("tipo_flujo", "tipos_flujo"),
        ("tipo_aporte", "tipos_aporte"),
        ("rol", "roles_recurso"),
        ("precision", "precisiones"),
        ("fuente_recursos", "fuentes_recursos"),
    ):
        used = {getattr(row, name) for row in rows}
        assert used >= {code.codigo for code in edition.lists.all(codelist)} - {"minimo"}
    assert {row.reembolsable for row in rows} == {True, False}
    assert len({row.moneda for row in rows}) >= 4
    found = views.groups_of(Presenter(edition), VIEWS[0], rows)
    assert sum(len(group.rows) for group in found) == len(rows)
    assert Path(ROOT / "data" / "tasas.csv").is_file()
