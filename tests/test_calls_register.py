"""Calls to apply to: until when they are open, what came of applying, what their pages say."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bitacora.edition import Edition, load_edition
from bitacora.hours import spoken_closing, zone_words
from bitacora.pages import calls
from bitacora.pages.writing import Writer
from bitacora.tallies.calls import application, applied_to, call_state, closing_moment, let_pass
from bitacora.tallies.zones import zone_named
from register_rows import call
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD, changed_world

LAST = date(2026, 5, 31)
BOGOTA, MADRID = ZoneInfo("America/Bogota"), ZoneInfo("Europe/Madrid")


@pytest.mark.parametrize(
    ("fields", "at", "state"),
    [
        ({}, date(2026, 5, 15), "abierta"),
        ({}, date(2026, 5, 16), "por_cerrar"),
        # What closes today is open still, to the last moment of the day.
        ({}, LAST, "por_cerrar"),
        ({}, datetime(2026, 5, 31, 23, 59), "por_cerrar"),
        ({}, date(2026, 6, 1), "cerrada"),
        ({"apertura": date(2026, 5, 20)}, date(2026, 5, 19), "por_abrir"),
        ({"apertura": date(2026, 5, 20)}, date(2026, 5, 20), "por_cerrar"),
        ({"cierre_hora": time(17)}, datetime(2026, 5, 31, 16, 59), "por_cerrar"),
        ({"cierre_hora": time(17)}, datetime(2026, 5, 31, 17), "cerrada"),
        # Five in the afternoon in Madrid is ten in the morning in Colombia.
        (
            {"cierre_hora": time(17), "zona": "Europe/Madrid"},
            datetime(2026, 5, 31, 9, 59),
            "por_cerrar",
        ),
        ({"cierre_hora": time(17), "zona": "Europe/Madrid"}, datetime(2026, 5, 31, 10), "cerrada"),
        # Four in the morning in Madrid is the day before here.
        ({"cierre_hora": time(4), "zona": "Europe/Madrid"}, LAST, "cerrada"),
        ({"cierre_hora": time(17), "zona": "Luna/Copérnico"}, LAST, "por_cerrar"),
    ],
)
def test_how_a_call_stands(fields: dict[str, object], at: date, state: str) -> None:
    assert call_state(call(**fields), at) == state


@pytest.mark.parametrize(
    ("day", "utc"),
    [(date(2027, 3, 27), "22:59"), (date(2027, 3, 28), "21:59"), (date(2026, 10, 25), "22:59")],
)
def test_madrid_closes_an_hour_earlier_in_summer(day: date, utc: str) -> None:
    late = call(cierre=day, cierre_hora=time(23, 59), zona="Europe/Madrid")
    assert f"{closing_moment(late).astimezone(ZoneInfo('UTC')):%H:%M}" == utc


def test_colombia_has_one_hour_all_the_year() -> None:
    for month in range(1, 13):
        closing = closing_moment(call(cierre=date(2026, month, 1), cierre_hora=time(17)))
        assert closing.isoformat() == f"2026-{month:02}-01T17:00:00-05:00"


def test_only_zones_that_exist_are_zones() -> None:
    for name in ("America/Bogota", "Europe/Madrid", "America/Argentina/Buenos_Aires", "UTC"):
        assert zone_named(name), name
    for name in ("", "localtime", "posixrules", "../etc", "Europe/Atlantis", "EST5EDT", "/UTC"):
        assert zone_named(name) is None, name


@pytest.mark.parametrize(
    ("day", "hour", "zone", "words"),
    [
        (date(2027, 1, 31), time(17), BOGOTA, "31 de enero de 2027, 5:00 p. m., hora de Colombia"),
        (date(2027, 1, 31), None, BOGOTA, "31 de enero de 2027, sin hora informada"),
        (
            date(2027, 1, 31),
            time(17),
            MADRID,
            "31 de enero de 2027, 5:00 p. m., hora de Madrid (11:00 a. m., hora de Colombia)",
        ),
        (
            date(2027, 4, 1),
            time(2),
            MADRID,
            "1 de abril de 2027, 2:00 a. m., hora de Madrid "
            "(7:00 p. m. del 31 de marzo de 2027, hora de Colombia)",
        ),
        (
            date(2027, 1, 31),
            time(23, 59),
            ZoneInfo("America/Lima"),
            "31 de enero de 2027, 11:59 p. m., hora de Perú (igual a la hora de Colombia)",
        ),
        (
            date(2027, 1, 31),
            None,
            MADRID,
            "31 de enero de 2027, sin hora informada, hora de Madrid",
        ),
    ],
)
def test_when_a_call_closes_in_words(
    day: date, hour: time | None, zone: ZoneInfo, words: str
) -> None:
    told = spoken_closing(day, hour, zone, BOGOTA)
    assert told.replace("\N{NO-BREAK SPACE}", " ") == words


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("America/New_York", "hora de Nueva York"),
        ("America/Argentina/Buenos_Aires", "hora de Buenos Aires"),
        ("UTC", "hora UTC"),
        ("Asia/Tokyo", "hora de Japón"),
    ],
)
def test_whose_hour(zone: str, words: str) -> None:
    assert zone_words(zone) == words


def test_what_was_known_of_an_application_on_a_day() -> None:
    told = call(postulada=date(2026, 5, 20), desenlace="negada", desenlace_fecha=date(2026, 7, 2))
    days = [date(2026, 5, 19), date(2026, 5, 20), date(2026, 7, 1), date(2026, 7, 2)]
    assert [application(told, day) for day in days] == [None, "en_espera", "en_espera", "negada"]
    undated = call(postulada=date(2026, 5, 20), desenlace="aprobada")
    assert application(undated, date(2026, 5, 20)) == "aprobada"


def test_every_closed_call_was_applied_to_or_let_pass() -> None:
    found = [
        call(id="a", postulada=date(2026, 5, 1)),
        call(id="b"),
        call(id="c", cierre=date(2027, 1, 1)),
        call(id="d", cierre=date(2027, 1, 1), postulada=date(2026, 7, 1)),
    ]
    assert [one.id for one in applied_to(found, AS_OF)] == ["d", "a"]
    assert [one.id for one in let_pass(found, AS_OF)] == ["b"]


HEAD = (
    "id,titulo,oferente,categoria,dirigida_a,apertura,cierre,cierre_hora,zona,monto,moneda,"
    "requiere_contrapartida,contrapartida,ods,enlace,postulada,desenlace,desenlace_fecha,"
    "motivo_desenlace,fuente,responsable,actualizado"
)
TAIL = "documento:acta-1,oficina,2026-07-01"
LINK = "https://c.example/x"
ROWS = (
    f"lejana,Lejana,Red,premios,OGL-1,,2026-12-31,,,,,no,,17,{LINK},,,,,{TAIL}",
    f"pronta,Pronta,Red,educacion,SAC-1,,2026-07-20,17:00,Europe/Madrid,5000,EUR,sí,20 %,4|17,"
    f"{LINK},,,,,{TAIL}",
    f"futura,Futura,Red,premios,,2026-08-01,2026-09-30,,,,,no,,,{LINK},,,,,{TAIL}",
    f"negada,Negada,Red,convocatorias,,,2026-05-31,,,,,no,,,{LINK},2026-05-20,negada,2026-06-30,"
    f"Faltó un aval.,{TAIL}",
    f"espera,Espera,Red,convocatorias,,,2026-05-30,,,,,no,,,{LINK},2026-05-20,,,,{TAIL}",
    f"pasada,Pasada,Red,convocatorias,,,2026-05-30,,,,,no,,,{LINK},,,,Pedía dinero.,{TAIL}",
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of a register with a call in every state."""
    text = "\n".join((HEAD, *ROWS, ""))
    changes = [{"archivo": "oportunidades.csv", "pone": text}]
    data = changed_world(tmp_path_factory.mktemp("calls"), changes)
    return pages_of(load_edition(data, SHOWN, AS_OF))


