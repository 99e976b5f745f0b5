"""The real examples hold what their sources say: so many records, these goals, these flags."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bitacora.edition import Edition, load_edition
from bitacora.records.actions import Accion
from bitacora.records.documents import Conteo, Documento
from bitacora.records.events import Evento
from bitacora.records.indicators import Avance, Cifra, Indicador
from bitacora.records.institution import Dependencia
from bitacora.records.networks import Red
from bitacora.records.practices import BuenaPractica
from bitacora.records.record import Registro
from bitacora.records.relations import Actor, Hermanamiento
from bitacora.records.strategy import Eje, Estrategia, Objetivo, Resultado
from bitacora.records.unknown import NO_INFORMADO
from bitacora.records.values import Source
from bitacora.tallies.declared import rows_counted

EXAMPLES = Path(__file__).parent.parent / "examples"
AS_OF = date(2026, 11, 21)


@pytest.fixture(scope="module")
def bogota() -> Edition:
    return load_edition(EXAMPLES / "bogota/data", "examples/bogota/data", AS_OF)


@pytest.fixture(scope="module")
def quindio() -> Edition:
    return load_edition(EXAMPLES / "quindio/data", "examples/quindio/data", AS_OF)


@pytest.fixture(scope="module")
def cali() -> Edition:
    return load_edition(EXAMPLES / "cali/data", "examples/cali/data", AS_OF)


@pytest.fixture(params=["bogota", "quindio", "cali"])
def example(request: pytest.FixtureRequest) -> Edition:
    found: Edition = request.getfixturevalue(request.param)
    return found


def by_id(edition: Edition, model: type[Registro], record_id: str) -> Registro:
    found = edition.register.get(model, record_id)
    assert found is not None, f"{model.kind} {record_id}"
    return found


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        (Estrategia, 2),
        (Eje, 4 + 4),
        (Objetivo, 11),
        (Resultado, 40 + 3),
        (Accion, 7),
        (Indicador, 1),
        (Avance, 0),
        (Hermanamiento, 13 + 1),
        (Red, 17),
        (BuenaPractica, 8),
        (Cifra, 4 + 6),
        (Conteo, 1),
    ],
)
def test_bogota_counts(bogota: Edition, model: type[Registro], expected: int) -> None:
    assert len(bogota.register.all(model)) == expected


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        (Estrategia, 1),
        (Eje, 3),
        (Objetivo, 0),
        (Accion, 7),
        (Indicador, 9),
        (Avance, 0),
        (Hermanamiento, 0),
        (Red, 0),
        (Cifra, 6),
    ],
)
def test_quindio_counts(quindio: Edition, model: type[Registro], expected: int) -> None:
    assert len(quindio.register.all(model)) == expected


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        (Estrategia, 1),
        (Eje, 3),
        (Hermanamiento, 7),
        (Red, 7),
        (BuenaPractica, 3),
        (Cifra, 10),
        (Conteo, 1),
        (Evento, 2),
        (Actor, 12 + 5),
    ],
)
def test_cali_counts(cali: Edition, model: type[Registro], expected: int) -> None:
    assert len(cali.register.all(model)) == expected


def test_the_old_strategy_is_an_antecedent_with_its_ten_challenges(bogota: Edition) -> None:
    old = by_id(bogota, Estrategia, "estrategia-2012-2016")
    new = by_id(bogota, Estrategia, "estrategia-2024-2027")
    assert isinstance(old, Estrategia)
    assert isinstance(new, Estrategia)
    assert [reto.numero for reto in old.retos] == list(range(1, 11))
    assert old.objetivo_general is NO_INFORMADO
    assert old.denominacion_eje.plural == "Objetivos"
    assert len(new.retos) == 3
    assert new.denominacion_eje.plural == "Líneas de acción"
    assert [punto.periodo for punto in new.antecedentes].count("2012-2016") == 1


@pytest.mark.parametrize(
    ("place", "record_id", "lines", "challenges"),
    [
        ("bogota", "estrategia-2024-2027", 6, 3),
        ("cali", "estrategia-de-internacionalizacion", 5, 2),
        ("quindio", "plan-de-trabajo-2022-2023", 3 + 10, 0),
    ],
)
def test_how_each_strategy_is_put_into_practice(
    request: pytest.FixtureRequest, place: str, record_id: str, lines: int, challenges: int
) -> None:
    found = by_id(request.getfixturevalue(place), Estrategia, record_id)
    assert isinstance(found, Estrategia)
    assert len(found.materializacion) == lines
    assert len(found.retos) == challenges


@pytest.mark.parametrize(
    ("place", "axes"),
    [
        ("bogota", {"linea-1-demandar": 2, "linea-2-ofrecer": 1, "linea-3-gobernanza": 1}),
        ("bogota", {"linea-4-comunicar": 1}),
        ("cali", {"posicionar": 1, "atraer-recursos": 1, "fortalecer-organismos": 1}),
    ],
)
def test_milestones_of_the_axes(
    request: pytest.FixtureRequest, place: str, axes: dict[str, int]
) -> None:
    edition = request.getfixturevalue(place)
    for record_id, milestones in axes.items():
        axis = by_id(edition, Eje, record_id)
        assert isinstance(axis, Eje)
        assert len(axis.hitos) == milestones


def test_the_end_of_calis_strategy_is_not_invented(cali: Edition) -> None:
    found = by_id(cali, Estrategia, "estrategia-de-internacionalizacion")
    assert isinstance(found, Estrategia)
    assert (found.vigencia_inicio, found.vigencia_fin) == (2024, NO_INFORMADO)


def test_the_eight_twinnings_under_way_are_not_the_seven_listed(cali: Edition) -> None:
    (declared,) = cali.register.all(Conteo)
    assert declared.declarado == 8
    assert rows_counted(cali.register, declared) == 0


def test_calis_office_with_its_three_coordinations_and_five_links(cali: Edition) -> None:
    office = by_id(cali, Dependencia, "orc")
    assert isinstance(office, Dependencia)
    assert [area.split()[0] for area in office.areas] == ["Coordinación"] * 3 + ["Enlace"] * 5


def test_calis_twelve_organisations(cali: Edition) -> None:
    funders = [one.categoria_financiador for one in cali.register.all(Actor)]
    assert funders.count("banco") == 3
    assert funders.count("organismo_multilateral") == 9


def test_results_of_2012_by_objective(bogota: Edition) -> None:
    counts = [
        sum(result.eje == f"objetivo-2012-{number}" for result in bogota.register.all(Resultado))
        for number in range(1, 5)
    ]
    assert counts == [16, 8, 10, 6]


@pytest.mark.parametrize(
    ("record_id", "anios", "inicio", "fin", "recurrencia", "siguientes", "original"),
    [
        ("res-o1-01", (), 2012, 2016, "anual", False, "2012 – 2016 y anualmente"),
        (
            "res-o1-06",
            (2012, 2015, 2018, 2021),
            2012,
            None,
            "cada_3_anios",
            True,
            "2012, 2015, 2018, 2021 y siguientes",
        ),
        (
            "res-o3-01",
            (2012, 2014, 2016),
            2012,
            None,
            None,
            True,
            "2012- 2014-2016 y siguientes",
        ),
        ("res-o3-10", (), 2012, 2024, "anual", False, "012-2024"),
        ("res-o4-05", (2013, 2014, 2016), 2013, 2016, None, False, "2013 – 2014 -2016"),
    ],
)
def test_years_of_results(
    bogota: Edition,
    record_id: str,
    anios: tuple[int, ...],
    inicio: int,
    fin: int | None,
    recurrencia: str | None,
    siguientes: bool,
    original: str,
) -> None:
    found = by_id(bogota, Resultado, record_id)
    assert isinstance(found, Resultado)
    assert (found.anios, found.anio_inicio, found.anio_fin) == (anios, inicio, fin)
    assert (found.recurrencia, found.y_siguientes) == (recurrencia, siguientes)
    assert found.texto_original == original


def test_thirteen_twinnings_of_which_twelve_with_cities(bogota: Edition) -> None:
    found = bogota.register.all(Hermanamiento)
    twinnings = [one for one in found if one.tipo_instrumento == "hermanamiento"]
    assert len(twinnings) == 13
    assert len({one.ciudad for one in twinnings if one.ciudad}) == 12
    assert all(one.estado == "no_informado" and one.firmado is None for one in twinnings)
    assert [one.id for one in twinnings if one.partes] == ["milan"]
    assert [one.id for one in found if "no_es_hermanamiento" in one.banderas] == [
        "concepcion-musica"
    ]
    assert bogota.register.all(Conteo)[0].declarado == 13


def test_the_split_network_is_one_row(bogota: Edition) -> None:
    found = by_id(bogota, Red, "ciudades-del-aprendizaje")
    assert set(found.banderas) == {"fila_partida_en_fuente", "texto_truncado_en_fuente"}


@pytest.mark.parametrize(
    ("record_id", "meta", "periodicidad", "bandera"),
    [
        ("materiales-de-formacion", 1, "anual", "medio_de_verificacion_no_corresponde"),
        ("plan-anual-de-trabajo", 1, "anual", None),
        ("actividades-de-capacitacion", 3, "anual", "numero_dentro_del_indicador"),
        ("mecanismos-de-socializacion", 3, "semestral", "meta_3_con_periodicidad_semestral"),
        ("reporte-actualizado", 0, "anual", "meta_cero"),
        ("iniciativas-formuladas", None, "anual", "varios_indicadores_en_una_fila"),
        ("iniciativas-aprobadas", None, "anual", "base_no_informada"),
        ("sesiones-realizadas", 3, "trimestral", "periodicidad_no_cuadra_con_meta"),
        ("redes-identificadas", 2, "anual", "columnas_desplazadas"),
    ],
)
def test_quindio_goals(
    quindio: Edition, record_id: str, meta: int | None, periodicidad: str, bandera: str | None
) -> None:
    found = by_id(quindio, Indicador, record_id)
    assert isinstance(found, Indicador)
    assert found.meta == (NO_INFORMADO if meta is None else Decimal(meta))
    assert found.periodicidad == periodicidad
    assert bandera is None or bandera in found.banderas
    assert not found.nombre[0].isdigit()


def test_quindio_result_without_text(quindio: Edition) -> None:
    found = by_id(quindio, Eje, "resultado-1")
    assert isinstance(found, Eje)
    assert found.descripcion is NO_INFORMADO
    assert found.banderas == ("resultado_sin_texto",)


def all_records(edition: Edition) -> Iterable[Registro]:
    return (located.record for located in edition.register.located)


def test_every_source_names_a_document_of_the_example(example: Edition) -> None:
    known = {document.id for document in example.register.all(Documento)}
    for record in all_records(example):
        named = {Source.document(source) for source in record.fuente}
        assert named <= known, f"{record.kind} {record.id}: {named - known}"


def test_the_examples_are_not_demonstrations(example: Edition) -> None:
    assert example.entity.demostracion is False
    assert example.entity.nota is not None
    assert "No es un sitio oficial" in example.entity.nota
