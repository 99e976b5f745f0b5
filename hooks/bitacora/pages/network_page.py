"""The page of a network: what for, at what cost, what it asks, what it gave."""

from __future__ import annotations

from bitacora.artefacts import Artefact
from bitacora.pages.cells import NOTHING, short_day
from bitacora.pages.contributions_under import contributions_under
from bitacora.pages.count_tables import share
from bitacora.pages.escape import inline
from bitacora.pages.event_cells import event_chip, event_name, when_short
from bitacora.pages.mentions import grouped, mentions
from bitacora.pages.network_fees import fee_shown
from bitacora.pages.presenter import Presenter, plain_value, spoken_moment
from bitacora.pages.record_page import record_page
from bitacora.pages.reports.cells import untold
from bitacora.pages.situations import standing, standing_chip, standing_words
from bitacora.pages.writing import Writer
from bitacora.records.events import Evento, Oportunidad
from bitacora.records.networks import Red
from bitacora.spanish import count_of, number
from bitacora.tallies.happened import Standing
from bitacora.tallies.instruments import InstrumentState
from bitacora.tallies.memberships import QUESTIONS, asked, fee_of, given_by, paid_to

EVENTS = ("Misión o evento", "Cuándo", "Qué dejó", "Cómo está")
CALLS = ("Convocatoria", "Quién la ofrece", "Cierra", "Se postuló")
OWN_SECTION = frozenset({"recurso", "evento", "oportunidad"})
"""The kinds that name a network and are told in what it gave or got."""
ASKED = {
    "mision": "¿Cuáles son la misión, la visión y el objetivo de la red?",
    "coincide": "¿En qué coincide con el plan de acción?",
    "alternativa": "¿Hay otra red más específica?",
    "miembros": "¿Cómo son las ciudades que hacen parte?",
    "implicaciones": "¿A qué obliga en la práctica?",
    "capacidad": "¿Con qué dinero, apoyo político y personas se sostiene?",
}


def network_page(writer: Writer, presenter: Presenter, record: Red) -> Artefact:
    """The page of one network."""
    edition = presenter.edition
    now = standing(edition, record)
    found = mentions(presenter, record)
    others = [one for one in found if one.kind.name not in OWN_SECTION]
    values = {
        "chip": standing_chip(edition, now, record),
        "frase": _sentence(now),
        "cuota": fee_shown(presenter, record),
        "con_cuota": fee_of(record) is not None,
        "vencimiento": spoken_moment(now.term.end) if now.term.end else None,
        "ultima": spoken_moment(now.last) if now.last else None,
        "declarada": _declared(record, now),
        "balance": _balance(presenter, record),
        **_given(presenter, record),
        **_answers(presenter, record),
        "orden": number(record.orden_en_fuente) if record.orden_en_fuente else None,
        "menciones": grouped(presenter, others),
    }
    word = standing_words(edition, now, record)
    return record_page(writer, presenter, record, "red", values, state=word)


def _sentence(now: Standing) -> str:
    """What the chip does not say, as finished text."""
    last = f"Última participación conocida: {spoken_moment(now.last)}." if now.last else ""
    none = "No se conoce ninguna participación."
    end = plain_value(now.term.end) if now.term.end else ""
    words = {
        InstrumentState.POR_VENCER: f"La adhesión vence: {end}. {last or none}",
        InstrumentState.VENCIDO: f"La adhesión venció: {end}. No consta que se haya renovado.",
        InstrumentState.SIN_ACTIVIDAD: "No se conoce ninguna participación en los últimos 24 meses."
        if now.last
        else "No se conoce ninguna participación desde la adhesión.",
        InstrumentState.TERMINADO: f"El gobierno ya no hace parte de esta red. {last}",
        InstrumentState.EN_GESTION: f"La adhesión está en trámite. {last}",
        InstrumentState.NO_INFORMADO: f"La fuente no dice si la participación sigue en pie. {last}",
        InstrumentState.VIGENTE: last or none,
    }
    return inline(words[now.state])


def _declared(record: Red, now: Standing) -> str | None:
    """The last participation that the office wrote down, where the records know a later one."""
    told = record.ultima_actividad
    return spoken_moment(told) if told is not None and told != now.last else None


def _balance(presenter: Presenter, record: Red) -> list[tuple[str, str]]:
    """What the network gave, counted: actions, events, contributions, calls; and what was paid."""
    register = presenter.edition.register
    counts = (
        (len(record.acciones), "acción que se hace con ella", "acciones que se hacen con ella"),
        (len(register.naming(record, Evento, "red")), "misión o evento", "misiones y eventos"),
        (len(given_by(register, record)), "aporte recibido", "aportes recibidos"),
        (len(register.naming(record, Oportunidad, "red")), "convocatoria", "convocatorias"),
        (len(paid_to(register, record)), "pago propio", "pagos propios"),
    )
    return [
        (number(how_many), singular if how_many == 1 else plural)
        for how_many, singular, plural in counts
    ]


def _given(presenter: Presenter, record: Red) -> dict[str, object]:
    register = presenter.edition.register
    events = register.naming(record, Evento, "red")
    calls = register.naming(record, Oportunidad, "red")
    return {
        "encabezado_eventos": EVENTS,
        "eventos": [_event(presenter, it) for it in sorted(events, key=_begins, reverse=True)],
        "encabezado_convocatorias": CALLS,
        "convocatorias": [_call(presenter, it) for it in sorted(calls, key=_closes, reverse=True)],
        "recibido": contributions_under(
            presenter, given_by(register, record), "#lo-que-se-ha-recibido"
        ),
        "pagado": contributions_under(presenter, paid_to(register, record), "#lo-que-se-ha-pagado"),
    }


def _begins(event: Evento) -> tuple[object, str]:
    return event.fecha_inicio, event.id


def _closes(call: Oportunidad) -> tuple[object, str]:
    return call.cierre, call.id


def _event(presenter: Presenter, event: Evento) -> tuple[str, ...]:
    view = presenter.view(event)
    return (
        event_name(presenter, event),
        when_short(event),
        inline(event.resultado) if view["resultado"] and event.resultado else NOTHING,
        event_chip(presenter.edition, event),
    )


def _call(presenter: Presenter, call: Oportunidad) -> tuple[str, ...]:
    applied = short_day(call.postulada) if call.postulada else NOTHING
    return (presenter.link(call), inline(call.oferente), short_day(call.cierre), applied)


def _answers(presenter: Presenter, record: Red) -> dict[str, object]:
    found, view = asked(record), presenter.view(record)
    rest = []
    if found.unknown:
        rest.append(f"{count_of(len(found.unknown), 'se preguntó', 'se preguntaron')} y no se sabe")
    if found.silent:
        rest.append(f"{number(len(found.silent))} sin preguntar")
    return {
        "respondidas": share(len(found.answered), len(QUESTIONS)),
        "sin_responder": inline("; ".join(rest)),
        "respuestas": [
            (ASKED[name], view[name] or untold("Nadie lo ha preguntado.")) for name in QUESTIONS
        ],
        "ninguna": not found.answered and not found.unknown,
    }
