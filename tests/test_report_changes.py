"""What changed between two reports: all that differs, nothing else."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bitacora.edition import Review
from bitacora.reports.content import Cambio, Contenido, MetaCambiada, Pendiente
from bitacora.reports.sections.changes import CLASSES, changes
from report_rows import T1, T2, contents, world

Told = tuple[str, str, str, str | None, str | None]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Contenido]:
    found: Review = world(tmp_path_factory.mktemp("changes"))
    return contents(found, T1, T2)


@pytest.fixture
def one(told: dict[str, Contenido]) -> Contenido:
    return told["2026-T2"]


def seen(found: tuple[Cambio, ...]) -> list[Told]:
    return [(item.clase, item.tipo, item.id, item.antes, item.ahora) for item in found]


def with_line(content: Contenido, **fields: object) -> Contenido:
    first, *rest = content.renglones
    return content.model_copy(update={"renglones": (first.model_copy(update=fields), *rest)})


def owed(tipo: str = "hito", **fields: object) -> Pendiente:
    plain = {
        "tipo": tipo,
        "accion": "ferias",
        "nombre": "Ferias",
        "que": "Primera feria",
        "previsto": "2026-05",
        "por_que": None,
        "dependencia": None,
    }
    return Pendiente.model_validate(plain | fields)


def test_nothing_changes_between_a_report_and_itself(told: dict[str, Contenido]) -> None:
    for content in told.values():
        assert changes(content, content) == ()


def test_a_quarter_tells_what_it_brought(told: dict[str, Contenido]) -> None:
    found = seen(told["2026-T2"].cambios)
    assert ("valor", "indicador", "personas-formadas", "40", "100") in found
    assert ("nuevo", "pregunta", "metas", None, "por_responder") in found
    assert ("nuevo", "compromiso", "costos", None, "vencido") in found
    assert ("situacion", "oportunidad", "premio", "en_espera", "aprobada") in found
    assert ("situacion", "pregunta", "costo-viaje", "vencida", "respondida") in found
    assert told["2026-T1"].cambios == ()


def test_classes_come_in_their_order(told: dict[str, Contenido]) -> None:
    places = [CLASSES.index(item.clase) for item in told["2026-T2"].cambios]
    assert places == sorted(places)


def test_the_light_that_counts_is_the_declared_one(one: Contenido) -> None:
    light = one.renglones[0].luz
    declared = with_line(one, luz_declarada="en_riesgo", motivo_luz="Faltan actas.")
    [found] = changes(one, declared)
    assert (found.clase, found.antes, found.ahora) == ("luz", light, "en_riesgo")
    assert found.motivo == "Faltan actas."
    [back] = changes(declared, one)
    assert (back.antes, back.ahora, back.motivo) == ("en_riesgo", light, None)


def test_a_value_that_moved_is_told_though_no_period_was_due(one: Contenido) -> None:
    moved = with_line(one, a_la_fecha=Decimal("99.50"), situacion="no_corresponde")
    [found] = changes(one, moved)
    assert (found.clase, found.antes, found.ahora, found.unidad) == (
        "valor",
        "100",
        "99.5",
        "personas",
    )
    assert changes(one, with_line(one, a_la_fecha=Decimal("100.0"))) == ()
    [silent] = changes(one, with_line(one, a_la_fecha=None))
    assert silent.ahora is None


def goal(periodo: str | None) -> MetaCambiada:
    return MetaCambiada(
        desde=date(2026, 5, 1),
        antes=Decimal(400),
        ahora=Decimal(300),
        periodo=periodo,
        acto="Acta 3",
        motivo="Menos cupos.",
    )


def test_a_goal_that_changed_comes_with_its_act(one: Contenido) -> None:
    now = with_line(one, meta=Decimal(300), metas_cambiadas=(goal(None),))
    [found] = changes(one, now)
    assert (found.clase, found.antes, found.ahora) == ("meta", "400", "300")
    assert found.motivo == "Acta 3. Menos cupos."
    of_period = with_line(one, metas_cambiadas=(goal("2026-T3"),))
    [found] = changes(one, of_period)
    assert (found.clase, found.periodo, found.ahora) == ("meta", "2026-T3", "300")
    assert changes(of_period, of_period) == ()


def test_indicators_that_come_or_go(one: Contenido) -> None:
    fewer = one.model_copy(update={"renglones": one.renglones[1:]})
    line = one.renglones[0]
    assert seen(changes(fewer, one)) == [("nuevo", "indicador", line.indicador, None, line.luz)]
    assert seen(changes(one, fewer)) == [("terminado", "indicador", line.indicador, line.luz, None)]


def test_relations_that_change_their_state_come_or_go(one: Contenido) -> None:
    first, *rest = one.vinculos
    ended = one.model_copy(
        update={"vinculos": (first.model_copy(update={"estado": "terminado"}), *rest)}
    )
    key = (first.tipo, first.id)
    assert seen(changes(one, ended)) == [("situacion", *key, first.estado, "terminado")]
    gone = one.model_copy(update={"vinculos": tuple(rest)})
    assert seen(changes(one, gone)) == [("terminado", *key, first.estado, None)]
    assert seen(changes(gone, one)) == [("nuevo", *key, None, first.estado)]


def test_what_was_closed_and_told_is_no_change_when_it_is_told_no_more(one: Contenido) -> None:
    answered = [item for item in one.preguntas if item.situacion == "respondida"]
    waiting = [item for item in one.preguntas if item.situacion != "respondida"]
    assert changes(one, one.model_copy(update={"preguntas": tuple(waiting)})) == ()
    withdrawn = changes(one, one.model_copy(update={"preguntas": tuple(answered)}))
    assert [item.clase for item in withdrawn] == ["terminado"] * len(waiting)


def test_what_was_owed_is_done_owed_anew_or_told_no_longer(one: Contenido) -> None:
    plain = one.model_copy(update={"pendientes": (), "cumplidos": ()})
    late = plain.model_copy(update={"pendientes": (owed(),)})
    done = plain.model_copy(update={"cumplidos": (owed(),)})
    assert seen(changes(plain, late)) == [("nuevo", "hito", "ferias", None, "pendiente")]
    assert seen(changes(late, done)) == [("situacion", "hito", "ferias", "pendiente", "hecho")]
    assert seen(changes(late, plain)) == [("situacion", "hito", "ferias", "pendiente", None)]
    assert changes(done, done) == ()


def test_a_stopped_action_that_goes_on_is_told_with_its_states(one: Contenido) -> None:
    stopped, late = (owed("accion", estado=state) for state in ("suspendida", "atrasada"))
    plain = one.model_copy(update={"pendientes": (), "cumplidos": ()})
    before = plain.model_copy(update={"pendientes": (stopped,)})
    goes_on = owed("accion", estado="en_ejecucion")
    now = plain.model_copy(update={"cumplidos": (goes_on,)})
    assert seen(changes(before, now)) == [
        ("situacion", "accion", "ferias", "suspendida", "en_ejecucion")
    ]
    other = plain.model_copy(update={"pendientes": (late,)})
    assert seen(changes(before, other)) == [
        ("situacion", "accion", "ferias", "suspendida", "atrasada")
    ]


def test_what_is_declared_in_words_is_not_compared(one: Contenido) -> None:
    plain = one.model_copy(update={"pendientes": ()})
    assert changes(plain, one.model_copy(update={"pendientes": (owed("declarado"),)})) == ()
