"""Missions and events: how they stand, what the missions cost, what their pages say."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bitacora.edition import Edition, load_edition
from bitacora.money import Money
from bitacora.pages import events, missions
from bitacora.pages.writing import Writer
from bitacora.records.events import Evento
from bitacora.records.unknown import NO_INFORMADO
from bitacora.tallies.meetings import meeting_state
from bitacora.tallies.missions import cancelled_missions, cost_of, mission_years
from register_rows import event
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD, Change, changed_world

DAY, NEXT = date(2026, 5, 18), date(2026, 5, 19)
MISSION = "eventos/rueda-de-compradores.yml"


@pytest.mark.parametrize(
    ("fields", "at", "state"),
    [
        ({}, date(2026, 5, 17), "programado"),
        ({}, DAY, "en_curso"),
        ({}, NEXT, "sin_resultado"),
        ({"resultado": "Pedidos."}, NEXT, "con_resultado"),
        ({"fecha_fin": date(2026, 5, 20)}, date(2026, 5, 20), "en_curso"),
        ({"fecha_fin": date(2026, 5, 20)}, date(2026, 5, 21), "sin_resultado"),
        # At its first moment the day of an event has not reached its hour.
        ({"hora_inicio": time(9)}, DAY, "programado"),
        ({"hora_inicio": time(9)}, datetime(2026, 5, 18, 9), "en_curso"),
        (
            {"hora_inicio": time(9), "hora_fin": time(11)},
            datetime(2026, 5, 18, 11),
            "sin_resultado",
        ),
        ({"cancelado": date(2026, 5, 10)}, DAY, "cancelado"),
        ({"cancelado": date(2026, 5, 10)}, date(2026, 5, 9), "programado"),
        ({"cancelado": date(2026, 5, 10), "resultado": "Nada."}, NEXT, "cancelado"),
    ],
)
def test_how_an_event_stands(fields: dict[str, object], at: date, state: str) -> None:
    assert meeting_state(event(**fields), at) == state


def test_the_cost_of_a_year_is_told_by_currency_with_how_many_tell_it() -> None:
    found = [
        event(id="a", costo=Decimal(100), moneda="COP", resultado="Sí."),
        event(id="b", costo=Decimal(50), moneda="COP"),
        event(id="c", costo=Decimal("7.50"), moneda="USD", resultado="Sí."),
        event(id="d", costo=NO_INFORMADO, resultado="Sí."),
        event(id="e", costo=Decimal(0), resultado="Sí."),
        event(id="f", costo=Decimal(9), moneda="COP", cancelado=date(2026, 5, 1)),
        event(id="g", costo=Decimal(9), moneda="COP", fecha_inicio=date(2027, 5, 1)),
        event(id="h", costo=Decimal(9), moneda="COP", tipo="participacion"),
    ]
    (year,) = mission_years(found, AS_OF)
    assert year.year == 2026
    assert [one.id for one in year.missions] == ["b", "e", "d", "c", "a"]
    assert [str(one.total.amount) + one.total.currency for one in year.costs] == [
        "150COP",
        "7.50USD",
    ]
    assert [one.id for one in year.free] == ["e"]
    assert [one.id for one in year.untold] == ["d"]
    assert year.told == 4
    assert [one.id for one in cancelled_missions(found, AS_OF)] == ["f"]


def test_a_mission_counts_in_the_year_in_which_it_ends() -> None:
    crossing = event(fecha_inicio=date(2025, 12, 30), fecha_fin=date(2026, 1, 2))
    assert [year.year for year in mission_years([crossing], AS_OF)] == [2026]


@st.composite
def told_missions(draw: st.DrawFn) -> list[Evento]:
    """Missions with any cost in any currency, known or not."""
    costs = st.one_of(
        st.none(), st.just(NO_INFORMADO), st.decimals(0, 10**9, places=2, allow_nan=False)
    )
    rows = draw(
        st.lists(st.tuples(costs, st.sampled_from(["COP", "USD", "EUR"]), st.integers(2020, 2025)))
    )
    return [
        event(id=f"m{n}", costo=cost, moneda=currency, fecha_inicio=date(year, 3, 1))
        for n, (cost, currency, year) in enumerate(rows)
    ]


@given(told_missions())
@settings(max_examples=60)
def test_no_sum_mixes_and_every_mission_is_counted_once(found: list[Evento]) -> None:
    counted: list[Evento] = []
    for year in mission_years(found, AS_OF):
        for one in year.costs:
            amounts = [cost_of(mission) for mission in one.missions]
            assert {amount.currency for amount in amounts if amount} == {one.total.currency}
            total = sum((amount.amount for amount in amounts if amount), Decimal(0))
            assert one.total == Money(total, one.total.currency)
            counted += one.missions
        counted += [*year.free, *year.untold]
    assert sorted(one.id for one in counted) == sorted(one.id for one in found)


def pages_of(edition: Edition) -> dict[str, str]:
    writer = Writer([ROOT / "content" / "templates"])
    return {
        page.path: str(page.content)
        for maker in (events, missions)
        for page in maker.pages(edition, writer)
    }


def edition_with(folder: Path, *changes: Change) -> Edition:
    return load_edition(changed_world(folder, changes), SHOWN, AS_OF)


def test_the_page_of_an_event_tells_cost_payer_result_and_commitments() -> None:
    pages = pages_of(load_edition(WORLD, SHOWN, AS_OF))
    page = pages["eventos/rueda-de-compradores.md"]
    for words in ("18.000.000", "La entidad", "Cuatro empresas", "Salón del Muelle", "hora de"):
        assert words in page
    promises = page.split("## Compromisos que salieron de aquí")[1].split("##")[0]
    assert "](../compromisos/directorio-de-compradores.md)" in promises
    assert "Abierto" in promises
    assert "Hay datos de doce compradores" in promises
    assert "](../redes/puertos.md)" in page


def test_who_promised_nothing_says_so(tmp_path: Path) -> None:
    pages = pages_of(
        edition_with(
            tmp_path,
            {
                "archivo": "compromisos/directorio-de-compradores.yml",
                "busca": "evento: rueda-de-compradores\n",
                "pone": "",
            },
            {"archivo": MISSION, "busca": "red: puertos", "pone": "sin_compromisos: sí"},
        )
    )
    assert "La oficina dice que no dejó ninguno." in pages["eventos/rueda-de-compradores.md"]


def test_what_is_coming_stands_first_and_what_was_cancelled_says_why(tmp_path: Path) -> None:
    later = (WORLD / MISSION).read_text(encoding="utf-8")
    later = later.replace("resultado: Cuatro empresas cerraron pedidos.\n", "")
    later = re.sub(r"2026-05-(\d\d)", r"2026-09-\1", later)
    off = "cancelado: 2026-06-30\nmotivo_cancelacion: Cerraron el puerto.\n"
    edition = edition_with(
        tmp_path,
        {"archivo": "eventos/segunda.yml", "pone": later.replace("Rueda", "Segunda rueda")},
        {"archivo": "eventos/tercera.yml", "pone": later.replace("Rueda", "Tercera rueda") + off},
    )
    pages = pages_of(edition)
    agenda = pages["eventos/index.md"]
    coming, done = agenda.split("## Lo que viene")[1].split("## Lo que ya pasó")
    assert "Segunda rueda" in coming
    assert "Tercera rueda" not in coming
    assert "Rueda de compradores](../eventos/rueda-de-compradores.md)" in done
    assert "Cerraron el puerto." in done.split("## Lo que se canceló")[1]
    assert "Segunda rueda" in agenda.split("{: .lead }")[0]
    cost = pages["eventos/misiones.md"]
    assert "Dicen su costo 1 de 1" in cost
    assert "Tercera rueda" in cost.split("## Las que se cancelaron")[1]


def test_an_office_without_missions_says_so(tmp_path: Path) -> None:
    data = changed_world(
        tmp_path,
        [
            {
                "archivo": "compromisos/directorio-de-compradores.yml",
                "busca": "evento: rueda-de-compradores\n",
                "pone": "",
            }
        ],
    )
    (data / MISSION).unlink()
    pages = pages_of(load_edition(data, SHOWN, AS_OF))
    assert "no registra ninguna misión" in pages["eventos/index.md"]
    assert "No consta ninguna misión" in pages["eventos/misiones.md"]
