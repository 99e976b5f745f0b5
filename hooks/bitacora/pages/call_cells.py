"""What tables show of a call to apply to: when it closes, what it offers, what came of it."""

from __future__ import annotations

from bitacora.edition import Edition
from bitacora.hours import spoken_closing
from bitacora.pages.amounts import money
from bitacora.pages.cells import NOTHING
from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.pages.presenter import UNKNOWN, Presenter
from bitacora.pages.reports.cells import day, small, under, untold
from bitacora.records.events import Oportunidad
from bitacora.records.unknown import NoInformado
from bitacora.spanish import NO_BREAK_SPACE, count_of, long_date
from bitacora.tallies.calls import OPEN, CallState, application, call_state
from bitacora.tallies.zones import zone_or_colombia

CODELIST = "situaciones_oportunidad"
OUTCOMES = "desenlaces_postulacion"
NOT_APPLIED = "sin_postular"
"""The tone of the chip of what was let pass; no code list has it, for no record says it."""


def state_of_call(edition: Edition, call: Oportunidad) -> CallState:
    """How a call stands at the date of the edition."""
    return call_state(call, edition.as_of, edition.entity.zona_horaria)


def call_chip(edition: Edition, call: Oportunidad) -> str:
    """How a call stands, as a chip."""
    state = state_of_call(edition, call)
    return chip(state.value, edition.lists.name(CODELIST, state.value))


def call_name(presenter: Presenter, call: Oportunidad) -> str:
    """The link to a call, with its category and who offers it under it."""
    category = presenter.edition.lists.name("categorias_oportunidad", call.categoria)
    return under(presenter.link(call), small(inline(f"{category}. Ofrece: {call.oferente}")))


def closing_words(edition: Edition, call: Oportunidad) -> str:
    """When a call closes, exactly: day, hour, whose hour; beside it the entity's, if another."""
    home = zone_or_colombia(edition.entity.zona_horaria)
    zone = zone_or_colombia(call.zona or home.key)
    return spoken_closing(call.cierre, call.cierre_hora, zone, home)


def time_left(edition: Edition, call: Oportunidad) -> str:
    """How far the next step of a call is: its opening or its closing; empty once it is closed."""
    state = state_of_call(edition, call)
    if state is CallState.POR_ABRIR and call.apertura:
        return f"Abre el {long_date(call.apertura)}"
    if state not in OPEN:
        return ""
    left = (call.cierre - edition.as_of).days
    if left <= 0:
        return "**Cierra hoy**"
    told = f"{'Falta' if left == 1 else 'Faltan'} {count_of(left, 'día', 'días')}"
    told = told.replace(" ", NO_BREAK_SPACE)
    return f"**{told}**" if state is CallState.POR_CERRAR else told


def amount(edition: Edition, call: Oportunidad) -> str:
    """How much a call offers; a prize may offer no money, which is told by its silence."""
    if call.monto is None:
        return NOTHING
    if isinstance(call.monto, NoInformado) or call.moneda is None:
        return UNKNOWN
    return inline(money(edition.lists, call.monto, call.moneda))


def counterpart(call: Oportunidad) -> str:
    """What part the entity must put in."""
    if isinstance(call.requiere_contrapartida, NoInformado):
        return untold("No se sabe si pide contrapartida")
    if not call.requiere_contrapartida:
        return "Sin contrapartida"
    asked = f": {call.contrapartida}" if call.contrapartida else ""
    return inline(f"Pide contrapartida{asked}")


def for_whom(edition: Edition, call: Oportunidad) -> str:
    """The kinds of actors a call is for; a dash where it does not say."""
    names = [edition.lists.name("tipos_actor", code) for code in call.dirigida_a]
    return inline("; ".join(names)) or NOTHING


def outcome_chip(edition: Edition, call: Oportunidad) -> str:
    """What came of the entity's application, as a chip; empty while there may still be one."""
    code = application(call, edition.as_of)
    if code is not None:
        return chip(code, edition.lists.name(OUTCOMES, code))
    if state_of_call(edition, call) is CallState.CERRADA:
        return chip(NOT_APPLIED, "No se postuló")
    return ""


def applied_on(edition: Edition, call: Oportunidad) -> str:
    """When the entity applied, or a dash."""
    return NOTHING if application(call, edition.as_of) is None else day(call.postulada)


def why(edition: Edition, call: Oportunidad) -> str:
    """What was known of the outcome: its day with its reason."""
    known = call.desenlace_fecha is not None and call.desenlace_fecha <= edition.as_of
    reason = inline(call.motivo_desenlace) if call.motivo_desenlace else ""
    if not reason and state_of_call(edition, call) is CallState.CERRADA:
        reason = untold("Nadie ha dicho por qué.") if _owes_reason(edition, call) else ""
    return under(small(day(call.desenlace_fecha)) if known else "", reason)


def _owes_reason(edition: Edition, call: Oportunidad) -> bool:
    return application(call, edition.as_of) in (None, "negada", "desistida")
