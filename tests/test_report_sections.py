"""The sections of a report: each record once, nothing later than it may know, nothing invented."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

import pytest

from bitacora.edition import Review
from bitacora.quarters import Period
from bitacora.records.actions import Accion, Hito
from bitacora.records.indicators import Avance, Indicador
from bitacora.records.networks import Red
from bitacora.records.partial_date import parse_partial_date as when
from bitacora.records.practices import BuenaPractica, Transferencia
from bitacora.records.record import Bloque, Registro
from bitacora.records.relations import Actividad, Hermanamiento
from bitacora.records.resources import Recurso
from bitacora.records.unknown import NO_INFORMADO
from bitacora.register import Register
from bitacora.reports.content import Contenido, Pendiente, Vinculo
from bitacora.reports.sections.amendments import amendments
from bitacora.reports.sections.conservation import conserve, conserve_sums
from bitacora.reports.sections.council import commitments, questions
from bitacora.reports.sections.meetings import applications
from bitacora.reports.sections.practices import practices
from bitacora.reports.sections.relations import relations
from bitacora.reports.sections.resources import sum_key_of, sums_of
from bitacora.reports.sections.undone import done_since, undone
from report_rows import T1, T2, T3, contents, shuffled, view_of, with_record, world

LATER = date(2026, 10, 20)


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Review:
    return world(tmp_path_factory.mktemp("report"))


@pytest.fixture(scope="module")
def register(review: Review) -> Register:
    return review.register.public()


@pytest.fixture(scope="module")
def told(review: Review) -> dict[str, Contenido]:
    return contents(review, T1, T2)


def changed(register: Register, model: type[Registro], name: str, **fields: object) -> Register:
    record = register.get(model, name)
    assert record is not None
    return with_record(register, record.model_copy(update=fields))


def test_contributions_are_those_surely_dated_in_the_quarter(told: dict[str, Contenido]) -> None:
    assert [one.id for one in told["2026-T1"].aportes] == ["giro-1"]
    assert [one.id for one in told["2026-T2"].aportes] == [
        "giro-2",
        "giro-3",
        "giro-cop",
        "prestamo",
        "taller",
        "promesa",
    ]


def test_a_date_of_a_year_alone_is_of_no_quarter_and_is_still_told(
    told: dict[str, Contenido],
) -> None:
    for content in told.values():
        assert [one.id for one in content.aportes_sin_trimestre] == ["del-anio"]


def test_sums_mix_nothing_and_keep_their_precision(told: dict[str, Contenido]) -> None:
    found = {
        (one.moneda, one.reembolsable, one.tipo_flujo, one.tipo_aporte): (one.total, one.precision)
        for one in told["2026-T2"].sumas
    }
    assert found == {
        ("COP", False, "desembolso", "dinero"): (Decimal(30), "exacto"),
        ("COP", False, "ejecucion", "especie"): (Decimal(5), "exacto"),
        ("USD", False, "compromiso", "dinero"): (Decimal(70), "exacto"),
        ("USD", False, "desembolso", "dinero"): (Decimal("50.5"), "aproximado"),
        ("USD", True, "desembolso", "dinero"): (Decimal(30), "exacto"),
    }


def test_a_sum_stands_beside_the_same_sum_of_the_quarter_before(
    told: dict[str, Contenido],
) -> None:
    before = {one.filas: one.anterior for one in told["2026-T2"].sumas}
    assert before.pop(("recurso:giro-2", "recurso:giro-3")) == 100
    assert set(before.values()) == {None}


def test_who_gives_is_named_where_it_is_known(told: dict[str, Contenido]) -> None:
    names = {one.id: one.aportante for one in told["2026-T2"].aportes}
    assert names["giro-2"] == "Agencia del Norte"
    assert names["giro-3"] is None


def state(review: Review, register: Register, name: str = "marisma", seen: date = LATER) -> Vinculo:
    found = relations(view_of(review, T2, seen, register=register))
    return next(one for one in found if one.id == name)


@pytest.mark.parametrize(
    ("fields", "expected", "news"),
    [
        ({}, "vigente", ()),
        ({"terminado": when("2026-06-01")}, "terminado", ("terminado",)),
        ({"terminado": when("2026-08-01"), "estado": "terminado"}, "vigente", ()),
        ({"estado": "terminado"}, "terminado", ()),
        ({"firmado": when("2026-05")}, "vigente", ("firmado",)),
        ({"firmado": when("2026-07-02")}, "en_gestion", ()),
        ({"vence": when("2026-05-31")}, "vencido", ("vencido",)),
        ({"vence": when("2026-03-31")}, "vencido", ("vencido",)),
        ({"vence": when("2026-06-30")}, "por_vencer", ("por_vencer",)),
        ({"vence": when("2025-12-31")}, "vencido", ()),
    ],
)
def test_a_relation_is_told_as_it_stood_at_the_end_of_the_quarter(
    review: Review,
    register: Register,
    fields: dict[str, object],
    expected: str,
    news: tuple[str, ...],
) -> None:
    one = state(review, changed(register, Hermanamiento, "marisma", **fields))
    assert (one.estado, one.novedades) == (expected, news)


def test_only_what_was_done_in_the_quarter_counts_as_its_activity(
    review: Review, register: Register
) -> None:
    days = ("2023-02", "2026-05-02", "2026-04", "2026", "2026-07-09")
    done = tuple(
        Actividad(fecha=when(day), descripcion=day, costo=NO_INFORMADO if day > "2026-05" else None)
        for day in days
    )
    one = state(review, changed(register, Hermanamiento, "marisma", actividades=done))
    assert [item.fecha for item in one.actividades] == ["2026-04", "2026-05-02"]
    assert [item.costo for item in one.actividades] == [None, None]
    assert one.novedades == ("con_actividad",)


def test_later_activity_does_not_hide_that_a_twinning_was_idle(
    review: Review, register: Register
) -> None:
    old = {"firmado": when("2019"), "actividades": (activity("2026-08-01"),)}
    one = state(review, changed(register, Hermanamiento, "marisma", **old))
    assert (one.estado, one.novedades) == ("sin_actividad", ("sin_actividad",))


def activity(day: str) -> Actividad:
    return Actividad(fecha=when(day), descripcion="Visita")


@pytest.mark.parametrize(
    ("fields", "expected", "news"),
    [
        ({"ultima_actividad": when("2026-04")}, "vigente", ("con_actividad",)),
        ({"ultima_actividad": when("2022-04")}, "sin_actividad", ("sin_actividad",)),
        ({"ultima_actividad": when("2026-08")}, "vigente", ()),
        ({"adhesion": when("2026-05-03"), "ultima_actividad": None}, "vigente", ("adhesion",)),
        ({"adhesion": when("2026-09-03"), "ultima_actividad": None}, "en_gestion", ()),
    ],
)
def test_a_network_too(
    review: Review,
    register: Register,
    fields: dict[str, object],
    expected: str,
    news: tuple[str, ...],
) -> None:
    one = state(review, changed(register, Red, "puertos", **fields), "puertos")
    assert (one.estado, one.novedades) == (expected, news)
    assert one.motivo == "Comparar tarifas y aprender de otros puertos."


def test_a_meeting_is_told_in_the_quarter_in_which_it_ends(told: dict[str, Contenido]) -> None:
    assert told["2026-T1"].encuentros == ()
    visit, fair = told["2026-T2"].encuentros
    assert (visit.id, visit.costo, visit.proposito) == ("visita-lago", None, None)
    assert (fair.id, fair.costo, fair.moneda) == ("feria-norte", Decimal(12000000), "COP")


def test_an_outcome_is_not_told_before_it_was_known(
    review: Review, told: dict[str, Contenido]
) -> None:
    outcomes = [
        {one.id: (one.desenlace, one.motivo) for one in content.postulaciones}
        for content in told.values()
    ]
    assert outcomes == [
        {"premio": ("en_espera", None)},
        {"premio": ("aprobada", None), "beca": ("en_espera", None)},
    ]
    [grant] = applications(view_of(review, T3))
    assert (grant.id, grant.desenlace, grant.motivo) == ("beca", "negada", "Faltó una firma")


def test_a_practice_is_news_when_it_enters_the_catalogue_or_is_carried_elsewhere(
    review: Review, register: Register
) -> None:
    moves = tuple(
        Transferencia(fecha=when(day), a_quien=day, resultado=None)
        for day in ("2026-03-31", "2026-05", "2026", "2026-07-01")
    )
    fields = {
        "inicio": when("2026-05-05"),
        "incorporada": when("2026-04"),
        "transferencias": moves,
    }
    found = changed(register, BuenaPractica, "relato-de-puerto", **fields)
    news = practices(view_of(review, T2, register=found))
    assert [(one.novedad, one.fecha) for one in news] == [
        ("nueva", "2026-04"),
        ("transferida", "2026-05"),
    ]
    assert practices(view_of(review, T2)) == ()


def milestone(**fields: object) -> Hito:
    plain = {"fecha": when("2026-05-31"), "descripcion": "Feria", "cumplido": False}
    return Hito.model_validate(plain | fields)


@pytest.mark.parametrize(
    ("one", "pending"),
    [
        (milestone(), True),
        (milestone(cumplido=True), False),
        (milestone(cumplido=True, fecha_real=when("2026-06-30")), False),
        (milestone(cumplido=True, fecha_real=when("2026-07-01")), True),
        (milestone(cumplido=NO_INFORMADO), True),
        (milestone(fecha=when("2026-06")), True),
        (milestone(fecha=when("2026")), False),
        (milestone(fecha=when("2026-07-01")), False),
    ],
)
def test_a_milestone_is_owed_once_its_last_day_passed_without_it(
    review: Review, register: Register, one: Hito, pending: bool
) -> None:
    found = changed(register, Accion, "ferias", hitos=(one,))
    told = [item for item in undone(view_of(review, T2, register=found)) if item.tipo == "hito"]
    assert [item.accion for item in told] == (["ferias"] if pending else [])
    assert [item.sin_informar for item in told] == [one.cumplido is NO_INFORMADO] * pending


def test_stopped_actions_come_with_their_reason_or_none(review: Review, register: Register) -> None:
    found = changed(register, Accion, "ferias", estado="suspendida", motivo_estado="Sin fletes.")
    found = changed(found, Accion, "escuela", estado="atrasada")
    told = [item for item in undone(view_of(review, T2, register=found)) if item.tipo == "accion"]
    assert [(item.accion, item.estado, item.por_que) for item in told] == [
        ("escuela", "atrasada", None),
        ("ferias", "suspendida", "Sin fletes."),
    ]
    assert told[1].dependencia == "Secretaría de Planeación"


def test_what_the_office_declares_is_told_as_it_is(told: dict[str, Contenido]) -> None:
    declared = [item for item in told["2026-T2"].pendientes if item.tipo == "declarado"]
    assert [(item.que, item.nombre) for item in declared] == [
        ("Segunda visita a Marisma", "Ferias en el exterior"),
        ("Boletín de mayo", None),
    ]


def test_what_was_owed_is_told_as_done_only_if_the_data_say_so(
    review: Review, register: Register, told: dict[str, Contenido]
) -> None:
    owed = Pendiente(
        tipo="hito",
        accion="ferias",
        nombre="Ferias",
        que="Feria",
        previsto="2026-05-31",
        por_que=None,
        dependencia=None,
    )
    before = told["2026-T1"].model_copy(update={"pendientes": (owed,)})
    for done in (True, False):
        found = changed(register, Accion, "ferias", hitos=(milestone(cumplido=done),))
        view = view_of(review, T2, earlier={"2026-T1": before}, register=found)
        assert done_since(view) == ((owed,) if done else ())
    moved = changed(register, Accion, "ferias", hitos=())
    assert done_since(view_of(review, T2, earlier={"2026-T1": before}, register=moved)) == ()


@pytest.mark.parametrize(
    ("quarter", "expected"),
    [
        (T1, {"becas": ("respondida", 5), "costo-viaje": ("vencida", None)}),
        (
            T2,
            {
                "costo-viaje": ("respondida", 68),
                "marisma": ("vencida", None),
                "metas": ("por_responder", None),
            },
        ),
        (
            T3,
            {
                "marisma": ("respondida", 32),
                "metas": ("vencida", None),
                "futura": ("por_responder", None),
            },
        ),
    ],
)
def test_questions_stand_as_they_stood_then(
    review: Review, quarter: Period, expected: dict[str, object]
) -> None:
    found = questions(view_of(review, quarter, LATER))
    assert {one.id: (one.situacion, one.dias) for one in found} == expected
    assert all(one.respuesta is None for one in found if one.situacion != "respondida")


def test_a_commitment_is_followed_until_it_is_closed_and_no_more(review: Review) -> None:
    then, after = (commitments(view_of(review, quarter, LATER)) for quarter in (T2, T3))
    assert commitments(view_of(review, T1, LATER)) == ()
    assert [(one.situacion, one.ultimo_seguimiento, one.evidencia) for one in then] == [
        ("vencido", "Se pidieron las facturas.", None)
    ]
    assert [(one.situacion, one.cerrado, one.responsable) for one in after] == [
        ("cumplido", date(2026, 7, 2), "Secretaría de Planeación")
    ]
    assert commitments(view_of(review, T3.next(), LATER)) == ()


def test_corrections_known_at_the_cutoff_come_with_before_and_after(review: Review) -> None:
    found = amendments(view_of(review, T2))
    assert [(one.clase, one.registro, one.publicado, one.corregido) for one in found] == [
        ("revision", "indicador:personas-formadas", "59", "60"),
    ]
    later = amendments(view_of(review, T2, LATER))
    assert [one.nombre for one in later] == ["Personas formadas en cooperación", "Marisma"]


@pytest.mark.parametrize(
    ("state_before", "state_after", "clase"),
    [
        ("reportado", "corregido", "correccion"),
        ("preliminar", "reportado", "revision"),
        ("preliminar", "corregido", "correccion"),
    ],
)
def test_a_new_version_of_a_row_is_a_correction_or_the_revision_announced(
    review: Review, register: Register, state_before: str, state_after: str, clase: str
) -> None:
    here = [one for one in register.all(Avance) if one.periodo == T2]
    row = next(one for one in here if one.indicador == "personas-formadas")
    other = next(one for one in here if one.indicador == "ventas-cumplidas")
    new = row.model_copy(
        update={
            "id": other.id,
            "version": 2,
            "valor": Decimal("61.50"),
            "estado_dato": state_after,
            "motivo_correccion": "Faltaba una lista.",
            "actualizado": date(2026, 7, 14),
        }
    )
    found = with_record(
        with_record(register, new), row.model_copy(update={"estado_dato": state_before})
    )
    first = amendments(view_of(review, T2, register=found))[0]
    assert (first.clase, first.publicado, first.corregido) == (clase, "60", "61.5")
    assert first.causa == "Faltaba una lista."
    early = amendments(view_of(review, T2, date(2026, 7, 13), register=found))
    assert all(not one.registro.startswith("avance:") for one in early)


def test_five_numbers_with_their_wholes_and_those_before(told: dict[str, Contenido]) -> None:
    before, now = (content.destacados for content in told.values())
    keys = ["en_meta", "atrasados", "con_dato", "aportes", "vinculos_activos"]
    assert [one.clave for one in now] == keys
    for old, new in zip(before, now, strict=True):
        assert (new.anterior, new.anterior_de) == (old.valor, old.de)
        assert new.valor is None or new.valor == len(new.filas)
        assert new.de is None or new.valor is None or new.valor <= new.de
    assert now[3].valor == 6


def test_a_number_out_of_nothing_is_not_zero(review: Review, register: Register) -> None:
    silent = register.only(lambda record: not isinstance(record, (Avance, Recurso, Red)))
    silent = silent.only(lambda record: not isinstance(record, (Indicador, Hermanamiento)))
    content = contents(review, T2, register=silent)["2026-T2"]
    assert [one.valor for one in content.destacados] == [None] * 5


def test_the_order_of_the_files_never_matters(review: Review, register: Register) -> None:
    whole = contents(review, T1, T2, register=register)
    for seed in range(5):
        assert contents(review, T1, T2, register=shuffled(register, seed)) == whole


def test_every_record_is_in_each_breakdown_once(
    register: Register, told: dict[str, Contenido]
) -> None:
    for content in told.values():
        axes = {axis.id for axis in content.ejes} | {None}
        lines = [line.indicador for line in content.renglones]
        assert sorted(lines) == [one.id for one in register.all(Indicador)]
        assert all(line.eje in axes for line in content.renglones)
        kept = sorted((one.tipo, one.id) for one in content.vinculos)
        assert kept == sorted(
            (one.kind, one.id) for model in (Hermanamiento, Red) for one in register.all(model)
        )
        rows = [row for one in content.sumas for row in one.filas]
        assert sorted(rows) == sorted(f"recurso:{one.id}" for one in content.aportes)
        assert sum(one.total for one in content.sumas) == sum(one.monto for one in content.aportes)


def test_a_report_that_loses_a_record_is_not_made(
    review: Review, told: dict[str, Contenido]
) -> None:
    content, view = told["2026-T2"], view_of(review, T2)
    conserve(view, content)
    spoiled: tuple[tuple[str, tuple[Bloque, ...], str], ...] = (
        ("renglones", content.renglones[1:], "indicators: 3 expected, 2 told"),
        ("renglones", (*content.renglones, content.renglones[0]), "3 expected, 4 told"),
        ("vinculos", content.vinculos[1:], "hermanamiento: 2 expected, 1 told"),
        ("aportes", content.aportes[1:], "contributions: 6 expected, 5 told"),
        ("sumas", content.sumas[1:], "contributions in sums: 6 expected, 5 told"),
    )
    for section, kept, message in spoiled:
        with pytest.raises(ValueError, match=message):
            conserve(view, content.model_copy(update={section: kept}))


def test_a_sum_that_its_rows_do_not_make_is_not_told(told: dict[str, Contenido]) -> None:
    content = told["2026-T2"]
    first = content.sumas[0]
    for wrong in ({"total": first.total + 1}, {"moneda": "EUR"}, {"reembolsable": True}):
        sums = (first.model_copy(update=wrong), *content.sumas[1:])
        with pytest.raises(ValueError, match="does not add up"):
            conserve_sums(content.aportes, sums)


@pytest.mark.parametrize("seed", range(20))
def test_sums_of_any_contributions_lose_nothing_and_ignore_their_order(
    review: Review, told: dict[str, Contenido], seed: int
) -> None:
    chance = random.Random(seed)
    model = told["2026-T2"].aportes[0]
    given = [
        model.model_copy(
            update={
                "id": f"uno-{number}",
                "monto": Decimal(chance.randrange(10**9)) / 100,
                "moneda": chance.choice(("COP", "USD", "XXX")),
                "reembolsable": chance.random() < 0.3,
                "tipo_flujo": chance.choice(("compromiso", "desembolso", "otro")),
                "tipo_aporte": chance.choice(("dinero", "especie")),
                "fuente_recursos": chance.choice(("privada", "nacional")),
                "precision": chance.choice(("exacto", "minimo", "maximo")),
            }
        )
        for number in range(chance.randrange(40))
    ]
    done = sums_of(given, review.lists)
    conserve_sums(given, done)
    mixed = sums_of(chance.sample(given, len(given)), review.lists)
    assert [(sum_key_of(one), one.total, one.precision) for one in mixed] == [
        (sum_key_of(one), one.total, one.precision) for one in done
    ]
