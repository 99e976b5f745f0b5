"""Medellín and Barranquilla hold what their sources say: every row, every number, every flag."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest

from bitacora.edition import Edition, load_edition, review
from bitacora.records.actions import Accion
from bitacora.records.documents import Conteo, Documento
from bitacora.records.events import Evento
from bitacora.records.indicators import Avance, Cifra, Indicador
from bitacora.records.institution import Dependencia
from bitacora.records.networks import Red
from bitacora.records.practices import BuenaPractica
from bitacora.records.record import Registro
from bitacora.records.relations import Actor, Hermanamiento
from bitacora.records.resources import Recurso
from bitacora.records.strategy import Eje, Estrategia, Objetivo
from bitacora.records.values import Source

ROOT = Path(__file__).parent.parent
AS_OF = date(2026, 11, 21)
NAMES = ("medellin", "barranquilla")
R = TypeVar("R", bound=Registro)


def edition_of(name: str) -> Edition:
    return load_edition(ROOT / "examples" / name / "data", f"examples/{name}/data", AS_OF)


@pytest.fixture(scope="module")
def medellin() -> Edition:
    return edition_of("medellin")


@pytest.fixture(scope="module")
def barranquilla() -> Edition:
    return edition_of("barranquilla")


@pytest.fixture(params=NAMES)
def example(request: pytest.FixtureRequest) -> Edition:
    found: Edition = request.getfixturevalue(request.param)
    return found


def by_id(edition: Edition, model: type[R], record_id: str) -> R:
    found = edition.register.get(model, record_id)
    assert found is not None, f"{model.kind} {record_id}"
    return found


def flagged(records: Iterable[Registro]) -> dict[str, set[str]]:
    """The ids of the records with flags, each with its flags."""
    return {record.id: set(record.banderas) for record in records if record.banderas}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "medellin",
            {
                Dependencia: 1,
                Documento: 9,
                Estrategia: 1,
                Eje: 3,
                Hermanamiento: 23,
                Red: 9,
                Conteo: 3,
                Cifra: 32,
                BuenaPractica: 5,
                Evento: 1,
                Actor: 5,
            },
        ),
        (
            "barranquilla",
            {
                Dependencia: 2,
                Documento: 3,
                Estrategia: 1,
                Eje: 4,
                Hermanamiento: 13,
                Red: 17,
                Conteo: 2,
                Cifra: 11,
                BuenaPractica: 3,
                Recurso: 2,
                Actor: 4,
            },
        ),
    ],
)
def test_counts(
    name: str, expected: dict[type[Registro], int], request: pytest.FixtureRequest
) -> None:
    edition: Edition = request.getfixturevalue(name)
    for model, count in expected.items():
        assert len(edition.register.all(model)) == count, model.kind
    # What no source tells is not there, rather than there and empty.
    for absent in (Objetivo, Accion, Indicador, Avance):
        assert not edition.register.all(absent)
    assert edition.reports == ()


@pytest.mark.parametrize("name", NAMES)
def test_no_errors(name: str) -> None:
    data = ROOT / "examples" / name / "data"
    found = review(data, f"examples/{name}/data", AS_OF).problems
    assert [str(problem) for problem in found if problem.is_error] == []


def test_every_record_says_where_it_comes_from(example: Edition) -> None:
    known = {document.id for document in example.register.all(Documento)}
    for located in example.register.located:
        record = located.record
        assert record.fuente, f"{record.kind} {record.id}"
        for source in record.fuente:
            assert Source.document(source) in known, f"{record.kind} {record.id}: {source}"
            assert "línea" in source or "Anexo" in source or record.kind == "documento", source
            # The name of the file that was read stands once, in the note of its document.
            assert ".txt" not in source, source


def test_neither_is_a_demonstration_nor_official(example: Edition) -> None:
    assert example.entity.demostracion is False
    assert "No es un sitio oficial" in (example.entity.nota or "")


def test_a_strategy_of_unknown_years_says_so(example: Edition) -> None:
    (strategy,) = example.register.all(Estrategia)
    assert strategy.years is None
    assert strategy.first_year is strategy.last_year is None
    assert len(strategy.retos) == 5


# Twinnings: the original words stay, in the order of the source.


@pytest.mark.parametrize(
    ("name", "order_to_original"),
    [
        (
            "medellin",
            {
                1: "Fort Lauderdale",
                3: "Concepción Capital de la VII región de la República de Chile",
                7: "Ciudad del Alto Departamento de la Paz",
                12: "Beijing, Shanghái, Han Zhou y Cantón",
                23: "Tulum",
            },
        ),
        ("barranquilla", {1: "Manta", 7: "Porto", 9: None, 10: "Salvador Bahía", 12: "Nanjing"}),
    ],
)
def test_twinnings_keep_the_words_and_the_order_of_the_source(
    name: str, order_to_original: dict[int, str | None], request: pytest.FixtureRequest
) -> None:
    edition: Edition = request.getfixturevalue(name)
    found = edition.register.all(Hermanamiento)
    by_order = {one.orden_en_fuente: one for one in found}
    assert sorted(order or 0 for order in by_order) == list(range(1, len(found) + 1))
    for order, original in order_to_original.items():
        assert by_order[order].texto_original == original
    for one in found:
        assert one.estado == "no_informado"
        assert one.firmado is None
        assert one.tipo_instrumento == "hermanamiento"


def test_odd_twinnings_of_medellin(medellin: Edition) -> None:
    found = medellin.register.all(Hermanamiento)
    assert flagged(found) == {
        "concepcion": {"dato_dudoso_en_fuente"},
        "armenia": {"hermanamiento_nacional"},
        "beijing-shanghai-hangzhou-canton": {
            "varias_ciudades_en_una_fila",
            "error_ortografico_en_fuente",
        },
    }
    chinese = by_id(medellin, Hermanamiento, "beijing-shanghai-hangzhou-canton")
    assert chinese.ciudades == ("Beijing", "Shanghái", "Hangzhou", "Cantón")
    assert (chinese.ciudad, chinese.tipo_contraparte) == (None, "varias_ciudades")
    assert by_id(medellin, Hermanamiento, "armenia").pais == "CO"
    assert by_id(medellin, Hermanamiento, "iztacalco").tipo_contraparte == "division_de_ciudad"


def test_odd_twinnings_of_barranquilla(barranquilla: Edition) -> None:
    found = barranquilla.register.all(Hermanamiento)
    assert flagged(found) == {
        "aberdeen": {"pais_no_soberano_en_fuente"},
        "dinamarca": {"sin_ciudad"},
    }
    scottish = by_id(barranquilla, Hermanamiento, "aberdeen")
    assert (scottish.pais, scottish.subdivision) == ("GB", "GB-SCT")
    assert scottish.pais_texto_original == "Escocia"
    danish = by_id(barranquilla, Hermanamiento, "dinamarca")
    assert (danish.ciudad, danish.pais, danish.tipo_contraparte) == (None, "DK", "no_informado")
    assert by_id(barranquilla, Hermanamiento, "miami").pais_texto_original == "EE.UU"


def test_twenty_three_rows_twenty_six_cities_twenty_seven_declared(medellin: Edition) -> None:
    found = medellin.register.all(Hermanamiento)
    cities = [city for one in found for city in (one.ciudades or (one.ciudad,)) if city]
    assert len(found) == 23
    assert len(set(cities)) == len(cities) == 26
    declared = {one.id: one.declarado for one in medellin.register.all(Conteo)}
    assert declared == {
        "hermanamientos-anexo": 23,
        "hermanamientos-capitulo-2": 27,
        "redes-anexo": 9,
    }
    assert "entre 1981 y 2019" in by_id(medellin, Conteo, "hermanamientos-capitulo-2").descripcion


def test_fourteen_declared_thirteen_rows_twelve_cities(barranquilla: Edition) -> None:
    found = barranquilla.register.all(Hermanamiento)
    assert len(found) == 13
    assert len({one.ciudad for one in found if one.ciudad}) == 12
    declared = {one.id: one.declarado for one in barranquilla.register.all(Conteo)}
    assert declared == {"hermanamientos-anexo": 14, "redes-anexo": 17}


@pytest.mark.parametrize(("name", "expected"), [("medellin", {27}), ("barranquilla", {14})])
def test_totals_that_do_not_match_are_told(name: str, expected: set[int]) -> None:
    data = ROOT / "examples" / name / "data"
    problems = review(data, f"examples/{name}/data", AS_OF).problems
    told = [one.mensaje for one in problems if one.regla == "conteo-no-cuadra"]
    assert {number for number in (14, 17, 23, 27, 9) for text in told if f" {number} " in text} >= (
        expected
    )
    assert len(told) == len(expected)


# Networks.


def test_networks_of_medellin(medellin: Edition) -> None:
    found = medellin.register.all(Red)
    assert {one.tipo for one in found} == {"red_de_ciudades"}
    assert flagged(found) == {
        "iclei": {"nombre_varia_entre_ciudades"},
        "cideu": {"error_en_sigla_en_fuente"},
    }
    assert by_id(medellin, Red, "cideu").texto_original == (
        "CDEU – Centro de Desarrollo Estratégico Urbano"
    )


def test_boards_are_told_from_networks(barranquilla: Edition) -> None:
    found = barranquilla.register.all(Red)
    kinds = [one.tipo for one in found]
    assert kinds.count("junta_o_comision") == 6
    assert kinds.count("red_de_ciudades") + kinds.count("campana") == 11
    assert [one.id for one in found if one.tipo == "campana"] == ["race-to-zero"]
    assert {one.rol for one in found} == {one.estado for one in found} == {"no_informado"}


# Figures: each as the source writes it; what lacks is said.

FIGURES = {
    "medellin": {
        "cif-026": ("139", "proyectos", None, "139"),
        "cif-027": ("1278780000", "monto", "USD", "USD 1.278,78 millones"),
        "cif-028": ("21467", "empleos", None, "21,467"),
        "cif-044": ("37500000", "monto", "USD", "USD 37,5 millones"),
        "cif-045": ("122", "acciones y proyectos", None, "122"),
        "cif-046": ("7600000", "monto", "USD", "USD 7,6 millones"),
        "cif-047": ("4900000", "monto", "USD", "USD 4,9 millones"),
        "cif-048": ("4200000", "monto", "USD", "USD 4,2 millones"),
        "cif-054": ("2500000", "habitantes", None, "2.5 millones"),
        "cif-055": ("14.5", "%", None, "14,5%"),
        "cif-056": ("23", "hermanamientos", None, "23"),
        "cif-057": ("27", "hermanamientos", None, "27"),
    },
    "barranquilla": {
        "cif-001": ("602000000", "monto", "USD", "602 millones de dólares"),
        "cif-002": ("130", "%", None, "130%"),
        "cif-003": ("300000000", "monto", "USD", "$300 millones USD"),
        "cif-004": ("1000", "empleos", None, "1,000"),
        "cif-005": ("20000000", "monto", "USD", "más de 20 millones de dólares"),
        "cif-006": ("100000000", "monto", "USD", "US$ 100 millones"),
        "cif-007": ("6120000", "monto", "USD", "US$ 6,12 millones"),
        "cif-008": ("1330000", "habitantes", None, "1.33 millones"),
        "cif-009": ("692958", "habitantes", None, "692,958"),
        "cif-010": ("641551", "habitantes", None, "641,551"),
        "cif-011": ("14", "hermanamientos", None, "14"),
    },
}


@pytest.mark.parametrize("name", NAMES)
def test_figures_by_hand(name: str, request: pytest.FixtureRequest) -> None:
    edition: Edition = request.getfixturevalue(name)
    for record_id, (value, unit, currency, original) in FIGURES[name].items():
        found = by_id(edition, Cifra, record_id)
        assert (found.valor, found.unidad, found.moneda) == (Decimal(value), unit, currency)
        assert found.texto_original == original


def test_what_is_not_exact_is_not_told_as_exact(example: Edition) -> None:
    found = {one.id: one.precision for one in example.register.all(Cifra)}
    loose = {name: precision for name, precision in found.items() if precision != "exacto"}
    wanted = {
        "Medellín": {"cif-028": "aproximado", "cif-054": "aproximado"},
        "Barranquilla": {"cif-004": "aproximado", "cif-005": "minimo", "cif-008": "aproximado"},
    }
    assert loose == wanted[example.entity.nombre_corto]


def parts(edition: Edition, name: str) -> list[Cifra]:
    return [one for one in edition.register.all(Cifra) if one.distribucion == name]


def test_medellin_by_goal_adds_to_less_than_the_whole(medellin: Edition) -> None:
    found = parts(medellin, "Cooperación por ODS, los tres principales")
    whole = by_id(medellin, Cifra, "cif-044")
    assert {one.total for one in found} == {whole.id}
    assert {one.registro for one in [whole, *found]} == {"recursos"}
    assert sum(one.valor for one in found) == Decimal("16700000")
    assert whole.valor - sum(one.valor for one in found) == Decimal("20800000")


@pytest.mark.parametrize(
    ("name", "count", "total"),
    [
        ("Proyectos de inversión por sector", 8, 100),
        ("Proyectos de inversión por país", 7, 100),
        ("Cooperación por país de origen, los principales", 5, 66),
    ],
)
def test_shares_of_medellin(medellin: Edition, name: str, count: int, total: int) -> None:
    found = parts(medellin, name)
    assert len(found) == count
    assert sum(one.valor for one in found) == total
    whole = total == 100
    assert whole != any("distribucion_incompleta" in one.banderas for one in found)


def test_domestic_investment_counted_as_foreign_is_flagged(medellin: Edition) -> None:
    found = by_id(medellin, Cifra, "cif-038")
    assert (found.pais, found.valor) == ("CO", Decimal(14))
    assert found.banderas == ("inversion_nacional_como_extranjera",)


def test_the_loan_and_the_grant_of_the_bank_never_meet(barranquilla: Edition) -> None:
    found = {one.reembolsable: one for one in barranquilla.register.all(Recurso)}
    loan, grant = found[True], found[False]
    assert (loan.monto, grant.monto) == (Decimal("100000000"), Decimal("6120000"))
    for one in (loan, grant):
        assert (one.moneda, one.tipo_flujo, str(one.fecha)) == ("USD", "compromiso", "2023-09")
        assert by_id(barranquilla, Actor, str(one.aportante)).categoria_financiador == "banco"


# The rest of what the guide tells.


def test_axes_have_their_milestones_and_services(medellin: Edition, barranquilla: Edition) -> None:
    by_number = {axis.numero: axis for axis in medellin.register.all(Eje)}
    assert [len(by_number[number].servicios) for number in (1, 2, 3)] == [8, 8, 2]
    assert [len(by_number[number].hitos) for number in (1, 2, 3)] == [1, 1, 0]
    by_number = {axis.numero: axis for axis in barranquilla.register.all(Eje)}
    assert [len(by_number[number].hitos) for number in (1, 2, 3, 4)] == [2, 1, 1, 1]
    assert [by_number[number].hitos[0].periodo for number in (3, 4)] == ["2023", "2024"]
    assert flagged(by_number.values()) == {
        "eje-1-diplomacia": {"nombre_propio_en_minuscula_en_fuente"}
    }
    (strategy,) = barranquilla.register.all(Estrategia)
    assert len(strategy.materializacion) == 6


def test_offices(medellin: Edition, barranquilla: Edition) -> None:
    agency = by_id(medellin, Dependencia, "aci-medellin")
    assert "2002" in (agency.nota or "")
    assert "2006" in (agency.nota or "")
    office = by_id(barranquilla, Dependencia, "oficina-relaciones-internacionales")
    assert office.padre == "secretaria-desarrollo-economico"
    assert "2020" in (office.nota or "")
    assert len(office.areas) == 4


def test_a_workshop_with_two_endings_is_flagged(medellin: Edition) -> None:
    found = by_id(medellin, Evento, "taller-al-las-2017")
    assert (found.fecha_inicio, found.fecha_fin) == (date(2017, 9, 18), date(2017, 9, 19))
    assert found.banderas == ("fechas_contradictorias",)


def test_practices_are_own_ones(example: Edition) -> None:
    found = example.register.all(BuenaPractica)
    assert {one.origen for one in found} == {"propia"}
    assert {one.titulo for one in found if "conteo_no_cuadra" in one.banderas} <= {
        "Hermanamientos de Medellín 1981–2019"
    }
