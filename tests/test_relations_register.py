"""Instruments, networks, countries: how they stand on a day, what was done, what pages tell."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitacora.edition import Edition, load_edition
from bitacora.pages import countries, networks, twinnings
from bitacora.pages.presenter import Presenter
from bitacora.pages.writing import Writer
from bitacora.problems import Place
from bitacora.reading.records import Located
from bitacora.records.events import Evento
from bitacora.records.networks import Red
from bitacora.records.partial_date import PartialDate
from bitacora.records.partial_date import parse_partial_date as when
from bitacora.records.record import Registro
from bitacora.records.relations import Actividad, Hermanamiento, Renovacion
from bitacora.records.resources import Recurso
from bitacora.records.unknown import NO_INFORMADO
from bitacora.register import Register, make_register
from bitacora.reports.sections.relations import relations
from bitacora.sources.nodes import Mapping
from bitacora.tallies.countries import countries_of
from bitacora.tallies.happened import happened_under, standing_of
from bitacora.tallies.instruments import InstrumentState, state_of, term_of
from bitacora.tallies.memberships import asked, fee_sums, fees_untold, membership_state
from bitacora.tallies.partners import all_partners, cities_named
from bitacora.tallies.timeline import Step, timeline
from report_rows import T2, view_of, with_record, world
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD, changed_world

SHARED: dict[str, Any] = {
    "fuente": ("Un documento",),
    "actualizado": AS_OF,
    "responsable": "oficina",
}
TODAY = date(2026, 7, 15)


def instrument(**fields: Any) -> Hermanamiento:
    """An instrument signed long ago, in force."""
    usual: dict[str, Any] = {
        "id": "faro",
        "contraparte": "Ciudad del Faro",
        "ciudad": "El Faro",
        "pais": "UY",
        "tipo_contraparte": "ciudad",
        "tipo_instrumento": "hermanamiento",
        "estado": "vigente",
        "firmado": when("2015-03-01"),
    }
    return Hermanamiento.model_construct(**{**SHARED, **usual, **fields})


def network(**fields: Any) -> Red:
    """A membership of some years, in force."""
    usual: dict[str, Any] = {
        "id": "muelles",
        "nombre": "Red de Muelles",
        "tipo": "red_de_ciudades",
        "rol": "miembro",
        "estado": "vigente",
        "adhesion": when("2020"),
    }
    return Red.model_construct(**{**SHARED, **usual, **fields})


def event(day: str, **fields: Any) -> Evento:
    """A mission of one day to the city of the instrument."""
    usual: dict[str, Any] = {
        "id": "mision",
        "nombre": "Misión al Faro",
        "tipo": "mision_saliente",
        "ciudad": "El Faro",
        "pais": "UY",
        "fecha_inicio": date.fromisoformat(day),
        "proposito": "Ver el puerto",
        "hermanamiento": "faro",
    }
    return Evento.model_construct(**{**SHARED, **usual, **fields})


def money(day: str, **fields: Any) -> Recurso:
    """A delivery of money under the instrument."""
    usual: dict[str, Any] = {
        "id": "giro",
        "concepto": "Un giro",
        "aportante": NO_INFORMADO,
        "rol": "cooperante",
        "fuente_recursos": "descentralizada",
        "tipo_aporte": "dinero",
        "tipo_flujo": "desembolso",
        "reembolsable": False,
        "monto": Decimal(10),
        "moneda": "USD",
        "fecha": when(day),
        "hermanamiento": "faro",
    }
    return Recurso.model_construct(**{**SHARED, **usual, **fields})


def register_of(*records: Registro) -> Register:
    """A register with these records alone."""
    return make_register(map(located, records))


def located(record: Registro) -> Located:
    return Located(record, Mapping(Place("una.csv", 1), ()), "una.csv")


def done(day: str, **fields: Any) -> Actividad:
    return Actividad.model_construct(**{"fecha": when(day), "descripcion": "Una visita", **fields})


RENEWED = (
    Renovacion(fecha=when("2020-02"), vence=when("2023-12-31")),
    Renovacion(fecha=when("2024-01-10"), vence=when("2026-09-30")),
    Renovacion(fecha=when("2026-08-20")),
)


@pytest.mark.parametrize(
    ("day", "state", "end"),
    [
        ("2019-12-31", "vigente", "2020-12-31"),
        ("2023-06-30", "vigente", "2023-12-31"),
        ("2023-12-31", "por_vencer", "2023-12-31"),
        ("2024-01-09", "vencido", "2023-12-31"),
        ("2024-01-10", "vigente", "2026-09-30"),
        ("2026-08-19", "por_vencer", "2026-09-30"),
        ("2026-08-20", "vigente", None),
    ],
)
def test_the_last_renewal_known_on_a_day_says_until_when(
    day: str, state: str, end: str | None
) -> None:
    one = instrument(vence=when("2020-12-31"), renovaciones=RENEWED, actividades=(done("2019"),))
    at = date.fromisoformat(day)
    recent = PartialDate(at.year, at.month, at.day)
    assert state_of(one, at, (recent,)) == state
    term = term_of(one, at)
    assert (str(term.end) if term.end else None) == end
    assert term.endless is (end is None)


@pytest.mark.parametrize(
    ("others", "state"),
    [
        ((), "sin_actividad"),
        ((event("2026-05-02"),), "vigente"),
        ((event("2023-05-02"),), "sin_actividad"),
        ((event("2026-05-02", cancelado=date(2026, 4, 1)),), "sin_actividad"),
        ((event("2026-07-20"),), "sin_actividad"),
        # What goes on has not ended yet.
        ((event("2026-07-10", fecha_fin=date(2026, 7, 20)),), "sin_actividad"),
        ((event("2026-05-02", hermanamiento=None),), "sin_actividad"),
        ((money("2026-03"),), "vigente"),
        ((money("2026-03", tipo_flujo="ejecucion", rol="recursos_propios"),), "vigente"),
        ((money("2026-03", tipo_flujo="compromiso"),), "sin_actividad"),
        ((money("2026-12-01"),), "sin_actividad"),
    ],
)
def test_missions_and_money_delivered_are_activity(
    others: tuple[Registro, ...], state: str
) -> None:
    one = instrument(actividades=(done("2023-09-12"),))
    assert standing_of(register_of(one, *others), one, TODAY).state == state


def test_an_activity_that_has_not_come_is_none() -> None:
    one = instrument(actividades=(done("2026-10-01"),))
    assert state_of(one, TODAY) is InstrumentState.SIN_ACTIVIDAD


@pytest.mark.parametrize(
    ("fields", "others", "state"),
    [
        ({"ultima_actividad": when("2026-02")}, (), "vigente"),
        ({"ultima_actividad": when("2023-02")}, (), "sin_actividad"),
        ({}, (event("2026-05-02", hermanamiento=None, red="muelles"),), "vigente"),
        ({}, (money("2026-05-02", hermanamiento=None, red="muelles"),), "vigente"),
        # Who pays the fee has not taken part for that.
        (
            {},
            (
                money(
                    "2026-05-02",
                    hermanamiento=None,
                    red="muelles",
                    rol="recursos_propios",
                    tipo_flujo="ejecucion",
                ),
            ),
            "sin_actividad",
        ),
        ({"vence": when("2026-06-30"), "ultima_actividad": when("2026-02")}, (), "vencido"),
        ({"vence": when("2026-12"), "ultima_actividad": when("2026-02")}, (), "por_vencer"),
        ({"vence": when("2028"), "ultima_actividad": when("2026-02")}, (), "vigente"),
        # Renewed, though nobody wrote until when.
        (
            {
                "vence": when("2025"),
                "renovada": when("2026-01"),
                "ultima_actividad": when("2026-02"),
            },
            (),
            "vigente",
        ),
        ({"estado": "terminado", "vence": when("2020")}, (), "terminado"),
        ({"estado": "en_gestion"}, (), "en_gestion"),
        ({"estado": "no_informado"}, (), "no_informado"),
    ],
)
def test_how_a_membership_stands(
    fields: dict[str, object], others: tuple[Registro, ...], state: str
) -> None:
    one = network(**fields)
    assert standing_of(register_of(one, *others), one, TODAY).state == state


def test_a_renewal_of_later_says_nothing_of_before() -> None:
    one = network(
        vence=when("2026-12-31"), renovada=when("2026-06"), ultima_actividad=when("2026-01")
    )
    assert membership_state(one, date(2026, 5, 31)) is InstrumentState.VIGENTE
    assert membership_state(one, date(2026, 7, 31)) is InstrumentState.POR_VENCER


def test_a_report_knows_the_missions_of_its_quarter_and_none_after(tmp_path: Path) -> None:
    review = world(tmp_path)
    register = review.register.public()
    old = register.get(Hermanamiento, "marisma")
    assert old is not None
    idle = old.model_copy(update={"firmado": when("2019"), "actividades": ()})
    base = with_record(register, idle)
    for day, state, news, told in (
        ("2026-05-20", "vigente", ("con_actividad",), ["Misión al Faro"]),
        ("2026-02-20", "vigente", (), []),
        ("2026-07-02", "sin_actividad", ("sin_actividad",), []),
    ):
        mission = located(event(day, hermanamiento="marisma"))
        seen = make_register((*base.located, mission))
        found = relations(view_of(review, T2, date(2026, 10, 20), register=seen))
        one = next(item for item in found if item.id == "marisma")
        assert (one.estado, one.novedades) == (state, news)
        assert [item.descripcion for item in one.actividades] == told


def test_the_timeline_is_in_order_and_tells_a_meeting_once() -> None:
    one = instrument(
        vence=when("2018-03-01"),
        renovaciones=(Renovacion(fecha=when("2018-02"), vence=when("2027-03-01")),),
        actividades=(done("2026-05-02", evento="mision"), done("2016")),
    )
    register = register_of(
        one, event("2026-05-02"), event("2025-01-10", id="otra"), money("2026-06")
    )
    found = timeline(register, one, TODAY)
    assert [(entry.step.name, str(entry.moment)) for entry in found] == [
        ("SIGNED", "2015-03-01"),
        ("ACTIVITY", "2016"),
        ("RENEWED", "2018-02"),
        ("EVENT", "2025-01-10"),
        ("ACTIVITY", "2026-05-02"),
        ("MONEY", "2026-06"),
        ("EXPIRES", "2027-03-01"),
    ]
    assert found[4].event is not None
    ended = one.model_copy(update={"terminado": when("2026-06"), "estado": "terminado"})
    assert timeline(register, ended, TODAY)[-1].step is Step.ENDED


def test_of_the_six_questions_silence_is_not_an_answer_that_nobody_knows() -> None:
    one = network(mision="Aprender", coincide=NO_INFORMADO, miembros="Puertos", capacidad="Nadie")
    found = asked(one)
    assert found.answered == ("mision", "miembros", "capacidad")
    assert found.unknown == ("coincide",)
    assert found.silent == ("alternativa", "implicaciones")


FEES = st.lists(
    st.tuples(
        st.sampled_from(["COP", "USD", "EUR"]),
        st.sampled_from(["anual", "mensual", None]),
        st.one_of(st.decimals(0, 9999, places=2), st.none(), st.just(NO_INFORMADO)),
    ),
    max_size=12,
)


@given(FEES)
def test_fees_are_added_up_only_with_their_like(fees: list[tuple[str, str | None, Any]]) -> None:
    found = [
        network(id=f"red-{place}", cuota=fee, cuota_moneda=currency, cuota_periodicidad=period)
        for place, (currency, period, fee) in enumerate(fees)
    ]
    sums = fee_sums(found)
    for item in sums:
        likes = {(one.cuota_moneda, one.cuota_periodicidad) for one in item.networks}
        assert likes == {(item.total.currency, item.period)}
        assert item.total.amount == sum(one.cuota for one in item.networks)  # type: ignore[misc]
    left = fees_untold(found)
    counted = [one for item in sums for one in item.networks]
    everyone = [*counted, *left.free, *left.unknown, *left.silent]
    assert sorted(one.id for one in everyone) == sorted(one.id for one in found)


def test_rows_and_cities_are_not_the_same_number() -> None:
    found = [
        instrument(),
        instrument(id="otro", ciudad="el faro"),
        instrument(
            id="juntas",
            ciudad=None,
            ciudades=("Norte", "Sur", "El Faro"),
            tipo_contraparte="varias_ciudades",
        ),
        instrument(id="ong", ciudad=None, tipo_contraparte="organizacion", partes=("ong",)),
    ]
    assert cities_named(found) == 3
    whole = all_partners(found)
    assert (whole.rows, whole.cities, whole.with_others) == (4, 3, 1)


@pytest.fixture(scope="module")
def tiny() -> Edition:
    return load_edition(WORLD, SHOWN, AS_OF)


@pytest.fixture(scope="module")
def demo() -> Edition:
    return load_edition(ROOT / "data", "data", date(2026, 11, 21))


def pages_of(edition: Edition) -> dict[str, str]:
    """The pages of these registers, by their path."""
    writer = Writer([ROOT / "content" / "templates"])
    made = (module.pages(edition, writer) for module in (twinnings, networks, countries))
    return {page.path: str(page.content) for found in made for page in found}


def test_countries_with_a_page_are_linked_and_the_others_are_not(tiny: Edition) -> None:
    made = pages_of(tiny)
    presenter = Presenter(tiny)
    assert presenter.code("paises", "MX") == "[México](../paises/mx.md)"
    assert presenter.code("paises", "JP") == "Japón"
    for code in tiny.countries:
        assert f"paises/{code.lower()}.md" in made


def test_each_record_is_told_in_its_country(demo: Edition) -> None:
    found = {country.code: country for country in countries_of(demo.register)}
    for item in demo.register.all(Hermanamiento):
        assert item in found[item.pais].instruments
    home = demo.entity.pais
    assert all(row.rol == "cooperante" for row in found[home].contributions)
    assert all(one.tipo != "evento_organizado" for one in found[home].events)
    visits = [one.id for one in found["PE"].events]
    assert "sensores-cumbrespejo-2025" in visits


def test_a_body_of_many_countries_gives_nothing_from_its_seat(demo: Edition) -> None:
    for country in countries_of(demo.register):
        for row in country.contributions:
            assert row.pais or row.fuente_recursos != "oficial_multilateral"


@pytest.mark.parametrize("model", [Hermanamiento, Red])
def test_the_demonstration_has_one_in_every_state(
    demo: Edition, model: type[Hermanamiento | Red]
) -> None:
    every: Iterable[Hermanamiento | Red] = demo.register.all(model)
    states = {standing_of(demo.register, item, demo.as_of).state for item in every}
    assert states == set(InstrumentState)


def test_the_demonstration_has_every_kind_of_instrument(demo: Edition) -> None:
    kinds = {item.tipo_instrumento for item in demo.register.all(Hermanamiento)}
    assert kinds == {code.codigo for code in demo.lists.all("tipos_instrumento")}


def test_pages_say_since_when_nothing_is_known(demo: Edition) -> None:
    made = pages_of(demo)
    page = made["hermanamientos/sankt-aurel.md"]
    assert "Sin actividad desde septiembre de 2023</span>" in page
    assert 'estado: "Sin actividad desde septiembre de 2023"' in page
    index = made["redes/index.md"]
    # The list comes first; what asks for a decision is told, with a way to it, before the list.
    before, _, after = index.partition("## Todas las redes")
    assert "](#piden-una-decision)" in before
    assert "sin actividad desde 2022" in after.split("## Piden una decisión")[1].split("\n## ")[0]


def test_a_page_tells_free_from_unknown(tmp_path: Path) -> None:
    for put, said in (
        (",0,,", "Sin costo"),
        (",no_informado,,", "No informado"),
        (",,,", "Nadie ha dicho cuánto cuesta"),
    ):
        folder = tmp_path / put.replace(",", "-")
        folder.mkdir()
        data = changed_world(folder, [{"archivo": "redes.csv", "busca": ",400,EUR,", "pone": put}])
        assert said in pages_of(load_edition(data, SHOWN, AS_OF))["redes/puertos.md"]


def test_what_happened_is_read_from_the_records_that_name_it() -> None:
    one = instrument()
    register = register_of(one, event("2026-05-02"), money("2026-03"))
    assert [str(moment) for moment in happened_under(register, one, TODAY)] == [
        "2026-05-02",
        "2026-03",
    ]