def pages_of(edition: Edition) -> dict[str, str]:
    writer = Writer([ROOT / "content" / "templates"])
    return {
        page.path: str(page.content).replace("\N{NO-BREAK SPACE}", " ")
        for page in calls.pages(edition, writer)
    }


def test_what_closes_first_stands_first(pages: dict[str, str]) -> None:
    index = pages["oportunidades/index.md"]
    order = ["Pronta", "Lejana", "Futura", "Negada", "Espera", "Pasada"]
    places = [index.index(f"[{name}](") for name in order]
    assert places == sorted(places)
    soon = index.split("## Cierran en 15 días o menos")[1].split("## Abiertas")[0]
    assert "20 de julio de 2026, 5:00 p. m." in soon
    assert "hora de Madrid (10:00 a. m., hora de Colombia)" in soon
    assert "Faltan 5 días" in soon
    assert "Pide contrapartida: 20 %" in soon


def test_outcomes_are_counted_over_what_was_applied_to(pages: dict[str, str]) -> None:
    index = pages["oportunidades/index.md"]
    applied = index.split("## Qué ha postulado")[1].split("## Por categoría")[0]
    assert "Se ha postulado a 2 de 6" in applied
    assert '<strong>1 de 2</strong> <span class="chip chip--going">En espera' in applied
    assert '<strong>1 de 2</strong> <span class="chip chip--plain">Negada' in applied
    assert "Pedía dinero." in applied.split("## Las que se dejaron pasar")[1]
    assert "%" not in applied.replace("20 %", "")


def test_all_four_categories_are_told_even_without_calls(pages: dict[str, str]) -> None:
    table = pages["oportunidades/index.md"].split("## Por categoría")[1].split("##")[0]
    for name in ("Subvenciones", "Convocatorias", "Premios", "Educación"):
        assert f"| {name}" in table


def test_the_page_of_a_call_tells_what_came_of_it(pages: dict[str, str]) -> None:
    assert "Faltó un aval." in pages["oportunidades/negada.md"]
    assert "No se postuló" in pages["oportunidades/pasada.md"]
    assert "Todavía hay plazo" in pages["oportunidades/lejana.md"]
    assert "Todavía no recibe postulaciones" in pages["oportunidades/futura.md"]


def test_a_site_without_calls_says_so(tmp_path: Path) -> None:
    whole = (WORLD / "oportunidades.csv").read_text(encoding="utf-8").splitlines()[0]
    data = changed_world(tmp_path, [{"archivo": "oportunidades.csv", "pone": f"{whole}\n"}])
    index = pages_of(load_edition(data, SHOWN, AS_OF))["oportunidades/index.md"]
    assert "no registra ninguna convocatoria" in index
